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
  private let clock: RehearsalClock?
  private let queue = DispatchQueue(label: "werkplaats.desk")
  /// Reports are made on the side: nobody who leaves or adds a photograph waits for one.
  private let reports = DispatchQueue(label: "werkplaats.report", qos: .utility)
  private let current = Mutex<Open?>(nil)
  /// The language of the screen: that of the room once a workshop is open.
  private let language: Mutex<Language>

  /// The session that is open.
  private struct Open {
    let live: LiveSession
    let folder: SessionFolder
    let memory: LocalState
    let mirror: SessionMirror?
  }

  /// - Parameter clock: The clock of a rehearsal; `nil` for the time as it is.
  init(
    sessions: String, contents: [Language: Content], language: Language, mailbox: Mailbox,
    clock: RehearsalClock? = nil
  ) {
    self.sessions = sessions
    self.contents = contents
    self.language = Mutex(language)
    self.mailbox = mailbox
    self.clock = clock
  }

  /// Carries out an effect.
  func perform(_ effect: Effect) {
    switch effect {
    case .save(let changes):
      guard let open = current.withLock({ $0 }) else { return }
      open.memory.send(changes)
      open.live.submit(changes)
    case .remember(let memory):
      current.withLock { $0?.memory }?.remember { memory.bytes }
    case .tookOver: current.withLock { $0?.memory }?.tookOver()
    case .tookInCommands: current.withLock { $0?.memory }?.tookInCommands()
    case .adopt: queue.async { self.adopt() }
    case .listSessions: queue.async { self.listSessions() }
    case .open(let name):
      queue.async {
        self.posting {
          FrontEnd.Opening(
            folder: SessionFolder.ofUser(try SessionLocation(name, in: self.sessions)))
        }
      }
    case .create(let name, let workshop): queue.async { self.create(name, workshop) }
    case .makeReport(let request): reports.async { self.make(request) }
    case .writeReport(let report): queue.async { self.write(report) }
    case .takeIn(let files): current.withLock { $0?.live }?.takeIn(files)
    case .attach(let attachment): queue.async { self.attach(attachment) }
    case .discard(let name): queue.async { self.discard(name) }
    case .lookBeside: queue.async { self.lookBeside() }
    case .readList(let path): queue.async { self.readList(path) }
    case .putClock(let start):
      clock?.put(day: start.day, minute: start.minute)
      mailbox.post(.clockWasPut(start))
    case .suspend, .repaint, .quit: break
    }
  }

  /// Opens a session and follows it.
  func open(_ opening: FrontEnd.Opening) {
    queue.async { self.posting { opening } }
  }

  /// How long who must end at once waits for others, in milliseconds.
  private static let haste = 700

  /// Saves what waits and remembers where the screen stood; returns what could not be saved.
  ///
  /// - Parameter isUrgent: Whether the program must end within a second.
  /// - Throws: `LeftInHaste` if that took longer; what was on its way is remembered on this machine then.
  func close(isUrgent: Bool) throws(LeftInHaste) -> [UnsavedChanges] {
    guard isUrgent else { return closeAll { _ in } }
    let isRemembered = Mutex(false)
    let unsaved = Mutex<[UnsavedChanges]>([])
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global(qos: .userInitiated).async {
      let left = self.closeAll { isSafe in isRemembered.withLock { $0 = isSafe } }
      unsaved.withLock { $0 = left }
      done.signal()
    }
    if done.wait(timeout: .now() + .milliseconds(Desk.haste)) == .timedOut {
      // Another program may keep the session's lock for long. A note that is in no file is waited for.
      if isRemembered.withLock(\.self) { throw LeftInHaste() }
      done.wait()
    }
    return unsaved.withLock(\.self)
  }

  /// - Parameter remembered: Called with whether this machine remembers everything that is on its way.
  private func closeAll(_ remembered: (Bool) -> Void) -> [UnsavedChanges] {
    let early = current.withLock { $0 }
    early?.memory.flush()
    remembered(early?.memory.remembersAll ?? true)
    queue.sync {}
    guard let open = current.withLock({ $0 }) else { return [] }
    let unsaved = open.live.closeAndWait()
    open.memory.flush()
    open.mirror?.leave()
    return unsaved
  }

  private func posting(_ opening: () throws -> FrontEnd.Opening) {
    do {
      let opening = try opening()
      let mailbox = mailbox
      var environment = ProcessInfo.processInfo.environment
      if let memory = opening.memory { environment["XDG_STATE_HOME"] = memory }
      let state = StateFolder(environment: environment)
      let memory = LocalState(
        of: opening.folder.pathWithoutLinks, in: state, rules: .screen
      ) { if let news = self.storeNews($0) { mailbox.post(.store(news)) } }
      let mirror = opening.mirror.map { place in
        SessionMirror(of: opening.folder, at: place) { news in
          mailbox.post(
            .store(
              .mirror(MirrorNews(news, now: Surroundings.live.wallTime, words: self.errorWords))))
        }
      }
      let isProgrammeMissing = Mutex(false)
      let live = LiveSession(folder: opening.folder) { news in
        mirror?.refresh()
        if case .kept(let changes) = news { memory.kept(changes) }
        if case .documents(let documents) = news {
          memory.saw(documents)
          let isBack = documents.contains { $0.name == .session && !$0.collections.isEmpty }
          let wasMissing = isProgrammeMissing.withLock { isMissing in
            defer { if isBack { isMissing = false } }
            return isMissing
          }
          if isBack, wasMissing { mailbox.post(.store(.repaired(file: "session.json"))) }
        }
        for news in self.storeNews(news) { mailbox.post(.store(news)) }
      }
      Task {
        do {
          let loaded = try await live.open()
          self.learnLanguage(of: loaded.documents.values)
          let missing = loaded.missingProgramme(in: opening.folder)
          isProgrammeMissing.withLock { $0 = missing != nil }
          let place = state?.takePlace(
            forScreenOf: opening.folder.pathWithoutLinks, loaded, rules: .screen
          ) { ScreenMemory.reading($0)?.memory.isTyping ?? false }
          let found = memory.open(for: loaded, at: place)
          self.current.withLock {
            $0 = Open(
              live: live, folder: opening.folder.expecting(loaded), memory: memory,
              mirror: mirror)
          }
          mailbox.post(
            .opened(
              Facilitator.OpenedSession(
                name: URL(filePath: opening.folder.path).lastPathComponent,
                documents: Array(loaded.documents.values),
                memory: found.memory.flatMap { ScreenMemory.reading($0)?.memory },
                problems: (loaded.findings + [missing].compactMap(\.self))
                  .map { FileProblem($0, words: self.words) },
                activity: opening.activity, team: opening.team, pending: found.pending,
                others: found.others.compactMap { ScreenMemory.reading($0)?.memory },
                commands: found.commands.flatMap { ScreenMemory.reading($0)?.memory })))
          for finding in found.findings {
            mailbox.post(.store(.notRemembered(FileProblem(finding, words: self.words))))
          }
          live.submit(found.pending)
          mirror?.refresh()
          await live.follow()
        } catch {
          mailbox.post(.refused(self.words(for: error)))
        }
      }
    } catch {
      mailbox.post(.refused(self.words(for: error)))
    }
  }

  private func listSessions() {
    do {
      let found = try SessionLocation.all(in: sessions)
      mailbox.post(.sessions(found.map(summary)))
    } catch {
      mailbox.post(.sessions([]))
      mailbox.post(.refused(self.words(for: error)))
    }
  }

  private func summary(_ location: SessionLocation) -> SessionSummary {
    do {
      let folder = SessionFolder.ofUser(location)
      let loaded = try folder.load()
      let missing = loaded.missingProgramme(in: folder)
      let workshop = Workshop(documents: loaded.documents.values)
      return SessionSummary(
        name: location.name, title: missing == nil ? workshop.info.title : nil,
        municipalities: workshop.municipalities.map(\.name), notes: workshop.notes.count,
        // A copy that is not taken in is the least of what may be wrong.
        problem: (loaded.findings.first { !$0.isKin } ?? missing ?? loaded.findings.first)
          .map(words),
        passed: workshop.info.keepUntil.flatMap {
          $0.hasPassed(at: Surroundings.live.wallTime) ? $0 : nil
        })
    } catch {
      return SessionSummary(
        name: location.name, title: nil, municipalities: [], notes: 0,
        problem: words(for: error))
    }
  }

  private func create(_ name: String, _ workshop: NewWorkshop) {
    posting {
      let folder = SessionFolder.ofUser(try SessionLocation(name, in: sessions))
      var scribe = Scribe(surroundings: .live)
      try folder.create(workshop.edit(by: &scribe).changes)
      return FrontEnd.Opening(folder: folder)
    }
  }

  private func attach(_ attachment: Attachment) {
    guard let open = current.withLock({ $0 }) else { return }
    let paths = AttachmentPath.paths(attachment.path)
    var names: [String] = []
    do {
      for path in paths {
        let id = names.isEmpty ? attachment.id : RecordID(Surroundings.live.uuid()).text
        names.append(try open.folder.attach(path, as: id))
      }
    } catch {
      // All that were dropped together, or none: whoever drops them again must not have one twice.
      for name in names { discard(name) }
      mailbox.post(.notAttached(AttachmentRefusal(error)))
      return
    }
    mailbox.post(
      .attached(attachment, named: names.first ?? attachment.id, besides: Array(names.dropFirst())))
  }

  private func discard(_ name: String) {
    guard let open = current.withLock({ $0 }) else { return }
    do {
      try open.folder.discardAttachment(name)
    } catch {
      mailbox.post(.refused(words(error)))
    }
  }

  /// Takes over what was half typed on screens of this machine that are gone.
  private func adopt() {
    guard let open = current.withLock({ $0 }) else { return }
    let others = open.memory.adopt().compactMap { ScreenMemory.reading($0)?.memory }
    mailbox.post(.adopted(others))
  }

  /// Tells which files beside the workshop's own may still hold what was erased.
  private func lookBeside() {
    guard let open = current.withLock({ $0 }) else { return }
    do {
      let prefix = open.folder.path + "/"
      let names = try open.folder.remains().map {
        VisibleText.line($0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0)
      }
      if !names.isEmpty { mailbox.post(.store(.beside(names))) }
    } catch {
      mailbox.post(.refused(words(for: error)))
    }
  }

  private func readList(_ path: String) {
    let path = AttachmentPath.path(path)
    do {
      mailbox.post(
        .listed(try ListText(try InputFile.bytes(of: path, limit: Limits.table, mayWait: false))))
    } catch let fault as ListFault {
      mailbox.post(.notListed(words(fault)))
    } catch {
      mailbox.post(.notListed(words(forUnread: path)))
    }
  }

  /// Why a list can't be read, the reason before the path, which may be long.
  private func words(forUnread path: String) -> String {
    guard let content = contents[language.withLock(\.self)] ?? contents[.dutch] else { return path }
    var status = stat()
    let reason =
      stat(path, &status) != 0
      ? (errno == ENOENT || errno == ENOTDIR ? "missing" : "unreadable")
      : status.st_mode & S_IFMT != S_IFREG
        ? "not-a-file" : status.st_size > Limits.table ? "too-large" : "unreadable"
    return content.word(
      "people.read.\(reason)",
      ["path": VisibleText.line(path), "megabytes": String(Limits.table >> 20)])
  }

  private func make(_ request: ReportRequest) {
    guard let content = contents[request.workshop.info.language] ?? contents[.dutch] else { return }
    mailbox.post(.report(.made(ReportPages(request, content: content))))
  }

  /// Writes a report in every format beside the session's files.
  private func write(_ report: Report) {
    guard let open = current.withLock({ $0 }) else { return }
    do {
      // The screen shows what can be read; a report that is handed on must not lack notes unseen.
      let loaded = try open.folder.load()
      if let finding = loaded.findings.first {
        return mailbox.post(.report(.refused(.damaged(words(finding)))))
      }
      let writers = UnknownWriters(in: Workshop(documents: loaded.documents.values))
      if let unknown = open.folder.errors(of: writers).first {
        return mailbox.post(.report(.refused(.failed(words(unknown)))))
      }
      let language = report.workshops.first?.language ?? .dutch
      guard let content = contents[language] ?? contents[.dutch] else { return }
      let photographs = Photographs.bytes(for: report, in: [open.folder])
      let files = try ReportFormat.allCases.map { format in
        (
          name: ReportFileName.name(of: report.edition, format),
          bytes: try format.bytes(of: report, words: content.reportWords, attachments: photographs)
        )
      }
      mailbox.post(.report(write(files, in: open.folder)))
    } catch {
      mailbox.post(.report(.refused(.failed(words(for: error)))))
    }
  }

  private func write(_ files: [(name: String, bytes: [UInt8])], in folder: SessionFolder)
    -> ReportNews
  {
    do {
      return .written(folder: try folder.writeReports(files), files: files.map(\.name))
    } catch {
      if error.isForbidden { return .refused(.readOnly(folder: folder.path)) }
      if error.isLink {
        let reports = StoreError(
          file: "\(folder.path)/\(SessionFolder.reportsName)", fact: .notAFolder(.link))
        return .refused(.failed(words(reports)))
      }
      if error.isFull { return .refused(.full(folder: folder.path)) }
      return .refused(.failed(error.reason))
    }
  }
}

