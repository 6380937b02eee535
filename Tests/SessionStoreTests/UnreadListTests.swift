import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// Lists that somebody made in a file and that nothing reads: no rule takes words out of them, so they are told.
struct UnreadListTests {
  /// Writes a list above those that are read, as an editor does.
  private func add(_ list: String, to file: String, in scene: WithdrawalScene) throws {
    let text = try scene.parent.text(of: "session/\(file)")
    let brace = try #require(text.firstIndex(of: "{"))
    try scene.parent.write(
      "{\n  \(list)," + text[text.index(after: brace)...], to: "session/\(file)")
  }

  @Test(arguments: [
    ("trash", "duinstad.json"), ("notes", "session.json"), ("Notes", "beekdorp.json"),
    ("participants", "duinstad.json"),
  ])
  func `erase and check name the file and the place`(list: String, file: String) throws {
    var scene = try WithdrawalScene()
    let words = #"[{"text": "verstopt", "by": "\#(scene.person.text)"}]"#
    try add("\"\(list)\": \(words)", to: file, in: scene)
    let place = "\(scene.path)/\(file):2:\(list.utf8.count + 7)"
    #expect(try scene.folder().remains().contains(place))
    try scene.withdraw()
    #expect(try scene.folder().remains().contains { $0.hasPrefix("\(scene.path)/\(file):") })
    let check = try scene.folder().check(known: KnownIDs())
    let told = check.findings.filter { $0.fact == .heldAfterErasing }
    #expect(told.map(\.file) == ["\(scene.path)/\(file)"] && told[0].place != nil)
    #expect(!check.isInOrder)
    // Nobody is told to remove the document.
    let say = StoreErrorWords { key, _ in key }
    #expect(say.remedy(told[0]) == "store.remedy.held-in-list")
  }

  @Test func `a list without ids is told as one that nobody searches`() throws {
    var scene = try WithdrawalScene()
    try add(
      "\"trash\": [\"verstopt\"], \"empty\": [], \"colour\": \"red\"", to: "duinstad.json",
      in: scene)
    try scene.withdraw()
    let check = try scene.folder().check(known: KnownIDs())
    let file = scene.path + "/duinstad.json"
    let told = check.findings.filter { $0.file == file && $0.isNotice }
    #expect(told.map(\.fact) == [.checked(.unknownList("trash"))])
    #expect(try scene.folder().remains().filter { $0.hasPrefix(file) }.count == 1)
  }
}
