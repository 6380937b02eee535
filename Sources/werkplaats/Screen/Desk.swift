import Dispatch
import Facilitator
import Foundation
import SessionStore
import Synchronization
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// Carries out what the front end asks for, never on its thread, and posts what comes of it.
final class Desk: Sendable {
  private let sessions: String
  private let contents: [Language: Content]
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "werkplaats.desk")
  private let current = Mutex<Open?>(nil)

  /// The session that is open.
  private struct Open {
    let live: LiveSession
    let folder: SessionFolder
    let memory: ScreenMemoryFile
  }

  init(sessions: String, contents: [Language: Content], mailbox: Mailbox) {
    self.sessions = sessions
    self.contents = contents
    self.mailbox = mailbox
  }

  /// Carries out an effect.
  func perform(_ effect: Effect) {
    switch effect {
    case .save(let changes): current.withLock { $0?.live }?.submit(changes)
    case .remember(let memory): current.withLock { $0?.memory }?.remember(memory)
    case .listSessions: queue.async { self.listSessions() }
    case .open(let name):
      queue.async {
        self.posting {
          FrontEnd.Opening(
            folder: SessionFolder(try SessionLocation(name, in: self.sessions)))
        }
      }
    case .create(let name, let workshop): queue.async { self.create(name, workshop) }
    case .makeReport: queue.async { self.makeReport() }
    case .attach(let attachment): queue.async { self.attach(attachment) }
    case .suspend, .quit: break
    }
  }

  /// Opens a session and follows it.
  func open(_ opening: FrontEnd.Opening) {
    queue.async { self.posting { opening } }
  }

  /// Saves what waits and remembers where the screen stood; returns what could not be saved.
  func close() -> [UnsavedChanges] {
    queue.sync {}
    guard let open = current.withLock({ $0 }) else { return [] }
    open.memory.flush()
    return open.live.closeAndWait()
  }

  private func posting(_ opening: () throws -> FrontEnd.Opening) {
    do {
      let opening = try opening()
      let mailbox = mailbox
      let live = LiveSession(folder: opening.folder) { news in
        if let news = StoreNews(news) { mailbox.post(.store(news)) }
      }
      let memory = ScreenMemoryFile(
        session: opening.folder.path, environment: ProcessInfo.processInfo.environment)
      Task {
        do {
          let loaded = try await live.open()
          self.current.withLock {
            $0 = Open(live: live, folder: opening.folder, memory: memory)
          }
          mailbox.post(
            .opened(
              Facilitator.OpenedSession(
                name: URL(filePath: opening.folder.path).lastPathComponent,
                documents: Array(loaded.documents.values),
                memory: memory.read(), problems: loaded.findings.map(\.message),
                activity: opening.activity, team: opening.team)))
          await live.follow()
        } catch {
          mailbox.post(.refused(Failure.words(for: error)))
        }
      }
    } catch {
      mailbox.post(.refused(Failure.words(for: error)))
    }
  }

  private func listSessions() {
    do {
      let found = try SessionLocation.all(in: sessions)
      mailbox.post(.sessions(found.map(summary)))
    } catch {
      mailbox.post(.sessions([]))
      mailbox.post(.refused(Failure.words(for: error)))
    }
  }

  private func summary(_ location: SessionLocation) -> SessionSummary {
    do {
      let loaded = try SessionFolder(location).load()
      let workshop = Workshop(documents: loaded.documents.values)
      return SessionSummary(
        name: location.name, title: workshop.info.title,
        municipalities: workshop.municipalities.map(\.name), notes: workshop.notes.count,
        problem: loaded.findings.first?.message)
    } catch {
      return SessionSummary(
        name: location.name, title: nil, municipalities: [], notes: 0,
        problem: Failure.words(for: error))
    }
  }

  private func create(_ name: String, _ workshop: NewWorkshop) {
    posting {
      let folder = SessionFolder(try SessionLocation(name, in: sessions))
      var scribe = Scribe(surroundings: .live)
      try folder.create(workshop.edit(by: &scribe).changes)
      return FrontEnd.Opening(folder: folder)
    }
  }

  private func attach(_ attachment: Attachment) {
    guard let open = current.withLock({ $0 }) else { return }
    let path = AttachmentPath.path(
      attachment.path, home: ProcessInfo.processInfo.environment["HOME"])
    do {
      let name = try open.folder.attach(path, as: attachment.id)
      mailbox.post(.attached(attachment, named: name))
    } catch {
      mailbox.post(.notAttached(AttachmentRefusal(error)))
    }
  }

  private func makeReport() {
    guard let open = current.withLock({ $0 }) else { return }
    do {
      let loaded = try open.folder.load()
      let workshop = Workshop(documents: loaded.documents.values)
      guard let content = contents[workshop.info.language] ?? contents[.dutch] else { return }
      let report = Report(workshops: [workshop])
      let bytes = try ReportFormat.markdown.bytes(
        of: report, words: ReportWords({ content.word($0, $1) }, names: content.name))
      mailbox.post(.report(String(decoding: bytes, as: UTF8.self)))
    } catch {
      mailbox.post(.refused(Failure.words(for: error)))
    }
  }
}

extension AttachmentRefusal {
  fileprivate init(_ problem: AttachmentProblem) {
    self =
      switch problem {
      case .missing: .missing
      case .notAFile: .notAFile
      case .tooLarge: .tooLarge
      case .unknownKind: .unknownKind
      case .cannotRead: .unreadable
      case .cannotWrite: .unwritable
      }
  }
}
