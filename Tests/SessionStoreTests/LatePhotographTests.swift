import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// A photograph of a note that is blanked already, which a synchroniser brings when it likes.
struct LatePhotographTests {
  private func withdrawn() throws -> WithdrawalScene {
    var scene = try WithdrawalScene()
    try scene.withdraw()
    return scene
  }

  private func bring(to scene: WithdrawalScene, _ folder: String = "session") throws {
    try scene.parent.write(WithdrawalScene.jpeg, to: folder + "/attachments/eigen.jpg")
  }

  @Test func `a screen that is open takes it away, though nothing is saved`() async throws {
    let scene = try withdrawn()
    let clock = TestClock()
    let live = LiveSession(folder: scene.folder(clock: clock.clock)) { _ in }
    _ = try await live.open()
    await live.poll()
    for _ in 0..<2 {
      clock.advance(seconds: 60)
      try bring(to: scene)
      await live.poll()
      #expect(scene.attachments == ["gedeeld.jpg"])
    }
  }

  @Test func `check tells it, and of no other photograph`() throws {
    let scene = try withdrawn()
    func told() throws -> [String] {
      try scene.folder().check(known: KnownIDs()).findings
        .filter { $0.fact == .heldAfterErasing }.map(\.file)
    }
    #expect(try told() == [])
    try bring(to: scene)
    try scene.parent.write(WithdrawalScene.jpeg, to: "session/attachments/.eigen.jpg.12.new")
    let folder = scene.path + "/attachments/"
    #expect(try told() == [folder + ".eigen.jpg.12.new", folder + "eigen.jpg"])
    #expect(try !scene.folder().check(known: KnownIDs()).isInOrder)
  }

  @Test func `a merge takes it not, and takes it away here`() throws {
    let scene = try WithdrawalScene()
    try FileManager.default.copyItem(atPath: scene.path, toPath: scene.parent.path + "/stick")
    let stick = SessionFolder(scene.parent.path + "/stick")
    // A note that goes by itself, so that nobody on the list withdrew.
    let notes = try scene.folder().load().documents.values.flatMap(\.notes)
    let id = try #require(notes.first { $0.text == "alleen in Beek" }?.id)
    let documents = Array(try scene.folder().load().documents.values)
    try scene.folder().erase(Erasure(notes: [id], in: documents).changes)
    #expect(scene.attachments == ["gedeeld.jpg"])
    let outcome = try scene.folder().merge(stick)
    #expect(outcome.photographs == 0 && scene.attachments == ["gedeeld.jpg"])
    try bring(to: scene)
    _ = try scene.folder().merge(stick)
    #expect(scene.attachments == ["gedeeld.jpg"])
  }

  @Test func `a command that writes takes it away`() throws {
    let scene = try withdrawn()
    try bring(to: scene)
    let folder = scene.folder()
    try folder.finishErasing(folder.load())
    #expect(scene.attachments == ["gedeeld.jpg"])
  }
}
