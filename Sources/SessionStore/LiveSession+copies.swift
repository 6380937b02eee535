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

  /// Looks into files whose names tell nothing, and tells of those that are of this session.
  func lookAtOthers() {
    let documents = shown
    var told: [String: StoreError] = [:]
    for name in others {
      guard let error = folder.judging(name, among: documents) else { continue }
      told[name] = error
      if error.isKin, toldOfOthers[name] != error { tell([.leftAlone(error)]) }
    }
    for (name, error) in toldOfOthers where error.isKin && told[name]?.isKin != true {
      tell([.settled(fileName: name)])
    }
    toldOfOthers = told
  }

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
    // The programme may have come since by which a copy is known; all else would be as before.
    let isKnown = seen?.identity == status.identity && seen?.error?.fact != .otherSession
    guard !isKnown else { return (nil, nil) }
    do {
      let theirs = try folder.reading(copy, among: shown)
      guard var theirs else { return (nil, nil) }
      theirs.blankLateWords(of: withdrawn)
      let held = held(copy.document)
      let gain = held.take(leftover: theirs)
      copies[copy.fileName] = SeenCopy(identity: status.identity, gain: gain)
      return (gain.isEmpty ? nil : held, nil)
    } catch {
      copies[copy.fileName] = SeenCopy(identity: status.identity, error: error)
      return (nil, error == seen?.error ? nil : error)
    }
  }

  /// Looks at the copies that are there, shows and tells what is new, and forgets those that are gone.
  ///
  /// - Returns: Whether more is shown now.
  func look(at there: [ConflictCopy]) -> Bool {
    var hasNews = false
    let names = Set(there.map(\.fileName))
    copies = copies.filter { names.contains($0.key) }
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
