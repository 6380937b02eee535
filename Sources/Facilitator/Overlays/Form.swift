import TextScreen
import WorkshopContent
import WorkshopCore

/// A few fields that are filled in together: a role, a participant, an action of a plan.
///
/// The stage says which fields there are and what becomes of them; typing, moving and remembering
/// are the same for all. What is typed survives the end of the program.
struct Form: Sendable {
  /// What it is for, as the stage that made it knows it.
  let purpose: Purpose
  /// What it is, in words.
  let title: String
  /// The fields in their order.
  var fields: [Field]
  /// The field with the cursor.
  var selected = 0
  /// Tells whether what is filled in is nobody else's business: however it is left, nothing of it stays behind.
  var isPrivate = false
  /// Tells whether its words are not for the room: they stand on the wall only while a key asked for that, and
  /// wait as a draft after the end of the program.
  var isForTeam = false
  /// Tells whether words that are not for the room are shown nevertheless.
  var showsWords = false
  /// Tells whether it makes something new each time, such as a participant: what was left in it waits, and is
  /// not taken for the next one's.
  var startsEmpty = false

  /// What a form is for: enough to make it again after a restart.
  struct Purpose: Codable, Hashable, Sendable {
    /// The name by which its stage knows it.
    var id: String
    /// The record that is changed; `nil` for a new one.
    var record: RecordID?
    /// The records it is about.
    var about: [RecordID] = []
    /// The place it is about.
    var place: String?
  }

  /// One field.
  struct Field: Sendable {
    /// What tells it from the others.
    let id: String
    /// What is asked, in words.
    let label: String
    /// What is filled in.
    var content: Content
    /// The text that counts where nothing is filled in, and that a key brings back; `nil` for none.
    var builtIn: String?

    enum Content: Sendable {
      case text(LineEditor)
      /// A text of several lines.
      case lines(LineEditor)
      case choice([Choice], Int)
    }

    /// Asks for a text.
    static func text(_ id: String, _ label: String, _ text: String = "") -> Field {
      Field(id: id, label: label, content: .text(LineEditor(text: text, multiline: false)))
    }

    /// Asks for a text, or several lines of it, in place of one that is built in.
    static func text(
      _ id: String, _ label: String, _ text: String?, builtIn: String, isLong: Bool = false
    ) -> Field {
      let editor = LineEditor(text: text ?? builtIn, multiline: isLong)
      return Field(
        id: id, label: label, content: isLong ? .lines(editor) : .text(editor), builtIn: builtIn)
    }

    /// Asks to choose one of several.
    static func choice(_ id: String, _ label: String, _ choices: [Choice], chosen: String? = nil)
      -> Field
    {
      Field(
        id: id, label: label,
        content: .choice(choices, choices.firstIndex { $0.id == chosen } ?? 0))
    }

    /// What is filled in, as text or as the id of the choice.
    var value: String {
      switch content {
      case .text(let field), .lines(let field): field.text
      case .choice(let choices, let index): choices.indices.contains(index) ? choices[index].id : ""
      }
    }
  }

  /// What is filled in under an id; empty where there is no such field.
  subscript(id: String) -> String { fields.first { $0.id == id }?.value ?? "" }

  /// What is filled in under an id without white space around it; `nil` if nothing is.
  func filled(_ id: String) -> String? {
    let text = self[id].trimmedWhitespace
    return text.isEmpty ? nil : text
  }

  /// Tells whether no field has a longer text than is kept.
  var fits: Bool {
    fields.allSatisfy { field in
      switch field.content {
      case .text(let editor), .lines(let editor): editor.byteCount <= Limits.text
      case .choice: true
      }
    }
  }

  /// What has been filled in, to be remembered.
  ///
  /// - Parameter item: The item in which it was opened.
  func memory(in item: RecordID?) -> ScreenMemory.FormMemory {
    ScreenMemory.FormMemory(
      purpose: purpose, values: Dictionary(fields.map { ($0.id, $0.value) }) { first, _ in first },
      selected: selected, item: item)
  }

  /// Fills in what was remembered, and leaves the cursor where it is.
  mutating func fill(_ memory: ScreenMemory.FormMemory) {
    for index in fields.indices {
      guard let value = memory.values[fields[index].id] else { continue }
      switch fields[index].content {
      case .text: fields[index].content = .text(LineEditor(text: value, multiline: false))
      case .lines: fields[index].content = .lines(LineEditor(text: value))
      case .choice(let choices, let old):
        fields[index].content = .choice(choices, choices.firstIndex { $0.id == value } ?? old)
      }
    }
  }
}

/// Something to choose.
struct Choice: Sendable, Equatable {
  /// What is remembered and stands in files.
  let id: String
  /// How it is called on the screen.
  let name: String
  /// The key that chooses it at once, where it has one.
  var key: Key?
}

extension WorkshopScreen {
  /// Opens a form of the shown stage on its first field; goes on with it if it was left half filled in.
  mutating func open(_ purpose: Form.Purpose) {
    guard var form = stage.form(purpose, self) else { return }
    // One that still waits for an answer from outside must not be lost by this.
    if let other = memory.form { memory.leave(other, isOnlyOne: true) }
    memory.form = nil
    let left = memory.leftForms.last { $0.isFor(purpose, in: item?.id) }
    if !form.startsEmpty, let left, memory.drop(left), !form.isPrivate {
      form.fill(left)
      memory.form = left
      say(content.word("draft.resumed"))
    }
    overlay = .form(form)
  }

