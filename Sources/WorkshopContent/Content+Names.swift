extension Content {
  /// The name of a form of cooperation, of one of its conditions or of a model, by its id.
  public func name(of id: String) -> String? {
    forms.first { $0.id == id }?.name
      ?? forms.lazy.flatMap(\.conditions).first { $0.id == id }?.text
      ?? informalPositionModels.first { $0.id == id }?.name
  }
}
