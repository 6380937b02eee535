import ReportText
import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// Whose claim a note of a plan is and what kind of thing it claims, and what is chosen and what only spoken of.
struct PlanClaimTests {
  private func report(_ write: (inout WorkshopMaker) -> Void) -> Report {
    var maker = WorkshopMaker()
    write(&maker)
    return Report(workshops: [maker.workshop])
  }

  /// The heading under which a text stands, in Markdown.
  private func heading(over text: String, _ report: Report, _ language: Language = .dutch) throws
    -> String
  {
    let lines = try Printing.text(report, .markdown, language).split(separator: "\n")
    let place = try #require(lines.firstIndex { $0.contains(text) })
    return lines[..<place].last { $0.hasPrefix("- **") }.map(String.init) ?? ""
  }

  @Test(arguments: Language.allCases)
  func `a goal, a wish and what is done already stand under headings of their own`(
    language: Language
  ) throws {
    let words = try Printing.words(language)
    let report = report { maker in
      for (number, claim) in Note.Claim.allCases.enumerated() {
        maker.note(
          "tekst \(number)", in: "Beekdorp", activity: .plan,
          place: number.isMultiple(of: 2) ? "lasting" : "action",
          fields: ["claim": .string(claim.rawValue), "who": "Noor"])
      }
    }
    for (number, claim) in Note.Claim.allCases.enumerated() {
      let heading = try heading(over: "tekst \(number)", report, language)
      #expect(heading.lowercased().contains(words.word("claim.\(claim.rawValue).plural")))
      #expect(heading.contains(words.word("teller.team")))
      let isAim = [.goal, .wish, .practice].contains(claim)
      #expect(heading.contains(words.heading("lasting")) == (!isAim && number.isMultiple(of: 2)))
    }
    #expect(report.plans?[0].actions.map(\.claim) == [.wish, .agreement])
    for format in [ReportFormat.markdown, .html] {
      #expect(try !Printing.text(report, format, language).contains(words.word("gap.claim")))
    }
  }

  @Test(arguments: [ReportFormat.markdown, .html])
  func `where no kind was recorded the report says so`(format: ReportFormat) throws {
    let report = report { maker in
      maker.note("koffie", in: "Beekdorp", activity: .plan, place: "action")
    }
    let text = try Printing.text(report, format)
    let unknown = try Printing.words().word("gap.claim")
    #expect(text.components(separatedBy: unknown).count == 2)
    #expect(text.contains("Acties, volgens het team"))
  }

  @Test(arguments: [ReportFormat.markdown, .html])
  func `researchers and the publication are told apart from the team`(format: ReportFormat) throws {
    let text = try Printing.text(try Example.report(), format)
    for heading in [
      "Doelen, volgens de publicatie", "Wensen, van informele kant",
      "Acties: voornemens, volgens het team", "Acties: voornemens, van formele kant",
      "Acties: voornemens, volgens de publicatie",
      "Samenwerkingsvorm (bestaande praktijk), volgens de onderzoekers: ",
      "Besproken, niet opgeschreven als keuze: ",
    ] {
      #expect(text.contains(heading), "\(heading)")
    }
    #expect(!text.contains("Verduurzamen, volgens") && !text.contains("Wensen, volgens het team"))
  }

  @Test func `a remark chooses nothing, and stands with what was chosen`() throws {
    let report = report { maker in
      let remark: JSONObject = ["remark": .bool(true)]
      maker.note(
        "past niet", in: "Beekdorp", activity: .plan, place: "form/consultation", fields: remark)
      maker.note("Consultatie", in: "Duinstad", activity: .plan, place: "form/consultation")
      maker.note(
        "in de zomer", in: "Duinstad", activity: .plan, place: "form/consultation", fields: remark)
      maker.note(
        "te duur", in: "Duinstad", activity: .plan, place: "model/tied-network", fields: remark)
      maker.note(
        "lastig", in: "Beekdorp", activity: .framework, place: "start/both", fields: remark)
      maker.note("Samen", in: "Duinstad", activity: .framework, place: "start/both")
    }
    let plans = try #require(report.plans)
    #expect(plans[0].forms == [] && plans[0].considered?.map(\.id) == ["consultation"])
    #expect(plans[1].forms.flatMap(\.notes).map(\.text) == ["Consultatie", "in de zomer"])
    #expect(plans[1].models == [] && plans[1].considered?.map(\.id) == ["tied-network"])
    #expect(report.forms?.map(\.municipalities) == [["duinstad"]])
    #expect(report.framework.map(\.municipalities) == [["duinstad"]])
    #expect(report.frameworkRemarks?.map(\.text) == ["lastig"])
    for format in ReportFormat.allCases {
      let text = try Printing.text(report, format)
      for said in ["past niet", "in de zomer", "te duur", "lastig"] {
        #expect(text.contains(said), "\(said)")
      }
    }
  }

  @Test func `words in files of before there were remarks choose as they did`() throws {
    let report = report { maker in
      maker.note("past goed", in: "Beekdorp", activity: .plan, place: "form/consultation")
      maker.note("samen", in: "Beekdorp", activity: .framework, place: "start/both")
    }
    #expect(report.plans?[0].forms.map(\.id) == ["consultation"])
    #expect(report.plans?[0].considered == nil)
    #expect(report.framework.map(\.municipalities) == [["beekdorp"]])
    #expect(report.frameworkRemarks == nil)
  }
}
