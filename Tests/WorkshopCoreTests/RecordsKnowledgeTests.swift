import Foundation
import TestSupport
import Testing
import WorkshopCore

/// Knowing beats stamps: whoever changes what they see changes it, whatever any clock said.
struct RecordsKnowledgeTests {
  private static let histories: UInt64 = 2000
  private static let end = Stamp(milliseconds: 1 << 53, counter: .max, run: RunID(.max))

  /// Stamps of a dead battery, of a usual day, and of the end of time.
  private static let stamps = [
    Stamp(milliseconds: 0, counter: 0, run: RunID(1)),
    Stamp(milliseconds: 1_700_000_010_000, counter: 3, run: RunID(2)), end,
  ]

  private func merged(_ copies: [Document]) -> Document {
    var merged = copies[0]
    for copy in copies.dropFirst() { merged.merge(copy) }
    return merged
  }

  private func uuid(_ random: inout SeededGenerator) -> UUID {
    var hash = ContentHash()
    hash.add("\(random.next())")
    return hash.uuid
  }

  private func change(_ record: RecordID, _ revision: Revision) -> Change {
    Change(
      document: .amsterdam, collection: SessionCollection.notes, record: record,
      act: .revise(revision))
  }

  @Test func `who knows all others is shown on every copy, whatever the stamps`() {
    var changes = 0
    for seed in 0..<Self.histories {
      var random = SeededGenerator(seed: seed &+ 31)
      let history = RandomHistory(seed: seed)
      let all = merged(history.replicas)
      for record in all.records(SessionCollection.notes) where record.erased == nil {
        let field: FieldName = ["text", "place", "é"].randomElement(using: &random) ?? "text"
        let stamp = Self.stamps.randomElement(using: &random) ?? Self.end
        let revision = Revision(
          id: RevisionID(uuid(&random)), stamp: stamp, at: nil, gesture: GestureID(uuid(&random)),
          over: record.knowledge(of: [field], tags: ["strong"]), set: [field: "mine"],
          tag: ["strong"])
        var mine = all
        mine.apply(change(record.id, revision))
        for copy in history.replicas.shuffled(using: &random) {
          var theirs = copy
          theirs.merge(mine)
          let after = theirs[SessionCollection.notes, record.id]
          #expect(after?.fields[field] == "mine", "seed \(seed)")
          #expect(after?.tags == ["strong"], "seed \(seed)")
        }
        changes += 1
      }
    }
    #expect(changes > 2000)
  }

  @Test
  func `who takes a gesture back, or brings it again, knowing what was said of it, has it so`() {
    var verdicts = 0
    for seed in 0..<Self.histories {
      var random = SeededGenerator(seed: seed &+ 37)
      let history = RandomHistory(seed: seed)
      var all = merged(history.replicas)
      for record in all.records(SessionCollection.notes) {
        // An edit of text that is shown, whose taking back shows.
        guard let edit = record.wordings(of: "text").last, let gesture = edit.gesture,
          record.wordings(of: "text").count > 1, edit.id != record.origin?.id
        else { continue }
        for verdict in [Revision.Verdict.undo(gesture), .redo(gesture), .undo(gesture)] {
          let before = all[SessionCollection.notes, record.id]
          let stamp = Self.stamps.randomElement(using: &random) ?? Self.end
          all.apply(
            change(
              record.id,
              Revision(
                id: RevisionID(uuid(&random)), stamp: stamp, at: nil,
                gesture: GestureID(uuid(&random)), over: before?.knowledge(of: verdict) ?? [],
                verdict: verdict)))
          let ids = all[SessionCollection.notes, record.id]?.wordings(of: "text").map(\.id)
          let isThere = ids?.contains(edit.id)
          #expect(isThere == (verdict == .redo(gesture)), "seed \(seed)")
          verdicts += 1
        }
      }
    }
    #expect(verdicts > 300)
  }

