import WorkshopCore

/// The names in a session's folder, each for what it is.
///
/// Everything that reads a session begins here. What a name does not tell is told by the content; see
/// ``FolderReading``, and ``SessionFiles`` for folders in which every name tells.
struct FolderContents: Sendable {
  /// The documents.
  private(set) var documents: [DocumentName] = []
  /// What programs left behind that died while saving.
  private(set) var leftovers: [Leftover] = []
  /// Files that could not be read and made way.
  private(set) var setAside: [SetAside] = []
  /// Copies whose names tell of which document.
  private(set) var copies: [ConflictCopy] = []
  /// Names that tell nothing.
  private(set) var others: [String] = []

  /// Takes up the names in a folder.
  ///
  /// - Parameters:
  ///   - names: The names, in any order.
  ///   - session: The session's document, by which municipalities are known; `nil` if it cannot be read.
  ///   - isSameFile: Tells whether a name is another name of a document's file, as where upper and lower
  ///     case are one.
  init(
    names: [String], session: Document?, isSameFile: (String, DocumentName) -> Bool
  ) {
    var unsure: [String] = []
    func hasPlace(_ document: DocumentName) -> Bool { session?.hasPlace(for: document) ?? true }
    for name in names where !FolderContents.isPassedOver(name) {
      // What is not UTF-8 leads to no file, whatever the rest of the name says.
      if name.unicodeScalars.contains("\u{FFFD}") {
        others.append(name)
        continue
      }
      // Of one that was still being written nothing counts, whatever it is of.
      if let leftover = Leftover(fileName: name),
        leftover.stage == .part || hasPlace(leftover.document)
      {
        leftovers.append(leftover)
      } else if let document = FolderContents.document(name), hasPlace(document) {
        documents.append(document)
      } else if let aside = SetAside(fileName: name), hasPlace(aside.document) {
        setAside.append(aside)
      } else if let copy = ConflictCopy(fileName: name), hasPlace(copy.document) {
        copies.append(copy)
      } else {
        unsure.append(name)
      }
    }
    var known = Set(documents)
    known.formUnion(session?.listedDocuments ?? [])
    known.formUnion([.session, .plenary])
    for name in unsure {
      guard let copy = CopyName.copy(name, among: known) else {
        others.append(name)
        continue
      }
      if !isSameFile(name, copy.document) {
        copies.append(copy)
      } else if !documents.contains(copy.document) {
        documents.append(copy.document)
      }
    }
    documents.sort()
    leftovers.sort { $0.fileName.precedesByBytes($1.fileName) }
    setAside.sort { $0.fileName.precedesByBytes($1.fileName) }
    copies.sort { $0.fileName.precedesByBytes($1.fileName) }
    others.sort { $0.precedesByBytes($1) }
  }

  /// The document that a file's name is the very name of.
  private static func document(_ name: String) -> DocumentName? {
    name.hasSuffix(".json") ? DocumentName(String(name.dropLast(5))) : nil
  }

  /// Tells whether nobody looks at a file: its name begins with a dot and is not that of a leftover, or
  /// a program gives such names to what it works on and takes away again.
  ///
  /// - `~$x`, `~x.tmp`, `x~`, `#x#`: office programs and editors
  /// - `.tmp`, `.temp`, `.swp`, `.swo`, `.swx`: editors
  /// - `.part`, `.partial`, `.crdownload`, `.download`, `.filepart`: browsers and programs that copy
  static func isPassedOver(_ name: String) -> Bool {
    let bytes = name.utf8
    if bytes.first == 0x2E { return Leftover(fileName: name) == nil }
    if bytes.last == 0x7E || name.hasPrefix("~$") { return true }
    if bytes.count > 1, bytes.first == 0x23, bytes.last == 0x23 { return true }
    let ending = name.lowercased().split(separator: ".", omittingEmptySubsequences: false).last
    return ending.map { passingEndings.contains(String($0)) } ?? false
  }

  private static let passingEndings: Set<String> = [
    "tmp", "temp", "swp", "swo", "swx", "part", "partial", "crdownload", "download", "filepart",
  ]
}

extension SessionFolder {
  /// Looks at the names; a folder without any document is no session, unless one is known to be there.
  ///
  /// - Parameter session: The session's document, if it could be read.
  func contents(in session: Document?, mayBeEmpty: Bool = false) throws(StoreError)
    -> FolderContents
  {
    let names: [String]
    do {
      names = try fileSystem.list(path)
    } catch {
      throw StoreError(file: path, fact: error.isMissing ? .noSession : .cannotRead(error))
    }
    let contents = FolderContents(names: names, session: session) { name, document in
      guard let one = (try? fileSystem.statusIfPresent("\(path)/\(name)")) ?? nil,
        let other = (try? file(document).status()) ?? nil
      else { return false }
      return one.identity.isSameFile(as: other.identity)
    }
    // A document may have nothing but a leftover, when a program died while making it.
    guard mayBeEmpty || !contents.documents.isEmpty || !contents.leftovers.isEmpty else {
      throw StoreError(file: path, fact: .noSession)
    }
    return contents
  }
}
