import Foundation
import SessionStore
import WorkshopCore

/// Several copies of one document that lived apart.
///
/// They are edited on the screen and by hand, undone, erased, copied and partly merged, also with copies
/// of long ago, by machines whose clocks are wrong: by a day, dead, or at the end of time. Some is written by programs of before that did not say what they knew.
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
  private var skews: [Int64]
  /// Copies of before that lie on a stick somewhere.
  private var sticks: [Document] = []
  private var records: [RecordID] = []
  private var gestures: [GestureID] = []
  private static let fields: [FieldName] = ["text", "place", "é", "e\u{301}", "deleted"]

  /// Lives through a number of acts.
  public init(seed: UInt64, replicas count: Int = 3, acts: Int = 24) {
    self.seed = seed
    var random = SeededGenerator(seed: seed)
    replicas = Array(repeating: Document(name: .amsterdam), count: count)
    clocks = (0..<count).map { _ in HybridClock(run: RunID(random.next())) }
    skews = (0..<count).map { _ in RandomHistory.skew(&random) }
    self.random = random
    for now in 0..<acts { act(now: Int64(now) * 1000 + 1_700_000_000_000) }
  }

  /// How wrong a clock is: a day or so, or dead so that it is always about 1970, or a century ahead.
  private static func skew(_ random: inout SeededGenerator) -> Int64 {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: -1_700_000_000_000
    case 1: 3_200_000_000_000
    default: Int64.random(in: -100_000_000...100_000_000, using: &random)
    }
  }

  private mutating func act(now: Int64) {
    let replica = Int.random(in: 0..<replicas.count, using: &random)
    switch Int.random(in: 0..<27, using: &random) {
    case 0..<4: records.append(RecordID(uuid()))
    case 4..<7:
      let other = Int.random(in: 0..<replicas.count, using: &random)
      replicas[replica].merge(replicas[other])
      observe(replicas[other], on: replica, now: now)
    case 7:
      guard let record = records.randomElement(using: &random) else { return }
      erased.insert(record)
      apply(record, .erase, to: replica)
    case 8, 9:
      guard let gesture = gestures.randomElement(using: &random) else { return }
      revise(
        replica, now: now, verdict: Bool.random(using: &random) ? .undo(gesture) : .redo(gesture))
    case 20, 21: editByHand(replica, now: now)
    case 22: copyFolder(replica, now: now)
    case 23: sticks.append(replicas[replica])
    case 24:
      guard let old = sticks.randomElement(using: &random) else { return }
      replicas[replica].merge(old)
      observe(old, on: replica, now: now)
    case 25: poison(replica)
    case 26: nameInACircle(replica, now: now)
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
    // Most programs write down what they knew; one of before this was written did not.
    let known = replicas[replica][SessionCollection.notes, record].map { record in
      verdict.map { record.knowledge(of: $0) }
        ?? record.knowledge(
          of: set.members.map(\.name), tags: (tag + untag).map { FieldName($0) })
    }
    let over = Int.random(in: 0..<5, using: &random) == 0 ? [] : known ?? []
    let revision = Revision(
      id: RevisionID(uuid()), stamp: clocks[replica].next(now: now + skews[replica]), at: nil,
      gesture: gesture, over: over, set: set, tag: tag, untag: untag, verdict: verdict)
    revisions.insert(revision.id)
    apply(record, .revise(revision), to: replica)
  }

  /// A change with the last stamp there is, by a program that did not say what it knew.
  private mutating func poison(_ replica: Int) {
    guard let record = records.randomElement(using: &random) else { return }
    let field = RandomHistory.fields.randomElement(using: &random) ?? "text"
    let revision = Revision(
      id: RevisionID(uuid()),
      stamp: Stamp(milliseconds: 1 << 53, counter: .max, run: RunID(random.next())), at: nil,
      gesture: GestureID(uuid()), set: [field: .string("poison \(random.next() % 1000)")])
    revisions.insert(revision.id)
    apply(record, .revise(revision), to: replica)
  }

  /// Two changes that name each other, as only a doctored file can have them.
  private mutating func nameInACircle(_ replica: Int, now: Int64) {
    guard let record = records.randomElement(using: &random) else { return }
    let ids = [RevisionID(uuid()), RevisionID(uuid())]
    for (id, other) in [(ids[0], ids[1]), (ids[1], ids[0])] {
      let revision = Revision(
        id: id, stamp: clocks[replica].next(now: now + skews[replica]), at: nil,
        gesture: GestureID(uuid()), over: [other],
        set: ["text": .string("circle \(random.next() % 1000)")])
      revisions.insert(id)
      apply(record, .revise(revision), to: replica)
    }
  }

  private mutating func apply(_ record: RecordID, _ act: Change.Act, to replica: Int) {
    replicas[replica].apply(
      Change(
        document: .amsterdam, collection: SessionCollection.notes, record: record, act: act))
  }

  /// Somebody changes a current field in the file with an editor, and leaves the history as it is.
  private mutating func editByHand(_ replica: Int, now: Int64) {
    let name = RandomHistory.fields.randomElement(using: &random) ?? "text"
    let word = "by hand \(random.next() % 100)"
    guard
      let file = try? JSONScanner.value(of: DocumentCoding.bytes(of: replicas[replica])),
      var top = file.members, var notes = top[SessionCollection.notes]?.elements, !notes.isEmpty
    else { return }
    let index = Int.random(in: 0..<notes.count, using: &random)
    guard var note = notes[index].members else { return }
    note[name] = name == "deleted" ? .bool(Bool.random(using: &random)) : .string(word)
    notes[index] = .object(note)
    top[SessionCollection.notes] = .array(notes)
    guard let read = try? DocumentCoding.document(from: .object(top), name: .amsterdam) else {
      return
    }
    replicas[replica] = read
    revisions.formUnion(read.revisionIDs)
    observe(read, on: replica, now: now)
  }

  /// Somebody copies the whole folder to another laptop, where another run goes on with it.
  private mutating func copyFolder(_ replica: Int, now: Int64) {
    guard replicas.count < 6 else { return }
    replicas.append(replicas[replica])
    clocks.append(HybridClock(run: RunID(random.next())))
    skews.append(RandomHistory.skew(&random))
    observe(replicas[replica], on: replicas.count - 1, now: now)
  }

  private mutating func observe(_ document: Document, on replica: Int, now: Int64) {
    for record in document.records(SessionCollection.notes) {
      for revision in record.revisions
      where HybridClock.believes(revision.stamp, now: now + skews[replica]) {
        clocks[replica].observe(revision.stamp)
      }
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
