import TextScreen
import WorkshopContent
import WorkshopCore

/// The plan of one municipality: actions, forms of cooperation, how it lasts, the informal position.
///
/// That there is no plan is a fair outcome, said on purpose. Source: *Tweedaagse
/// onderzoekswerkplaats*, ch. 1; the forms: ch. 4; what makes it last and the models: ch. 5.
struct PlanStage: Stage {
  var wantsWidth: Bool { true }

  /// The boxes of a plan in the order of Tab.
  enum Part: String, CaseIterable {
    case actions
    case forms
    case lasting
    case models
  }

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard screen.item != nil else { return [] }
    let group = group(screen)
    return Part.allCases.map { part in
      let own = notes(of: group, in: part, screen)
      var box = StageBox(
        id: part.rawValue, title: .word("plan.\(part.rawValue)"), place: place(of: part),
        group: group, notes: own)
      switch part {
      case .actions:
        let content = screen.content
        box.details = { details(of: $0, content) }
      case .forms: box.rows = formRows(own, screen)
      case .models: box.rows = modelRows(own, screen)
      case .lasting:
        let content = screen.content
        box.details = { claim(of: $0, content) }
      }
      return box
    }
  }

  /// The group whose plan is shown: the chosen one, or else the first municipality.
  func group(_ screen: WorkshopScreen) -> String {
    screen.chosenGroup ?? screen.workshop.municipalities.first?.document.text ?? "plenary"
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    let groups = Set(screen.team.map { [$0.text] } ?? self.groups(screen).map(\.id))
    let documents = Set(groups.map { Groups.document(of: $0, workshop: screen.workshop) })
    return screen.notes { _, owner, document in
      owner.map(groups.contains) ?? documents.contains(document)
    }
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    let municipalities = screen.workshop.municipalities.map {
      Choice(id: $0.document.text, name: $0.name)
    }
    return municipalities + [Choice(id: "plenary", name: screen.content.word("plenary"))]
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    let group = group(screen)
    // What is said about a form or a model hangs on the one under the cursor.
    let place = box.place ?? screen.selectedRow.flatMap { PlanRow($0.id)?.part.text }
    return NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: screen.item?.key,
      activity: .plan, phase: screen.phase?.id, group: group, place: place, channel: .keyboard)
  }

  func hold(of draft: NoteDraft, _ screen: WorkshopScreen) -> String? {
    guard case .plan(let part)? = draft.place.flatMap({ Place($0, in: .plan) }),
      let name = name(of: part, screen.content), let group = draft.group
    else { return nil }
    let isChosen = [Part.forms, .models].contains {
      notes(of: group, in: $0, screen).contains { $0.planPart == part && !$0.isRemark }
    }
    return isChosen ? name : screen.content.word("edit.not-chosen", ["form": name])
  }

  // MARK: What is in a plan

  /// A group's notes in a part; those of its file that name no group are its own as well.
  private func notes(of group: String, in part: Part, _ screen: WorkshopScreen) -> [Note] {
    let index = screen.workshop.notes
    let item = screen.item?.key
    let document = Groups.document(of: group, workshop: screen.workshop)
    let isMeant = { (place: String?) in self.part(at: place) == part }
    return index.sheet(of: group, inItem: item, wherePlace: isMeant).followed(
      by: index.sheet(of: nil, inItem: item, wherePlace: isMeant)
        .filter { $0.document == document })
  }

  /// The part of a place; whatever fits nowhere else is read among the actions.
  private func part(at place: String?) -> Part {
    guard case .plan(let part)? = place.flatMap({ Place($0, in: .plan) }) else { return .actions }
    return switch part {
    case .form: .forms
    case .model: .models
    case .lasting: .lasting
    case .action, .noPlan: .actions
    }
  }

  private func place(of part: Part) -> String? {
    switch part {
    case .actions: PlanPart.action.text
    case .lasting: PlanPart.lasting.text
    case .forms, .models: nil
    }
  }

  private func details(of note: Note, _ content: Content) -> String? {
    let parts = [("plan.who", note.who), ("plan.when", note.when), ("plan.needed", note.needed)]
      .compactMap { key, text in text.map { "\(content.word(key)): \($0)" } }
    let all = (claim(of: note, content).map { [$0] } ?? []) + parts
    return all.isEmpty ? nil : all.joined(separator: " · ")
  }

  /// What kind of thing a note claims, in a word.
  private func claim(of note: Note, _ content: Content) -> String? {
    note.claim.map { content.word("claim.\($0.rawValue)") }
  }

  private func formRows(_ notes: [Note], _ screen: WorkshopScreen) -> [StageRow] {
    screen.content.forms.flatMap { form -> [StageRow] in
      let part = PlanPart.form(form.id)
      let own = notes.filter { $0.planPart == part }
      guard let first = own.first(where: { !$0.isRemark }) else {
        return [StageRow(id: part.text, sign: "○", text: form.name)] + remarks(part, own)
      }
      let points = form.conditions.map { point -> StageRow in
        let state = own.lazy.compactMap { $0.state(ofCondition: point.id) }.first
        return StageRow(
          id: PlanRow(part, point: point.id).id, sign: state.sign,
          text: text(of: point, state, screen.content), indent: 4)
      }
      return [row(part, form.name, first)] + points + remarks(part, own, besides: first)
    } + unknown(notes, besides: screen.content.forms.map { PlanPart.form($0.id) })
  }

  private func text(of point: FormPoint, _ state: ConditionState?, _ content: Content) -> String {
    var text = point.text
    if let state { text += " — " + content.word("condition.\(state.rawValue)") }
    if point.isProse { text += " (\(content.word("prose-only")))" }
    return text
  }

  private func modelRows(_ notes: [Note], _ screen: WorkshopScreen) -> [StageRow] {
    screen.content.informalPositionModels.flatMap { model -> [StageRow] in
      let part = PlanPart.model(model.id)
      let own = notes.filter { $0.planPart == part }
      let first = own.first { !$0.isRemark }
      var row =
        first.map { self.row(part, model.name, $0) }
        ?? StageRow(id: part.text, sign: "○", text: model.name)
      row.below = model.pros.map { "+ " + $0 } + model.cons.map { "– " + $0 }
      return [row] + remarks(part, own, besides: first)
    } + unknown(notes, besides: screen.content.informalPositionModels.map { .model($0.id) })
  }

  /// The row of something chosen, with what the group made of its name.
  private func row(_ part: PlanPart, _ name: String, _ note: Note) -> StageRow {
    let words = note.text.hasSameBytes(as: name) ? name : "\(name): \(note.text)"
    return StageRow(id: part.text, sign: "●", text: words, isStrong: true, note: note.id)
  }

  private func remarks(_ part: PlanPart, _ notes: [Note], besides first: Note? = nil) -> [StageRow]
  {
    notes.filter { $0.id != first?.id }.map { note in
      StageRow(
        id: PlanRow(part, note: note.id).id, sign: note.addsTo == nil ? "·" : "+",
        text: note.text, indent: 4, note: note.id)
    }
  }

  /// Notes at forms or models that this version's content does not have.
  private func unknown(_ notes: [Note], besides known: [PlanPart]) -> [StageRow] {
    notes.filter { note in note.planPart.map { !known.contains($0) } ?? true }.map { note in
      StageRow(
        id: note.id.text, sign: note.isRemark ? "·" : "●", text: note.text,
        isStrong: !note.isRemark, note: note.id)
    }
  }

  /// The step that is about the box with the cursor, whatever led to it.
  func phaseIndex(_ screen: WorkshopScreen) -> Int? {
    guard let box = screen.selectedBox else { return nil }
    return screen.texts.phases.firstIndex { $0.id == box.id }
  }

  /// The task of the box that is open; that of actions and of lasting is the line of their step.
  func nowLine(_ screen: WorkshopScreen) -> String? {
    switch screen.selectedBox.flatMap({ Part(rawValue: $0.id) }) {
    case .forms: screen.content.word("plan.forms.ask")
    case .models: screen.content.word("plan.models.ask")
    default: nil
    }
  }

  // MARK: Drawing

  /// What the box asks, in as few rows as the screen has for it.
  private func prompts(_ view: StageView, in rect: Rect) -> [String] {
    let content = view.content
    let asked: [String]
    switch Part.allCases[view.selectedBox] {
    case .actions: asked = view.screen.texts.prompts
    case .forms: asked = [content.word("plan.forms.ask")]
    case .lasting: asked = content.lastingPoints.map(\.name)
    case .models: asked = [content.word("plan.models.ask")]
    }
    let room = rect.rows >= 12 ? 4 : rect.rows >= 7 ? 1 : 0
    var lines = asked.flatMap { TextLayout.wrap("· " + $0, columns: max(1, rect.columns)) }
    if lines.count > room, room > 0 {
      lines = Array(lines.prefix(room))
      lines[room - 1] = TextLayout.truncate(lines[room - 1] + " …", columns: rect.columns)
    }
    return Array(lines.prefix(room))
  }

  /// The area of the box with the cursor; the others are named above it.
  func areas(_ view: StageView, in rect: Rect) -> [Rect?] {
    let head = 1 + prompts(view, in: rect).count
    // Air between what is asked and what is answered, where there is room.
    let area = rect.removingTop(rect.rows >= 14 ? head + 1 : head)
    return view.boxes.indices.map { $0 == view.selectedBox ? area : nil }
  }

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    guard rect.rows > 0, view.boxes.indices.contains(view.selectedBox) else { return }
    drawTabs(view, in: rect, &frame)
    for (index, line) in prompts(view, in: rect).enumerated() {
      frame.put(
        line, at: Point(column: rect.column, row: rect.row + 1 + index), style: Style(.quiet),
        columns: rect.columns)
    }
    let box = view.boxes[view.selectedBox]
    guard let area = areas(view, in: rect)[view.selectedBox] else { return }
    guard box.rows == nil else {
      return RowList(box, view, isFocused: true).draw(in: area, on: &frame)
    }
    NoteList(view: view, box: box, isFocused: true).draw(in: area, on: &frame)
    if box.notes.isEmpty {
      frame.put(
        view.content.word(box.id == Part.actions.rawValue ? "plan.empty" : "notes.none"),
        at: Point(column: area.column + 2, row: area.row), style: Style(.quiet),
        columns: area.columns - 2)
    }
  }

  /// The municipality and its boxes beside each other; only the one with the cursor if that is long.
  private func drawTabs(_ view: StageView, in rect: Rect, _ frame: inout Frame) {
    let name = Groups.name(
      group(view.screen), workshop: view.screen.workshop, content: view.content)
    let used =
      frame.put(name, at: rect.origin, style: Style(.accent, bold: true), columns: rect.columns / 2)
      + 3
    let tabs = view.boxes.map { box in
      let count = box.rows.map { $0.filter(\.isStrong).count } ?? box.notes.count
      return view.content.text(of: box.title) + (count > 0 ? " \(count)" : "")
    }
    let room = rect.columns - used
    let isWhole = tabs.reduce(-3) { $0 + TextWidth.columns(of: $1) + 3 } <= room
    var column = rect.column + used
    for (index, tab) in tabs.enumerated() where isWhole || index == view.selectedBox {
      let isSelected = index == view.selectedBox
      let text = isWhole ? tab : "\(tab)  \(index + 1)/\(tabs.count)"
      column +=
        frame.put(
          text, at: Point(column: column, row: rect.row),
          style: Style(isSelected ? .normal : .quiet, bold: isSelected, underline: isSelected),
          columns: max(0, rect.maxColumn - column)) + 3
    }
  }
}

extension ConditionState? {
  /// The sign by which a condition's state is told without colour.
  fileprivate var sign: String {
    switch self {
    case .met: "✓"
    case .notMet: "!"
    case .notApplicable: "–"
    case nil: "·"
    }
  }
}

/// What a row of the forms or models is about, as it stands in the row's id.
struct PlanRow {
  let part: PlanPart
  /// The condition; `nil` for the form or model itself.
  var point: String?
  /// A further note; `nil` for the form or model itself.
  var note: RecordID?

  init(_ part: PlanPart, point: String? = nil, note: RecordID? = nil) {
    self.part = part
    self.point = point
    self.note = note
  }

  init?(_ id: String) {
    let pieces = id.split(separator: "#", maxSplits: 1).map(String.init)
    guard let place = pieces.first, case .plan(let part)? = Place(place, in: .plan) else {
      return nil
    }
    self.part = part
    guard pieces.count > 1 else { return }
    note = RecordID(pieces[1])
    if note == nil { point = pieces[1] }
  }

  var id: String {
    let piece = point ?? note?.text
    return part.text + (piece.map { "#" + $0 } ?? "")
  }
}
