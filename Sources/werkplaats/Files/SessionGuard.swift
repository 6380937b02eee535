import Foundation
import SessionStore
import WorkshopCore

/// Keeps what a command writes out of the folders of workshops, by whatever way the path leads there.
enum SessionGuard {
  /// The folder of a session that reports may be written into, as a screen does.
  private static let open = "reports"

  /// The session in whose folder a file would be written; `nil` if it is in none.
  ///
  /// A folder counts if it holds the document of a session, or what a program that died left of it, or
  /// documents together with the locks of a session; and a document is one in whatever folder. Links, `..` and hard links change nothing: the
  /// path is followed first.
  ///
  /// - Parameters:
  ///   - path: The path of the file, whether it is there or not.
  ///   - named: Folders that are sessions whatever is left in them.
  static func session(of path: String, named: [String] = []) -> String? {
    let known = named.compactMap(identity)
    for target in targets(of: path) {
      if startsLikeDocument(target) { return parent(of: target) }
      var below: [String] = []
      var folder = target
      while let slash = folder.utf8.lastIndex(of: 0x2F) {
        below.insert(String(folder[folder.utf8.index(after: slash)...]), at: 0)
        folder = parent(of: folder)
        let isNamed = identity(folder).map(known.contains) ?? false
        // What is beside the file is believed by its name; further up it must be one beyond doubt,
        // for any program may call a file of its own session.json.
        let isSession = isNamed || looksLikeSession(folder, isSure: below.count > 1)
        if isSession, !(below.count > 1 && below[0].hasSameBytes(as: open)) { return folder }
        if folder == "/" { break }
      }
    }
    return nil
  }

  /// The first link on a path that lies in the folder of a session; `nil` if there is none.
  ///
  /// The path to the folder may lead through links. Below it they would have a report written where nobody
  /// looks for it.
  ///
  /// - Parameters:
  ///   - path: The path of the file, whether it is there or not.
  ///   - named: Folders that are sessions whatever is left in them.
  static func link(in path: String, named: [String] = []) -> String? {
    let known = named.compactMap(identity)
    var prefix = path.utf8.first == 0x2F ? "/" : "."
    for part in path.utf8.split(separator: 0x2F) {
      let parent = prefix
      prefix += "/" + String(Substring(part))
      var status = stat()
      guard lstat(prefix, &status) == 0 else { return nil }
      guard status.st_mode & S_IFMT == S_IFLNK, var folder = real(parent) else { continue }
      while true {
        let isNamed = identity(folder).map(known.contains) ?? false
        if isNamed || looksLikeSession(folder, isSure: true) { return prefix }
        if folder == "/" { break }
        folder = Self.parent(of: folder)
      }
    }
    return nil
  }

  /// Tells whether a file begins as the documents of sessions do, wherever it lies.
  private static func startsLikeDocument(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path),
      let start = try? file.read(upToCount: DocumentStart.length)
    else { return false }
    return DocumentStart(start).isCertain
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// Where a path leads: the file itself, and the folder its name would be made in.
  private static func targets(of path: String) -> [String] {
    var targets: [String] = []
    if let whole = real(path) { targets.append(whole) }
    var parent = path
    var name = ""
    while parent.utf8.last == 0x2F, parent.utf8.count > 1 { parent.removeLast() }
    if let slash = parent.utf8.lastIndex(of: 0x2F) {
      name = String(parent[parent.utf8.index(after: slash)...])
      parent = slash == parent.startIndex ? "/" : String(parent[..<slash])
    } else {
      name = parent
      parent = "."
    }
    if let folder = real(parent) {
      targets.append(folder == "/" ? "/\(name)" : "\(folder)/\(name)")
    }
    return targets
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// By what a folder is known from any other, however it is called.
  private static func identity(_ path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  private static func looksLikeSession(_ folder: String, isSure: Bool) -> Bool {
    let names = SessionFolder(folder).documentNames
    guard !names.isEmpty else { return false }
    let hasLocks = [".lock", ".turn"].contains { identity("\(folder)/\($0)") != nil }
    if hasLocks { return true }
    return names.contains(.session)
      && (!isSure || identity("\(folder)/attachments") != nil
        || (try? SessionFolder(folder).load())?.documents[.session]?.collections.isEmpty == false)
  }
}
