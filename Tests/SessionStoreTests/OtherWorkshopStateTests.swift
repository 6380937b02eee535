import Foundation
import Glibc
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// What this machine remembers belongs to a workshop, and not to the folder in which it lies.
struct OtherWorkshopStateTests {
  /// A folder in which one workshop comes after another, with what this machine remembers of both.
  private struct Scene {
    let parent: TemporaryFolder

    init() throws { parent = try TemporaryFolder() }

    var path: String { parent.path + "/session" }
    var folder: SessionFolder { SessionFolder(path, fileSystem: .hasty) }
    var state: StateFolder { StateFolder(parent.path + "/state", fileSystem: .hasty) }
    var isFolderThere: Bool { FileManager.default.fileExists(atPath: state.path) }
    var names: [String] {
      ((try? state.names()) ?? []).filter { !$0.hasPrefix(".") }
    }

    /// Makes a new workshop where the last one was.
    func make(series: UInt8) throws -> LoadedSession {
      try? FileManager.default.removeItem(atPath: path)
      var scribe = Scribe(surroundings: .counted(series: series))
      let item = NewWorkshop.Item(
        template: "strengths", kind: .strengths, title: "Krachten", day: 1, start: nil, minutes: nil
      )
      let new = NewWorkshop(
        title: "Proef", language: .dutch, municipalities: ["Beekdorp"], items: [item])
      try folder.create(new.edit(by: &scribe).changes)
      return try folder.load()
    }

    /// Opens a screen as the program does.
    func open(_ loaded: LoadedSession) -> (state: LocalState, found: LocalState.Found) {
      // A screen that was let go lets go of its place once it has written.
      let stem = StateStem(path, loaded).text
      for _ in 0..<10_000 where isFolderThere && state.tryPlace(1, of: stem) == nil {
        usleep(1_000)
      }
      let place = state.takePlace(forScreenOf: path, loaded, rules: LocalScene.rules) {
        String(decoding: $0, as: UTF8.self).contains("typing")
      }
      let state = LocalState(of: path, in: state, rules: LocalScene.rules) { _ in }
      return (state, state.open(for: loaded, at: place))
    }

    /// Opens a screen, has it remember something, and ends it.
    func remember(_ text: String, in loaded: LoadedSession) {
      let screen = open(loaded)
      screen.state.remember { Array(text.utf8) }
      screen.state.flush()
    }

    func item(of loaded: LoadedSession) throws -> RecordID {
      try #require(
        loaded.documents[.session]?.collections[SessionCollection.items]?.keys.first)
    }
  }

  private func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a draft of a workshop that is gone is in no workshop that comes in its place`() throws
  {
    let scene = try Scene()
    let first = try scene.make(series: 1)
    scene.remember("typing in the first", in: first)
    try scene.state.changeCommands(of: scene.path, first.documents) { _ in Array("did".utf8) }
    #expect(text(scene.open(first).found.memory) == "typing in the first")
    let second = try scene.make(series: 2)
    let found = scene.open(second).found
    #expect(found.memory == nil && found.others.isEmpty && found.commands == nil)
    scene.remember("typing in the second", in: second)
    // Neither writes over the other, and check tells of what was left.
    #expect(text(scene.open(second).found.memory) == "typing in the second")
    let left = scene.state.leftBehind(scene.path, second, rules: LocalScene.rules)
    #expect(left.map(\.fact) == [.leftBehind])
    #expect(left.map(\.isNotice) == [true])
    #expect(text(scene.open(first).found.memory) == "typing in the first")
    #expect(scene.state.check(scene.path, second, rules: LocalScene.rules).isEmpty)
  }

  @Test func `what was on its way to a workshop that is gone is not sent to another`() throws {
    let scene = try Scene()
    let first = try scene.make(series: 1)
    var writer = SampleWriter(series: 8)
    let screen = scene.open(first)
    screen.state.send([writer.note("on its way", in: DocumentName(municipality: "Beekdorp"))])
    screen.state.flush()
    let second = try scene.make(series: 2)
    let found = scene.open(second).found
    #expect(found.pending.isEmpty && found.findings.map(\.fact) == [.otherSession])
    #expect(scene.open(first).found.pending.count == 1)
  }

  @Test func `of before names had ids only that is taken in which names something of the workshop`()
    throws
  {
    let scene = try Scene()
    let loaded = try scene.make(series: 1)
    let item = try scene.item(of: loaded)
    let stem = LocalState.stem(scene.path)
    try FileManager.default.createDirectory(
      atPath: scene.state.path, withIntermediateDirectories: true)
    try scene.parent.write("typing at \(item.text)", to: "state/\(stem).json")
    try scene.parent.write("typing at \(UUID())", to: "state/\(stem).2.json")
    let found = scene.open(loaded).found
    #expect(text(found.memory) == "typing at \(item.text)")
    #expect(found.others.isEmpty)
    // What may be of another one stays, and is told.
    #expect(scene.names.contains("\(stem).2.json"))
    #expect(
      scene.state.leftBehind(scene.path, loaded, rules: LocalScene.rules).map(\.fact)
        == [.leftBehind])
  }

  @Test func `a programme that cannot be read for the moment makes no other workshop of it`() throws
  {
    let scene = try Scene()
    let loaded = try scene.make(series: 1)
    var writer = SampleWriter(series: 8)
    try scene.folder.save([writer.note("x", in: DocumentName(municipality: "Beekdorp"))])
    scene.remember("typing", in: try scene.folder.load())
    try scene.parent.write("{", to: "session/session.json")
    let damaged = try scene.folder.load()
    #expect(damaged.documents[.session] == nil)
    #expect(text(scene.open(damaged).found.memory) == "typing")
    _ = loaded
  }
}
