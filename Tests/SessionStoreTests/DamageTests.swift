import Foundation
import Synchronization
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

@testable import SessionStore

/// What can happen to a file: it is told with its place and a remedy, and never written over.
struct DamageTests {
  private static let utrecht = DocumentName(municipality: "Utrecht")
  private static let path = "session/utrecht.json"

  /// A session whose file of Utrecht has one note.
  private static func session() throws -> SampleSession {
    var session = try SampleSession()
    try session.folder().save([session.writer.note("in Utrecht", in: utrecht)])
    return session
  }

  /// A kind of damage: what is done to a file that was in order.
  struct Kind: Sendable, CustomTestStringConvertible {
    let name: String
    let spoil: @Sendable (SampleSession, [UInt8]) throws -> Void
    /// Tells whether the file makes way when somebody writes there.
    var makesWay = true
    var testDescription: String { name }

    /// Other bytes in the file.
    static func bytes(
      _ name: String, _ bytes: @escaping @Sendable ([UInt8]) -> [UInt8], makesWay: Bool = true
    ) -> Kind {
      Kind(
        name: name, spoil: { try $0.parent.write(bytes($1), to: DamageTests.path) },
        makesWay: makesWay)
    }

    /// Another text in the file.
    static func text(
      _ name: String, _ text: @escaping @Sendable (String) -> String, makesWay: Bool = true
    ) -> Kind {
      .bytes(name, { Array(text(String(decoding: $0, as: UTF8.self)).utf8) }, makesWay: makesWay)
    }

    /// Something else in the file's place.
    static func other(
      _ name: String, makesWay: Bool = true, _ make: @escaping @Sendable (String) throws -> Void
    ) -> Kind {
      Kind(
        name: name,
        spoil: { session, _ in
          try FileSystem.live.remove(session.parent.path + "/" + DamageTests.path)
          try make(session.parent.path + "/" + DamageTests.path)
        }, makesWay: makesWay)
    }
  }

  static let kinds: [Kind] = [
    .bytes("empty") { _ in [] },
    .bytes("nothing but white space") { _ in Array(" \n\n".utf8) },
    .bytes("cut off in the middle of a text") { Array($0.prefix(90)) },
    .bytes("cut off in the middle of a character") { _ in
      Array("{\"notes\": [{\"text\": \"caf".utf8) + [0xC3]
    },
    .text("cut off before the last brace") { $0.replacing("]\n}\n", with: "]\n") },
    .bytes("with two byte order marks") { [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + $0 },
    .bytes("UTF-16, little end first, with its mark") { [0xFF, 0xFE] + utf16($0, little: true) },
    .bytes("UTF-16, big end first, without a mark") { utf16($0, little: false) },
    .bytes("UTF-32") { $0.flatMap { [$0, 0, 0, 0] } },
    .bytes("Latin-1") { _ in
      Array("{\"notes\": [{\"text\": \"caf".utf8) + [0xE9] + Array("\"}]}".utf8)
    },
    .bytes("one bit of a byte flipped") { bytes in
      bytes.enumerated().map { $0 == 30 ? $1 ^ 0x80 : $1 }
    },
    .bytes("nothing but zeros, as after a power cut") { $0.map { _ in 0 } },
    .bytes("zeros behind the end") { $0 + [0, 0, 0] },
    .text("a NUL in a text") { $0.replacing("in Utrecht", with: "in\u{0}Utrecht") },
    .text("a tab in a text") { $0.replacing("in Utrecht", with: "in\tUtrecht") },
    .text("a line break in a text") { $0.replacing("in Utrecht", with: "in\nUtrecht") },
    .text("a quotation mark that was forgotten") { $0.replacing("Utrecht\",", with: "Utrecht,") },
    .text("a comma that was forgotten") { $0.replacing("\"in Utrecht\",", with: "\"in Utrecht\"") },
    .text("a comma too many") { $0.replacing("\n  ]\n", with: ",\n  ]\n") },
    .text("a comment") { "// mine\n" + $0 },
    .text("a backslash before nothing") { $0.replacing("in Utrecht", with: "in \\Utrecht") },
    .text("half of an emoji") { $0.replacing("in Utrecht", with: "in \\ud83d") },
    .text("a number with a leading zero") { $0.replacing(": 1,", with: ": 01,") },
    .text("a name twice") { $0.replacing("\"notes\"", with: "\"formatVersion\": 1, \"notes\"") },
    .text("deeply nested") { _ in String(repeating: "[", count: 100_000) },
    .text("a field that is nested too deeply") { _ in
      "{\"notes\": [{\"x\": " + String(repeating: "[", count: 50)
        + String(repeating: "]", count: 50)
        + "}]}"
    },
    .text("two documents in one file") { $0 + $0 },
    .text("conflict markers of a version control system") { "<<<<<<< HEAD\n" + $0 + "=======\n" },
    .text("a list, as another program writes it") { _ in "[{\"name\": \"Utrecht\"}]" },
    .text("another program's file with its own notes") { _ in "{\"notes\": {\"a\": \"b\"}}" },
    .text("a page of a web site") { _ in "<!DOCTYPE html><title>404</title>" },
    .text("an id that is none") { $0.replacing(/"id": "[^"]*"/, with: "\"id\": \"7\"") },
    .text("a stamp that is none") {
      $0.replacing(/"stamp": "[^"]*"/, with: "\"stamp\": \"today\"")
    },
    .text("a revision without its stamp") { $0.replacing(/"stamp": "[^"]*",/, with: "") },
    .text("a time that is none") { $0.replacing(/"at": "[^"]*"/, with: "\"at\": \"11 o'clock\"") },
    .text("a newer format", { $0.replacing(": 1,", with: ": 2,") }, makesWay: false),
    .other("a folder in its place") { try FileSystem.live.makeFolder($0) },
    .other("a link in its place", makesWay: false) { #expect(symlink("amsterdam.json", $0) == 0) },
    .other("a link that leads nowhere", makesWay: false) {
      #expect(symlink("/nowhere/x", $0) == 0)
    },
    .other("a FIFO in its place") { #expect(mkfifo($0, 0o600) == 0) },
    .other("a socket in its place", socket),
    .other("a gigabyte") {
      try Data("{".utf8).write(to: URL(filePath: $0))
      #expect(truncate($0, 1 << 30) == 0)
    },
  ]

  private static func utf16(_ bytes: [UInt8], little: Bool) -> [UInt8] {
    bytes.flatMap { little ? [$0, 0] : [0, $0] }
  }

  /// Leaves a socket behind, as a program that died does.
  private static let socket: @Sendable (String) throws -> Void = { path in
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #expect(descriptor >= 0)
    defer { close(descriptor) }
    // A socket's name is short, so it is made elsewhere and moved.
    let short = "/tmp/w\(UInt32.random(in: 0 ... .max)).s"
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: short.utf8) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(bound == 0)
    #expect(rename(short, path) == 0)
  }

