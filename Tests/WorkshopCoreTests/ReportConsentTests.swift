import TestSupport
import Testing
import WorkshopCore

/// What somebody agreed to counts for their words, in every activity and in their own workshop.
struct ReportConsentTests {
  private let beekdorp = WholeWorkshop.beekdorp

  /// A published workshop with a chair, and one in which the chair did not agree.
  private func published() -> Workshop {
    var maker = WorkshopMaker(
      NewWorkshop(
        title: "Boek", language: .dutch, municipalities: ["Vaartstad"], items: [],
        people: [
          NewWorkshop.Person(
            name: nil, function: "speeltuinbaas", standing: .informal, municipality: "Vaartstad")
        ]), surroundings: .counted(series: 2, from: 1_700_000_000))
    maker.change(
      maker.workshop.participants[0].id, in: .session, SessionCollection.participants,
      set: ["source": "hfst. 1"])
    maker.change(
      WorkshopInfo.record, in: .session, SessionCollection.workshop, set: ["source": "een boek"])
    return maker.workshop
  }

  @Test func `each workshop keeps its own consent when several are reported together`() throws {
    var whole = WholeWorkshop(bare: .counted())
    whole.maker.note(
      "zei de baas", in: "Beekdorp", activity: .preparation, place: "interview/what",
      fields: ["respondent": "speeltuinbaas"])
    whole.maker.note(
      "schommel", in: "Beekdorp", activity: .plan, place: "action",
      fields: ["who": "speeltuinbaas"])
    let alone = Report(workshops: [whole.workshop])
    let together = Report(workshops: [published(), whole.workshop])
    #expect(alone.notes.map(\.withheld) == [[.function], []])
    #expect(together.notes.map(\.withheld) == alone.notes.map(\.withheld))
    #expect(together.notes.map(\.respondent) == [nil, nil])
    #expect(together.plans?.flatMap(\.actions).map(\.who) == [nil])
    #expect(together.plans == alone.plans)
    #expect(
      together.protection.withheld.first { $0.what == .function }?.count
        == alone.protection.withheld.first { $0.what == .function }?.count)
  }

  @Test
  func `what somebody of another municipality agreed to tells nothing of one who is called alike`()
    throws
  {
    var whole = WholeWorkshop(bare: .counted())
    // The playground keeper, "Wil", is of Beekdorp and agreed; nobody in Duinstad is called so.
    whole.agree(2, to: [.function])
    whole.agree(6, to: [.function])
    for home in ["Duinstad", "Beekdorp"] {
      for meant in ["speeltuinbaas", "Wil"] {
        whole.maker.note(
          "zei de baas", in: home, activity: .preparation, place: "interview/what",
          fields: ["respondent": .string(meant)])
        whole.maker.note(
          "schommel", in: home, activity: .plan, place: "action", fields: ["who": .string(meant)])
      }
      // Researchers come to all.
      whole.maker.note(
        "meten", in: home, activity: .plan, place: "action", fields: ["who": "Floor"])
    }
    // A sheet of a municipality that hangs among those of the whole room is of it as well.
    whole.maker.note(
      "zei de baas", activity: .preparation, place: "interview/what", group: "duinstad",
      fields: ["respondent": "speeltuinbaas"])
    let report = Report(workshops: [whole.workshop])
    let respondents = report.notes.filter { $0.activity == .preparation }.map(\.respondent)
    #expect(respondents == [nil, nil, "speeltuinbaas", "speeltuinbaas", nil])
    let plans = try #require(report.plans)
    let who = { (home: DocumentName) in
      plans.filter { $0.municipality == home.text }.flatMap(\.actions).map(\.who)
    }
    #expect(who(WholeWorkshop.duinstad) == [nil, nil, "veldwerkster"])
    #expect(who(beekdorp) == ["speeltuinbaas", "speeltuinbaas", "veldwerkster"])
  }

  @Test func `every note is told alike alone and together`() {
    var whole = WholeWorkshop()
    whole.agree(1, to: [.function])
    var other = WholeWorkshop(.counted(series: 2, from: 1_796_000_000))
    other.agree(0, to: [.function, .quote])
    other.agree(3, to: [.photograph])
    let workshops = [whole.workshop, other.workshop]
    let together = Report(workshops: workshops)
    for (index, workshop) in workshops.enumerated() {
      let alone = Report(workshops: [workshop])
      let own = together.notes.filter { $0.workshop == index }.map { note in
        var note = note
        note.workshop = 0
        // A mark grows where two workshops have one that ends alike.
        note.mark = String(note.mark.suffix(5))
        return note
      }
      #expect(own == alone.notes)
      #expect(
        together.scores.filter { $0.workshop == index }.map(\.scores)
          == alone.scores.map(\.scores))
    }
  }

  private static let activities = ActivityKind.allCases.filter {
    ![.roleMarket, .conditions].contains($0)
  }

  @Test(arguments: activities, ["spoken", "verbatim"])
  func `signed words lose municipality and time in every activity`(
    _ activity: ActivityKind, _ how: String
  ) throws {
    var whole = WholeWorkshop(bare: .counted())
    let place = activity == .consultations ? "beekdorp/1" : nil
    let id = whole.maker.note(
      "zei ik", in: "Beekdorp", activity: activity, place: place, group: "beekdorp",
      by: whole.ids[0])
    whole.set(
      id,
      how == "spoken"
        ? ["kind": "spoken"] : ["verbatim": .bool(true), "kind": "sheet"], in: beekdorp)
    func traced(_ edition: Report.Edition = .public) throws -> Report.TracedNote {
      try #require(
        Report(workshops: [whole.workshop], edition: edition).notes.first { $0.id == id.text })
    }
    let told = try traced()
    #expect(told.municipality == nil && told.group == nil && told.at == nil)
    #expect(told.place == nil && told.voice == .formal)
    #expect(Set(told.withheld).isSuperset(of: [.municipality, .time]))
    let report = Report(workshops: [whole.workshop])
    #expect(report.visits == nil)
    #expect(report.consultations?.map(\.municipality) ?? [nil] == [nil])
    #expect(try traced(.team(beekdorp)).municipality == "beekdorp")
    whole.agree(0, to: [.function, .quote])
    #expect(try traced().municipality == "beekdorp")
    #expect(try traced().at != nil)
    #expect(try traced().withheld == [])
  }

  @Test func `what is said at a table that is left out stands apart`() throws {
    var whole = WholeWorkshop()
    for place in ["beekdorp", "beekdorp/1"] {
      let id = whole.maker.note(
        "zei ik", in: "Beekdorp", activity: .consultations, place: place, by: whole.ids[0])
      whole.set(id, ["kind": "spoken"], in: beekdorp)
    }
    let tables = try #require(Report(workshops: [whole.workshop]).consultations)
    #expect(tables.map(\.isMunicipalityWithheld) == [false, false, true])
    let last = try #require(tables.last)
    #expect(last.questions.map(\.text) == ["zei ik"])
    #expect(last.rounds.map(\.round) == [nil] && last.rounds[0].seats == nil)
    #expect(last.rounds[0].advice.map(\.text) == ["zei ik"])
    #expect(tables[0].questions.map(\.text) == ["hoe blijft het leuk?"])
  }

  @Test func `an id is no telephone number`() throws {
    let number = "6047cf03-0835-8495-9286-a94511871808"
    var whole = WholeWorkshop()
    for person in whole.ids.indices { whole.agree(person, to: [.photograph, .function]) }
    whole.maker.note("", in: "Beekdorp", activity: .roleMarket, place: number, by: whole.ids[0])
    whole.maker.note(
      "brug", in: "Beekdorp", activity: .vision, place: "drawing",
      fields: ["attachments": .texts([number + ".jpg"])])
    let report = Report(workshops: [whole.workshop])
    #expect(report.notes.contains { $0.place == number })
    #expect(report.notes.contains { $0.attachments == [number + ".jpg"] })
  }
}
