import Foundation
import SessionStore
import TestSupport
import WorkshopCore

/// Three copies of a session that live apart, in real folders: written in by machines with wrong clocks and
/// by hand, merged, cut off, mixed up by synchronisers, and one participant withdraws somewhere.
struct ErasingHistory {
  /// What is in every word and every photograph of the participant, and nowhere else.
  static let marker = "ZWALUW"
  static let utrecht = DocumentName(municipality: "Utrecht")
  /// What is said for a digit in names.
  private static let syllables = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru"]
  private static let files: [DocumentName] = [.amsterdam, utrecht]
  /// Seconds since 1970: a dead battery, clocks that are right or nearly so, and one from the far future.
  private static let clocks: [Int64] = [12, 1_795_000_000, 1_795_003_000, 3_999_999_999]

  let parent: TemporaryFolder
  /// Tells whether the participant withdrew in some copy.
  private(set) var hasErased = false
  private let folders: [SessionFolder]
  /// What each machine remembers outside the session.
  private let states: [StateFolder]
  private var scribes: [Scribe]
  private var random: SeededGenerator
  private let person: RecordID
  private let other: RecordID
  /// What a stick somewhere holds.
  private var sticks: [(name: DocumentName, bytes: [UInt8])] = []
  private var number = 0
  /// The notes of others.
  private var others: [(document: DocumentName, record: RecordID)] = []
  /// Notes that somebody else took over, and those with photographs: what shows on a note that was taken
  /// over is its new owner's.
  private var takenOver: Set<RecordID> = []
  private var pictured: Set<RecordID> = []

  /// What the participant was called on some copy, besides the first name.
  private var names: [String] = []

  /// Begins with three copies of one session.
  init(seed: UInt64) throws {
    parent = try TemporaryFolder()
    random = SeededGenerator(seed: seed)
    var fileSystem = FileSystem.live
    // No power is cut here.
    fileSystem.sync = { _ in }
    let path = parent.path
    folders = (0..<3).map { SessionFolder("\(path)/copy\($0)", fileSystem: fileSystem) }
    states = (0..<3).map { StateFolder("\(path)/state\($0)", fileSystem: fileSystem) }
    scribes = []
    var scribe = Scribe(surroundings: .counted(series: 1))
    person = scribe.newRecord()
    other = scribe.newRecord()
    var changes = NewWorkshop(
      title: "Proef", language: .dutch, municipalities: ["Amsterdam", "Utrecht"]
    ).edit(by: &scribe).changes
    for (id, name) in [(person, Self.marker), (other, "Bo")] {
      changes +=
        scribe.edit([
          Scribe.Step(.session, SessionCollection.participants, id, set: ["name": .string(name)])
        ]).changes
    }
    try folders[0].create(changes)
    for index in 0..<3 {
      if index > 0 {
        try FileManager.default.copyItem(atPath: folders[0].path, toPath: folders[index].path)
      }
      try FileManager.default.createDirectory(
        atPath: folders[index].path + "/attachments", withIntermediateDirectories: true)
      let clock = Self.clocks.randomElement(using: &random) ?? 12
      scribes.append(Scribe(surroundings: .counted(series: UInt8(index + 2), from: clock)))
    }
  }

  // MARK: Acts

  /// Lets the participant say something in each way that there is, so that no history lacks it.
  mutating func begin() throws {
    for copy in 0..<3 {
      for _ in 0..<3 { try write(on: copy, as: person) }
      try type(on: copy, as: person)
    }
    for step in 1..<3 { try meet(step, 0) }
    try photograph(on: 0)
    try edit(on: 1)
    try takeOver(on: 2)
    try rename(on: 1)
  }

