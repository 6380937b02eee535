import WorkshopContent
public import WorkshopCore

/// A photograph that is to be copied into the session before a note tells of it.
public struct Attachment: Sendable, Equatable {
  /// Where it is, as somebody typed or pasted it.
  public let path: String
  /// A new random id, by which the copy is named.
  public let id: String
  /// The note that gets it; `nil` for a new one.
  public let note: RecordID?
  /// The note that is made where there is none.
  public let draft: NoteDraft

  /// Describes a photograph to be copied.
  public init(path: String, id: String, note: RecordID?, draft: NoteDraft) {
    self.path = path
    self.id = id
    self.note = note
    self.draft = draft
  }
}

/// Why a photograph is not in the session; the words stand under `attach.` and the raw value.
public enum AttachmentRefusal: String, CaseIterable, Sendable {
  case missing
  case notAFile = "not-a-file"
  case tooLarge = "too-large"
  case unknownKind = "unknown-kind"
  case unreadable
  case unwritable
}

extension WorkshopScreen {
  /// Writes down the note of a photograph that is in the session now.
  mutating func take(_ attachment: Attachment, named file: String) -> [Effect] {
    memory.form = nil
    // That it is being copied is over; what follows is told like the keeping of any other note.
    message = nil
    if let note = attachment.note.flatMap({ workshop.notes[$0] }) {
      return commit(
        [
          Scribe.Step(
            note.document, SessionCollection.notes, note.id,
            set: [Note.Field.attachments: .texts(note.attachments + [file])])
        ], label: content.word("attach.done"))
    }
    if let note = attachment.note, workshop.isErased(note) {
      say(content.word("erase.closed"), as: .warning)
      return [.remember(memory), .discard(file)]
    }
    let id = scribe.newRecord()
    let effects = commit(
      [attachment.draft.step(record: id, fields: [Note.Field.attachments: .texts([file])])],
      label: content.word("attach.done"))
    if attachment.draft.item == item?.key { select(note: id, near: focus.box) }
    return effects
  }

  /// Says why a photograph is not in the session; what was filled in is still there.
  mutating func refuse(_ refusal: AttachmentRefusal) {
    say(content.word("attach.\(refusal.rawValue)"), as: .warning)
  }
}
