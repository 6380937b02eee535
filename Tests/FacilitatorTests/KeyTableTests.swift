import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

struct KeyTableTests {
  @Test func `no two actions want one key in one place`() throws {
    let all = KeyTable.standardBindings + Stages.bindings
    let table = try KeyTable(all)
    #expect(table.bindings.count == all.count)
    #expect(KeyTable.standard.bindings.count == all.count)
  }

  @Test func `a conflict names the key and both actions`() {
    let bindings = [
      KeyTable.Binding(action: .edit, scope: .workshop, keys: ["e"], rank: nil, label: nil),
      KeyTable.Binding(
        action: .makeRole, scope: .stage(.strengths), keys: ["e"], rank: nil, label: nil),
    ]
    #expect(throws: KeyTable.Conflict(key: "e", actions: [.edit, .makeRole])) {
      try KeyTable(bindings)
    }
  }

  @Test(arguments: Language.allCases) func `each action is explained`(_ language: Language) throws {
    let content = try Content.load(language)
    for binding in KeyTable.standard.bindings {
      #expect(!content.word(binding.explanation).contains("⟨"), "\(binding.explanation)")
      if let label = binding.label { #expect(!content.word(label).contains("⟨"), "\(label)") }
    }
  }

  @Test(arguments: Set(KeyTable.standard.bindings.map(\.scope)))
  func `the help shows every key of its scope`(_ scope: KeyTable.Scope) throws {
    let content = try Content.load(.dutch)
    var pager = Pages.help(scope, content: content)
    pager.settle(in: Size(columns: 100, rows: 200))
    var frame = Frame(size: Size(columns: 100, rows: 200))
    pager.draw(in: frame.bounds, on: &frame)
    for binding in KeyTable.standard.bindings(in: scope) {
      #expect(frame.text.contains(content.word(binding.explanation)))
      for key in binding.keys { #expect(frame.text.contains(KeyNames.text(key, content))) }
    }
  }
}
