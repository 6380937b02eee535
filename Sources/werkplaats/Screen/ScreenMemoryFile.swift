import Facilitator
import Foundation
import Synchronization
import WorkshopCore

/// Where the screen of a session stood, on this machine: a small file outside the session.
///
/// It lies under `XDG_STATE_HOME` (by default `~/.local/state`), named after the session's path, and
/// only its owner can read it, since it holds what was being typed. Losing it loses no note.
final class ScreenMemoryFile: Sendable {
  private let url: URL?
  private let queue = DispatchQueue(label: "werkplaats.memory")
  private let latest = Mutex<ScreenMemory?>(nil)

  /// Names the file for a session's folder.
  init(session folder: String, environment: [String: String]) {
    let state: URL? =
      if let path = environment["XDG_STATE_HOME"], path.hasPrefix("/") {
        URL(filePath: path)
      } else {
        environment["HOME"].map { URL(filePath: $0).appending(path: ".local/state") }
      }
    let real = URL(filePath: folder).resolvingSymlinksInPath().path
    var hash = ContentHash()
    hash.add(real)
    url = state?.appending(path: "werkplaats/\(hash.uuid.uuidString.lowercased()).json")
  }

  /// What was remembered; `nil` if nothing was or if it can't be read.
  func read() -> ScreenMemory? {
    guard let url, let data = try? Data(contentsOf: url) else { return nil }
    return try? JSONDecoder().decode(ScreenMemory.self, from: data)
  }

  /// Remembers, a moment later and on another thread; of several waiting ones only the last counts.
  func remember(_ memory: ScreenMemory) {
    let isFirst = latest.withLock { waiting in
      defer { waiting = memory }
      return waiting == nil
    }
    if isFirst { queue.async { self.write() } }
  }

  /// Waits until what was to be remembered is.
  func flush() { queue.sync {} }

  private func write() {
    let memory = latest.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    guard let url, let memory, let data = try? JSONEncoder().encode(memory) else { return }
    let files = FileManager.default
    // Where the cursor stood is a convenience: a full disk or a read-only home must not stop notes.
    try? files.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let fresh = url.appendingPathExtension("new")
    try? files.removeItem(at: fresh)
    guard
      files.createFile(atPath: fresh.path, contents: data, attributes: [.posixPermissions: 0o600])
    else { return }
    rename(fresh.path, url.path)
  }
}
