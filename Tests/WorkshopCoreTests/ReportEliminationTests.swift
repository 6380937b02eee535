import TestSupport
import Testing

@testable import WorkshopCore

/// What a public report leaves out does not follow from what it tells.
struct ReportEliminationTests {
  private static let towns = ["Almere", "Beekdorp", "Duinstad", "Venlo", "Vaartstad"]

  /// Towns with four people each, and a closing in which one of each speaks, in the order of the towns.
  private func room(agreeing: [Int], _ towns: [String] = towns, series: UInt8 = 1)
    -> (maker: WorkshopMaker, people: [RecordID])
  {
    var maker = WorkshopMaker(
      NewWorkshop(
        title: "Zaal", language: .dutch, municipalities: towns,
        items: [
          NewWorkshop.Item(
            template: "t", kind: .closing, title: "Afsluiting", day: 2, start: "15:00", minutes: 30)
        ],
        people: towns.flatMap { town in
          (0..<4).map { number in
            NewWorkshop.Person(
              name: nil, function: "functie \(number) van \(town)",
              standing: number < 2 ? .formal : .informal, municipality: town)
          }
        }), surroundings: .counted(series: series))
    let people = maker.workshop.participants.map(\.id)
    for number in agreeing {
      maker.change(
        people[number], in: .session, SessionCollection.participants,
        set: ["consent-function": .bool(true)])
    }
    return (maker, people)
  }

  private func closing(agreeing: [Int], _ towns: [String] = towns, series: UInt8 = 1) -> Report {
    var (maker, people) = room(agreeing: agreeing, towns, series: series)
    for (index, town) in towns.enumerated() {
      maker.note(
        "wij van \(town) gaan door", activity: .closing,
        place: DocumentName(municipality: town).text, by: people[index * 4])
    }
    return Report(workshops: [maker.workshop])
  }

  @Test func `no link leads from a note that keeps its municipality untold to one that tells it`() {
    var (maker, people) = room(agreeing: [])
    var said: [RecordID] = []
    for (index, town) in Self.towns.enumerated() {
      let id = maker.note(
        "letterlijk", in: town, activity: .tree, place: "roots", by: people[index * 4],
        fields: ["verbatim": .bool(true), "kind": "spoken"])
      said.append(id)
      maker.note("erbij", in: town, activity: .tree, place: "roots", addsTo: id)
      let action = maker.note("daarom", in: town, activity: .tree, place: "apples")
      maker.change(
        action, in: DocumentName(municipality: town), set: ["from": .texts([id.text])])
    }
    let plain = maker.note("vel", in: "Almere", activity: .tree, place: "roots")
    maker.note("nog een", in: "Almere", activity: .tree, place: "roots", addsTo: plain)
    let report = Report(workshops: [maker.workshop])
    let hidden = Set(report.notes.filter { $0.withheld.contains(.municipality) }.map(\.id))
    #expect(hidden == Set(said.map(\.text)))
    for note in report.notes {
      #expect(!note.from.contains(where: hidden.contains))
      #expect(note.addsTo.map { !hidden.contains($0) } ?? true)
    }
    #expect(report.notes.count { $0.addsTo == plain.text } == 1)
    let team = Report(
      workshops: [maker.workshop], edition: .team(DocumentName(municipality: "Almere")))
    #expect(team.notes.count { $0.addsTo == said[0].text } == 1)
  }

  @Test func `where the one stands who does something is not told if that is one place`() throws {
    var (maker, people) = room(agreeing: [])
    maker.change(
      people[0], in: .session, SessionCollection.participants,
      set: ["side": "both", "name": "Mehmet"])
    maker.change(people[1], in: .session, SessionCollection.participants, set: ["name": "Noor"])
    for who in ["Mehmet", "Noor"] {
      maker.note(
        "belt", in: "Almere", activity: .plan, place: "action", fields: ["who": .string(who)])
    }
    let actions = try #require(Report(workshops: [maker.workshop]).plans?.first).actions
    #expect(actions.map(\.whoStands) == [[], [.formal]])
    #expect(actions.map { $0.withheld.contains(.who) } == [true, false])
  }

