import TestSupport
import Testing

@testable import WorkshopCore

/// Words that somebody who withdrew said in a note that is somebody else's now: they go from its history, and
/// what the other said stays.
struct FormerWordsTests {
  private let person: RecordID
  private let other: RecordID
  private let id: RecordID

  init() {
    let scribe = Scribe(surroundings: .counted(series: 99))
    (person, other, id) = (scribe.newRecord(), scribe.newRecord(), scribe.newRecord())
  }

  /// A note by the participant, as it is on a copy.
  private func note(_ writer: inout SampleWriter, _ more: JSONObject = [:]) -> Change {
    var set = more
    set["text"] = "van mij"
    set["by"] = .string(person.text)
    return writer.revise(id, set: set)
  }

  private func edit(
    _ writer: inout SampleWriter, _ record: Record, _ set: JSONObject
  ) -> Revision? {
    writer.revise(
      record.id, set: set, over: record.knowledge(of: set.members.map(\.name))
    ).revision
  }

  private func bytes(_ record: Record) -> String {
    var document = Document(name: .amsterdam)
    document.insert(record, into: SessionCollection.notes)
    return String(decoding: DocumentCoding.bytes(of: document), as: UTF8.self)
  }

  private func began(_ more: JSONObject = [:]) -> (SampleWriter, Record) {
    var writer = SampleWriter()
    let change = note(&writer, more)
    return (writer, Record(id: change.record, revisions: [change.revision].compactMap(\.self)))
  }

  @Test func `in a long history it is looked once for what a writer may have known`() {
    var random = SeededGenerator(seed: 7)
    var writer = SampleWriter()
    for count in [200, 400, 800] {
      var givers = Givers()
      var places: [(place: Int, revision: Revision)] = []
      for place in 0..<count {
        let names: [FieldName] = ["text", "who", "place"]
        var set = JSONObject()
        for name in names where Bool.random(using: &random) { set[name] = .integer(place) }
        let isGiver = place % 2 == 0
        if isGiver { set["by"] = .string(other.text) }
        let before = places.last.map { [$0.revision.id] } ?? []
        guard let revision = writer.revise(id, set: set, over: before).revision else { continue }
        if isGiver {
          givers.append(revision, at: place)
          places.append((place, revision))
        } else {
          let expected = places.last { giver in
            !set.members.contains { giver.revision.set[$0.name] != nil }
          }
          #expect(givers.last(knownTo: revision) == expected?.place)
        }
      }
      // Each giver once for every choice of three fields.
      #expect(givers.looks <= 8 * count / 2)
    }
  }

  @Test func `what was said before goes, and what the other says stays`() {
    var (writer, record) = began(["who": "ook van mij", "activity": "tree", "place": "roots"])
    for set: JSONObject in [
      ["text": "nog eens van mij"], ["by": .string(other.text), "text": "van een ander"],
      ["text": "beter gezegd"],
    ] {
      if let revision = edit(&writer, record, set) { record.insert(revision) }
    }
    let after = record.withoutFormerWords(of: [person])
    let text = bytes(after)
    #expect(!text.contains("\"van mij\"") && !text.contains("nog eens van mij"))
    #expect(text.contains("van een ander") && text.contains("beter gezegd"))
    // What shows is what the other one took over.
    #expect(after.fields == record.fields && after.fields["who"] == "ook van mij")
    #expect(after.fields["place"] == "roots" && after.fields["text"] == "beter gezegd")
    #expect(after.formerWords(of: [person]).isEmpty)
  }

  @Test func `words that show stay with whoever they were given to, and are told`() {
    var (writer, record) = began()
    if let slip = edit(&writer, record, ["by": .string(other.text)]) { record.insert(slip) }
    #expect(record.formerWords(of: [person]).isEmpty)
    #expect(record.doubtfulWords(of: person).map(\.text) == ["van mij"])
    // Once the other says it anew, they are words of before.
    if let anew = edit(&writer, record, ["text": "van een ander"]) { record.insert(anew) }
    #expect(!bytes(record.withoutFormerWords(of: [person])).contains("van mij"))
    #expect(record.withoutFormerWords(of: [person]).doubtfulWords(of: person).isEmpty)
  }

  @Test func `what comes in under the former name, unseen by the new owner, does not show`() {
    var (writer, record) = began()
    var late = SampleWriter(series: 2, from: 1_795_900_000)
    let unseen = edit(&late, record, ["text": "nog van mij"])
    let taken = edit(
      &writer, record, ["by": .string(other.text), "text": "van een ander"])
    for revision in [unseen, taken].compactMap(\.self) { record.insert(revision) }
    #expect(record.fields["text"] == "nog van mij")
    let after = record.withoutFormerWords(of: [person])
    #expect(after.fields["text"] == "van een ander")
    #expect(!bytes(after).contains("van mij"))
  }

  @Test func `a copy that has the words loses them, whichever meets which`() throws {
    var (writer, record) = began()
    if let taken = edit(&writer, record, ["by": .string(other.text), "text": "anders"]) {
      record.insert(taken)
    }
    let blanked = record.withoutFormerWords(of: [person])
    var one = blanked
    one.merge(record)
    var two = record
    two.merge(blanked)
    #expect(one == blanked && two == blanked)
    // And as a file.
    var document = Document(name: .amsterdam)
    document.insert(blanked, into: SessionCollection.notes)
    var stale = Document(name: .amsterdam)
    stale.insert(record, into: SessionCollection.notes)
    #expect(document.holds(stale) && !stale.holds(document))
  }

