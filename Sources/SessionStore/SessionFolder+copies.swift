import WorkshopCore

extension SessionFolder {
  /// Reads a copy that a synchroniser put beside a document; `nil` if it is gone.
  ///
  /// - Parameters:
  ///   - copy: The copy.
  ///   - document: The document as it is known; `nil` if there is none.
  ///   - session: The session's programme and people.
  /// - Throws: What is wrong with the copy: damage, a newer format, or another session.
  func reading(_ copy: ConflictCopy, beside document: Document?, in session: Document?)
    throws(StoreError) -> Document?
  {
    let path = "\(path)/\(copy.fileName)"
    let file = file(copy.document)
    guard let theirs = try file.read(at: path)?.document else { return nil }
    if theirs.isFromNewerVersion {
      throw StoreError(file: path, fact: .newerFormat(theirs.formatVersion))
    }
    let isKin = file.isKin(
      theirs, of: document ?? Document(name: copy.document), in: session,
      isThere: document != nil)
    guard isKin else { throw StoreError(file: path, fact: .otherSession) }
    return theirs
  }
}
