extension Report {
  /// A place of the framework with those who stand there.
  public struct FrameworkPlace: Hashable, Codable, Sendable {
    /// The place, such as `family/mutual` or `start/both`.
    public var place: String
    /// The municipalities that stand there.
    public var municipalities: [String]
    /// The notes that say so.
    public var notes: [String]
  }

  /// What was said about a place of the framework where that puts nobody.
  public struct Remark: Hashable, Codable, Sendable {
    /// The place.
    public var place: String
    /// The note's id.
    public var note: String
    /// The text as written.
    public var text: String
    /// The group whose sheet it stands on; absent means not recorded.
    public var group: String?
  }
}

extension Gathering {
  /// Where cooperations stand, place by place; places where nobody stands are left out.
  func framework() -> [Report.FrameworkPlace] {
    placed().compactMap { place, all in
      let notes = all.filter { !$0.isRemark }
      guard !notes.isEmpty else { return nil }
      let homes = Set(notes.map(\.municipality))
      // What those who stand there said about it stands with it.
      return Report.FrameworkPlace(
        place: place.text,
        municipalities: sorted(notes.map(\.speakers)).compactMap { $0?.text },
        notes: all.filter { !$0.isRemark || homes.contains($0.municipality) }.map(\.printedID))
    }
  }

  /// What was said about places by those who do not stand there; `nil` for nothing.
  func frameworkRemarks() -> [Report.Remark]? {
    placed().flatMap { place, all in
      let homes = Set(all.filter { !$0.isRemark }.map(\.municipality))
      return all.filter { $0.isRemark && !homes.contains($0.municipality) }.map {
        Report.Remark(place: place.text, note: $0.printedID, text: $0.text, group: $0.group)
      }
    }.nonempty
  }

  private func placed() -> [(place: Place, notes: [ToldNote])] {
    let placed = Dictionary(grouping: byActivity[.framework] ?? [], by: \.typedPlace)
    return Place.all(in: .framework).compactMap { place in placed[place].map { (place, $0) } }
  }
}
