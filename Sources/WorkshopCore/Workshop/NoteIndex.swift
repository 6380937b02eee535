/// The notes of a workshop, found by id, file, item, place and group without walking over them.
public struct NoteIndex: Sendable {
  private struct Box: Hashable {
    let item: RecordID?
    let place: String?
    let group: String?
  }

  private struct GroupKey: Hashable {
    let item: RecordID?
    let group: String?
  }

  private struct PlaceKey: Hashable {
    let item: RecordID?
    let place: String?
  }

  private var byID: [RecordID: Note] = [:]
  private var byDocument: [DocumentName: [Note]] = [:]
  private var byItem: [RecordID?: [Note]] = [:]
  private var byPlace: [PlaceKey: [Note]] = [:]
  private var byGroup: [GroupKey: [Note]] = [:]
  private var byBox: [Box: [Note]] = [:]

  /// Makes an index without notes.
  public init() {}

  /// The number of notes.
  public var count: Int { byID.count }

  /// The note of an id.
  public subscript(id: RecordID) -> Note? { byID[id] }

  /// All notes in the order of their making.
  public var all: [Note] { byID.values.sorted(by: Note.precedes) }

  /// The notes in one file, in the order of their making.
  public func inDocument(_ document: DocumentName) -> [Note] { byDocument[document] ?? [] }

  /// The notes of one item, in the order of their making.
  public func ofItem(_ item: RecordID?) -> [Note] { byItem[item] ?? [] }

  /// The notes at one place of an item, additions behind what they add to.
  public func at(_ place: String?, ofItem item: RecordID?) -> [Note] {
    byPlace[PlaceKey(item: item, place: place)] ?? []
  }

  /// The notes of one group in an item, additions behind what they add to.
  public func ofGroup(_ group: String?, inItem item: RecordID?) -> [Note] {
    byGroup[GroupKey(item: item, group: group)] ?? []
  }

  /// The notes of one group at one place of an item, additions behind what they add to.
  public func at(_ place: String?, ofGroup group: String?, inItem item: RecordID?) -> [Note] {
    byBox[Box(item: item, place: place, group: group)] ?? []
  }

  /// The groups that have notes in an item, in the order of their bytes.
  public func groups(inItem item: RecordID?) -> [String] {
    byGroup.keys.filter { $0.item == item }.compactMap(\.group).sorted { $0.precedesByBytes($1) }
  }

  mutating func replace(_ document: DocumentName, with notes: [Note]) {
    let old = byDocument[document] ?? []
    let kept = Set(notes.lazy.map(\.id))
    for note in old where !kept.contains(note.id) { remove(note) }
    for note in notes { update(note.id, to: note) }
  }

  mutating func update(_ id: RecordID, to note: Note?) {
    guard byID[id] != note else { return }
    if let old = byID[id] { remove(old) }
    if let note { add(note) }
  }

  private mutating func add(_ note: Note) {
    byID[note.id] = note
    Self.insert(note, into: &byDocument[note.document, default: []])
    Self.insert(note, into: &byItem[note.item, default: []])
    Self.hang(note, in: &byPlace[PlaceKey(item: note.item, place: note.place), default: []])
    Self.hang(note, in: &byGroup[GroupKey(item: note.item, group: note.group), default: []])
    Self.hang(
      note, in: &byBox[Box(item: note.item, place: note.place, group: note.group), default: []])
  }

  private mutating func remove(_ note: Note) {
    byID[note.id] = nil
    byDocument[note.document]?.removeAll { $0.id == note.id }
    byItem[note.item]?.removeAll { $0.id == note.id }
    byPlace[PlaceKey(item: note.item, place: note.place)]?.removeAll { $0.id == note.id }
    byGroup[GroupKey(item: note.item, group: note.group)]?.removeAll { $0.id == note.id }
    byBox[Box(item: note.item, place: note.place, group: note.group)]?.removeAll {
      $0.id == note.id
    }
  }

  private static func insert(_ note: Note, into notes: inout [Note]) {
    let index = notes.lastIndex { Note.precedes($0, note) }.map { $0 + 1 } ?? 0
    notes.insert(note, at: index)
  }

  /// Puts a note in the order of making, but an addition behind the note that it adds to.
  private static func hang(_ note: Note, in notes: inout [Note]) {
    if let ground = note.addsTo, let index = notes.firstIndex(where: { $0.id == ground }) {
      var end = index + 1
      while end < notes.count, notes[end].addsTo == ground, Note.precedes(notes[end], note) {
        end += 1
      }
      notes.insert(note, at: end)
      return
    }
    var index = notes.lastIndex { $0.addsTo == nil && Note.precedes($0, note) } ?? -1
    index += 1
    while index < notes.count, notes[index].addsTo != nil { index += 1 }
    notes.insert(note, at: index)
    gatherAdditions(to: note, in: &notes)
  }

  /// Brings additions that were read before their ground to its side.
  private static func gatherAdditions(to ground: Note, in notes: inout [Note]) {
    let additions = notes.filter { $0.addsTo == ground.id }
    guard !additions.isEmpty else { return }
    notes.removeAll { $0.addsTo == ground.id }
    guard let index = notes.firstIndex(where: { $0.id == ground.id }) else { return }
    notes.insert(contentsOf: additions, at: index + 1)
  }
}
