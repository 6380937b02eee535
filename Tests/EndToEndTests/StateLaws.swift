import WorkshopCore

@testable import Facilitator
@testable import SessionStore

// The fuzzer builds the program's own file with this one.
#if canImport(werkplaats)
  @testable import werkplaats
#endif

/// What must hold of any bytes that are found where a machine remembers something.
enum StateLaws {
  /// What reading makes of bytes, so that laws are known to have been asked for something.
  struct Reach: Equatable {
    /// The number of changes in an outbox; `nil` if it is none.
    var changes: Int?
    /// Tells whether all of it made sense.
    var isWhole: Bool
    /// Tells whether a draft of a note was remembered.
    var hasDraft = false
  }

  /// What reading makes of bytes.
  static func reach(of bytes: [UInt8]) -> Reach? {
    if let outbox = Outbox.reading(bytes) {
      return Reach(changes: outbox.outbox.changes.count, isWhole: outbox.isWhole)
    }
    return ScreenMemory.reading(bytes).map { memory, isWhole in
      Reach(isWhole: isWhole, hasDraft: memory.draft?.editing != nil)
    }
  }

  /// Returns the law that the bytes break; `nil` if all hold.
  static func broken(by bytes: [UInt8]) -> String? {
    outbox(bytes) ?? memory(bytes)
  }

  /// Reading, forgetting and writing what was on its way to a session.
  private static func outbox(_ bytes: [UInt8]) -> String? {
    guard let reading = Outbox.reading(bytes) else { return nil }
    guard let again = Outbox.reading(reading.outbox.bytes), again.isWhole else {
      return "an outbox that is written cannot be read"
    }
    guard Set(again.outbox.changes) == Set(reading.outbox.changes),
      again.outbox.bytes == reading.outbox.bytes
    else { return "an outbox is not what was written" }
    // Whoever wrote it: the notes come in, and the screen goes on writing after them.
    var documents: [DocumentName: Document] = [:]
    var scribe = Scribe(surroundings: StateLaws.surroundings)
    for change in reading.outbox.changes {
      documents[change.document, default: Document(name: change.document)].apply(change)
    }
    for document in documents.values { scribe.observe(document) }
    _ = scribe.edit(
      [Scribe.Step(.plenary, SessionCollection.notes, scribe.newRecord())], knowing: documents)
    var own = reading.outbox
    _ = own.leaveOutForeign(to: [:])
    // Municipalities may be on their way themselves.
    let isOwn = own.changes.allSatisfy { [.session, .plenary].contains($0.document) }
    guard isOwn || own.changes.contains(where: { $0.document == .session }) else {
      return "what is of no file of a workshop is on its way still"
    }
    // What is blanked is in it no more.
    guard let victim = reading.outbox.changes.first?.record else { return nil }
    var blank = Document(name: .plenary)
    blank.apply(
      Change(
        document: .plenary, collection: SessionCollection.notes, record: victim, act: .erase))
    var less = reading.outbox
    less.forget(.erased(in: [blank], isWhole: true))
    return less.changes.contains { $0.record == victim && $0.act != .erase }
      ? "what was erased is still on its way" : nil
  }

  /// Reading, forgetting and writing what was remembered of a screen.
  private static func memory(_ bytes: [UInt8]) -> String? {
    guard let (memory, _) = ScreenMemory.reading(bytes) else { return nil }
    guard let written = memory.bytes, let again = ScreenMemory.reading(written) else {
      return "a memory that is written cannot be read"
    }
    guard again.isWhole, again.memory == memory else { return "a memory is not what was written" }
    let numbers = [memory.boxes, memory.pages, memory.phases].flatMap(\.values)
    guard numbers.allSatisfy({ $0 >= 0 && $0 < 10_000 }) else { return "a number makes no sense" }
    guard let victim = memory.draft?.editing else { return nil }
    var blank = Document(name: .plenary)
    blank.apply(
      Change(
        document: .plenary, collection: SessionCollection.notes, record: victim, act: .erase))
    var less = memory
    less.forgetErased(in: [blank])
    return less.draft == nil ? nil : "a draft of an erased note is still there"
  }

  private static let surroundings = Surroundings(
    now: { (1_795_000_000_000, 3_600) }, uuid: { RecordID(hash.uuid).uuid })

  private static var hash: ContentHash {
    var hash = ContentHash()
    hash.add("state")
    return hash
  }
}
