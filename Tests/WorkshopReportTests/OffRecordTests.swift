import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// Notes off the record are nowhere: not their words, not their ids, not in any number.
struct OffRecordTests {
  private static let marker = "kwikstaartgeheim"

  /// The workshop as it is without them, and with one of them at every place there is.
  private func workshops() throws -> (without: Workshop, with: Workshop, hidden: [RecordID]) {
    let plain = WholeWorkshop()
    var whole = WholeWorkshop()
    let visible = whole.workshop.notes.all
    var hidden: [RecordID] = []
    // A twin of every note, and an addition to every note.
    for note in visible {
      for addsTo in [note.addsTo, note.id] {
        var fields = note.fields
        fields["attachments"] = .texts(["\(Self.marker).jpg"])
        fields["who"] = .string(Self.marker)
        fields["needed"] = .string(Self.marker)
        fields["helping-hand.condition.3"] = "met"
        fields["from"] = .texts(note.from.map(\.text) + [note.id.text])
        fields["kind"] = .string(note.kind.rawValue)
        let author: RecordID? =
          if case .participant(let id)? = note.author { id } else { nil }
        let id = whole.maker.note(
          note.isScore ? "" : Self.marker, in: name(of: note.municipality, in: whole.workshop),
          activity: note.activity ?? .free, place: note.place, group: note.group, by: author,
          addsTo: addsTo, fields: fields)
        hide(id, in: note.document, &whole)
        hidden.append(id)
      }
    }
    let secret = try #require(hidden.first)
    // What is on the record leads to what is off it, in every way there is.
    for note in visible where !note.isScore {
      whole.set(
        note.id,
        [
          "from": .texts(note.from.map(\.text) + hidden.map(\.text)),
          "addsTo": note.addsTo.map { .string($0.text) } ?? .string(secret.text),
          "attachments": .texts(note.attachments + ["\(Self.marker).jpg"]),
        ], in: note.document)
    }
    for role in whole.workshop.roles {
      whole.maker.change(
        role.id, in: .session, SessionCollection.roles,
        set: ["from": .texts(role.from.map(\.text) + hidden.map(\.text))])
    }
    return (plain.workshop, whole.workshop, hidden)
  }

  private func name(of file: DocumentName?, in workshop: Workshop) -> String? {
    file.flatMap(workshop.municipality)?.name
  }

  private func hide(_ id: RecordID, in document: DocumentName, _ whole: inout WholeWorkshop) {
    whole.set(id, ["offRecord": .bool(true)], in: document)
  }

  @Test func `the report is the same as without them`() throws {
    let (without, with, hidden) = try workshops()
    #expect(hidden.count == without.notes.count * 2)
    #expect(with.notes.count == without.notes.count * 3)
    for edition in Printing.editions {
      let expected = Report(workshops: [without], edition: edition)
      let report = Report(workshops: [with], edition: edition)
      #expect(report == expected, "\(edition)")
    }
  }

  /// The end of an id, by which people find a note.
  private static func mark(_ id: RecordID) -> String { String(id.text.suffix(5)) }

  @Test(arguments: ReportFormat.allCases, Language.allCases)
  func `no format has their words or their ids`(_ format: ReportFormat, _ language: Language) throws
  {
    let (_, with, hidden) = try workshops()
    for edition in Printing.editions {
      let text = try Printing.text(
        Report(workshops: [with], edition: edition), format, language)
      #expect(!text.holds(Self.marker), "\(edition)")
      let ids = Set(
        text.matches(of: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/).map { String($0.0) })
      #expect(ids.isEmpty == (format != .json))
      #expect(ids.isDisjoint(with: hidden.map(\.text)), "\(edition)")
      for id in hidden { #expect(!text.contains("note-\(Self.mark(id))"), "\(edition)") }
    }
  }

  @Test func `the same words show where they are on the record`() throws {
    let (_, with, hidden) = try workshops()
    var documents = Array(with.documents.values)
    // One of them is taken back on the record: then the search above must find it.
    let id = try #require(hidden.dropFirst(2).first)
    let document = try #require(documents.firstIndex { $0[SessionCollection.notes, id] != nil })
    var writer = SampleWriter(series: 9, from: 1_900_000_000)
    documents[document].apply(
      writer.revise(id, set: ["offRecord": .bool(false)], in: documents[document].name))
    let report = Report(workshops: [Workshop(documents: documents)])
    for format in ReportFormat.allCases {
      let text = try Printing.text(report, format)
      #expect(text.holds(Self.marker), "\(format)")
      #expect(text.holds(format == .json ? id.text : "note-\(Self.mark(id))"), "\(format)")
    }
  }

  @Test func `a place that is the id of such a note is not told`() throws {
    var whole = WholeWorkshop()
    let statement = whole.maker.note(Self.marker, activity: .prejudiceGame, place: "own")
    whole.maker.note("klopt niet", activity: .prejudiceGame, place: statement.text)
    hide(statement, in: .plenary, &whole)
    let report = Report(workshops: [whole.workshop])
    for format in ReportFormat.allCases {
      let text = try Printing.text(report, format)
      #expect(!text.holds(statement.text) && text.holds("klopt niet"), "\(format)")
    }
  }

  @Test func `off the record in one copy or file is off the record`() {
    var whole = WholeWorkshop()
    let before = whole.workshop
    let id = whole.maker.note(Self.marker, activity: .recap)
    let between = whole.workshop
    hide(id, in: .plenary, &whole)
    for copies in [
      [before, between, whole.workshop], [whole.workshop, between], [between, whole.workshop],
    ] {
      #expect(!Report(workshops: copies).notes.contains { $0.text == Self.marker })
    }
    #expect(Report(workshops: [before, between]).notes.contains { $0.text == Self.marker })
  }
}
