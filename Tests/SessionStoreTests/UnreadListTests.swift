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

  // MARK: Merging

  /// A copy of the session from before the participant withdrew, with lists that nothing reads.
  private func scene(with list: String, in file: String) throws -> (WithdrawalScene, SessionFolder)
  {
    var scene = try WithdrawalScene()
    try FileManager.default.copyItem(
      atPath: scene.path, toPath: scene.parent.path + "/stick")
    let text = try scene.parent.text(of: "stick/\(file)")
    let brace = try #require(text.firstIndex(of: "{"))
    let added = list.replacing("PERSON", with: scene.person.text)
    try scene.parent.write(
      "{\n  \(added)," + text[text.index(after: brace)...], to: "stick/\(file)")
    try scene.withdraw()
    return (scene, SessionFolder(scene.parent.path + "/stick"))
  }

  @Test(arguments: [
    (#""Notes": [{"text": "geheime kracht", "by": "PERSON"}]"#, "beekdorp.json"),
    (#""notes": [{"text": "geheime kracht", "who": {"is": "PERSON"}}]"#, "session.json"),
    (#""trash": "geheime kracht, door PERSON""#, "duinstad.json"),
    (#""trash": {"PERSON": "geheime kracht"}"#, "duinstad.json"),
    (#""trash": ["geheime kracht van Zwaluw de Merel"]"#, "duinstad.json"),
  ])
  func `a list that holds what was taken back is named and not taken over`(
    list: String, file: String
  ) throws {
    let (scene, stick) = try scene(with: list, in: file)
    let name: FieldName =
      list.contains("Notes") ? "Notes" : list.contains("notes") ? "notes" : "trash"
    let outcome = try scene.folder().merge(stick)
    #expect(
      outcome.leftAlone.contains(
        StoreError(file: "\(stick.path)/\(file)", fact: .heldInMember(name))))
    #expect(try scene.leaks() == [])
    let single = try scene.folder().merge(file: "\(stick.path)/\(file)")
    #expect(single.leftAlone.map(\.fact).contains(.heldInMember(name)))
    #expect(try scene.leaks() == [])
  }

  @Test func `a copy beside the document brings no such list in, stays, and is told of`() throws {
    let (scene, stick) = try scene(
      with: #""Notes": [{"text": "geheime kracht", "by": "PERSON"}]"#, in: "beekdorp.json")
    let name = "beekdorp.sync-conflict-20261124-101500-ABCDEFG.json"
    try FileManager.default.copyItem(
      atPath: "\(stick.path)/beekdorp.json", toPath: "\(scene.path)/\(name)")
    let check = try scene.folder().check(known: KnownIDs())
    #expect(!check.isInOrder)
    try scene.folder().erase()
    #expect(try scene.leaks().allSatisfy { $0.hasSuffix(name) })
    let later = try scene.folder().check(known: KnownIDs())
    #expect(
      later.findings.contains {
        $0.fact == .heldAfterErasing && $0.file == "\(scene.path)/\(name)"
      })
  }

  @Test func `what nothing reads and comes in is told, once`() throws {
    let (scene, stick) = try scene(
      with: #""Notes": [{"text": "lost voice"}], "colour": "red""#, in: "beekdorp.json")
    let outcome = try scene.folder().merge(stick)
    #expect(outcome.unread.map(\.fact) == [.cameInUnread("Notes"), .cameInUnread("colour")])
    #expect(outcome.unread.allSatisfy { $0.place != nil && $0.isNotice })
    #expect(try scene.parent.text(of: "session/beekdorp.json").contains("lost voice"))
    #expect(try scene.folder().merge(stick).isEmpty)
  }

  @Test func `of two lists of one name none takes the place of the other in silence`() throws {
    let (scene, stick) = try scene(with: #""trash": ["een"]"#, in: "beekdorp.json")
    try add(#""trash": ["twee"]"#, to: "beekdorp.json", in: scene)
    for (one, other) in [(scene.folder(), stick), (stick, scene.folder())] {
      let before = try String(contentsOfFile: "\(one.path)/beekdorp.json", encoding: .utf8)
      let outcome = try one.merge(other)
      #expect(outcome.leftAlone.map(\.fact).contains(.contradicts))
      let after = try String(contentsOfFile: "\(one.path)/beekdorp.json", encoding: .utf8)
      #expect(before.contains("een") == after.contains("een"))
      #expect(before.contains("twee") == after.contains("twee"))
    }
  }
}
