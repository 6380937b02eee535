import Foundation
import ReportText
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// The report of the example holds what the publication prints, item by item.
struct ExampleTests {
  @Test func `strengths are those of the boxes, by side and dimension`() throws {
    let strengths = try Example.report().strengths
    let boxes = strengths.flatMap { side in side.boxes.map { (side.side, $0) } }
    #expect(boxes.count == SourceTable.boxes.count)
    for ((side, box), printed) in zip(boxes, SourceTable.boxes) {
      #expect(side == printed.side)
      #expect(box.dimension == printed.dimension)
      #expect(box.items.map(\.text) == printed.strengths)
    }
    #expect(boxes.map { $0.1.items.count } == [3, 3, 4, 4, 4, 7, 5, 2])
    #expect(strengths.map(\.count) == [14, 18])
  }

  @Test func `each side is named by the other, on sheets of no municipality`() throws {
    for side in try Example.report().strengths {
      for strength in side.boxes.flatMap(\.items) {
        #expect(strength.group == side.side.other.rawValue, "\(strength.text)")
        #expect(strength.municipalities == [], "\(strength.text)")
        #expect(strength.additions == [] && strength.roles == [], "\(strength.text)")
      }
    }
    let notes = try Example.report().notes.filter { $0.activity == .strengths && $0.place != nil }
    #expect(notes.allSatisfy { $0.voice?.rawValue == $0.group && $0.kind == .document })
  }

  @Test(arguments: ReportFormat.allCases)
  func `three strengths of the running text stand with the strengths and are not counted`(
    format: ReportFormat
  ) throws {
    let report = try Example.report()
    let outside = try #require(report.strengthsOutside)
    #expect(outside.count == 3)
    let text = try Printing.text(report, format)
    for strength in outside { #expect(text.contains(strength.text), "\(strength.text)") }
    #expect(report.strengths.map(\.count) == [14, 18])
  }

  @Test func `three strengths of the running text stand in no box`() throws {
    let prose = try Example.report().notes.filter { $0.tags.contains("lopende tekst") }
    #expect(prose.count == 3)
    #expect(prose.allSatisfy { $0.activity == .strengths && $0.place == nil })
  }

  @Test func `roles and relations are those of the figures`() throws {
    let sides = try Example.report().roles
    let roles = sides.flatMap { side in
      side.madeHere.map { role in
        SourceTable.Role(side: side.side ?? .formal, name: role.name, relation: role.relation)
      }
    }
    #expect(roles == SourceTable.roles)
    #expect(sides.map(\.side) == [.formal, .informal])
    // The publication is about this workshop: its roles were made here, and not taken from an earlier one.
    #expect(sides.map(\.madeHere.count) == [10, 17])
    #expect(sides.flatMap(\.source2016) == [])
    #expect(sides.flatMap(\.madeHere).allSatisfy { $0.from == [] })
  }

  @Test func `strengths of the running text stand in the order of the publication`() throws {
    let report = try Example.report()
    let outside = try #require(report.strengthsOutside).map(\.note)
    let sources = outside.compactMap { id in report.notes.first { $0.id == id }?.source }
    #expect(
      sources.compactMap { $0.components(separatedBy: ", p. ").last } == ["17-18", "18", "20"])
  }

  @Test
  func `what is practice, wish or intention is called so, and a form in the making has no name`()
    throws
  {
    let notes = try Example.report().notes.filter { $0.activity == .plan }
    let wishes = notes.filter { $0.claim == .wish }
    #expect(wishes.map(\.municipality) == ["zaandam", "zaandam", "zuidplas", "den-haag"])
    // The wishes are those of one person on the informal side, and no actions of a team.
    #expect(wishes.allSatisfy { $0.voice == .informal && $0.place != "action" })
    let forms = notes.filter { $0.place?.hasPrefix("form/") == true }
    let unnamed = forms.filter { $0.claim == nil }.compactMap(\.municipality)
    #expect(unnamed == ["zaandam", "zaandam", "zuidplas"])
  }

  @Test func `the two catalysts are two roles`() throws {
    let catalysts = try Example.report().roles.flatMap(\.madeHere)
      .filter { $0.name == "Katalysator van de positieve beweging" }
    #expect(Set(catalysts.map(\.id)).count == 2)
    #expect(Set(catalysts.map(\.description)).count == 2)
    #expect(catalysts.map(\.relation) == [.partner, .targetGroup])
  }

