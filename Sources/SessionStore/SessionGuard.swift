import Glibc
import WorkshopCore

/// Keeps what a command writes out of the folders of workshops, by whatever way the path leads there.
public struct SessionGuard: Sendable {
  /// The folder of a session that reports may be written into, as a screen does.
  private static let open = SessionFolder.reportsName

  private let fileSystem: FileSystem
  /// Folders that are sessions whatever is left in them.
  private let named: [FileIdentity]

  /// Makes a guard.
  ///
  /// - Parameters:
  ///   - named: Folders that are sessions whatever is left in them.
  ///   - fileSystem: Where they are.
  public init(named: [String] = [], fileSystem: FileSystem = .live) {
    self.fileSystem = fileSystem
    self.named = named.compactMap { try? fileSystem.statusOfTarget($0).identity }
  }

  /// The session in whose folder a file would be written; `nil` if it is in none.
  ///
  /// A folder counts if it holds the document of a session, or what a program that died left of it, or
  /// documents together with the locks of a session; and a document is one in whatever folder. Links, `..`
  /// and hard links change nothing: the path is followed first.
  ///
  /// - Parameter path: The path of the file, whether it is there or not.
  public func session(of path: String) -> String? {
    for target in targets(of: path) {
      if fileSystem.documentStart(of: target)?.isCertain ?? false { return parent(of: target) }
      var below: [String] = []
      var folder = target
      while let slash = folder.utf8.lastIndex(of: 0x2F) {
        below.insert(String(folder[folder.utf8.index(after: slash)...]), at: 0)
        folder = parent(of: folder)
        // What is beside the file is believed by its name; further up it must be one beyond doubt,
        // for any program may call a file of its own session.json.
        let isSession = isNamed(folder) || looksLikeSession(folder, isSure: below.count > 1)
        if isSession, !(below.count > 1 && below[0].hasSameBytes(as: Self.open)) { return folder }
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
  /// - Parameter path: The path of the file, whether it is there or not.
  public func link(in path: String) -> String? {
    var prefix = path.utf8.first == 0x2F ? "/" : "."
    for part in path.utf8.split(separator: 0x2F) {
      let parent = prefix
      prefix += "/" + String(Substring(part))
      guard let status = try? fileSystem.status(prefix) else { return nil }
      guard status.kind == .link, var folder = real(parent) else { continue }
      while true {
        if isNamed(folder) || looksLikeSession(folder, isSure: true) { return prefix }
        if folder == "/" { break }
        folder = self.parent(of: folder)
      }
    }
    return nil
  }

  private func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// Where a path leads: the file itself, and the folder its name would be made in.
  private func targets(of path: String) -> [String] {
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

  private func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private func isNamed(_ folder: String) -> Bool {
    guard let identity = try? fileSystem.statusOfTarget(folder).identity else { return false }
    return named.contains { $0.isSameFile(as: identity) }
  }

  private func isThere(_ path: String) -> Bool { (try? fileSystem.statusOfTarget(path)) != nil }

  private func looksLikeSession(_ path: String, isSure: Bool) -> Bool {
    let folder = SessionFolder(path, fileSystem: fileSystem)
    let names = folder.documentNames
    guard !names.isEmpty else { return false }
    let hasLocks = [".lock", ".turn"].contains { isThere("\(path)/\($0)") }
    if hasLocks { return true }
    return names.contains(.session)
      && (!isSure || isThere(folder.attachmentsFolder)
        || (try? folder.load())?.documents[.session]?.collections.isEmpty == false)
  }
}
