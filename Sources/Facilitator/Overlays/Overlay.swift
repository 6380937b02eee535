/// What lies over a stage and gets the keys first.
enum Overlay: Sendable {
  /// Text of a note is being typed.
  case editor(NoteEditor)
  /// A few fields are being filled in.
  case form(Form)
  /// One of a list is being chosen.
  case chooser(Chooser)
  /// The programme is being changed.
  case programme(ProgrammeEditor)
  /// It shows who sits where.
  case seats(SeatsBoard)
  /// It shows what happened to a note.
  case history(NoteHistory)
  /// Notes are being searched.
  case search(NoteSearch)
  /// Text is read page by page: help, script, roles, one note.
  case pager(Pager)
  /// A list of people came in, and it shows what that would do.
  case people(PeoplePreview)
  /// The report is read.
  case report(ReportReader)
}
