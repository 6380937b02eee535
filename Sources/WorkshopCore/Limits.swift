/// How large things may be: the same when they are written as when they are read.
///
/// What could not be read again is refused before it is written, in words that name the limit. A size is
/// in bytes of UTF-8 unless it says otherwise.
public enum Limits {
  /// One text: of a note, or of a field in a form.
  ///
  /// Two megabytes that somebody pastes must fit; one slip of a program that writes without an end must
  /// not make a municipality unreadable.
  public static let text = 4 << 20

  /// A name or a title: of a person, a municipality, a role, a workshop, a tag.
  public static let name = 4 << 10

  /// A file of a session.
  public static let document = 256 << 20

  /// How many lists and objects may stand in one another in a file.
  public static let depth = 64

  /// A photograph.
  public static let attachment = 50 << 20

  /// A list of participants.
  public static let table = 16 << 20

  /// A line of standard input, of which each is a note.
  public static let line = text

  /// What this machine remembers of one screen: drafts, forms, what can be undone.
  public static let memory = 64 << 20

  /// What one program of this machine has on its way to a session.
  public static let outbox = document

  /// How many gestures, and how many texts left half typed, this machine remembers.
  public static let remembered = 500

  /// The name of a session's folder.
  public static let sessionName = 200
}

extension String {
  /// Tells whether a text takes no more bytes of UTF-8 than a limit.
  public func fits(_ limit: Int) -> Bool { utf8.count <= limit }
}