  @Test(arguments: 1...UInt8(8))
  func `no place in the order tells for whom somebody speaks at the closing`(_ series: UInt8) throws
  {
    // Almere and Venlo agreed: the second, third and fifth must not follow.
    let report = closing(agreeing: [0, 12], series: series)
    let told = try #require(report.closing).compactMap(\.municipality)
    #expect(Set(told).isSubset(of: ["almere", "venlo"]))
    let hidden = report.notes.suffix(5 - told.count)
    #expect(hidden.map(\.id) == hidden.map(\.id).sorted())
    #expect(hidden.allSatisfy { $0.at == nil && $0.place == nil })
    #expect(hidden.allSatisfy { $0.text == "wij van […] gaan door" })
    for town in ["Beekdorp", "Duinstad", "Vaartstad"] {
      #expect(!report.notes.contains { $0.text.contains(town) })
    }
  }

  @Test(arguments: 1...UInt8(10))
  func `who is named by a sheet is not missing, and nobody is left out besides`(_ series: UInt8) {
    let towns = Array(Self.towns.prefix(2))
    var (maker, people) = room(agreeing: [0, 1, 2, 3], towns, series: series)
    for (index, town) in towns.enumerated() {
      maker.note("ons doel", in: town, activity: .pitch, place: "goal", by: people[index * 4])
    }
    let said = maker.note("zei ik", activity: .pitch, place: "goal", by: people[4])
    maker.change(said, in: .plenary, set: ["kind": "spoken"])
    // What was left out besides would be no sheet of those who are hidden.
    let sheets = Report(workshops: [maker.workshop]).notes.filter { $0.kind == .sheet }
    #expect(sheets.map(\.municipality) == ["almere", "beekdorp"])
  }

  @Test func `no number of people, less those in the list, is one or two`() throws {
    // Six formal people, of whom five agreed; six informal ones, of whom none did.
    var (maker, _) = room(agreeing: [0, 1, 4, 5, 8], Array(Self.towns.prefix(3)))
    let report = Report(workshops: [maker.workshop])
    #expect(report.standings.map(\.isMerged) == [true])
    #expect(report.standings.map(\.number) == [12])
    #expect(report.protection.withheld.first { $0.what == .function }?.count == 7)
    // One of twelve: the number of all less the list is that one.
    for person in maker.workshop.participants.dropFirst() {
      maker.change(
        person.id, in: .session, SessionCollection.participants,
        set: ["consent-function": .bool(true)])
    }
    maker.change(
      maker.workshop.participants[0].id, in: .session, SessionCollection.participants,
      set: ["consent-function": .bool(false)])
    let all = Report(workshops: [maker.workshop])
    #expect(all.standings.map(\.number) == [nil] && all.standings[0].isNumberWithheld)
    #expect(all.protection.withheld.isEmpty)
    #expect(Cells([(key: 1, number: 6), (key: 2, number: 6)], unlisted: { $0 }).told.isEmpty)
  }

