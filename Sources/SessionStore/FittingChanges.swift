import WorkshopCore

/// Which changes still fit in a document that is nearly full.
enum FittingChanges {
  /// Splits changes into those for which there is room, in their order, and the others.
  ///
  /// All changes of a record go one way, and what it costs is reckoned too high rather than too low.
  /// Erasing always fits: it takes words away.
  static func split(_ changes: [Change], room: Int) -> (fitting: [Change], leftOut: [Change]) {
    var costs: [RecordID: Int] = [:]
    for (record, changes) in Dictionary(grouping: changes, by: \.record) {
      costs[record] = cost(of: changes)
    }
    var room = room
    var fits: [RecordID: Bool] = [:]
    for change in changes where fits[change.record] == nil {
      let cost = costs[change.record] ?? 0
      fits[change.record] = cost <= room
      if cost <= room { room -= cost }
    }
    return (
      changes.filter { $0.act == .erase || fits[$0.record] ?? false },
      changes.filter { $0.act != .erase && !(fits[$0.record] ?? false) }
    )
  }

  /// The bytes that the changes of a record add at most: as if nothing of it were there yet.
  private static func cost(of changes: [Change]) -> Int {
    guard let first = changes.first else { return 0 }
    var document = Document(name: first.document)
    document.apply(changes.filter { $0.act != .erase })
    return document.collections.isEmpty ? 0 : DocumentCoding.bytes(of: document).count
  }
}