  /// Does one thing that may happen on one of the machines.
  mutating func act() throws {
    number += 1
    let copy = Int.random(in: 0..<3, using: &random)
    switch Int.random(in: 0..<28, using: &random) {
    case 0..<5: try write(on: copy, as: [person, other, nil].randomElement(using: &random) ?? nil)
    case 5, 6: try edit(on: copy)
    case 7, 20: try photograph(on: copy)
    case 21, 22: try takeOver(on: copy)
    case 23, 24: try type(on: copy, as: Bool.random(using: &random) ? person : other)
    case 25: try start(on: copy)
    case 26, 27: try rename(on: copy)
    case 8, 9: try editByHand(on: copy)
    case 10, 11:
      let from = Int.random(in: 0..<3, using: &random)
      if from != copy { try meet(copy, from) }
    case 12: try undo(on: copy)
    case 13: try remember(copy)
    case 14..<17: try leave(on: copy)
    case 17: try carryPhotographs(to: copy)
    default: if Bool.random(using: &random) { try erase(on: copy) }
    }
  }

  /// All meet, each way and often enough to carry everything everywhere, also what was on its way.
  mutating func meetAll() throws {
    for copy in 0..<3 { try start(on: copy) }
    for step in 0..<6 { try meet((step + 1) % 3, step % 3) }
    for copy in 0..<3 {
      // As each command does that reads the session.
      try states[copy].forgetErased(
        in: folders[copy].load(), of: folders[copy].path, rules: LocalScene.rules)
    }
  }

  private mutating func meet(_ copy: Int, _ other: Int) throws {
    _ = try folders[copy].merge(folders[other])
    try look(on: copy)
  }

  private mutating func look(on copy: Int) throws {
    for document in try folders[copy].load().documents.values { scribes[copy].observe(document) }
  }

  private func words(of author: RecordID?) -> String {
    author == person ? "\(Self.marker) \(number)" : "words \(number)"
  }

  private mutating func write(on copy: Int, as author: RecordID?) throws {
    let changes = note(on: copy, as: author)
    try folders[copy].save(changes)
  }

  private mutating func note(on copy: Int, as author: RecordID?) -> [Change] {
    number += 1
    let document = Self.files.randomElement(using: &random) ?? .amsterdam
    var draft = NoteDraft(document: document, item: nil, activity: .tree, author: author)
    draft.text = words(of: author)
    let id = scribes[copy].newRecord()
    if author != person { others.append((document, id)) }
    return scribes[copy].edit([draft.step(record: id)], knowing: [:]).changes
  }

  /// A program is killed while a note is on its way and another one is being typed.
  private mutating func type(on copy: Int, as author: RecordID) throws {
    let state = state(of: copy)
    let found = state.open(for: try folders[copy].load())
    state.send(note(on: copy, as: author))
    let draft = "draft by \(author.text): \(words(of: author))\n"
    let memory = (found.memory ?? []) + Array(draft.utf8)
    state.remember { memory }
    state.flush()
  }

  /// A program starts, sends what was on its way, and ends.
  private mutating func start(on copy: Int) throws {
    let state = state(of: copy)
    let found = state.open(for: try folders[copy].load())
    try folders[copy].save(found.pending)
    state.kept(found.pending)
    state.saw(Array(try folders[copy].load().documents.values))
    state.flush()
    try look(on: copy)
  }

  private func state(of copy: Int) -> LocalState {
    LocalState(of: folders[copy].path, in: states[copy], rules: LocalScene.rules, told: { _ in })
  }

  /// A note that is there, with whose it is.
  private mutating func anyNote(on copy: Int) throws -> (Note, RecordID?, [DocumentName: Document])?
  {
    let documents = try folders[copy].load().documents
    let notes = documents.values.flatMap(\.notes).sorted(by: Note.precedes)
    guard let note = notes.randomElement(using: &random) else { return nil }
    guard case .participant(let author)? = note.author else { return (note, nil, documents) }
    return (note, author, documents)
  }