  @Test(arguments: kinds) func `it is told, and nothing is written over`(_ kind: Kind) throws {
    var session = try Self.session()
    try kind.spoil(session, try session.parent.bytes(of: Self.path))
    let before = try FileSystem.live.status(session.parent.path + "/" + Self.path)
    let findings = try session.folder().check()
    #expect(findings.count == 1)
    let loaded = try session.folder().load()
    #expect(loaded.documents[.amsterdam]?.texts == ["first"])
    // Writing elsewhere leaves it where it is.
    try session.folder().save([session.writer.note("second")])
    #expect(try session.texts() == ["first", "second"])
    #expect(try FileSystem.live.status(session.parent.path + "/" + Self.path) == before)

    let clock = TestClock()
    let note = session.writer.note("written there", in: Self.utrecht)
    let result = Result { try session.folder(clock: clock.clock).save([note]) }
    guard kind.makesWay else {
      #expect(throws: StoreError.self) { try result.get() }
      #expect(try FileSystem.live.status(session.parent.path + "/" + Self.path) == before)
      return
    }
    let aside = try FileSystem.live.status(session.path + "/utrecht.damaged-1.json")
    #expect(aside.kind == before.kind && aside.identity.hasSameContent(as: before.identity))
    #expect(try result.get().count == 1)
    #expect(try session.folder().load().documents[Self.utrecht]?.texts == ["written there"])
    let left = try session.folder().check()
    #expect(left.map(\.file) == ["\(session.path)/utrecht.damaged-1.json"])
    #expect(left.first?.place == findings.first?.place)
  }

