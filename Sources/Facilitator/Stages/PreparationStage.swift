import TextScreen
import WorkshopContent
import WorkshopCore

extension Action {
  static let setRespondent = Action("set-respondent")
}

/// The preparation: interviews by topic, documents, literature and exploratory talks, per
/// municipality; also the place of all notes that belong to no item.
///
/// Source: *Onderzoeksopzet*, ch. 1; topics as in its list for the interviews.
struct PreparationStage: Stage {
  private static let purpose = "respondent"

  /// A box.
  private struct Part {
    let place: PreparationPlace
    let word: String
    /// Tells whether it is there without a note in it.
    var isFixed = true
  }

  private static let parts = [
    Part(place: .what, word: "preparation.what"),
    Part(place: .origin, word: "preparation.origin"),
    Part(place: .problems, word: "preparation.problems"),
    Part(place: .solutions, word: "preparation.solutions"),
    Part(place: .interview, word: "preparation.interview", isFixed: false),
    Part(place: .document, word: "preparation.document"),
    Part(place: .literature, word: "preparation.literature"),
    Part(place: .talk, word: "preparation.talk"),
  ]

  var scope: KeyTable.Scope { .stage(.preparation) }

  var bindings: [KeyTable.Binding] {
    [KeyTable.bind(.setRespondent, scope, "w", rank: 57, label: "key.respondent")]
  }

  // MARK: Boxes

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard let item = screen.item else { return [] }
    let all = screen.workshop.notes.ofItem(item.key).filter { !$0.isScore }
    let group = screen.chosenGroup
    let mine = group == nil ? all : all.filter { $0.group == group }
    let places = Set(Self.parts.map(\.place.rawValue))
    func isOther(_ note: Note) -> Bool {
      note.activity != .preparation || !places.contains(note.place ?? "")
    }
    var boxes = Self.parts.compactMap { part -> StageBox? in
      let notes = screen.workshop.notes.at(part.place.rawValue, ofItem: item.key).filter {
        !isOther($0) && (group == nil || $0.group == group)
      }
      guard part.isFixed || !notes.isEmpty else { return nil }
      return StageBox(
        id: part.place.rawValue, title: .word(part.word), place: part.place.rawValue, group: group,
        notes: notes, details: { $0.fields[Note.PreparationField.respondent]?.text })
    }
    let others = mine.filter(isOther)
    if !others.isEmpty {
      boxes.append(
        StageBox(
          id: "", title: .word("preparation.other"), group: group, notes: others,
          details: { $0.fields[Note.PreparationField.respondent]?.text }))
    }
    return boxes
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    guard let item = screen.item, let team = screen.team else { return [] }
    return screen.workshop.notes.ofItem(item.key).filter { $0.group != team.text }
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    [Choice(id: "", name: screen.content.word("preparation.all"))]
      + Groups.all(screen.workshop, content: screen.content).filter { choice in
        choice.id == "plenary"
          || screen.workshop.municipalities.contains { $0.document.text == choice.id }
      }
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    let group = screen.chosenGroup ?? "plenary"
    var draft = NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: screen.item?.key,
      activity: .preparation, phase: screen.phase?.id, group: group, place: box.place,
      channel: .keyboard)
    draft.kind = box.place.flatMap(PreparationPlace.init(rawValue:))?.kind
    return draft
  }

  // MARK: Keys

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    switch action {
    case .left: return screen.moveGroup(by: -1, among: groups(screen))
    case .right: return screen.moveGroup(by: 1, among: groups(screen))
    case .setRespondent:
      guard let note = screen.selectedNote else {
        screen.sayNothingSelected()
        return []
      }
      screen.open(Form.Purpose(id: Self.purpose, record: note.id))
      return []
    default: return nil
    }
  }

  func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form? {
    guard purpose.id == Self.purpose,
      let note = purpose.record.flatMap({ screen.workshop.notes[$0] })
    else { return nil }
    return Form(
      purpose: purpose, title: note.text.shortened,
      fields: [
        .text(
          "respondent", screen.content.word("preparation.respondent"),
          note.fields[Note.PreparationField.respondent]?.text ?? "")
      ])
  }

  func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    guard let note = form.purpose.record.flatMap({ screen.workshop.notes[$0] }) else { return [] }
    let respondent = form.filled("respondent")
    guard respondent != note.fields[Note.PreparationField.respondent]?.text else { return [] }
    return screen.commit(
      [
        Scribe.Step(
          note.document, SessionCollection.notes, note.id,
          set: [Note.PreparationField.respondent: respondent.map(JSONValue.string) ?? .null])
      ], label: respondent?.shortened ?? note.text.shortened)
  }

  // MARK: Drawing

  private func stack(_ view: StageView) -> BoxStack {
    BoxStack(view: view, showsGroups: view.screen.chosenGroup == nil)
  }

  func areas(_ view: StageView, in rect: Rect) -> [Rect?] {
    stack(view).areas(in: rect.removingTop(1))
  }

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    let groups = groups(view.screen)
    let selected = groups.firstIndex { $0.id == view.screen.chosenGroup ?? "" } ?? 0
    TabRow(tabs: groups.map(\.name), selected: selected).draw(in: rect.top(1), on: &frame)
    stack(view).draw(in: rect.removingTop(1), on: &frame)
  }
}