  private mutating func save(
    _ set: JSONObject, of note: Note, on copy: Int, _ documents: [DocumentName: Document]
  ) throws {
    let step = Scribe.Step(note.document, SessionCollection.notes, note.id, set: set)
    let edit = scribes[copy].edit([step], knowing: documents)
    try folders[copy].save(edit.changes)
    // What can be undone is called by its words.
    guard let text = set["text"]?.text else { return }
    try states[copy].changeCommands(of: folders[copy].path, documents) { bytes in
      (bytes ?? []) + Array("did \(edit.gesture.text) to \(note.id.text): \(text)\n".utf8)
    }
  }

  /// A note turns out to be somebody else's, who says it anew.
  private mutating func takeOver(on copy: Int) throws {
    guard let (note, author, documents) = try anyNote(on: copy), author == person,
      !pictured.contains(note.id)
    else { return }
    takenOver.insert(note.id)
    try save(
      ["by": .string(other.text), "text": .string(words(of: other))], of: note, on: copy, documents)
  }

  private mutating func edit(on copy: Int) throws {
    guard let (note, author, documents) = try anyNote(on: copy) else { return }
    try save(["text": .string(words(of: author))], of: note, on: copy, documents)
  }

  private mutating func photograph(on copy: Int) throws {
    guard let (note, author, documents) = try anyNote(on: copy), !takenOver.contains(note.id)
    else { return }
    pictured.insert(note.id)
    let name = "photo-\(number).jpg"
    try parent.write(
      [0xFF, 0xD8, 0xFF] + Array(words(of: author).utf8), to: "copy\(copy)/attachments/\(name)")
    try save(
      ["attachments": .texts(note.attachments + [name])], of: note, on: copy, documents)
  }

  /// Somebody changes a text in a file, or types a note without an id.
  private mutating func editByHand(on copy: Int) throws {
    let name = Self.files.randomElement(using: &random) ?? .amsterdam
    let path = "copy\(copy)/\(name.text).json"
    guard let bytes = try? parent.bytes(of: path),
      var top = try JSONScanner.value(of: bytes).members
    else { return }
    var notes = top[SessionCollection.notes]?.elements ?? []
    let index = Int.random(in: 0...notes.count, using: &random)
    if index == notes.count {
      let author = Bool.random(using: &random) ? person : other
      // Somebody may write down who said it by name.
      let name = author == person ? Self.marker : "Bo"
      let writer = Bool.random(using: &random) ? name : author.text
      notes.append(.object(["text": .string(words(of: author)), "by": .string(writer)]))
    } else if var note = notes[index].members, note["erased"] == nil {
      let author = note["by"]?.text.flatMap(RecordID.init)
      note["text"] = .string(words(of: author))
      notes[index] = .object(note)
    }
    top[SessionCollection.notes] = .array(notes)
    try parent.write(JSONWriter.compact(.object(top)), to: path)
  }

  /// The participant is called otherwise here, and somebody says so.
  private mutating func rename(on copy: Int) throws {
    number += 1
    let documents = try folders[copy].load().documents
    guard documents[.session]?[SessionCollection.participants, person]?.isPresent == true else {
      return
    }
    // Digits are no part of a name.
    let name =
      "Kayaalp" + String(number).compactMap(\.wholeNumberValue).map { Self.syllables[$0] }.joined()
    names.append(name)
    let step = Scribe.Step(
      .session, SessionCollection.participants, person,
      set: ["name": .string("\(Self.marker) \(name)")])
    var draft = NoteDraft(document: .amsterdam, item: nil, activity: .tree, author: other)
    draft.text = "toen kwam \(name) er nog bij"
    let note = draft.step(record: scribes[copy].newRecord())
    try folders[copy].save(scribes[copy].edit([step, note], knowing: documents).changes)
  }

  private mutating func undo(on copy: Int) throws {
    let documents = try folders[copy].load().documents
    let gestures = documents.values.filter(\.name.holdsNotes).flatMap { document in
      document.records(SessionCollection.notes).flatMap(\.revisions).compactMap(\.gesture)
    }.sorted()
    guard let gesture = gestures.randomElement(using: &random) else { return }
    let steps = Workshop(documents: documents.values).steps(
      to: Bool.random(using: &random) ? .undo(gesture) : .redo(gesture))
    try folders[copy].save(scribes[copy].edit(steps, knowing: documents).changes)
  }

