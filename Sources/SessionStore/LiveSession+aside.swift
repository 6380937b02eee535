import WorkshopCore

// Files that made way because they could not be read, and that somebody mends while the session is open.

extension LiveSession {
  /// Takes in what a mended file says; the next save writes it down and takes the file away.
  ///
  /// - Returns: Whether more is shown now.
  func lookAtSetAside() -> Bool {
    let now = folder.clock.wall()
    var hasNews = false
    for (aside, before) in setAside.sorted(by: { $0.key.fileName.precedesByBytes($1.key.fileName) })
    {
      let path = "\(folder.path)/\(aside.fileName)"
      guard let status = try? folder.fileSystem.statusIfPresent(path),
        status.identity != before || status.identity.isYoung(at: now)
      else { continue }
      setAside[aside] = status.identity
      let held = held(aside.document)
      guard held.damage == nil, let copy = (try? folder.read(aside)) ?? nil,
        !copy.document.isFromNewerVersion,
        !folder.isForeign(copy.document, to: held.shown, in: documents[.session]?.shown)
      else { continue }
      var mended = copy.document
      mended.blankLateWords(of: withdrawn)
      mended.leaveOut(heldAfter: TakenBack(withdrawn, in: [held.shown]))
      // Also where it is known already the file is to go, with the save that writes it down.
      let gain = held.take(leftover: mended)
      guard !gain.isEmpty else { continue }
      tell([.documents([held.shown])])
      hasNews = true
    }
    return hasNews
  }
}
