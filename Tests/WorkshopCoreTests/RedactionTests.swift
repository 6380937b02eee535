import TestSupport
import Testing

@testable import WorkshopCore

/// A name is taken out of what others said, so that nothing of it stays and nothing else changes.
struct RedactionTests {
  private let maker: WorkshopMaker
  private let noor: RecordID
  private let named: RecordID
  private let other: RecordID
  private let role: RecordID

  init() {
    var maker = WorkshopMaker()
    noor = maker.workshop.participants[0].id
    named = maker.note(
      "vraag Noor", in: "Beekdorp", activity: .tree, place: "roots", group: "beekdorp",
      by: maker.workshop.participants[1].id, fields: ["needed": "tijd van noor"])
    maker.change(
      named, in: DocumentName(municipality: "Beekdorp"), set: ["text": "vraag het Noor zelf"])
    other = maker.note("ook zo", in: "Duinstad", activity: .tree, place: "apples", addsTo: named)
    maker.change(
      other, in: DocumentName(municipality: "Duinstad"), set: ["from": .texts([named.text])])
    role = maker.role("Noors stoel", ["side": "formal", "from": .texts([named.text])])
    maker.note("ik", activity: .roleMarket, place: role.text)
    self.maker = maker
  }

  private func withdrawn(
    _ workshop: Workshop, series: UInt8 = 2, _ mentions: MentionChoice = .redact
  )
    -> Workshop
  {
    var scribe = Scribe(surroundings: .counted(series: series))
    for document in workshop.documents.values { scribe.observe(document) }
    let documents = Array(workshop.documents.values)
    var workshop = workshop
    workshop.apply(
      Erasure(of: noor, in: documents).edit(by: &scribe, in: documents, mentions: mentions).changes)
    return workshop
  }

  private func bytes(_ workshop: Workshop) -> [String] {
    workshop.documents.values.sorted { $0.name < $1.name }.map {
      String(decoding: DocumentCoding.bytes(of: $0), as: UTF8.self)
    }
  }

  private func merged(_ left: Workshop, _ right: Workshop) -> Workshop {
    var merged = left
    for document in right.documents.values {
      var both = merged.documents[document.name] ?? Document(name: document.name)
      both.merge(document)
      merged.replace(both)
    }
    return merged
  }

  @Test func `the note is made anew without the name, and keeps the rest`() throws {
    let before = try #require(maker.workshop.notes[named])
    let after = withdrawn(maker.workshop)
    let note = try #require(after.notes[Redaction.successor(of: named)])
    #expect(note.text == "vraag het […] zelf" && note.needed == "tijd van […]")
    #expect(note.place == before.place && note.group == before.group)
    #expect(note.author == before.author && note.at == before.at)
    #expect(note.created == before.created && note.item == before.item)
    #expect(after.notes[named] == nil)
    #expect(named.uuid != note.id.uuid && note.id.text.contains("-8"))
    for text in bytes(after) { #expect(!text.lowercased().contains("noor")) }
  }

  @Test func `what led to the old note and role leads to the new ones`() throws {
    let after = withdrawn(maker.workshop)
    let new = Redaction.successor(of: named)
    #expect(after.notes[other]?.addsTo == new && after.notes[other]?.from == [new])
    let made = try #require(after.roles.first)
    #expect(made.id == Redaction.successor(of: role) && made.name == "[…] stoel")
    #expect(made.from == [new])
    #expect(after.notes.all.contains { $0.isPick && $0.place == made.id.text })
  }

  @Test func `two laptops that redact make the same, and an old copy brings nothing back`() {
    let one = withdrawn(maker.workshop, series: 2)
    let two = withdrawn(maker.workshop, series: 3)
    let both = merged(one, two)
    #expect(bytes(both) == bytes(merged(two, one)))
    #expect(both.notes.all.count == one.notes.all.count)
    let old = merged(one, maker.workshop)
    #expect(bytes(old) == bytes(one))
  }

  @Test func `an edit that nobody had seen is told, and blanked with the rest`() {
    var elsewhere = maker
    elsewhere.change(
      named, in: DocumentName(municipality: "Beekdorp"), set: ["text": "vraag Noor of Kees"])
    let here = withdrawn(maker.workshop)
    #expect(Redaction.lateEdits(in: here.documents.values).isEmpty)
    let met = merged(here, elsewhere.workshop)
    #expect(
      Redaction.lateEdits(in: met.documents.values).map(\.record) == [
        Redaction.successor(of: named)
      ])
    for text in bytes(met) { #expect(!text.lowercased().contains("noor")) }
  }

  @Test func `kept texts stay, and doubtful ones in any case`() throws {
    #expect(withdrawn(maker.workshop, .keep).notes[named]?.text == "vraag het Noor zelf")
    var maker = maker
    maker.change(noor, in: .session, SessionCollection.participants, set: ["name": "Roos"])
    let doubtful = maker.note("Roos bloeit", activity: .tree, place: "roots")
    let erasure = Erasure(of: noor, in: maker.workshop.documents.values)
    let mention = try #require(erasure.mentions.first { $0.record == doubtful })
    #expect(mention.isDoubtful && !mention.canBeRedacted)
    #expect(withdrawn(maker.workshop).notes[doubtful]?.text == "Roos bloeit")
  }

  @Test(arguments: [
    (
      "velthoven zei ja en Anja van Velthoven ook, mail naar a.velthoven@almere.nl",
      "[…] zei ja en […] ook, mail naar […]", false
    ),
    ("Anja van Velthoven, anjavelt85@x.nl en bel piet@x.nl", "[…], […] en bel piet@x.nl", false),
    ("Anja van Velthoven en A.v.V. zelf", "[…] en […]. zelf", false),
    ("Anja van Velthoven en Anja", "[…] en Anja", true),
  ])
  func `a text that is redacted has nothing else of that person`(
    _ text: String, _ told: String, _ isLeft: Bool
  ) throws {
    var maker = maker
    let aziza = maker.workshop.participants[1].id
    maker.change(
      noor, in: .session, SessionCollection.participants, set: ["name": "Anja van Velthoven"])
    if isLeft {
      maker.change(
        aziza, in: .session, SessionCollection.participants, set: ["name": "Anja Bakker"])
    }
    let id = maker.note(text, activity: .walk)
    let mention = try #require(
      Erasure(of: noor, in: maker.workshop.documents.values).mentions.first { $0.record == id })
    #expect(mention.canBeRedacted && mention.remainder == (isLeft ? told : nil))
    #expect(withdrawn(maker.workshop).notes[Redaction.successor(of: id)]?.text == told)
  }