  @Test func `no item of the programme tells the municipality of words that are told without it`()
    throws
  {
    var (maker, people) = room(agreeing: [])
    let items = try Self.towns.map { town in
      try #require(
        RecordID("10000000-0000-4000-8000-0000000\(town.utf8.count)\(town.utf8.first ?? 0)00"))
    }
    for (index, town) in Self.towns.enumerated() {
      maker.change(
        items[index], in: .session, SessionCollection.items,
        set: [
          "activity": "vision", "title": .string("Visie \(town)"), "day": .number("2"),
          "start": "09:00",
        ])
      let said = maker.note("gezegd", in: town, activity: .vision, by: people[index * 4])
      maker.change(
        said, in: DocumentName(municipality: town),
        set: ["kind": "spoken", "item": .string(items[index].text)])
    }
    let report = Report(workshops: [maker.workshop])
    #expect(report.notes.allSatisfy { $0.item == nil })
    #expect(report.workshops[0].programme.allSatisfy { $0.notes == 0 })
    let team = Report(
      workshops: [maker.workshop], edition: .team(DocumentName(municipality: "Venlo")))
    #expect(team.notes.map(\.item) == [items[3].text])
  }

  /// The towns that somebody may speak for at a closing of whom no municipality is told.
  private func left(_ workshop: Workshop) -> Set<String> {
    let told = Report(workshops: [workshop]).closing?.compactMap(\.municipality) ?? []
    return Set(Self.towns.map { DocumentName(municipality: $0).text }).subtracting(told)
  }

  @Test(arguments: 1...UInt8(10))
  func `what editions of several moments leave open together is never one`(_ series: UInt8) throws {
    let id = try #require(WorkshopID("00112233-4455-6677-8899-aabbccddee\(series + 10)"))
    var open = Set(Self.towns.map { DocumentName(municipality: $0).text })
    // The first town is left out each time; others agree, withdraw or have not spoken yet, and somebody comes late.
    for (quiet, spoken, withdrawn) in [
      ([0], 0..<5, false), ([0, 1], 0..<5, false), ([0, 2], 0..<5, true), ([0], 0..<2, false),
      ([0, 3, 4], 0..<5, true), ([0], 0..<4, true),
    ] {
      var (maker, people) = room(
        agreeing: (0..<5).filter { !quiet.contains($0) }.map { $0 * 4 }, series: series)
      for index in spoken {
        maker.note(
          "wij gaan door", activity: .closing,
          place: DocumentName(municipality: Self.towns[index]).text, by: people[index * 4])
      }
      if withdrawn {
        maker.change(
          people[7], in: .session, SessionCollection.participants, set: ["deleted": .bool(true)])
      }
      var workshop = maker.workshop
      var session = try #require(workshop.documents[.session])
      session.join(id)
      workshop.replace(session)
      let candidates = left(workshop)
      #expect(candidates.contains("almere"))
      open.formIntersection(candidates)
    }
    #expect(open.count > 1)
  }

  @Test(arguments: 0..<5)
  func `where one is missing another one is left out with it`(_ missing: Int) throws {
    let agreeing = (0..<5).filter { $0 != missing }.map { $0 * 4 }
    let closing = try #require(closing(agreeing: agreeing).closing)
    let told = closing.compactMap(\.municipality)
    #expect(told.count == 3)
    let withheld = closing.filter(\.isMunicipalityWithheld)
    #expect(withheld.flatMap(\.words).count == 2)
    // The function of who agreed would tell of which municipality they are.
    #expect(withheld.allSatisfy { $0.speaker == nil })
  }

  @Test func `which one that is does not tell which is missing`() throws {
    var pairs: [Set<Int>: Set<Int>] = [:]
    for missing in 0..<5 {
      for series in 1...UInt8(40) {
        let agreeing = (0..<5).filter { $0 != missing }.map { $0 * 4 }
        let told = try #require(closing(agreeing: agreeing, series: series).closing)
          .compactMap(\.municipality)
        let left = Set(
          Self.towns.indices.filter {
            !told.contains(DocumentName(municipality: Self.towns[$0]).text)
          })
        #expect(left.contains(missing) && left.count == 2)
        pairs[left, default: []].insert(missing)
      }
    }
    #expect(pairs.values.allSatisfy { $0.count == 2 })
  }

  @Test func `a side that only one municipality has is left out`() throws {
    var (maker, people) = room(agreeing: [])
    for person in people[4...] where maker.workshop.participant(person)?.standing == .formal {
      maker.change(
        person, in: .session, SessionCollection.participants, set: ["side": "informal"])
    }
    let id = maker.note("zei ik", activity: .recap, group: "formal", by: people[0])
    maker.change(id, in: .plenary, set: ["kind": "spoken"])
    let note = try #require(Report(workshops: [maker.workshop]).notes.first)
    #expect(note.voice == nil && note.group == nil)
    #expect(note.withheld == [.municipality, .side, .time])
  }

  @Test func `a role is told by municipality where three agreed, and never what is left is one`()
    throws
  {
    var (maker, people) = room(agreeing: Array(0..<4) + [4])
    let role = maker.role("Tolk", ["side": "informal"])
    func pick(_ numbers: Range<Int>) {
      for number in numbers {
        let town = Self.towns[number / 4]
        maker.note("", in: town, activity: .roleMarket, place: role.text, by: people[number])
      }
    }
    func counts() -> [Int?: Int] {
      let market = Report(workshops: [maker.workshop]).roleMarket?.first
      return Dictionary(
        (market?.municipalities ?? []).map { entry in
          (
            entry.isMerged
              ? nil
              : Self.towns.firstIndex { DocumentName(municipality: $0).text == entry.municipality },
            entry.count
          )
        }, uniquingKeysWith: { $1 })
    }
    pick(0..<4)
    #expect(counts() == [0: 4])
    pick(4..<5)
    // One of Beekdorp would be left.
    #expect(counts() == [:])
    pick(5..<7)
    #expect(counts() == [0: 4, nil: 3])
  }

  @Test func `small numbers of where people stand are merged, and the smallest other with them`() {
    var (maker, people) = room(agreeing: [])
    maker.change(
      people[0], in: .session, SessionCollection.participants, set: ["side": "both"])
    let report = Report(workshops: [maker.workshop])
    #expect(report.standings.map(\.isMerged) == [false, true])
    #expect(report.standings.map(\.number) == [10, 10])
    #expect(report.protection.smallStandings.map(\.standing) == [.both])
    // Whoever is told of by consent is no secret.
    let (open, _) = room(agreeing: Array(0..<20))
    #expect(Report(workshops: [open.workshop]).standings.map(\.isMerged) == [false, false])
  }

  @Test func `two workshops together tell no more than each alone`() {
    var (one, people) = room(agreeing: [])
    one.change(people[0], in: .session, SessionCollection.participants, set: ["side": "neither"])
    let (other, _) = room(agreeing: [], series: 2)
    let together = Report(workshops: [one.workshop, other.workshop])
    #expect(together.standings.map(\.standing) == [.informal, nil])
    #expect(together.standings.map(\.number) == [20, 20])
  }

  @Test func `numbers by municipality are told where three of each are hidden, all or none`() {
    let (maker, people) = room(agreeing: [0])
    #expect(Report(workshops: [maker.workshop]).participants.map(\.number) == [4, 4, 4, 4, 4])
    var few = maker
    few.change(
      people[1], in: .session, SessionCollection.participants,
      set: ["consent-function": .bool(true)])
    let report = Report(workshops: [few.workshop])
    #expect(report.participants.map(\.number) == [nil, nil, nil, nil, nil])
    #expect(report.participants.map(\.people.count) == [2, 0, 0, 0, 0])
  }

  @Test func `how many named a strength is told only if it does not say who`() throws {
    var (maker, people) = room(agreeing: Array(0..<4), ["Almere", "Beekdorp"])
    let strength = maker.note("luistert", place: "formal/skills", group: "formal", by: people[0])
    maker.note(
      "ook laat", place: "formal/skills", group: "formal", by: people[4], addsTo: strength)
    let told = Report(workshops: [maker.workshop]).strengths[0].boxes[1].items.first
    #expect(told?.municipalities == ["almere"] && told?.municipalityCount == nil)
    var (wide, many) = room(agreeing: Array(0..<4))
    let other = wide.note("luistert", place: "formal/skills", group: "formal", by: many[0])
    wide.note("ook laat", place: "formal/skills", group: "formal", by: many[4], addsTo: other)
    let more = Report(workshops: [wide.workshop]).strengths[0].boxes[1].items.first
    #expect(more?.municipalities == ["almere"] && more?.municipalityCount == 2)
  }

  @Test func `who sat at tables is told in numbers where none is one or two`() {
    let report = Report(workshops: [WholeWorkshop().workshop])
    let seats = report.consultations?.flatMap(\.rounds).compactMap(\.seats) ?? []
    #expect(!seats.isEmpty && seats.allSatisfy { $0.isNumberWithheld && $0.hosts == nil })
    #expect(seats.flatMap(\.visitors).allSatisfy { $0.number == nil })
    #expect(report.visits?.map(\.number) == [nil, nil])
    #expect(report.visits?.map(\.rounds) == [1, 1])
    let team = Report(workshops: [WholeWorkshop().workshop], edition: .team(WholeWorkshop.beekdorp))
    #expect(team.visits?.map(\.number) == [2, 1])
  }

  @Test func `no warning tells how many are hidden where`() {
    var (maker, people) = room(agreeing: Array(0..<19))
    // There are six, and one of them is told of.
    maker.change(
      people[19], in: .session, SessionCollection.participants,
      set: ["isGroup": .bool(true), "number": .integer(5)])
    let groups = Report(workshops: [maker.workshop]).protection.smallGroups
    #expect(groups.count == 10)
  }
}
