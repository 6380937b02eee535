import Glibc

extension SessionFolder {
  /// The folder within a session where reports are written: what is in it is no document.
  public static let reportsName = "reports"

  /// Writes files into `reports/`, each in the place of the one before; they are on the disk when this
  /// returns.
  ///
  /// All are written beside their places first, so that a disk that is full half way leaves the
  /// reports of before, whole. A file that was left by a crash is written over.
  ///
  /// - Parameter files: Names without a folder, and their bytes.
  /// - Returns: The path of the folder.
  @discardableResult
  public func writeReports(_ files: [(name: String, bytes: [UInt8])]) throws(SystemFailure)
    -> String
  {
    let folder = "\(path)/\(Self.reportsName)"
    guard (try? checkIsNotReplaced()) != nil else { throw SystemFailure(.open, code: ECANCELED) }
    try makeReports(folder)
    var drafts: [String] = []
    do throws(SystemFailure) {
      for file in files {
        let draft = "\(folder)/.\(file.name).new"
        if try fileSystem.statusIfPresent(draft) != nil { try fileSystem.remove(draft) }
        drafts.append(draft)
        try write(file.bytes, to: draft)
      }
      for (file, draft) in zip(files, drafts) {
        try fileSystem.rename(draft, "\(folder)/\(file.name)")
      }
      try fileSystem.syncFolder(folder)
    } catch {
      // What was renamed is whole; of the rest nothing stays.
      for draft in drafts { try? fileSystem.remove(draft) }
      throw error
    }
    return folder
  }

  private func makeReports(_ folder: String) throws(SystemFailure) {
    if try fileSystem.makeFolderIfAbsent(folder) { try fileSystem.syncFolder(path) }
  }

  private func write(_ bytes: [UInt8], to draft: String) throws(SystemFailure) {
    let descriptor = try fileSystem.open(draft, .create)
    defer { fileSystem.close(descriptor) }
    try fileSystem.writeAll(bytes, to: descriptor)
    try fileSystem.sync(descriptor)
  }
}

extension SystemFailure {
  /// Nobody may write there, or the disk takes no writing at all.
  public var isForbidden: Bool { [EACCES, EPERM, EROFS].contains(code) }
  /// There is no room left, or none that this user may take.
  public var isFull: Bool { [ENOSPC, EDQUOT].contains(code) }
}
