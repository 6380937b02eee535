public import WorkshopCore

extension StateFolder {
  /// Forgets on this machine what somebody who withdraws typed, in whichever copy of the session; it is
  /// in no file here when this returns.
  public func forget(_ erasure: Erasure, rules: ScreenMemoryRules) throws(StoreError) {
    try forget(.erasure(erasure), inFilesOf: nil, rules: rules)
  }

  /// Forgets what is blanked in a session that was just read, merged or saved.
  ///
  /// Where nothing is blanked no file is touched. The folder may have had another name, or be a copy of one
  /// that was opened here, so files about other sessions are looked at, too.
  ///
  /// - Parameters:
  ///   - session: The path of its folder, without links in it.
  ///   - loaded: The session.
  ///   - rules: How to forget in what the screen remembers.
  public func forgetErased(
    in loaded: LoadedSession, of session: String, rules: ScreenMemoryRules
  ) throws(StoreError) {
    let documents = Array(loaded.documents.values)
    guard documents.contains(where: { !$0.erasedRecords.isEmpty }) else { return }
    try forget(
      .erased(in: documents, isWhole: loaded.findings.isEmpty),
      inFilesOf: StateStem(session, loaded), rules: rules)
    try forget(.erased(in: documents, isWhole: false), inFilesOf: nil, rules: rules)
  }

  /// Forgets in the files of one session, or in all.
  ///
  /// - Parameter stem: What their names begin with; `nil` for all files.
  func forget(_ withdrawal: Withdrawal, inFilesOf stem: StateStem?, rules: ScreenMemoryRules)
    throws(StoreError)
  {
    // Where nothing was ever remembered there is nothing to forget, and no folder is made for it.
    guard try names().contains(where: { isAbout($0, stem) }) else { return }
    var unread: StoreError?
    try exclusively { () throws(SystemFailure) in
      var isChanged = false
      for name in try fileSystem.list(path).sorted(by: { $0.precedesByBytes($1) })
      where isAbout(name, stem) {
        if let link = linkInPlace(of: name), unread == nil { unread = link }
        if try forget(withdrawal, in: name, rules: rules) { isChanged = true }
      }
      if isChanged { try fileSystem.syncFolder(path) }
    }
    // Whoever withdraws is to know that nobody looked there; all else is done.
    if case .erasure = withdrawal, let unread { throw unread }
  }

  /// What is told of a link in the place of a file: it is not followed, whatever it leads to.
  private func linkInPlace(of name: String) -> StoreError? {
    guard name.hasSuffix(LocalState.outboxEnding) || name.hasSuffix(LocalState.memoryEnding),
      (try? fileSystem.status(path(of: name)))?.kind == .link
    else { return nil }
    return StoreError(file: path(of: name), fact: .notAFile(.link))
  }

  private func isAbout(_ name: String, _ stem: StateStem?) -> Bool {
    stem?.isAbout(name) ?? true
  }

  /// Forgets in one file; returns whether it changed.
  private func forget(_ withdrawal: Withdrawal, in name: String, rules: ScreenMemoryRules)
    throws(SystemFailure) -> Bool
  {
    // One that was never finished holds what was typed as well; nobody writes it while we have the lock.
    if isUnfinished(name) {
      try remove(name)
      return true
    }
    let isOutbox = name.hasSuffix(LocalState.outboxEnding)
    guard isOutbox || name.hasSuffix(LocalState.memoryEnding) else { return false }
    let before: [UInt8]
    do throws(FileSystem.ReadProblem) {
      let limit = isOutbox ? Limits.outbox : Limits.memory
      guard let content = try fileSystem.content(of: path(of: name), limit: limit) else {
        return false
      }
      before = content.bytes
    } catch {
      switch error {
      // Nothing of ours is behind a link or in a folder.
      case .notAFile: return false
      case .system(let failure): throw failure
      case .tooLarge:
        try remove(name)
        return true
      }
    }
    let after =
      isOutbox ? outbox(before, without: withdrawal) : rules.forgetting(before, withdrawal)
    if let after, after == before { return false }
    if let after { try replace(name, with: after, isAwaited: false) } else { try remove(name) }
    return true
  }

  /// An outbox without what is forgotten; `nil` where nothing is left.
  func outbox(_ bytes: [UInt8], without withdrawal: Withdrawal) -> [UInt8]? {
    guard let reading = Outbox.reading(bytes), reading.isWhole else {
      // What can't be read can't be taken apart either; where it is about somebody else it stays.
      return withdrawal.isTold(in: String(decoding: bytes, as: UTF8.self)) ? nil : bytes
    }
    var outbox = reading.outbox
    outbox.forget(withdrawal)
    if outbox == reading.outbox { return bytes }
    return outbox.changes.isEmpty ? nil : outbox.bytes
  }

  /// Tells whether a file was never finished; earlier versions had Foundation name some.
  func isUnfinished(_ name: String) -> Bool {
    name.hasSuffix(StateFolder.unfinished) || name.hasPrefix(".dat.nosync")
  }
}
