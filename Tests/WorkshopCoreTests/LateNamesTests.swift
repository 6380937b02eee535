import TestSupport
import Testing

@testable import WorkshopCore

/// Names of somebody who withdrew that only another copy had, and texts that came in when nobody could know.
struct LateNamesTests {
  private let maker: WorkshopMaker
  private let noor: RecordID
  private let nameless: RecordID

  init() {
    maker = WorkshopMaker()
    noor = maker.workshop.participants[0].id
    nameless = maker.workshop.participants[1].id
  }

  /// A workshop after somebody withdrew.
  private func withdrawn(_ workshop: Workshop, _ person: RecordID, series: UInt8 = 2) -> Workshop {
    var scribe = Scribe(surroundings: .counted(series: series))
    for document in workshop.documents.values { scribe.observe(document) }
    let documents = Array(workshop.documents.values)
    var workshop = workshop
    workshop.apply(Erasure(of: person, in: documents).edit(by: &scribe, in: documents).changes)
    return workshop
  }

  /// Copies that met, without what a withdrawal owes.
  private func met(_ workshops: Workshop...) -> Workshop {
    var merged = workshops[0]
    for document in workshops.dropFirst().flatMap(\.documents.values) {
      var both = merged.documents[document.name] ?? Document(name: document.name)
      both.merge(document)
      merged.replace(both)
    }
    merged.apply(Erasure.late(in: Array(merged.documents.values)))
    return merged
  }

  private func bytes(_ workshop: Workshop) -> [String] {
    workshop.documents.values.sorted { $0.name < $1.name }.map {
      String(decoding: DocumentCoding.bytes(of: $0), as: UTF8.self)
    }
  }

  private func texts(_ workshop: Workshop) -> [String] {
    Report(workshops: [workshop]).notes.map(\.text).sorted { $0.precedesByBytes($1) }
  }

  /// A copy on which both have names that nobody else knows, and somebody says them.
  private func renamed() -> Workshop {
    var maker = maker
    maker.change(noor, in: .session, SessionCollection.participants, set: ["name": "Noor Kayaalp"])
    maker.change(
      nameless, in: .session, SessionCollection.participants, set: ["name": "Zeynep Topçu"])
    maker.note("toen kwam Kayaalp met Zeynep Topcu", activity: .tree, place: "roots")
    return maker.workshop
  }

  @Test func `a name that only another copy had is masked, whoever meets whom`() {
    let here = withdrawn(withdrawn(maker.workshop, noor), nameless, series: 3)
    let there = renamed()
    let (one, other) = (met(here, there), met(there, here))
    for copy in [one, other] {
      #expect(texts(copy) == ["toen kwam […] met […]"])
      #expect(!bytes(copy).joined().contains("\"Noor"))
    }
    #expect(bytes(one) == bytes(other))
    #expect(bytes(met(one, there)) == bytes(one) && bytes(met(one, here)) == bytes(one))
  }

