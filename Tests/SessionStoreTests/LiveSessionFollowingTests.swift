import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// What people and other programs do to the files of a session that is open.
struct LiveSessionFollowingTests {
  /// An open session whose clock stands still unless a test moves it.
  private struct Scene {
    var session: SampleSession
    let log = NewsLog()
    let clock = TestClock()
    let live: LiveSession

    init() async throws {
      session = try SampleSession()
      live = LiveSession(
        folder: session.folder(clock: clock.clock), changed: log.add)
      _ = try await live.open()
    }

    func poll(after seconds: Double = 0.25) async {
      clock.advance(seconds: seconds)
      await live.poll()
    }
  }

  @Test func anEditByHandIsShownAndTakenBackWithoutATrace() async throws {
    let scene = try await Scene()
    try scene.session.editByHand("first", to: "B")
    await scene.poll()
    #expect(scene.log.shown(.amsterdam) == ["B"])
    try scene.session.editByHand("B", to: "D")
    await scene.poll()
    #expect(scene.log.shown(.amsterdam) == ["D"])
    try scene.session.editByHand("D", to: "first")
    let bytes = try scene.session.parent.bytes(of: SampleSession.file)
    await scene.poll()
    #expect(scene.log.shown(.amsterdam) == ["first"])
    await scene.poll(after: 5)
    #expect(try scene.session.parent.bytes(of: SampleSession.file) == bytes)
  }

  @Test func anEditByHandIsWrittenDownWithTheNextSave() async throws {
    var scene = try await Scene()
    try scene.session.editByHand("first", to: "by hand")
    scene.live.submit([scene.session.writer.note("second")])
    await scene.live.flush()
    #expect(scene.log.shown(.amsterdam) == ["by hand", "second"])
    #expect(try scene.session.parent.text(of: SampleSession.file).contains("\"stamp\""))
    try scene.session.editByHand("by hand", to: "again")
    await scene.poll()
    #expect(scene.log.shown(.amsterdam) == ["again", "second"])
  }

  @Test func theLastOfSeveralEditsFromOneOldBufferIsShown() async throws {
    for last in ["D", "E", "F", "G", "H", "I"] {
      var scene = try await Scene()
      let buffer = try scene.session.parent.text(of: SampleSession.file)
      for text in ["B", "C", last] {
        try scene.session.parent.write(
          buffer.replacing("\"text\": \"first\",\n", with: "\"text\": \"\(text)\",\n"),
          to: SampleSession.file)
        await scene.poll()
        #expect(scene.log.shown(.amsterdam).first == text)
        // A save in between writes the edit down, which the editor does not notice.
        scene.live.submit([scene.session.writer.note("after \(text)")])
        await scene.live.flush()
      }
      #expect(try scene.session.texts() == [last, "after B", "after C", "after \(last)"])
    }
  }

  @Test func anOldCopyPutInTheFilesPlaceLosesNothing() async throws {
    var scene = try await Scene()
    let old = try scene.session.parent.bytes(of: SampleSession.file)
    scene.live.submit([scene.session.writer.note("second")])
    await scene.live.flush()
    try scene.session.parent.write(old, to: SampleSession.file)
    await scene.poll()
    #expect(scene.log.shown(.amsterdam) == ["first", "second"])
    #expect(try scene.session.texts() == ["first"])
    await scene.poll(after: 3)
    #expect(try scene.session.texts() == ["first", "second"])
  }

  @Test(arguments: [["amsterdam.json"], ["amsterdam.json", "session.json"]])
  func aFileThatVanishedComesBack(names: [String]) async throws {
    let scene = try await Scene()
    for name in names { try FileSystem.live.remove(scene.session.path + "/" + name) }
    await scene.poll()
    await scene.poll(after: 1)
    #expect(!scene.session.parent.names(in: "session").contains("amsterdam.json"))
    await scene.poll(after: 2)
    #expect(try scene.session.texts() == ["first"])
  }

  @Test func lookingAroundWritesNothing() async throws {
    let session = try SampleSession()
    let text = try session.parent.text(of: SampleSession.file).replacing("  ", with: "\t")
    try session.parent.write(text, to: SampleSession.file)
    let clock = TestClock()
    let live = LiveSession(folder: session.folder(clock: clock.clock)) { _ in }
    #expect(try await live.open().documents[.amsterdam]?.texts == ["first"])
    let names = session.parent.names(in: "session")
    for _ in 0..<5 {
      clock.advance(seconds: 3)
      await live.poll()
    }
    await live.close()
    #expect(try session.parent.text(of: SampleSession.file) == text)
    #expect(session.parent.names(in: "session") == names)
  }

  @Test func damageCountsWhenItIsSeenTwice() async throws {
    let scene = try await Scene()
    let file = SampleSession.file
    let whole = try scene.session.parent.bytes(of: file)
    try scene.session.parent.write(whole.prefix(40), to: file)
    await scene.poll()
    #expect(scene.log.damaged == [])
    try scene.session.parent.write(whole.prefix(80), to: file)
    await scene.poll()
    #expect(scene.log.damaged == [])
    await scene.poll()
    #expect(scene.log.damaged.count == 1)
    #expect(scene.log.damaged.first?.place != nil)
    await scene.poll()
    #expect(scene.log.damaged.count == 1)

    try scene.session.parent.write(whole, to: file)
    await scene.poll(after: 1)
    #expect(scene.log.repaired == [.amsterdam])
    #expect(try scene.session.texts() == ["first"])
  }

