// How many people there were in all, as far as that is known and may be told.

extension Report {
  /// The number of participants who were marked present, of all workshops; `nil` where that is not known of one.
  public var presentNumber: Int? {
    let numbers = workshops.map { $0.attendance?.participants }
    return numbers.contains(nil) || numbers.isEmpty ? nil : numbers.compactMap { $0 }.reduce(0, +)
  }

  /// The number of participants, researchers not among them: as listed, or else the total that was recorded
  /// without a division.
  ///
  /// `nil` if neither is known, and where researchers are told together with others.
  public var participantNumber: Int? {
    guard !standings.contains(where: \.isMerged) else { return nil }
    guard hasUndividedTotal else {
      let numbers = standings.filter { $0.standing != .researcher }.map(\.number)
      return numbers.contains(nil) ? nil : numbers.compactMap { $0 }.reduce(0, +)
    }
    return workshops.compactMap(\.participantTotal).reduce(0, +)
  }

  /// Tells whether only the total of participants is known, and not who they are by municipality and side.
  public var hasUndividedTotal: Bool {
    edition == .public && !workshops.isEmpty
      && workshops.allSatisfy { $0.participantTotal != nil }
      && (standings.isEmpty
        || standings.contains { $0.standing != .researcher && $0.number == nil })
  }
}
