import WorkshopCore

// What the report found: the framework, the conditions, the roles and the forms of cooperation.

extension ContentBuilder {
  mutating func perspectives() throws(ContentError) -> [Perspective] {
    var result: [Perspective] = []
    for perspective in structure.perspectives {
      let key = "perspective.\(perspective.id)"
      result.append(
        Perspective(
          id: perspective.id,
          name: try texts.text("\(key).name"),
          dominantSide: perspective.dominantSide,
          text: try texts.text("\(key).text"),
          question: try texts.text("\(key).question"),
          source: try source(perspective.source)))
    }
    return result
  }

  mutating func startingPoints() throws(ContentError) -> [StartingPoint] {
    var result: [StartingPoint] = []
    for point in structure.startingPoints {
      let key = "start.\(point.id)"
      result.append(
        StartingPoint(
          id: point.id,
          name: try texts.text("\(key).name"),
          text: try texts.text("\(key).text"),
          example: try texts.text("\(key).example"),
          source: try source(point.source)))
    }
    return result
  }

  mutating func drawing() throws(ContentError) -> Figure {
    let drawing = structure.drawing
    let key = "figure.\(drawing.id)"
    return Figure(
      id: drawing.id,
      title: try texts.text("\(key).title"),
      note: try texts.text("\(key).note"),
      drawing: try texts.text("\(key).drawing").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init),
      table: nil,
      source: try source(drawing.source))
  }

  mutating func table() throws(ContentError) -> Figure {
    let table = structure.table
    let key = "figure.\(table.id)"
    var rows: [FigureRow] = []
    for row in table.rows {
      let rowKey = "\(key).\(row.focus.rawValue)"
      rows.append(
        FigureRow(
          focus: row.focus,
          name: try texts.text("\(rowKey).name"),
          arrows: row.arrows,
          informal: try texts.texts("\(rowKey).informal", count: row.informal),
          formal: try texts.texts("\(rowKey).formal", count: row.formal)))
    }
    return Figure(
      id: table.id,
      title: try texts.text("\(key).title"),
      note: try texts.text("\(key).note"),
      drawing: [],
      table: FigureTable(columns: table.columns, rows: rows),
      source: try source(table.source))
  }

  mutating func conditionGroups() throws(ContentError) -> [ConditionGroup] {
    var result: [ConditionGroup] = []
    for group in structure.conditionGroups {
      let key = "condition-group.\(group.id)"
      let source = try source(group.source)
      var conditions: [Condition] = []
      for condition in group.conditions {
        conditions.append(
          Condition(
            id: condition.id,
            label: condition.label,
            name: try texts.text("condition.\(condition.id).name"),
            text: try texts.text("condition.\(condition.id).text"),
            source: source))
      }
      result.append(
        ConditionGroup(
          id: group.id,
          name: try texts.text("\(key).name"),
          text: try texts.text("\(key).text"),
          isScored: group.isScored, isListedInSource: group.isListedInSource,
          conditions: conditions, source: source))
    }
    return result
  }

  mutating func roles() throws(ContentError) -> [SourceRole] {
    var result: [SourceRole] = []
    for role in structure.roles {
      let key = "role.\(role.id)"
      result.append(
        SourceRole(
          id: role.id, side: role.side, relation: role.relation,
          name: try texts.text("\(key).name"),
          aliases: try texts.texts("\(key).alias", count: role.aliases ?? 0),
          description: try texts.text("\(key).description"),
          note: role.hasNote == true ? try texts.text("\(key).note") : nil,
          source: try source(role.source)))
    }
    return result
  }

  mutating func forms() throws(ContentError) -> [CooperationForm] {
    var result: [CooperationForm] = []
    for form in structure.forms {
      let key = "form.\(form.id)"
      var examples: [FormExample] = []
      for (number, example) in form.examples.enumerated() {
        let id = "\(form.id).example.\(number + 1)"
        examples.append(
          FormExample(
            id: id, municipality: example.municipality, text: try texts.text("form.\(id)")))
      }
      result.append(
        CooperationForm(
          id: form.id, focus: form.focus, hasBox: form.hasBox,
          name: try texts.text("\(key).name"),
          text: try texts.text("\(key).text"),
          start: try points("\(form.id).start", form.start),
          examples: examples,
          attention: try points("\(form.id).attention", form.attention),
          conditions: try points("\(form.id).condition", form.conditions),
          source: try source(form.source)))
    }
    return result
  }

  /// The points of a box first, then those of the running text, numbered through.
  private mutating func points(
    _ id: String, _ points: WorkshopStructure.Points
  ) throws(ContentError) -> [FormPoint] {
    let box = points.box ?? 0
    var result: [FormPoint] = []
    for number in 0..<(box + (points.prose ?? 0)) {
      let pointID = "\(id).\(number + 1)"
      result.append(
        FormPoint(id: pointID, text: try texts.text("form.\(pointID)"), isProse: number >= box))
    }
    return result
  }

  mutating func lastingPoints() throws(ContentError) -> [LastingPoint] {
    var result: [LastingPoint] = []
    for point in structure.lastingPoints {
      let key = "lasting.\(point.id)"
      var parts: [LastingPart] = []
      for part in point.parts {
        parts.append(
          LastingPart(
            id: part.id,
            name: try texts.text("lasting.\(part.id).name"),
            text: try texts.text("lasting.\(part.id).text"),
            source: try source(part.source)))
      }
      result.append(
        LastingPoint(
          id: point.id,
          name: try texts.text("\(key).name"),
          text: try texts.text("\(key).text"),
          parts: parts, source: try source(point.source)))
    }
    return result
  }

  mutating func informalPositionModels() throws(ContentError) -> [InformalPositionModel] {
    var result: [InformalPositionModel] = []
    for model in structure.informalPositionModels {
      let key = "model.\(model.id)"
      result.append(
        InformalPositionModel(
          id: model.id,
          name: try texts.text("\(key).name"),
          text: try texts.text("\(key).text"),
          pros: try texts.texts("\(key).pro", count: model.pros),
          cons: try texts.texts("\(key).con", count: model.cons),
          source: try source(model.source)))
    }
    return result
  }
}
