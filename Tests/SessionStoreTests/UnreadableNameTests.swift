import Foundation
import Glibc
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// Files whose names are not UTF-8, as programs of Windows put them into archives.
struct UnreadableNameTests {
  private typealias Scene = FolderContentsTests.Scene

  /// Renames a file to bytes that are no text, with an é of Windows in them.
  private func put(_ bytes: [UInt8], _ before: String, _ after: String, in scene: Scene) throws {
    try scene.put(bytes, "x")
    let path = Array((scene.path + "/" + before).utf8) + [0xE9] + Array(after.utf8) + [0]
    let result = path.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { target in
      target.baseAddress.map { rename(scene.path + "/x", $0) }
    }
    #expect(result == 0)
  }

  @Test(arguments: [
    ("caf", ".json"), ("duinstad (conflicted copy of Ren", " 2026-11-24).json"),
    ("duinstad-ren", ".json"), ("duinstad.damaged-", ".json"),
  ])
  func `one that may be a document is told by every command, and stays`(name: (String, String))
    throws
  {
    var scene = try Scene()
    try put(try scene.elsewhere("elsewhere"), name.0, name.1, in: scene)
    let error = StoreError(
      file: scene.path + "/" + name.0 + "\u{FFFD}" + name.1, fact: .unreadableName)
    #expect(try scene.folder.load().findings == [error])
    #expect(try scene.folder.check() == [error])
    #expect(throws: error) { _ = try SessionFiles(scene.folder) }
    try scene.add("second", in: Scene.duinstad)
    try scene.folder.erase()
    #expect(try scene.texts() == ["first", "second"])
    #expect(try scene.folder.load().findings == [error])
    #expect(try scene.folder.remains() == [error.file])
  }

  @Test func `any other is named by check`() throws {
    let scene = try Scene()
    try put([1], "caf", ".jpg", in: scene)
    #expect(try scene.folder.load().findings == [])
    #expect(try scene.folder.check().map(\.fact) == [.unreadableName])
  }

  @Test func `a replacement character in a name is a character`() throws {
    var scene = try Scene()
    try scene.put(try scene.elsewhere("elsewhere"), "caf\u{FFFD}.json")
    #expect(try scene.folder.load().findings.map(\.fact) == [.kin(Scene.duinstad)])
  }

  @Test func `a screen tells of one that comes while it is open`() async throws {
    let scene = try Scene()
    let (news, clock) = (NewsLog(), TestClock())
    let live = LiveSession(folder: SessionFolder(scene.path, clock: clock.clock), changed: news.add)
    _ = try await live.open()
    try put([1], "caf", ".json", in: scene)
    for _ in 0..<4 {
      clock.advance(seconds: 1)
      await live.poll()
    }
    let left = news.all.compactMap { if case .leftAlone(let error) = $0 { error } else { nil } }
    #expect(left.map(\.fact) == [.unreadableName])
    await live.close()
  }
}
