import Dispatch
import WorkshopCore

/// A copy of a synchroniser as a live session has seen it.
struct SeenCopy {
  /// What the file was.
  var identity: FileIdentity?
  /// What it added to what is shown.
  var gain = Gain()
  /// Why it is not taken in, once that has been told.
  var error: StoreError?
  /// How often others had written by then.
  var arrivals = 0
}

/// A file whose name tells nothing, as a live session has seen it.
struct SeenFile {
  /// What the file was.
  let identity: FileIdentity?
  /// Whether it may have been written again since, so that it is looked into once more.
  let isYoung: Bool
  /// What was found in it.
  var glance: SessionFolder.Glance
  /// What is to be said of it, by the documents as they were then.
  var verdict: StoreError?
  /// How often documents had changed, and how often others had written, by then.
  var changes: Int
  var arrivals: Int
}

extension LiveSession {
  /// What is shown, by name.
  private var shown: [DocumentName: Document] {
    documents.filter { $0.value.copyEverSeen != nil || $0.value.owedSince != nil }.mapValues(
      \.shown)
  }

  /// Takes note of a copy that was read with the rest of the folder.
  func remember(_ copy: ConflictCopy, adding gain: Gain) {
    let path = "\(folder.path)/\(copy.fileName)"
    let status = (try? folder.fileSystem.statusIfPresent(path)) ?? nil
    copies[copy.fileName] = SeenCopy(identity: status?.identity, gain: gain)
  }

  /// Takes note of what has been told of files when the session was opened.
  func remember(_ reading: FolderReading) {
    others = reading.contents.others
    let names = Set(others.map { FieldName($0) })
    for error in reading.findings + reading.otherFindings {
      if names.contains(FieldName(error.fileName)) { toldOfOthers[error.fileName] = error }
      guard let copy = reading.contents.copies.first(where: { $0.fileName == error.fileName })
      else {
        continue
      }
      remember(copy, adding: Gain())
      copies[copy.fileName]?.error = error
    }
  }

  /// Whether there are files of which only what others write can tell whose they are.
  var isWaitingForOthers: Bool {
    !seenOthers.isEmpty || copies.values.contains { $0.error != nil }
  }

  /// Whether a file was looked into so soon after it was written that it has to be looked into again.
  var seesYoungFiles: Bool { seenOthers.values.contains(where: \.isYoung) }

  /// Looks into files whose names tell nothing, and tells of those that are of this session.
  func lookAtOthers() {
    let documents = shown
    var told: [String: StoreError] = [:]
    let names = Set(others)
    seenOthers = seenOthers.filter { names.contains($0.key) }
    for name in others {
      guard let error = verdict(on: name, among: documents) else { continue }
      told[name] = error
      if error.isToldOnce, toldOfOthers[name] != error { tell([.leftAlone(error)]) }
    }
    for (name, error) in toldOfOthers where error.isToldOnce && told[name]?.isToldOnce != true {
      tell([.settled(fileName: name)])
    }
    toldOfOthers = told
  }

  /// What is to be said of a file whose name tells nothing.
  ///
  /// It is read only when it has changed: somebody may have put a large file there, and notes that are being
  /// kept must not wait for it. What is said of it is worked out anew when the documents it is compared with
  /// have changed; of a file that is none of this session's, only when others wrote.
  private func verdict(on name: String, among documents: [DocumentName: Document]) -> StoreError? {
    let path = "\(folder.path)/\(name)"
    let identity = (try? folder.fileSystem.statusIfPresent(path))??.identity
    let isYoung = identity?.isYoung(at: folder.clock.wall()) ?? false
    if var seen = seenOthers[name], seen.identity == identity, isYoung || !seen.isYoung {
      let isOurs = seen.verdict?.isOfThisSession ?? false
      guard isOurs ? seen.changes != changeCount : seen.arrivals != arrivalCount else {
        return seen.verdict
      }
      seen.verdict = folder.judging(name, seen.glance, among: documents)
      seen.changes = changeCount
      seen.arrivals = arrivalCount
      seenOthers[name] = seen
      return seen.verdict
    }
    let glance = folder.glance(at: name)
    var seen = SeenFile(
      identity: identity, isYoung: isYoung, glance: glance,
      verdict: folder.judging(name, glance, among: documents), changes: changeCount,
      arrivals: arrivalCount)
    // A large file of others does not stay in memory; it is none of ours for as long as it is the same.
    if !(seen.verdict?.isOfThisSession ?? false), identity?.size ?? 0 > LiveSession.largest {
      seen.glance = seen.verdict.map { .fault($0) } ?? .nothing
    }
    seenOthers[name] = seen
    return seen.verdict
  }

