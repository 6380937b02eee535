import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// A session and what this machine remembers of it, in one temporary folder.
struct LocalScene {
  var session: SampleSession
  let system: FaultySystem
  let isFolderThere: Bool

  init(_ plan: FaultySystem.Plan = .nothing, makesFolder: Bool = false) throws {
    session = try SampleSession(fileSystem: .hasty)
    system = FaultySystem(.hasty)
    isFolderThere = makesFolder
    if makesFolder {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    system.plan(plan)
  }

  var url: URL { URL(filePath: session.parent.path + "/state/werkplaats") }
  var stem: String { LocalState.stem(session.path) }

  /// A memory of lines, in which a line with the id of a blanked record is forgotten.
  static let rules = ScreenMemoryRules(
    forgetting: { bytes, withdrawal in
      guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
      let lines = text.split(separator: "\n").filter { !withdrawal.isTold(in: String($0)) }
      return Array(lines.map { $0 + "\n" }.joined().utf8)
    },
    isWhole: { String(validating: $0, as: UTF8.self) != nil },
    belongs: { bytes, documents in
      let text = String(decoding: bytes, as: UTF8.self)
      return documents.contains { document in
        document.collections.values.joined().contains { text.contains($0.key.text) }
      }
    },
    holdsText: { String(decoding: $0, as: UTF8.self).contains("typing") })

  func folder(_ fileSystem: FileSystem? = nil) -> StateFolder {
    StateFolder(url.path, fileSystem: fileSystem ?? .hasty)
  }

  func state(
    _ fileSystem: FileSystem? = nil,
    told: @escaping @Sendable (LocalState.News) -> Void = { _ in }
  ) -> LocalState {
    LocalState(of: session.path, in: folder(fileSystem), rules: LocalScene.rules, told: told)
  }

  func load() throws -> LoadedSession { try session.folder().load() }

  /// The bytes of everything that is remembered.
  var bytes: String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.sorted().map { name in
      let bytes = (try? Data(contentsOf: url.appending(path: name))) ?? Data()
      return String(decoding: bytes, as: UTF8.self)
    }.joined()
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  func put(_ text: String, as ending: String) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url.appending(path: stem + ending))
  }
}

/// Drafts and notes on their way, as this machine keeps them outside of sessions.
struct LocalStateTests {
  @Test func `what is on its way is known by who made the workshop, whatever clock others have`()
    throws
  {
    let scene = try WithdrawalScene()
    let url = URL(filePath: scene.parent.path + "/state")
    func state() -> LocalState {
      LocalState(
        of: scene.path, in: StateFolder(url.path, fileSystem: .hasty), rules: LocalScene.rules,
        told: { _ in })
    }
    var writer = SampleWriter(series: 8)
    let note = writer.note("on its way", in: WithdrawalScene.beekdorp)
    let before = state()
    _ = before.open(for: try scene.folder().load())
    before.send([note])
    before.flush()
    // A laptop whose clock is years behind that of the maker changes the title meanwhile.
    let documents = try scene.folder().load().documents
    var late = Scribe(surroundings: .counted(series: 9, from: 1_500_000_000))
    let title = Scribe.Step(
      .session, SessionCollection.workshop, WorkshopInfo.record, set: ["title": "Nieuw"])
    try scene.folder().save(late.edit([title], knowing: documents).changes)
    let loaded = try scene.folder().load()
    let record = loaded.documents[.session]?[SessionCollection.workshop, WorkshopInfo.record]
    #expect(record?.revisions.first?.set["title"] == "Nieuw")
    let found = state().open(for: loaded)
    #expect(found.pending == [note])
    #expect(found.findings == [])
  }

  private func texts(_ changes: [Change]) -> [String] {
    changes.compactMap { $0.revision?.set[Note.Field.text]?.text }
  }

  @Test func `what is on its way is sent again by the next program, until it is kept`() throws {
    var scene = try LocalScene()
    let state = scene.state()
    #expect(state.open(for: try scene.load()).pending == [])
    let note = scene.session.writer.note("on its way")
    state.send([note])
    state.remember { Array("half a note\n".utf8) }
    state.flush()
    // The program is killed here.
    let next = scene.state()
    let found = next.open(for: try scene.load())
    #expect(found.pending == [note])
    #expect(found.findings == [])
    #expect(found.memory == Array("half a note\n".utf8))
    try scene.session.folder().save(found.pending)
    next.kept(found.pending)
    next.flush()
    #expect(scene.names == [scene.stem + ".json"])
    #expect(scene.state().open(for: try scene.load()).pending == [])
  }

