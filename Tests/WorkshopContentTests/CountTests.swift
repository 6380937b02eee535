import Testing
import WorkshopContent
import WorkshopCore

/// The counts of the report, as its sections, boxes and figures have them.
struct CountTests {
  @Test func `conditions come in six groups`() throws {
    let groups = try Content.load(.dutch).conditionGroups
    #expect(
      groups.map { [$0.id, String($0.conditions.count)] } == [
        ["informal-organisation", "4"], ["formal-organisation", "7"], ["frontrunners", "5"],
        ["fertile-soil", "4"], ["attitude", "2"], ["feeding", "9"],
      ])
    #expect(groups.filter { !$0.isScored }.map(\.id) == ["frontrunners"])
    #expect(
      groups.filter { !$0.isListedInSource }.map(\.id) == ["formal-organisation", "attitude"])
    #expect(groups.first?.conditions.compactMap(\.label) == ["A", "B", "C", "D"])
  }

  @Test func `four forms are about families and three about a community`() throws {
    let forms = try Content.load(.dutch).forms
    #expect(
      forms.map(\.focus) == Array(repeating: .family, count: 4) + [
        .community, .community, .community,
      ])
    #expect(forms.map(\.hasBox) == [true, true, false, true, true, true, false])
  }

  @Test func `boxes hold sixteen conditions`() throws {
    let forms = try Content.load(.dutch).forms
    let box = forms.map { form in form.conditions.filter { !$0.isProse }.count }
    #expect(box == [6, 2, 0, 2, 4, 2, 0])
    #expect(box.reduce(0, +) == 16)
    let prose = forms.map { form in form.conditions.filter(\.isProse).count }
    #expect(prose == [2, 0, 3, 0, 0, 0, 1])
    for form in forms where !form.hasBox {
      let inBox = (form.start + form.attention + form.conditions).filter { !$0.isProse }
      #expect(inBox.isEmpty, "\(form.id)")
    }
  }

  @Test func `points of attention and examples`() throws {
    let forms = try Content.load(.dutch).forms
    #expect(forms.map(\.attention.count) == [1, 5, 3, 0, 4, 1, 0])
    #expect(forms.map { form in form.attention.count(where: \.isProse) } == [0, 2, 3, 0, 2, 1, 0])
    #expect(
      forms.map { $0.examples.map(\.municipality) } == [
        ["dordrecht", "utrecht"], ["den-haag"], ["utrecht", "den-haag"], ["zaandam", "zuidplas"],
        ["zaandam"], ["zaandam", nil], [nil],
      ])
  }

  @Test func `three points make it last, with two models`() throws {
    let content = try Content.load(.dutch)
    #expect(content.lastingPoints.map(\.parts.count) == [2, 3, 4])
    #expect(content.informalPositionModels.map(\.pros.count) == [3, 2])
    #expect(content.informalPositionModels.map(\.cons.count) == [1, 2])
  }

  @Test func `framework and game`() throws {
    let content = try Content.load(.dutch)
    #expect(content.perspectives.map(\.dominantSide) == [.formal, .informal])
    #expect(content.startingPoints.map(\.id) == ["formal", "informal", "both"])
    #expect(content.dimensions.map(\.id) == [.knowledge, .skills, .position, .power])
    #expect(Set(content.treeParts.map(\.id)) == Set(TreePart.allCases))
    #expect(Set(content.prejudiceStatements.map(\.about)) == Set(Side.allCases))
    #expect(content.prejudiceStatements.count == 2)
  }

  @Test(arguments: Language.allCases)
  func `figures are a drawing and a table`(language: Language) throws {
    let figures = try Content.load(language).figures
    #expect(figures.map(\.id) == ["fig1", "fig2"])
    let drawing = try #require(figures.first).drawing
    #expect(drawing.count == 10)
    #expect(drawing.allSatisfy { $0.count <= 50 })
    let table = try #require(figures.last?.table)
    #expect(table.columns == [.informal, .formal])
    #expect(table.rows.map(\.focus) == [.family, .community])
    #expect(table.rows.map(\.arrows) == ["← →", "→ ←"])
    #expect(table.rows.map { $0.cell(.informal).count } == [3, 3])
    #expect(table.rows.map { $0.cell(.formal).count } == [2, 1])
  }

  @Test func `ids are unique`() throws {
    let content = try Content.load(.dutch)
    var ids = content.programme.map(\.id) + content.roles.map(\.id)
    ids += content.conditionGroups.flatMap { $0.conditions.map(\.id) }
    ids += content.forms.flatMap { [$0.id] + ($0.start + $0.attention + $0.conditions).map(\.id) }
    ids += content.lastingPoints.flatMap { [$0.id] + $0.parts.map(\.id) }
    ids += content.informalPositionModels.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
