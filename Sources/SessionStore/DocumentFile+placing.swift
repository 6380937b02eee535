import WorkshopCore

// A new file is written beside the document and put into its place, and what that displaced is looked at.

extension DocumentFile {
  /// A whole new file beside the document, still open so that it can be told from any other.
  struct Written {
    let path: String
    let descriptor: Int32
    let bytes: [UInt8]
    let layout: DocumentLayout
    let document: Document
    let status: FileStatus
  }

  /// What came of putting a new file in the document's place.
  enum Outcome {
    /// It is there, on the disk.
    case done(DocumentCopy)
    /// It is there, but what it displaced said more than was read; that is still beside it.
    case displaced(Document, by: DocumentCopy)
    /// It is not there, for the document is not what was read.
    case refused(DocumentCopy?)
  }

  func write(
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

  func place(_ written: Written, over base: DocumentCopy?, for save: DocumentSave)
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
  func discard(_ written: Written) {
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
  func isOvertaken(_ written: Written) throws(StoreError) -> Bool {
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
