import WorkshopCore

/// What is to be written into a document's file.
struct DocumentSave {
  /// What somebody waits for.
  var changes: [Change] = []
  /// Decides what else is written, beside the document as it is under the lock.
  var decide: ((Document) -> [Change])?
  /// What else is known and must not be lost if the file has it no more.
  var known: Document?
  /// The file as it was last seen; saves reading it again when it is the same still.
  var copy: DocumentCopy?
  /// Files that programs left behind that died while saving this document.
  var leftovers: [Leftover] = []
  /// Files that made way because they could not be read; one that somebody mended is taken in.
  var setAside: [SetAside] = []
  /// Tells whether what is left over and can be read must be gone when this is done; what cannot be read
  /// stays, for it may be somebody's edit, and is told of as damage.
  var mustClean = false
  /// Copies that a synchroniser put beside the document.
  var copies: [ConflictCopy] = []
  /// The session's programme and people, by which copies are told from those of another session.
  var session: Document?
  /// The session's documents, where a copy is not told without them; `nil` if they cannot be read.
  var documents: () -> [DocumentName: Document]? = { nil }
  /// The id of the workshop, which the file gets.
  var workshop: WorkshopID?
  /// Who withdrew: nothing of theirs is written, wherever it comes from.
  var withdrawn = Withdrawn()
  /// Whether somebody is told that what is known is on the disk.
  var isAwaited = false
  /// Whether changes may be left out with which the file would be too large to be read again.
  var mayLeaveOut = false
  /// Whether what is known is all there is, so that a file that cannot be read makes way for it.
  var makesWay = false

  /// Tells whether a participant's words are to go.
  var erases: Bool { mustClean || changes.contains { $0.act == .erase } }

  /// Tells whether a new file may be begun where one cannot be read.
  ///
  /// Only where somebody writes. Without the programme nothing of a session is shown, so that of
  /// `session.json` must be known.
  func mayBeginAnew(_ name: DocumentName) -> Bool {
    guard !changes.isEmpty || makesWay else { return false }
    return name.holdsNotes || known?[SessionCollection.workshop, WorkshopInfo.record] != nil
  }
}

/// What came of saving a document.
struct DocumentSaved: Sendable {
  /// The file as it now is.
  let copy: DocumentCopy
  /// What could not be read and was set aside, with its new name; `nil` where nothing was.
  var setAside: StoreError?
  /// What copies of a synchroniser added that are in the file now, and no more beside it.
  var taken: [TakenCopy] = []
  /// Names of copies that say what the file cannot say as well; they stay beside it.
  var contradicting: [String] = []
  /// Changes that were left out, since the file would have been too large with them.
  var leftOut: [Change] = []
}

// Merging is the only way to write. Under the lock: read, merge, write beside, exchange, look at what
// came out. Programs that know nothing of the lock (an editor, a synchroniser) are caught by the last
// step; where the file system cannot exchange, only by a look right before renaming.
extension DocumentFile {
  private static let rounds = 100

  /// Merges changes into the file, on the disk when this returns; only under the session's lock.
  ///
  /// - Throws: `tooLarge` before anything is written, if the file could not be read again.
  func save(_ save: DocumentSave) throws(StoreError) -> DocumentSaved {
    do {
      return try saveAll(save)
    } catch {
      guard case .tooLarge = error.fact, save.mayLeaveOut, save.changes.count > 1 else {
        throw error
      }
      let room = limit - Int(try status()?.identity.size ?? 0)
      let (fitting, leftOut) = FittingChanges.split(save.changes, room: room)
      guard !fitting.isEmpty, !leftOut.isEmpty else { throw error }
      var fewer = save
      fewer.changes = fitting
      var saved = try saveAll(fewer)
      saved.leftOut = leftOut
      return saved
    }
  }

