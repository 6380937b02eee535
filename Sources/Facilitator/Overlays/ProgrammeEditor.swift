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
  private static let change = "item"
  private static let add = "new-item"

  /// Opens the programme on the shown item.
  mutating func openProgramme() {
    guard team == nil else { return say(content.word("programme.fixed")) }
    overlay = .programme(ProgrammeEditor(selection: memory.item))
  }

  /// Handles a key or a paste while the programme is changed.
  mutating func handle(_ event: InputEvent, in editor: ProgrammeEditor) -> [Effect] {
    var editor = editor
    if var form = editor.form {
      switch event {
      case .key("Enter"):
        editor.form = nil
        overlay = .programme(editor)
        return keep(item: form)
      case .key("Esc"): editor.form = nil
      case .key("C-c"): return [.quit]
      case .key("C-z"): return [.suspend]
      default:
        form.edit(event)
        editor.form = form
      }
      overlay = .programme(editor)
      return []
    }
    guard case .key(let key) = event else { return [] }
    let items = workshop.items
    let index = items.firstIndex { $0.id == editor.selection } ?? 0
    func at(_ place: Int) -> RecordID? {
      items.isEmpty ? nil : items[max(0, min(items.count - 1, place))].id
    }
    var effects: [Effect] = []
    switch key {
    case "Up", "C-p": editor.selection = at(index - 1)
    case "Down", "C-n": editor.selection = at(index + 1)
    case "PageUp": editor.selection = at(index - 8)
    case "PageDown": editor.selection = at(index + 8)
    case "Home": editor.selection = at(0)
    case "End": editor.selection = at(items.count - 1)
    case "Esc", "q", "P":
      overlay = nil
      return []
    case "C-c": return [.quit]
    case "C-z": return [.suspend]
    case "Enter":
      overlay = nil
      memory.item = editor.selection ?? memory.item
      return [.remember(memory)]
    case "e": editor.form = editor.selection.flatMap(workshop.item).map { form(for: $0) }
    case "n": editor.form = newItemForm(after: editor.selection)
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

  // MARK: Changing items

  private func form(for item: ProgrammeItem) -> Form {
    Form(
      purpose: Form.Purpose(id: Self.change, record: item.id), title: content.word("item"),
      fields: [
        .text("title", content.word("item.title"), item.title),
        .text("start", content.word("item.start"), item.start ?? ""),
        .text("minutes", content.word("item.minutes"), item.minutes.map(String.init) ?? ""),
      ])
  }

  private func newItemForm(after item: RecordID?) -> Form {
    let choices = ActivityKind.allCases.map {
      Choice(id: $0.rawValue, name: content.activity($0).name)
    }
    return Form(
      purpose: Form.Purpose(id: Self.add, about: item.map { [$0] } ?? []),
      title: content.word("item.new"),
      fields: [
        .choice("activity", content.word("activity"), choices, chosen: ActivityKind.free.rawValue),
        .text("title", content.word("item.title")),
        .text("start", content.word("item.start")),
        .text("minutes", content.word("item.minutes")),
      ])
  }

  private mutating func keep(item form: Form) -> [Effect] {
    let start = form.filled("start")
    let minutes = form.filled("minutes")
    guard start.map({ Timetable.minute($0) != nil }) ?? true else {
      say(content.word("item.bad-start"), as: .warning)
      return []
    }
    guard minutes.map({ (Int($0) ?? 0) > 0 && (Int($0) ?? 0) < 1440 }) ?? true else {
      say(content.word("item.bad-minutes"), as: .warning)
      return []
    }
    var set: JSONObject = [
      ProgrammeItem.Field.start: start.map(JSONValue.string) ?? .null,
      ProgrammeItem.Field.minutes: minutes.flatMap { Int($0) }.map(JSONValue.integer) ?? .null,
    ]
    if let title = form.filled("title") { set[ProgrammeItem.Field.title] = .string(title) }
    guard form.purpose.id == Self.add else {
      guard let record = form.purpose.record else { return [] }
      return commit(
        [Scribe.Step(.session, SessionCollection.items, record, set: set)],
        label: form.filled("title") ?? "")
    }
    return add(
      ActivityKind(rawValue: form["activity"]) ?? .free, set, after: form.purpose.about.first)
  }

  private mutating func add(_ kind: ActivityKind, _ fields: JSONObject, after other: RecordID?)
    -> [Effect]
  {
    var set = fields
    let before = other.flatMap(workshop.item) ?? workshop.items.last
    let day = before?.day ?? 1
    let dayItems = workshop.items.filter { $0.day == day }
    let next = dayItems.firstIndex { $0.id == before?.id }.map { dayItems.dropFirst($0 + 1).first }
    set[ProgrammeItem.Field.kind] = .string(kind.rawValue)
    set[ProgrammeItem.Field.day] = .integer(day)
    set[ProgrammeItem.Field.rank] = .string(Rank.between(before?.rank, next??.rank))
    if set[ProgrammeItem.Field.title] == nil {
      set[ProgrammeItem.Field.title] = .string(content.activity(kind).name)
    }
    set[ProgrammeItem.Field.template] = content.programme.first { $0.kind == kind }
      .map { .string($0.id) }
    let record = scribe.newRecord()
    let steps = [Scribe.Step(.session, SessionCollection.items, record, set: set)]
    return commit(steps, label: set[ProgrammeItem.Field.title]?.text ?? "")
  }

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
