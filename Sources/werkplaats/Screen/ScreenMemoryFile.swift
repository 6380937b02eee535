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
    let real = URL(filePath: folder).resolvingSymlinksInPath().path
    var hash = ContentHash()
    hash.add(real)
    url = Self.folder(environment)?.appending(
      path: "\(hash.uuid.uuidString.lowercased()).json")
  }

  /// Names the file of a copy of a session by its place.
  private init(url: URL) { self.url = url }

  /// The folder of all such files; `nil` where the environment names none.
  private static func folder(_ environment: [String: String]) -> URL? {
    let state: URL? =
      if let path = environment["XDG_STATE_HOME"], path.hasPrefix("/") {
        URL(filePath: path)
      } else {
        environment["HOME"].map { URL(filePath: $0).appending(path: ".local/state") }
      }
    return state?.appending(path: "werkplaats")
  }

  /// Forgets on this machine what somebody who withdraws typed, in whichever copy of the session.
  static func forget(
    _ erasure: Erasure, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    guard let folder = folder(environment) else { return }
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names.sorted() {
      let url = folder.appending(path: name)
      // One that was never finished holds what was typed as well.
      if name.hasSuffix(".new") { try? files.removeItem(at: url) }
      guard name.hasSuffix(".json") else { continue }
      let file = ScreenMemoryFile(url: url)
      guard var memory = file.read() else { continue }
      let before = memory
      memory.forget(erasure)
      guard memory != before else { continue }
      file.remember(memory)
      file.flush()
    }
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
