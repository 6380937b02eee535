import Foundation
import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// A session's folder: what opens, what is told of, and what saving leaves there.
struct SessionFolderTests {
  @Test func whatIsSavedIsLoaded() throws {
    var session = try SampleSession()
    let other = DocumentName(municipality: "Den Haag")
    try session.folder().save([session.writer.note("second"), session.writer.note("x", in: other)])
    let loaded = try session.folder().load()
    #expect(loaded.findings == [])
    #expect(loaded.documents.keys.sorted().map(\.text) == ["amsterdam", "den-haag", "session"])
    #expect(loaded.documents[.amsterdam]?.texts == ["first", "second"])
    #expect(session.litter == [])
  }

  @Test func filesAreForTheirOwnerOnlyUnlessSomebodySharedThem() throws {
    var session = try SampleSession()
    func permissions(_ name: String) throws -> UInt32 {
      try FileSystem.live.status(session.parent.path + "/" + name).permissions
    }
    #expect(try permissions("session") == 0o700)
    #expect(try permissions("session/amsterdam.json") == 0o600)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o664], ofItemAtPath: session.path + "/amsterdam.json")
    try session.folder().save([session.writer.note("second")])
    #expect(try permissions("session/amsterdam.json") == 0o664)
    #expect(try permissions("session/.lock") == 0o600)
  }

  @Test func savingWhatIsThereWritesNothing() throws {
    var session = try SampleSession()
    let note = session.writer.note("second")
    try session.folder().save([note])
    let system = FaultySystem()
    try session.folder(system.fileSystem).save([note])
    #expect(!system.calls.contains(.write))
    #expect(!system.calls.contains(.exchange))
    // It may be another program that wrote it: kept means on the disk.
    #expect(system.calls.filter { $0 == .sync }.count == 2)
  }

  @Test func otherFilesAreLeftAlone() throws {
    let session = try SampleSession()
    for name in [".hidden.json", "notes.txt", ".amsterdam.json.swp", "photo.jpg", "a.json.bak"] {
      try session.parent.write("not ours", to: "session/" + name)
    }
    let loaded = try session.folder().load()
    #expect(loaded.documents.count == 2)
    #expect(try session.folder().check() == [])
    #expect(session.parent.names(in: "session").contains("photo.jpg"))
  }

  @Test func aNameNoDocumentHasIsTold() throws {
    let session = try SampleSession()
    try session.parent.write("{}", to: "session/Den Haag.json")
    #expect(try session.folder().check().map(\.fact) == [.strangeName])
    #expect(try session.folder().load().findings == [])
  }

