import WorkshopCore

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
    if let known = save.known { merged.merge(save.admitted(known, into: merged)) }
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
      merged.learn(gone: save.withdrawn.records)
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
  func refuse(_ copy: DocumentCopy?, for save: DocumentSave) throws(StoreError) {
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
    case .tmp: takeWhole(leftover.fileName, save, isOurs: true, into: &merged, spent: &spent)
    }
  }

  /// Merges a file beside the document if it can be read.
  ///
  /// One that cannot may be somebody's edit with a slip in it: it stays, and `check` names it.
  ///
  /// - Parameter isOurs: Whether a program made it, so that nobody has written in it.
  private func takeWhole(
    _ fileName: String, _ save: DocumentSave, isOurs: Bool = false, into merged: inout Document,
    spent: inout [String]
  ) {
    let path = "\(folder)/\(fileName)"
    guard let content = try? content(of: path), let copy = try? copy(of: content, at: path),
      !copy.document.isFromNewerVersion,
      merged.kinship(of: copy.document, in: name == .session ? nil : save.session) != .foreign
    else { return }
    let admitted = save.admitted(copy.document, into: merged)
    merged.merge(admitted)
    // What nobody but a person can sort out stays where it is, and is told of.
    if admitted == copy.document || isOurs { spent.append(path) }
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