  /// Opens a form again as it was remembered; false where there is nothing that it is for.
  ///
  /// - Parameter keepsCursor: Whether the cursor is where it was, and not in the first field.
  @discardableResult
  mutating func resume(_ left: ScreenMemory.FormMemory, keepsCursor: Bool) -> Bool {
    // An earlier version remembered what is in confidence; it comes on no wall.
    guard var form = stage.form(left.purpose, self), !form.isPrivate else { return false }
    stage.reveal(left.purpose, on: &self)
    form.fill(left)
    if keepsCursor, let old = left.selected, form.fields.indices.contains(old) {
      form.selected = old
    }
    memory.form = left
    overlay = .form(form)
    return true
  }

  /// Goes on with the form that was being filled in when the program ended; one that is not for the room waits.
  mutating func comeBack(to form: ScreenMemory.FormMemory) {
    if let editor = programmeEditor(resuming: form) {
      overlay = .programme(editor)
      return
    }
    memory.item = form.item.flatMap(workshop.item)?.id ?? memory.item
    guard stage.form(form.purpose, self)?.isForTeam ?? false else {
      resume(form, keepsCursor: true)
      return
    }
    memory.leave(form, isOnlyOne: true)
    memory.form = nil
  }

  /// Opens a form again that was refused outside; where something else is open by now it waits.
  mutating func reopenRefused() {
    guard let form = memory.form else { return }
    if case .form = overlay { return }
    if overlay == nil, form.item == item?.id, resume(form, keepsCursor: true) { return }
    memory.leave(form, isOnlyOne: true)
    memory.form = nil
  }

  /// Leaves a form half filled in; one in which nothing was changed leaves nothing.
  private mutating func leave(_ form: Form) {
    memory.form = nil
    let left = form.memory(in: item?.id)
    guard !form.isPrivate, stage.form(form.purpose, self)?.memory(in: nil).values != left.values
    else { return }
    memory.leave(left, isOnlyOne: !form.startsEmpty)
    say(content.word("draft.form-kept"))
  }

  /// Handles a key or a paste while a form is filled in.
  mutating func handle(_ event: InputEvent, in form: Form) -> [Effect] {
    let path = form[Form.photograph]
    var form = form
    switch event {
    case .key("Enter"):
      overlay = nil
      memory.form = nil
      return stage.keep(form, on: &self) + [.remember(memory)]
    case .key("Esc"):
      overlay = nil
      leave(form)
      return [.remember(memory)]
    case .key("C-c"): return [.remember(memory), .quit]
    case .key("C-z"): return [.suspend]
    case .paste(let text)
    where form.purpose.id == VisionStage.photographPurpose && PhotographPath.isLikely(text):
      form.drop(text, insteadOfOthers: isRefused)
    case .key, .paste: form.edit(event)
    default: return []
    }
    if !form[Form.photograph].hasSameBytes(as: path) { isRefused = false }
    guard form.fits else { return sayTooLong() }
    overlay = .form(form)
    // The file of what is remembered can be read by whoever has the machine, and opens on the wall.
    memory.form = form.isPrivate ? nil : form.memory(in: item?.id)
    return [.remember(memory)]
  }
}

extension Form {
  /// Types into the field with the cursor, or moves to another one.
  mutating func edit(_ event: InputEvent) {
    switch event {
    case .key("Tab"): selected = min(fields.count - 1, selected + 1)
    case .key("S-Tab"): selected = max(0, selected - 1)
    case .key("C-o"): restore()
    case .key("C-t") where isForTeam: showsWords.toggle()
    case .key("Down"): if !moveInLines("Down") { selected = min(fields.count - 1, selected + 1) }
    case .key("Up"): if !moveInLines("Up") { selected = max(0, selected - 1) }
    default: change(event)
    }
  }

  /// Moves among the lines of a field; false at its edge, and in a field that has none.
  private mutating func moveInLines(_ key: Key) -> Bool {
    guard fields.indices.contains(selected), case .lines(var field) = fields[selected].content,
      field.handle(key)
    else { return false }
    fields[selected].content = .lines(field)
    return true
  }

  /// Brings back the text that is built in.
  private mutating func restore() {
    guard fields.indices.contains(selected), let text = fields[selected].builtIn else { return }
    if case .lines = fields[selected].content {
      fields[selected].content = .lines(LineEditor(text: text))
    } else {
      fields[selected].content = .text(LineEditor(text: text, multiline: false))
    }
  }

  private mutating func change(_ event: InputEvent) {
    guard fields.indices.contains(selected) else { return }
    switch (fields[selected].content, event) {
    case (.text(var field), .paste(let text)):
      field.insert(text)
      fields[selected].content = .text(field)
    case (.text(var field), .key(let key)):
      _ = field.handle(key)
      fields[selected].content = .text(field)
    case (.lines(var field), .paste(let text)):
      field.insert(text)
      fields[selected].content = .lines(field)
    case (.lines(var field), .key(let key)):
      _ = field.handle(key)
      fields[selected].content = .lines(field)
    case (.choice(let choices, let index), .key("Left")):
      fields[selected].content = .choice(choices, max(0, index - 1))
    case (.choice(let choices, let index), .key("Right")),
      (.choice(let choices, let index), .key("Space")):
      let next = index + 1 < choices.count ? index + 1 : event == .key("Space") ? 0 : index
      fields[selected].content = .choice(choices, next)
    default: break
    }
  }
}
