/// The names that the built-in content gives to what notes can be about, by which `check` tells them
/// from names that lead nowhere.
public struct KnownIDs: Sendable {
  /// The steps within items, of every activity.
  public var phases: Set<FieldName>
  /// The conditions that are talked about and scored.
  public var conditions: Set<FieldName>
  /// The conditions of each form of cooperation, by the form.
  public var forms: [FieldName: Set<FieldName>]
  /// The models for the informal position.
  public var models: Set<FieldName>
  /// The statements with which the prejudice game opens.
  public var statements: Set<FieldName>
  /// The roles of the source.
  public var sourceRoles: Set<FieldName>

  /// Names what there is.
  public init(
    phases: Set<FieldName> = [], conditions: Set<FieldName> = [],
    forms: [FieldName: Set<FieldName>] = [:], models: Set<FieldName> = [],
    statements: Set<FieldName> = [], sourceRoles: Set<FieldName> = []
  ) {
    self.phases = phases
    self.conditions = conditions
    self.forms = forms
    self.models = models
    self.statements = statements
    self.sourceRoles = sourceRoles
  }
}
