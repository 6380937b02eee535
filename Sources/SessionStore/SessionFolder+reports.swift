import Glibc

extension SessionFolder {
  /// The folder within a session where reports are written: what is in it is no document.
  public static let reportsName = "reports"

  /// Writes files into `reports/`, each in the place of the one before; they are on the disk when this
  /// returns.
  ///
  /// All are written beside their places first, so that a disk that is full half way leaves the
  /// reports of before, whole. What was left by a crash goes; what another screen is writing stays, and of
  /// two that write at once each has the name in turn.
  ///
  /// - Parameter files: Names without a folder, and their bytes.
  /// - Returns: The path of the folder.
  @discardableResult
  public func writeReports(_ files: [(name: String, bytes: [UInt8])]) throws(SystemFailure)
    -> String
  {
    let folder = "\(path)/\(Self.reportsName)"
    for _ in 1..<Self.reportTries {
      do throws(SystemFailure) {
        return try writeReportsOnce(files, in: folder)
      } catch {
        // Another screen took a draft away in the moment before its lock was taken.
        guard error.call == .rename, error.isMissing else { throw error }
      }
    }
    return try writeReportsOnce(files, in: folder)
  }

  private static let reportTries = 3

  private func writeReportsOnce(_ files: [(name: String, bytes: [UInt8])], in folder: String)
    throws(SystemFailure) -> String
  {
    guard (try? checkIsNotReplaced()) != nil else { throw SystemFailure(.open, code: ECANCELED) }
    try makeReports(folder)
    tidyReports(files.map(\.name), in: folder)
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    let drafts = files.map { "\(folder)/.\($0.name).\(random)\(Self.unfinishedReport)" }
    var held: [Int32] = []
    defer { for descriptor in held { fileSystem.close(descriptor) } }
    do throws(SystemFailure) {
      for (file, draft) in zip(files, drafts) {
        held.append(try fileSystem.newFile(file.bytes, at: draft))
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

  private static let unfinishedReport = ".new"

  /// Takes away what programs left that were killed while they wrote these reports.
  private func tidyReports(_ files: [String], in folder: String) {
    let there = (try? fileSystem.list(folder)) ?? []
    for file in files {
      // Earlier versions put no number in between.
      let start = ".\(file)"
      for name in there where name.hasPrefix(start) && name.hasSuffix(Self.unfinishedReport) {
        let digits = name.utf8.dropFirst(start.utf8.count)
          .dropLast(Self.unfinishedReport.utf8.count)
        let isOurs =
          digits.isEmpty
          || digits.first == 0x2E && digits.count <= 17
            && digits.dropFirst().allSatisfy(\.isHexadecimal)
        if isOurs { fileSystem.removeLeft("\(folder)/\(name)") }
      }
    }
  }

  private func makeReports(_ folder: String) throws(SystemFailure) {
    if try fileSystem.makeFolderIfAbsent(folder) { try fileSystem.syncFolder(path) }
  }
}

extension SystemFailure {
  /// Nobody may write there, or the disk takes no writing at all.
  public var isForbidden: Bool { [EACCES, EPERM, EROFS].contains(code) }
  /// There is no room left, or none that this user may take.
  public var isFull: Bool { [ENOSPC, EDQUOT].contains(code) }
}
