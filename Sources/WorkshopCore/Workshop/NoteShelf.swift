/// Notes that are found together, in the order of making and with additions behind their ground.
///
/// Both orders depend on the notes alone, not on when they came in or were edited.
struct NoteShelf: Sendable {
  /// The notes in the order of their making.
  private(set) var notes: [Note] = []
  /// The same notes, additions behind the note that they add to.
  private(set) var hung: [Note] = []
  private var additions = 0

  /// What is taken from a shelf and put on it.
  struct Change {
    /// The notes that go, as they were.
    var gone: [Note] = []
    /// The notes that come, as they now are.
    var come: [Note] = []
  }

  /// As many notes as are quicker to put in their places one by one.
  private static let few = 8

  /// Takes notes away and puts others in their places; ``hung`` follows with ``settle()``.
  ///
  /// However many there are, the shelf is gone over once.
  mutating func take(_ change: Change) {
    guard change.gone.count + change.come.count > Self.few else {
      for note in change.gone { remove(note) }
      for note in change.come { insert(note) }
      return
    }
    if !change.gone.isEmpty {
      let gone = Set(change.gone.lazy.map(\.id))
      notes.removeAll { gone.contains($0.id) }
    }
    let come = change.come.sorted(by: Note.precedes)
    if let first = come.first, let last = notes.last, Note.precedes(first, last) {
      notes = NoteShelf.merged(notes, come)
    } else {
      notes += come
    }
    additions = notes.count { $0.addsTo != nil }
  }

  private static func merged(_ left: [Note], _ right: [Note]) -> [Note] {
    var merged: [Note] = []
    merged.reserveCapacity(left.count + right.count)
    var next = 0
    for note in left {
      while next < right.count, Note.precedes(right[next], note) {
        merged.append(right[next])
        next += 1
      }
      merged.append(note)
    }
    return merged + right[next...]
  }

  private mutating func insert(_ note: Note) {
    notes.insert(note, at: position(of: note))
    if note.addsTo != nil { additions += 1 }
  }

  private mutating func remove(_ note: Note) {
    let index = position(of: note)
    guard index < notes.count, notes[index].id == note.id else { return }
    notes.remove(at: index)
    if note.addsTo != nil { additions -= 1 }
  }

  /// Works out where additions hang.
  mutating func settle() {
    guard additions > 0 else { return hung = notes }
    let ids = Set(notes.lazy.map(\.id))
    var byGround: [RecordID: [Note]] = [:]
    var grounds: [Note] = []
    for note in notes {
      if let ground = note.addsTo, ids.contains(ground), ground != note.id {
        byGround[ground, default: []].append(note)
      } else {
        grounds.append(note)
      }
    }
    hung = []
    hung.reserveCapacity(notes.count)
    var waiting = ids
    // What no ground leads to are notes that a file edited by hand hangs on each other.
    for note in grounds + notes {
      var stack = [note]
      while let next = stack.popLast() {
        guard waiting.remove(next.id) != nil else { continue }
        hung.append(next)
        stack += (byGround[next.id] ?? []).reversed()
      }
    }
  }

  /// The notes by the group of the note they hang on in the end; `nil` where nothing was added.
  var sheets: [String?: [Note]]? {
    guard additions > 0 else { return nil }
    var owners: [RecordID: String?] = [:]
    var sheets: [String?: [Note]] = [:]
    // A ground comes before what hangs on it.
    for note in hung {
      let owner = note.addsTo.flatMap { owners[$0] } ?? note.group
      owners[note.id] = .some(owner)
      sheets[owner, default: []].append(note)
    }
    return sheets
  }

  private func position(of note: Note) -> Int {
    var low = 0
    var high = notes.count
    while low < high {
      let middle = (low + high) / 2
      if Note.precedes(notes[middle], note) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
