import Facilitator
import Foundation
import SessionStore
import WorkshopCore

extension ScreenMemoryRules {
  /// How the screen of this program reads what it had remembered.
  static let screen = ScreenMemoryRules(
    forgetting: { bytes, withdrawal in
      guard var (memory, isWhole) = ScreenMemory.reading(bytes) else { return nil }
      let before = memory
      switch withdrawal {
      case .erasure(let erasure): memory.forget(erasure)
      case .erased(let documents, let areAll):
        memory.forgetErased(in: documents, isWhole: areAll)
      }
      // What makes no sense may be somebody's words all the same.
      return memory == before && isWhole ? bytes : memory.bytes
    },
    isWhole: { ScreenMemory.reading($0)?.isWhole ?? false },
    belongs: { ScreenMemory.reading($0)?.memory.belongs(to: $1) ?? false },
    holdsText: { ScreenMemory.reading($0)?.memory.holdsText ?? true })
}

extension StateFolder {
  /// The folder of who runs the program; `nil` where the environment names none.
  static var ofUser: StateFolder? {
    StateFolder(environment: ProcessInfo.processInfo.environment)
  }

  /// Says which of this machine's files about a session make no sense, and what is on its way to it.
  static func findings(about folder: SessionFolder, _ loaded: LoadedSession) -> [StoreError] {
    guard let state = ofUser else { return [] }
    let path = folder.pathWithoutLinks
    return state.check(path, loaded, rules: .screen) + state.onTheirWay(path, loaded)
  }

  /// Tells on standard error what was half typed in another workshop that had the same folder.
  static func tellLeftBehind(_ folder: SessionFolder, _ loaded: LoadedSession) {
    for finding in ofUser?.leftBehind(folder.pathWithoutLinks, loaded, rules: .screen) ?? [] {
      StandardError.write(finding.message)
    }
  }

  /// Tells on standard error what this machine has on its way to a session that a command has read.
  static func tellOnTheirWay(_ opened: OpenedSession) {
    let path = opened.folder.pathWithoutLinks
    for finding in ofUser?.onTheirWay(path, opened.loaded) ?? [] {
      StandardError.write(finding.message)
    }
  }

  /// Remembers a gesture that a command made, so that a screen that is open or is opened next can take it back.
  ///
  /// What was done is done all the same where this machine's memory cannot be written.
  static func remember(_ edit: Edit, label: String, in opened: OpenedSession) {
    do {
      try ofUser?.changeCommands(
        of: opened.folder.pathWithoutLinks, opened.loaded.documents
      ) { bytes in
        var memory = ScreenMemory()
        if let bytes {
          // What can't be read in full would lose the rest of it.
          guard let reading = ScreenMemory.reading(bytes), reading.isWhole else { return nil }
          memory = reading.memory
        }
        memory.did(edit, label: label)
        return memory.bytes
      }
    } catch {
      StandardError.write(error.message)
    }
  }

  /// Forgets on this machine what is blanked in a session that a command has read or written.
  ///
  /// - Returns: Why that could not be done, once that has been said; it is done when a command or a
  ///   screen has the session next.
  static func forgetErased(in loaded: LoadedSession, of folder: SessionFolder) -> StoreError? {
    do {
      try ofUser?.forgetErased(in: loaded, of: folder.pathWithoutLinks, rules: .screen)
      return nil
    } catch {
      StandardError.write(error.message)
      return error
    }
  }
}

extension SessionFolder {
  /// The folder of a session, of which this machine remembers what was erased there.
  static func ofUser(_ location: SessionLocation) -> SessionFolder {
    let folder = SessionFolder(location)
    return folder.remembering(in: .ofUser, as: folder.pathWithoutLinks)
  }

  /// The path by which this machine remembers the session, however it was named.
  var pathWithoutLinks: String { URL(filePath: path).resolvingSymlinksInPath().path }
}
