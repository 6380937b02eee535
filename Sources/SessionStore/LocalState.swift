import Dispatch
import Synchronization
public import WorkshopCore

/// What this machine remembers of a session outside the session: where the screen stood and what was
/// being typed, and what was on its way to the disk.
///
/// Small files, named after the session's path and what is typed after its id as well, so that another
/// workshop in the same place finds none of it: one for the screen, and one for each running program with
/// something on its way. Both are synced before they count: a half typed text is somebody's words too. Of
/// the outbox the name is synced as well, since a note that was entered is in nothing else.
/// Work goes on a queue of its own, where `told` is called too.
public final class LocalState: Sendable {
  private let folder: StateFolder?
  private let session: String
  private let own: String
  private let rules: ScreenMemoryRules
  let told: @Sendable (News) -> Void
  private let queue = DispatchQueue(label: "SessionStore.LocalState")
  let waiting = Mutex(Waiting())

  /// How long to wait before writing that failed is tried again, in milliseconds.
  private static let retry = 1_000
  /// How long to wait for what belongs together, in milliseconds: a note on its way, and the screen
  /// without the draft of it.
  private static let gathering = 2

  /// Names the files for a session's folder.
  ///
  /// - Parameters:
  ///   - session: The path of the session's folder, without links in it.
  ///   - folder: Where they lie; `nil` remembers nothing.
  ///   - rules: How the front end reads its memory.
  ///   - place: The place of the screen among others; `nil` for the only one.
  ///   - told: Called when something could not be remembered, once until it can be again.
  public init(
    of session: String, in folder: StateFolder?, rules: ScreenMemoryRules,
    place: ScreenPlace? = nil, told: @escaping @Sendable (News) -> Void
  ) {
    self.folder = folder
    self.rules = rules
    self.told = told
    self.session = session
    waiting.withLock { $0.place = place }
    let random = [UInt64.random(in: .min ... .max), .random(in: .min ... .max)]
    own =
      "\(LocalState.stem(session))." + random.map { String($0, radix: 16) }.joined()
      + LocalState.outboxEnding
  }

  // MARK: Opening

  /// Forgets what was erased, reads what was remembered, and begins to remember.
  ///
  /// - Parameters:
  ///   - loaded: The session.
  ///   - place: The place of the screen among others, where that was taken only now.
  public func open(for loaded: LoadedSession, at place: ScreenPlace? = nil) -> Found {
    var found = Found()
    let stem = StateStem(session, loaded)
    waiting.withLock { waiting in
      waiting.stem = stem.text
      waiting.place = place ?? waiting.place
    }
    var outbox = Outbox(for: loaded.documents)
    var adopted: [(name: String, bytes: [UInt8])] = []
    var isForgotten = folder == nil
    if let folder {
      do throws(StoreError) {
        try tidy(folder, loaded, stem)
        isForgotten = true
      } catch {
        found.findings.append(StoreError(file: error.file, fact: .notRemembered(error.fact)))
      }
      do throws(StoreError) {
        for name in try folder.names()
        where name.hasPrefix("\(stem.path).") && name.hasSuffix(LocalState.outboxEnding) {
          let (left, findings) = folder.outbox(named: name, for: loaded.documents)
          found.findings += findings
          guard let left else { continue }
          outbox.adopt(left.outbox)
          // One that could not be read in full stays for a person to look at.
          if left.isWhole { adopted.append((name, left.bytes)) }
        }
      } catch {
        found.findings.append(StoreError(file: error.file, fact: .notRemembered(error.fact)))
      }
      let memory = folder.memory(named: memoryName, rules: rules)
      found.memory = memory.bytes
      found.findings += memory.findings
      if self.place != nil { found.others = memories(ofGone: folder).map(\.bytes) }
      found.commands = try? folder.bytes(of: commandsName, limit: Limits.memory)
    }
    if !isForgotten {
      // What could not be taken from the files yet is not shown or sent from them either.
      let withdrawal = Withdrawal.erased(
        in: Array(loaded.documents.values), isWhole: loaded.findings.isEmpty)
      outbox.forget(withdrawal)
      found.memory = found.memory.flatMap { rules.forgetting($0, withdrawal) }
      found.commands = found.commands.flatMap { rules.forgetting($0, withdrawal) }
    }
    found.pending = outbox.changes
    waiting.withLock { waiting in
      waiting.commands = found.commands
      waiting.untakenCommands = found.commands == nil ? 0 : 1
      waiting.outbox = outbox
      waiting.adopted = adopted
      waiting.documents = loaded.documents
      waiting.isWhole = loaded.findings.isEmpty
      if isForgotten { waiting.forgotten = LocalState.erased(in: loaded.documents.values) }
    }
    if !isForgotten { schedule(after: LocalState.retry) { $0.hasNewDocuments = true } }
    return found
  }

  /// What the names of the screen's files begin with.
  var stem: String { waiting.withLock(\.stem) ?? LocalState.stem(session) }

