import WorkshopCore

/// What the names of this machine's files about a session begin with.
///
/// What a screen remembers stands under the folder's path and the workshop's id: another workshop that comes in
/// the same place finds nothing of it, and two copies of one workshop have each their own. What is on its way
/// stands under the path alone, and says itself of which workshop it is.
struct StateStem: Hashable {
  /// That of all files about the folder, of whichever workshop.
  let path: String
  /// That of what a screen of the workshop remembers; the same as ``path`` where nothing tells the id.
  let text: String

  /// Names the files of a session as it was read.
  ///
  /// - Parameters:
  ///   - session: The path of the session's folder, without links in it.
  ///   - documents: Its documents.
  init(_ session: String, _ documents: [DocumentName: Document]) {
    path = LocalState.stem(session)
    // A programme that can't be read for the moment makes no other workshop of it.
    let identity =
      documents[.session]?.identity ?? documents.values.compactMap(\.workshopID).min()
    text = identity.map { [path] in "\(path).\($0.text)" } ?? path
  }

  /// Names the files of a session as it was read.
  init(_ session: String, _ loaded: LoadedSession) { self.init(session, loaded.documents) }

  /// Tells whether a file is one of the workshop's: a screen's, what commands did, or something on its way.
  func isAbout(_ name: String) -> Bool {
    name.hasPrefix("\(text).")
      || name.hasPrefix("\(path).") && name.hasSuffix(LocalState.outboxEnding)
  }

  /// Tells whether a file is what a screen of the workshop, or a command, remembers.
  func isMemory(_ name: String) -> Bool { ending(of: name, after: text) != nil }

  /// Tells whether a file is from before names had ids.
  func mayBeMemory(_ name: String) -> Bool { ending(of: name, after: path) != nil }

  /// The name that a file of before names had ids gets; `nil` for another file.
  func renamed(_ name: String) -> String? {
    text == path ? nil : ending(of: name, after: path).map { text + $0 }
  }

  private func ending(of name: String, after stem: String) -> String? {
    let isOne =
      ScreenPlace.number(ofMemory: name, stem) != nil
      || name == stem + LocalState.commandsEnding
    return isOne ? String(name.dropFirst(stem.count)) : nil
  }
}

extension StateFolder {
  /// Gives what was remembered under the path alone the name of its workshop, as far as it tells that it is of it.
  ///
  /// What a screen has that still runs, or is of another workshop, stays where it is.
  func takeInFormer(of stem: StateStem, _ loaded: LoadedSession, rules: ScreenMemoryRules)
    throws(StoreError)
  {
    guard try names().contains(where: { stem.renamed($0) != nil }) else { return }
    try exclusively { () throws(SystemFailure) in
      for name in try fileSystem.list(path).sorted(by: { $0.precedesByBytes($1) }) {
        guard let new = stem.renamed(name),
          try fileSystem.statusIfPresent(path(of: new)) == nil,
          let bytes = try? bytes(of: name, limit: Limits.memory),
          rules.belongs(bytes, Array(loaded.documents.values))
        else { continue }
        let number = ScreenPlace.number(ofMemory: name, stem.path)
        let place = number.flatMap { tryPlace($0, of: stem.path) }
        guard number == nil || place != nil else { continue }
        try fileSystem.rename(path(of: name), path(of: new))
        withExtendedLifetime(place) {}
      }
    }
  }
}
