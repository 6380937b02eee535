import WorkshopCore

/// A document as a live session holds it between one look at its file and the next.
final class HeldDocument {
  let file: DocumentFile
  /// The file as it was last read; `nil` when there is none.
  private(set) var copy: DocumentCopy? {
    didSet { if let copy { copyEverSeen = copy } }
  }
  /// The file as it was last read, also when it is gone since.
  private(set) var copyEverSeen: DocumentCopy?
  /// Every revision that stood in the file once.
  ///
  /// Edits by hand are not among them until a save has written them down: who takes one back in the
  /// editor has it back.
  private(set) var known: Document
  /// What the session shows: the file, with what is known besides.
  private(set) var shown: Document
  /// Changes on their way to the file.
  var pending: [Change] = []
  /// Since when the file lacks something that is known, in nanoseconds of uptime.
  private(set) var owedSince: Int64?
  /// What was found wrong with the file.
  private(set) var damage: Damage?
  /// What the file was at the last look.
  private var lookedAt: FileIdentity?
  /// When saving was tried last, in nanoseconds of uptime.
  var triedAt: Int64 = .min
  /// What was last told of a failure.
  private var told: (count: Int, error: StoreError)?

  /// What was found wrong with a file: once, or twice alike.
  enum Damage {
    case suspected(StoreError, bytes: [UInt8]?)
    case declared(StoreError)
  }

  init(_ file: DocumentFile) {
    self.file = file
    known = Document(name: file.name)
    shown = known
  }

  var name: DocumentName { file.name }

  // MARK: Looking

  /// Tells whether the file must be read: it is another than before, it is so young that its time may
  /// not tell, or the last look was in doubt.
  func needsReading(_ status: FileStatus?, now: Int64) -> Bool {
    if case .suspected = damage { return true }
    guard let status else { return copy != nil || damage != nil }
    return status.identity != lookedAt || status.identity.isYoung(at: now)
  }

  /// Reads the file and tells what came of it.
  ///
  /// - Parameter session: The session's document, by which a file of another session is known.
  func look(uptime: Int64, in session: Document?) -> [SessionNews] {
    do {
      guard let content = try file.content(of: file.path) else { return vanish(uptime: uptime) }
      lookedAt = content.status.identity
      if let copy, copy.bytes == content.bytes {
        self.copy = copy.seen(as: content.status)
        return repaired()
      }
      do {
        let copy = try file.copy(of: content, at: file.path, after: copy)
        try refuseForeign(copy, in: session)
        return take(copy, uptime: uptime)
      } catch {
        return suspect(error, bytes: content.bytes)
      }
    } catch {
      return suspect(error, bytes: nil)
    }
  }

  /// Throws if a file is of another session: what is shown stays, and nothing is written there.
  func refuseForeign(_ copy: DocumentCopy, in session: Document?) throws(StoreError) {
    let kinship = known.kinship(of: copy.document, in: name == .session ? nil : session)
    if kinship == .foreign { throw StoreError(file: file.path, fact: .otherSession) }
  }

  /// Takes the file as it now is.
  func take(_ copy: DocumentCopy, uptime: Int64) -> [SessionNews] {
    var news = repaired()
    lookedAt = copy.identity ?? lookedAt
    let later = LaterEdit.changes(in: copy, over: known)
    known.merge(copy.settled)
    known.apply(later)
    var merged = copy.document
    merged.merge(known)
    self.copy = copy
    owedSince = merged == copy.document ? nil : uptime
    if merged != shown {
      shown = merged
      news.append(.documents([merged]))
    }
    return news
  }

  /// Takes in what stands beside the file, left by a program that died or by a synchroniser; it is owed
  /// to the file at once.
  @discardableResult
  func take(leftover other: Document) -> Gain {
    let before = shown
    known.merge(other)
    shown.merge(other)
    owedSince = .min
    return Gain(from: before, to: shown)
  }