// What goes wrong, in the language of the screen.
extension Desk {
  private func words(for error: any Error) -> String {
    guard let error = error as? StoreError else { return Failure.words(for: error) }
    return words(error)
  }

  private var errorWords: StoreErrorWords {
    (contents[language.withLock(\.self)] ?? contents[.dutch]).map { StoreErrorWords($0) }
      ?? .commands
  }

  private func words(_ error: StoreError) -> String { errorWords.explanation(error) }

  private func words(_ fault: ListFault) -> String {
    guard let content = contents[language.withLock(\.self)] ?? contents[.dutch] else { return "" }
    let words = ListWords(content) { VisibleText.quoted($0) }
    return "\(words.what(fault.fact)); \(words.remedy(fault.fact))"
  }

  private func learnLanguage(of documents: some Collection<Document>) {
    guard let session = documents.first(where: { $0.name == .session }) else { return }
    language.withLock { $0 = Workshop(documents: [session]).info.language }
  }

  /// What is told of this machine's memory, in the front end's terms.
  private func storeNews(_ news: LocalState.News) -> StoreNews? {
    switch news {
    case .failing(let error): .notRemembered(FileProblem(error, words: words))
    case .works(let error): .repaired(file: error.fileName)
    case .commands(let bytes): ScreenMemory.reading(bytes).map { .commands($0.memory) }
    }
  }

  /// What the store tells, in the front end's terms.
  private func storeNews(_ news: SessionNews) -> [StoreNews] {
    if case .documents(let documents) = news { learnLanguage(of: documents) }
    return StoreNews.all(in: news, words: words)
  }
}
