public import WorkshopCore

extension Content {
  /// What the simulated participants of a rehearsal need to know, with their sentences.
  ///
  /// It is parsed at each call: only a rehearsal needs it.
  public func rehearsal() throws(ContentError) -> RehearsalSetting {
    RehearsalSetting(
      texts: try ResourceFile.rehearsal(language).decode(RehearsalTexts.self),
      phases: { item in template(of: item)?.phases.map(\.id) ?? [] },
      forms: forms.map {
        RehearsalSetting.Option(id: $0.id, name: $0.name, conditions: $0.conditions.map(\.id))
      },
      models: informalPositionModels.map { RehearsalSetting.Option(id: $0.id, name: $0.name) },
      conditions: conditionGroups.map {
        RehearsalSetting.Conditions(isScored: $0.isScored, ids: $0.conditions.map(\.id))
      },
      statements: prejudiceStatements.map {
        RehearsalSetting.Statement(id: $0.id, about: $0.about)
      },
      label: { label(of: $0) }, noPlan: word("plan.none"))
  }
}
