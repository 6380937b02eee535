import TextScreen
import WorkshopContent
import WorkshopCore

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
      guard let first else { return [] }
      screen.say(screen.content.word("scores.jumped"))
      return stage.turn(to: first, on: &screen)
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
    guard !steps.isEmpty else {
      screen.say(screen.content.word("scores.none"))
      return []
    }
    screen.say(screen.content.word("scores.kept"), as: .good)
    return screen.commitAnonymously(steps)
  }
}
