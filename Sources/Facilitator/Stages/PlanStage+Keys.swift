import TextScreen
import WorkshopContent
import WorkshopCore

// What can be done to a plan besides taking notes: ticking, filling in who and when, no plan.

extension Action {
  static let tick = Action("tick")
  static let explain = Action("explain")
  static let planDetails = Action("plan-details")
  static let noPlan = Action("no-plan")
}

extension PlanStage {
  private static let detailsPurpose = "plan-details"

  var scope: KeyTable.Scope { .stage(.plan) }

  var bindings: [KeyTable.Binding] {
    [
      KeyTable.bind(.planDetails, scope, "w", rank: 22, label: "key.plan-details"),
      KeyTable.bind(.tick, scope, "Space", rank: 24, label: "key.tick"),
      KeyTable.bind(.explain, scope, "i", rank: 26, label: "key.explain"),
      KeyTable.bind(.noPlan, scope, "0", rank: 70, label: "key.no-plan"),
    ]
  }

  func offers(_ action: Action, _ screen: WorkshopScreen) -> Bool {
    let part = screen.selectedBox.flatMap { Part(rawValue: $0.id) }
    return switch action {
    case .tick: part == .forms || part == .models
    case .planDetails: part == .actions || part == .lasting
    default: true
    }
  }