  /// The largest file of another session that is kept in memory, in bytes.
  private static let largest = 16 << 20

  /// Takes files of this session in whose names did not tell; they stay where they are.
  public nonisolated func takeIn(_ fileNames: [String]) {
    executor.queue.async { self.assumeIsolated { $0.takeInNow(fileNames) } }
  }

  private func takeInNow(_ fileNames: [String]) {
    for name in fileNames {
      do throws(StoreError) {
        let outcome = try guarded.merge(file: "\(folder.path)/\(name)")
        if let finding = outcome.findings.first { throw finding }
        let document = outcome.document ?? .session
        tell([.tookIn(TakenCopy(document: document, fileName: name, gain: outcome.gain))])
      } catch {
        tell([.leftAlone(error)])
      }
    }
    poll()
    lookAtOthers()
  }

  /// Looks at a copy beside a document, and shows what it says; the next save writes that down.
  ///
  /// - Returns: The document if it shows more now, and what is wrong with the copy if that is new.
  func look(at copy: ConflictCopy) -> (shown: HeldDocument?, error: StoreError?) {
    let path = "\(folder.path)/\(copy.fileName)"
    guard let status = try? folder.fileSystem.statusIfPresent(path) else { return (nil, nil) }
    let seen = copies[copy.fileName]
    // What others wrote since may tell whose a copy is; all else would be as before.
    if let seen, seen.identity == status.identity {
      let mayTell = seen.error.map { $0.fact == .otherSession || $0.isKin } ?? false
      guard mayTell, seen.arrivals != arrivalCount else { return (nil, nil) }
    }
    do {
      let found = try folder.reading(copy, among: shown)
      guard var theirs = found?.document else { return (nil, nil) }
      theirs.blankLateWords(of: withdrawn)
      let held = held(copy.document)
      theirs.leaveOut(heldAfter: TakenBack(withdrawn, in: [held.shown]))
      theirs = theirs.withoutContradictions(to: held.shown)
      let gain = held.take(leftover: theirs)
      copies[copy.fileName] = SeenCopy(
        identity: status.identity, gain: gain, arrivals: arrivalCount)
      if seen?.error?.isKin ?? false { tell([.settled(fileName: copy.fileName)]) }
      return (gain.isEmpty ? nil : held, nil)
    } catch {
      copies[copy.fileName] = SeenCopy(
        identity: status.identity, error: error, arrivals: arrivalCount)
      return (nil, error == seen?.error ? nil : error)
    }
  }

  /// Looks at the copies that are there, shows and tells what is new, and forgets those that are gone.
  ///
  /// - Returns: Whether more is shown now.
  func look(at there: [ConflictCopy]) -> Bool {
    var hasNews = false
    let names = Set(there.map(\.fileName))
    for (name, seen) in copies where !names.contains(name) {
      if seen.error?.isKin ?? false { tell([.settled(fileName: name)]) }
      copies[name] = nil
    }
    for copy in there {
      let (held, error) = look(at: copy)
      if let held {
        tell([.documents([held.shown])])
        hasNews = true
      }
      if let error { tell([.leftAlone(error)]) }
    }
    return hasNews
  }

  /// What is to be told of copies once a document has been saved.
  func tookIn(_ saved: DocumentSaved) -> [SessionNews] {
    var news: [SessionNews] = []
    for var copy in saved.taken {
      // What it added was shown when it was first seen.
      if let seen = copies.removeValue(forKey: copy.fileName) { copy.gain = seen.gain }
      news.append(.tookIn(copy))
    }
    for name in saved.contradicting where copies[name]?.error == nil {
      let error = StoreError(file: "\(folder.path)/\(name)", fact: .contradicts)
      copies[name, default: SeenCopy()].error = error
      news.append(.leftAlone(error))
    }
    return news
  }
}

extension StoreError {
  /// Tells whether a screen tells it of a file whose name says nothing, once and until it is settled.
  fileprivate var isToldOnce: Bool { isKin || fact == .unreadableName }

  /// Tells whether a file whose name says nothing is of this session.
  fileprivate var isOfThisSession: Bool { isKin || fact == .redundant }
}