  @Test func `the messages can be understood`() throws {
    var page: [String] = []
    let dutch = try StoreErrorWords(Content.load(.dutch))
    for kind in Self.kinds {
      let session = try Self.session()
      try kind.spoil(session, try session.parent.bytes(of: Self.path))
      let finding = try #require(try session.folder().check().first)
      page += [
        "# \(kind.name)", finding.message.replacing(session.path, with: "sessions/proef"),
        dutch.explanation(finding), "",
      ]
    }
    let unreadable = StoreError(
      file: "sessions/proef/utrecht.json", fact: .cannotRead(SystemFailure(.open, code: EACCES)))
    page += [
      "# a file that nobody may read", unreadable.message, dutch.explanation(unreadable), "",
    ]
    let session = try Self.session()
    let cut = Array(try session.parent.bytes(of: Self.path).prefix(90))
    try session.parent.write(cut, to: Self.path)
    let clock = TestClock()
    var writer = SampleWriter(series: 3)
    let aside = try session.folder(clock: clock.clock).save([writer.note("x", in: Self.utrecht)])
    for error in try aside + session.folder().check() {
      page += [
        "# set aside since somebody wrote there",
        error.message.replacing(session.path, with: "sessions/proef"), dutch.explanation(error), "",
      ]
    }
    #expect(Self.kinds.count >= 30)
    try expectSnapshot(of: page.joined(separator: "\n"), named: "damage")
  }

  // MARK: All of them

  @Test func `cut off anywhere it opens or is told, and never crashes`() throws {
    let session = try Self.session()
    let whole = try session.parent.bytes(of: Self.path)
    for count in 0..<whole.count {
      try session.parent.write(whole.prefix(count), to: Self.path)
      let file = session.folder().file(Self.utrecht)
      let content = try #require(try file.content(of: file.path))
      let copy = try? file.copy(of: content, at: file.path)
      // Only the line break at the end can be missed without loss.
      #expect((copy != nil) == (count == whole.count - 1), "byte \(count)")
    }
  }

  @Test func `with any bit flipped it opens or is told, and nothing is lost by writing`() throws {
    let session = try Self.session()
    let whole = try session.parent.bytes(of: Self.path)
    let file = session.folder().file(Self.utrecht)
    let status = try FileSystem.live.status(file.path)
    var told = 0
    for bit in 0..<(whole.count * 8) {
      var bytes = whole
      bytes[bit / 8] ^= 1 << (bit % 8)
      let content = FileContent(bytes: bytes, status: status)
      guard let copy = try? file.copy(of: content, at: file.path) else {
        told += 1
        continue
      }
      // What opens is written the same way ever after.
      let written = DocumentCoding.bytes(of: copy.document)
      let again = try file.copy(of: FileContent(bytes: written, status: status), at: file.path)
      #expect(again.document == copy.document, "bit \(bit)")
      #expect(DocumentCoding.bytes(of: again.document) == written, "bit \(bit)")
    }
    #expect(told > whole.count)
  }

  @Test func `writing to a file with flipped bits keeps the file or all that it says`() throws {
    var random = SeededGenerator(seed: 5)
    for round in 0..<60 {
      var session = try Self.session()
      var bytes = try session.parent.bytes(of: Self.path)
      for _ in 0...(round % 3) {
        let bit = Int.random(in: 0..<(bytes.count * 8), using: &random)
        bytes[bit / 8] ^= 1 << (bit % 8)
      }
      try session.parent.write(bytes, to: Self.path)
      let before = try session.folder().load().documents[Self.utrecht]
      let clock = TestClock()
      let note = session.writer.note("written there", in: Self.utrecht)
      let result = Result { try session.folder(clock: clock.clock).save([note]) }
      let after = try session.folder().load().documents[Self.utrecht]
      if let before {
        // A newer format is only read.
        guard !before.isFromNewerVersion else { continue }
        _ = try result.get()
        #expect(before.revisionIDs.isSubset(of: try #require(after).revisionIDs), "round \(round)")
      } else {
        _ = try result.get()
        let aside = try session.parent.bytes(of: "session/utrecht.damaged-1.json")
        #expect(aside == bytes, "round \(round)")
      }
      #expect(after?.texts.contains("written there") == true, "round \(round)")
    }
  }

