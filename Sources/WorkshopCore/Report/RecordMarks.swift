/// Short marks of records, by which a reader finds the same one in every edition and form of a report.
///
/// A mark is the last digits of the id under which reports print the record, as few as tell it from all others: so it can be
/// looked up in the report as JSON and, of an id that was drawn, in the files of the workshop; it says nothing of when the
/// record was made, and grows only where two would be alike.
struct RecordMarks: Sendable {
  /// The digits of a mark that is like no other.
  static let fewest = 5

  private let marks: [RecordID: String]

  /// Finds the marks of records.
  ///
  /// - Parameter ids: All that may be marked, each with the id that is printed; what an edition leaves out is among them, so
  ///   that each has the same marks.
  init(_ ids: some Sequence<(record: RecordID, printed: RecordID)>) {
    let printed = Dictionary(ids.map { ($0.record, $0.printed) }) { first, _ in first }
    let turned = Set(printed.values).map { (digits: $0.turned, id: $0) }
      .sorted { $0.digits < $1.digits }
    var lengths: [RecordID: Int] = [:]
    for (one, next) in zip(turned, turned.dropFirst()) {
      let alike = (one.digits ^ next.digits).leadingZeroBitCount / 4
      guard alike >= Self.fewest else { continue }
      for id in [one.id, next.id] { lengths[id] = max(lengths[id] ?? 0, alike + 1) }
    }
    marks = printed.mapValues { id in
      String(id.text.filter { $0 != "-" }.suffix(lengths[id] ?? Self.fewest))
    }
  }

  /// The mark of a record; empty if it is none of those that may be marked.
  subscript(id: RecordID) -> String { marks[id, default: ""] }
}
