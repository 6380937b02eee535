import WorkshopCore

/// A note as a command or a row of a list asks for it: texts that nobody has checked.
struct NoteRequest {
  /// What can be asked for, by the name of its option.
  enum Part: String, CaseIterable {
    case municipality
    case group
    case activity
    case place
    case by
    case kind
    case voice
    case verbatim
    case addsTo = "adds-to"
    case offRecord = "off-record"
    case claim
    case notChosen = "not-chosen"
    case phase
    case about
    case why
    case text
    /// Fields besides, which have columns of their own in a list.
    case field
  }

  /// Why it can't be had, and what of it that is about.
  struct Refusal: Error {
    var part: Part
    /// The field, where it is about one.
    var field: String?
    let error: CommandError
  }

  /// What is asked for; what is not is absent.
  var parts: [Part: String] = [:]
  /// Fields of the activity besides the text.
  var fields: [(name: String, value: String)] = []
  /// How it comes in.
  var channel: Note.Channel = .import
}