  @Test func damageIsToldWithItsPlaceAndTheRestOpens() throws {
    let session = try SampleSession()
    try session.parent.write("{\n  \"notes\": [}", to: "session/utrecht.json")
    try session.parent.write("{\"notes\": [{\"id\": 7}]}", to: "session/zaandam.json")
    try session.parent.write("", to: "session/arnhem.json")
    let loaded = try session.folder().load()
    #expect(loaded.documents.count == 2)
    #expect(
      loaded.findings.map(\.message) == [
        "\(session.path)/arnhem.json:1:1: the file is empty; put back a copy of the file, or remove "
          + "it if nothing was in it",
        "\(session.path)/utrecht.json:2:13: expected a value, found “}”; correct the file at this "
          + "place, or put back a copy of it",
        "\(session.path)/zaandam.json:1:19: “id” must be a UUID; correct the value at this place, "
          + "or put back a copy of the file",
      ])
    #expect(loaded.findings.allSatisfy { $0.category == .damaged })
  }

  @Test func aFileFromANewerVersionIsOnlyRead() throws {
    var session = try SampleSession()
    let text = try session.parent.text(of: SampleSession.file)
      .replacing("\"formatVersion\": 1", with: "\"formatVersion\": 2")
    try session.parent.write(text, to: SampleSession.file)
    #expect(try session.texts() == ["first"])
    #expect(try session.folder().check().map(\.fact) == [.newerFormat(2)])
    do throws(StoreError) {
      try session.folder().save([session.writer.note("second")])
      Issue.record("wrote a newer format")
    } catch {
      #expect(error.fact == .newerFormat(2))
      #expect(error.category == .cannotWrite)
    }
    #expect(try session.parent.text(of: SampleSession.file) == text)
  }

  @Test(arguments: [FileStatus.Kind.folder, .link, .fifo])
  func whatIsNoFileIsToldAndLeftThere(kind: FileStatus.Kind) throws {
    var session = try SampleSession()
    let path = session.path + "/utrecht.json"
    switch kind {
    case .folder: try FileSystem.live.makeFolder(path)
    case .link: #expect(symlink("amsterdam.json", path) == 0)
    default: #expect(mkfifo(path, 0o600) == 0)
    }
    let loaded = try session.folder().load()
    #expect(loaded.findings.map(\.fact) == [.notAFile(kind)])
    try session.folder().save([session.writer.note("second")])
    #expect(try FileSystem.live.status(path).kind == kind)
    #expect(session.litter == [])
  }

  @Test func aHugeFileIsNotEvenRead() throws {
    let session = try SampleSession()
    let path = session.path + "/utrecht.json"
    try session.parent.write("{", to: "session/utrecht.json")
    #expect(truncate(path, 1 << 30) == 0)
    #expect(
      try session.folder().load().findings.map(\.fact)
        == [.json(.tooLarge(limit: JSONScanner.sizeLimit))])
  }

  @Test func noSessionIsNoSession() throws {
    let parent = try TemporaryFolder()
    for path in [parent.path, parent.path + "/none"] {
      do throws(StoreError) {
        _ = try SessionFolder(path).load()
        Issue.record("opened \(path)")
      } catch {
        #expect(error.fact == .noSession)
        #expect(error.category == .missing)
      }
      var writer = SampleWriter()
      #expect(throws: StoreError.self) { try SessionFolder(path).save([writer.note("lost")]) }
    }
    #expect(parent.names() == [])
  }

  @Test func aSessionIsMadeOnceAndWithItsParents() throws {
    let parent = try TemporaryFolder()
    let folder = SessionFolder(parent.path + "/a/b/session")
    try folder.create([])
    #expect(try folder.load().documents.keys.map(\.text) == ["session"])
    #expect(parent.names(in: "a/b") == ["session"])
    do throws(StoreError) {
      try folder.create([])
      Issue.record("made twice")
    } catch {
      #expect(error.fact == .exists)
      #expect(error.category == .cannotCreate)
    }
    try parent.write("", to: "file")
    #expect(throws: StoreError.self) { try SessionFolder(parent.path + "/file").create([]) }
    #expect(throws: StoreError.self) { try SessionFolder(parent.path + "/file/x").create([]) }
  }

  @Test func aSessionIsMadeAsAWholeOrNotAtAll() throws {
    for call in 1... {
      let parent = try TemporaryFolder()
      let system = FaultySystem()
      system.plan(.killed(at: call))
      var writer = SampleWriter()
      let changes = [writer.note("first"), writer.note("x", in: .session)]
      let made: Void? = try? SessionFolder(parent.path + "/session", fileSystem: system.fileSystem)
        .create(changes)
      if parent.names().contains("session") {
        let loaded = try SessionFolder(parent.path + "/session").load()
        #expect(loaded.documents[.amsterdam]?.texts == ["first"], "call \(call)")
      } else {
        #expect(made == nil)
        try SessionFolder(parent.path + "/session").create(changes)
      }
      if made != nil { break }
    }
  }

  @Test func sessionsAreListedByName() throws {
    let parent = try TemporaryFolder()
    for name in ["b", "a", "é"] { try SessionFolder(parent.path + "/" + name).create([]) }
    try FileSystem.live.makeFolder(parent.path + "/empty")
    try parent.write("", to: "file")
    #expect(try SessionLocation.all(in: parent.path).map(\.name) == ["a", "b", "é"])
    #expect(try SessionLocation.all(in: parent.path + "/none") == [])
  }

  @Test(arguments: [
    "", ".", "..", ".x", "a\0b", "a/\0", "a\nb", "\u{1B}[31m", "\u{9B}x",
    "CON", "nul.txt", "Com1", "lpt9", "dag een.", "dag een ", String(repeating: "x", count: 201),
  ])
  func aNameCannotLeadOutOfTheFolder(name: String) {
    #expect(throws: StoreError(file: name, fact: .unsuitableName)) {
      try SessionLocation(name, in: "sessions")
    }
  }

  @Test(arguments: [
    ("werkplaats", "sessions/werkplaats"), ("./x", "./x"), ("/tmp/x/", "/tmp/x"),
    ("../y", "../y"), ("Onze dag 1", "sessions/Onze dag 1"),
  ])
  func aNameOrAPathHasItsFolder(text: String, folder: String) throws {
    #expect(try SessionLocation(text, in: "sessions/").folder == folder)
  }
}