  @Test func damageMakesWayWhenSomebodyWritesThereAndNothingIsLost() async throws {
    var scene = try await Scene()
    let file = SampleSession.file
    let cut = Array(try scene.session.parent.bytes(of: file).prefix(80))
    try scene.session.parent.write(cut, to: file)
    await scene.poll()
    await scene.poll(after: 5)
    await scene.poll(after: 5)
    // Looking at it changes nothing.
    #expect(try scene.session.parent.bytes(of: file) == cut)
    let note = scene.session.writer.note("second")
    scene.live.submit([note])
    #expect(await scene.live.flush().isEmpty)
    #expect(scene.log.kept == [note])
    #expect(scene.log.setAside.count == 1)
    #expect(scene.log.repaired == [.amsterdam])
    #expect(try scene.session.parent.bytes(of: "session/amsterdam.damaged-1.json") == cut)
    let shown = try scene.session.folder().load()
    #expect(shown.documents[.amsterdam]?.texts == ["first", "second"])
    #expect(shown.findings.count == 1)
  }

  @Test func theProgrammeMakesWayOnlyWhereItIsKnown() async throws {
    let parent = try TemporaryFolder()
    let folder = SessionFolder(parent.path + "/session")
    var scribe = Scribe(surroundings: .counted())
    try folder.create(NewWorkshop(title: "Proef", language: .dutch).edit(by: &scribe).changes)
    let live = LiveSession(folder: folder) { _ in }
    _ = try await live.open()
    let cut = Array(try parent.bytes(of: "session/session.json").prefix(60))
    try parent.write(cut, to: "session/session.json")
    let step = NewWorkshop.step(addingMunicipality: "Beekdorp")
    let changes = scribe.edit([step]).changes
    // A command that does not know the programme would leave a session without one.
    #expect(throws: StoreError.self) { try folder.save(changes) }
    #expect(try parent.bytes(of: "session/session.json") == cut)
    live.submit(changes)
    #expect(await live.flush().isEmpty)
    let workshop = Workshop(documents: try folder.load().documents.values)
    #expect(workshop.info.title == "Proef" && workshop.municipalities.map(\.name) == ["Beekdorp"])
    #expect(try parent.bytes(of: "session/session.damaged-1.json") == cut)
  }

  @Test func aHalfWrittenFileIsNoDamage() async throws {
    let scene = try await Scene()
    let whole = try scene.session.parent.bytes(of: SampleSession.file)
    for count in stride(from: 0, to: whole.count, by: 100) {
      try scene.session.parent.write(whole.prefix(count), to: SampleSession.file)
      await scene.poll()
    }
    try scene.session.parent.write(whole, to: SampleSession.file)
    await scene.poll()
    #expect(scene.log.damaged == [])
    #expect(scene.log.repaired == [])
  }

  @Test func damageAtTheStartIsToldAndTheRestOpens() async throws {
    let session = try SampleSession()
    try session.parent.write("{", to: "session/utrecht.json")
    let log = NewsLog()
    let live = LiveSession(folder: session.folder(), changed: log.add)
    let loaded = try await live.open()
    #expect(loaded.findings.map(\.fact) == [.json(.unexpectedEnd(expected: .nameOrEnd))])
    #expect(loaded.documents.count == 2)
    await live.poll()
    #expect(log.damaged == [])
    try session.parent.write("{}", to: "session/utrecht.json")
    await live.poll()
    #expect(log.repaired.map(\.text) == ["utrecht"])
  }

  @Test func whatADeadProgramLeftIsTakenInAtTheStart() async throws {
    let session = try SampleSession()
    let before = try session.parent.bytes(of: SampleSession.file)
    try session.editByHand("first", to: "by hand")
    let edited = try session.parent.bytes(of: SampleSession.file)
    try session.parent.write(before, to: SampleSession.file)
    try session.parent.write(edited, to: "session/.amsterdam.0123456789abcdef.tmp")
    let live = LiveSession(folder: session.folder()) { _ in }
    #expect(try await live.open().documents[.amsterdam]?.texts == ["by hand"])
    await live.poll()
    #expect(session.litter == [])
    #expect(try session.texts() == ["by hand"])
  }

  @Test func aFileThatMadeWayIsTakenInOnceItIsMended() async throws {
    let scene = try await Scene()
    let parent = scene.session.parent
    let aside = "session/amsterdam.damaged-1.json"
    let copy = try scene.session.copy(with: ["from the mended file"])
    try parent.write(Array(copy.prefix(60)), to: aside)
    await scene.poll()
    await scene.poll(after: 5)
    // An editor may write into the file itself, so that the folder stays as it was.
    try parent.write(copy, to: aside)
    await scene.poll()
    #expect(scene.log.shown(.amsterdam).sorted() == ["first", "from the mended file"])
    await scene.poll(after: 5)
    #expect(try scene.session.texts().sorted() == ["first", "from the mended file"])
    #expect(parent.names(in: "session").filter { $0.contains("damaged") } == [])
    #expect(
      try parent.text(of: SampleSession.file).contains("from the mended file"))
  }
}