  @Test func `an address with a part of the name is told, and taken out of nothing by itself`() {
    var maker = maker
    maker.change(
      noor, in: .session, SessionCollection.participants, set: ["name": "Anja van Velthoven"])
    let id = maker.note("mail naar xvelthovenx@almere.nl", activity: .walk)
    let mention = Erasure(of: noor, in: maker.workshop.documents.values).mentions.first {
      $0.record == id
    }
    #expect(mention?.isDoubtful == true)
    #expect(withdrawn(maker.workshop).notes[id]?.text == "mail naar xvelthovenx@almere.nl")
  }

  @Test func `what may mean somebody else of that name is doubtful`() {
    var maker = maker
    let aziza = maker.workshop.participants[1].id
    maker.change(aziza, in: .session, SessionCollection.participants, set: ["name": "Noor Bakker"])
    maker.change(noor, in: .session, SessionCollection.participants, set: ["name": "Noor de Vries"])
    maker.note("Noor de Vries zegt ja", activity: .walk)
    let mentions = Erasure(of: noor, in: maker.workshop.documents.values).mentions
    let certain = mentions.filter { !$0.isDoubtful }.map(\.text)
    #expect(certain == ["Noor de Vries zegt ja"])
    #expect(!mentions.contains { $0.text == "Noor Bakker" })
    let after = withdrawn(maker.workshop)
    #expect(after.notes[named]?.text == "vraag het Noor zelf")
    #expect(after.notes.all.contains { $0.text == "[…] zegt ja" })
  }

  @Test func `words by which the program finds its way stay, however they look like a name`() throws
  {
    var maker = maker
    maker.change(
      noor, in: .session, SessionCollection.participants, set: ["name": "Noor Beekdorp"])
    let plain = maker.note(
      "energie", in: "Beekdorp", activity: .tree, place: "roots", group: "beekdorp")
    let town = maker.note("in Beekdorp gaat het goed", activity: .tree, place: "roots")
    let said = maker.note(
      "vraag Noor Beekdorp", in: "Beekdorp", activity: .tree, place: "roots", group: "beekdorp")
    let before = try #require(maker.workshop.notes[said])
    let after = withdrawn(maker.workshop)
    #expect(after.notes[plain]?.text == "energie")
    #expect(after.notes[town]?.text == "in Beekdorp gaat het goed", "it may be the town")
    let note = try #require(after.notes[Redaction.successor(of: said)])
    #expect(note.text == "vraag […]")
    #expect(note.group == before.group && note.place == before.place && note.item == before.item)
    #expect(after.municipalities == maker.workshop.municipalities)
    let mentions = Erasure(of: noor, in: maker.workshop.documents.values).mentions
    #expect(!mentions.contains { $0.collection == SessionCollection.municipalities })
  }

