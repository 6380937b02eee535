import Foundation
import Glibc
import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// Links in a folder lead nowhere, and those on the way to it are followed once.
extension FolderContentsTests {
  @Test func `nothing is read or written through a link in the place of a folder`() throws {
    var scene = try Scene()
    let out = scene.parent.path + "/out"
    try FileSystem.live.makeFolder(out)
    try scene.parent.write("precious", to: "out/a.md")
    for name in ["attachments", "reports"] {
      #expect(symlink(out, scene.path + "/" + name) == 0)
    }
    try scene.parent.write([0xFF, 0xD8, 0xFF], to: "p")
    #expect(throws: AttachmentProblem.cannotWrite(SystemFailure(.makeFolder, code: ELOOP))) {
      try scene.folder.attach(scene.parent.path + "/p", as: "one")
    }
    #expect(throws: SystemFailure(.makeFolder, code: ELOOP)) {
      try scene.folder.writeReports([("a.md", [1])])
    }
    #expect(try scene.parent.text(of: "out/a.md") == "precious")
    #expect(scene.parent.names(in: "out") == ["a.md"])
    #expect(
      try scene.folder.check().map(\.file) == [
        scene.path + "/attachments", scene.path + "/reports",
      ])
    #expect(try scene.folder.load().findings.map(\.fact) == [.notAFolder(.link)])
    try scene.add("second", in: Scene.duinstad)
    #expect(try scene.texts() == ["first", "second"])
  }

  @Test func `links on the way to the folder are followed once`() throws {
    var scene = try Scene()
    let other = try Scene(series: 2, in: scene.parent, named: "other")
    let link = scene.parent.path + "/link"
    #expect(symlink("session", link) == 0)
    let folder = SessionFolder(try SessionLocation(link))
    try FileSystem.live.remove(link)
    #expect(symlink("other", link) == 0)
    try folder.save(try scene.note("ours", in: Scene.duinstad))
    #expect(try scene.texts() == ["first", "ours"])
    #expect(try other.texts() == ["first"])
  }

  @Test func `a merge follows no link, and takes nothing for a photograph that is none`() throws {
    var scene = try Scene()
    let stick = scene.parent.path + "/stick"
    try FileManager.default.copyItem(atPath: scene.path, toPath: stick)
    let other = SessionFolder(stick)
    try other.save(
      try scene.note(
        "drawing", in: Scene.duinstad,
        ["attachments": .texts(["key.jpg", "text.jpg", "real.jpg"])]))
    try scene.parent.write([0xFF, 0xD8, 0xFF], to: "key")
    try FileManager.default.createDirectory(
      atPath: scene.parent.path + "/home", withIntermediateDirectories: false)
    try scene.parent.write("private", to: "home/text.jpg")
    try scene.parent.write([0xFF, 0xD8, 0xFF], to: "home/real.jpg")
    #expect(symlink(scene.parent.path + "/key", scene.parent.path + "/home/key.jpg") == 0)
    #expect(symlink(scene.parent.path + "/home", stick + "/attachments") == 0)
    #expect(try scene.folder.merge(other).findings.map(\.fact) == [.notAFolder(.link)])
    #expect(scene.parent.names(in: "session/attachments") == [])
    try FileSystem.live.remove(stick + "/attachments")
    try FileSystem.live.rename(scene.parent.path + "/home", stick + "/attachments")
    let outcome = try scene.folder.merge(other)
    #expect(Set(outcome.findings.map(\.fact)) == [.notAFile(.link), .notAPhotograph])
    #expect(scene.parent.names(in: "session/attachments") == ["real.jpg"])
  }
}
