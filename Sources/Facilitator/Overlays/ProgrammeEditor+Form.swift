import TextScreen
import WorkshopContent
import WorkshopCore

// The texts and times of one item, as this session has them.

extension WorkshopScreen {
  private static let change = "programme/change"
  private static let add = "programme/add"

  /// The editor with a form that was left half filled in; `nil` for a form of something else.
  func programmeEditor(resuming memory: ScreenMemory.FormMemory) -> ProgrammeEditor? {
    let other = memory.purpose.record ?? memory.purpose.about.first
    guard team == nil, var form = programmeForm(memory.purpose) else { return nil }
    form.fill(memory)
    if let old = memory.selected, form.fields.indices.contains(old) { form.selected = old }
    return ProgrammeEditor(selection: other, form: form)
  }

  /// Handles a key or a paste while the form of an item is filled in.
  mutating func handle(_ event: InputEvent, in form: Form, of editor: ProgrammeEditor) -> [Effect] {
    var form = form
    var editor = editor
    switch event {
    case .key("Enter"):
      editor.form = nil
      overlay = .programme(editor)
      memory.form = nil
      return keep(item: form, in: editor) + [.remember(memory)]
    case .key("Esc"):
      editor.form = nil
      memory.form = nil
      leave(programme: form)
    case .key("C-c"): return [.remember(memory), .quit]
    case .key("C-z"): return [.suspend]
    case .key, .paste:
      if form.purpose.id == Self.add, form.isTitle(event) { form.goTo("title") }
      form.edit(event)
      editor.form = form
      memory.form = form.memory(in: item?.id)
    default: return []
    }
    overlay = .programme(editor)
    return [.remember(memory)]
  }

  /// Lets what was typed in the form of an item wait; one in which nothing was changed leaves nothing.
  private mutating func leave(programme form: Form) {
    let left = form.memory(in: item?.id)
    guard programmeForm(form.purpose)?.memory(in: nil).values != left.values else { return }
    memory.leave(left, isOnlyOne: form.purpose.id == Self.change)
    say(content.word("draft.form-kept"))
  }

  // MARK: Forms

  /// Opens the form of an item; goes on with it if it was left half filled in.
  mutating func openProgrammeForm(changing id: RecordID) -> Form? {
    guard var form = programmeForm(changing: id) else { return nil }
    if let left = memory.leftForms.last(where: { $0.purpose == form.purpose }), memory.drop(left) {
      form.fill(left)
      memory.form = left
      say(content.word("draft.resumed"))
    }
    return form
  }

  /// The form for a purpose as it is before anything is typed; `nil` for a form of something else.
  func programmeForm(_ purpose: Form.Purpose) -> Form? {
    switch purpose.id {
    case Self.change: purpose.record.flatMap(programmeForm(changing:))
    case Self.add: programmeForm(addingAfter: purpose.about.first)
    default: nil
    }
  }

  /// The form of an item: its times, and its texts where they stand in for what is built in.
  func programmeForm(changing id: RecordID) -> Form? {
    guard let item = workshop.item(id), !item.isOutside else { return nil }
    let built = content.builtInTexts(of: item)
    let own = item.texts
    let forms: [(GroupForm, String)] = [
      (.side, "group-side"), (.mixed, "group-mixed"), (.municipality, "group-municipality"),
      (.plenary, "plenary"), (.individual, "group-individual"),
    ]
    let asBuiltIn = Choice(id: "", name: content.word("item.as-built-in"))
    let now = ItemText.now(in: built).map { text, label, line in
      Form.Field.text(
        text.field.text,
        label.map { content.word("item.now-in", ["step": $0]) }
          ?? content.word("item.now"), text.own(own), builtIn: line)
    }
    let long = ItemText.long.map { text in
      Form.Field.text(
        text.field.text, content.word(text.word), text.own(own),
        builtIn: text.builtIn(built), isLong: true)
    }
    return Form(
      purpose: Form.Purpose(id: Self.change, record: item.id),
      title: "\(content.word("item")) · \(item.title)",
      fields: [
        .text(
          "title", content.word("item.title"), item.title,
          builtIn: content.template(of: item)?.title ?? content.activity(item.kind).name),
        .text("start", content.word("item.start"), item.start ?? ""),
        .text("minutes", content.word("item.minutes"), item.minutes.map(String.init) ?? ""),
        .choice(
          "groupForm", content.word("item.groups"),
          [asBuiltIn] + forms.map { Choice(id: $0.rawValue, name: content.word($1)) },
          chosen: item.groupForm?.rawValue ?? ""),
      ] + now + long)
  }

