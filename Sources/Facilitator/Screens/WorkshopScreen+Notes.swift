import WorkshopContent
import WorkshopCore

extension WorkshopScreen {
  /// Takes the selected note away, or another one; undo brings it back.
  mutating func deleteNote(_ note: Note? = nil) -> [Effect] {
    guard let note = note ?? selectedNote else {
      sayNothingSelected()
      return []
    }
    let effects = set([Note.Field.deleted: .bool(true)], of: note, as: "delete")
    say(content.word("status.deleted"))
    return effects
  }

  /// Keeps the selected note out of every report, or lets it back in.
  mutating func toggleOffRecord() -> [Effect] {
    guard let note = selectedNote else {
      sayNothingSelected()
      return []
    }
    let effects = set([Note.Field.offRecord: .bool(!note.isOffRecord)], of: note, as: "record")
    say(content.word(note.isOffRecord ? "on-record" : "off-record"))
    return effects
  }

  /// Pins the selected note for the look back on day two, or unpins it.
  mutating func togglePin() -> [Effect] {
    guard let note = selectedNote else {
      sayNothingSelected()
      return []
    }
    let step = Scribe.Step(
      note.document, SessionCollection.notes, note.id, tag: note.isPinned ? [] : [Note.pinnedTag],
      untag: note.isPinned ? [Note.pinnedTag] : [])
    say(content.word(note.isPinned ? "pin.off" : "pin.on"))
    return commit([step], label: did("pin", note.text))
  }

  private mutating func set(_ fields: JSONObject, of note: Note, as act: String) -> [Effect] {
    commit(
      [Scribe.Step(note.document, SessionCollection.notes, note.id, set: fields)],
      label: did(act, note.text))
  }

  /// What was done to a note that was there already, in words, so that undoing it does not sound as if it were gone.
  ///
  /// - Parameter act: The name of the act among the words.
  func did(_ act: String, _ text: String) -> String {
    content.word("did.\(act)", ["what": text.shortened])
  }
}
