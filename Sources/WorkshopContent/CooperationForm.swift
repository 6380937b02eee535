/// A form of cooperation from the report.
///
/// Source: *Voorbeelden van samenwerkingsvormen*, ch. 4: four for families, three for communities.
public struct CooperationForm: Hashable, Sendable, Identifiable {
  /// A stable name, such as `across-the-threshold`.
  public let id: String
  /// Whether it is about families or a community.
  public let focus: CooperationFocus
  /// Whether the report summarises it in a box; five of seven have one.
  public let hasBox: Bool
  /// The name.
  public let name: String
  /// What the form comes down to.
  public let text: String
  /// The situation it starts from.
  public let start: [FormPoint]
  /// The examples that the report gives.
  public let examples: [FormExample]
  /// What to watch.
  public let attention: [FormPoint]
  /// What it needs: sixteen in boxes, the rest in the running text.
  public let conditions: [FormPoint]
  /// Where it comes from.
  public let source: ContentSource
}

/// One point about a form of cooperation.
public struct FormPoint: Hashable, Sendable, Identifiable {
  /// A name within the whole content, such as `consultation.condition.1`.
  public let id: String
  /// The point in our own words.
  public let text: String
  /// Whether it stands in the running text only, not in a box.
  public let isProse: Bool
}

/// An example of a form of cooperation.
public struct FormExample: Hashable, Sendable, Identifiable {
  /// A name within the whole content, such as `consultation.example.1`.
  public let id: String
  /// The municipality of the workshop as its file is called; `nil` for examples from elsewhere.
  public let municipality: String?
  /// The example in our own words.
  public let text: String
}
