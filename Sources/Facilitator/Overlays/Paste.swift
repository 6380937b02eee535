import TextScreen
import WorkshopContent
import WorkshopCore

extension WorkshopScreen {
  /// The purpose of the question what a paste of several lines is to become.
  static let pastePurpose = "paste"
  private static let oneNote = "one"
  private static let notePerLine = "lines"
  /// The most lines that become a note each: more than any sheet has, and few enough to be kept at once.
  static let mostLines = 1_000

  /// Takes in what was pasted without having asked for a note: a flip-over sheet, most often.
  ///
  /// Several lines may be several notes, so that is asked first.
  mutating func takeIn(_ text: String) -> [Effect] {
    if let effects = offerPeople(text) { return effects }
    guard PhotographPath.isLikely(text) else { return offerNotes(text) }
    if offerPhotograph(text) { return [.remember(memory)] }
    let effects = offerNotes(text)
    sayPhotograph()
    return effects
  }

  /// Takes a text for one note or several.
  mutating func offerNotes(_ text: String) -> [Effect] {
    let lines = lines(of: text)
    guard lines.count > 1 else { return startNote(with: text) }
    guard lines.count <= Self.mostLines else {
      guard text.fits(Limits.text) else { return sayTooLong() }
      let effects = startNote(with: text)
      say(content.word("paste.too-many", ["count": String(Self.mostLines)]), as: .warning)
      return effects
    }
    var chooser = Chooser(
      purpose: Self.pastePurpose, title: content.word("paste.title"),
      choices: [
        Choice(
          id: Self.notePerLine,
          name: content.word("paste.lines", ["count": String(lines.count)])),
        Choice(id: Self.oneNote, name: content.word("paste.one")),
      ])
    chooser.text = text
    overlay = .chooser(chooser)
    return hold(text)
  }

  /// Makes of a paste what was chosen; a note per line is one gesture, undone at once.
  mutating func takeIn(_ text: String, as choice: Choice) -> [Effect] {
    memory.draft = nil
    guard choice.id == Self.notePerLine else { return startNote(with: text) }
    guard let box = selectedBox?.id == Self.strays ? stage.boxes(self).first : selectedBox else {
      return leaveWithoutBox(text)
    }
    let lines = lines(of: text)
    guard lines.allSatisfy({ $0.fits(Limits.text) }) else { return sayTooLong() }
    var last: RecordID?
    let steps = lines.map { line in
      var draft = stage.draft(in: box, self)
      draft.text = line
      draft.channel = .paper
      let id = scribe.newRecord()
      last = id
      return draft.step(record: id)
    }
    let effects = commit(steps, label: content.word("notes", count: lines.count))
    if let last { select(note: last, near: focus.box) }
    return effects
  }

  private mutating func startNote(with text: String) -> [Effect] {
    guard text.fits(Limits.text) else { return sayTooLong() }
    // What was left here waits; a paste is not the rest of it.
    startNote(isEmpty: true)
    guard case .editor(var editor) = overlay else { return leaveWithoutBox(text) }
    // The end of its last line is no line of a note.
    var scalars = text.unicodeScalars[...]
    while scalars.last?.isNewline == true { scalars.removeLast() }
    editor.field.insert(String(scalars))
    guard editor.field.byteCount <= Limits.text else { return sayTooLong() }
    overlay = .editor(editor)
    memory.draft = editor.remembered
    return [.remember(memory)]
  }

  // MARK: What is asked about

  /// Keeps a text safe while it is asked what is to become of it; it is a draft of the box with the cursor until then.
  mutating func hold(_ text: String) -> [Effect] {
    guard text.fits(Limits.text) else { return [] }
    memory.leaveDraft()
    memory.draft = draft(of: text)
    return [.remember(memory)]
  }

  /// Tells whether a text is held about which something is asked.
  var isHolding: Bool {
    switch overlay {
    case .chooser(let chooser): chooser.purpose == Self.pastePurpose
    case .people(let preview): preview.text != nil
    default: false
    }
  }

  /// Lets the text wait as a draft about which nothing was chosen, and says so.
  mutating func leaveHeld() -> [Effect] {
    // What no note could have is not held either.
    guard let draft = memory.draft else { return sayTooLong() }
    memory.leaveDraft()
    let key = freshNote() == nil ? "D" : key(for: draft)
    say(content.word("draft.kept", ["key": key]))
    return [.remember(memory)]
  }

  /// Lets a text wait that came in while something else is open, or nothing is to be seen.
  mutating func leave(_ text: String) -> [Effect] {
    guard text.fits(Limits.text) else { return sayTooLong() }
    memory.take(draft(of: text))
    say(content.word("draft.kept", ["key": "D"]))
    return [.remember(memory)]
  }

  /// A text as a draft of the box with the cursor, or of the item where there is none.
  func draft(of text: String) -> ScreenMemory.Draft {
    var note =
      freshNote()
      ?? NoteDraft(
        document: team ?? .plenary, item: item?.key, activity: item?.kind,
        group: team?.text ?? "plenary", channel: .keyboard)
    note.text = text
    return ScreenMemory.Draft(note: note)
  }

  /// The lines of a text that say something, as written.
  private func lines(of text: String) -> [String] {
    // By scalars: a book would take a second by characters.
    text.unicodeScalars.split(whereSeparator: \.isNewline).filter { line in
      line.contains { !$0.properties.isWhitespace }
    }.map { String($0) }
  }
}

extension Unicode.Scalar {
  /// Tells whether it ends a line.
  fileprivate var isNewline: Bool {
    (0x0A...0x0D).contains(value) || [0x85, 0x2028, 0x2029].contains(value)
  }
}
