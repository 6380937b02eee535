public import WorkshopCore

extension Content {
  /// A place of the framework in words, which is also what a note says that only takes that place.
  public func label(of place: Place) -> String {
    switch place {
    case .direction(let focus, let direction):
      let focus = word("focus.\(focus.rawValue)")
      return "\(focus): " + word("report.direction.\(direction.rawValue)")
    case .start(let point):
      return startingPoints.first { $0.id == point.rawValue }?.name ?? point.rawValue
    default: return place.text
    }
  }
}
