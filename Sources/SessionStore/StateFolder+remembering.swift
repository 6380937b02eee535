public import WorkshopCore

extension StateFolder {
  /// Changes what is remembered of the commands of a session.
  ///
  /// It lies in a file of its own, which the next screen takes in: a screen that runs writes over its memory.
  ///
  /// - Parameters:
  ///   - session: The path of the session's folder, without links in it.
  ///   - documents: The session's documents, which tell whose commands they are.
  ///   - change: Makes new bytes of those that are there, `nil` where there are none; `nil` for no change.
  public func changeCommands(
    of session: String, _ documents: [DocumentName: Document],
    _ change: ([UInt8]?) -> [UInt8]?
  ) throws(StoreError) {
    let name = StateStem(session, documents).text + LocalState.commandsEnding
    try exclusively { () throws(SystemFailure) in
      let before: [UInt8]?
      do throws(FileSystem.ReadProblem) {
        before = try fileSystem.content(of: path(of: name), limit: Limits.memory)?.bytes
      } catch {
        // What can't be read is not written over either.
        return
      }
      guard let after = change(before), after.count <= Limits.memory else { return }
      try replace(name, with: after, isAwaited: false)
    }
  }
}
