import WorkshopCore

extension LocalState {
  /// What is to be written.
  struct Waiting {
    /// What the names of the screen's files begin with, once the session has been read.
    var stem: String?
    /// The place of the screen among others; `nil` for the only one.
    var place: ScreenPlace?
    var memory: (@Sendable () -> [UInt8]?)?
    var outbox: Outbox?
    var hasNewOutbox = false
    /// Whether a file holds the outbox.
    var isOutboxThere = false
    /// Outboxes of programs that ended before theirs were empty, with what was in them.
    var adopted: [(name: String, bytes: [UInt8])] = []
    /// The places of screens that are gone, whose memories are being taken over.
    var adopting: [ScreenPlace] = []
    /// Those whose memories are in the memory that is written next.
    var adoptedPlaces: [ScreenPlace] = []
    /// What the session's files say, as far as they were told of.
    var documents: [DocumentName: Document] = [:]
    var hasNewDocuments = false
    /// What commands did, as far as it was told.
    var commands: [UInt8]?
    /// How often it was told and has not been taken in since.
    var untakenCommands = 0
    /// Whether all of it is in the memory that is written next.
    var hasTakenCommands = false
    var isWhole = true
    /// The blanked records that have been forgotten.
    var forgotten: Set<RecordID> = []
    var isScheduled = false
    /// What was last told of a failure.
    var failure: StoreError?
  }
}
