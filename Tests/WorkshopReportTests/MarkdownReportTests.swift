import Foundation
import ReportText
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// The report as Markdown: sections, words, traces, and hostile notes.
struct MarkdownReportTests {
  private func words(_ language: Language) throws -> ReportWords {
    let content = try Content.load(language)
    return ReportWords { content.word($0, $1) }
  }

  private func markdown(_ workshops: [Workshop], _ language: Language = .dutch) throws -> String {
    let bytes = try ReportFormat.markdown.bytes(
      of: Report(workshops: workshops), words: words(language))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A workshop in which everything that a report can say occurs.
  private func full() -> WorkshopMaker {
    var maker = WorkshopMaker()
    let noor = maker.workshop.participants[0].id
    maker.change(
      noor, in: .session, SessionCollection.participants,
      set: ["consent": .object(["quote": .bool(true), "function": .bool(true)])])
    let a = maker.note(
      "goed luisteren", in: "Beekdorp", place: "formal/skills", group: "informal", by: noor)
    maker.change(
      a, in: DocumentName(municipality: "Beekdorp"),
      set: ["verbatim": .bool(true), "voice": "informal", "source": "h. 3"])
    let b = maker.note("ook zonder woorden", place: "formal/skills", group: "plenary", addsTo: a)
    maker.note("nog niets", place: "informal", group: "mixed-2")
    maker.note("overleg", in: "Duinstad", activity: .tree, place: "roots", group: "duinstad")
    maker.note("samen", activity: .framework, place: "family/mutual")
    maker.note("hier", activity: .framework, place: "start/both")
    maker.note("doel", activity: .pitch, place: "goal")
    maker.note("tekening", activity: .vision, place: "drawing")
    maker.note("stap", activity: .plan, place: "action")
    maker.note("lang", activity: .plan, place: "lasting")
    maker.note("vorm", activity: .plan, place: "form/helping-hand")
    maker.note("model", activity: .plan, place: "model/umbrella")
    for score in [2, 3, 5] {
      maker.note(
        "", activity: .conditions, place: "feeding-money/end", group: "informal",
        fields: ["score": .integer(score)])
    }
    maker.note(
      "", activity: .conditions, place: "feeding-money/start", group: "formal",
      fields: ["score": "not-applicable"])
    maker.note("gast", activity: .consultations, place: "beekdorp/1")
    maker.note("raar", activity: .walk, place: "ergens")
    maker.role(
      "Luisteraar",
      [
        "side": "formal", "from": .texts([a.text, b.text]), "relation": "both",
        "description": "Luistert\nen vraagt",
      ])
    maker.role(
      "Tolk", ["side": "informal", "sourceRole": "informal-interpreter", "source": "h. 3"])
    maker.role("Ergens", [:])
    return maker
  }

  @Test(arguments: Language.allCases)
  func `every word exists and every value is put in`(language: Language) throws {
    let maker = full()
    let empty = WorkshopMaker(NewWorkshop(title: "", language: language)).workshop
    for workshops in [[maker.workshop], [maker.workshop, empty], [empty]] {
      let text = try markdown(workshops, language)
      #expect(!text.contains("⟨"), "\(text.split(separator: "⟨").dropFirst().first ?? "")")
      #expect(text.firstMatch(of: /\{[a-z]+\}/) == nil)
    }
    let content = try Content.load(language)
    for key in NoteParts.allWords { #expect(!content.word(key).hasPrefix("⟨"), "\(key)") }
  }

  @Test func `sections come in order`() throws {
    let text = try markdown([full().workshop])
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(
      headings == [
        "## Opzet", "## Voorbereiding", "## De samenwerkingsverbanden",
        "## Waar de samenwerkingen staan", "## Voorwaarden", "## Krachten", "## Rollen",
        "## Rollenmarkt", "## Boom van samenwerking", "## Gekozen samenwerkingsvormen",
        "## Toekomstvisie", "## Op consult", "## Plan van aanpak", "## Afsluiting",
        "## Notities per gemeente en werkvorm, ook buiten het programma",
        "## Register van notities",
      ])
    #expect(text.hasPrefix("# Verslag: Beekdorp en Duinstad\n"))
    #expect(text.contains("### Formele werkers (1)"))
    #expect(text.contains("#### Vaardigheden (1)"))
    #expect(text.contains("#### Hier gemaakt (1)"))
    #expect(text.contains("#### Bron 2016 (1)"))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    #expect(!text.contains("\n\n\n"))
  }

  @Test func `every link leads to a note in the register, every note is in it`() throws {
    let maker = full()
    let text = try markdown([maker.workshop])
    let targets = Set(text.matches(of: /\]\(#(note-[0-9a-f]+)\)/).map { String($0.1) })
    let anchors = text.matches(of: /<a id="(note-[0-9a-f]+)"><\/a>/).map { String($0.1) }
    #expect(anchors.count == maker.workshop.notes.all.count { !$0.isScore })
    #expect(targets == Set(anchors))
    let first = try #require(maker.workshop.notes.all.first)
    #expect(
      text.contains(
        """
        - <a id="note-\(first.id.text.suffix(5))"></a>**\(first.id.text.suffix(5))** “goed luisteren”
          - Beekdorp · groep: informele werkers · krachten en rollen · formele werkers – vaardigheden · stem: informeel
          - flip-overvel · via het toetsenbord · \(try Printing.words().time(first.at?.text ?? "")) · bron: h. 3
        """))
  }

  @Test func `quotation marks only where it is literal`() throws {
    let text = try markdown([full().workshop])
    #expect(text.contains("“goed luisteren”"))
    #expect(!text.contains("“ook zonder woorden"))
    #expect(text.matches(of: /“/).count == 4)
  }

  @Test func `what is not recorded says so`() throws {
    var maker = WorkshopMaker()
    let people = maker.workshop.participants
    maker.change(
      people[1].id, in: .session, SessionCollection.participants, set: ["isGroup": .bool(true)])
    maker.note("zomaar", place: nil)
    let text = try markdown([maker.workshop])
    #expect(
      text.contains(
        "\n## Opzet\n\nNiet vastgelegd: plaats, data, aantal mensen van een gemeente of tafel, werkelijk (2).\n"
      ))
    #expect(text.contains("\n- **Duinstad**\n"))
    #expect(!text.contains("Samen, op de lijst"))
    #expect(text.contains("| Dag | Onderdeel | Gepland | Notities |\n"))
    #expect(text.contains("| 1 | Krachten en rollen | 11:00 · 90 min | 1 |"))
    #expect(text.contains("\n## Register van notities\n\nNiet vastgelegd: groep, stem.\n"))
    #expect(!text.contains("Noor"))
  }

  @Test func `hostile texts stay texts, wherever they stand`() throws {
    let evil = "<script>x</script>\n\n# kop\n\n| a |\n[x](javascript:y) {{z}} \u{1B}[2J\u{9B}31m"
    var maker = WorkshopMaker(
      NewWorkshop(
        title: evil, language: .dutch, municipalities: ["Beekdorp" + evil],
        items: [
          NewWorkshop.Item(
            template: "t", kind: .strengths, title: evil, day: 1, start: nil, minutes: nil)
        ],
        people: [
          NewWorkshop.Person(
            name: evil, function: evil, standing: nil, municipality: "Beekdorp" + evil)
        ]))
    let a = maker.note(evil, in: "Beekdorp" + evil, place: "formal", group: evil)
    maker.change(
      a, in: DocumentName(municipality: "Beekdorp" + evil), set: ["source": .string(evil)])
    maker.note(evil, activity: .closing, place: evil, addsTo: a)
    maker.role(evil, ["description": .string(evil), "from": .texts([a.text])])
    let text = try markdown([maker.workshop])
    #expect(!text.contains("<script"))
    #expect(!text.contains("{{"))
    #expect(text.matches(of: /<[^a\/]/).isEmpty)
    #expect(text.matches(of: /(?:^|[^\\])\[x/).isEmpty)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.filter { $0.hasPrefix("# ") }.count == 1)
    #expect(!lines.contains { $0.drop { $0 == " " }.hasPrefix("# kop") })
    #expect(!lines.contains { $0.drop { $0 == " " }.hasPrefix("| a") })
    let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.allSatisfy { $0 == "\n" })
  }

  @Test func `a report of several workshops tells which is which`() throws {
    var second = WorkshopMaker(
      NewWorkshop(title: "Tweede", language: .dutch, municipalities: ["Beekdorp"]),
      surroundings: .counted(series: 2, from: 1_796_000_000))
    second.note("daar", in: "Beekdorp", activity: .pitch)
    let text = try markdown([full().workshop, second.workshop])
    #expect(text.hasPrefix("# Verslag van 2 werkplaatsen\n"))
    #expect(text.contains("### 1 · Beekdorp en Duinstad"))
    #expect(text.contains("### 2 · Tweede"))
    #expect(text.contains("- 2 · Tweede · Beekdorp · pitch"))
  }

  @Test func `a report of one municipality says so`() throws {
    let report = Report(
      workshops: [full().workshop], edition: .team(DocumentName(municipality: "Duinstad")))
    let text = String(
      decoding: try ReportFormat.markdown.bytes(of: report, words: words(.dutch)), as: UTF8.self)
    #expect(text.contains("Alles wat bij Duinstad is vastgelegd"))
    #expect(text.contains("overleg"))
    // What others named stands once, among the strengths of all that a team takes home.
    #expect(text.components(separatedBy: "goed luisteren").count == 2)
  }
}

/// Words that are looked up by ids of the core, so that no search of the sources finds them.
private enum NoteParts {
  static let allWords: [String] =
    ActivityKind.allCases.map(\.rawValue) + Dimension.allCases.map(\.rawValue) + ["unsorted"]
    + TreePart.allCases.flatMap { [$0.rawValue, "\($0.rawValue).explained"] }
    + PitchPart.allCases.map { "pitch.\($0.rawValue)" }
    + VisionForm.allCases.map { "vision.\($0.rawValue)" }
    + Focus.allCases.map { "focus.\($0.rawValue)" }
    + Direction.allCases.map { "report.direction.\($0.rawValue)" }
    + Note.Kind.allCases.map { "kind.\($0.rawValue)" }
    + Note.Voice.allCases.map { "voice.\($0.rawValue)" }
    + Note.Channel.allCases.map { "report.via.\($0.rawValue)" }
    + Side.allCases.map { "\($0.rawValue).plural" }
}