  @Test func `what was known does not win when it is brought back`() throws {
    var writer = SampleWriter()
    let note = writer.note("first")
    var document = Document(name: .amsterdam)
    document.apply(note)
    func record() -> Record? { document[SessionCollection.notes, note.record] }
    // By a machine at the end of time; taken back, and then somebody writes whose battery is dead.
    let gesture = GestureID(try #require(note.revision?.id.uuid))
    document.apply(
      change(
        note.record,
        Revision(
          id: RevisionID(UUID()), stamp: Self.end, at: nil, gesture: gesture,
          over: record()?.knowledge(of: ["text"]) ?? [], set: ["text": "future"])))
    document.apply(writer.revise(note.record, verdict: .undo(gesture)))
    #expect(document.texts == ["first"])
    document.apply(
      change(
        note.record,
        Revision(
          id: RevisionID(UUID()), stamp: Self.stamps[0], at: nil, gesture: GestureID(UUID()),
          over: record()?.knowledge(of: ["text"]) ?? [], set: ["text": "second"])))
    #expect(document.texts == ["second"])
    document.apply(writer.revise(note.record, verdict: .redo(gesture)))
    #expect(document.texts == ["second"])
  }

  /// The rule once more, as it is written down and without thinking of speed.
  private func oracle(_ record: Record) -> JSONObject {
    let byID = Dictionary(uniqueKeysWithValues: record.revisions.map { ($0.id, $0) })
    func known(to revision: Revision) -> Set<RevisionID> {
      var known: Set<RevisionID> = []
      var waiting = revision.over
      while let next = waiting.popLast() {
        guard let other = byID[next], known.insert(next).inserted else { continue }
        waiting += other.over
      }
      return known
    }
    let known = Dictionary(uniqueKeysWithValues: record.revisions.map { ($0.id, known(to: $0)) })
    func winner(_ revisions: [Revision]) -> Revision? {
      revisions.filter { one in
        !revisions.contains { other in
          (known[other.id]?.contains(one.id) ?? false)
            && !(known[one.id]?.contains(other.id) ?? false)
        }
      }.max { ($0.stamp, $0.id) < ($1.stamp, $1.id) }
    }
    func isUndone(_ revision: Revision) -> Bool {
      guard let gesture = revision.gesture else { return false }
      return winner(record.revisions.filter { $0.verdict?.gesture == gesture })?.verdict
        == .undo(gesture)
    }
    let content = record.revisions.filter { $0.verdict == nil }
    let ground =
      content.first { one in !one.over.contains { $0 != one.id && byID[$0] != nil } }
      ?? content.first
    var fields = JSONObject()
    for name in Set(content.flatMap { $0.set.members.map(\.name) }) {
      let setters = content.filter { $0.set[name] != nil }
      let counting = setters.filter { !isUndone($0) }
      let last = winner(counting) ?? setters.first { $0.id == ground?.id }
      if let value = last?.set[name], value != .null { fields[name] = value }
    }
    return fields
  }

  @Test func `fields are what the rule says, in and out of order`() {
    for seed in 0..<Self.histories {
      for record in merged(RandomHistory(seed: seed, acts: 40).replicas).records(
        SessionCollection.notes)
      {
        let expected = oracle(record)
        #expect(
          Set(record.fields.members.map(\.name)) == Set(expected.members.map(\.name)),
          "seed \(seed)")
        for member in expected.members {
          #expect(record.fields[member.name] == member.value, "seed \(seed)")
        }
        let shown = record.wordings(of: "text").last?.set["text"]
        if let shown, shown != .null { #expect(record.fields["text"] == shown, "seed \(seed)") }
      }
    }
  }

  // MARK: Clocks

  @Test func `nobody follows a clock from the far future`() throws {
    var document = Document(name: .amsterdam)
    var writer = SampleWriter()
    let note = writer.note("first")
    document.apply(note)
    document.apply(
      change(
        note.record,
        Revision(
          id: RevisionID(UUID()), stamp: Self.end, at: nil, gesture: nil, set: ["zz": .integer(1)]))
    )
    var other = SampleWriter(series: 2, from: 1_794_999_990)
    other.observe(document)
    let stamps = (0..<3).compactMap { _ in other.note("later").revision?.stamp }
    let first = try #require(note.revision?.stamp)
    // It follows what can be right, though another change of the same record cannot.
    #expect(stamps.allSatisfy { $0.milliseconds < 1_795_100_000_000 && first < $0 })
    #expect(stamps == stamps.sorted() && Set(stamps).count == 3)
  }

  @Test func `a dead clock follows what it sees, but for the end of time`() throws {
    let usual = Stamp(milliseconds: 1_795_000_000_000, counter: 0, run: RunID(1))
    for now in [0, 978_307_200_000, 1_766_000_000_000] as [Int64] {
      #expect(HybridClock.believes(usual, now: now))
      #expect(!HybridClock.believes(Self.end, now: now))
    }
    let now = usual.milliseconds
    let day: Int64 = 86_400_000
    for (ahead, isBelieved) in [(day, true), (day + 1, false)] {
      let stamp = Stamp(milliseconds: now + ahead, counter: 0, run: RunID(1))
      #expect(HybridClock.believes(stamp, now: now) == isBelieved)
    }
    #expect(HybridClock.believes(Self.end, now: .max))
  }

  @Test func `an edit by a dead clock does not make a note older`() throws {
    var document = Document(name: .amsterdam)
    var writer = SampleWriter()
    let notes = ["one", "two", "three"].map { writer.note($0) }
    for note in notes { document.apply(note) }
    let made = document[SessionCollection.notes, notes[2].record]?.created
    var dead = Scribe(surroundings: .counted(series: 3, from: 5))
    let step = Scribe.Step(
      .amsterdam, SessionCollection.notes, notes[2].record, set: ["text": "three again"])
    let edit = dead.edit([step], knowing: [.amsterdam: document])
    for change in edit.changes { document.apply(change) }
    #expect(document.texts == ["one", "two", "three again"])
    #expect(document[SessionCollection.notes, notes[2].record]?.created == made)
    // And what it makes is not torn apart by its undoing.
    let undo = dead.edit(
      Workshop(documents: [document]).steps(to: .undo(edit.gesture)),
      knowing: [.amsterdam: document])
    for change in undo.changes { document.apply(change) }
    #expect(document.texts == ["one", "two", "three"])
  }

  @Test func `a new record names nothing, and a change names each field's latest`() throws {
    var scribe = Scribe(surroundings: .counted(series: 4))
    var document = Document(name: .amsterdam)
    func step(_ id: RecordID, _ set: JSONObject, tag: [String] = []) -> Scribe.Step {
      Scribe.Step(.amsterdam, SessionCollection.notes, id, set: set, tag: tag)
    }
    func revise(_ steps: [Scribe.Step]) throws -> [Revision] {
      let edit = scribe.edit(steps, knowing: [.amsterdam: document])
      for change in edit.changes { document.apply(change) }
      return edit.changes.compactMap(\.revision)
    }
    let id = scribe.newRecord()
    let made = try revise([step(id, ["text": "a", "place": "b"])])[0]
    #expect(made.over == [])
    let text = try revise([step(id, ["text": "c"])])[0]
    #expect(text.over == [made.id])
    let both = try revise([step(id, ["text": "d", "place": "e"], tag: ["pinned"])])[0]
    #expect(both.over == [text.id])
    let place = try revise([step(id, ["place": "e"]), step(id, ["place": "f"])])
    #expect(place[0].over == [both.id] && place[1].over.contains(place[0].id))
    let anonymous = scribe.anonymousEdit([step(scribe.newRecord(), ["text": "x"])])
    #expect(anonymous.changes.compactMap(\.revision).map(\.over) == [[]])
  }
}