  @Test func `words by which the program finds its way stay where somebody is called by one`()
    throws
  {
    var maker = maker
    maker.change(
      noor, in: .session, SessionCollection.participants, set: ["name": "Noor Roots"])
    let said = maker.note(
      "vraag Noor Roots", in: "Duinstad", activity: .tree, place: "roots", group: "formal")
    let note = try #require(
      withdrawn(maker.workshop).notes[Redaction.successor(of: said)])
    #expect(note.text == "vraag […]" && note.place == "roots" && note.group == "formal")
  }

  @Test func `names of members are taken out too, and none of two is lost`() throws {
    let duinstad = DocumentName(municipality: "Duinstad")
    var maker = maker
    let id = maker.note(
      "samen", in: "Duinstad", activity: .tree, place: "apples",
      fields: [
        "heard by Noor": "yes", "heard by noor": "no", "votes": .object(["Noor": .number("4")]),
      ])
    let after = withdrawn(maker.workshop)
    let record = try #require(
      after.documents[duinstad]?[SessionCollection.notes, Redaction.successor(of: id)])
    #expect(record.fields["heard by […]"] == "yes" && record.fields["heard by […] (2)"] == "no")
    #expect(record.fields["votes"] == .object(["[…]": .number("4")]))
    for text in bytes(after) { #expect(!text.lowercased().contains("noor")) }
  }

  @Test func `a photograph's name is told, and neither it nor the photograph is touched`() throws {
    var maker = maker
    let id = maker.note(
      "foto", in: "Duinstad", activity: .tree, place: "apples",
      fields: ["attachments": .texts(["Noor 11.jpg"])])
    let mention = try #require(
      Erasure(of: noor, in: maker.workshop.documents.values).mentions.first { $0.record == id })
    #expect(mention.field == "attachments" && !mention.canBeRedacted)
    #expect(withdrawn(maker.workshop).notes[id]?.attachments == ["Noor 11.jpg"])
  }

  @Test func `a note that was taken out does not come back as the one without a name`() {
    var here = maker.workshop
    here.apply(Erasure(notes: [named], in: here.documents.values).changes)
    var elsewhere = withdrawn(maker.workshop)
    let other = elsewhere.participants[0].id
    // Made anew twice: once for each who withdrew.
    var scribe = Scribe(surroundings: .counted(series: 5))
    let documents = Array(elsewhere.documents.values)
    elsewhere.apply(
      Erasure(of: other, in: documents).edit(by: &scribe, in: documents, mentions: .redact).changes)
    for met in [merged(here, elsewhere), merged(elsewhere, here)] {
      #expect(!met.notes.all.contains { $0.text.contains("vraag het") })
      for text in bytes(met) { #expect(!text.contains("vraag het")) }
    }
  }

  @Test func `a note that is blanked in one document goes in every other`() throws {
    var workshop = maker.workshop
    var copy = Document(name: .plenary)
    let beekdorp = try #require(workshop.documents[DocumentName(municipality: "Beekdorp")])
    for record in beekdorp.records(SessionCollection.notes) {
      for revision in record.revisions {
        copy.apply(
          Change(
            document: .plenary, collection: SessionCollection.notes, record: record.id,
            act: .revise(revision)))
      }
    }
    workshop.apply(Erasure(notes: [named], in: workshop.documents.values).changes)
    #expect(Erasure.late(in: Array(workshop.documents.values)).isEmpty)
    workshop.replace(copy)
    let late = Erasure.late(in: Array(workshop.documents.values))
    #expect(late.map(\.document) == [.plenary] && late.map(\.record) == [named])
  }

  @Test(arguments: ["Noor", "noor ", "NOOR"])
  func `a note whose writer somebody typed by name is theirs`(_ writer: String) {
    var maker = maker
    let id = maker.note("mijn woorden", activity: .tree, place: "roots")
    let other = maker.note("van ons", activity: .tree, place: "roots")
    maker.change(id, in: .plenary, set: ["by": .string(writer)])
    maker.change(other, in: .plenary, set: ["by": "Noor en Kees"])
    let erasure = Erasure(of: noor, in: maker.workshop.documents.values)
    #expect(erasure.blanks(id) && !erasure.blanks(other))
  }

  @Test func `erasing again, as after a crash, keeps what the name is found by`() {
    let once = withdrawn(maker.workshop, .keep)
    let twice = withdrawn(once, series: 4, .keep)
    #expect(Report(workshops: [twice]).notes.contains { $0.text == "vraag het […] zelf" })
    // Also as it stands now, where the next one who withdraws finds the key.
    func found(_ workshop: Workshop) -> [JSONObject.Member] {
      let record = workshop.documents[.session]?[SessionCollection.workshop, WorkshopInfo.record]
      return record?.fields.members.filter { VeiledNames.isField($0.name) && $0.value != .null }
        ?? []
    }
    #expect(found(once).count == 1 && found(twice) == found(once))
  }

  @Test func `names by one key, and those by another, are all found`() {
    let aziza = maker.workshop.participants[1].id
    var named = maker
    named.change(aziza, in: .session, SessionCollection.participants, set: ["name": "Aziza"])
    named.note("Aziza en Noor", activity: .walk)
    let one = withdrawn(named.workshop, .keep)
    var scribe = Scribe(surroundings: .counted(series: 5))
    for document in named.workshop.documents.values { scribe.observe(document) }
    var two = named.workshop
    let documents = Array(two.documents.values)
    two.apply(Erasure(of: aziza, in: documents).edit(by: &scribe, in: documents).changes)
    let report = Report(workshops: [merged(one, two)])
    #expect(report.notes.contains { $0.text == "[…] en […]" })
  }
}