  private func saveAll(_ save: DocumentSave) throws(StoreError) -> DocumentSaved {
    let (found, setAside) = try current(for: save)
    try refuse(found, for: save)
    var base = found
    var merged = base?.document ?? Document(name: name)
    if let workshop = save.workshop { merged.join(workshop) }
    if let known = save.known { merged.merge(known) }
    var spent: [String] = []
    for leftover in save.leftovers { take(leftover, save, into: &merged, spent: &spent) }
    for aside in save.setAside { takeWhole(aside.fileName, save, into: &merged, spent: &spent) }
    // Somebody may have mended it right before it made way.
    if case .setAside(let name, _)? = setAside?.fact {
      takeWhole(name, save, into: &merged, spent: &spent)
    }
    var erases = save.erases
    // What is late is no gain, so that copies are compared without it.
    erases = merged.blankLateWords(of: save.withdrawn) || erases
    let taken = take(copiesFor: save, into: &merged, over: base)
    let changes = save.changes + (save.decide?(merged) ?? [])
    merged.apply(changes)
    erases = taken.contains(where: \.hasLateWords) || erases
    let isAwaited =
      save.isAwaited || erases || !changes.isEmpty || !spent.isEmpty || !taken.isEmpty
    func finish(_ copy: DocumentCopy, _ spent: [String]) throws(StoreError) -> DocumentSaved {
      let away = try putAway(taken, heldBy: copy.document, erases: erases)
      try clean(spent + away.map(\.path), erases: erases)
      return DocumentSaved(
        copy: copy, setAside: setAside, taken: away.map(\.taken),
        contradicting: taken.filter { !copy.document.holds($0.document) }.map(\.fileName))
    }
    for _ in 0..<DocumentFile.rounds {
      if merged.isFromNewerVersion {
        throw StoreError(file: path, fact: .newerFormat(merged.formatVersion))
      }
      erases = merged.blankLateWords(of: save.withdrawn) || erases
      let new = DocumentCoding.written(merged, like: base?.model)
      guard new.bytes.count <= limit else {
        throw StoreError(file: path, fact: .tooLarge(limit: limit))
      }
      if let base, base.bytes == new.bytes {
        if isAwaited { try confirm() }
        return try finish(base, spent)
      }
      let written = try write(new, of: merged, permissions: base?.permissions)
      defer { fileSystem.close(written.descriptor) }
      switch try place(written, over: base, for: save) {
      case .done(let copy):
        spent.append(written.path)
        guard try isOvertaken(written) else { return try finish(copy, spent) }
        base = try read()
        try refuse(base, for: save)
        if let base { merged.merge(base.document) }
      case .displaced(let other, let copy):
        merged.merge(other)
        spent.append(written.path)
        base = copy
      case .refused(let newer):
        discard(written)
        try refuse(newer, for: save)
        if let newer { merged.merge(newer.document) }
        base = newer
      }
    }
    throw StoreError(file: path, fact: .restless)
  }

  /// The file as it is, or what had to make way because it could not be read.
  private func current(for save: DocumentSave) throws(StoreError) -> (DocumentCopy?, StoreError?) {
    if let copy = save.copy, let identity = copy.identity, try status()?.identity == identity {
      return (copy, nil)
    }
    do {
      return (try read(after: save.copy), nil)
    } catch {
      guard error.isDamage, save.mayBeginAnew(name) else { throw error }
      return try self.setAside(error)
    }
  }

  /// Throws if what has the document's name is of another workshop: it is neither taken in nor written
  /// over.
  private func refuse(_ copy: DocumentCopy?, for save: DocumentSave) throws(StoreError) {
    guard let copy else { return }
    let known = save.known ?? Document(name: name)
    if known.kinship(of: copy.document, in: name == .session ? nil : save.session) == .foreign {
      throw StoreError(file: path, fact: .otherSession)
    }
  }

  /// Merges what a dead program left; `spent` gets the paths of what is needed no more.
  private func take(
    _ leftover: Leftover, _ save: DocumentSave, into merged: inout Document, spent: inout [String]
  ) {
    switch leftover.stage {
    case .part: spent.append("\(folder)/\(leftover.fileName)")
    case .tmp: takeWhole(leftover.fileName, save, into: &merged, spent: &spent)
    }
  }

  /// Merges a file beside the document if it can be read.
  ///
  /// One that cannot may be somebody's edit with a slip in it: it stays, and `check` names it.
  private func takeWhole(
    _ fileName: String, _ save: DocumentSave, into merged: inout Document, spent: inout [String]
  ) {
    let path = "\(folder)/\(fileName)"
    guard let content = try? content(of: path), let copy = try? copy(of: content, at: path),
      !copy.document.isFromNewerVersion,
      merged.kinship(of: copy.document, in: name == .session ? nil : save.session) != .foreign
    else { return }
    merged.merge(copy.document)
    spent.append(path)
  }

  /// Removes what has been merged; what cannot be removed does no harm and is taken in again.
  private func clean(_ spent: [String], erases: Bool) throws(StoreError) {
    guard erases else {
      for path in spent { try? fileSystem.remove(path) }
      return
    }
    // Who withdraws is promised that the words are gone, so that is waited for.
    try onWriting { () throws(SystemFailure) in
      for path in spent where try fileSystem.statusIfPresent(path) != nil {
        try fileSystem.remove(path)
      }
      try fileSystem.syncFolder(folder)
    }
  }

  /// Makes sure that bytes another program wrote are on the disk before somebody is told so.
  private func confirm() throws(StoreError) {
    try onWriting { () throws(SystemFailure) in
      let descriptor = try fileSystem.open(path, .read)
      defer { fileSystem.close(descriptor) }
      try fileSystem.sync(descriptor)
      try fileSystem.syncFolder(folder)
    }
  }

  func onWriting<Value>(_ body: () throws(SystemFailure) -> Value) throws(StoreError)
    -> Value
  {
    do {
      return try body()
    } catch {
      throw StoreError(file: path, fact: .cannotWrite(error))
    }
  }
}

// MARK: - Beside the file, and into its place

extension DocumentFile {
  /// A whole new file beside the document, still open so that it can be told from any other.
  private struct Written {
    let path: String
    let descriptor: Int32
    let bytes: [UInt8]
    let layout: DocumentLayout
    let document: Document
    let status: FileStatus
  }