  private var place: ScreenPlace? { waiting.withLock(\.place) }

  private var memoryName: String { ScreenPlace.memoryName(stem, place?.number ?? 1) }

  /// What screens that are gone remembered, with their places, which nobody else can take meanwhile.
  private func memories(ofGone folder: StateFolder) -> [(place: ScreenPlace, bytes: [UInt8])] {
    let stem = stem
    let place = place
    return folder.memoryNumbers(of: stem).filter { $0 != place?.number }.compactMap { number in
      guard let gone = folder.tryPlace(number, of: stem) else { return nil }
      let name = ScreenPlace.memoryName(stem, number)
      guard let bytes = try? folder.bytes(of: name, limit: Limits.memory) else { return nil }
      return (gone, bytes)
    }
  }

  /// Takes over what screens that are gone remembered.
  ///
  /// Their files stay until ``tookOver()``.
  public func adopt() -> [[UInt8]] {
    guard let folder, place != nil else { return [] }
    let gone = memories(ofGone: folder)
    waiting.withLock { $0.adopting += gone.map(\.place) }
    return gone.map(\.bytes)
  }

  /// Lets go of the files of what was taken over, once the memory that was remembered last is on the disk.
  public func tookOver() {
    schedule { waiting in
      waiting.adoptedPlaces += waiting.adopting
      waiting.adopting = []
    }
  }

  /// Takes away what dead programs never finished, and what was erased.
  private func tidy(_ folder: StateFolder, _ loaded: LoadedSession, _ stem: StateStem)
    throws(StoreError)
  {
    try folder.takeInFormer(of: stem, loaded, rules: rules)
    let unfinished = try folder.names().filter {
      $0.hasPrefix("\(stem.path).") && folder.isUnfinished($0)
    }
    if !unfinished.isEmpty {
      try folder.exclusively { () throws(SystemFailure) in
        for name in unfinished { try folder.remove(name) }
      }
    }
    let documents = Array(loaded.documents.values)
    guard !LocalState.erased(in: documents).isEmpty else { return }
    try folder.forget(
      .erased(in: documents, isWhole: loaded.findings.isEmpty), inFilesOf: stem, rules: rules)
  }

  // MARK: Remembering

  /// Remembers a screen, a moment later and on another thread; of several waiting ones only the last
  /// counts.
  ///
  /// - Parameter bytes: Makes the bytes on that thread.
  public func remember(_ bytes: @escaping @Sendable () -> [UInt8]?) {
    schedule { $0.memory = bytes }
  }

  /// Remembers changes on their way until they are kept.
  ///
  /// They are written before what the screen remembers next: a text is never in neither.
  public func send(_ changes: [Change]) {
    schedule { waiting in
      waiting.outbox?.add(changes)
      waiting.hasNewOutbox = true
    }
  }

  /// Forgets changes that are on the session's disk.
  public func kept(_ changes: [Change]) {
    schedule { waiting in
      waiting.outbox?.remove(changes)
      waiting.hasNewOutbox = true
    }
  }

  /// Takes notice of documents as they are now, and forgets what is blanked in them.
  public func saw(_ documents: [Document]) {
    schedule { waiting in
      for document in documents { waiting.documents[document.name] = document }
      waiting.hasNewDocuments = true
    }
  }

  /// Tries at once to write what waits, and returns when that is done or has failed.
  public func flush() { queue.sync { write() } }

  /// Tells whether all changes on their way are in a file, as far as it was told of them.
  public var remembersAll: Bool {
    waiting.withLock { waiting in
      let isEmpty = waiting.outbox?.changes.isEmpty ?? true
      return !waiting.hasNewOutbox && (isEmpty || waiting.isOutboxThere)
    }
  }

