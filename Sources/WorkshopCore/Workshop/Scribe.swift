#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What the pure core needs from outside: the time and random ids.
public struct Surroundings: Sendable {
  /// Milliseconds since 1970 and seconds east of Greenwich, as the machine has them.
  public var now: @Sendable () -> (milliseconds: Int64, offset: Int)
  /// A new random UUID.
  public var uuid: @Sendable () -> UUID

  /// Makes surroundings of two sources.
  public init(
    now: @escaping @Sendable () -> (milliseconds: Int64, offset: Int),
    uuid: @escaping @Sendable () -> UUID
  ) {
    self.now = now
    self.uuid = uuid
  }

  /// The time as the wall shows it.
  public var wallTime: WallTime {
    let now = now()
    return WallTime(seconds: now.milliseconds / 1000, offset: now.offset)
  }
}

/// One gesture with the changes it makes.
public struct Edit: Hashable, Sendable {
  /// The gesture, by which it can be undone.
  public let gesture: GestureID
  /// The changes, in order.
  public let changes: [Change]

  /// Makes an edit.
  public init(gesture: GestureID, changes: [Change]) {
    self.gesture = gesture
    self.changes = changes
  }
}

/// Turns what somebody did into stamped revisions.
public struct Scribe: Sendable {
  private let surroundings: Surroundings
  private var clock: HybridClock

  /// What is to be done to one record.
  public struct Step: Sendable {
    let document: DocumentName
    let collection: FieldName
    let record: RecordID
    var set: JSONObject
    var tag: [String]
    var untag: [String]
    var verdict: Revision.Verdict?
    var over: [RevisionID]?

    /// Describes a step.
    ///
    /// - Parameters:
    ///   - document: The file of the record.
    ///   - collection: The collection in that file.
    ///   - record: The record.
    ///   - set: The fields it changes.
    ///   - tag: Tags it adds.
    ///   - untag: Tags it removes.
    ///   - verdict: A gesture it takes back or brings back.
    ///   - over: The revisions that its writer had before them when they began, as of a text that is typed
    ///     for a while; `nil` for those that are there when the step is taken.
    public init(
      _ document: DocumentName, _ collection: FieldName, _ record: RecordID,
      set: JSONObject = [:], tag: [String] = [], untag: [String] = [],
      verdict: Revision.Verdict? = nil, over: [RevisionID]? = nil
    ) {
      self.document = document
      self.collection = collection
      self.record = record
      self.set = set
      self.tag = tag
      self.untag = untag
      self.verdict = verdict
      self.over = over
    }
  }

  /// Begins a run; its id is drawn at random and kept nowhere.
  public init(surroundings: Surroundings) {
    self.surroundings = surroundings
    clock = HybridClock(run: Scribe.newRun(surroundings))
  }

  /// The run whose revisions it makes.
  public var run: RunID { clock.run }

  /// A new record id.
  public func newRecord() -> RecordID { RecordID(surroundings.uuid()) }

  /// Takes notice of what others wrote, so that what follows comes after it.
  ///
  /// Clocks that cannot be right are not followed; see ``HybridClock/believes(_:now:)``.
  public mutating func observe(_ document: Document) {
    let now = now.milliseconds
    for records in document.collections.values {
      for record in records.values {
        let last = record.revisions.last { HybridClock.believes($0.stamp, now: now) }
        if let last { clock.observe(last.stamp) }
      }
    }
  }

  /// The time, as the surroundings have it.
  var now: (milliseconds: Int64, offset: Int) { surroundings.now() }

  /// Makes one gesture of steps.
  ///
  /// - Parameters:
  ///   - steps: What is to be done.
  ///   - documents: What whoever does it sees now, by name. The revisions name what they replace there,
  ///     and so win over it whatever any clock says.
  public mutating func edit(_ steps: [Step], knowing documents: [DocumentName: Document]) -> Edit {
    edit(steps, knowing: documents, now: now)
  }

  /// Makes one gesture of steps at a moment.
  mutating func edit(
    _ steps: [Step], knowing documents: [DocumentName: Document],
    now: (milliseconds: Int64, offset: Int)
  ) -> Edit {
    let at = WallTime(seconds: now.milliseconds / 1000, offset: now.offset)
    let gesture = GestureID(surroundings.uuid())
    // Of two steps on one record the second knows the first.
    var made: [RecordID: [RevisionID]] = [:]
    let changes = steps.map { step in
      let record = documents[step.document]?[step.collection, step.record]
      let over = step.over ?? record.map(step.knowledge) ?? []
      let change = change(
        step, over: over + made[step.record, default: []], gesture: gesture,
        stamp: clock.next(now: now.milliseconds), at: at)
      if let revision = change.revision { made[step.record, default: []].append(revision.id) }
      return change
    }
    return Edit(gesture: gesture, changes: changes)
  }

  /// How much of the time an anonymous gesture tells.
  public enum Precision: Sendable {
    case minute
    case day
  }

  /// Makes a gesture that nothing ties to any other: a run of its own, and the minute only.
  ///
  /// For notes whose writer chose anonymity. Where several people write one after the other, even
  /// the minute would tell whose notes belong together; then only the day is kept.
  public mutating func anonymousEdit(_ steps: [Step], to precision: Precision = .minute) -> Edit {
    anonymousEdit(steps, to: precision, now: now)
  }

  /// Makes a gesture at a moment that nothing ties to any other.
  func anonymousEdit(
    _ steps: [Step], to precision: Precision, now: (milliseconds: Int64, offset: Int)
  ) -> Edit {
    let time = WallTime(seconds: now.milliseconds / 1000, offset: now.offset)
    let at = precision == .minute ? time.wholeMinute : time.wholeDay
    var clock = HybridClock(run: Scribe.newRun(surroundings))
    let gesture = GestureID(surroundings.uuid())
    let changes = steps.map { step in
      change(
        step, over: step.over ?? [], gesture: gesture, stamp: clock.next(now: at.seconds * 1000),
        at: at)
    }
    return Edit(gesture: gesture, changes: changes)
  }

  private func change(
    _ step: Step, over: [RevisionID], gesture: GestureID, stamp: Stamp, at: WallTime
  ) -> Change {
    Change(
      document: step.document, collection: step.collection, record: step.record,
      act: .revise(
        Revision(
          id: RevisionID(surroundings.uuid()), stamp: stamp, at: at, gesture: gesture,
          over: over, set: step.set, tag: step.tag, untag: step.untag, verdict: step.verdict)))
  }

  private static func newRun(_ surroundings: Surroundings) -> RunID {
    var hash = ContentHash()
    hash.add(surroundings.uuid().uuidString)
    return RunID(hash.low)
  }
}

extension Scribe.Step {
  /// What somebody who takes this step has before them in a record.
  fileprivate func knowledge(of record: Record) -> [RevisionID] {
    if let verdict { return record.knowledge(of: verdict) }
    return record.knowledge(
      of: set.members.lazy.map(\.name), tags: (tag + untag).lazy.map { FieldName($0) })
  }
}