  @Test func `folders are for their owner only, and so are files`() throws {
    var scene = try LocalScene()
    let state = scene.state()
    _ = state.open(for: try scene.load())
    state.send([scene.session.writer.note("x")])
    state.remember { [0x78] }
    state.flush()
    #expect(scene.names.count == 2)
    for (path, mode) in [("", 0o700)] + scene.names.map({ ($0, 0o600) }) {
      let status = try FileSystem.live.status(scene.url.appending(path: path).path)
      #expect(status.permissions == UInt32(mode), "\(path)")
    }
  }

  @Test
  func `two programs on one session keep what each has on its way, and their own sessions apart`()
    throws
  {
    var scene = try LocalScene()
    let one = scene.state()
    let two = scene.state()
    _ = one.open(for: try scene.load())
    _ = two.open(for: try scene.load())
    one.send([scene.session.writer.note("of one")])
    two.send([scene.session.writer.note("of two")])
    one.flush()
    two.flush()
    #expect(Set(texts(scene.state().open(for: try scene.load()).pending)) == ["of one", "of two"])
    let other = LocalState(
      of: "/elsewhere", in: scene.folder(), rules: LocalScene.rules, told: { _ in })
    #expect(other.open(for: try scene.load()).pending == [])
  }

  @Test func `nothing is written or read through a link`() throws {
    var scene = try LocalScene()
    let elsewhere = try TemporaryFolder()
    try elsewhere.write(Array("theirs".utf8), to: "victim")
    try FileManager.default.createDirectory(at: scene.url, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: scene.url.appending(path: scene.stem + ".json").path,
      withDestinationPath: elsewhere.path + "/victim")
    let told = Mutex<[LocalState.News]>([])
    let state = scene.state { news in told.withLock { $0.append(news) } }
    let found = state.open(for: try scene.load())
    #expect(found.memory == nil)
    #expect(found.findings.map(\.fact) == [.notAFile(.link)])
    state.remember { Array("ours".utf8) }
    state.flush()
    #expect(try elsewhere.text(of: "victim") == "theirs")
    #expect(told.withLock(\.count) == 1)
    // It would be tried again every second, and make what is taken away below.
    try FileManager.default.removeItem(at: scene.url.appending(path: scene.stem + ".json"))
    state.flush()
    // A folder that is a link is no better.
    try FileManager.default.removeItem(at: scene.url)
    try FileManager.default.createSymbolicLink(
      atPath: scene.url.path, withDestinationPath: elsewhere.path)
    let linked = scene.state()
    _ = linked.open(for: try scene.load())
    linked.send([scene.session.writer.note("x")])
    linked.flush()
    #expect(elsewhere.names(in: "") == ["victim"])
  }

  @Test(arguments: [ENOSPC, EROFS, EACCES, EIO])
  func `what cannot be remembered is told once, tried again, and is over when it works`(code: Int32)
    throws
  {
    var scene = try LocalScene()
    let told = Mutex<[LocalState.News]>([])
    let state = scene.state(scene.system.fileSystem) { news in told.withLock { $0.append(news) } }
    _ = state.open(for: try scene.load())
    scene.system.plan(.refuses([.open, .makeFolder], code: code))
    state.send([scene.session.writer.note("one")])
    state.flush()
    state.send([scene.session.writer.note("two")])
    state.remember { Array("half".utf8) }
    state.flush()
    #expect(told.withLock(\.count) == 1)
    scene.system.plan(.nothing)
    state.flush()
    guard case .failing(let error)? = told.withLock({ $0.first }),
      case .notRemembered(.cannotWrite(let failure)) = error.fact
    else {
      Issue.record("not told")
      return
    }
    #expect(failure.code == code)
    #expect(told.withLock { $0.last } == .works(error))
    #expect(texts(scene.state().open(for: try scene.load()).pending) == ["one", "two"])
    #expect(scene.bytes.contains("half"))
  }

