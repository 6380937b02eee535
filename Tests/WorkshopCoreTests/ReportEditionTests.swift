import TestSupport
import Testing
import WorkshopCore

/// What each edition tells of people: decided by what they agreed to, and told as values.
struct ReportEditionTests {
  private let beekdorp = WholeWorkshop.beekdorp

  private func note(_ text: String, _ report: Report) throws -> Report.TracedNote {
    try #require(report.notes.first { $0.text.contains(text) }, "\(text)")
  }

  @Test func `the public edition is what comes without asking`() {
    let whole = WholeWorkshop()
    #expect(Report(workshops: [whole.workshop]).edition == .public)
    #expect(Report(workshops: [whole.workshop]).municipality == nil)
    #expect(
      Report(workshops: [whole.workshop], edition: .team(beekdorp)).municipality == "beekdorp")
  }

  // MARK: People

  @Test func `people stand in the public edition by side, others by consent`() throws {
    var whole = WholeWorkshop()
    let before = Report(workshops: [whole.workshop])
    // One researcher is of no municipality: with the numbers of the others that would follow.
    #expect(before.participants.map(\.number) == [nil, nil, nil])
    #expect(before.participants.map(\.unlisted) == [nil, nil, nil])
    #expect(before.participants.map(\.isNumberWithheld) == [true, true, true])
    #expect(before.participants.flatMap(\.people).isEmpty)
    #expect(before.standings.map(\.standing) == [.informal, nil])
    #expect(before.standings.map(\.number) == [3, 4])
    #expect(before.standings.map(\.isMerged) == [false, true])
    #expect(before.protection.smallStandings.map(\.standing) == [.formal, .both, .researcher])
    whole.agree(1, to: [.function])
    whole.agree(0, to: [.quote, .photograph, .archive])
    let after = Report(workshops: [whole.workshop])
    let person = try #require(after.participants[0].people.first)
    #expect(after.participants.flatMap(\.people).count == 1)
    #expect(person.name == nil && person.function == "theeschenkster")
  }

  @Test func `a team's edition has its own people by name, and nobody else`() {
    let whole = WholeWorkshop()
    let report = Report(workshops: [whole.workshop], edition: .team(beekdorp))
    #expect(report.participants.map(\.municipality) == ["beekdorp"])
    #expect(report.participants[0].people.map(\.name) == WholeWorkshop.people[0..<3].map(\.name))
    #expect(
      report.participants[0].people.map(\.function) == WholeWorkshop.people[0..<3].map(\.function))
    #expect(report.participants[0].unlisted == 0)
    let authors = Set(report.notes.compactMap(\.author))
    #expect(authors == Set(WholeWorkshop.people[0..<3].map(\.name)))
    // What a visitor said at the table is there; who that was is not.
    #expect(report.notes.contains { $0.text == "begin klein" && $0.author == nil })
  }

  @Test func `what a publication printed of people stands there as printed`() throws {
    var maker = WorkshopMaker()
    let noor = maker.workshop.participants[0].id
    maker.change(
      noor, in: .session, SessionCollection.participants, set: ["source": "hfst. 1"])
    // A section alone proves nothing: anybody can type one.
    #expect(Report(workshops: [maker.workshop]).participants[0].people.isEmpty)
    maker.change(
      WorkshopInfo.record, in: .session, SessionCollection.workshop, set: ["source": "een boek"])
    let published = Report(workshops: [maker.workshop])
    #expect(published.participants[0].people.map(\.function) == ["coördinator"])
    #expect(published.participants[0].people.map(\.name) == [nil])
    #expect(published.participants[1].people.isEmpty)
  }

  // MARK: Words

  @Test func `literal words are quoted by consent, and left out without`() throws {
    var whole = WholeWorkshop()
    let id = try #require(
      whole.workshop.notes.all.first { $0.text == "zij kent elke voordeur" }?.id)
    func traced(_ edition: Report.Edition = .public) throws -> Report.TracedNote {
      let report = Report(workshops: [whole.workshop], edition: edition)
      return try #require(report.notes.first { $0.id == id.text })
    }
    let refused = try traced()
    #expect(refused.text == "" && !refused.verbatim)
    #expect(refused.withheld.contains(.quotation))
    let own = try traced(.team(beekdorp))
    #expect(own.text == "zij kent elke voordeur" && own.verbatim && own.withheld == [])
    whole.agree(0, to: [.quote])
    let quoted = try traced()
    #expect(quoted.text == "zij kent elke voordeur" && quoted.verbatim)
    #expect(quoted.municipality == nil && quoted.withheld.contains(.municipality))
    #expect(quoted.voice == .formal)
    // It stays a strength that counts, with or without its words.
    whole.agree(0, to: [])
    let report = Report(workshops: [whole.workshop])
    let box = report.strengths[1].boxes[2]
    #expect(box.items.map(\.text) == [""] && report.strengths[1].count == 2)
  }

  @Test func `literal words of nobody are no quotation of a person`() throws {
    var whole = WholeWorkshop()
    let id = whole.maker.note("zei iemand", place: "formal/skills")
    whole.set(id, ["verbatim": .bool(true), "source": "h. 3"])
    let told = try note("zei iemand", Report(workshops: [whole.workshop]))
    #expect(!told.verbatim && told.withheld == [])
    whole.set(id, ["kind": "literature"])
    #expect(try note("zei iemand", Report(workshops: [whole.workshop])).verbatim)
    whole.set(id, ["kind": "sheet"])
    whole.maker.change(
      WorkshopInfo.record, in: .session, SessionCollection.workshop, set: ["source": "een boek"])
    #expect(try note("zei iemand", Report(workshops: [whole.workshop])).verbatim)
  }

  @Test func `a document with a section is quoted, and tells no names of the room`() throws {
    var whole = WholeWorkshop()
    let id = whole.maker.note("Noortje schreef", activity: .preparation, place: "document")
    whole.set(
      id,
      [
        "kind": "document", "source": "blz. 3", "verbatim": .bool(true),
        "respondent": "wijkregisseuse",
      ])
    let told = try note("schreef", Report(workshops: [whole.workshop]))
    #expect(told.text == "[…] schreef" && told.verbatim && told.respondent == nil)
    #expect(told.withheld == [.name, .function])
  }

  @Test func `a sheet of a municipality is its own, whichever file it is in`() throws {
    var whole = WholeWorkshop()
    whole.maker.note("vel", place: "formal/skills", group: "beekdorp", by: whole.ids[0])
    whole.maker.note("kant", place: "formal/skills", group: "formal", by: whole.ids[0])
    let items = Report(workshops: [whole.workshop]).strengths[0].boxes[1].items
      .filter { ["vel", "kant"].contains($0.text) }
    #expect(items.map(\.municipalities) == [["beekdorp"], []])
    #expect(items.map(\.municipalityCount) == [1, 1])
  }

  @Test func `a researcher who wrote it down can't agree for who said it`() throws {
    var whole = WholeWorkshop()
    whole.agree(6, to: Consent.Use.allCases)
    let interview = whole.maker.note("zei zij", activity: .preparation, by: whole.ids[6])
    whole.set(interview, ["verbatim": .bool(true), "kind": "interview"])
    let observed = whole.maker.note("riep hij", activity: .tree, by: whole.ids[6])
    whole.set(observed, ["verbatim": .bool(true), "voice": "informal"])
    let own = whole.maker.note("ik leerde", activity: .closing, by: whole.ids[6])
    whole.set(own, ["verbatim": .bool(true)])
    let report = Report(workshops: [whole.workshop])
    #expect(try !note("zei zij", report).verbatim)
    #expect(try !note("riep hij", report).verbatim)
    #expect(try note("ik leerde", report).verbatim)
  }

  @Test func `an answer about archives changes nothing in the report`() {
    var whole = WholeWorkshop()
    let before = Report(workshops: [whole.workshop])
    whole.agree(0, to: [.archive])
    #expect(Report(workshops: [whole.workshop]) == before)
  }

  @Test func `a name within a text is told to the team only`() throws {
    var whole = WholeWorkshop()
    whole.maker.note("Noortje belt; wil iedereen dat?", in: "Beekdorp", activity: .recap)
    let report = Report(workshops: [whole.workshop])
    let told = try note("belt", report)
    #expect(told.text == "[…] belt; wil iedereen dat?")
    #expect(told.withheld == [.name])
    let team = Report(workshops: [whole.workshop], edition: .team(beekdorp))
    #expect(try note("belt", team).text == "Noortje belt; wil iedereen dat?")
  }

  // MARK: Where words come from

  @Test func `a sheet keeps its municipality, one person's words their side only`() throws {
    var whole = WholeWorkshop()
    whole.maker.note(
      "vel van ons", in: "Beekdorp", activity: .recap, group: "beekdorp", by: whole.ids[0])
    let spoken = whole.maker.note(
      "zei ik", in: "Beekdorp", activity: .recap, group: "beekdorp", by: whole.ids[0])
    whole.set(spoken, ["kind": "spoken"], in: beekdorp)
    var report = Report(workshops: [whole.workshop])
    #expect(try note("vel van ons", report).municipality == "beekdorp")
    let told = try note("zei ik", report)
    #expect(told.municipality == nil && told.group == nil && told.at == nil)
    #expect(told.voice == .formal && told.withheld == [.municipality, .time])
    whole.agree(0, to: [.function])
    report = Report(workshops: [whole.workshop])
    #expect(try note("zei ik", report).municipality == "beekdorp")
    #expect(try note("zei ik", report).at != nil)
  }

  @Test func `who speaks at the closing is told by side`() throws {
    var whole = WholeWorkshop()
    var closing = try #require(Report(workshops: [whole.workshop]).closing)
    #expect(closing.map(\.municipality) == [nil, nil, nil])
    #expect(closing[0].isMunicipalityWithheld && closing[0].standing == .informal)
    #expect(closing[0].words.map(\.text) == ["wij gaan door"])
    whole.agree(2, to: [.function])
    closing = try #require(Report(workshops: [whole.workshop]).closing)
    #expect(closing[0].municipality == "beekdorp" && closing[0].speaker == "speeltuinbaas")
    let team = Report(workshops: [whole.workshop], edition: .team(beekdorp))
    #expect(team.closing?.map(\.speaker) == ["Wil"])
  }

  @Test func `picks are tallies for all, and words for the team`() throws {
    let whole = WholeWorkshop()
    let report = Report(workshops: [whole.workshop])
    let market = try #require(report.roleMarket)
    #expect(market.map(\.name) == ["Zaalgever", "Voordeurkenner"])
    #expect(market.map(\.count) == [1, 2])
    #expect(market.flatMap(\.municipalities).isEmpty && market.flatMap(\.standings).isEmpty)
    #expect(market.flatMap(\.picks).allSatisfy { $0.about == nil && $0.why == nil })
    for pick in market.flatMap(\.picks) {
      let trace = try #require(report.notes.first { $0.id == pick.note })
      #expect(trace.municipality == nil && trace.group == nil && trace.text == "")
      #expect(trace.withheld == [.municipality, .reasons, .time])
    }
    let team = Report(workshops: [whole.workshop], edition: .team(beekdorp)).roleMarket
    #expect(team?.map(\.name) == ["Zaalgever", "Voordeurkenner"])
    #expect(team?.flatMap(\.picks).map(\.person) == ["Noortje Blauwbeen", "Aminata el Zwaluw"])
    #expect(team?.flatMap(\.picks).map(\.about) == ["mijzelf", "onze straat"])
    #expect(team?.flatMap(\.picks).map(\.why) == ["ik heb sleutels", "omdat ik dat ben"])
  }

  // MARK: Who does something

  @Test func `who does it becomes a function, a side, or nothing`() throws {
    var whole = WholeWorkshop()
    whole.agree(1, to: [.function])
    let actions = try #require(Report(workshops: [whole.workshop]).plans?.first).actions
    #expect(actions.map(\.who) == ["theeschenkster", nil])
    #expect(actions.map(\.whoStands) == [[.formal], []])
    #expect(actions.map { $0.withheld.contains(.who) } == [false, true])
    let team = Report(workshops: [whole.workshop], edition: .team(beekdorp)).plans?.first?.actions
    #expect(team?.map(\.who) == ["Noortje en Aminata", "Koosje Buitenstaander"])
  }

  @Test(
    arguments: [
      ("Noortje Blauwbeen", [Standing.formal]), ("noortje", [.formal]),
      ("speeltuinbaas / Wil", [.informal, .informal]),
      ("Noortje, Wil & Aminata", [.formal, .informal, .informal]),
      ("de buurt", []), ("Noortje samen", []),
    ] as [(String, [Standing])])
  func `people are found by name, first name and function`(_ who: String, _ stands: [Standing])
    throws
  {
    var whole = WholeWorkshop(bare: .counted())
    whole.maker.note(
      "x", in: "Beekdorp", activity: .plan, place: "action", fields: ["who": .string(who)])
    let action = try #require(Report(workshops: [whole.workshop]).plans?.first?.actions.first)
    #expect(action.who == nil && action.whoStands == stands)
    #expect(action.withheld == (stands.isEmpty ? [.who] : []))
  }

  @Test func `a respondent is told by function only if that is a participant who agreed`() throws {
    var whole = WholeWorkshop()
    func respondents(_ edition: Report.Edition = .public) -> [String?]? {
      Report(workshops: [whole.workshop], edition: edition).preparation?.interviews.flatMap(\.items)
        .map(\.respondent)
    }
    #expect(respondents() == [nil, nil])
    #expect(respondents(.team(beekdorp)) == ["theeschenkster"])
    whole.agree(1, to: [.function])
    #expect(respondents() == ["theeschenkster", nil])
    let interview = Report(workshops: [whole.workshop]).preparation?.interviews.last?.items.last
    #expect(interview?.withheld == [.function])
  }

  @Test func `a photograph is named when all who may be on it agreed`() throws {
    var whole = WholeWorkshop()
    func drawing() -> Report.Drawing? {
      Report(workshops: [whole.workshop]).visions?.flatMap(\.drawings).first
    }
    for person in 3...5 {
      #expect(drawing()?.attachments == [] && drawing()?.withheldAttachments == 1)
      whole.agree(person, to: [.photograph])
    }
    #expect(drawing()?.attachments == ["brug.jpg"] && drawing()?.withheldAttachments == 0)
    let team = Report(workshops: [whole.workshop], edition: .team(WholeWorkshop.duinstad))
    #expect(team.visions?.flatMap(\.drawings).first?.attachments == ["brug.jpg"])
  }

  // MARK: What it says of itself

  @Test func `it warns where fewer than three share municipality and side`() {
    let whole = WholeWorkshop()
    let small = Report(workshops: [whole.workshop]).protection.smallGroups
    #expect(small.map(\.municipality) == ["beekdorp", "beekdorp", "duinstad", "duinstad"])
    #expect(small.map(\.side) == [.formal, .informal, .formal, .informal])
    var more = WholeWorkshop()
    for person in more.ids.indices { more.agree(person, to: [.function]) }
    more.maker.change(
      more.ids[1], in: .session, SessionCollection.participants,
      set: ["isGroup": .bool(true), "number": .integer(2)])
    let fewer = Report(workshops: [more.workshop]).protection.smallGroups
    #expect(fewer.map(\.side) == [.formal, .formal, .informal])
    more.maker.change(
      more.ids[0], in: .session, SessionCollection.participants,
      set: ["isGroup": .bool(true), "number": .null])
    #expect(
      Report(workshops: [more.workshop]).protection.smallGroups.map(\.municipality) == [
        "duinstad", "duinstad",
      ])
  }

  @Test func `it counts what it leaves out`() {
    let whole = WholeWorkshop()
    let report = Report(workshops: [whole.workshop])
    let counts = report.protection.withheld
    for what in Report.Withheld.allCases {
      let notes = report.notes.count { $0.withheld.contains(what) }
      let people = what == .function ? 7 : 0
      #expect(counts.first { $0.what == what }?.count ?? 0 == notes + people, "\(what)")
    }
    #expect(Set(counts.map(\.what)) == Set(Report.Withheld.allCases).subtracting([.name, .side]))
    let team = Report(workshops: [whole.workshop], edition: .team(beekdorp))
    #expect(Set(team.protection.withheld.map(\.what)) == [.municipality])
  }
}
