import WorkshopCore

/// Joins the structure with the texts of one language.
struct ContentBuilder {
  let structure: WorkshopStructure
  let words: [String: String]
  var texts: TextTable

  init(_ language: Language) throws(ContentError) {
    self.structure = try ResourceFile.structure.decode(WorkshopStructure.self)
    self.words = try ResourceFile.words(language).decode([String: String].self)
    self.texts = try TextTable(language)
  }

  /// Everything, or the first text that is missing.
  mutating func content() throws(ContentError) -> Content {
    let activities = try activities()
    let conditionGroups = try conditionGroups()
    // A report looks its words up by key and knows conditions by their ids only.
    let names = Dictionary(
      conditionGroups.flatMap(\.conditions).map { ("condition.\($0.id).name", $0.name) },
      uniquingKeysWith: { first, _ in first })
    return Content(
      language: texts.language,
      programme: try programme(activities),
      roles: try roles(),
      dimensions: try dimensions(),
      treeParts: try treeParts(),
      perspectives: try perspectives(),
      startingPoints: try startingPoints(),
      figures: [try drawing(), try table()],
      conditionGroups: conditionGroups,
      forms: try forms(),
      lastingPoints: try lastingPoints(),
      informalPositionModels: try informalPositionModels(),
      prejudiceStatements: try prejudiceStatements(),
      activities: activities,
      words: words.merging(names, uniquingKeysWith: { word, _ in word }))
  }

  /// The section that the structure calls by a name.
  func source(_ name: String) throws(ContentError) -> ContentSource {
    if name == "own" { return .own }
    guard let section = structure.sources[name] else { throw .unknownReference(name) }
    return .report(
      ReportSection(
        chapter: section.chapter, title: section.title,
        pages: section.page.map { $0...max($0, section.lastPage ?? $0) }))
  }
}

// MARK: - The programme

extension ContentBuilder {
  private mutating func activities() throws(ContentError) -> [ActivityKind: ActivityText] {
    var result: [ActivityKind: ActivityText] = [:]
    for activity in structure.activities {
      let key = "activity.\(activity.kind.rawValue)"
      var phases: [PhaseText] = []
      for phase in activity.phases {
        phases.append(
          PhaseText(
            id: phase,
            name: try texts.text("\(key).phase.\(phase).name"),
            now: try texts.text("\(key).phase.\(phase).now"),
            instruction: try texts.text("\(key).phase.\(phase).instruction")))
      }
      result[activity.kind] = ActivityText(
        kind: activity.kind,
        name: try texts.text("\(key).name"),
        shortName: try texts.text("\(key).short"),
        now: try texts.text("\(key).now"),
        phases: phases,
        source: try source(activity.source))
    }
    for kind in ActivityKind.allCases where result[kind] == nil {
      throw .unknownReference(kind.rawValue)
    }
    return result
  }

  private mutating func programme(
    _ activities: [ActivityKind: ActivityText]
  ) throws(ContentError) -> [ProgrammeTemplate] {
    var result: [ProgrammeTemplate] = []
    for item in structure.programme {
      let key = "item.\(item.id)"
      let known = activities[item.kind]?.phases ?? []
      var phases: [ProgrammePhase] = []
      for phase in item.phases {
        guard let text = known.first(where: { $0.id == phase.id }) else {
          throw .unknownReference("\(item.id)/\(phase.id)")
        }
        phases.append(
          ProgrammePhase(
            id: phase.id, name: text.name, minutes: phase.minutes, groupForm: phase.groupForm,
            isReporting: phase.isReporting ?? false, now: text.now, instruction: text.instruction))
      }
      result.append(
        ProgrammeTemplate(
          id: item.id, day: item.day, kind: item.kind,
          title: try texts.text("\(key).title"),
          start: item.start, minutes: item.minutes, groupForm: item.groupForm,
          researchGoal: try texts.text("\(key).research"),
          developmentGoal: try texts.text("\(key).development"),
          phases: phases,
          script: try texts.texts("\(key).script", count: item.script),
          prompts: try texts.texts("\(key).prompt", count: item.prompts),
          source: try source(item.source)))
    }
    return result
  }

  private mutating func dimensions() throws(ContentError) -> [DimensionText] {
    var result: [DimensionText] = []
    for dimension in structure.dimensions {
      let key = "dimension.\(dimension.id.rawValue)"
      result.append(
        DimensionText(
          id: dimension.id,
          name: try texts.text("\(key).name"),
          shortName: try texts.text("\(key).short"),
          question: try texts.text("\(key).question"),
          ownQuestion: try texts.text("\(key).own-question"),
          source: try source(dimension.source)))
    }
    return result
  }

  private mutating func treeParts() throws(ContentError) -> [TreePartText] {
    var result: [TreePartText] = []
    for part in structure.treeParts {
      let key = "tree.\(part.id.rawValue)"
      result.append(
        TreePartText(
          id: part.id,
          name: try texts.text("\(key).name"),
          meaning: try texts.text("\(key).meaning"),
          question: try texts.text("\(key).question"),
          source: try source(part.source)))
    }
    return result
  }

  private mutating func prejudiceStatements() throws(ContentError) -> [PrejudiceStatement] {
    var result: [PrejudiceStatement] = []
    for statement in structure.prejudiceStatements {
      result.append(
        PrejudiceStatement(
          id: statement.id, about: statement.about,
          text: try texts.text("prejudice.\(statement.id)"),
          source: try source(statement.source)))
    }
    return result
  }
}
