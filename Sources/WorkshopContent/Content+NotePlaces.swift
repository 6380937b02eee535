public import WorkshopCore

extension Content {
  /// What notes may stand at that the content names.
  public var namedPlaces: NamedPlaces {
    var named = NamedPlaces()
    named.conditions = conditionGroups.flatMap { $0.conditions.map(\.id) }
    named.scored = Set(conditionGroups.filter(\.isScored).flatMap { $0.conditions.map(\.id) })
    named.forms = forms.map { ($0.id, $0.conditions.map(\.id)) }
    named.models = informalPositionModels.map(\.id)
    named.statements = prejudiceStatements.map(\.id)
    for kind in ActivityKind.allCases { named.phases[kind] = activity(kind).phases.map(\.id) }
    return named
  }

  /// The activity of an id, or of a name in this language.
  public func activity(named text: String) -> ActivityKind? {
    if let kind = ActivityKind(rawValue: text) { return kind }
    let name = text.lowercased()
    return ActivityKind.allCases.first { kind in
      let texts = activity(kind)
      return texts.name.lowercased() == name || texts.shortName.lowercased() == name
    }
  }
}
