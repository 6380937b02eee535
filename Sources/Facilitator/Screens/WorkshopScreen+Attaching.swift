import TextScreen
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

/// What a terminal types for a photograph that is dropped on it.
enum PhotographPath {
  private static let endings = [".jpg", ".jpeg", ".png", ".heic", ".heif", ".pdf"]

  /// Tells whether a text is likely to be the path of one: it begins as a path does, and ends as a photograph.
  static func isLikely(_ text: String) -> Bool {
    let text = text.trimmedWhitespace.lowercased()
    let begins = ["/", "~/", "'", "\"", "file:"].contains { text.hasPrefix($0) }
    var end = text[...]
    while let last = end.last, last == "'" || last == "\"" { end.removeLast() }
    return begins && text.contains("/") && !text.contains(where: \.isNewline)
      && endings.contains { end.hasSuffix($0) }
  }
}

extension WorkshopScreen {
  /// Opens the form for a photograph that was dropped on the screen; false on a stage without photographs.
  mutating func offerPhotograph(_ path: String) -> Bool {
    guard stage.perform(.addPhotograph, on: &self) != nil, case .form(var form)? = overlay else {
      return false
    }
    form.edit(.paste(path.trimmedWhitespace))
    overlay = .form(form)
    memory.form = form.memory(in: item?.id)
    return true
  }

  /// Writes down the note of a photograph that is in the session now.
  mutating func take(_ attachment: Attachment, named file: String) -> [Effect] {
    if memory.form?.values["path"] == attachment.path, !isFillingIn { memory.form = nil }
    memory.leftForms.removeAll { $0.values["path"] == attachment.path }
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

  /// Says why a photograph is not in the session; the form opens again with what was filled in.
  mutating func refuse(_ refusal: AttachmentRefusal) {
    reopenRefused()
    say(content.word("attach.\(refusal.rawValue)"), as: .warning)
  }

  private var isFillingIn: Bool { if case .form = overlay { true } else { false } }
}