  @Test func `each role is one of the content, in its words`() throws {
    let content = try Content.load(.dutch)
    for side in try Example.report().roles {
      for role in side.madeHere {
        let known = try #require(
          content.roles.first { $0.side == side.side && $0.name == role.name })
        #expect(role.description == known.description)
        #expect(role.source == content.citation(of: known.source))
      }
    }
  }

  @Test func `participants are counted where the text counts them`() throws {
    let report = try Example.report()
    let places = report.participants.prefix(5)
    #expect(places.map(\.municipality) == SourceTable.municipalities.map(\.file))
    #expect(places.map(\.name) == SourceTable.municipalities.map(\.name))
    #expect(places.map(\.number) == SourceTable.municipalities.map(\.participants))
    let sides = places.map { place in
      place.people.map { $0.side?.rawValue ?? "-" }.joined(separator: " ")
    }
    #expect(sides == SourceTable.municipalities.map(\.sides))
    let others = report.participants.dropFirst(5)
    #expect(others.map(\.municipality) == [nil])
    #expect(others.map(\.number) == [0] && others.map(\.researchers) == [SourceTable.researchers])
    #expect(others.flatMap(\.people).allSatisfy { $0.side == .researcher })
  }

  @Test(arguments: Language.allCases)
  func `twenty took part in all, and how they divide is not told`(language: Language) throws {
    let report = try Example.report()
    #expect(report.participantNumber == 20 && report.hasUndividedTotal)
    let total = try #require(try Printing.words(language).total(of: report))
    for format in [ReportFormat.markdown, .html] {
      #expect(try Printing.text(report, format, language).contains(total), "\(total)")
    }
    #expect(total.contains("20") && total.contains("6"))
    #expect(report.standings.first { $0.standing == .informal }?.number == nil)
  }

  @Test func `a group of unknown size has no number`() throws {
    let groups = try Example.workshop().participants.filter { $0.isGroup && $0.number == nil }
    #expect(groups.map(\.municipality?.text) == ["utrecht", "utrecht", "dordrecht"])
  }

  @Test func `forms of cooperation stand with the municipalities of chapter four`() throws {
    let content = try Content.load(.dutch)
    let notes = try Example.report().notes
    for municipality in SourceTable.municipalities {
      let forms = notes.filter { $0.municipality == municipality.file }.compactMap { note in
        note.place.flatMap { $0.hasPrefix("form/") ? String($0.dropFirst(5)) : nil }
      }
      #expect(forms == municipality.forms, "\(municipality.name)")
      for id in forms {
        let form = try #require(content.forms.first { $0.id == id })
        #expect(form.examples.contains { $0.municipality == municipality.file }, "\(id)")
      }
    }
  }

  @Test func `the nine conditions that feed cooperation come in their order`() throws {
    let conditions = try Example.report().notes.filter { $0.activity == .conditions }
    let feeding = conditions.filter { $0.municipality == nil }.compactMap(\.place)
      .filter { $0.hasPrefix("feeding-") }
    #expect(feeding == SourceTable.feeding.map { "feeding-\($0)" })
    let known = try Content.load(.dutch).conditionGroups.flatMap(\.conditions).map(\.id)
    #expect(conditions.allSatisfy { known.contains($0.place ?? "") })
  }

  @Test func `Zaandam weighs two options, each with what speaks for and against it`() throws {
    let models = try Content.load(.dutch).informalPositionModels
    let notes = try Example.report().notes.filter { $0.place?.hasPrefix("model/") == true }
    #expect(notes.allSatisfy { $0.municipality == "zaandam" && $0.activity == .plan })
    let options = notes.filter { $0.addsTo == nil }
    #expect(options.map(\.place) == models.map { "model/\($0.id)" })
    for (option, model) in zip(options, models) {
      let points = notes.filter { $0.addsTo == option.id }
      #expect(points.filter { $0.tags == ["voordeel"] }.count == model.pros.count)
      #expect(points.filter { $0.tags == ["nadeel"] }.count == model.cons.count)
    }
  }

  @Test func `plans are plans only where the text has one`() throws {
    let notes = try Example.report().notes.filter { $0.activity == .plan }
    let planning = { (tag: String) in
      Set(notes.filter { $0.tags.contains(tag) }.compactMap(\.municipality)).sorted()
    }
    #expect(planning("plan") == ["dordrecht", "zaandam", "zuidplas"])
    #expect(planning("doel") == ["utrecht"])
    #expect(planning("wens") == ["den-haag", "zaandam"])
  }

  @Test func `an item counts what the text says was made in it, and no more`() throws {
    let items = try #require(try Example.report().workshops.first).programme
    let counts = items.filter { $0.notes > 0 }.map { ["\($0.activity)", "\($0.notes)"] }
    #expect(counts == [["strengths", "34"], ["consultations", "2"], ["plan", "16"]])
  }

  @Test func `no role claims more than its figure`() throws {
    for language in Language.allCases {
      let roles = try Content.load(language).roles
      let claims =
        /eindverantwoord|final responsib|opleiding|training|ervaring|experience|vroeg|early|altijd|always|zaal|room|werkelijk|really/
      for role in roles {
        #expect(role.description.firstMatch(of: claims) == nil, "\(role.id): \(role.description)")
      }
    }
  }

  @Test func `every note is traceable`() throws {
    let workshop = try Example.workshop()
    for note in workshop.notes.all {
      #expect(note.source?.prefixMatch(of: #/hfst\. \d|Inleiding, /#) != nil, "\(note.text)")
      #expect(note.source?.contains(", p. ") == true, "\(note.text)")
      #expect(note.group != nil && note.activity != nil, "\(note.text)")
      #expect(note.place == nil || note.typedPlace != nil, "\(note.text)")
      let item = note.item.flatMap(workshop.item)
      // What was pitched and shown in the talk is not printed; what is told of both comes from elsewhere.
      let isBesideTheProgramme = [.preparation, .conditions, .pitch, .framework]
        .contains(note.activity)
      #expect(note.item == nil || !isBesideTheProgramme && item?.kind == note.activity)
      if let municipality = note.municipality { #expect(note.group == municipality.text) }
      if let ground = note.addsTo { #expect(workshop.notes[ground] != nil) }
      #expect(note.from.allSatisfy { workshop.notes[$0] != nil })
    }
    #expect(workshop.participants.allSatisfy { $0.source?.hasPrefix("hfst. 1, ") == true })
    #expect(workshop.info.source?.contains("ISBN 978-90-5830-743-9") == true)
  }

  @Test func `items show the goals and prompts of the content`() throws {
    let templates = try Content.load(.dutch).programme
    for item in try Example.workshop().items {
      let template = try #require(templates.first { $0.id == item.template })
      #expect(item.kind == template.kind && item.day == template.day)
      #expect(item.title == template.title)
    }
  }
}
