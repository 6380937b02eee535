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

  /// Tells whether a text is likely to be the path of one, or of several, a line each: it begins as a path does, and
  /// ends as a photograph.
  static func isLikely(_ text: String) -> Bool {
    // Nobody drops a book of paths, and a book is read otherwise.
    guard text.utf8.count < 1 << 16 else { return false }
    let lines = lines(of: text)
    return !lines.isEmpty
      && lines.allSatisfy { line in
        let line = line.lowercased()
        let begins = ["/", "~/", "'", "\"", "$'", "file:"].contains { line.hasPrefix($0) }
        var end = line[...]
        while let last = end.last, last == "'" || last == "\"" { end.removeLast() }
        return begins && line.contains("/") && endings.contains { end.hasSuffix($0) }
      }
  }

  /// Paths on a line each as a shell would have them on one.
  static func joined(_ text: String) -> String {
    let lines = lines(of: text)
    guard lines.count > 1 else { return lines.first ?? "" }
    return lines.map { line in
      let isPlain = line.hasPrefix("/") || line.hasPrefix("~/")
      guard isPlain, line.contains(" "), !line.contains("\\") else { return line }
      return line.contains("'") ? "\"\(line)\"" : "'\(line)'"
    }.joined(separator: " ")
  }

  private static func lines(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { String($0).trimmedWhitespace }
      .filter { !$0.isEmpty }
  }
}

extension Form {
  /// The field for the path of a photograph.
  static let photograph = "path"

  /// Takes what a terminal types for a photograph that is dropped: behind others that were dropped, and in place of
  /// a path that was refused.
  mutating func drop(_ path: String, insteadOfOthers isAlone: Bool) {
    guard let index = fields.firstIndex(where: { $0.id == Self.photograph }) else { return }
    let old = isAlone ? nil : filled(Self.photograph)
    let path = PhotographPath.joined(path)
    let text = [old, path].compactMap(\.self).joined(separator: " ")
    fields[index].content = .text(LineEditor(text: text, multiline: false))
  }
}

extension WorkshopScreen {
  /// Opens the form for a photograph that was dropped on the screen; false on a stage without photographs.
  mutating func offerPhotograph(_ path: String) -> Bool {
    guard stage.perform(.addPhotograph, on: &self) != nil, case .form(var form)? = overlay else {
      return false
    }
    // What was left of an earlier one is no part of this one's path.
    form.drop(path, insteadOfOthers: true)
    overlay = .form(form)
    memory.form = form.memory(in: item?.id)
    return true
  }

  /// Says that a photograph is no text, so that the path of one that was dropped is in no note unseen.
  mutating func sayPhotograph() {
    say(content.word("attach.no-text"), as: .warning)
  }

  /// Writes down the note of photographs that are in the session now.
  mutating func take(_ attachment: Attachment, named files: [String]) -> [Effect] {
    isRefused = false
    // As it was typed it may have blanks around it.
    func isFilledIn(_ form: ScreenMemory.FormMemory) -> Bool {
      form.values[Form.photograph]?.trimmedWhitespace
        .hasSameBytes(as: attachment.path.trimmedWhitespace) ?? false
    }
    if !isFillingIn, memory.form.map(isFilledIn) ?? false { memory.form = nil }
    memory.leftForms.removeAll(where: isFilledIn)
    // That it is being copied is over; what follows is told like the keeping of any other note.
    message = nil
    if let note = attachment.note.flatMap({ workshop.notes[$0] }) {
      return commit(
        [
          Scribe.Step(
            note.document, SessionCollection.notes, note.id,
            set: [Note.Field.attachments: .texts(note.attachments + files)])
        ], label: content.word("attach.done"))
    }
    if let note = attachment.note, workshop.isErased(note) {
      say(content.word("erase.closed"), as: .warning)
      return [.remember(memory)] + files.map(Effect.discard)
    }
    // A drawing that was taken away meanwhile is put back with it, and not made anew without its writer.
    if let note = attachment.note, let former = workshop.noteTakenAway(note),
      attachment.draft.text.isEmpty,
      let step = workshop.step(
        puttingBack: note, set: [Note.Field.attachments: .texts(former.attachments + files)])
    {
      let effects = commit([step], label: content.word("attach.done"))
      say(content.word("edit.put-back"), as: .warning)
      return effects
    }
    let id = scribe.newRecord()
    let effects = commit(
      [attachment.draft.step(record: id, fields: [Note.Field.attachments: .texts(files)])],
      label: content.word("attach.done"))
    if attachment.draft.item == item?.key { select(note: id, near: focus.box) }
    return effects
  }

  /// Says why a photograph is not in the session; the form opens again with what was filled in.
  mutating func refuse(_ refusal: AttachmentRefusal) {
    reopenRefused()
    isRefused = true
    say(content.word("attach.\(refusal.rawValue)"), as: .warning)
  }

  private var isFillingIn: Bool { if case .form = overlay { true } else { false } }
}
