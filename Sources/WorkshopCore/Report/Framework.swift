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
}

extension Gathering {
  /// Where cooperations stand, place by place; places where nobody stands are left out.
  func framework() -> [Report.FrameworkPlace] {
    let placed = Dictionary(grouping: byActivity[.framework] ?? [], by: \.typedPlace)
    return Place.all(in: .framework).compactMap { place in
      guard let notes = placed[place] else { return nil }
      return Report.FrameworkPlace(
        place: place.text,
        municipalities: sorted(notes.map(\.speakers)).compactMap { $0?.text },
        notes: notes.map(\.id.text))
    }
  }
}
