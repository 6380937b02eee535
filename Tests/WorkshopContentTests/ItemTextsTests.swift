import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

/// The texts of an item: its own where it has some, else those that are built in.
struct ItemTextsTests {
  private func item(_ set: JSONObject, template: String = "day1-strengths", kind: ActivityKind)
    throws -> ProgrammeItem
  {
    var maker = WorkshopMaker(
      NewWorkshop(
        title: "", language: .dutch,
        items: [
          NewWorkshop.Item(
            template: template, kind: kind, title: "x", day: 1, start: nil, minutes: 10)
        ]))
    let id = try #require(maker.workshop.items.first).id
    if !set.isEmpty { maker.change(id, in: .session, SessionCollection.items, set: set) }
    return try #require(maker.workshop.item(id))
  }

  @Test(arguments: Language.allCases)
  func `without own texts all is as it is built in`(_ language: Language) throws {
    let content = try Content.load(language)
    let item = try item([:], kind: .strengths)
    let template = try #require(content.template(of: item))
    let texts = content.texts(of: item)
    #expect(texts == content.builtInTexts(of: item))
    #expect(texts.phases == template.phases)
    #expect(texts.prompts == template.prompts)
    #expect(texts.script == template.script)
    #expect(texts.researchGoal == template.researchGoal)
    #expect(texts.developmentGoal == template.developmentGoal)
    #expect(texts.groupForm == template.groupForm)
    #expect(texts.now == content.activity(.strengths).now)
  }

  @Test func `own texts stand in for the built-in ones, each by itself`() throws {
    let content = try Content.load(.dutch)
    let item = try item(
      ["prompts": .texts(["wie?"]), "now-own": "nu wij", "researchGoal": "weten"],
      kind: .strengths)
    let texts = content.texts(of: item)
    let built = content.builtInTexts(of: item)
    #expect(texts.prompts == ["wie?"])
    #expect(texts.script == built.script)
    #expect(texts.researchGoal == "weten")
    #expect(texts.developmentGoal == built.developmentGoal)
    #expect(texts.phases.map(\.now).filter { $0 == "nu wij" }.count == 1)
    #expect(texts.phases.first { $0.id == "own" }?.now == "nu wij")
    #expect(built.phases.first { $0.id == "own" }?.now != "nu wij")
  }

  @Test func `another way to divide the room leaves the whole room whole`() throws {
    let content = try Content.load(.dutch)
    let texts = content.texts(of: try item(["groupForm": "mixed"], kind: .strengths))
    #expect(texts.phases.map(\.groupForm) == [.mixed, .plenary, .mixed, .plenary])
    #expect(texts.groupForm == .mixed)
  }

  @Test func `an item that nothing is built in for has its own texts all the same`() throws {
    let content = try Content.load(.dutch)
    let item = try item(
      ["prompts": .texts(["waarom?"]), "now": "samen kijken"], template: "", kind: .conditions)
    #expect(content.template(of: item) == nil)
    let texts = content.texts(of: item)
    #expect(texts.prompts == ["waarom?"])
    #expect(texts.now == "samen kijken")
    #expect(texts.researchGoal.isEmpty)
    #expect(content.texts(of: .outside).now.isEmpty)
  }
}
