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
}