  func label(_ action: Action, _ screen: WorkshopScreen) -> String? {
    let isLasting = screen.selectedBox?.id == Part.lasting.rawValue
    return action == .planDetails && isLasting ? "key.plan-claim" : nil
  }

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    switch action {
    case .tick: return tick(&screen)
    case .explain: screen.overlay = .pager(explanation(screen))
    case .planDetails:
      guard offers(action, screen), let note = screen.selectedNote else {
        screen.say(screen.content.word("plan.choose-action"))
        break
      }
      screen.open(Form.Purpose(id: Self.detailsPurpose, record: note.id))
    case .noPlan: return toggleNoPlan(&screen)
    case .left, .previousBox: return turn(by: -1, &screen)
    case .right, .nextBox: return turn(by: 1, &screen)
    case .nextPhase: return goOn(&screen)
    case .read where screen.selectedNote == nil && screen.selectedRow != nil:
      screen.overlay = .pager(explanation(screen))
    default: return nil
    }
    return []
  }

  // MARK: Turning to another box

  /// Goes to the next step, and to the box that is filled in it.
  private func goOn(_ screen: inout WorkshopScreen) -> [Effect] {
    let effects = screen.nextPhase()
    let phases = screen.texts.phases
    guard let next = screen.item.flatMap({ screen.memory.phases[$0.id.text] }),
      phases.indices.contains(next), let part = Part(rawValue: phases[next].id),
      let index = Part.allCases.firstIndex(of: part), screen.focus.box != index
    else { return effects }
    return screen.moveBox(by: index - screen.focus.box)
  }

  /// Turns to another box, and to the step that is about it.
  private func turn(by distance: Int, _ screen: inout WorkshopScreen) -> [Effect] {
    let effects = screen.moveBox(by: distance)
    guard let item = screen.item, let phase = phaseIndex(screen) else { return effects }
    // In the boxes behind it, which have no step of their own, it goes on to be the step.
    screen.memory.phases[item.id.text] = phase
    return [.remember(screen.memory)]
  }

  // MARK: Who, when, what is needed

  func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form? {
    guard purpose.id == Self.detailsPurpose,
      let note = purpose.record.flatMap({ screen.workshop.notes[$0] })
    else { return nil }
    let content = screen.content
    let kinds =
      [Choice(id: "", name: content.word("not-recorded"))]
      + Note.Claim.allCases.map {
        Choice(id: $0.rawValue, name: content.word("claim.\($0.rawValue)"))
      }
    let claim = Form.Field.choice(
      "claim", content.word("plan.claim"), kinds, chosen: note.claim?.rawValue)
    // Only an action is somebody's to do.
    guard note.planPart != .lasting else {
      return Form(purpose: purpose, title: note.text.shortened, fields: [claim])
    }
    return Form(
      purpose: purpose, title: note.text.shortened,
      fields: [
        .text("who", content.word("plan.who"), note.who ?? ""),
        .text("when", content.word("plan.when"), note.when ?? ""),
        .text("needed", content.word("plan.needed"), note.needed ?? ""), claim,
      ])
  }

  func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    guard form.purpose.id == Self.detailsPurpose,
      let note = form.purpose.record.flatMap({ screen.workshop.notes[$0] })
    else { return [] }
    let fields: [(FieldName, String, String?)] = [
      (Note.PlanField.who, "who", note.who), (Note.PlanField.when, "when", note.when),
      (Note.PlanField.needed, "needed", note.needed),
      (Note.Field.claim, "claim", note.claim?.rawValue),
    ]
    var set: JSONObject = [:]
    for (name, id, old) in fields
    where form.fields.contains(where: { $0.id == id }) && form.filled(id) != old {
      set[name] = form.filled(id).map(JSONValue.string) ?? .null
    }
    guard !set.isEmpty else { return [] }
    return screen.commit(
      [Scribe.Step(note.document, SessionCollection.notes, note.id, set: set)],
      label: screen.did("edit", note.text))
  }

  // MARK: Choosing and ticking

  private func tick(_ screen: inout WorkshopScreen) -> [Effect] {
    guard let box = screen.selectedBox, let row = screen.selectedRow, let about = PlanRow(row.id)
    else {
      screen.say(screen.content.word("plan.nothing-to-tick"))
      return []
    }
    if let point = about.point { return tick(point, of: about.part, in: box, &screen) }
    // What was only said about it stays, chosen or not.
    let chosen = box.notes.filter { $0.planPart == about.part && !$0.isRemark }
    // A plan leans on one model for the informal position, and on as many forms as it wants.
    let others =
      box.id == Part.models.rawValue && chosen.isEmpty ? box.notes.filter { !$0.isRemark } : []
    let words = (chosen + others).filter { note in
      note.planPart.flatMap { name(of: $0, screen.content) }
        .map { !note.text.hasSameBytes(as: $0) } ?? true
    }
    guard screen.mayTakeAway(words, at: about.part.text, of: group(screen), by: "Space") else {
      return []
    }
    guard chosen.isEmpty else {
      return screen.commit(chosen.map(deletion), label: screen.did("delete", row.text))
    }
    var draft = draft(in: box, screen)
    draft.place = about.part.text
    draft.text = name(of: about.part, screen.content) ?? row.text
    return screen.commit(
      others.map(deletion) + [draft.step(record: screen.scribe.newRecord())],
      label: draft.text.shortened)
  }

  private func tick(
    _ point: String, of part: PlanPart, in box: StageBox, _ screen: inout WorkshopScreen
  ) -> [Effect] {
    let notes = box.notes.filter { $0.planPart == part && !$0.isRemark }
    guard
      let note = notes.first(where: { $0.state(ofCondition: point) != nil }) ?? notes.first
    else { return [] }
    let state = ConditionState.following(note.state(ofCondition: point))
    let set: JSONObject = [FieldName(point): state.map { .string($0.rawValue) } ?? .null]
    let word = state.map { screen.content.word("condition.\($0.rawValue)") }
    return screen.commit(
      [Scribe.Step(note.document, SessionCollection.notes, note.id, set: set)],
      label: word ?? screen.content.word("condition.open"))
  }

  private func deletion(_ note: Note) -> Scribe.Step {
    Scribe.Step(
      note.document, SessionCollection.notes, note.id, set: [Note.Field.deleted: .bool(true)])
  }

  func name(of part: PlanPart, _ content: Content) -> String? {
    switch part {
    case .form(let id): content.forms.first { $0.id == id }?.name
    case .model(let id): content.informalPositionModels.first { $0.id == id }?.name
    default: nil
    }
  }

  /// Says on purpose that there is no plan, or takes that back.
  private func toggleNoPlan(_ screen: inout WorkshopScreen) -> [Effect] {
    guard let box = screen.boxes.first else { return [] }
    let said = box.notes.filter { $0.planPart == .noPlan }
    screen.focus.box = 0
    let words = said.filter { !$0.text.hasSameBytes(as: screen.content.word("plan.none")) }
    guard screen.mayTakeAway(words, at: PlanPart.noPlan.text, of: group(screen), by: "0") else {
      return []
    }
    guard said.isEmpty else {
      return screen.commit(said.map(deletion), label: screen.content.word("plan.none"))
    }
    var draft = draft(in: box, screen)
    draft.place = PlanPart.noPlan.text
    draft.text = screen.content.word("plan.none")
    let id = screen.scribe.newRecord()
    let effects = screen.commit([draft.step(record: id)], label: draft.text.shortened)
    screen.select(note: id, near: 0)
    return effects
  }

  // MARK: Reading up

  /// What the source says about the box with the cursor, or about the form or model in it.
  private func explanation(_ screen: WorkshopScreen) -> Pager {
    let content = screen.content
    switch screen.selectedRow.flatMap({ PlanRow($0.id)?.part }) {
    case .form(let id)?:
      guard let form = content.forms.first(where: { $0.id == id }) else { break }
      return Pager(title: form.name, paragraphs: paragraphs(form, content))
    case .model(let id)?:
      guard let model = content.informalPositionModels.first(where: { $0.id == id }) else { break }
      let points = model.pros.map { "+ " + $0 } + model.cons.map { "– " + $0 }
      return Pager(
        title: model.name,
        paragraphs: [Pager.Paragraph(text: model.text), Pager.Paragraph(text: "")]
          + points.map { Pager.Paragraph(text: $0, hanging: 2) }
          + [Pager.Paragraph(text: "")] + source(model.source, content))
    default: break
    }
    guard screen.selectedBox?.id == Part.lasting.rawValue else {
      return Pages.script(screen)
    }
    return Pager(
      title: content.word("lasting"),
      paragraphs: content.lastingPoints.flatMap { point in
        [
          Pager.Paragraph(text: point.name, style: Style(.accent, bold: true)),
          Pager.Paragraph(text: point.text),
        ]
          + point.parts.map { Pager.Paragraph(text: "· \($0.name): \($0.text)", hanging: 2) }
          + source(point.source, content) + [Pager.Paragraph(text: "")]
      })
  }

  private func paragraphs(_ form: CooperationForm, _ content: Content) -> [Pager.Paragraph] {
    func list(_ heading: String, _ lines: [String]) -> [Pager.Paragraph] {
      guard !lines.isEmpty else { return [] }
      return [
        Pager.Paragraph(text: ""),
        Pager.Paragraph(text: content.word(heading), style: Style(.accent, bold: true)),
      ] + lines.map { Pager.Paragraph(text: "· " + $0, hanging: 2) }
    }
    func words(_ points: [FormPoint]) -> [String] {
      points.map { $0.isProse ? "\($0.text) (\(content.word("prose-only")))" : $0.text }
    }
    return [Pager.Paragraph(text: form.text)]
      + list("start", words(form.start)) + list("conditions", words(form.conditions))
      + list("attention", words(form.attention)) + list("example", form.examples.map(\.text))
      + [Pager.Paragraph(text: "")] + source(form.source, content)
  }

  private func source(_ source: ContentSource, _ content: Content) -> [Pager.Paragraph] {
    [
      Pager.Paragraph(
        text: content.word("source") + ": " + content.citation(of: source), style: Style(.quiet))
    ]
  }
}