  /// Learns of records that are blanked, whatever the file says.
  func learn(gone records: Set<RecordID>) {
    known.learn(gone: records)
    shown.learn(gone: records)
  }

  /// Takes in changes that nobody asked for and that must be; they are owed to the file at once.
  func owe(_ changes: [Change]) -> SessionNews {
    known.apply(changes)
    shown.apply(changes)
    owedSince = .min
    return .documents([shown])
  }

  /// Notes damage that has been looked at twice already.
  func declare(_ error: StoreError) { damage = .declared(error) }

  private func vanish(uptime: Int64) -> [SessionNews] {
    lookedAt = nil
    if copy != nil, !known.collections.isEmpty { owedSince = uptime }
    copy = nil
    guard damage != nil else { return [] }
    return repaired()
  }

  private func suspect(_ error: StoreError, bytes: [UInt8]?) -> [SessionNews] {
    switch damage {
    case .declared(error): return []
    case .suspected(error, let before) where before == bytes:
      damage = .declared(error)
      return [.damaged(error)]
    default:
      damage = .suspected(error, bytes: bytes)
      return []
    }
  }

  private func repaired() -> [SessionNews] {
    defer { damage = nil }
    if case .declared = damage { return [.repaired(name)] }
    return []
  }

  // MARK: Saving

  /// Tells whether something is owed to the file and it has been left alone for a while.
  func isSettling(uptime: Int64, now: Int64) -> Bool {
    guard let owedSince, damage == nil, !shown.isFromNewerVersion else { return false }
    let isYoung = copy?.identity?.isYoung(at: now) ?? false
    return owedSince == .min || (uptime - owedSince >= FileIdentity.youth && !isYoung)
  }

  /// What saving now would write.
  var save: DocumentSave {
    DocumentSave(changes: pending, known: known, copy: copy, mayLeaveOut: true)
  }

  /// Tells whether it is time to try again what failed.
  ///
  /// What made the file too large does so still a second later, and finding that out takes time.
  func isDue(uptime: Int64, after retry: Int64) -> Bool {
    guard triedAt != .min, let told, case .tooLarge = told.error.fact, told.count == pending.count
    else { return triedAt == .min || uptime - triedAt >= retry }
    return uptime - triedAt >= 60 * retry
  }

  /// Tells whether more came into the file than what was to be saved.
  func isMore(_ saved: DocumentSaved) -> Bool {
    var expected = shown
    expected.apply(pending)
    return saved.copy.document != expected
  }

  /// Notes that everything that waited is in the file.
  func saved(_ saved: DocumentSaved, uptime: Int64) -> [SessionNews] {
    var news = take(saved.copy, uptime: uptime)
    if let aside = saved.setAside { news.append(.setAside(aside)) }
    let leftOut = Set(saved.leftOut)
    let kept = pending.filter { !leftOut.contains($0) }
    if !kept.isEmpty { news.append(.kept(kept)) }
    pending = saved.leftOut
    told = nil
    return news + failed(StoreError(file: file.path, fact: .tooLarge(limit: file.limit)))
  }

  /// Notes that saving failed; the same is not told twice.
  func failed(_ error: StoreError) -> [SessionNews] {
    guard !pending.isEmpty else { return [] }
    if let told, told.error == error, told.count == pending.count { return [] }
    told = (pending.count, error)
    return [.failing(pending, error)]
  }

  /// What waits still, with the reason.
  var unsaved: UnsavedChanges? {
    guard !pending.isEmpty, let told else { return nil }
    return UnsavedChanges(changes: pending, error: told.error)
  }
}

extension FileIdentity {
  /// How long a file counts as young, in nanoseconds: two writes in one tick of a file system's clock
  /// look alike.
  static let youth: Int64 = 2_000_000_000

  /// Tells whether it was touched just now; a time to come says nothing.
  func isYoung(at now: Int64) -> Bool {
    [modified, changed].contains {
      abs(now.subtractingReportingOverflow($0).partialValue) < FileIdentity.youth
    }
  }
}
