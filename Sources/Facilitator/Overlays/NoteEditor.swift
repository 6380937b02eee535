import TextScreen
import WorkshopContent
import WorkshopCore

/// The text of a note while it is typed: a new note, an addition, or one that is edited.
struct NoteEditor: Sendable {
  /// What the note is to be, without its text.
  var draft: ScreenMemory.Draft
  /// The field.
  var field: LineEditor

  /// Goes on with a draft.
  init(_ draft: ScreenMemory.Draft) {
    self.draft = draft
    field = LineEditor(text: draft.note.text)
  }

  /// The draft with the text as it now is; `nil` if there is nothing to lose.
  var remembered: ScreenMemory.Draft? {
    guard !field.isEmpty else { return nil }
    var draft = draft
    draft.note.text = field.text
    return draft
  }
}

/// Who adds something to a note of somebody else.
struct Adder: Sendable {
  let group: String
  var voice: Note.Voice?
  /// The participant, where that is known and may be.
  var author: RecordID?
}

extension NoteDraft {
  fileprivate mutating func give(to adder: Adder) {
    group = adder.group
    voice = adder.voice
    author = adder.author
  }
}

extension WorkshopScreen {
  /// Opens the editor for a new note in the box with the cursor, or goes on with the draft that was left there.
  ///
  /// - Parameters:
  ///   - ground: The note that is added to; `nil` for a note of its own.
  ///   - adder: Who adds; `nil` for the group that writes here anyway.
  ///   - isEmpty: Whether it starts empty, whatever was left there.
  mutating func startNote(
    addingTo ground: Note? = nil, by adder: Adder? = nil, isEmpty: Bool = false
  ) {
    guard var fresh = freshNote(addingTo: ground, by: adder) else { return }
    if !isEmpty, let left = draft(leftFor: fresh), memory.drop(left) {
      fresh.text = left.note.text
      say(content.word("draft.resumed"))
    }
    let draft = ScreenMemory.Draft(note: fresh, editing: nil)
    memory.draft = fresh.text.isEmpty ? nil : draft
    overlay = .editor(NoteEditor(draft))
  }

  /// What a new note in the box with the cursor starts with; `nil` where there is no box.
  func freshNote(addingTo ground: Note? = nil, by adder: Adder? = nil) -> NoteDraft? {
    // Among notes without a place a new one is not to be another.
    guard let box = selectedBox?.id == Self.strays ? stage.boxes(self).first : selectedBox else {
      return nil
    }
    var fresh = stage.draft(in: box, self)
    if let ground {
      fresh.document = ground.document.text
      fresh.place = ground.place
      fresh.addsTo = ground.addsTo ?? ground.id
    }
    if let ground, let adder {
      // It hangs where the other note is, also if that was taken along from another item.
      fresh.item = ground.item
      fresh.activity = ground.activity
      fresh.give(to: adder)
    }
    return fresh
  }

  /// Opens the editor on the note with the cursor, or on another one.
  mutating func startEditing(_ note: Note? = nil) {
    guard let note = note ?? selectedNote else { return sayNothingSelected() }
    if let draft = memory.takeUpDraft(where: { $0.editing == note.id }) {
      say(content.word("draft.resumed"))
      overlay = .editor(NoteEditor(draft))
      return
    }
    let draft = NoteDraft(note)
    let known = workshop.record(of: note)?.knowledge(of: [Note.Field.text]) ?? []
    overlay = .editor(
      NoteEditor(ScreenMemory.Draft(note: draft, editing: note.id, over: known)))
  }

  /// Handles a key or a paste while text is typed.
  mutating func handle(_ event: InputEvent, in editor: NoteEditor) -> [Effect] {
    var editor = editor
    switch event {
    case .paste(let text):
      guard !PhotographPath.isLikely(text) else {
        sayPhotograph()
        return []
      }
      editor.field.insert(text)
    case .key("Enter"):
      return keep(editor)
    case .key("Esc"):
      overlay = nil
      leave(editor)
      return [.remember(memory)]
    case .key("C-c"):
      memory.draft = editor.remembered
      return [.remember(memory), .quit]
    case .key("C-z"):
      return [.suspend]
    case .key(let key):
      _ = editor.field.handle(key)
    default:
      return []
    }
    guard editor.field.byteCount <= Limits.text else { return sayTooLong() }
    overlay = .editor(editor)
    memory.draft = editor.remembered
    return [.remember(memory)]
  }

