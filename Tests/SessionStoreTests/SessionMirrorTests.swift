import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// A second copy of a session, on what stands for a stick.
struct SessionMirrorTests {
  private func session() throws -> SampleSession {
    let session = try SampleSession(fileSystem: .hasty)
    // By this a copy is known for one.
    var scribe = Scribe(surroundings: .counted(series: 6))
    let workshop = NewWorkshop(title: "Proef", language: .dutch, municipalities: ["Amsterdam"])
    try session.folder().save(workshop.edit(by: &scribe).changes)
    try FileManager.default.createDirectory(
      atPath: session.parent.path + "/stick", withIntermediateDirectories: true)
    return session
  }

  private func stick(_ session: SampleSession) -> String { session.parent.path + "/stick" }

  private func place(_ session: SampleSession, _ fileSystem: FileSystem = .hasty) -> MirrorPlace {
    MirrorPlace(stick(session), fileSystem: fileSystem)
  }

  /// The texts of Amsterdam in the copy, as another laptop reads them.
  private func texts(_ session: SampleSession) throws -> [String] {
    try SessionFolder(stick(session) + "/session").load().documents[.amsterdam]?.texts.sorted()
      ?? []
  }

  /// Copies once; returns why it is not up to date.
  @discardableResult
  private func mirror(_ session: SampleSession, _ fileSystem: FileSystem = .hasty) -> StoreError? {
    SessionMirror(of: session.folder(), at: place(session, fileSystem), told: { _ in })
      .close(waiting: 20_000)
  }