  /// The form of a new item.
  func programmeForm(addingAfter item: RecordID?) -> Form {
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

  // MARK: Keeping

  private mutating func keep(item form: Form, in editor: ProgrammeEditor) -> [Effect] {
    let start = form.filled("start")
    let minutes = form.filled("minutes")
    let isTime = start.map { Timetable.minute($0) != nil } ?? true
    let isLength = minutes.map { (1..<1440).contains(Int($0) ?? 0) } ?? true
    guard isTime, isLength else {
      say(content.word(isTime ? "item.bad-minutes" : "item.bad-start"), as: .warning)
      // What is filled in stays, also the long texts.
      var editor = editor
      editor.form = form
      overlay = .programme(editor)
      memory.form = form.memory(in: item?.id)
      return []
    }
    let times: JSONObject = [
      ProgrammeItem.Field.start: start.map(JSONValue.string) ?? .null,
      ProgrammeItem.Field.minutes: minutes.flatMap { Int($0) }.map(JSONValue.integer) ?? .null,
    ]
    guard form.purpose.id == Self.add else {
      return form.purpose.record.flatMap(workshop.item).map { change($0, form, times) } ?? []
    }
    var set = times
    set[ProgrammeItem.Field.title] = form.filled("title").map(JSONValue.string)
    return add(
      ActivityKind(rawValue: form["activity"]) ?? .free, set, after: form.purpose.about.first)
  }

  /// Writes down what was changed, and nothing else; what says what is built in is not written.
  private mutating func change(_ item: ProgrammeItem, _ form: Form, _ times: JSONObject)
    -> [Effect]
  {
    var set: JSONObject = [:]
    let old: [FieldName: JSONValue] = [
      ProgrammeItem.Field.start: item.start.map(JSONValue.string) ?? .null,
      ProgrammeItem.Field.minutes: item.minutes.map(JSONValue.integer) ?? .null,
    ]
    for member in times.members where member.value != old[member.name] {
      set[member.name] = member.value
    }
    if set[ProgrammeItem.Field.start] != nil {
      // Who begins at another time stands where that time belongs.
      let day = workshop.items.filter { $0.day == item.day }
      let others = day.filter { $0.id != item.id }
      let old = day.firstIndex { $0.id == item.id } ?? 0
      let place = ProgrammeOrder.place(of: form.filled("start"), at: old, among: others)
      if place != old {
        set[ProgrammeItem.Field.rank] = .string(ProgrammeOrder.rank(at: place, among: others))
      }
    }
    let title = form.filled("title") ?? form.builtIn("title")
    if !title.hasSameBytes(as: item.title) { set[ProgrammeItem.Field.title] = .string(title) }
    if form["groupForm"] != item.groupForm?.rawValue ?? "" {
      set[ProgrammeItem.Field.groupForm] =
        form.filled("groupForm").map(JSONValue.string) ?? .null
    }
    let built = content.builtInTexts(of: item)
    for text in ItemText.now(in: built).map(\.0) + ItemText.long {
      let id = text.field.text
      var own = text.cleaned(form[id])
      if own?.hasSameBytes(as: text.cleaned(form.builtIn(id)) ?? "") ?? false { own = nil }
      guard !(own ?? "").hasSameBytes(as: text.own(item.texts) ?? "") else { continue }
      set[text.field] = own.map(text.value) ?? .null
    }
    guard !set.isEmpty else { return [] }
    return commit(
      [Scribe.Step(.session, SessionCollection.items, item.id, set: set)], label: title)
  }

  private mutating func add(_ kind: ActivityKind, _ fields: JSONObject, after other: RecordID?)
    -> [Effect]
  {
    var set = fields
    let before = other.flatMap(workshop.item) ?? workshop.items.last
    let day = before?.day ?? 1
    let others = workshop.items.filter { $0.day == day }
    let behind = others.firstIndex { $0.id == before?.id }.map { $0 + 1 }
    let place = ProgrammeOrder.place(
      of: set[ProgrammeItem.Field.start]?.text, at: behind ?? others.count, among: others)
    set[ProgrammeItem.Field.kind] = .string(kind.rawValue)
    set[ProgrammeItem.Field.day] = .integer(day)
    set[ProgrammeItem.Field.rank] = .string(ProgrammeOrder.rank(at: place, among: others))
    if set[ProgrammeItem.Field.title] == nil {
      set[ProgrammeItem.Field.title] = .string(content.activity(kind).name)
    }
    set[ProgrammeItem.Field.template] = content.programme.first { $0.kind == kind }
      .map { .string($0.id) }
    let record = scribe.newRecord()
    let steps = [Scribe.Step(.session, SessionCollection.items, record, set: set)]
    let effects = commit(steps, label: set[ProgrammeItem.Field.title]?.text ?? "")
    // What is moved next is the new one.
    if case .programme(var editor) = overlay {
      editor.selection = record
      overlay = .programme(editor)
    }
    return effects
  }
}

extension Form {
  /// Tells whether somebody begins to type a title while the cursor is on a choice.
  fileprivate func isTitle(_ event: InputEvent) -> Bool {
    guard fields.indices.contains(selected), case .choice = fields[selected].content else {
      return false
    }
    switch event {
    case .paste: return true
    case .key(let key): return key != "Space" && key.scalar != nil
    default: return false
    }
  }

