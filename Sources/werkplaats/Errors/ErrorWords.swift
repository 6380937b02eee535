import CursesScreen
import SessionStore
import WorkshopContent
import WorkshopCore

/// An error as a command ends with it: lines for standard error and the exit code.
///
/// All words of commands for errors are made here; those for the files of a session come with
/// ``StoreError``.
struct Failure {
  let lines: [String]
  let code: Int32

  /// The words for an error; `nil` for one of the argument parser, which has its own.
  init?(_ error: any Error) {
    switch error {
    case let error as StoreError: self.init(error)
    case let error as CommandError: self.init(error)
    case let error as TerminalError:
      self.init(lines: ["werkplaats: \(error)"], code: StoreError.Category.usage.rawValue)
    case let error as UnsavedNotes: self.init(error)
    case is LeftInHaste:
      self.init(
        lines: [
          "told to end while the workshop could not be saved; what was on its way is remembered, and saved when "
            + "this computer opens the workshop next"
        ], code: StoreError.Category.cannotWrite.rawValue)
    case let error as ContentError:
      self.init(lines: ["werkplaats: built-in content is broken: \(error)"], code: 70)
    default: return nil
    }
  }

  /// The words for an error on one line, for a screen.
  static func words(for error: any Error) -> String {
    Failure(error)?.lines.first ?? "\(error)"
  }

  private init(lines: [String], code: Int32) {
    self.lines = lines
    self.code = code
  }

  /// Notes that are on no disk are said out loud, so that they can still be copied.
  private init(_ error: UnsavedNotes) {
    let lines = error.unsaved.flatMap { unsaved in
      [unsaved.error.message]
        + unsaved.changes.compactMap(\.text).map { "not kept: \(VisibleText.line($0))" }
    }
    let hope = "what is not kept is tried again when this computer opens the workshop next"
    self.init(lines: lines + [hope], code: error.unsaved.first?.error.category.rawValue ?? 74)
  }

  private init(_ error: StoreError) {
    self.init(lines: [error.message], code: error.category.rawValue)
  }

  private init(_ error: CommandError) {
    switch error {
    case .findings(let findings):
      self.init(lines: findings.map(\.message), code: StoreError.Category.damaged.rawValue)
    case .inList(let file, let faults, let notices):
      self.init(lines: faults.map { $0.message(in: file) } + notices, code: error.code)
    case .several(let errors):
      self.init(lines: errors.flatMap { Failure($0).lines }, code: errors.first?.code ?? error.code)
    default:
      self.init(
        lines: ["\(error.place ?? "werkplaats"): \(error.what); \(error.remedy)"], code: error.code)
    }
  }
}

extension CommandError {
  fileprivate var code: Int32 {
    let category: StoreError.Category =
      switch self {
      case .unknownMunicipality, .unknownGroup, .unknownActivity, .noActivity, .noHome,
        .groupElsewhere, .notInProgramme, .unknownPlace,
        .unknownParticipant, .severalParticipants, .severalMunicipalities, .unknownNote,
        .mentionsUndecided,
        .unknownNameWord, .notNamed, .emptyName, .notAField,
        .ownField, .emptyText, .emptyMunicipality, .sameMunicipality, .argumentNotUTF8,
        .withinSession, .throughLink, .textTooLong, .nameTooLong, .note, .unknownWord,
        .addsElsewhere:
        .usage
      case .notUTF8, .inList, .inRow, .several, .findings, .lineTooLong, .fileTooLarge: .damaged
      case .cannotRead: .missing
      case .cannotWrite, .cannotRemove: .cannotWrite
      }
    return category.rawValue
  }

  /// The file with the place in it; `nil` where there is none.
  fileprivate var place: String? {
    switch self {
    case .notUTF8(let source, let line, let column): "\(source):\(line):\(column)"
    case .lineTooLong(let source, let line): "\(source):\(line)"
    case .fileTooLarge(let file, _): VisibleText.line(file)
    case .inRow(let file, let line, let column, _):
      "\(VisibleText.line(file)):\(line):\(column)"
    case .cannotRead(let file, _), .cannotWrite(let file, _), .cannotRemove(let file, _),
      .withinSession(let file, _), .throughLink(let file, _):
      VisibleText.line(file)
    default: nil
    }
  }