  private mutating func remember(_ copy: Int) throws {
    for name in Self.files + [.session] {
      if let bytes = try? parent.bytes(of: "copy\(copy)/\(name.text).json") {
        sticks.append((name, bytes))
      }
    }
  }

  /// A synchroniser or a program that died leaves an old file beside the document.
  private mutating func leave(on copy: Int) throws {
    guard let (name, bytes) = sticks.randomElement(using: &random) else { return }
    let digits = String(1_000_000_000_000_000 + number)
    let beside =
      switch Int.random(in: 0..<4, using: &random) {
      case 0: ".\(name.text).\(digits).tmp"
      case 1: ".\(name.text).\(digits).part"
      case 2: "\(name.text).damaged-\(number).json"
      default: "\(name.text).sync-conflict-20261124-\(100_000 + number)-ABCDEFG.json"
      }
    try parent.write(bytes, to: "copy\(copy)/\(beside)")
  }

  /// A synchroniser brings photographs before or after the notes that tell of them.
  private mutating func carryPhotographs(to copy: Int) throws {
    let from = Int.random(in: 0..<3, using: &random)
    for name in parent.names(in: "copy\(from)/attachments") where name.utf8.first != 0x2E {
      let target = "copy\(copy)/attachments/\(name)"
      if (try? parent.bytes(of: target)) == nil {
        try parent.write(try parent.bytes(of: "copy\(from)/attachments/\(name)"), to: target)
      }
    }
  }

  /// The participant withdraws.
  mutating func erase(on copy: Int) throws {
    let documents = try folders[copy].load().documents
    let erasure = Erasure(of: person, in: documents.values)
    let steps = scribes[copy].edit(erasure.steps, knowing: documents).changes
    try states[copy].forget(erasure, rules: LocalScene.rules)
    try folders[copy].erase(erasure.changes + steps)
    hasErased = true
  }

  // MARK: Looking

  /// Files that have words or a photograph of the participant.
  func leaks() throws -> [String] {
    var leaks: [String] = []
    for folder in folders.map(\.path) + states.map(\.path) {
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
        let data = (try? Data(contentsOf: URL(filePath: "\(folder)/\(name)"))) ?? Data()
        if data.range(of: Data(Self.marker.utf8)) != nil { leaks.append("\(folder)/\(name)") }
      }
    }
    return leaks
  }

  /// What a file is in which words were found.
  static func kind(of path: String) -> String {
    if path.contains("/attachments/") { return "photograph" }
    if path.hasSuffix(".outbox") { return "outbox" }
    return path.contains("/state") ? "memory" : "document"
  }

  /// Every file of a copy with its bytes, but for locks.
  func files(of copy: Int) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let path = folders[copy].path
    for name in try FileManager.default.subpathsOfDirectory(atPath: path)
    where ![".lock", ".turn", "attachments"].contains(name) {
      files[name] = try parent.bytes(of: "copy\(copy)/\(name)")
    }
    return files
  }

  /// Names of the participant that a public report prints, and whether it leaves any out.
  func names(toldBy copy: Int) throws -> (told: [String], masks: Bool) {
    let workshop = Workshop(documents: try folders[copy].load().documents.values)
    let texts = Report(workshops: [workshop]).notes.map(\.text)
    return (
      names.filter { name in texts.contains { $0.contains(name) } },
      texts.contains("toen kwam […] er nog bij")
    )
  }

  /// Notes of others that are gone or blank.
  func missing() throws -> [RecordID] {
    let documents = try folders[0].load().documents
    return others.filter { document, id in
      (documents[document]?[SessionCollection.notes, id]?.revisions ?? []).isEmpty
    }.map(\.record)
  }
}