  /// What came of putting a new file in the document's place.
  private enum Outcome {
    /// It is there, on the disk.
    case done(DocumentCopy)
    /// It is there, but what it displaced said more than was read; that is still beside it.
    case displaced(Document, by: DocumentCopy)
    /// It is not there, for the document is not what was read.
    case refused(DocumentCopy?)
  }

  private func write(
    _ new: DocumentCoding.Written, of document: Document, permissions: UInt32?
  ) throws(StoreError) -> Written {
    let names = Leftover.names(for: name)
    let part = "\(folder)/\(names.part)"
    let whole = "\(folder)/\(names.whole)"
    return try onWriting { () throws(SystemFailure) in
      let descriptor = try fileSystem.open(part, .create)
      do throws(SystemFailure) {
        // A file shared with others stays so; a disk that knows no permissions may refuse.
        if let permissions { try? fileSystem.setPermissions(descriptor, permissions) }
        try fileSystem.writeAll(new.bytes, to: descriptor)
        try fileSystem.sync(descriptor)
        let status = try fileSystem.statusOfOpen(descriptor)
        try fileSystem.rename(part, whole)
        return Written(
          path: whole, descriptor: descriptor, bytes: new.bytes, layout: new.layout,
          document: document, status: status)
      } catch {
        fileSystem.close(descriptor)
        try? fileSystem.remove(part)
        throw error
      }
    }
  }

  private func place(_ written: Written, over base: DocumentCopy?, for save: DocumentSave)
    throws(StoreError) -> Outcome
  {
    do throws(StoreError) {
      guard let base else { return try placeFirst(written) }
      do throws(SystemFailure) {
        try fileSystem.exchange(written.path, path)
      } catch {
        if error.isMissing { return try placeFirst(written) }
        if error.isUnsupported { return try replace(written, over: base) }
        throw StoreError(file: path, fact: .cannotWrite(error))
      }
      return try inspect(written, over: base, for: save)
    } catch {
      discard(written)
      throw error
    }
  }

  /// Removes a new file that got no place, if it is certainly that.
  ///
  /// After an exchange another's words have that name; what cannot be looked at stays for the next
  /// save.
  private func discard(_ written: Written) {
    if let content = try? content(of: written.path), content.bytes == written.bytes {
      try? fileSystem.remove(written.path)
    }
  }

  /// Gives the first file of a document its name.
  private func placeFirst(_ written: Written) throws(StoreError) -> Outcome {
    let isPlaced = try onWriting { () throws(SystemFailure) in
      try fileSystem.renameUnlessTaken(written.path, path)
    }
    return isPlaced ? .done(try settled(written)) : .refused(try read())
  }

  /// Takes the document's place without an exchange: a change between the look and the renaming is
  /// lost.
  private func replace(_ written: Written, over base: DocumentCopy) throws(StoreError) -> Outcome {
    guard let content = try content(of: path) else { return try placeFirst(written) }
    guard content.bytes == base.bytes else { return .refused(try read()) }
    try onWriting { () throws(SystemFailure) in try fileSystem.rename(written.path, path) }
    return .done(try settled(written))
  }

  /// Looks at what an exchange displaced.
  private func inspect(_ written: Written, over base: DocumentCopy, for save: DocumentSave)
    throws(StoreError) -> Outcome
  {
    let displaced: DocumentCopy?
    do {
      displaced = try self.displaced(by: written, other: base)
      try refuse(displaced, for: save)
    } catch {
      // Whatever stood there, it is not for this program to take away.
      try onWriting { () throws(SystemFailure) in try fileSystem.exchange(written.path, path) }
      return .refused(try read())
    }
    let copy = try settled(written)
    return displaced.map { .displaced($0.document, by: copy) } ?? .done(copy)
  }

  /// What an exchange displaced; `nil` if it is what was read before.
  private func displaced(by written: Written, other base: DocumentCopy) throws(StoreError)
    -> DocumentCopy?
  {
    guard let content = try content(of: written.path), content.bytes != base.bytes else {
      return nil
    }
    let copy = try copy(of: content, at: written.path, after: base)
    if copy.document.isFromNewerVersion {
      throw StoreError(file: path, fact: .newerFormat(copy.document.formatVersion))
    }
    return copy
  }

  /// Tells whether the new file has lost its name again.
  ///
  /// A synchroniser looks at the document, and a moment later renames its own file over it. What was
  /// saved between the two would be gone, and nobody would know. Syncing takes longer than that.
  private func isOvertaken(_ written: Written) throws(StoreError) -> Bool {
    guard let status = try status() else { return true }
    return !status.identity.isSameFile(as: written.status.identity)
  }

  /// The new file as a copy, once its name is on the disk.
  private func settled(_ written: Written) throws(StoreError) -> DocumentCopy {
    try onWriting { () throws(SystemFailure) in try fileSystem.syncFolder(folder) }
    // Renaming sets the time of change; if more than that differs, somebody wrote in it already.
    let now = try? fileSystem.statusOfOpen(written.descriptor)
    let isUntouched = now?.identity.hasSameContent(as: written.status.identity) ?? false
    return DocumentCopy(
      bytes: written.bytes, identity: isUntouched ? now?.identity : nil,
      permissions: written.status.permissions, document: written.document,
      settled: written.document, layout: written.layout)
  }
}
