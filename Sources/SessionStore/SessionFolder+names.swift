public import WorkshopCore

extension SessionFolder {
  /// The names of the documents that there are files of, in whatever state; empty for a folder that is
  /// no session, or not there.
  ///
  /// What a program that died left of a document counts, and so does what was set aside or what a
  /// synchroniser put beside it.
  public var documentNames: Set<DocumentName> {
    guard let contents = try? contents(in: nil) else { return [] }
    return Set(
      contents.documents + contents.leftovers.map(\.document) + contents.setAside.map(\.document)
        + contents.copies.map(\.document))
  }

  /// Tells whether a folder is that of a session as far as it can be told without reading its files: it
  /// has a programme, or a file that begins as documents do.
  ///
  /// Any program may call a file of its own so that it could be a document.
  var looksLikeSession: Bool {
    if let kind = (try? fileSystem.status("\(path)/session.json"))?.kind { return kind == .file }
    guard let contents = try? contents(in: nil) else { return false }
    return contents.documents.prefix(SessionFolder.looks).contains {
      fileSystem.startsLikeDocument(file($0).path)
    }
  }

  /// The number of files of a folder that are looked into at most.
  private static let looks = 100
}