  @Test func `an outbox of another workshop, a broken one and a strange municipality are left out`()
    throws
  {
    var scene = try LocalScene()
    let loaded = try scene.load()
    var strange = Outbox(for: loaded.documents)
    strange.add([
      scene.session.writer.note("kept"),
      scene.session.writer.note("strange", in: DocumentName(municipality: "Nergens")),
    ])
    try scene.put("{\"documents\": 3}", as: ".broken.outbox")
    try scene.put("", as: ".empty.outbox")
    try scene.put("{\"origin\": \"\(UUID())\", \"documents\": {}}", as: ".other.outbox")
    try scene.put(
      String(decoding: strange.bytes, as: UTF8.self), as: ".strange.outbox")
    mkfifo(scene.url.appending(path: scene.stem + ".fifo.outbox").path, 0o600)
    let found = scene.state().open(for: loaded)
    #expect(texts(found.pending) == ["kept"])
    #expect(found.findings.count == 5)
    #expect(
      scene.folder().check(scene.session.path, loaded, rules: LocalScene.rules) == found.findings)
    // Nothing of it is thrown away: somebody may miss words in it.
    #expect(scene.names.count == 5)
  }

  @Test func `what is larger than can be read again is refused and told`() throws {
    let scene = try LocalScene()
    let told = Mutex<[LocalState.News]>([])
    let state = scene.state { news in told.withLock { $0.append(news) } }
    _ = state.open(for: try scene.load())
    state.remember { [UInt8](repeating: 0x20, count: Limits.memory + 1) }
    state.flush()
    #expect(scene.names == [])
    #expect(told.withLock(\.count) == 1)
    // A file of that size is not read either, whoever made it.
    try scene.put("", as: ".json")
    truncate(scene.url.appending(path: scene.stem + ".json").path, Int(Limits.memory) + 1)
    let found = scene.state().open(for: try scene.load())
    #expect(found.memory == nil)
    #expect(found.findings.map(\.fact) == [.json(.tooLarge(limit: Limits.memory))])
  }

  // MARK: Killed and failing anywhere

  private static let calls: Set<SystemFailure.Call> = [
    .open, .read, .write, .sync, .status, .list, .rename, .remove, .lock, .makeFolder,
  ]

  @Test func `a note on its way is lost at no call, and doubled at none`() throws {
    let needs = Self.calls.subtracting([.remove, .read, .list])
    try CrashMatrix(
      name: "an outbox", codes: [ENOSPC, EIO, EACCES, EROFS], needs: needs, atLeast: 15
    )
    .run { plan in
      var scene = try LocalScene()
      let state = scene.state(scene.system.fileSystem)
      _ = state.open(for: try scene.load())
      let note = scene.session.writer.note("second")
      scene.system.plan(plan)
      let isTold = Mutex(false)
      let watched = scene.state(scene.system.fileSystem) { _ in isTold.withLock { $0 = true } }
      _ = watched.open(for: try scene.load())
      watched.send([note])
      watched.remember { Array("half\n".utf8) }
      watched.flush()
      let isDone = !isTold.withLock(\.self) && scene.bytes.contains("half")
      let left = scene
      return CrashMatrix.Attempt(isDone: isDone, system: scene.system) { point in
        let found = left.state().open(for: try left.load())
        #expect(found.findings == [], "\(point)")
        if isDone { #expect(found.pending == [note], "\(point)") }
        #expect(found.pending.count <= 1, "\(point)")
        try left.session.folder().save(found.pending)
        try left.session.folder().save(found.pending)
        let texts = try left.session.texts()
        #expect(texts.count == 1 + found.pending.count, "\(point)")
        return texts.contains("first") ? 0 : 1
      }
    }
  }

  @Test func `an outbox that is taken over is lost at no call, and doubled at none`() throws {
    try CrashMatrix(
      name: "taking an outbox over", codes: [ENOSPC, EIO, EACCES, EROFS],
      needs: Self.calls.subtracting([.write, .sync, .rename, .makeFolder]), atLeast: 10
    ).run { plan in
      var scene = try LocalScene()
      let dead = scene.state()
      _ = dead.open(for: try scene.load())
      let note = scene.session.writer.note("second")
      dead.send([note])
      dead.flush()
      try scene.put("half written", as: ".dead.outbox.1.new")
      scene.system.plan(plan)
      let state = scene.state(scene.system.fileSystem)
      let found = state.open(for: try scene.load())
      try scene.session.folder().save(found.pending)
      state.kept(found.pending)
      state.flush()
      let left = scene
      let isDone = scene.names == []
      return CrashMatrix.Attempt(isDone: isDone, system: scene.system) { point in
        let again = left.state().open(for: try left.load())
        try left.session.folder().save(again.pending)
        let texts = try left.session.texts().sorted()
        #expect(texts == ["first", "second"], "\(point)")
        return texts.contains("second") ? 0 : 1
      }
    }
  }
}
