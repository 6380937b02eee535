import TextScreen
import WorkshopContent
import WorkshopCore

/// The conditions as lists to talk through, a page for each group, with what may be told of the scores.
///
/// Source: *Voorwaarden voor het ontstaan van samenwerking*, ch. 2.
enum ConditionSlides {
  private static let prefix = "conditions-"

  static func all(_ screen: WorkshopScreen) -> [Slide] {
    screen.content.conditionGroups.map { group in slide(group, screen) }
  }

  /// The group of conditions that a page is about.
  static func group(of slide: Slide, _ content: Content) -> ConditionGroup? {
    content.conditionGroups.first { prefix + $0.id == slide.id }
  }

  /// The condition with the cursor.
  static func selected(on slide: Slide, _ stage: some SlideStage, _ screen: WorkshopScreen)
    -> Condition?
  {
    guard let group = group(of: slide, screen.content), !group.conditions.isEmpty else {
      return nil
    }
    return group.conditions[min(stage.selectedPoint(of: slide, screen), group.conditions.count - 1)]
  }

  /// The places of all conditions.
  static func places(_ content: Content) -> [String] {
    content.conditionGroups.flatMap { $0.conditions.map(\.id) }
  }

  /// What was written down of a group's conditions in the shown item; scores are not among it.
  static func notes(on group: ConditionGroup, _ screen: WorkshopScreen) -> [Note] {
    guard let item = screen.item else { return [] }
    return group.conditions.flatMap { screen.workshop.notes.at($0.id, ofItem: item.key) }
  }

  private static func slide(_ group: ConditionGroup, _ screen: WorkshopScreen) -> Slide {
    let content = screen.content
    let id = prefix + group.id
    let selected = min(screen.focus.row(in: id), group.conditions.count - 1)
    let points = group.conditions.enumerated().map { index, condition in
      let name = [condition.label, condition.name].compactMap { $0 }.joined(separator: " ")
      let isHere = index == selected
      let lines = isHere ? scores(of: condition, screen) : []
      return SlidePoint { columns in
        var paragraphs = [SlidePoint.Paragraph(name, Style(.normal, bold: isHere))]
        if isHere {
          paragraphs.append(.init(condition.text, indent: 2))
          paragraphs += lines
        }
        return paragraphs.flatMap { SlidePoint($0).lines(columns) }
      }
    }
    let about = group.isScored ? nil : content.word("scores.not-scored")
    return Slide(
      id: id, title: group.name,
      header: { columns in
        let text = [group.text, about].compactMap { $0 }.joined(separator: " ")
        let lines = TextLayout.wrap(text, columns: max(8, columns))
        // What introduces a list must not push it off a low screen.
        guard lines.count <= 2 || columns >= 60 else {
          return [SlideLine([.init(TextLayout.truncate(text, columns: columns), Style(.quiet))])]
        }
        return lines.map { SlideLine([.init($0, Style(.quiet))]) }
      }, points: points)
  }

  /// What may be told of scores given in confidence, by moment and side; nothing where nobody gave any.
  private static func scores(of condition: Condition, _ screen: WorkshopScreen)
    -> [SlidePoint.Paragraph]
  {
    let content = screen.content
    return Moment.allCases.flatMap { moment in
      Side.allCases.compactMap { side -> SlidePoint.Paragraph? in
        let scores = screen.workshop.scores(of: condition.id, at: moment, side: side)
        guard !scores.isEmpty else { return nil }
        let values = [
          "moment": content.word("moment.\(moment.rawValue)"),
          "side": content.word("\(side.rawValue).plural"),
          "scores": content.reportWords.text(of: scores),
        ]
        return SlidePoint.Paragraph(
          content.word("report.scores.line", values),
          Style(side == .formal ? .formal : .informal), indent: 2)
      }
    }
  }
}

/// The form in which one person gives scores in confidence.
enum ScoreForm {
  static let purpose = "scores"

  static func bindings(_ scope: KeyTable.Scope) -> [KeyTable.Binding] {
    [KeyTable.bind(.giveScores, scope, "v", rank: 27, label: "key.scores")]
  }

  /// Opens the form for the group of conditions that is shown, or shows the first one.
  static func open(from stage: some SlideStage, on screen: inout WorkshopScreen) -> [Effect] {
    let slides = stage.slides(screen)
    guard let slide = stage.shownSlide(screen)?.slide,
      let group = ConditionSlides.group(of: slide, screen.content)
    else {
      let first = slides.firstIndex { ConditionSlides.group(of: $0, screen.content) != nil }
      return first.map { stage.turn(to: $0, on: &screen) } ?? []
    }
    guard group.isScored else {
      screen.say(screen.content.word("scores.not-scored"))
      return []
    }
    screen.open(Form.Purpose(id: purpose, place: group.id))
    return []
  }

  static func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form? {
    let content = screen.content
    guard purpose.id == Self.purpose,
      let group = content.conditionGroups.first(where: { $0.id == purpose.place && $0.isScored })
    else { return nil }
    // On the second day people mostly look back.
    let isLate = screen.workshop.items.contains { $0.day > 1 && $0.clock.began != nil }
    let sides = Side.allCases.map {
      Choice(id: $0.rawValue, name: content.word("\($0.rawValue).plural"))
    }
    let moments = Moment.allCases.map {
      Choice(id: $0.rawValue, name: content.word("moment.\($0.rawValue)"))
    }
    let answers =
      [Choice(id: "", name: content.word("scores.skip"))]
      + ConditionScores.scale.map { Choice(id: String($0), name: String($0)) }
      + [Choice(id: ConditionScores.notApplicable, name: content.word("not-applicable"))]
    var form = Form(
      purpose: purpose, title: content.word("scores.title"),
      fields: [
        .choice("side", content.word("scores.side"), sides),
        .choice(
          "moment", content.word("scores.moment"), moments,
          chosen: (isLate ? Moment.end : .start).rawValue),
      ] + group.conditions.map { .choice($0.id, $0.name, answers) })
    form.isPrivate = true
    return form
  }

  static func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    guard let side = Side(rawValue: form["side"]), let moment = Moment(rawValue: form["moment"])
    else { return [] }
    let steps = form.fields.dropFirst(2).compactMap { field -> Scribe.Step? in
      let score = Int(field.value)
      guard score != nil || field.value == ConditionScores.notApplicable else { return nil }
      return ConditionScores.step(
        score, of: field.id, at: moment, side: side, item: screen.item?.key,
        record: screen.scribe.newRecord())
    }
    if !steps.isEmpty { screen.say(screen.content.word("scores.kept"), as: .good) }
    return screen.commitAnonymously(steps)
  }
}