  @Test func `a screen that saw the words takes a file without them for no edit by hand`() {
    var (writer, record) = began()
    if let taken = edit(&writer, record, ["by": .string(other.text), "text": "anders"]) {
      record.insert(taken)
    }
    let blanked = record.withoutFormerWords(of: [person])
    for (before, now) in [(record, blanked), (blanked, record)] {
      var old = Document(name: .amsterdam)
      old.insert(before, into: SessionCollection.notes)
      var new = Document(name: .amsterdam)
      new.insert(now, into: SessionCollection.notes)
      var reading = DocumentCoding.Reading(document: new, settled: new)
      reading.takeUpRewritten(from: old)
      #expect(reading.document == new)
    }
  }

  @Test func `a list that somebody made in a record goes with what is said in it to be theirs`() {
    var maker = WorkshopMaker()
    let noor = maker.workshop.participants[0].id
    let item = maker.workshop.items[0].id
    maker.change(
      item, in: .session, SessionCollection.items,
      set: [
        "los": .array([
          .object(["text": "van Noor zelf", "by": .string(noor.text)]),
          .object(["text": "van een ander"]),
        ])
      ])
    let erasure = Erasure(of: noor, in: maker.workshop.documents.values)
    let step = erasure.steps.first { $0.record == item }
    #expect(step?.set["los"] == .array([.object(["text": "van een ander"])]))
    // It goes from the history as well, so that nobody has to look there.
    #expect(!erasure.mentions.contains { $0.record == item && $0.text == "van Noor zelf" })
  }

  // MARK: Laws

  @Test func `whoever meets whom, all end alike, and nothing said under the name is left`() {
    var blanks = 0
    for seed in 0..<2000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var replicas = copies(&random)
      for copy in replicas.indices {
        for next in replicas.indices {
          expectLaws(replicas[copy], replicas[next], replicas[(copy + 1) % 3], seed)
        }
      }
      // Each meets each, once each way and a round more, and blanks what is late as a save does.
      for step in 0..<6 {
        replicas[(step + 1) % 3].merge(replicas[step % 3])
        replicas[(step + 1) % 3] = replicas[(step + 1) % 3].withoutFormerWords(of: [person])
      }
      #expect(replicas.allSatisfy { $0 == replicas[0] }, "seed \(seed)")
      let isTheirs = replicas[0].fields["by"] == .string(person.text)
      if isTheirs { continue }
      blanks += replicas[0].revisions.count { !$0.blanked.isEmpty }
      let shown = replicas[0].fields["text"]
      for revision in replicas[0].revisions where revision.set["by"] == .string(person.text) {
        let text = revision.set["text"]
        #expect(text == nil || text == shown, "seed \(seed)")
      }
    }
    #expect(blanks > 500)
  }

  private func expectLaws(_ one: Record, _ two: Record, _ three: Record, _ seed: UInt64) {
    func merged(_ records: Record...) -> Record {
      records.dropFirst().reduce(into: records[0]) { $0.merge($1) }
    }
    #expect(merged(one, two) == merged(two, one), "seed \(seed)")
    #expect(merged(merged(one, two), three) == merged(one, merged(two, three)), "seed \(seed)")
    #expect(merged(one, one) == one, "seed \(seed)")
    let after = merged(one, two).withoutFormerWords(of: [person])
    #expect(after.withoutFormerWords(of: [person]) == after, "seed \(seed)")
    #expect(merged(after, one, two) == after, "seed \(seed)")
  }

  /// Three copies of a note that changed hands, with wrong clocks, a doctored revision, and blanks here and
  /// there.
  private func copies(_ random: inout SeededGenerator) -> [Record] {
    var writers = (0..<3).map { series in
      SampleWriter(
        series: UInt8(series + 2),
        from: [12, 1_795_000_000, 3_999_999_999].randomElement(using: &random) ?? 12)
    }
    var first = SampleWriter()
    let made = note(&first)
    let record = Record(id: made.record, revisions: [made.revision].compactMap(\.self))
    var replicas = [record, record, record]
    for number in 0..<12 {
      let copy = Int.random(in: 0..<3, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1:
        replicas[copy].merge(replicas[Int.random(in: 0..<3, using: &random)])
      case 2: replicas[copy] = replicas[copy].withoutFormerWords(of: [person])
      case 3:
        guard let old = replicas[copy].revisions.randomElement(using: &random) else { continue }
        replicas[copy].insert(
          Revision(
            id: old.id, stamp: old.stamp, at: old.at, gesture: old.gesture, over: old.over,
            set: ["by": old.set["by"] ?? .null, "text": .string("doctored \(number)")],
            blanked: Bool.random(using: &random) ? ["text"] : []))
      default:
        var set = JSONObject()
        let kind = Int.random(in: 0..<3, using: &random)
        if kind > 0 { set["text"] = .string("words \(number)") }
        if kind != 1 {
          set["by"] = .string((Bool.random(using: &random) ? person : other).text)
        }
        if let revision = edit(&writers[copy], replicas[copy], set) {
          replicas[copy].insert(revision)
        }
      }
    }
    return replicas
  }
}
