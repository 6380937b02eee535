import WorkshopCore

/// Where the notes of a group stand: the file, the group's id and the voice.
struct NoteHome {
  let document: DocumentName
  let group: String
  let voice: Note.Voice?

  /// The home of a municipality's notes.
  init(municipality: DocumentName) {
    document = municipality
    group = municipality.text
    voice = nil
  }

  /// The home of the notes of a group that is not one municipality.
  init(group: String) {
    document = .plenary
    self.group = group
    voice = Side(rawValue: group).map { $0 == .formal ? .formal : .informal }
  }
}
