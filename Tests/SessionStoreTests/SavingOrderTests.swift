import Glibc
import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// In which order a save speaks to the disk: a power cut between two steps must find one of the files
/// whole.
struct SavingOrderTests {
  private static let steps: Set<SystemFailure.Call> = [.write, .sync, .rename, .exchange, .remove]

  private func steps(of system: FaultySystem) -> [SystemFailure.Call] {
    var steps: [SystemFailure.Call] = []
    for call in system.calls where Self.steps.contains(call) {
      if call != .write || steps.last != .write { steps.append(call) }
    }
    return steps
  }

  @Test func theContentIsOnTheDiskBeforeItsNameAndBothBeforeItCounts() throws {
    var session = try SampleSession()
    let system = FaultySystem()
    try session.folder(system.fileSystem).save([session.writer.note("second")])
    #expect(steps(of: system) == [.write, .sync, .rename, .exchange, .sync, .remove])
    system.plan(.nothing)
    let utrecht = DocumentName(municipality: "Utrecht")
    try session.folder(system.fileSystem).save([session.writer.note("x", in: utrecht)])
    #expect(steps(of: system) == [.write, .sync, .rename, .rename, .sync, .remove])
  }

  @Test func withoutExchangeTheFileIsLookedAtRightBefore() throws {
    var session = try SampleSession()
    let system = FaultySystem(unsupported: [.exchange])
    try session.folder(system.fileSystem).save([session.writer.note("second")])
    #expect(steps(of: system) == [.write, .sync, .rename, .exchange, .rename, .sync, .remove])
    let exchange = try #require(system.calls.firstIndex(of: .exchange))
    #expect(system.calls[exchange...].contains(.read))
    #expect(try session.texts() == ["first", "second"])
  }

  @Test func whatIsNotSyncedIsNotKept() throws {
    var session = try SampleSession()
    let note = session.writer.note("second")
    for sync in 1...2 {
      let system = FaultySystem()
      let path = session.path + "/amsterdam.json"
      system.plan(.failsOne(.sync, number: sync, code: EIO))
      #expect(throws: StoreError(file: path, fact: .cannotWrite(SystemFailure(.sync, code: EIO)))) {
        try session.folder(system.fileSystem).save([note])
      }
    }
    // Now the note is in the file, but nobody may say so before the folder is on the disk.
    let system = FaultySystem()
    system.plan(.refuses([.sync], code: EIO))
    #expect(throws: StoreError.self) { try session.folder(system.fileSystem).save([note]) }
    system.plan(.nothing)
    try session.folder(system.fileSystem).save([note])
    #expect(system.calls.filter { $0 == .sync }.count == 2)
    #expect(try session.texts() == ["first", "second"])
  }
}
