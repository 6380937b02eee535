public import WorkshopCore

extension SessionFolder {
  /// Writes into the programme and people what is decided beside them as they are, while nobody else can write.
  ///
  /// What two programs decide at once is decided one after the other: the second sees what the first wrote.
  ///
  /// - Parameters:
  ///   - loaded: The session as it was read, in whose place no other may have come.
  ///   - decide: Decides, under the session's lock and once.
  /// - Returns: What could not be read and was set aside for new files.
  @discardableResult
  public func save(
    into loaded: LoadedSession, deciding decide: @escaping (Document) -> [Change]
  ) throws(StoreError) -> [StoreError] {
    let folder = expecting(loaded)
    // Nothing is left in a folder that is no session, not even a lock.
    _ = try folder.contents(in: nil)
    let save = DocumentSave(decide: decide, copy: loaded.copies[.session])
    var asides: [StoreError] = []
    for result in try folder.save([.session: save]).values {
      if let aside = try result.get().setAside { asides.append(aside) }
    }
    return asides
  }
}
