public import WorkshopCore

extension SessionFolder {
  /// What there is to say of notes whose writers the list does not know, a line for each file.
  public func errors(of writers: UnknownWriters) -> [StoreError] {
    writers.notes.sorted { $0.key < $1.key }.map { name, notes in
      StoreError(file: file(name).path, fact: .unknownWriters(notes: notes))
    }
  }
}
