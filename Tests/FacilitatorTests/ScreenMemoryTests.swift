import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

/// What was remembered of a screen comes from a file that may hold anything.
struct ScreenMemoryTests {
  private let item = "3112c55b-aa5e-4933-85f5-0e8e4257655b"

  private func read(_ text: String) throws -> (memory: ScreenMemory, isWhole: Bool) {
    let gaps = ScreenMemory.Gaps()
    let decoder = JSONDecoder()
    decoder.userInfo[try #require(ScreenMemory.Gaps.key)] = gaps
    let memory = try decoder.decode(ScreenMemory.self, from: Data(text.utf8))
    return (memory, !gaps.areThere)
  }

  @Test func `an empty one, and one of which nothing is left out`() throws {
    #expect(try read("{}") == (ScreenMemory(), true))
    var memory = ScreenMemory()
    memory.boxes = [item: 2]
    memory.draft = ScreenMemory.Draft(
      note: NoteDraft(document: .plenary, item: nil, activity: .tree))
    memory.done = [.init(gesture: GestureID(UUID()), label: "iets")]
    let text = String(decoding: try JSONEncoder().encode(memory), as: UTF8.self)
    #expect(try read(text) == (memory, true))
  }

  @Test(arguments: [
    "\"boxes\": {\"ITEM\": -1}", "\"boxes\": {\"ITEM\": 9223372036854775807}",
    "\"boxes\": {\"ITEM\": 1e99}", "\"boxes\": {\"ITEM\": \"1\"}", "\"boxes\": {\"no id\": 1}",
    "\"boxes\": 3", "\"pages\": {\"ITEM\": -5}", "\"phases\": {\"ITEM\": 1.5}",
    "\"item\": \"x\"", "\"groups\": {\"ITEM\": 7}", "\"choices\": {\"ITEM\": {\"a\": 1}}",
    "\"draft\": {\"note\": {}}", "\"draft\": {\"note\": {\"document\": \"../x\", \"text\": \"\"}}",
    "\"leftDrafts\": [7, null]", "\"form\": {\"purpose\": {}}",
    "\"form\": {\"purpose\": {\"id\": \"x\", \"about\": []}, \"values\": {}, \"selected\": -1}",
    "\"done\": [{\"gesture\": \"x\", \"label\": \"\"}]",
  ])
  func `what makes no sense is left out, and the rest counts`(member: String) throws {
    let member = member.replacingOccurrences(of: "ITEM", with: item)
    let sound = "11111111-aa5e-4933-85f5-0e8e4257655b"
    let (memory, isWhole) = try read(
      "{\(member), \"extra\": {}, \"undone\": [{\"gesture\": \"\(sound)\", \"label\": \"blijft\"}]}"
    )
    #expect(!isWhole)
    #expect(memory.undone.map(\.label) == ["blijft"])
    var rest = memory
    rest.undone = []
    #expect(rest == ScreenMemory())
  }

  @Test func `a screen opens with whatever numbers it is given`() throws {
    let room = try Room().open(at: .strengths)
    room.press("Tab")
    for number in [0, 1, 9_999] {
      var memory = try #require(room.memory)
      let item = try #require(memory.item)
      memory.boxes = [item.text: number]
      memory.pages = memory.boxes
      memory.phases = memory.boxes
      let again = try Room().reopen(room, memory: memory)
      again.press("Down Tab Up Right Left PageDown")
      #expect(!again.screen.isEmpty)
    }
  }
}
