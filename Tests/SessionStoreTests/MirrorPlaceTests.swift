import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// What a mirror writes and takes away on a stick, and what it leaves alone there and here.
struct MirrorPlaceTests {
  private typealias Scene = FolderContentsTests.Scene

  private func scene() throws -> Scene {
    let scene = try Scene()
    try FileSystem.live.makeFolder(scene.parent.path + "/stick")
    return scene
  }

  private func place(_ scene: Scene, _ name: String = "stick") -> MirrorPlace {
    MirrorPlace(scene.parent.path + "/" + name, fileSystem: .hasty)
  }

  private func folder(_ scene: Scene) -> SessionFolder {
    SessionFolder(scene.path, fileSystem: .hasty)
  }

  @discardableResult
  private func mirror(_ scene: Scene, at place: MirrorPlace? = nil) -> StoreError? {
    SessionMirror(of: folder(scene), at: place ?? self.place(scene), told: { _ in })
      .close(waiting: 60_000)
  }

  /// A folder that has nothing to do with the workshop, with a file that is called as one of it.
  private func precious(_ scene: Scene) throws -> String {
    let path = scene.parent.path + "/precious"
    try FileSystem.live.makeFolder(path)
    try scene.parent.write("precious", to: "precious/duinstad.json")
    return path
  }

  // MARK: Links

  @Test func `a link in the place of the copy is refused, and nothing goes through it`() throws {
    let scene = try scene()
    let precious = try precious(scene)
    #expect(symlink(precious, scene.parent.path + "/stick/session") == 0)
    let refused = StoreError(
      file: scene.parent.path + "/stick/session", fact: .notAFolder(.link))
    #expect(throws: refused) { try place(scene).check(for: folder(scene)) }
    #expect(mirror(scene) == refused)
    #expect(scene.parent.names(in: "precious") == ["duinstad.json"])
    #expect(try scene.parent.text(of: "precious/duinstad.json") == "precious")
  }

  @Test func `links on the way to the place are followed once`() throws {
    let scene = try scene()
    let link = scene.parent.path + "/link"
    #expect(symlink(scene.parent.path + "/stick", link) == 0)
    let place = place(scene, "link")
    try place.check(for: folder(scene))
    try FileSystem.live.remove(link)
    #expect(symlink(try precious(scene), link) == 0)
    #expect(mirror(scene, at: place) == nil)
    #expect(scene.parent.names(in: "stick") == ["session"])
    #expect(scene.parent.names(in: "precious") == ["duinstad.json"])
  }

  // MARK: Tidying

  @Test func `tidying goes through no link, and takes only what making a copy writes`() throws {
    let scene = try scene()
    let precious = try precious(scene)
    #expect(symlink(precious, scene.parent.path + "/stick/.session.12.new") == 0)
    for name in [".session.ab12.new", ".session.notes.new", ".session.new", ".other.12.new"] {
      try FileSystem.live.makeFolder(scene.parent.path + "/stick/" + name)
      for file in ["duinstad.json", ".duinstad.0123456789abcdef.tmp", "letter.txt"] {
        try scene.parent.write("words", to: "stick/\(name)/\(file)")
      }
      #expect(symlink(precious, scene.parent.path + "/stick/\(name)/beekdorp.json") == 0)
    }
    #expect(mirror(scene) == nil)
    #expect(try scene.parent.text(of: "precious/duinstad.json") == "precious")
    #expect(scene.parent.names(in: "stick/.session.ab12.new") == ["beekdorp.json", "letter.txt"])
    for name in [".session.notes.new", ".session.new", ".other.12.new"] {
      #expect(scene.parent.names(in: "stick/" + name).count == 4, "\(name)")
    }
  }

  // MARK: What is left alone

  @Test func `a file that is left alone does not keep the copy from being up to date`() throws {
    var scene = try scene()
    let news = Mutex<[SessionMirror.News]>([])
    try scene.put(try scene.elsewhere("elsewhere"), "oud.json")
    try scene.put(Array(#"{"formatVersion": 9, "notes": []}"#.utf8), "beekdorp.json")
    try scene.put(try Scene(series: 2).bytes("duinstad.json"), "duinstad (1).json")
    let mirror = SessionMirror(of: folder(scene), at: place(scene)) { item in
      news.withLock { $0.append(item) }
    }
    #expect(mirror.close(waiting: 60_000) == nil)
    // Nothing is left to do, so that nothing is read again.
    #expect(mirror.close(waiting: 60_000) == nil)
    #expect(news.withLock(\.self) == [.upToDate])
    #expect(
      try scene.parent.bytes(of: "stick/session/duinstad.json") == scene.bytes("duinstad.json"))
    // Nor does one that lies beside the copy.
    try scene.parent.write(try scene.elsewhere("more"), to: "stick/session/oud.json")
    try scene.parent.write("{", to: "stick/session/duinstad.damaged-1.json")
    #expect(self.mirror(scene) == nil)
  }

  @Test func `what the copy has is taken in again where it could not be`() throws {
    var scene = try scene()
    mirror(scene)
    let stick = SessionFolder(scene.parent.path + "/stick/session", fileSystem: .hasty)
    try stick.save(try scene.note("from the stick", in: Scene.duinstad))
    let system = FaultySystem(.hasty)
    system.plan(.refuses([.write], code: ENOSPC))
    let mirror = SessionMirror(
      of: SessionFolder(scene.path, fileSystem: system.fileSystem), at: place(scene),
      told: { _ in })
    #expect(mirror.close(waiting: 60_000) != nil)
    #expect(try scene.texts() == ["first"])
    system.plan(.nothing)
    #expect(mirror.close(waiting: 60_000) == nil)
    #expect(try scene.texts() == ["first", "from the stick"])
  }

  // MARK: Another workshop

  @Test func `nothing of another workshop gets onto the stick`() throws {
    let scene = try scene()
    let other = try Scene(series: 2, in: scene.parent, named: "other")
    let expected = folder(scene).expecting(try folder(scene).load())
    try FileSystem.live.rename(scene.path, scene.parent.path + "/away")
    try FileSystem.live.rename(other.path, scene.path)
    let mirror = SessionMirror(of: expected, at: place(scene), told: { _ in })
    #expect(mirror.close(waiting: 60_000)?.fact == .replaced)
    #expect(scene.parent.names(in: "stick") == [])
  }

  // MARK: When it copies

  @Test func `whatever comes when, somebody wakes as long as something is to be copied`() {
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var schedule = MirrorSchedule()
      // Who is due to wake, as the mirror has it: one at most.
      var due = 0
      for _ in 0..<60 {
        switch Int.random(in: 0..<4, using: &random) {
        case 0, 1: if schedule.falls() { due += 1 }
        case 2 where due > 0:
          due -= 1
          if schedule.wakes() {
            schedule.begins()
            if Bool.random(using: &random), schedule.falls() { due += 1 }
            if Bool.random(using: &random) { schedule.fails() }
            due += 1
          }
        default: break
        }
        #expect(due <= 1)
        #expect(schedule.isDue == (due == 1))
      }
      while due > 0 {
        due -= 1
        if schedule.wakes() {
          schedule.begins()
          due += 1
        }
      }
      #expect(!schedule.isBehind || !schedule.isDue)
      if schedule.falls() { due += 1 }
      #expect(due == 1, "what is saved after a rest wakes somebody")
      schedule.close()
      let isWoken = schedule.wakes()
      #expect(!isWoken)
    }
  }
}
