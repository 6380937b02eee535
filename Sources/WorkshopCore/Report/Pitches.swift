extension Report {
  /// What a municipality told of its cooperation, in the pitch of day one.
  public struct Pitch: Hashable, Codable, Sendable {
    /// The municipality's id; absent for the sheets of other groups.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// A part each of goal, phase, target group and hope, also where nothing was recorded of it.
    public var parts: [PitchPartNotes]
    /// Notes of the pitch at none of these places.
    public var others: [Statement]
  }

  /// What a pitch told of one thing.
  public struct PitchPartNotes: Hashable, Codable, Sendable {
    /// What it tells of.
    public var part: PitchPart
    /// The notes in the order of making; empty means not recorded.
    public var items: [Statement]
  }
}

extension Gathering {
  /// The pitches by municipality; `nil` where none was recorded.
  func pitches() -> [Report.Pitch]? {
    filed(.pitch).map { file, notes in
      let parts = Dictionary(grouping: notes, by: \.typedPlace)
      let known = Set(PitchPart.allCases.map(Place.pitch))
      return Report.Pitch(
        municipality: file?.text, name: name(of: file),
        parts: PitchPart.allCases.map { part in
          Report.PitchPartNotes(part: part, items: (parts[.pitch(part)] ?? []).map(statement))
        },
        others: notes.filter { $0.typedPlace.map(known.contains) != true }.map(statement))
    }.nonempty
  }
}
