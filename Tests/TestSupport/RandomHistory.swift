import Foundation
import WorkshopCore

/// Several copies of one document that lived apart: edited, undone, erased and partly merged, by
/// machines whose clocks are wrong.
public struct RandomHistory: Sendable {
  /// The copies.
  public private(set) var replicas: [Document]
  /// Every revision id that was ever made.
  public private(set) var revisions: Set<RevisionID> = []
  /// The records that were erased somewhere.
  public private(set) var erased: Set<RecordID> = []
  /// The seed, to be told when a test fails.
  public let seed: UInt64

  private var random: SeededGenerator
  private var clocks: [HybridClock]
  private let skews: [Int64]
  private var records: [RecordID] = []
  private var gestures: [GestureID] = []
  private static let fields: [FieldName] = ["text", "place", "é", "e\u{301}", "deleted"]

  /// Lives through a number of acts.
  public init(seed: UInt64, replicas count: Int = 3, acts: Int = 24) {
    self.seed = seed
    var random = SeededGenerator(seed: seed)
    replicas = Array(repeating: Document(name: .amsterdam), count: count)
    clocks = (0..<count).map { _ in HybridClock(run: RunID(random.next())) }
    skews = (0..<count).map { _ in Int64.random(in: -100_000_000...100_000_000, using: &random) }
    self.random = random
    for now in 0..<acts { act(now: Int64(now) * 1000 + 1_700_000_000_000) }
  }

  private mutating func act(now: Int64) {
    let replica = Int.random(in: 0..<replicas.count, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<4: records.append(RecordID(uuid()))
    case 4..<7:
      let other = Int.random(in: 0..<replicas.count, using: &random)
      replicas[replica].merge(replicas[other])
      observe(replicas[other], on: replica)
    case 7:
      guard let record = records.randomElement(using: &random) else { return }
      erased.insert(record)
      apply(record, .erase, to: replica)
    case 8, 9:
      guard let gesture = gestures.randomElement(using: &random) else { return }
      revise(
        replica, now: now, verdict: Bool.random(using: &random) ? .undo(gesture) : .redo(gesture))
    case 10:
      revise(replica, now: now, tag: ["strong"])
    case 11:
      revise(replica, now: now, untag: ["strong"])
    default:
      let field = RandomHistory.fields.randomElement(using: &random) ?? "text"
      let value: JSONValue =
        switch Int.random(in: 0..<5, using: &random) {
        case 0: .null
        case 1: .bool(true)
        default: .string("words \(random.next() % 1000)")
        }
      revise(replica, now: now, set: [field: value])
    }
  }

  private mutating func revise(
    _ replica: Int, now: Int64, set: JSONObject = [:], tag: [String] = [], untag: [String] = [],
    verdict: Revision.Verdict? = nil
  ) {
    guard let record = records.randomElement(using: &random) else { return }
    let gesture = GestureID(uuid())
    gestures.append(gesture)
    let revision = Revision(
      id: RevisionID(uuid()), stamp: clocks[replica].next(now: now + skews[replica]), at: nil,
      gesture: gesture, set: set, tag: tag, untag: untag, verdict: verdict)
    revisions.insert(revision.id)
    apply(record, .revise(revision), to: replica)
  }

  private mutating func apply(_ record: RecordID, _ act: Change.Act, to replica: Int) {
    replicas[replica].apply(
      Change(
        document: .amsterdam, collection: SessionCollection.notes, record: record, act: act))
  }

  private mutating func observe(_ document: Document, on replica: Int) {
    for record in document.records(SessionCollection.notes) {
      for revision in record.revisions { clocks[replica].observe(revision.stamp) }
    }
  }

  private mutating func uuid() -> UUID {
    let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
    return UUID(
      uuid: (
        bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8],
        bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
      ))
  }
}
