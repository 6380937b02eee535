import Dispatch
import Synchronization
public import WorkshopCore

/// A session that a running program keeps open: it saves what comes in and follows what others write.
///
/// Its work goes on a queue of its own, where `changed` is called too; that must not wait for this
/// session. Closing waits for what is on its way.
public actor LiveSession {
  nonisolated let executor = StoreExecutor()
  private nonisolated let inbox = Mutex<[Change]>([])
  let folder: SessionFolder
  private let interval: Int
  private let changed: @Sendable (SessionNews) -> Void
  private(set) var documents: [DocumentName: HeldDocument] = [:]
  private var isFollowing = false
  /// The folder when its names were last read.
  private var folderLookedAt: FileIdentity?
  /// The folder of photographs when it was last looked at for such as must go.
  private var photographsLookedAt: FileIdentity?
  /// Whether photographs must go that may still come, and how often documents had changed when that was
  /// found out.
  private var awaitsErased: (isSo: Bool, changes: Int) = (false, -1)
  /// Why erased words may still be somewhere, and when that was last tried; `nil` if they are gone.
  private var unerased: (error: StoreError?, triedAt: Int64)?
  /// Copies of a synchroniser that are beside the documents, by their names.
  var copies: [String: SeenCopy] = [:]
  /// Files that made way because they could not be read, and what each was when it was last looked at.
  var setAside: [SetAside: FileIdentity?] = [:]
  /// Names that tell nothing, what was found in those files, and what was last told of them.
  var others: [String] = []
  var seenOthers: [String: SeenFile] = [:]
  var toldOfOthers: [String: StoreError] = [:]
  /// How often documents changed, and how often so because of what others wrote.
  private(set) var changeCount = 0
  private(set) var arrivalCount = 0

  /// How long to wait before a failed save is tried again, in nanoseconds.
  private static let retry: Int64 = 1_000_000_000

  /// The queue on which files are read and written.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// Makes a session of a folder; nothing is read yet.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - interval: How often others are followed, in milliseconds.
  ///   - changed: Called with everything there is to tell, in order, on the session's own queue.
  public init(
    folder: SessionFolder, interval: Int = 250, changed: @escaping @Sendable (SessionNews) -> Void
  ) {
    self.folder = folder
    self.interval = interval
    self.changed = changed
  }

  /// Makes a session of the folder at a path; nothing is read yet.
  public init(
    folder: String, fileSystem: FileSystem = .live, clock: StoreClock = .live,
    changed: @escaping @Sendable (SessionNews) -> Void
  ) {
    self.init(
      folder: SessionFolder(folder, fileSystem: fileSystem, clock: clock), changed: changed)
  }

  // MARK: Opening and closing

  /// Reads the session; what is damaged is told of in the result and not again as news.
  public func open() throws(StoreError) -> LoadedSession {
    let reading = try folder.reading()
    for name in reading.contents.documents {
      let held = held(name)
      if let copy = reading.copies[name] { _ = held.take(copy, uptime: folder.clock.uptime()) }
      if let error = reading.unusable[name] { held.declare(error) }
    }
    let takenBack = TakenBack(Withdrawn(reading.recalled), in: reading.documents.values)
    for addition in reading.additions {
      let held = held(addition.document)
      var content = addition.content
      content.leaveOut(heldAfter: takenBack)
      let gain = held.take(leftover: content.withoutContradictions(to: held.shown))
      if let copy = addition.copy { remember(copy, adding: gain) }
    }
    for held in documents.values { held.learn(gone: reading.recalled) }
    remember(reading)
    _ = takeOutLateWords()
    let readable = documents.values.filter { $0.damage == nil }
    let shown = Dictionary(uniqueKeysWithValues: readable.map { ($0.name, $0.shown) })
    return LoadedSession(
      documents: shown, findings: reading.findings,
      copies: reading.copies.filter { $0.key == .session })
  }

  /// Saves what waits, stops following, and tells what could not be saved.
  @discardableResult
  public func close() -> [UnsavedChanges] {
    isFollowing = false
    return flush()
  }

  /// Closes from outside of Swift's tasks and waits; never call it from `changed`.
  @discardableResult
  public nonisolated func closeAndWait() -> [UnsavedChanges] {
    executor.queue.sync { assumeIsolated { $0.close() } }
  }

  /// Tries to save everything that waits, and tells what could not be saved.
  @discardableResult
  public func flush() -> [UnsavedChanges] {
    takeInbox()
    save(documents.values.filter { !$0.pending.isEmpty })
    let unsaved = documents.values.sorted { $0.name < $1.name }.compactMap(\.unsaved)
    return unsaved
      + [unerased?.error].compactMap { $0.map { UnsavedChanges(changes: [], error: $0) } }
  }

  // MARK: Saving

  /// Takes changes on their way to the disk and returns at once; they are saved in this order, and
  /// what waits for one document is saved together.
  public nonisolated func submit(_ changes: [Change]) {
    guard !changes.isEmpty else { return }
    let isFirst = inbox.withLock { waiting in
      defer { waiting += changes }
      return waiting.isEmpty
    }
    guard isFirst else { return }
    executor.queue.async { self.assumeIsolated { $0.saveInbox() } }
  }

  private func saveInbox() { save(takeInbox()) }

  /// Hands what came in to its documents and returns those.
  @discardableResult
  private func takeInbox() -> [HeldDocument] {
    let changes = inbox.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    var touched: Set<DocumentName> = []
    for change in changes {
      held(change.document).pending.append(change)
      touched.insert(change.document)
    }
    return touched.map { held($0) }
  }

  private func save(_ due: [HeldDocument]) {
    guard !due.isEmpty else { return }
    let saves = Dictionary(uniqueKeysWithValues: due.map { ($0.name, $0.save) })
    let results: [DocumentName: Result<DocumentSaved, StoreError>]
    do {
      results = try guarded.save(saves, without: withdrawn)
    } catch {
      results = saves.mapValues { _ in .failure(error) }
    }
    let uptime = folder.clock.uptime()
    for held in due.sorted(by: { $0.name < $1.name }) {
      held.triedAt = uptime
      switch results[held.name] {
      case .success(let saved):
        if held.pending.contains(where: { $0.act == .erase }) { unerased = (nil, uptime) }
        if isWaitingForOthers, held.isMore(saved) { arrivalCount += 1 }
        tell(held.saved(saved, uptime: uptime))
        tell(tookIn(saved))
      case .failure(let error): tell(held.failed(error))
      case nil: break
      }
    }
    if unerased != nil { finishErasing() }
  }

  // MARK: Erasing

  /// Sees to it that what was erased is in none of the folder's files, also not in what dead
  /// programs left; tried again until it is so.
  private func finishErasing() {
    do {
      try guarded.erase()
      unerased = nil
    } catch {
      if unerased?.error != error { tell([.failing([], error)]) }
      unerased = (error, folder.clock.uptime())
    }
  }

  /// Takes out what a participant who withdrew wrote elsewhere, and sees to their photographs.
  private func takeOutLateWords() -> [SessionNews] {
    let shown = documents.values.map(\.shown)
    lookForLatePhotographs(shown)
    let late = Erasure.late(in: shown)
    return Dictionary(grouping: late, by: \.document).sorted { $0.key < $1.key }.compactMap {
      guard let held = documents[$0], held.damage == nil else { return nil }
      return held.owe($1)
    }
  }

  private func lookForLatePhotographs(_ shown: [Document]) {
    if unerased == nil, folder.owesErasing(shown) { unerased = (nil, .min) }
  }

  /// Tells whether photographs may have come: a synchroniser brings them when it likes, also those of notes
  /// that are blanked already.
  private func seesNewPhotographs() -> Bool {
    if awaitsErased.changes != changeCount {
      let isSo = documents.values.contains { !$0.shown.erasedAttachments.isEmpty }
      awaitsErased = (isSo, changeCount)
    }
    guard awaitsErased.isSo else { return false }
    let status = (try? folder.fileSystem.statusIfPresent(folder.attachmentsFolder)) ?? nil
    guard let identity = status?.identity else { return false }
    let isNew = identity != photographsLookedAt || identity.isYoung(at: folder.clock.wall())
    photographsLookedAt = identity
    return isNew
  }

  // MARK: Following

  /// Begins to follow what others write; once is enough.
  public func follow() {
    guard !isFollowing else { return }
    isFollowing = true
    scheduleTick()
  }

  private nonisolated func scheduleTick() {
    executor.queue.asyncAfter(deadline: .now() + .milliseconds(interval)) { [weak self] in
      self?.assumeIsolated { $0.tick() }
    }
  }

  private func tick() {
    guard isFollowing else { return }
    poll()
    scheduleTick()
  }

  /// Looks once at what others wrote, and tries again what failed.
  ///
  /// While nothing changes this asks the system for one status per file and no more, and for that
  /// of the folder of photographs where some must go that may still come.
  public func poll() {
    let found = findNewFiles()
    let now = folder.clock.wall()
    let uptime = folder.clock.uptime()
    var hasNews = false
    for held in documents.values.sorted(by: { $0.name < $1.name }) {
      let status = try? held.file.status()
      guard held.needsReading(status, now: now) else { continue }
      let news = held.look(uptime: uptime, in: documents[.session]?.known)
      hasNews = hasNews || !news.isEmpty
      tell(news)
    }
    if hasNews { arrivalCount += 1 }
    // Only now is it known what a copy may belong to.
    if let found, look(at: found) {
      hasNews = true
      arrivalCount += 1
    }
    if lookAtSetAside() { hasNews = true }
    if found != nil || hasNews || seesYoungFiles { lookAtOthers() }
    let hasNewPhotographs = seesNewPhotographs()
    if hasNews {
      tell(takeOutLateWords())
    } else if hasNewPhotographs {
      lookForLatePhotographs(documents.values.map(\.shown))
    }
    if let unerased, unerased.triedAt == .min || uptime - unerased.triedAt >= LiveSession.retry {
      finishErasing()
    }
    save(
      documents.values.filter { held in
        let isDue = held.isDue(uptime: uptime, after: LiveSession.retry)
        return isDue && (!held.pending.isEmpty || held.isSettling(uptime: uptime, now: now))
      })
  }

  /// Takes notice of new documents; returns the copies beside them if the folder has changed.
  private func findNewFiles() -> [ConflictCopy]? {
    guard let folderNow = try? folder.fileSystem.statusOfTarget(folder.path).identity else {
      return nil
    }
    let isYoung = folderNow.isYoung(at: folder.clock.wall())
    guard folderNow != folderLookedAt || isYoung else { return nil }
    folderLookedAt = folderNow
    guard let contents = try? folder.contents(in: documents[.session]?.shown) else { return nil }
    for name in contents.documents { _ = held(name) }
    others = contents.others
    setAside = Dictionary(uniqueKeysWithValues: contents.setAside.map { ($0, setAside[$0] ?? nil) })
    return contents.copies
  }

  /// The folder, in which nothing is written once another session has come in its place.
  var guarded: SessionFolder { folder.expecting(documents[.session]?.copyEverSeen) }

  func held(_ name: DocumentName) -> HeldDocument {
    if let held = documents[name] { return held }
    let held = HeldDocument(folder.file(name))
    documents[name] = held
    return held
  }

  /// Who withdrew, as far as this session has seen.
  var withdrawn: Withdrawn { documents[.session]?.shown.withdrawn ?? Withdrawn() }

  /// Tells news; nobody sees words of who withdrew, not even for a moment.
  func tell(_ news: [SessionNews]) {
    for item in news {
      if case .documents(var documents) = item {
        changeCount += 1
        // Names of files may tell of municipalities that it lists now.
        if documents.contains(where: { $0.name == .session }) { folderLookedAt = nil }
        for index in documents.indices { documents[index].blankLateWords(of: withdrawn) }
        changed(.documents(documents))
      } else {
        changed(item)
      }
    }
  }
}
