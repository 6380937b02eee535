import Synchronization
import WorkshopCore

/// What this machine remembers of a session's folder in which records were blanked: their ids, and nothing else.
///
/// Where an old copy of the whole folder comes in its place, such as a backup, no file there tells that they
/// were. It is the memory of one folder: another copy of the workshop on this machine has one of its own.
final class ErasedMemory: Sendable {
  private let state: StateFolder
  private let stem: String
  private let seen = Mutex<(workshop: WorkshopID, records: Set<RecordID>)?>(nil)
  private let missed = Mutex<StoreError?>(nil)

  /// Why what was last blanked is not remembered; `nil` if it is.
  var failure: StoreError? { missed.withLock(\.self) }

  /// What the name of its file ends in.
  static let ending = ".erased"

  /// Names the files for a session's folder: one for each workshop that was there.
  ///
  /// - Parameters:
  ///   - session: The path of the session's folder, without links in it.
  ///   - state: Where it lies.
  init(of session: String, in state: StateFolder) {
    self.state = state
    stem = LocalState.stem(session)
  }

  /// The records that were blanked when this machine last read the folder, if it was of this workshop.
  func records(of workshop: WorkshopID?) -> Set<RecordID> {
    guard let workshop else { return [] }
    if let seen = seen.withLock(\.self), seen.workshop == workshop { return seen.records }
    let records = written(of: workshop)
    seen.withLock { $0 = (workshop, records) }
    return records
  }

  /// Remembers blanked records besides those that are remembered already.
  ///
  /// Where this cannot be written, what was erased is erased all the same.
  func remember(_ records: Set<RecordID>, of workshop: WorkshopID?) {
    guard let workshop, !records.isSubset(of: self.records(of: workshop)) else { return }
    do throws(StoreError) {
      try state.exclusively { () throws(SystemFailure) in
        // Another program may have learned of others meanwhile.
        let all = written(of: workshop).union(records)
        let bytes = ErasedMemory.bytes(of: all, workshop)
        try state.replace(name(of: workshop), with: bytes, isAwaited: false)
        seen.withLock { $0 = (workshop, all) }
      }
      missed.withLock { $0 = nil }
    } catch {
      missed.withLock { $0 = error }
    }
  }

  private func name(of workshop: WorkshopID) -> String {
    "\(stem).\(workshop.text)\(ErasedMemory.ending)"
  }

  /// What the file says; nothing if it is not there, makes no sense or is of another workshop.
  private func written(of workshop: WorkshopID) -> Set<RecordID> {
    guard let bytes = (try? state.bytes(of: name(of: workshop), limit: Limits.memory)) ?? nil,
      let members = (try? JSONScanner.value(of: bytes))?.members,
      members["workshopId"]?.text.flatMap(WorkshopID.init) == workshop
    else { return [] }
    return Set((members[DocumentCoding.gone]?.texts ?? []).compactMap(RecordID.init))
  }

  private static func bytes(of records: Set<RecordID>, _ workshop: WorkshopID) -> [UInt8] {
    JSONWriter.compact(
      .object([
        "workshopId": .string(workshop.text),
        DocumentCoding.gone: .texts(records.sorted().map(\.text)),
      ]))
  }
}

extension SessionFolder {
  /// The same folder, of which this machine remembers what was erased in it.
  ///
  /// - Parameters:
  ///   - state: Where this machine remembers; `nil` for nowhere.
  ///   - path: The path of the folder, without links in it.
  public func remembering(in state: StateFolder?, as path: String) -> SessionFolder {
    guard let state else { return self }
    var folder = self
    folder.erasedMemory = ErasedMemory(of: path, in: state)
    return folder
  }

  /// What this machine remembers to be blanked, where the folder is of the workshop that it was of.
  func rememberedErased(in session: Document?) -> Set<RecordID> {
    erasedMemory?.records(of: session?.identity) ?? []
  }
}

extension SessionFolder {
  /// Tells whether this machine is to remember what is erased here.
  public var isRemembering: Bool { erasedMemory != nil }

  /// Why this machine could not remember what was last erased here; `nil` if it does, or is not to.
  public var memoryFailure: StoreError? { erasedMemory?.failure }
}

extension FolderReading {
  /// Takes in what the machine remembers to be blanked, and has it remember what is blanked here.
  mutating func recall(_ memory: ErasedMemory) {
    let identity =
      documents[.session]?.identity
      ?? documents.sorted { $0.key < $1.key }.lazy.compactMap(\.value.workshopID).first
    recalled = memory.records(of: identity)
    for name in documents.keys { documents[name]?.learn(gone: recalled) }
    memory.remember(
      documents.values.reduce(into: []) { $0.formUnion($1.erasedRecords) }, of: identity)
  }
}