  /// Says that a text would be longer than what is kept; it stays as it was.
  mutating func sayTooLong() -> [Effect] {
    say(content.word("edit.too-long", ["megabytes": String(Limits.text >> 20)]), as: .warning)
    return []
  }

  /// Lets a text wait that came in where no box is for it, and says so.
  mutating func leaveWithoutBox(_ text: String) -> [Effect] {
    guard text.fits(Limits.text) else { return sayTooLong() }
    memory.take(draft(of: text))
    say(content.word("edit.no-box"), as: .warning)
    return [.remember(memory)]
  }

  /// Leaves a text half typed; an edit that changed nothing leaves nothing.
  private mutating func leave(_ editor: NoteEditor) {
    memory.draft = editor.remembered
    if let id = editor.draft.editing,
      let text = (workshop.notes[id] ?? workshop.noteTakenAway(id))?.text,
      text.hasSameBytes(as: editor.field.text)
    {
      memory.draft = nil
    }
    guard let draft = memory.draft else { return }
    memory.leaveDraft()
    say(content.word("draft.kept", ["key": key(for: draft)]))
  }

  /// Makes a note of what was typed, or changes the edited one; nothing typed changes nothing.
  private mutating func keep(_ editor: NoteEditor) -> [Effect] {
    overlay = nil
    memory.draft = nil
    let text = editor.field.text
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return [.remember(memory)]
    }
    if let id = editor.draft.editing {
      guard let note = workshop.notes[id] else {
        // What was only taken away is written anew; what was erased stays erased.
        guard !workshop.isErased(id) else {
          say(content.word("erase.closed"), as: .warning)
          return [.remember(memory)]
        }
        return putBack(id, editor, text)
      }
      guard !note.text.hasSameBytes(as: text) else { return [.remember(memory)] }
      let step = Scribe.Step(
        note.document, SessionCollection.notes, id, set: [Note.Field.text: .string(text)],
        over: editor.draft.over ?? [])
      return commit([step], label: did("edit", text))
    }
    return keepAsNew(editor, text)
  }

  /// Puts the note back that was taken away while its text was changed; an unchanged text lets it be.
  ///
  /// It is the same record, so that it keeps its group, its writer, and whether it is off the record.
  private mutating func putBack(_ id: RecordID, _ editor: NoteEditor, _ text: String) -> [Effect] {
    if let former = workshop.noteTakenAway(id), former.text.hasSameBytes(as: text) {
      say(content.word("edit.taken-away"), as: .warning)
      return [.remember(memory)]
    }
    let step = workshop.step(
      puttingBack: id, set: [Note.Field.text: .string(text)], over: editor.draft.over ?? [])
    guard let step else { return keepAsNew(editor, text) }
    let effects = commit([step], label: text.shortened)
    select(note: id, near: focus.box)
    say(content.word("edit.put-back"), as: .warning)
    return effects
  }

  private mutating func keepAsNew(_ editor: NoteEditor, _ text: String) -> [Effect] {
    var draft = editor.draft.note
    draft.text = text
    // Words about a form, a model or a place do not choose it: that is done by a mark of its own.
    if editor.draft.editing == nil, draft.canChoose { draft.remark = true }
    let id = scribe.newRecord()
    let effects = commit([draft.step(record: id)], label: text.shortened)
    select(note: id, near: focus.box)
    return effects
  }
}

extension String {
  /// As much of a text as the last row has room for, on one line.
  var shortened: String {
    let line = prefix(80).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count > 30 ? line.prefix(29) + "…" : line
  }
}
