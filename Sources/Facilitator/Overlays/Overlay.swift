/// What lies over a stage and gets the keys first.
enum Overlay: Sendable {
  /// Text of a note is being typed.
  case editor(NoteEditor)
  /// A role is being made of notes.
  case role(RoleEditor)
  /// A group is being chosen.
  case chooser(GroupChooser)
  /// Notes are being searched.
  case search(NoteSearch)
  /// Text is read page by page: help, script, roles, report, one note.
  case pager(Pager)
}
