import WorkshopCore

/// One reading of a session's folder: what each file says, and whether it is of this session at all.
///
/// Screen, commands and merging all begin with it, so that none of them sees a file that another does not.
/// The one exception is ``SessionFiles``, which reads documents one by one for counting; it takes a reading
/// as soon as anything but documents lies in the folder.
struct FolderReading {
  /// The names.
  let contents: FolderContents
  /// What the session says: the documents, with all that lies beside them.
  var documents: [DocumentName: Document] = [:]
  /// The documents as they stand in their files.
  var copies: [DocumentName: DocumentCopy] = [:]
  /// What is wrong with files in the places of documents; what is of another session is among it.
  var unusable: [DocumentName: StoreError] = [:]
  /// What lies beside the documents and belongs to them, in the order of taking it in.
  var additions: [Addition] = []
  /// What is wrong, or not taken in, so that words may be missing.
  var findings: [StoreError] = []
  /// What is worth knowing and takes no words away.
  var otherFindings: [StoreError] = []

  /// Records that this machine remembers to be blanked, whatever the files say.
  var recalled: Set<RecordID> = []
  /// Names of what is no file of a session.
  var bystanders: [String] = []
  /// Files beside the documents that can be read, whosever they are; what is in them is not always taken in.
  var beside: [(fileName: String, content: Document)] = []

  /// A file beside a document that is merged into it.
  struct Addition {
    let document: DocumentName
    let content: Document
    /// The bytes of the file.
    let bytes: [UInt8]
    /// Its name in the folder.
    let fileName: String
    /// The copy, if it is one.
    var copy: ConflictCopy?
  }

  fileprivate mutating func add(
    _ found: DocumentCopy, to name: DocumentName, from fileName: String, copy: ConflictCopy? = nil
  ) {
    documents[name, default: Document(name: name)].merge(found.document)
    additions.append(
      Addition(
        document: name, content: found.document, bytes: found.bytes, fileName: fileName, copy: copy)
    )
  }

  /// The session as its files are.
  var unfinished: LoadedSession {
    LoadedSession(documents: documents, findings: findings, copies: copies)
  }

  /// The session without what participants who withdrew wrote, even while it is in a file.
  var loaded: LoadedSession {
    var documents = documents
    for change in Erasure.late(in: documents.values) { documents[change.document]?.apply(change) }
    return LoadedSession(documents: documents, findings: findings, copies: copies)
  }

  /// What is wrong with files whose words are in none of the documents, and what was not looked into.
  func passedBy(in folder: SessionFolder) -> [StoreError] {
    otherFindings.filter { $0.fact != .redundant } + folder.bystanders(in: self)
  }

  /// Tells whether a file that belongs beside a document must wait until that can be read.
  fileprivate func waits(for name: DocumentName) -> Bool { unusable[name] != nil }
}

extension SessionFolder {
  /// Reads the folder.
  ///
  /// - Throws: `noSession` if there is no such folder or no document in it.
  func reading() throws(StoreError) -> FolderReading {
    var session: Result<DocumentCopy?, StoreError>
    do { session = .success(try file(.session).read()) } catch { session = .failure(error) }
    let known = (try? session.get())?.document
    var reading = FolderReading(contents: try contents(in: known))
    for name in reading.contents.documents {
      do throws(StoreError) {
        let found = name == .session ? try session.get() : try file(name).read()
        guard let copy = found else { continue }
        if isForeign(copy.document, to: nil, in: known) {
          throw StoreError(file: file(name).path, fact: .otherSession)
        }
        reading.documents[name] = copy.document
        reading.copies[name] = copy
      } catch {
        reading.unusable[name] = error
        reading.findings.append(error)
      }
    }
    if let problem = attachmentsProblem { reading.findings.append(problem) }
    readLeftovers(into: &reading, session: known)
    for copy in reading.contents.copies where !reading.waits(for: copy.document) {
      do {
        if let theirs = try self.reading(copy, among: reading.documents) {
          reading.add(theirs, to: copy.document, from: copy.fileName, copy: copy)
        }
      } catch {
        // One of another session is none of this one's damage; `check` tells of it.
        if error.fact == .otherSession || error.fact == .redundant {
          reading.otherFindings.append(error)
        } else {
          reading.findings.append(error)
        }
      }
    }
    if let erasedMemory { reading.recall(erasedMemory) }
    for name in reading.contents.others {
      let glance = glance(at: name)
      if case .document(let content) = glance { reading.beside.append((name, content)) }
      guard let error = judging(name, glance, among: reading.documents) else {
        let isFolder = ["attachments", SessionFolder.reportsName].contains(name)
        if !isFolder { reading.bystanders.append(name) }
        continue
      }
      let isLost = error.fact == .unreadableName && SessionFolder.isNamedLikeDocument(name)
      if error.isKin || error.fact.isNewerFormat || isLost {
        reading.findings.append(error)
      } else {
        reading.otherFindings.append(error)
      }
    }
    return reading
  }

  /// Takes in what dead programs left, and what made way and was mended.
  private func readLeftovers(into reading: inout FolderReading, session: Document?) {
    for leftover in reading.contents.leftovers
    where leftover.stage == .tmp && !reading.waits(for: leftover.document) {
      do {
        let path = "\(path)/\(leftover.fileName)"
        guard let copy = try file(leftover.document).read(at: path) else { continue }
        try take(
          copy, leftover.document, from: leftover.fileName, into: &reading, session: session)
      } catch {
        reading.findings.append(error)
      }
    }
    for aside in reading.contents.setAside {
      do {
        guard let copy = try read(aside) else { continue }
        reading.beside.append((aside.fileName, copy.document))
        try take(copy, aside.document, from: aside.fileName, into: &reading, session: session)
      } catch {
        reading.findings.append(error)
      }
    }
  }

  private func take(
    _ found: DocumentCopy, _ name: DocumentName, from fileName: String,
    into reading: inout FolderReading, session: Document?
  ) throws(StoreError) {
    if isForeign(found.document, to: reading.documents[name], in: session) {
      reading.otherFindings.append(StoreError(file: "\(path)/\(fileName)", fact: .otherSession))
    } else {
      reading.add(found, to: name, from: fileName)
    }
  }

  /// Reads a file that made way once; somebody may have mended it.
  func read(_ aside: SetAside) throws(StoreError) -> DocumentCopy? {
    let path = "\(path)/\(aside.fileName)"
    do {
      return try file(aside.document).read(at: path)
    } catch {
      throw error.isDamage
        ? StoreError(file: path, place: error.place, fact: .lyingAside(error.fact)) : error
    }
  }

  /// Tells whether content that stands in a document's place, or is on its way there, is of another
  /// session.
  func isForeign(_ content: Document, to known: Document?, in session: Document?) -> Bool {
    let known = known ?? Document(name: content.name)
    return known.kinship(of: content, in: content.name == .session ? nil : session) == .foreign
  }
}

extension StoreError.Fact {
  /// Tells whether a newer version of the program wrote it.
  var isNewerFormat: Bool { if case .newerFormat = self { true } else { false } }
}
