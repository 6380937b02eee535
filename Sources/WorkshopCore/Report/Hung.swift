/// What may hang on another of its kind, as an addition does.
protocol Hangable {
  /// Its id.
  var id: RecordID { get }
  /// What it adds to.
  var addsTo: RecordID? { get }
}

extension ToldNote: Hangable {}

/// Notes with all that hangs on each, directly or on what hangs there.
struct Hung<Element: Hangable> {
  /// The notes that hang on none of the others, with what hangs on them.
  private(set) var grounds: [(ground: Element, additions: [Element])] = []

  /// Hangs notes on each other.
  ///
  /// - Parameter notes: The notes in the order of making, each once.
  init(_ notes: [Element]) {
    let known = Set(notes.lazy.map(\.id))
    var additions: [RecordID: [Element]] = [:]
    var first: [Element] = []
    for note in notes {
      // An addition whose ground was deleted stands by itself; it is not lost with it.
      if let ground = note.addsTo, known.contains(ground) {
        additions[ground, default: []].append(note)
      } else {
        first.append(note)
      }
    }
    var placed: Set<RecordID> = []
    // What no ground leads to are notes that a file edited by hand hangs on each other.
    for list in [first, notes] {
      for note in list where placed.insert(note.id).inserted {
        var all: [Element] = []
        var waiting = [note]
        while let next = waiting.popLast() {
          let behind = (additions[next.id] ?? []).filter { placed.insert($0.id).inserted }
          all += behind
          waiting += behind
        }
        grounds.append((note, all))
      }
    }
  }
}