  fileprivate var what: String {
    switch self {
    case .unknownMunicipality(let text, _): "no municipality \(quoted(text)) in this session"
    case .unknownGroup(let text, _): "no group \(quoted(text))"
    case .unknownActivity(let text): "no activity \(quoted(text))"
    case .noActivity: "no activity is named"
    case .noHome: "neither a municipality nor a group is named"
    case .groupElsewhere(let group, let municipality):
      "the sheet of the group \(quoted(group)) is not that of \(quoted(municipality))"
    case .notInProgramme(let activity, _):
      "the programme of this session has no \(activity.rawValue)"
    case .unknownPlace(let text, let activity): "no place \(quoted(text)) in \(activity.rawValue)"
    case .unknownParticipant(let text): "no participant \(quoted(text)) in this session"
    case .severalParticipants(let text, _): "more than one participant is called \(quoted(text))"
    case .severalMunicipalities(let text, _): "more than one municipality is called \(quoted(text))"
    case .unknownNote(let text): "no note \(quoted(text)) in this session"
    case .mentionsUndecided(let count, _):
      "\(count) \(count == 1 ? "text" : "texts") of others may name them, and nothing was erased"
    case .unknownNameWord(let text): "\(quoted(text)) is in nobody's name"
    case .notNamed(let text): "\(quoted(text)) names nobody who withdrew, as far as can be told"
    case .emptyName: "there is no name in it"
    case .notAField(let text): "\(quoted(text)) is not a field"
    case .ownField(let name): "\(quoted(name)) is a field of every note"
    case .emptyText: "the note has no text"
    case .emptyMunicipality: "a municipality has no name"
    case .sameMunicipality(let one, let other):
      "\(quoted(one)) and \(quoted(other)) would be the same file"
    case .argumentNotUTF8(let index): "argument \(index) is not UTF-8"
    case .notUTF8: "this byte is not UTF-8"
    case .textTooLong: "the text is longer than \(CommandError.textLimit) MB"
    case .lineTooLong: "this line is longer than \(CommandError.textLimit) MB"
    case .nameTooLong(let text): "the name \(quoted(text)) is longer than \(Limits.name) bytes"
    case .fileTooLarge(_, let limit): "larger than \(limit >> 20) MB"
    case .inRow(_, _, _, let error): error.what
    case .note(let fault): fault.what
    case .unknownWord(let text, let option, _): "no \(option) \(quoted(text))"
    case .addsElsewhere(let activity): "the note that it adds to is of \(activity.rawValue)"
    case .inList, .several: "not understood"
    case .findings: "damaged"
    case .withinSession(_, let session):
      "is in the folder of the workshop \(quoted(session)), so it is not written"
    case .throughLink(_, let link):
      "leads through the link \(quoted(link)) in the folder of a workshop, so it is not written"
    case .cannotRead(_, let reason): "cannot be read: \(reason)"
    case .cannotWrite(_, let reason): "cannot be written: \(reason)"
    case .cannotRemove(_, let reason): "cannot be removed: \(reason)"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .unknownMunicipality(_, let known):
      known.isEmpty ? "it has none yet" : "it has \(list(known))"
    case .unknownGroup(_, let municipalities):
      "use formal, informal, mixed-1, mixed-2…, plenary"
        + (municipalities.isEmpty ? "" : " or one of \(list(municipalities))")
    case .notInProgramme(_, let known):
      known.isEmpty
        ? "leave --activity out, and make a programme on screen with P"
        : "use one of \(list(known.map(\.rawValue))), or add it on screen with P"
    case .noActivity: "add a column activity, or give --activity"
    case .noHome: "add a column municipality or group, or give --municipality or --group"
    case .groupElsewhere: "name only the one on whose sheet it is"
    case .unknownActivity: "use one of \(list(ActivityKind.allCases.map(\.rawValue)))"
    case .unknownPlace(_, let activity): CommandError.placesRemedy(activity)
    case .unknownParticipant: "use a name from its list, or leave the option out"
    case .severalParticipants(_, let people): "use the id of one of them: \(list(people, by: "; "))"
    case .severalMunicipalities(_, let names): "use the id of one of them: \(list(names))"
    case .unknownNote: "use an id as `note list --json` tells it"
    case .mentionsUndecided(_, certain: 0):
      "look at them without --yes, and add --mentions keep; redact would leave them as well, since others have "
        + "that name too or it may be a word"
    case .mentionsUndecided:
      "look at them without --yes, and add --mentions redact or --mentions keep"
    case .unknownNameWord: "use a word of a name on the list"
    case .notNamed: "use an id as `names` lists it"
    case .emptyName: "write the name as it stood on the list"
    case .notAField: "write it as name=value"
    case .ownField: "use another name; the options of `note add` set what every note has"
    case .emptyText: "write something between the quotation marks"
    case .emptyMunicipality: "write its name behind --municipality"
    case .sameMunicipality: "leave one out, or write a name that differs in its letters"
    case .argumentNotUTF8: "use a terminal that is set to UTF-8"
    case .notUTF8: "what came before is kept; save the text as UTF-8 and add the rest"
    case .textTooLong: "make several notes of it"
    case .lineTooLong: "what came before is kept; make several lines of it and add the rest"
    case .nameTooLong: "use a shorter name"
    case .fileTooLarge: "check that it is the right file"
    case .inRow(_, _, _, let error): error.remedy
    case .note(let fault): fault.remedy
    case .unknownWord(_, _, let known): "use one of \(list(known))"
    case .addsElsewhere: "use that activity, or leave --adds-to out"
    case .inList, .several: "look at the list"
    case .findings: "put back a copy of the files"
    case .withinSession: "write it somewhere else, or into reports/ of that folder"
    case .throughLink: "put a folder in the place of the link, or write it somewhere else"
    case .cannotRead: "check the name, and that you may read it"
    case .cannotWrite:
      "check that the folder can be written in and that the disk is neither full nor read-only"
    case .cannotRemove: "remove it by hand; it holds the rehearsal and what you typed in it"
    }
  }

  private static let textLimit = Limits.text >> 20

  private static func placesRemedy(_ activity: ActivityKind) -> String {
    let places = Place.all(in: activity).map(\.text)
    if activity == .plan { return "use \(list(places)), form/ID or model/ID" }
    if !places.isEmpty { return "use one of \(list(places))" }
    return Place("any", in: activity) == nil
      ? "leave --place out, this activity has none" : "write something behind --place"
  }
}

/// A text from outside between quotation marks, safe for a terminal and not too long.
private func quoted(_ text: String) -> String { VisibleText.quoted(text) }

private func list(_ texts: [String], by separator: String = ", ") -> String {
  texts.map(VisibleText.line).joined(separator: separator)
}

extension Change {
  /// The text that a change writes, if it writes one.
  fileprivate var text: String? {
    revision?.set[Note.Field.text]?.text
  }
}
