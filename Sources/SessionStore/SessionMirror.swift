import Dispatch
import Synchronization
import WorkshopCore

/// A second home of a session that stays open: another copy of it, on a stick or a second disk.
///
/// It is a copy like any other, and merging is the only way to write there too: what it has is not lost,
/// what was erased goes there as well, photographs come before the notes that name them, and a program that
/// is killed leaves it readable. When it is first there, and when it is back, what it has and the session
/// lacks comes in: it may have been elsewhere.
///
/// Work goes on a queue of its own, so that a slow stick holds nothing up.
public final class SessionMirror: Sendable {
  /// What there is to tell.
  public enum News: Hashable, Sendable {
    /// Everything that was kept is there as well.
    case upToDate
    /// It is not, for this reason; it is tried again.
    case failing(StoreError)
    /// What the copy had and the session did not take in stays there as it is; empty where there is nothing more.
    case leftAlone([StoreError])
  }

  private let session: SessionFolder
  private let place: MirrorPlace
  private let told: @Sendable (News) -> Void
  private let queue = DispatchQueue(label: "SessionStore.SessionMirror")
  private let state = Mutex(State())

  /// How long to wait before what failed is tried again, in milliseconds.
  private static let retry = 2_000
  /// How long to wait after copying, so that many saves become one, in milliseconds at least.
  private static let rest = 500

  private struct State {
    var schedule = MirrorSchedule()
    /// Whether the copy is there, as far as is known; when it comes back both are merged.
    var isThere = false
    /// The blanked records that are in none of the copy's files any more.
    var erased: Set<RecordID> = []
    /// What was last told.
    var last: News?
    /// What stays in the copy as it is.
    var leftAlone: [StoreError] = []
  }

  /// Makes the mirror of a session in a folder; nothing is written yet.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - place: Where the copy is.
  ///   - told: Called on the mirror's queue with how it is, after each try.
  public init(
    of session: SessionFolder, at place: MirrorPlace, told: @escaping @Sendable (News) -> Void
  ) {
    self.session = session
    self.place = place
    self.told = told
  }

  /// Notes that something was saved; it is copied soon, and this returns at once.
  public func refresh() {
    if state.withLock({ $0.schedule.falls() }) { queue.async { self.work() } }
  }

  /// Copies what is not copied yet, and waits for it for a while.
  ///
  /// - Parameter milliseconds: How long to wait at most; a stick may never answer.
  /// - Returns: Why something is not there, if so; `busy` where that takes longer.
  public func close(waiting milliseconds: Int = 3_000) -> StoreError? {
    let done = DispatchSemaphore(value: 0)
    queue.async {
      if self.state.withLock(\.schedule.isBehind) { self.copy() }
      self.state.withLock { $0.schedule.close() }
      done.signal()
    }
    guard done.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else {
      state.withLock { $0.schedule.close() }
      return StoreError(file: place.path, fact: .busy(seconds: milliseconds / 1_000))
    }
    if case .failing(let error)? = state.withLock(\.last) { return error }
    return nil
  }

  /// What the copy had that the session did not take in when they last met: it stays there as it is.
  public var leftAlone: [StoreError] { state.withLock(\.leftAlone) }

  private func work() {
    guard state.withLock({ $0.schedule.wakes() }) else { return }
    let start = session.clock.uptime()
    let isDone = copy()
    // Reading a large workshop takes a while; it must not take all of the machine's time.
    let spent = Int((session.clock.uptime() - start) / 1_000_000)
    let rest = max(isDone ? SessionMirror.rest : SessionMirror.retry, spent * 3)
    queue.asyncAfter(deadline: .now() + .milliseconds(rest)) { self.work() }
  }

