public import WorkshopCore

/// The files of a session, to be read one by one.
public struct SessionFiles: Sendable {
  private let folder: SessionFolder
  private let listing: SessionFolder.Listing

  /// Looks which files there are.
  ///
  /// - Throws: `noSession` if there is no such folder or no document in it.
  public init(_ folder: SessionFolder) throws(StoreError) {
    self.folder = folder
    listing = try folder.listing()
  }

  /// The names of the documents, in the order of their bytes.
  public var names: [DocumentName] {
    Set(listing.documents + leftovers.map(\.document)).sorted()
  }

  /// What a save left behind as a whole when a program died, which belongs to a document.
  private var leftovers: [Leftover] { listing.leftovers.filter { $0.stage == .tmp } }

  /// Reads a document, with what a save left behind; `nil` if it is no longer there.
  ///
  /// - Throws: What is wrong with the file or with what was left behind.
  public func document(_ name: DocumentName) throws(StoreError) -> Document? {
    let file = folder.file(name)
    var document = try file.read()?.document
    for leftover in leftovers where leftover.document == name {
      guard let copy = try file.read(at: "\(folder.path)/\(leftover.fileName)") else { continue }
      document = document ?? Document(name: name)
      document?.merge(copy.document)
    }
    return document
  }

  /// Reads the notes that are there in a document, each once, in any order.
  ///
  /// - Throws: What is wrong with the file or with what was left behind.
  public func notes(_ name: DocumentName) throws(StoreError) -> [Note] {
    let file = folder.file(name)
    if !leftovers.contains(where: { $0.document == name }),
      let content = try file.content(of: file.path),
      let notes = PlainNoteReader.notes(in: content.bytes, of: name)
    {
      return notes
    }
    return try document(name)?.notes ?? []
  }
}