  @Test func `what may not be read is left where it is`() throws {
    var session = try Self.session()
    var system = FileSystem.live
    system.open = { (path, purpose) throws(SystemFailure) in
      if path.hasSuffix("/utrecht.json"), purpose == .read {
        throw SystemFailure(.open, code: EACCES)
      }
      return try FileSystem.live.open(path, purpose)
    }
    let finding = try #require(try session.folder(system).load().findings.first)
    #expect(finding.fact == .cannotRead(SystemFailure(.open, code: EACCES)))
    let before = try session.parent.bytes(of: Self.path)
    #expect(throws: finding) {
      try session.folder(system).save([session.writer.note("x", in: Self.utrecht)])
    }
    #expect(try session.parent.bytes(of: Self.path) == before)
    #expect(!session.parent.names(in: "session").contains { $0.contains("damaged") })
  }

  @Test func `a folder of photographs that may not be read is named`() throws {
    let session = try Self.session()
    try FileManager.default.createDirectory(
      atPath: session.parent.path + "/session/attachments", withIntermediateDirectories: true)
    try session.parent.write([0xFF, 0xD8, 0xFF, 0xE0], to: "session/attachments/a.jpg")
    let copy = session.parent.path + "/copy"
    try FileManager.default.copyItem(atPath: session.parent.path + "/session", toPath: copy)
    var system = FileSystem.live
    system.list = { (path) throws(SystemFailure) in
      if path.hasSuffix("/attachments") { throw SystemFailure(.list, code: EACCES) }
      return try FileSystem.live.list(path)
    }
    let fact = StoreError.Fact.cannotRead(SystemFailure(.list, code: EACCES))
    let check = try session.folder(system).check(known: KnownIDs())
    #expect(check.findings.contains { $0.file.hasSuffix("/attachments") && $0.fact == fact })
    // Who merges is told that nobody knows what is in it.
    let outcome = try session.folder().merge(SessionFolder(copy, fileSystem: system))
    #expect(
      (outcome.findings + outcome.unnamed).contains {
        $0.file == "\(copy)/attachments" && $0.fact == fact
      })
  }

  @Test func `a file that is being written is waited for`() throws {
    var session = try Self.session()
    let whole = try session.parent.bytes(of: Self.path)
    try session.parent.write(whole.prefix(60), to: Self.path)
    // An editor that writes the rest while it is looked at for the second time.
    let copy = session
    let looks = Mutex(0)
    var clock = StoreClock.live
    clock.pause = { _ in
      looks.withLock { $0 += 1 }
      if looks.withLock(\.self) == 3 { try? copy.parent.write(whole, to: Self.path) }
    }
    let note = session.writer.note("second", in: Self.utrecht)
    #expect(try session.folder(clock: clock).save([note]) == [])
    #expect(
      try session.folder().load().documents[Self.utrecht]?.texts == ["in Utrecht", "second"])
    #expect(!session.parent.names(in: "session").contains { $0.contains("damaged") })
  }

  @Test func `mended under its new name it is taken in, and then out of the way`() throws {
    var session = try Self.session()
    let whole = try session.parent.bytes(of: Self.path)
    let clock = TestClock()
    for number in 1...2 {
      try session.parent.write(whole.prefix(90), to: Self.path)
      let note = session.writer.note("note \(number)", in: Self.utrecht)
      try session.folder(clock: clock.clock).save([note])
    }
    #expect(try session.folder().check().count == 2)
    try session.parent.write(whole, to: "session/utrecht.damaged-2.json")
    #expect(
      try session.folder().load().documents[Self.utrecht]?.texts == ["in Utrecht", "note 2"])
    try session.folder().save([session.writer.note("note 3", in: Self.utrecht)])
    #expect(
      session.parent.names(in: "session").filter { $0.contains("damaged") }
        == ["utrecht.damaged-1.json"])
    #expect(
      try session.folder().load().documents[Self.utrecht]?.texts
        == ["in Utrecht", "note 2", "note 3"])
  }

  @Test func `killed anywhere while one makes way, nothing kept is lost`() throws {
    for call in 1... {
      var session = try Self.session()
      let cut = Array(try session.parent.bytes(of: Self.path).prefix(90))
      try session.parent.write(cut, to: Self.path)
      let system = FaultySystem()
      system.plan(.killed(at: call))
      let clock = TestClock()
      let note = session.writer.note("second", in: Self.utrecht)
      let isKept =
        (try? session.folder(system.fileSystem, clock: clock.clock).save([note])) != nil
      let names = session.parent.names(in: "session").filter { $0.hasPrefix("utrecht") }
      let damaged = try #require(
        try names.first { try session.parent.bytes(of: "session/" + $0) == cut }, "call \(call)")
      try session.folder(clock: clock.clock).save([session.writer.note("third", in: Self.utrecht)])
      let texts = try session.folder().load().documents[Self.utrecht]?.texts ?? []
      #expect(texts.contains("third"), "call \(call)")
      if isKept { #expect(texts.contains("second"), "call \(call)") }
      let aside = try session.parent.bytes(of: "session/utrecht.damaged-1.json")
      #expect(aside == cut, "call \(call), was \(damaged)")
      #expect(session.litter == [], "call \(call)")
      if isKept { break }
    }
  }
}