  /// Makes the copy like the session; returns whether it is.
  @discardableResult
  private func copy() -> Bool {
    var (isThere, erased) = state.withLock { state in
      state.schedule.begins()
      return (state.isThere, state.erased)
    }
    let news: News
    do throws(StoreError) {
      if let finding = try copy(isThere: &isThere, erased: &erased) {
        news = .failing(finding)
      } else {
        news = .upToDate
      }
    } catch {
      isThere = false
      news = .failing(error)
    }
    state.withLock { state in
      state.isThere = isThere
      state.erased = erased
      state.last = news
      if news != .upToDate { state.schedule.fails() }
    }
    told(news)
    return news == .upToDate
  }

  /// - Returns: What could not be copied; all else is. What is left alone on either side is not among it:
  ///   trying again would change nothing. Of the session's own folder the screen tells, of the copy ``News``.
  private func copy(isThere: inout Bool, erased: inout Set<RecordID>) throws(StoreError)
    -> StoreError?
  {
    let copy = try place.copy(of: session)
    let ours = try session.load()
    // Nothing of another workshop gets onto the stick.
    try session.checkIsNotReplaced()
    if !isThere { copy.tidyPlace() }
    if try copy.isMissing() {
      isThere = false
      erased = []
      try copy.create(likeIn: ours)
    }
    var findings: [StoreError] = []
    if !isThere {
      // It may come from another laptop, where somebody wrote or withdrew.
      let outcome = try session.merge(copy)
      // What systems leave on a stick is nothing that anybody misses here.
      tell(leftAlone: (outcome.leftAlone + outcome.unnamed).filter { !$0.isNotice })
      let failures = outcome.failures
      findings += failures.filter { !$0.isDamage }
      if !ours.blanked.isEmpty { try session.erase() }
      isThere = failures.isEmpty
    }
    findings += try copy.takeOver(from: session)
    let blanked = try session.load().blanked
    if !blanked.isSubset(of: erased) {
      try copy.erase()
      erased = blanked
    }
    return findings.first
  }
}

extension SessionMirror {
  private func tell(leftAlone: [StoreError]) {
    let isNews = state.withLock { state in
      defer { state.leftAlone = leftAlone }
      return state.leftAlone != leftAlone
    }
    if isNews { told(.leftAlone(leftAlone)) }
  }
}

extension LoadedSession {
  /// The records that are blanked in one of the documents.
  fileprivate var blanked: Set<RecordID> {
    documents.values.reduce(into: []) { $0.formUnion($1.erasedRecords) }
  }
}

extension SessionFolder {
  /// Takes away where this copy is to be what a program left that was killed while it made one, and an
  /// empty folder of its name.
  fileprivate func tidyPlace() {
    tidyDrafts()
    guard (try? fileSystem.status(path))?.kind == .folder,
      let names = try? fileSystem.list(path), names.isEmpty
    else { return }
    try? fileSystem.removeFolder(path)
  }

  /// Tells whether nothing has the folder's name.
  func isMissing() throws(StoreError) -> Bool {
    do {
      return try fileSystem.statusIfPresent(path) == nil
    } catch {
      throw StoreError(file: path, fact: .cannotRead(error))
    }
  }

  /// Takes in what another copy has; a file here that is damaged makes way, as it is whole there.
  ///
  /// - Returns: What could not be written; what is left alone there is not among it.
  fileprivate func takeOver(from other: SessionFolder) throws(StoreError) -> [StoreError] {
    var findings = try merge(other).failures
    let damaged = findings.filter { $0.isDamage && SessionLocation(folder: $0.file).parent == path }
    guard !damaged.isEmpty else { return findings }
    findings.removeAll(where: damaged.contains)
    var saves: [DocumentName: DocumentSave] = [:]
    for (name, document) in try other.load().documents
    where damaged.contains(where: { $0.file == file(name).path }) {
      saves[name] = DocumentSave(known: document, isAwaited: true, makesWay: true)
    }
    for (_, result) in try save(saves).sorted(by: { $0.key < $1.key }) {
      if case .failure(let error) = result { findings.append(error) }
    }
    return findings
  }
}
