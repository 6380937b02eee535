/// What is taken into a session: another copy of its folder, or one file.
public enum MergeSource: Sendable {
  case session(SessionFolder)
  case file(String)

  /// The path of the folder or the file.
  public var path: String {
    switch self {
    case .session(let folder): folder.path
    case .file(let path): path
    }
  }
}

extension SessionFolder {
  /// Finds what somebody typed: a session, or a file at that path or in this session's folder.
  ///
  /// - Parameters:
  ///   - text: A path if there is a `/` in it, else the name of a session or of a file here.
  ///   - sessions: The folder of sessions.
  public func other(_ text: String, in sessions: String) throws(StoreError) -> MergeSource {
    if text.utf8.contains(0x2F) {
      if isFile(text) { return .file(text) }
    } else if !text.utf8.contains(0), isFile("\(path)/\(text)") {
      return .file("\(path)/\(text)")
    }
    do {
      let location = try SessionLocation(text, in: sessions)
      if !text.utf8.contains(0x2F), isFile(text), !isThere(location.folder) { return .file(text) }
      return .session(SessionFolder(location, fileSystem: fileSystem, clock: clock))
    } catch {
      if isFile(text) { return .file(text) }
      throw error
    }
  }

  private func isFile(_ path: String) -> Bool {
    (try? fileSystem.status(path))?.kind == .file
  }

  private func isThere(_ path: String) -> Bool {
    (try? fileSystem.statusOfTarget(path)) != nil
  }
}
