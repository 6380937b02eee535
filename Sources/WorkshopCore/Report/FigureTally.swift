/// Counts the files of workshops one by one, so that no more than one of them needs to be in memory.
///
/// Files come in any order, and in several tallies at a time that are added in the end: the same files
/// give the same ``Figures``. A note that stands in several files counts once. Of those of one workshop, what they say
/// together counts, for which they are counted once more; a note that is off the record in any workshop counts nowhere.
public struct FigureTally: Sendable {
  /// The folders of each workshop, by their place among those given: copies of one workshop together.
  ///
  /// A file of which a workshop has several copies is to be merged before it is added.
  public let folders: [[Int]]

  let edition: Report.Edition
  /// The workshops without their notes.
  let gathering: Gathering
  private let surroundings: [ToldNote.Surroundings]
  /// What is told alike of notes.
  private(set) var kinds: [FigureKind] = []
  private var known: [FigureKind: UInt32] = [:]
  private var files: [CountedFile] = []

  /// The place of a file: the workshop's, then that of the name.
  struct FileOrder: Comparable {
    let workshop: Int
    let name: DocumentName

    static func < (left: FileOrder, right: FileOrder) -> Bool {
      left.workshop == right.workshop ? left.name < right.name : left.workshop < right.workshop
    }
  }

  /// What a file counts: ids and numbers, since there may be hundreds of thousands.
  struct CountedFile {
    let order: FileOrder
    var notes: [CountedNote] = []
    /// The notes that are off the record.
    var hidden: [RecordID] = []
    /// The strengths, which may add to each other.
    var strengths: [CountedStrength] = []
    /// Strengths of others, which the edition leaves out.
    var others: [RecordID] = []
    /// The notes that are not there any more.
    var gone: [RecordID] = []

    /// The ids of all its notes.
    var ids: some Sequence<RecordID> {
      [notes.map(\.id), hidden, gone].lazy.joined()
    }

    /// Takes the places that another tally has for the same kinds.
    fileprivate mutating func renumber(_ numbers: [UInt32]) {
      for index in notes.indices where notes[index].kind != FigureTally.elsewhere {
        notes[index].kind = numbers[Int(notes[index].kind)]
      }
      for index in strengths.indices { strengths[index].kind = numbers[Int(strengths[index].kind)] }
    }
  }

  /// What stands for the kind of a note that is not of the edition.
  private static let elsewhere = UInt32.max

  /// A note with the place of its kind.
  struct CountedNote {
    let id: RecordID
    var kind: UInt32
  }

  /// A strength: what it adds to, and when it was made.
  struct CountedStrength: Hangable {
    let id: RecordID
    let addsTo: RecordID?
    let created: Stamp
    var kind: UInt32
  }

  /// The workshops without their notes.
  var workshops: [Workshop] { gathering.workshops }

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - sessions: The `session` document of each folder; an empty one where there is none.
  ///   - edition: For whom.
  public init(sessions: [Document], edition: Report.Edition) {
    let all = sessions.map { Workshop(documents: [$0]) }
    var copies = Material.copies(among: all).map { folders in
      (folders: folders, workshop: Material.merged(folders.map { all[$0] }))
    }
    copies.sort { Material.precedes($0.workshop, $1.workshop) }
    folders = copies.map(\.folders)
    let workshops = copies.map(\.workshop)
    self.edition = edition
    gathering = Gathering(workshops, edition)
    surroundings = gathering.surroundings
  }

  /// Counts the notes of a file.
  ///
  /// - Parameters:
  ///   - notes: The notes that are there, each once, in any order.
  ///   - gone: The notes that were there.
  ///   - name: The file.
  ///   - workshop: The place of its workshop in ``folders``.
  public mutating func add(
    _ notes: some Collection<Note>, gone: [RecordID] = [], in name: DocumentName, workshop: Int
  ) {
    let scope = edition.municipality
    let known = surroundings[workshop]
    var file = CountedFile(order: FileOrder(workshop: workshop, name: name), gone: gone)
    file.notes.reserveCapacity(notes.count)
    for note in notes {
      guard !note.isOffRecord else {
        file.hidden.append(note.id)
        continue
      }
      let isMeant =
        scope == nil || note.municipality == scope || known.origin(of: note) == scope
      guard isMeant else {
        // Where this copy is the one that counts, the note is not of the edition.
        file.notes.append(CountedNote(id: note.id, kind: Self.elsewhere))
        if note.activity == .strengths { file.others.append(note.id) }
        continue
      }
      let whose = Attribution(note, in: workshops[workshop], known)
      let kind = number(of: FigureKind(note, whose, workshop: workshop))
      file.notes.append(CountedNote(id: note.id, kind: kind))
      if note.activity == .strengths {
        file.strengths.append(
          CountedStrength(id: note.id, addsTo: note.addsTo, created: note.created, kind: kind))
      }
    }
    files.append(file)
  }

