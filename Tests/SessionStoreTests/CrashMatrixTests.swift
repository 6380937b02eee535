import Glibc
import SessionStore
import Synchronization
import TestSupport
import Testing
import WorkshopCore

/// A save that is killed, or fails, at each of its calls to the system.
struct CrashMatrixTests {
  /// What the save is of.
  enum Kind: CaseIterable {
    case firstOfItsDocument
    case later
    /// Somebody edits the file by hand in the moment before the exchange.
    case besideAnEditor
    /// The file system cannot exchange.
    case withoutExchange

    var document: DocumentName {
      self == .firstOfItsDocument ? DocumentName(municipality: "Utrecht") : .amsterdam
    }
  }

  /// One save that goes wrong.
  private final class Scene: Sendable {
    let session: SampleSession
    let system: FaultySystem
    let isEdited: Bool
    let isKept: Bool

    init(_ kind: Kind, _ plan: FaultySystem.Plan) throws {
      var session = try SampleSession()
      let copy = session
      let isEdited = Mutex(false)
      system = FaultySystem(unsupported: kind == .withoutExchange ? [.exchange] : []) { call, _ in
        guard kind == .besideAnEditor, call == .exchange, !isEdited.withLock(\.self) else { return }
        isEdited.withLock { $0 = (try? copy.editByHand("first", to: "by hand")) != nil }
      }
      system.plan(plan)
      let note = session.writer.note("second", in: kind.document)
      isKept = (try? session.folder(system.fileSystem).save([note])) != nil
      self.isEdited = isEdited.withLock(\.self)
      self.session = session
    }
  }

  @Test(arguments: Kind.allCases)
  func killedAnywhereNothingKeptIsLost(kind: Kind) throws {
    for call in 1... {
      let scene = try Scene(kind, .killed(at: call))
      try check(scene, kind, point: "call \(call)")
      guard scene.isKept else { continue }
      #expect(call > 20)
      #expect(scene.isEdited == (kind == .besideAnEditor))
      break
    }
  }

  @Test(arguments: Kind.allCases, [ENOSPC, EIO, EACCES, EROFS, EINVAL])
  func failingAnywhereNothingKeptIsLost(kind: Kind, code: Int32) throws {
    for call in 1... {
      let scene = try Scene(kind, .fails(at: call, code: code))
      try check(scene, kind, point: "call \(call)")
      guard scene.system.calls.count < call else { continue }
      #expect(call > 20)
      #expect(scene.isKept)
      break
    }
  }

  /// Looks at the folder as the next program finds it, and goes on working in it.
  private func check(_ scene: Scene, _ kind: Kind, point: String) throws {
    var session = scene.session
    func texts() throws -> [String] {
      let loaded = try session.folder().load()
      #expect(loaded.findings == [], "\(point)")
      return loaded.documents.values.flatMap(\.texts).sorted()
    }
    var expected = [scene.isEdited ? "by hand" : "first"]
    // What was not kept may be there all the same.
    if try scene.isKept || texts().contains("second") { expected.append("second") }
    #expect(try texts() == expected.sorted(), "\(point)")
    // The next save takes in what the dead one left, and tidies up.
    try session.folder().save([session.writer.note("third", in: kind.document)])
    #expect(try texts() == (expected + ["third"]).sorted(), "\(point)")
    #expect(session.litter == [], "\(point)")
  }
}
