public import WorkshopCore

extension Content {
  /// The template whose goals, steps and prompts an item shows; `nil` for an item outside the
  /// programme and for a kind the built-in programme does not have.
  public func template(of item: ProgrammeItem) -> ProgrammeTemplate? {
    guard !item.isOutside else { return nil }
    return programme.first { $0.id == item.template }
      ?? programme.first { $0.kind == item.kind && $0.day == item.day }
      ?? programme.first { $0.kind == item.kind }
  }
}
