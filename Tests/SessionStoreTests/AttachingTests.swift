import Foundation
import Glibc
import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// Photographs in a session: what is taken in, what is refused, and that nothing is written over.
struct AttachingTests {
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]

  private func photograph(_ bytes: [UInt8], in session: SampleSession, _ name: String = "p")
    throws -> String
  {
    let path = session.parent.path + "/" + name
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @Test(arguments: [
    ([0xFF, 0xD8, 0xFF, 0xE0], AttachmentKind.jpg),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
    (Array("%PDF-1.7".utf8), .pdf),
    ([0, 0, 0, 0x18] + Array("ftypheic".utf8), .heic),
    ([0, 0, 0, 0x18] + Array("ftypmif1 more".utf8), .heic),
  ])
  func `the kind is told by what is in the file`(_ bytes: [UInt8], _ kind: AttachmentKind) throws {
    let session = try SampleSession()
    let path = try photograph(bytes, in: session, "drawing.txt")
    let name = try session.folder().attach(path, as: "one")
    #expect(name == "one.\(kind.rawValue)")
    let copy = try Data(contentsOf: URL(filePath: session.path + "/attachments/" + name))
    #expect([UInt8](copy) == bytes)
    #expect(try session.folder().load().findings == [])
  }

  @Test(arguments: [
    [], Array("hello, this is no picture".utf8), [0xFF, 0xD8],
    [0, 0, 0, 0x18] + Array("ftypmp42".utf8), Array("GIF89a".utf8),
  ])
  func `what is no photograph is refused`(_ bytes: [UInt8]) throws {
    let session = try SampleSession()
    let path = try photograph(bytes, in: session)
    #expect(throws: AttachmentProblem.unknownKind) {
      try session.folder().attach(path, as: "one")
    }
    #expect(session.litter == [])
  }

  @Test func `only regular files of a sensible size are read`() throws {
    let session = try SampleSession()
    let path = try photograph(Self.jpeg, in: session)
    let link = session.parent.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let fifo = session.parent.path + "/fifo"
    #expect(mkfifo(fifo, 0o600) == 0)
    for other in [link, fifo, session.path, "/dev/zero"] {
      #expect(throws: AttachmentProblem.notAFile) {
        try session.folder().attach(other, as: "one")
      }
    }
    #expect(throws: AttachmentProblem.missing) {
      try session.folder().attach(path + ".jpg", as: "one")
    }
    #expect(throws: AttachmentProblem.tooLarge(limit: 6)) {
      try session.folder().attach(path, as: "one", limit: 6)
    }
    #expect(try session.folder().attach(path, as: "one", limit: 7) == "one.jpg")
  }

  @Test func `nothing is written over`() throws {
    let session = try SampleSession()
    let first = try photograph(Self.jpeg, in: session)
    let second = try photograph(Self.jpeg + [9], in: session, "q")
    let name = try session.folder().attach(first, as: "one")
    #expect(throws: AttachmentProblem.self) { try session.folder().attach(second, as: "one") }
    let copy = try Data(contentsOf: URL(filePath: session.path + "/attachments/" + name))
    #expect([UInt8](copy) == Self.jpeg)
    #expect(session.parent.names(in: "session/attachments") == [name])
  }

  @Test func `only photographs of the session are read`() throws {
    let session = try SampleSession()
    let path = try photograph(Self.jpeg, in: session)
    let name = try session.folder().attach(path, as: "one")
    let folder = session.path + "/attachments/"
    try FileManager.default.createSymbolicLink(
      atPath: folder + "link.jpg", withDestinationPath: path)
    try Data(Self.jpeg).write(to: URL(filePath: folder + ".hidden.jpg"))
    #expect(session.folder().attachment(name) == Self.jpeg)
    #expect(session.folder().attachment(name, limit: Self.jpeg.count - 1) == nil)
    for other in [
      "", ".", "..", "../session.json", "../../p", "/etc/hostname", "link.jpg", ".hidden.jpg",
      "one.png", "one.jpg/", "one.jpg\0", String(repeating: "x", count: 5000),
    ] { #expect(session.folder().attachment(other) == nil, "\(other.prefix(20))") }
    try FileManager.default.removeItem(atPath: session.path + "/attachments")
    #expect(session.folder().attachment(name) == nil)
    try FileManager.default.createSymbolicLink(
      atPath: session.path + "/attachments", withDestinationPath: session.parent.path)
    #expect(session.folder().attachment("p") == nil)
  }

  @Test func `it is on the disk before it has its name`() throws {
    let session = try SampleSession()
    let path = try photograph(Self.jpeg, in: session)
    let system = FaultySystem()
    _ = try session.folder(system.fileSystem).attach(path, as: "one")
    // The system may take the bytes in as many pieces as it likes.
    let calls = system.calls.filter { [.write, .sync, .rename].contains($0) }
      .reduce(into: [SystemFailure.Call]()) { calls, call in
        if call != .write || calls.last != .write { calls.append(call) }
      }
    // The folder's own name, the content, then the name, and then the folder that has it.
    #expect(calls == [.sync, .write, .sync, .rename, .sync])
  }
}
