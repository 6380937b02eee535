public import WorkshopCore

extension Content {
  /// What the content names, in whatever language.
  public var knownIDs: KnownIDs {
    func names(_ ids: some Sequence<String>) -> Set<FieldName> { Set(ids.map { FieldName($0) }) }
    return KnownIDs(
      phases: names(
        programme.flatMap(\.phases).map(\.id)
          + ActivityKind.allCases.flatMap { activity($0).phases.map(\.id) }),
      conditions: names(conditionGroups.flatMap(\.conditions).map(\.id)),
      forms: Dictionary(
        forms.map { (FieldName($0.id), names($0.conditions.map(\.id))) }, uniquingKeysWith: { $1 }),
      models: names(informalPositionModels.map(\.id)),
      statements: names(prejudiceStatements.map(\.id)),
      sourceRoles: names(roles.map(\.id)))
  }
}
