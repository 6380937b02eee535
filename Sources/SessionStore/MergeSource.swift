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
  ///   - text: A path if there is a `/` in it, else the name of a session or of a file here; also the folder
  ///     in which a copy of this session lies under its name.
  ///   - sessions: The folder of sessions.
  public func other(_ text: String, in sessions: String) throws(StoreError) -> MergeSource {
    if text.utf8.contains(0x2F) {
      if let file = fileItself(text) { return .file(file) }
    } else if !text.utf8.contains(0), isFile("\(path)/\(text)") {
      return .file("\(path)/\(text)")
    }
    do throws(StoreError) {
      let location = try SessionLocation(text, in: sessions)
      if !text.utf8.contains(0x2F), !isThere(location.folder), let file = fileItself(text) {
        return .file(file)
      }
      guard !text.utf8.contains(0x2F) || isThere(location.folder) else {
        throw StoreError(file: location.folder, fact: .notThere)
      }
      return .session(copy(in: SessionFolder(location, fileSystem: fileSystem, clock: clock)))
    } catch {
      if let file = fileItself(text) { return .file(file) }
      throw error
    }
  }

  /// The folder itself, or the copy of this session that lies in it, as a mirror puts it on a stick.
  private func copy(in folder: SessionFolder) -> SessionFolder {
    let within = SessionFolder(
      "\(folder.path)/\(name)", fileSystem: fileSystem, clock: clock)
    return !isThere("\(folder.path)/session.json") && within.looksLikeSession ? within : folder
  }

  /// The path of a file that somebody gave, with a link followed once; `nil` if it is none.
  private func fileItself(_ path: String) -> String? {
    if isFile(path) { return path }
    guard (try? fileSystem.status(path))?.kind == .link else { return nil }
    let target = SessionLocation(folder: path).resolved(by: fileSystem)
    return isFile(target) ? target : nil
  }

  private func isFile(_ path: String) -> Bool {
    (try? fileSystem.status(path))?.kind == .file
  }

  private func isThere(_ path: String) -> Bool {
    (try? fileSystem.statusOfTarget(path)) != nil
  }
}
