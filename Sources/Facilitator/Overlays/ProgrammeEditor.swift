import TextScreen
import WorkshopContent
import WorkshopCore

/// The programme as a list in which the facilitator moves, skips, retimes and adds items.
///
/// What is planned and what came of it stand beside each other.
struct ProgrammeEditor: Sendable {
  /// The item with the cursor.
  var selection: RecordID?
  /// The form of one item, if it is being filled in.
  var form: Form?
}

extension WorkshopScreen {
  /// Opens the programme on the shown item.
  mutating func openProgramme() {
    guard team == nil else { return say(content.word("programme.fixed")) }
    overlay = .programme(ProgrammeEditor(selection: memory.item))
  }

  /// Handles a key or a paste while the programme is changed.
  mutating func handle(_ event: InputEvent, in editor: ProgrammeEditor) -> [Effect] {
    if let form = editor.form { return handle(event, in: form, of: editor) }
    var editor = editor
    guard case .key(let key) = event else { return [] }
    let items = workshop.items
    let index = items.firstIndex { $0.id == editor.selection } ?? 0
    if let row = key.row(from: index, of: items.count) {
      editor.selection = items.isEmpty ? nil : items[row].id
      overlay = .programme(editor)
      return []
    }
    var effects: [Effect] = []
    switch key {
    case "Esc", "q", "P":
      overlay = nil
      return []
    case "C-c": return [.quit]
    case "C-z": return [.suspend]
    case "Enter":
      overlay = nil
      memory.item = editor.selection ?? memory.item
      return [.remember(memory)]
    case "e": editor.form = editor.selection.flatMap(programmeForm(changing:))
    case "n": editor.form = programmeForm(addingAfter: editor.selection)
    case "u": effects = undo()
    case "C-r": effects = redo()
    case "x": effects = skip(editor.selection)
    case "K", "S-Up": effects = move(editor.selection, by: -1)
    case "J", "S-Down": effects = move(editor.selection, by: 1)
    default: return []
    }
    overlay = .programme(editor)
    return effects
  }

  // MARK: Moving and skipping

  private mutating func skip(_ id: RecordID?) -> [Effect] {
    guard let item = id.flatMap(workshop.item), !item.isOutside else { return [] }
    let set: JSONObject = [ProgrammeItem.Field.skipped: .bool(!item.isSkipped)]
    return commit(
      [Scribe.Step(.session, SessionCollection.items, item.id, set: set)], label: item.title)
  }

  /// Moves an item one place; at the edge of a day into the next one.
  private mutating func move(_ id: RecordID?, by distance: Int) -> [Effect] {
    let items = workshop.items
    guard let index = items.firstIndex(where: { $0.id == id }) else { return [] }
    let item = items[index]
    let beyond = index + distance
    var day = item.day
    let rank: String
    if items.indices.contains(beyond), items[beyond].day == item.day {
      let far = beyond + distance
      let bound = items.indices.contains(far) && items[far].day == day ? items[far].rank : nil
      rank =
        distance > 0
        ? Rank.between(items[beyond].rank, bound) : Rank.between(bound, items[beyond].rank)
    } else {
      day += distance
      guard items.contains(where: { $0.day == day }) else { return [] }
      let ranks = items.filter { $0.day == day }.map(\.rank)
      rank = distance > 0 ? Rank.between(nil, ranks.first) : Rank.between(ranks.last, nil)
    }
    return commit(
      [
        Scribe.Step(
          .session, SessionCollection.items, item.id,
          set: [ProgrammeItem.Field.rank: .string(rank), ProgrammeItem.Field.day: .integer(day)])
      ], label: item.title)
  }
}
