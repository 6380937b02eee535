import Foundation
import Glibc
import SessionStore
import Synchronization
import TestSupport
import Testing
import WorkshopCore

/// A save that is killed, or fails, at each of its calls to the system.
struct CrashMatrixTests {
  /// What the save is of, and what stands in its way.
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case firstOfItsDocument = "the first note of its document"
    case later = "a later note"
    case besideAnEditor = "a note while an editor saves"
    case besideASynchroniser = "a note while a synchroniser renames its file over"
    case withoutExchange = "a note where the disk cannot exchange"
    case overACopy = "a note beside a copy of a synchroniser"
    case afterACrash = "a note after a crash"
    case ofTwoDocuments = "notes of two documents"
    case erasing = "an erasure"

    var testDescription: String { rawValue }

    var document: DocumentName {
      self == .firstOfItsDocument ? DocumentName(municipality: "Utrecht") : .amsterdam
    }

    /// What the folder holds besides the first note before anything is saved.
    var before: [String] {
      switch self {
      case .overACopy, .afterACrash: ["elsewhere"]
      case .erasing: ["private"]
      default: []
      }
    }

    /// The calls that such a save makes.
    var needs: Set<SystemFailure.Call> {
      let all: Set<SystemFailure.Call> = [
        .open, .read, .write, .sync, .status, .list, .rename, .remove, .lock,
      ]
      return self == .firstOfItsDocument ? all : all.union([.exchange, .permissions])
    }
  }

  /// One save that goes wrong.
  private final class Scene: Sendable {
    let session: SampleSession
    let system: FaultySystem
    let isEdited: Bool
    let isKept: Bool

    init(_ kind: Kind, _ plan: FaultySystem.Plan) throws {
      var session = try SampleSession(fileSystem: .hasty)
      let elsewhere = try session.copy(with: ["elsewhere"])
      var erased: RecordID?
      switch kind {
      case .overACopy:
        try session.parent.write(elsewhere, to: "session/\(ConflictCopyTests.names[0])")
      case .afterACrash:
        try session.parent.write(elsewhere, to: "session/.amsterdam.0123456789abcdef.tmp")
        let half = elsewhere.prefix(99)
        try session.parent.write(half, to: "session/.amsterdam.0123456789abcdee.part")
      case .erasing:
        let note = session.writer.note("private")
        try session.folder().save([note])
        erased = note.record
      default: break
      }
      let copy = session
      let theirs = try session.copy(with: ["theirs"])
      let isEdited = Mutex(false)
      let syncs = Mutex(0)
      let missing: Set<SystemFailure.Call> = kind == .withoutExchange ? [.exchange] : []
      system = FaultySystem(.hasty, unsupported: missing) { call, _ in
        let isDue =
          switch (kind, call) {
          case (.besideAnEditor, .exchange): true
          case (.besideASynchroniser, .sync):
            syncs.withLock { count in
              count += 1
              return count == 2
            }
          default: false
          }
        guard isDue, !isEdited.withLock(\.self) else { return }
        isEdited.withLock {
          if kind == .besideAnEditor {
            $0 = (try? copy.editByHand("first", to: "by hand")) != nil
          } else {
            try? copy.parent.write(theirs, to: "theirs")
            let new = copy.path + "/amsterdam.json"
            $0 = (try? FileSystem.live.rename(copy.parent.path + "/theirs", new)) != nil
          }
        }
      }
      system.plan(plan)
      var changes = [session.writer.note("second", in: kind.document)]
      if kind == .ofTwoDocuments {
        changes.append(session.writer.note("third", in: DocumentName(municipality: "Utrecht")))
      }
      if let erased { changes = [session.writer.erase(erased)] }
      isKept = (try? session.folder(system.fileSystem).save(changes)) != nil
      self.isEdited = isEdited.withLock(\.self)
      self.session = session
    }
  }

  @Test(arguments: Kind.allCases)
  func `a save that is cut off or fails anywhere loses nothing that was kept`(kind: Kind) throws {
    try CrashMatrix(name: kind.rawValue, needs: kind.needs, atLeast: 20).run { plan in
      let scene = try Scene(kind, plan)
      return CrashMatrix.Attempt(isDone: scene.isKept, system: scene.system) { point in
        try lost(in: scene, kind, point: point)
      }
    }
  }

  /// Looks at the folder as the next program finds it, and goes on working in it.
  private func lost(in scene: Scene, _ kind: Kind, point: String) throws -> Int {
    var session = scene.session
    func texts() throws -> [String] {
      let loaded = try session.folder().load()
      #expect(loaded.findings == [], "\(point)")
      return loaded.documents.values.flatMap(\.texts).sorted()
    }
    let isByHand = scene.isEdited && kind == .besideAnEditor
    var expected = [isByHand ? "by hand" : "first"] + kind.before
    if scene.isEdited, kind == .besideASynchroniser { expected.append("theirs") }
    // What was not kept may be there, or gone, all the same.
    let found = try texts()
    switch kind {
    case .erasing: if scene.isKept || !found.contains("private") { expected.removeLast() }
    default: if scene.isKept || found.contains("second") { expected.append("second") }
    }
    if kind == .ofTwoDocuments, scene.isKept || found.contains("third") { expected.append("third") }
    #expect(found == expected.sorted(), "\(point)")
    // The next save takes in what the dead one left, and tidies up.
    var next = [session.writer.note("next", in: kind.document)]
    expected.append("next")
    if kind == .ofTwoDocuments {
      next.append(session.writer.note("last", in: DocumentName(municipality: "Utrecht")))
      expected.append("last")
    }
    try session.folder().save(next)
    let after = try texts()
    #expect(after == expected.sorted(), "\(point)")
    #expect(session.litter == [], "\(point)")
    if kind == .erasing, scene.isKept {
      for name in session.parent.names(in: "session") {
        let text = try session.parent.text(of: "session/" + name)
        #expect(!text.contains("private"), "\(point): \(name)")
      }
    }
    return expected.filter { !after.contains($0) }.count
  }

  @Test func `a photograph that is cut off or fails anywhere leaves what was there`() throws {
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]
    let needs: Set<SystemFailure.Call> = [
      .open, .read, .write, .sync, .status, .rename, .makeFolder,
    ]
    try CrashMatrix(name: "a photograph", needs: needs, atLeast: 12).run { plan in
      let session = try SampleSession(fileSystem: .hasty)
      let source = session.parent.path + "/p"
      try session.parent.write(jpeg, to: "p")
      let system = FaultySystem(.hasty)
      system.plan(plan)
      let name = try? session.folder(system.fileSystem).attach(source, as: "one")
      return CrashMatrix.Attempt(isDone: name != nil, system: system) { point in
        // What has the photograph's name is whole, and what was told to be there is.
        let there = session.parent.names(in: "session/attachments").filter { !$0.hasPrefix(".") }
        #expect(name == nil ? there.count <= 1 : there == ["one.jpg"], "\(point)")
        for file in there {
          #expect(try session.parent.bytes(of: "session/attachments/" + file) == jpeg, "\(point)")
        }
        #expect(try session.parent.bytes(of: "p") == jpeg, "\(point)")
        #expect(try session.folder().attach(source, as: "two") == "two.jpg", "\(point)")
        return try session.texts() == ["first"] ? 0 : 1
      }
    }
  }

  @Test func `a merge that is cut off or fails anywhere loses nothing on either side`() throws {
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]
    let needs: Set<SystemFailure.Call> = [
      .open, .read, .write, .sync, .status, .list, .rename, .exchange, .remove, .lock, .makeFolder,
    ]
    try CrashMatrix(name: "a merge", codes: [ENOSPC, EIO], needs: needs, atLeast: 60).run { plan in
      var session = try SampleSession(fileSystem: .hasty)
      let stick = session.parent.path + "/stick"
      try FileManager.default.copyItem(atPath: session.path, toPath: stick)
      let other = SessionFolder(stick, fileSystem: .hasty)
      try session.folder().save([session.writer.note("here")])
      var there = SampleWriter(series: 5)
      try session.parent.write(jpeg, to: "p")
      let name = try other.attach(session.parent.path + "/p", as: "one")
      let set: JSONObject = ["text": "there", "attachments": .texts([name])]
      try other.save([there.revise(RecordID(UUID()), set: set)])
      let before = try session.parent.bytes(of: "stick/amsterdam.json")
      let system = FaultySystem(.hasty)
      system.plan(plan)
      let outcome = try? session.folder(system.fileSystem).merge(other)
      let isDone = outcome.map(\.findings.isEmpty) ?? false
      let scene = session
      return CrashMatrix.Attempt(isDone: isDone, system: system) { point in
        var texts = try scene.texts()
        #expect(Set(["first", "here"]).isSubset(of: texts), "\(point)")
        #expect(!isDone || texts.contains("there"), "\(point)")
        let pictures = scene.parent.names(in: "session/attachments")
        // Where a photograph cannot be written its note comes in all the same, and that is told.
        let isTold = outcome.map { !$0.findings.isEmpty } ?? false
        #expect(!texts.contains("there") || pictures.contains(name) || isTold, "\(point)")
        #expect(try scene.parent.bytes(of: "stick/amsterdam.json") == before, "\(point)")
        #expect(try scene.folder().merge(other).findings == [], "\(point)")
        texts = try scene.texts().sorted()
        #expect(scene.litter == ["attachments"], "\(point)")
        #expect(scene.parent.names(in: "session/attachments").contains(name), "\(point)")
        return texts == ["first", "here", "there"] ? 0 : 1
      }
    }
  }

  @Test func `taking a file in that is cut off or fails anywhere loses nothing`() throws {
    let needs: Set<SystemFailure.Call> = [
      .open, .read, .write, .sync, .status, .list, .rename, .exchange, .remove, .lock,
    ]
    try CrashMatrix(name: "a file taken in", codes: [ENOSPC, EIO], needs: needs, atLeast: 40).run {
      plan in
      let session = try SampleSession(fileSystem: .hasty)
      let bytes = try session.copy(with: ["elsewhere"])
      try session.parent.write(bytes, to: "session/old.bak")
      let system = FaultySystem(.hasty)
      system.plan(plan)
      let file = session.path + "/old.bak"
      let outcome = try? session.folder(system.fileSystem).merge(file: file)
      let isDone = outcome?.findings.isEmpty ?? false
      return CrashMatrix.Attempt(isDone: isDone, system: system) { point in
        let texts = try session.texts()
        #expect(texts.contains("first"), "\(point)")
        #expect(!isDone || texts.contains("elsewhere"), "\(point)")
        #expect(try session.parent.bytes(of: "session/old.bak") == bytes, "\(point)")
        #expect(try session.folder().merge(file: file).findings == [], "\(point)")
        #expect(session.litter == ["old.bak"], "\(point)")
        return try session.texts().sorted() == ["elsewhere", "first"] ? 0 : 1
      }
    }
  }

  @Test func `a session that is cut off or fails anywhere in its making is whole or not there`()
    throws
  {
    let needs: Set<SystemFailure.Call> = [
      .open, .write, .sync, .status, .rename, .remove, .makeFolder,
    ]
    try CrashMatrix(name: "a new session", needs: needs, atLeast: 20).run { plan in
      let parent = try TemporaryFolder()
      let system = FaultySystem(.hasty)
      system.plan(plan)
      var writer = SampleWriter()
      let changes = [writer.note("first"), writer.note("x", in: .session)]
      let folder = SessionFolder(parent.path + "/a/session", fileSystem: system.fileSystem)
      let isDone = (try? folder.create(changes)) != nil
      return CrashMatrix.Attempt(isDone: isDone, system: system) { point in
        let again = SessionFolder(parent.path + "/a/session", fileSystem: .hasty)
        if parent.names(in: "a").contains("session") {
          #expect(try again.load().findings == [], "\(point)")
        } else {
          #expect(!isDone, "\(point)")
          try again.create(changes)
        }
        return try again.load().documents[.amsterdam]?.texts == ["first"] ? 0 : 1
      }
    }
  }

  @Test func `the matrices reach every call that the store can make`() throws {
    // A call that is added to the file system is added here, and to one of the matrices.
    let reached = Kind.allCases.reduce(into: Set<SystemFailure.Call>()) { $0.formUnion($1.needs) }
    let others: Set<SystemFailure.Call> = [.makeFolder]
    #expect(reached.union(others) == Set(SystemFailure.Call.allCases))
  }
}
