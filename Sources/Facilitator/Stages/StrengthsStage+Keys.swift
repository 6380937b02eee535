import TextScreen
import WorkshopContent
import WorkshopCore

// What the board of strengths can do besides taking notes: marking, sorting, making roles.

extension Action {
  static let mark = Action("mark")
  static let makeRole = Action("make-role")
  static let sortUnsorted = Action("sort-unsorted")
  static let sortKnowledge = Action("sort-knowledge")
  static let sortSkills = Action("sort-skills")
  static let sortPosition = Action("sort-position")
  static let sortPower = Action("sort-power")
}

extension StrengthsStage {
  private static let rolePurpose = "role"

  var scope: KeyTable.Scope { .stage(.strengths) }

  var bindings: [KeyTable.Binding] {
    [
      KeyTable.bind(.mark, scope, "Space", rank: 75, label: "key.mark"),
      KeyTable.bind(.makeRole, scope, "m", rank: 70, label: "key.m"),
      KeyTable.bind(.sortKnowledge, scope, "1", rank: 76, label: "key.sort", shown: "1-4"),
      KeyTable.bind(.sortSkills, scope, "2"),
      KeyTable.bind(.sortPosition, scope, "3"),
      KeyTable.bind(.sortPower, scope, "4"),
      KeyTable.bind(.sortUnsorted, scope, "0"),
    ] + KeyTable.turns(scope)
  }

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    switch action {
    case .mark: screen.toggleMark()
    case .makeRole:
      let notes = screen.markedNotes
      guard !notes.isEmpty else {
        screen.say(screen.content.word("strengths.no-strength"))
        break
      }
      screen.open(Form.Purpose(id: Self.rolePurpose, about: notes.map(\.id)))
    case .sortUnsorted: return screen.sort(into: nil)
    case .sortKnowledge: return screen.sort(into: .knowledge)
    case .sortSkills: return screen.sort(into: .skills)
    case .sortPosition: return screen.sort(into: .position)
    case .sortPower: return screen.sort(into: .power)
    default: return performReporting(action, on: &screen)
    }
    return []
  }

  func offers(_ action: Action, _ screen: WorkshopScreen) -> Bool {
    switch action {
    // A role is made of strengths.
    case .makeRole, .mark, .sortKnowledge:
      screen.selectedNote != nil || !screen.focus.marked.isEmpty
    default: !ReportingKeys.actions.contains(action) || !reporters(screen).isEmpty
    }
  }

  // MARK: Roles

  func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form? {
    guard purpose.id == Self.rolePurpose else { return nil }
    let notes = purpose.about.compactMap { screen.workshop.notes[$0] }
    let side = side(of: notes).map { screen.content.word("\($0.rawValue).plural") }
    let title = [screen.content.word("strengths.make-role"), side].compactMap { $0 }
      .joined(separator: " · ")
    return Form(
      purpose: purpose, title: title,
      fields: [
        .text("name", screen.content.word("strengths.role-name")),
        .text("description", screen.content.word("strengths.role-description")),
      ])
  }

  func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    guard form.purpose.id == Self.rolePurpose, let name = form.filled("name") else { return [] }
    let notes = form.purpose.about.compactMap { screen.workshop.notes[$0] }
    let step = WorkshopRole.step(
      making: name, description: form.filled("description"), side: side(of: notes),
      from: form.purpose.about, record: screen.scribe.newRecord())
    screen.focus.marked = []
    let label = screen.content.word("role.made", ["name": name.shortened])
    return screen.commit([step], label: label)
  }

  /// The side whose strengths the notes are; `nil` if they are of both.
  private func side(of notes: [Note]) -> Side? {
    let sides = notes.map { note -> Side? in
      if case .strength(let side, _)? = note.typedPlace { side } else { nil }
    }
    return Set(sides).count == 1 ? sides.first ?? nil : nil
  }
}

extension WorkshopScreen {
  /// The marked notes, or else the one with the cursor.
  var markedNotes: [Note] {
    guard !focus.marked.isEmpty else { return selectedNote.map { [$0] } ?? [] }
    return boxes.flatMap(\.notes).filter { focus.marked.contains($0.id) }
  }

  /// Marks the selected note for a role, or takes the mark away.
  mutating func toggleMark() {
    guard let note = selectedNote else { return sayNothingSelected() }
    if focus.marked.remove(note.id) == nil { focus.marked.insert(note.id) }
  }

  /// Puts the selected strength under a dimension, with what was added to it.
  mutating func sort(into dimension: Dimension?) -> [Effect] {
    guard let note = selectedNote, case .strength(let side, let old)? = note.typedPlace else {
      sayNothingSelected()
      return []
    }
    guard old != dimension else { return [] }
    let place: JSONValue = .string(Place.strength(side, dimension).text)
    // An addition stays with what it adds to: the strength goes along, and all its additions.
    let ground = note.addsTo.flatMap { workshop.notes[$0] } ?? note
    let group = [ground] + boxes.flatMap(\.notes).filter { $0.addsTo == ground.id }
    let label = did("move", ground.text)
    return commit(
      group.map { note in
        Scribe.Step(
          note.document, SessionCollection.notes, note.id, set: [Note.Field.place: place])
      }, label: label)
  }
}