  func schedule(
    after milliseconds: Int = LocalState.gathering, _ change: (inout Waiting) -> Void
  ) {
    let isFirst = waiting.withLock { waiting in
      change(&waiting)
      defer { waiting.isScheduled = true }
      return !waiting.isScheduled
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { self.write() }
  }

  // MARK: Writing

  private func write() {
    var due = waiting.withLock { waiting in
      let due = waiting
      waiting.memory = nil
      waiting.hasNewOutbox = false
      waiting.hasNewDocuments = false
      waiting.isScheduled = false
      return due
    }
    guard let folder else { return }
    defer {
      lookForCommands(folder)
      // A command writes the session first, and then down what can be undone.
      if due.hasNewDocuments {
        queue.asyncAfter(deadline: .now() + .milliseconds(LocalState.retry)) {
          self.lookForCommands(folder)
        }
      }
    }
    // One that fails must not keep the others from being written.
    var failure: StoreError?
    do throws(StoreError) { try forget(&due, folder) } catch {
      failure = error
      waiting.withLock { $0.hasNewDocuments = true }
    }
    do throws(StoreError) { try writeOutbox(&due, folder) } catch {
      failure = failure ?? error
      waiting.withLock { $0.hasNewOutbox = true }
    }
    do throws(StoreError) { try writeMemory(due, folder) } catch {
      failure = failure ?? error
      let memory = due.memory
      waiting.withLock { $0.memory = $0.memory ?? memory }
    }
    tell(failure.map { StoreError(file: $0.file, fact: .notRemembered($0.fact)) })
  }

  /// Tells why something is not remembered, once, and tries again.
  private func tell(_ failure: StoreError?) {
    let before = waiting.withLock { waiting in
      defer { waiting.failure = failure }
      return waiting.failure
    }
    guard let failure else {
      if let before { told(.works(before)) }
      return
    }
    if before == nil { told(.failing(failure)) }
    // What is too large stays so until something else is to be remembered.
    if case .notRemembered(.tooLarge) = failure.fact { return }
    schedule(after: LocalState.retry) { _ in }
  }

  private func forget(_ due: inout Waiting, _ folder: StateFolder) throws(StoreError) {
    guard due.hasNewDocuments else { return }
    let erased = LocalState.erased(in: due.documents.values)
    guard !erased.isSubset(of: due.forgotten) else { return }
    let withdrawal = Withdrawal.erased(in: Array(due.documents.values), isWhole: due.isWhole)
    due.outbox?.forget(withdrawal)
    due.hasNewOutbox = true
    waiting.withLock { waiting in
      waiting.outbox?.forget(withdrawal)
      // The files of dead programs are about to change by this, and are theirs still.
      waiting.adopted = waiting.adopted.compactMap { name, bytes in
        folder.outbox(bytes, without: withdrawal).map { (name, $0) }
      }
    }
    due.adopted = waiting.withLock(\.adopted)
    try folder.forget(
      withdrawal, inFilesOf: StateStem(session, due.documents), rules: rules)
    waiting.withLock { $0.forgotten = erased }
    // What waits to be written may be from before the news.
    if let memory = due.memory {
      let rules = rules
      due.memory = { memory().flatMap { rules.forgetting($0, withdrawal) } }
    }
  }

  /// Writes what is on its way, and with it what the screen remembers, which forgets the draft of it.
  ///
  /// Killed between the two a program would find both at its next start, so that is a moment only.
  private func writeOutbox(_ due: inout Waiting, _ folder: StateFolder) throws(StoreError) {
    guard due.hasNewOutbox, let outbox = due.outbox else { return }
    if !outbox.changes.isEmpty {
      let bytes = outbox.bytes
      guard bytes.count <= Limits.outbox else {
        throw StoreError(file: folder.path(of: own), fact: .tooLarge(limit: Limits.outbox))
      }
      let memory = due.memory?()
      let isPlaced = try folder.exclusively { () throws(SystemFailure) in
        // Where the screen stood is not worth a note that is on its way: it is tried again by itself.
        let draft = memory.flatMap { bytes in
          bytes.count <= Limits.memory
            ? try? folder.draft(of: memoryName, bytes) : nil
        }
        try folder.replace(own, with: bytes, isAwaited: false)
        let isPlaced = draft.map { (try? folder.place($0)) != nil } ?? false
        try folder.syncNames()
        return isPlaced
      }
      if isPlaced { due.memory = nil }
      return waiting.withLock { $0.isOutboxThere = true }
    }
    guard due.isOutboxThere || !due.adopted.isEmpty else { return }
    try folder.exclusively { () throws(SystemFailure) in
      try folder.remove(own)
      // One that changed since is that of a program that runs.
      for (name, bytes) in due.adopted
      where (try? folder.bytes(of: name, limit: Limits.outbox)) == bytes {
        try folder.remove(name)
      }
    }
    waiting.withLock { waiting in
      waiting.isOutboxThere = false
      waiting.adopted = []
    }
  }

  private func writeMemory(_ due: Waiting, _ folder: StateFolder) throws(StoreError) {
    guard let bytes = due.memory?() else {
      // What was remembered before it was said to have them is on the disk by now.
      if due.memory == nil, due.hasTakenCommands {
        try folder.exclusively { () throws(SystemFailure) in try letGoOfCommands(due, folder) }
        waiting.withLock { $0.hasTakenCommands = false }
      }
      return
    }
    let name = memoryName
    guard bytes.count <= Limits.memory else {
      throw StoreError(file: folder.path(of: name), fact: .tooLarge(limit: Limits.memory))
    }
    try folder.exclusively { () throws(SystemFailure) in
      try folder.replace(name, with: bytes, isAwaited: !due.adoptedPlaces.isEmpty)
      for place in due.adoptedPlaces {
        try folder.remove(ScreenPlace.memoryName(stem, place.number))
      }
      if due.hasTakenCommands { try letGoOfCommands(due, folder) }
    }
    waiting.withLock { waiting in
      if due.hasTakenCommands { waiting.hasTakenCommands = false }
      waiting.adoptedPlaces.removeAll { place in due.adoptedPlaces.contains { $0 === place } }
    }
  }
}