  @Test func `what is left of names follows from all copies, in whatever order they met`() {
    let here = withdrawn(maker.workshop, noor)
    let there = renamed()
    var elsewhere = maker
    elsewhere.change(
      noor, in: .session, SessionCollection.participants, set: ["name": "Noor Demir"])
    let third = elsewhere.workshop
    let all = [
      met(met(here, there), third), met(met(third, there), here), met(there, met(here, third)),
      met(met(here, third), met(here, there)),
    ]
    for copy in all { #expect(bytes(copy) == bytes(all[0])) }
    let finder = KnownNames(in: [all[0].documents[.session]].compactMap(\.self)).finder
    for name in ["Kayaalp", "Demir", "Noor"] {
      #expect(finder.names(in: "vraag \(name)").count == 1, "\(name)")
    }
  }

  @Test(arguments: ["Noor", "noor", "Noor Kayaalp", "Kayaalp, Noor"])
  func `a note that comes in with its writer typed by name goes`(writer: String) {
    var there = maker
    there.change(
      noor, in: .session, SessionCollection.participants, set: ["name": "Noor Kayaalp"])
    let note = there.note("mijn woorden", activity: .tree, place: "roots")
    there.change(note, in: .plenary, set: ["by": .string(writer)])
    let here = withdrawn(maker.workshop, noor)
    for copy in [met(here, there.workshop), met(there.workshop, here)] {
      #expect(copy.notes[note] == nil)
      #expect(!bytes(copy).joined().contains("mijn woorden"))
    }
  }

  @Test(arguments: ["Noor en Kees", "Kees", "Kayaalp", "Bo"])
  func `a note of somebody else stays, and of whom nobody can be sure`(writer: String) {
    var there = maker
    there.change(noor, in: .session, SessionCollection.participants, set: ["name": "Noor Kayaalp"])
    there.change(nameless, in: .session, SessionCollection.participants, set: ["name": "Bo"])
    let note = there.note("andere woorden", activity: .tree, place: "roots")
    there.change(note, in: .plenary, set: ["by": .string(writer)])
    let merged = met(withdrawn(maker.workshop, noor), there.workshop)
    #expect(merged.notes[note]?.text == "andere woorden")
  }

  @Test func `a namesake who is there keeps what is written under the name`() {
    var there = maker
    there.change(
      nameless, in: .session, SessionCollection.participants, set: ["name": "Noor Bakker"])
    let note = there.note("andere woorden", activity: .tree, place: "roots")
    there.change(note, in: .plenary, set: ["by": "Noor"])
    let merged = met(withdrawn(maker.workshop, noor), there.workshop)
    #expect(merged.notes[note]?.text == "andere woorden")
  }

  @Test
  func `texts that came in later are listed, and the name is taken out where somebody says so`()
    throws
  {
    var there = maker
    let named = there.note("Noor was er", activity: .tree, place: "roots")
    let other = there.note("Noor weet het", activity: .tree, place: "roots")
    there.note("zonder haar", activity: .tree, place: "roots")
    var merged = met(withdrawn(maker.workshop, noor), there.workshop)
    let documents = Array(merged.documents.values)
    let late = LateNames(in: documents)
    #expect(late.mentions.map(\.text) == ["Noor was er", "Noor weet het"])
    #expect(late.mentions.allSatisfy(\.canBeRedacted) && late.namesakes.isEmpty)
    #expect(late.subtracting(late).mentions.isEmpty)
    var scribe = Scribe(surroundings: .counted(series: 6))
    for document in documents { scribe.observe(document) }
    let erasure = Erasure(namesIn: [named], in: documents)
    merged.apply(erasure.edit(by: &scribe, in: documents, mentions: .redact).changes)
    #expect(merged.notes[named] == nil && merged.notes[other]?.text == "Noor weet het")
    #expect(merged.notes[Redaction.successor(of: named)]?.text == "[…] was er")
    #expect(LateNames(in: merged.documents.values).mentions.map(\.record) == [other])
    // An old copy brings nothing of it back.
    #expect(met(merged, there.workshop).notes[named] == nil)
  }

  @Test func `while nobody withdrew nothing is listed, and no text of which nothing is sure`() {
    var maker = maker
    maker.note("Noor was er", activity: .tree, place: "roots")
    #expect(LateNames(in: maker.workshop.documents.values).mentions.isEmpty)
    maker.change(noor, in: .session, SessionCollection.participants, set: ["name": "Roos"])
    var there = maker
    there.note("de roos bloeit. Roos bloeit", activity: .tree, place: "roots")
    let merged = met(withdrawn(maker.workshop, noor), there.workshop)
    #expect(LateNames(in: merged.documents.values).mentions.map(\.text) == ["Noor was er"])
  }

  @Test func `somebody on the list who is called as one who withdrew is told`() {
    var there = maker
    there.change(
      nameless, in: .session, SessionCollection.participants, set: ["name": "Noor"])
    let merged = met(withdrawn(maker.workshop, noor), there.workshop)
    #expect(
      LateNames(in: merged.documents.values).namesakes == [
        LateNames.Namesake(person: nameless, name: "Noor")
      ])
    there.change(
      nameless, in: .session, SessionCollection.participants, set: ["name": "Noortje"])
    let another = met(withdrawn(maker.workshop, noor), there.workshop)
    #expect(LateNames(in: another.documents.values).namesakes.isEmpty)
  }

  @Test(arguments: ["kind", "group", "place"])
  func `a name that was typed where a word of the program belongs is listed and left`(
    field: FieldName
  ) throws {
    var maker = maker
    let note = maker.note("woorden", activity: .tree, place: "roots", group: "beekdorp")
    maker.change(note, in: .plenary, set: [field: "noor"])
    let documents = maker.workshop.documents.values
    let mentions = Erasure(of: noor, in: documents).mentions
    #expect(mentions.map(\.field) == [field] && mentions.allSatisfy(\.isDoubtful))
  }

  @Test func `the key is the same on all copies, with and without an id of the workshop`() {
    let here = withdrawn(maker.workshop, noor)
    func keys(_ workshop: Workshop) -> Set<KeyedHash> {
      let session = workshop.documents[.session] ?? Document(name: .session)
      let person = session[SessionCollection.participants, noor]
      let info = session[SessionCollection.workshop, WorkshopInfo.record]
      return Set(person?.erasedNames.names.keys ?? [:].keys).union(
        info.map { VeiledNames($0).names.keys } ?? [:].keys)
    }
    #expect(keys(here).count == 1)
    #expect(keys(met(here, renamed())) == keys(here))
    var claimed = here
    var session = here.documents[.session] ?? Document(name: .session)
    if let identity = session.identity { session.join(identity) }
    claimed.replace(session)
    #expect(keys(met(renamed(), claimed)) == keys(here))
  }
}