  /// Puts the cursor in a field.
  fileprivate mutating func goTo(_ id: String) {
    selected = fields.firstIndex { $0.id == id } ?? selected
  }

  fileprivate func builtIn(_ id: String) -> String { fields.first { $0.id == id }?.builtIn ?? "" }
}

/// A text of an item that a session can have in place of what is built in.
private struct ItemText {
  /// Where it stands in files; its name is also that of the field in the form.
  let field: FieldName
  /// What the session has, as it stands in the form; `nil` for nothing.
  let own: (OwnTexts) -> String?
  /// What is built in, as it stands in the form.
  var builtIn: (ItemTexts) -> String = { _ in "" }
  /// The key of its label.
  var word = "item.now"
  /// Tells whether its lines are a list.
  var isList = false

  /// The lines for the room: one for each step, or one for the item, with what is built in.
  static func now(in texts: ItemTexts) -> [(ItemText, step: String?, builtIn: String)] {
    func text(_ step: String) -> ItemText {
      ItemText(field: ProgrammeItem.Field.now(step), own: { $0.now[step] })
    }
    return texts.phases.isEmpty
      ? [(text(""), nil, texts.now)] : texts.phases.map { (text($0.id), $0.name, $0.now) }
  }

  /// The texts that may have several lines.
  static var long: [ItemText] {
    func joined(_ lines: [String]) -> String? {
      lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
    return [
      ItemText(
        field: ProgrammeItem.Field.prompts, own: { joined($0.prompts) },
        builtIn: { joined($0.prompts) ?? "" }, word: "prompts", isList: true),
      ItemText(
        field: ProgrammeItem.Field.script, own: { joined($0.script) },
        builtIn: { joined($0.script) ?? "" }, word: "script", isList: true),
      ItemText(
        field: ProgrammeItem.Field.researchGoal, own: \.researchGoal, builtIn: \.researchGoal,
        word: "goal.research"),
      ItemText(
        field: ProgrammeItem.Field.developmentGoal, own: \.developmentGoal,
        builtIn: \.developmentGoal, word: "goal.development"),
    ]
  }

  /// A text without white space around it and, in a list, without blank lines; `nil` for nothing.
  func cleaned(_ text: String) -> String? {
    let text = text.trimmedWhitespace
    guard !text.isEmpty else { return nil }
    guard isList else { return text }
    return lines(text).joined(separator: "\n")
  }

  private func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { String($0).trimmedWhitespace }
      .filter { !$0.isEmpty }
  }

  /// A cleaned text as it stands in files.
  func value(_ text: String) -> JSONValue { isList ? .texts(lines(text)) : .string(text) }
}