  /// Takes in what another tally of the same workshops counted.
  public mutating func add(_ other: consuming FigureTally) {
    let numbers = other.kinds.map { number(of: $0) }
    other.known = [:]
    for index in other.files.indices { other.files[index].renumber(numbers) }
    files += other.files
  }

  /// The files of each workshop that have notes in common, which nobody can count one by one.
  public var sharing: [(workshop: Int, names: [DocumentName])] {
    let repeated = repeatedHalves()
    guard !repeated.isEmpty else { return [] }
    var places: [Int: [RecordID: Set<DocumentName>]] = [:]
    for file in files {
      for id in file.ids where repeated.contains(id.half) {
        places[file.order.workshop, default: [:]][id, default: []].insert(file.order.name)
      }
    }
    return places.sorted { $0.key < $1.key }.compactMap { workshop, places in
      let names = places.values.filter { $0.count > 1 }.reduce(into: Set()) { $0.formUnion($1) }
      return names.isEmpty ? nil : (workshop, names.sorted())
    }
  }

  /// Counts files of a workshop that have notes in common once more, each note as what they say together.
  ///
  /// - Parameters:
  ///   - documents: The files, whole, of which several copies are merged.
  ///   - workshop: The place of their workshop in ``folders``.
  public mutating func recount(_ documents: [Document], workshop: Int) {
    let names = Set(documents.map(\.name))
    files.removeAll { $0.order.workshop == workshop && names.contains($0.order.name) }
    let notes = Workshop(documents: documents).notes
    for name in names.sorted() { add(notes.inDocument(name), in: name, workshop: workshop) }
  }

  private mutating func number(of kind: FigureKind) -> UInt32 {
    if let number = known[kind] { return number }
    let number = UInt32(kinds.count)
    known[kind] = number
    kinds.append(kind)
    return number
  }

  // MARK: What stands in several files

  /// The number of notes of each kind, and the strengths in the order of making, each note once.
  func counted() -> (numbers: [Int], strengths: [CountedStrength]) {
    let skipped = skippedCopies()
    var numbers = [Int](repeating: 0, count: kinds.count)
    var strengths: [CountedStrength] = []
    for (index, file) in files.enumerated() {
      let isCopy = { (id: RecordID) in skipped[id].map { $0 != index } ?? false }
      for note in file.notes where note.kind != Self.elsewhere && !isCopy(note.id) {
        numbers[Int(note.kind)] += 1
      }
      strengths += file.strengths.lazy.filter { !isCopy($0.id) }
    }
    strengths.sort(by: CountedStrength.precedes)
    return (numbers, strengths)
  }

  /// The strengths of others, to which those of the edition may add.
  var elsewhere: Set<RecordID> { Set(files.lazy.flatMap(\.others)).subtracting(ids) }

  /// The notes that were counted.
  var ids: Set<RecordID> {
    let skipped = skippedCopies()
    var ids: Set<RecordID> = []
    for (index, file) in files.enumerated() {
      for note in file.notes where note.kind != Self.elsewhere && skipped[note.id] ?? index == index
      {
        ids.insert(note.id)
      }
    }
    return ids
  }

  /// The notes that stand in several files, each with the place of the file whose copy counts; of those
  /// that are off the record in one, none does.
  private func skippedCopies() -> [RecordID: Int] {
    let repeated = repeatedHalves()
    guard !repeated.isEmpty else { return [:] }
    var counting: [RecordID: Int] = [:]
    for index in files.indices.sorted(by: { files[$0].order < files[$1].order }) {
      for note in files[index].notes where repeated.contains(note.id.half) {
        if counting[note.id] == nil { counting[note.id] = index }
      }
    }
    for id in files.lazy.flatMap(\.hidden) where repeated.contains(id.half) { counting[id] = -1 }
    return counting
  }

  /// Halves of the ids that stand in several files.
  private func repeatedHalves() -> Set<UInt64> {
    // Nearly always there are none, and halves of ids tell that in a fraction of the room.
    var halves: [UInt64] = []
    halves.reserveCapacity(
      files.reduce(0) { $0 + $1.notes.count + $1.hidden.count + $1.gone.count })
    for file in files {
      halves += file.notes.lazy.map(\.id.half)
      halves += file.hidden.lazy.map(\.half)
      halves += file.gone.lazy.map(\.half)
    }
    halves.sort()
    return Set(zip(halves, halves.dropFirst()).lazy.filter { $0 == $1 }.map(\.0))
  }
}

extension FigureTally.CountedStrength {
  /// The order of making.
  fileprivate static func precedes(_ left: Self, _ right: Self) -> Bool {
    left.created == right.created ? left.id < right.id : left.created < right.created
  }
}
