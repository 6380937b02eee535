import SessionStore
import Synchronization
import TestSupport
import Testing
import WorkshopCore

/// What another program writes between reading and exchanging.
struct DisplacedEditTests {
  /// Saves a note while, right before the first exchange, something is done to the file.
  ///
  /// - Parameter unsupported: What the disk cannot do.
  private func save(
    in session: inout SampleSession, unsupported: Set<SystemFailure.Call> = [],
    while act: @escaping @Sendable () throws -> Void
  ) throws {
    let isDone = Mutex(false)
    let system = FaultySystem(unsupported: unsupported) { call, _ in
      guard call == .exchange, !isDone.withLock(\.self) else { return }
      isDone.withLock { $0 = true }
      #expect(throws: Never.self) { try act() }
    }
    try session.folder(system.fileSystem).save([session.writer.note("second")])
  }

  @Test(arguments: [[], [.exchange]] as [Set<SystemFailure.Call>])
  func anEditByHandIsMerged(unsupported: Set<SystemFailure.Call>) throws {
    var session = try SampleSession()
    let copy = session
    try save(in: &session, unsupported: unsupported) {
      try copy.editByHand("first", to: "by hand")
    }
    #expect(try session.texts() == ["by hand", "second"])
    #expect(session.litter == [])
  }

  @Test func aSlipOfTheHandIsPutBackAndNothingIsWritten() throws {
    var session = try SampleSession()
    let copy = session
    let slip = try session.parent.text(of: SampleSession.file).dropLast(3) + "oops"
    #expect(throws: StoreError.self) {
      try save(in: &session) { try copy.parent.write(slip.utf8, to: SampleSession.file) }
    }
    #expect(try session.parent.bytes(of: SampleSession.file) == Array(slip.utf8))
    #expect(session.litter == [])
  }

  @Test func aNewerFormatIsPutBack() throws {
    var session = try SampleSession()
    let copy = session
    let newer = try session.parent.text(of: SampleSession.file)
      .replacing("\"formatVersion\": 1", with: "\"formatVersion\": 9")
    do throws(any Error) {
      try save(in: &session) { try copy.parent.write(newer, to: SampleSession.file) }
      Issue.record("wrote over a newer format")
    } catch {
      #expect((error as? StoreError)?.fact == .newerFormat(9))
    }
    #expect(try session.parent.text(of: SampleSession.file) == newer)
    #expect(session.litter == [])
  }

  @Test func aFileThatVanishesIsWrittenAnew() throws {
    var session = try SampleSession()
    let path = session.path + "/amsterdam.json"
    try save(in: &session) { try FileSystem.live.remove(path) }
    #expect(try session.texts() == ["first", "second"])
    #expect(session.litter == [])
  }

  @Test func aFolderThatAppearsIsPutBack() throws {
    var session = try SampleSession()
    let path = session.path + "/amsterdam.json"
    #expect(throws: StoreError(file: path, fact: .notAFile(.folder))) {
      try save(in: &session) {
        try FileSystem.live.remove(path)
        try FileSystem.live.makeFolder(path)
      }
    }
    #expect(try FileSystem.live.status(path).kind == .folder)
    #expect(session.litter == [])
  }

  @Test func aFileThatAppearsFirstIsMerged() throws {
    var session = try SampleSession()
    let utrecht = DocumentName(municipality: "Utrecht")
    let copy = session
    let isDone = Mutex(false)
    var other = SampleWriter(series: 2)
    let theirs = other.note("theirs", in: utrecht)
    let system = FaultySystem { call, _ in
      // The second renaming gives the file its name; the first makes it whole.
      guard call == .sync, !isDone.withLock(\.self) else { return }
      isDone.withLock { $0 = true }
      var document = Document(name: utrecht)
      document.apply(theirs)
      #expect(throws: Never.self) {
        try copy.parent.write(DocumentCoding.bytes(of: document), to: "session/utrecht.json")
      }
    }
    try session.folder(system.fileSystem).save([session.writer.note("ours", in: utrecht)])
    #expect(
      try session.folder().load().documents[utrecht]?.texts.sorted() == ["ours", "theirs"])
    #expect(session.litter == [])
  }

  @Test(arguments: [false, true])
  func whatASynchroniserRenamesOverIsMerged(vanishes: Bool) throws {
    var session = try SampleSession()
    let copy = session
    let theirs = try session.copy(with: ["theirs"])
    let syncs = Mutex(0)
    let system = FaultySystem { call, _ in
      guard call == .sync else { return }
      let isSecond = syncs.withLock { count in
        count += 1
        return count == 2
      }
      // The name of the new file is being synced: Syncthing had looked before, and renames now.
      guard isSecond else { return }
      #expect(throws: Never.self) {
        if vanishes {
          try FileSystem.live.remove(copy.path + "/amsterdam.json")
        } else {
          try copy.parent.write(theirs, to: "session/theirs")
          try FileSystem.live.rename(
            copy.path + "/theirs", copy.path + "/amsterdam.json")
        }
      }
    }
    try session.folder(system.fileSystem).save([session.writer.note("second")])
    #expect(
      try session.texts().sorted() == ["first", "second"] + (vanishes ? [] : ["theirs"]))
    #expect(session.litter == [])
  }

  @Test func whatADeadProgramDisplacedIsTakenIn() throws {
    var session = try SampleSession()
    try session.editByHand("first", to: "by hand")
    let edited = try session.parent.bytes(of: SampleSession.file)
    try session.editByHand("by hand", to: "first")
    let litter = "session/.amsterdam.0123456789abcdef"
    try session.parent.write(edited, to: litter + ".tmp")
    try session.parent.write(edited.prefix(50), to: litter + ".part")
    #expect(try session.texts() == ["by hand"])
    #expect(session.litter.count == 2)
    try session.folder().save([session.writer.note("second")])
    #expect(try session.texts() == ["by hand", "second"])
    #expect(session.litter == [])
  }

  @Test func aDisplacedSlipStaysAndIsTold() throws {
    var session = try SampleSession()
    try session.parent.write("{\"notes\": [", to: "session/.amsterdam.0123456789abcdef.tmp")
    try session.folder().save([session.writer.note("second")])
    #expect(session.litter == [".amsterdam.0123456789abcdef.tmp"])
    #expect(
      try session.folder().check().map(\.fact) == [.json(.unexpectedEnd(expected: .value))])
    #expect(try session.texts() == ["first", "second"])
  }

  @Test func erasedWordsAreInNoFile() throws {
    var session = try SampleSession()
    let note = session.writer.note("private words")
    try session.folder().save([note])
    let before = try session.parent.bytes(of: SampleSession.file)
    try session.parent.write(before, to: "session/.amsterdam.0123456789abcdef.tmp")
    try session.folder().save([session.writer.erase(note.record)])
    for name in session.parent.names(in: "session") {
      #expect(!(try session.parent.text(of: "session/" + name).contains("private")), "\(name)")
    }
  }
}
