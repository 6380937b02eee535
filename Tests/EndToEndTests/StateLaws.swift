import WorkshopCore

@testable import Facilitator
@testable import SessionStore

// The fuzzer builds the program's own file with this one.
#if canImport(werkplaats)
  @testable import werkplaats
#endif

/// What must hold of any bytes that are found where a machine remembers something.
enum StateLaws {
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
    var strangers = reading.outbox
    _ = strangers.leaveOutForeign(to: [:])
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
    guard let (memory, isWhole) = ScreenMemory.reading(bytes) else { return nil }
    guard let written = memory.bytes, let again = ScreenMemory.reading(written) else {
      return "a memory that is written cannot be read"
    }
    guard again.isWhole, again.memory == memory else { return "a memory is not what was written" }
    _ = isWhole
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