  private let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]

  @Test func `everything is there: notes, photographs and the programme`() throws {
    var session = try session()
    try session.parent.write(jpeg, to: "p")
    let name = try session.folder().attach(session.parent.path + "/p", as: "one")
    try session.folder().save([
      session.writer.revise(
        RecordID(UUID()), set: ["text": "drawn", "attachments": .texts([name])])
    ])
    #expect(mirror(session) == nil)
    #expect(try texts(session) == ["drawn", "first"])
    for file in ["session.json", "amsterdam.json", "attachments/\(name)"] {
      #expect(
        try session.parent.bytes(of: "stick/session/" + file)
          == session.parent.bytes(of: "session/" + file))
    }
    // A new laptop takes it all in from there.
    let laptop = session.parent.path + "/laptop"
    try FileManager.default.copyItem(atPath: stick(session) + "/session", toPath: laptop)
    #expect(try session.folder().merge(SessionFolder(laptop)).isEmpty)
  }

  @Test func `saves follow by themselves, and many become few`() async throws {
    var session = try session()
    let news = Mutex<[SessionMirror.News]>([])
    let mirror = SessionMirror(of: session.folder(), at: place(session)) { item in
      news.withLock { $0.append(item) }
    }
    for number in 1...50 {
      try session.folder().save([session.writer.note("note \(number)")])
      mirror.refresh()
    }
    let deadline = ContinuousClock.now + .seconds(300)
    while try news.withLock({ $0.isEmpty }) || texts(session).count < 51,
      ContinuousClock.now < deadline
    {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try texts(session).count == 51)
    #expect(news.withLock { $0.allSatisfy { $0 == .upToDate } && $0.count < 25 })
    #expect(mirror.close() == nil)
  }

  @Test func `what was written on the stick comes in, and nothing there is lost`() throws {
    var session = try session()
    mirror(session)
    var other = SampleWriter(series: 7)
    try SessionFolder(stick(session) + "/session").save([other.note("from elsewhere")])
    try session.folder().save([session.writer.note("here")])
    #expect(mirror(session) == nil)
    #expect(try session.texts().sorted() == ["first", "from elsewhere", "here"])
    #expect(try texts(session) == ["first", "from elsewhere", "here"])
    #expect(
      try session.parent.bytes(of: "stick/session/amsterdam.json")
        == session.parent.bytes(of: "session/amsterdam.json"))
  }

  @Test func `what lies there under a name of its own is told, and stays`() throws {
    let session = try session()
    #expect(mirror(session) == nil)
    var top = try #require(
      try JSONScanner.value(of: session.parent.bytes(of: "stick/session/amsterdam.json")).members)
    top[SessionCollection.notes] = .array(
      (top[SessionCollection.notes]?.elements ?? []) + [.object(["text": "alleen daar"])])
    let bytes = JSONWriter.compact(.object(top))
    try session.parent.write(bytes, to: "stick/session/Amsterdam oud.json")
    let told = Mutex<[SessionMirror.News]>([])
    let mirror = SessionMirror(of: session.folder(), at: place(session)) { news in
      told.withLock { $0.append(news) }
    }
    #expect(mirror.close(waiting: 20_000) == nil)
    let file = stick(session) + "/session/Amsterdam oud.json"
    #expect(mirror.leftAlone.map(\.file) == [file])
    let news = told.withLock(\.self)
    #expect(news.contains(.leftAlone(mirror.leftAlone)) && news.last == .upToDate)
    #expect(try session.parent.bytes(of: "stick/session/Amsterdam oud.json") == bytes)
  }

  @Test func `erasing reaches the copy: words, photographs and what dead programs left`() throws {
    var scene = try WithdrawalScene()
    let stick = scene.parent.path + "/stick"
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    func mirror() -> StoreError? {
      SessionMirror(of: scene.folder(), at: MirrorPlace(stick, fileSystem: .hasty), told: { _ in })
        .close(waiting: 20_000)
    }
    #expect(mirror() == nil)
    #expect(try scene.leaks(in: stick) != [])
    let late = scene.lateNote()
    try SessionFolder(stick + "/session").save([late])
    let bytes = try scene.parent.bytes(of: "stick/session/beekdorp.json")
    try scene.parent.write(bytes, to: "stick/session/.beekdorp.0123456789abcdef.tmp")
    try FileManager.default.createDirectory(
      atPath: stick + "/.session.12.new", withIntermediateDirectories: true)
    try scene.parent.write(bytes, to: "stick/.session.12.new/beekdorp.json")
    try scene.withdraw()
    #expect(mirror() == nil)
    #expect(try scene.leaks(in: stick) == [])
    #expect(try scene.leaks() == [])
  }

  // MARK: Where it may be

  @Test func `it is neither the session nor in it, and no other workshop's`() throws {
    let session = try session()
    let folder = session.folder()
    let inside = session.path + "/attachments"
    try FileManager.default.createDirectory(atPath: inside, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: session.parent.path + "/link", withDestinationPath: inside)
    for path in [
      session.path, session.path + "/", inside, session.parent.path,
      session.parent.path + "/link", session.path + "/../session",
    ] {
      let error = #expect(throws: StoreError.self) { try MirrorPlace(path).check(for: folder) }
      #expect(error?.fact == .withinSession, "\(path)")
    }
    var other = SampleWriter(series: 8)
    let strange = SessionFolder(stick(session) + "/session")
    var scribe = Scribe(surroundings: .counted(series: 9))
    let workshop = NewWorkshop(title: "Ander", language: .dutch, municipalities: ["Amsterdam"])
    try strange.create(workshop.edit(by: &scribe).changes + [other.note("theirs")])
    let error = #expect(throws: StoreError.self) { try place(session).check(for: folder) }
    #expect(error?.fact == .otherWorkshopThere)
    #expect(mirror(session)?.fact == .otherSession)
    #expect(try texts(session) == ["theirs"])
    try session.parent.write(Array("x".utf8), to: "file")
    let file = #expect(throws: StoreError.self) {
      try MirrorPlace(session.parent.path + "/file").check(for: folder)
    }
    #expect(file?.fact == .notAFolder(.file))
  }

  @Test func `a folder that is a copy of this workshop is the copy itself`() throws {
    var session = try session()
    try FileManager.default.copyItem(
      atPath: session.path, toPath: stick(session) + "/as it was called")
    try session.folder().save([session.writer.note("later")])
    let place = MirrorPlace(stick(session) + "/as it was called", fileSystem: .hasty)
    try place.check(for: session.folder())
    let mirror = SessionMirror(of: session.folder(), at: place, told: { _ in })
    #expect(mirror.close(waiting: 20_000) == nil)
    let copy = SessionFolder(stick(session) + "/as it was called")
    #expect(try copy.load().documents[.amsterdam]?.texts == ["first", "later"])
    #expect(session.parent.names(in: "stick") == ["as it was called"])
  }

  // MARK: What goes wrong

  @Test func `a stick that is not there is waited for, and its folder is not made`() async throws {
    let session = try session()
    try FileManager.default.removeItem(atPath: stick(session))
    try place(session).check(for: session.folder())
    let news = Mutex<[SessionMirror.News]>([])
    let mirror = SessionMirror(of: session.folder(), at: place(session)) { item in
      news.withLock { $0.append(item) }
    }
    mirror.refresh()
    func wait(for isReached: ([SessionMirror.News]) -> Bool) async throws {
      // Other tests may keep the machine busy for long.
      let deadline = ContinuousClock.now + .seconds(300)
      while !news.withLock({ isReached($0) }), ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(news.withLock { isReached($0) })
    }
    try await wait { !$0.isEmpty }
    #expect(!session.parent.names(in: "").contains("stick"))
    try FileManager.default.createDirectory(
      atPath: stick(session), withIntermediateDirectories: true)
    // Nobody saves meanwhile: it is tried again by itself.
    try await wait { $0.last == .upToDate }
    #expect(try texts(session) == ["first"])
    _ = mirror.close()
  }

  @Test(arguments: [ENOSPC, EROFS, EACCES, EIO])
  func `a disk that is full or read-only is told, and what is kept is kept`(code: Int32) throws {
    var session = try session()
    mirror(session)
    try session.folder().save([session.writer.note("later")])
    let system = FaultySystem(.hasty)
    system.plan(.refuses([.open], code: code))
    let error = mirror(session, system.fileSystem)
    #expect(error != nil)
    #expect(try session.texts() == ["first", "later"])
    #expect(try texts(session) == ["first"])
    #expect(mirror(session) == nil)
    #expect(try texts(session) == ["first", "later"])
  }

  @Test func `a slow stick holds nobody up, and closing says what is not there`() throws {
    var session = try session()
    let system = FaultySystem(.hasty) { call, _ in if call == .write { usleep(2_000_000) } }
    let mirror = SessionMirror(
      of: session.folder(), at: place(session, system.fileSystem), told: { _ in })
    let start = ContinuousClock.now
    mirror.refresh()
    try session.folder().save([session.writer.note("meanwhile")])
    #expect(ContinuousClock.now - start < .seconds(1))
    let error = mirror.close(waiting: 300)
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(error?.fact == .busy(seconds: 0))
    #expect(try session.texts() == ["first", "meanwhile"])
  }

  @Test func `a file that a pulled stick left damaged makes way for the whole one`() throws {
    var session = try session()
    try session.folder().save([session.writer.note("later")])
    mirror(session)
    try session.parent.write([UInt8](repeating: 0, count: 900), to: "stick/session/amsterdam.json")
    let past = Date(timeIntervalSinceNow: -60)
    try FileManager.default.setAttributes(
      [.modificationDate: past], ofItemAtPath: stick(session) + "/session/amsterdam.json")
    var error: StoreError?
    for _ in 0..<5 {
      error = mirror(session)
      if error == nil { break }
      usleep(700_000)
    }
    #expect(error == nil)
    let bytes = try session.parent.bytes(of: "session/amsterdam.json")
    #expect(try session.parent.bytes(of: "stick/session/amsterdam.json") == bytes)
  }

  @Test func `killed at any call, the copy opens, and nothing is lost on either side`() throws {
    let needs: Set<SystemFailure.Call> = [
      .open, .read, .write, .sync, .status, .list, .rename, .remove, .lock, .makeFolder,
    ]
    try CrashMatrix(name: "a mirror", codes: [ENOSPC, EIO], needs: needs, atLeast: 60).run { plan in
      var session = try session()
      try session.parent.write(jpeg, to: "p")
      let name = try session.folder().attach(session.parent.path + "/p", as: "one")
      try session.folder().save([
        session.writer.revise(
          RecordID(UUID()), set: ["text": "drawn", "attachments": .texts([name])])
      ])
      let system = FaultySystem(.hasty)
      system.plan(plan)
      let error = mirror(session, system.fileSystem)
      let scene = session
      return CrashMatrix.Attempt(isDone: error == nil, system: system) { point in
        if scene.parent.names(in: "stick").contains("session") {
          #expect(try SessionFolder(stick(scene) + "/session").load().findings == [], "\(point)")
        }
        #expect(mirror(scene) == nil, "\(point)")
        #expect(scene.parent.names(in: "stick") == ["session"], "\(point)")
        let there = scene.parent.names(in: "stick/session/attachments")
        #expect(there.contains(name), "\(point)")
        let texts = try texts(scene)
        let ours = try scene.texts().sorted()
        return texts == ["drawn", "first"] && ours == texts ? 0 : 1
      }
    }
  }
}
