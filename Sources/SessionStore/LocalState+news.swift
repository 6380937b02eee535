public import WorkshopCore

extension LocalState {
  static let memoryEnding = ".json"
  static let outboxEnding = ".outbox"
  /// What the name ends in of the file with what commands did, which belongs to no screen.
  static let commandsEnding = ".commands.json"

  /// What there is to tell.
  public enum News: Hashable, Sendable {
    /// Something is not remembered, for this reason; it is tried again.
    case failing(StoreError)
    /// What was told of in this way is over.
    case works(StoreError)
    /// Commands did something since, which can be undone; the bytes of a screen's memory.
    case commands([UInt8])
  }

  /// What was remembered.
  public struct Found: Sendable {
    /// The screen's memory; `nil` if there is none or if it can't be read.
    public var memory: [UInt8]?
    /// What other screens on this machine, which are gone, remembered of the session.
    public var others: [[UInt8]] = []
    /// What commands did since; the bytes of a screen's memory.
    public var commands: [UInt8]?
    /// What earlier runs of the program could not send.
    public var pending: [Change] = []
    /// What is wrong with the files; it was left out.
    public var findings: [StoreError] = []
  }

  /// What the names of all files about a session's folder begin with.
  static func stem(_ session: String) -> String {
    var hash = ContentHash()
    hash.add(session)
    return RecordID(hash.uuid).text
  }

  /// The records that documents say are blanked.
  static func erased(in documents: some Sequence<Document>) -> Set<RecordID> {
    documents.reduce(into: []) { $0.formUnion($1.erasedRecords) }
  }
}
