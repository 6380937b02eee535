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
    ]
  }

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    switch action {
    case .mark: screen.toggleMark()
    case .makeRole: screen.startRole()
    case .sortUnsorted: return screen.sort(into: nil)
    case .sortKnowledge: return screen.sort(into: .knowledge)
    case .sortSkills: return screen.sort(into: .skills)
    case .sortPosition: return screen.sort(into: .position)
    case .sortPower: return screen.sort(into: .power)
    default: return nil
    }
    return []
  }
}

extension WorkshopScreen {
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
    let group = [note] + boxes.flatMap(\.notes).filter { $0.addsTo == note.id }
    let label = note.text.shortened
    return commit(
      group.map { note in
        Scribe.Step(
          note.document, SessionCollection.notes, note.id, set: [Note.Field.place: place])
      }, label: label)
  }
}
