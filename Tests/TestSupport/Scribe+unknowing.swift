import WorkshopCore

extension Scribe {
  /// Makes one gesture of steps by somebody who makes new records, or knows nothing of what is there.
  public mutating func edit(_ steps: [Step]) -> Edit { edit(steps, knowing: [:]) }
}

extension RehearsalMove {
  /// The gestures of a participant who makes new records, or knows nothing of what is there.
  public func changes(by scribe: inout Scribe) -> [Change] { changes(by: &scribe, knowing: [:]) }
}
