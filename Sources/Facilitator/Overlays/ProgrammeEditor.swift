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
    case "b":
      isBlank = true
      return []
    case "C-c": return [.quit]
    case "C-z": return [.suspend]
    case "Enter":
      overlay = nil
      memory.item = editor.selection ?? memory.item
      return [.remember(memory)]
    case "?", "F1":
      return explain(Pages.programmeKeys(content), title: content.word("programme"))
    case "e": editor.form = editor.selection.flatMap { openProgrammeForm(changing: $0) }
    case "n": editor.form = programmeForm(addingAfter: editor.selection)
    case "u": return undo()
    case "C-r": return redo()
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

  /// Moves an item one place; at the edge of a day into the next one, to where its time belongs.
  ///
  /// Two items that change places share the time that both had, so that the list stays in order.
  private mutating func move(_ id: RecordID?, by distance: Int) -> [Effect] {
    let items = workshop.items
    guard let index = items.firstIndex(where: { $0.id == id }) else { return [] }
    let item = items[index]
    let beyond = index + distance
    guard items.indices.contains(beyond), items[beyond].day == item.day else {
      return move(item, toDay: item.day + distance, last: distance < 0)
    }
    let others = items.filter { $0.day == item.day && $0.id != item.id }
    let place = (others.firstIndex { $0.id == items[beyond].id } ?? 0) + (distance > 0 ? 1 : 0)
    var set: JSONObject = [
      ProgrammeItem.Field.rank: .string(ProgrammeOrder.rank(at: place, among: others)),
      ProgrammeItem.Field.day: .integer(item.day),
    ]
    var steps: [Scribe.Step] = []
    let pair = distance > 0 ? (item, items[beyond]) : (items[beyond], item)
    let behind = max(index, beyond) + 1
    let next = items.indices.contains(behind) && items[behind].day == item.day ? items[behind] : nil
    if let times = ProgrammeOrder.exchange(pair.0, pair.1, before: next) {
      let (own, other) = distance > 0 ? times : (times.second, times.first)
      set[ProgrammeItem.Field.start] = .string(own)
      steps.append(
        Scribe.Step(
          .session, SessionCollection.items, items[beyond].id,
          set: [ProgrammeItem.Field.start: .string(other)]))
    }
    steps.insert(Scribe.Step(.session, SessionCollection.items, item.id, set: set), at: 0)
    return commit(steps, label: item.title)
  }

  private mutating func move(_ item: ProgrammeItem, toDay day: Int, last: Bool) -> [Effect] {
    let others = workshop.items.filter { $0.day == day }
    guard !others.isEmpty else { return [] }
    let edge = last ? others.count : 0
    let place = ProgrammeOrder.place(of: item.start, at: edge, among: others)
    return commit(
      [
        Scribe.Step(
          .session, SessionCollection.items, item.id,
          set: [
            ProgrammeItem.Field.rank: .string(ProgrammeOrder.rank(at: place, among: others)),
            ProgrammeItem.Field.day: .integer(day),
          ])
      ], label: item.title)
  }
}
