import Facilitator
import Foundation
import Glibc
import Synchronization
import WorkshopCore

/// What this machine remembers of a session outside the session: where the screen stood and what was being
/// typed, and what was on its way to the disk.
///
/// Small files lie under `XDG_STATE_HOME` (by default `~/.local/state`), named after the session's path: one
/// for the screen, and one for each running program with something on its way. Only their owner can read
/// them, since they hold what was being typed. Losing them loses no note that was kept.
final class ScreenMemoryFile: Sendable {
  private let screen: URL?
  private let outgoing: URL?
  private let outboxes: String
  private let queue = DispatchQueue(label: "werkplaats.memory")
  private let waiting = Mutex(Waiting())

  /// What is to be written.
  private struct Waiting {
    var memory: ScreenMemory?
    var outbox: Outbox?
    var hasNewOutbox = false
    /// Outboxes of programs that ended before theirs were empty, with what was in them.
    var adopted: [(file: URL, bytes: [UInt8])] = []
    var isScheduled = false
  }

  /// Names the files for a session's folder.
  init(session folder: String, environment: [String: String]) {
    let real = URL(filePath: folder).resolvingSymlinksInPath().path
    var hash = ContentHash()
    hash.add(real)
    let name = hash.uuid.uuidString.lowercased()
    let own = Self.folder(environment)
    outboxes = "\(name)."
    screen = own?.appending(path: "\(name).json")
    outgoing = own?.appending(path: "\(outboxes)\(UUID().uuidString.lowercased()).outbox")
  }

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
      if name.hasSuffix(".new") || name.hasPrefix(".dat.nosync") {
        // One that was never finished holds what was typed as well.
        try? files.removeItem(at: url)
      } else if name.hasSuffix(".outbox") {
        forget(erasure, inOutbox: url)
      } else if name.hasSuffix(".json") {
        forget(erasure, inScreen: url)
      }
    }
  }

  private static func forget(_ erasure: Erasure, inScreen url: URL) {
    guard var memory = read(url) else { return }
    let before = memory
    memory.forget(erasure)
    guard memory != before, let data = try? JSONEncoder().encode(memory) else { return }
    write(Array(data), to: url)
  }

  private static func forget(_ erasure: Erasure, inOutbox url: URL) {
    guard let bytes = (try? Data(contentsOf: url)).map(Array.init), var outbox = Outbox(bytes)
    else { return }
    let before = outbox
    outbox.forget(erasure)
    guard outbox != before else { return }
    if outbox.changes.isEmpty {
      try? FileManager.default.removeItem(at: url)
    } else {
      write(outbox.bytes, to: url)
    }
  }

  /// What was remembered of the screen; `nil` if nothing was or if it can't be read.
  func read() -> ScreenMemory? {
    screen.flatMap(ScreenMemoryFile.read)
  }

  private static func read(_ url: URL) -> ScreenMemory? {
    guard let data = try? Data(contentsOf: url) else { return nil }
    return try? JSONDecoder().decode(ScreenMemory.self, from: data)
  }

  /// Begins to remember what is on its way to a session.
  ///
  /// - Returns: What earlier runs of the program could not send.
  func openOutbox(for documents: [DocumentName: Document]) -> [Change] {
    var outbox = Outbox(for: documents)
    var adopted: [(file: URL, bytes: [UInt8])] = []
    for file in leftOutboxes {
      guard let bytes = (try? Data(contentsOf: file)).map(Array.init), let left = Outbox(bytes),
        left.origin == outbox.origin
      else { continue }
      adopted.append((file, bytes))
      outbox.add(left.changes)
    }
    waiting.withLock { waiting in
      waiting.outbox = outbox
      waiting.adopted = adopted
    }
    return outbox.changes
  }

  private var leftOutboxes: [URL] {
    guard let folder = outgoing?.deletingLastPathComponent() else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasPrefix(outboxes) && $0.hasSuffix(".outbox") }.sorted()
      .map { folder.appending(path: $0) }
  }

  /// Remembers, a moment later and on another thread; of several waiting ones only the last counts.
  func remember(_ memory: ScreenMemory) { schedule { $0.memory = memory } }

  /// Remembers changes on their way until they are kept.
  ///
  /// They are written before what the screen remembers next: a text is never in neither.
  func send(_ changes: [Change]) {
    schedule { waiting in
      waiting.outbox?.add(changes)
      waiting.hasNewOutbox = true
    }
  }

  /// Forgets changes that are on the session's disk.
  func kept(_ changes: [Change]) {
    schedule { waiting in
      waiting.outbox?.remove(changes)
      waiting.hasNewOutbox = true
    }
  }

  /// Waits until what was to be remembered is.
  func flush() { queue.sync {} }

  private func schedule(_ change: (inout Waiting) -> Void) {
    let isFirst = waiting.withLock { waiting in
      change(&waiting)
      defer { waiting.isScheduled = true }
      return !waiting.isScheduled
    }
    if isFirst { queue.async { self.write() } }
  }

  private func write() {
    let due = waiting.withLock { waiting in
      let due = waiting
      waiting.memory = nil
      waiting.hasNewOutbox = false
      waiting.isScheduled = false
      if waiting.outbox?.changes.isEmpty ?? true { waiting.adopted = [] }
      return due
    }
    if let outgoing, due.hasNewOutbox, let outbox = due.outbox {
      if outbox.changes.isEmpty {
        try? FileManager.default.removeItem(at: outgoing)
        // One that changed since is that of a program that runs.
        for (file, bytes) in due.adopted
        where (try? Data(contentsOf: file)).map(Array.init) == bytes {
          try? FileManager.default.removeItem(at: file)
        }
      } else {
        ScreenMemoryFile.write(outbox.bytes, to: outgoing)
      }
    }
    if let screen, let memory = due.memory, let data = try? JSONEncoder().encode(memory) {
      ScreenMemoryFile.write(Array(data), to: screen)
    }
  }

  /// Where the cursor stood is a convenience: a full disk or a read-only home must not stop notes.
  private static func write(_ bytes: [UInt8], to url: URL) {
    let files = FileManager.default
    try? files.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try? OutputFile.replace(url.path, with: bytes)
  }
}
