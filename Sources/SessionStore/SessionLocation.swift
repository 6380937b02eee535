import Glibc
import WorkshopCore

/// Where a session is: what a person calls it, and its folder.
public struct SessionLocation: Hashable, Sendable {
  /// The path of its folder.
  public let folder: String

  /// Finds the place of a session by what somebody typed.
  ///
  /// - Parameters:
  ///   - session: A path if there is a `/` in it, else a name in the folder of sessions.
  ///   - sessions: The folder of sessions.
  /// - Throws: `unsuitableName` for a text that names nothing or leads out of the folder.
  public init(_ session: String, in sessions: String = "sessions") throws(StoreError) {
    let bytes = session.utf8
    // The system ends a path at a NUL, so more than one text would lead to one folder.
    guard !bytes.isEmpty, !bytes.contains(0) else {
      throw StoreError(file: session, fact: .unsuitableName)
    }
    if bytes.contains(0x2F) {
      folder = SessionLocation.withoutSlashAtEnd(session)
      return
    }
    let isPlain = session.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isPlain, bytes.first != 0x2E, bytes.count <= Limits.sessionName,
      PortableName.isPortable(session)
    else {
      throw StoreError(file: session, fact: .unsuitableName)
    }
    let parent = SessionLocation.withoutSlashAtEnd(sessions)
    folder = parent == "/" ? "/\(session)" : "\(parent)/\(session)"
  }

  /// Takes a folder that is there, whatever other computers would say of its name.
  private init(listed name: String, in parent: String) throws(StoreError) {
    do {
      try self.init(name, in: parent)
    } catch {
      try self.init("\(parent)/\(name)")
      guard !PortableName.isPortable(name), name.utf8.first != 0x2E else { throw error }
    }
  }

  /// Takes a folder for the place of a session.
  init(folder: String) { self.folder = folder }

  /// The last part of the path.
  public var name: String {
    String(folder.split(separator: "/", omittingEmptySubsequences: true).last ?? "/")
  }

  /// The folder that the session's folder is in.
  var parent: String {
    guard let slash = folder.lastIndex(of: "/") else { return "." }
    return slash == folder.startIndex ? "/" : String(folder[..<slash])
  }

  /// The path of the folder itself, where that given leads to it through a link.
  func resolved(by fileSystem: FileSystem) -> String {
    var path = ""
    let hasLink = folder.split(separator: "/", omittingEmptySubsequences: false).contains { part in
      path += path.isEmpty && !folder.hasPrefix("/") ? String(part) : "/\(part)"
      return (try? fileSystem.status(path))?.kind == .link
    }
    guard hasLink, let real = realpath(folder, nil) else { return folder }
    defer { free(real) }
    return String(cString: real)
  }

  /// The sessions in a folder, in the order of their names' bytes; none if there is no such folder.
  ///
  /// One whose programme is missing counts as long as anything else of it is there.
  public static func all(in sessions: String, fileSystem: FileSystem = .live) throws(StoreError)
    -> [SessionLocation]
  {
    let parent = withoutSlashAtEnd(sessions)
    do {
      var found: [SessionLocation] = []
      for name in try fileSystem.list(parent) {
        guard let location = try? SessionLocation(listed: name, in: parent),
          SessionFolder(location.folder, fileSystem: fileSystem).looksLikeSession
        else { continue }
        found.append(location)
      }
      return found.sorted { $0.name.precedesByBytes($1.name) }
    } catch {
      if error.isMissing { return [] }
      throw StoreError(file: parent, fact: .cannotRead(error))
    }
  }

  private static func withoutSlashAtEnd(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == 0x2F { path.removeLast() }
    return path
  }
}
