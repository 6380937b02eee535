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
      let theirs = try folder.reading(
        copy, beside: documents[copy.document]?.shown, in: documents[.session]?.shown)
      guard let theirs else { return (nil, nil) }
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
