import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// `check` tells everything by one reading of the folder, so that all it says is of one moment.
struct OneReadingTests {
  private typealias Scene = FolderContentsTests.Scene

  @Test func `check opens each file once`() throws {
    var scene = try Scene()
    try scene.add("second", in: Scene.beekdorp)
    try scene.put(try scene.elsewhere("kin"), "oud.json")
    try scene.put(try scene.elsewhere("mended"), "duinstad.damaged-1.json")
    let copy = "beekdorp.sync-conflict-20261124-101500-ABCDEFG.json"
    try scene.put(try scene.elsewhere("copy", in: Scene.beekdorp), copy)
    try scene.put(try scene.elsewhere("left"), ".duinstad.0123456789abcdef.tmp")
    let log = OpenLog()
    let folder = SessionFolder(scene.path, fileSystem: log.fileSystem)
    let check = try folder.check(known: KnownIDs())
    for name in [
      "session.json", "duinstad.json", "beekdorp.json", "oud.json", "duinstad.damaged-1.json", copy,
      ".duinstad.0123456789abcdef.tmp",
    ] {
      #expect(log.count(name) == 1, "\(name)")
    }
    let texts = check.session.documents.values.flatMap(\.texts).sorted()
    #expect(texts == ["copy", "first", "left", "mended", "second"])
  }
}
