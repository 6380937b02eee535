/// The notes of a workshop, found by id, file, item, place and group without walking over them.
///
/// Notes of an item that is not in the programme (any more) are found where notes of no item are.
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
  private var byDocument: [DocumentName: NoteShelf] = [:]
  private var byItem: [RecordID?: NoteShelf] = [:]
  private var byPlace: [PlaceKey: NoteShelf] = [:]
  private var byGroup: [GroupKey: NoteShelf] = [:]
  private var byBox: [Box: NoteShelf] = [:]
  private var byTag: [String: NoteShelf] = [:]
  /// The sheets of places where something was added; elsewhere a sheet is a box.
  private var sheets: [PlaceKey: [String?: [Note]]] = [:]
  /// The items of the programme; `nil` while nobody told them.
  private var items: Set<RecordID>?

  /// Makes an index without notes.
  public init() {}

  /// The number of notes.
  public var count: Int { byID.count }

  /// The note of an id.
  public subscript(id: RecordID) -> Note? { byID[id] }

  /// All notes in the order of their making.
  public var all: [Note] {
    // Each file's notes are in that order already, which sorting makes good use of.
    byDocument.values.flatMap(\.notes).sorted(by: Note.precedes)
  }

  /// The notes in one file, in the order of their making.
  public func inDocument(_ document: DocumentName) -> [Note] {
    byDocument[document]?.notes ?? []
  }

  /// The notes of one item, in the order of their making.
  public func ofItem(_ item: RecordID?) -> [Note] { byItem[item]?.notes ?? [] }

  /// The notes at one place of an item, additions behind what they add to.
  public func at(_ place: String?, ofItem item: RecordID?) -> [Note] {
    byPlace[PlaceKey(item: item, place: place)]?.hung ?? []
  }

  /// The notes of one group in an item, additions behind what they add to.
  public func ofGroup(_ group: String?, inItem item: RecordID?) -> [Note] {
    byGroup[GroupKey(item: item, group: group)]?.hung ?? []
  }

  /// The notes of one group at one place of an item, additions behind what they add to.
  public func at(_ place: String?, ofGroup group: String?, inItem item: RecordID?) -> [Note] {
    byBox[Box(item: item, place: place, group: group)]?.hung ?? []
  }

  /// The sheet of one group at one place of an item: its notes, and under each what anybody added.
  ///
  /// An addition stands on the sheet of the group to whose note it was added, whoever added it.
  public func sheet(of group: String?, at place: String?, inItem item: RecordID?) -> [Note] {
    let key = PlaceKey(item: item, place: place)
    guard let sheets = sheets[key] else { return at(place, ofGroup: group, inItem: item) }
    return sheets[group] ?? []
  }

  /// The notes with a tag, in the order of their making.
  public func tagged(_ tag: String) -> [Note] { byTag[tag]?.notes ?? [] }

  /// The sheet of one group at all places of a kind, place by place as they came into use.
  ///
  /// Where only one place has notes this takes no longer than looking up that place.
  public func sheet(
    of group: String?, inItem item: RecordID?, wherePlace isMeant: (String?) -> Bool = { _ in true }
  ) -> [Note] {
    let places = byPlace.keys.filter { $0.item == item && isMeant($0.place) }
    return NoteIndex.joined(places.map { sheet(of: group, at: $0.place, inItem: item) })
  }

  /// The notes of an item in all boxes of a kind, one place and one group each, as they came into use.
  ///
  /// Where only one box has notes this takes no longer than looking up that box.
  public func ofItem(
    _ item: RecordID?, whereBox isMeant: (_ place: String?, _ group: String?) -> Bool
  ) -> [Note] {
    let boxes = byBox.keys.filter { $0.item == item && isMeant($0.place, $0.group) }
    return NoteIndex.joined(boxes.map { byBox[$0]?.hung ?? [] })
  }

  /// Lists behind each other, the one that was begun first before the others.
  ///
  /// A list that is alone is not copied.
  private static func joined(_ lists: [[Note]]) -> [Note] {
    let lists = lists.filter { !$0.isEmpty }.sorted { Note.precedes($0[0], $1[0]) }
    return lists.count == 1 ? lists[0] : lists.flatMap(\.self)
  }

  /// The groups that have notes in an item, in the order of their bytes.
  public func groups(inItem item: RecordID?) -> [String] {
    byGroup.lazy.filter { $0.key.item == item && !$0.value.notes.isEmpty }.compactMap(\.key.group)
      .sorted { $0.precedesByBytes($1) }
  }

  /// The notes of an item that stand on no sheet of a kind, in the order of their making.
  ///
  /// A sheet is that of one group at one place. Takes no longer for many notes on a sheet.
  ///
  /// - Parameters:
  ///   - item: The item; `nil` for notes outside the programme.
  ///   - isKnown: Tells it of a place, the group whose sheet it is, and the file of a note.
  public func ofItem(
    _ item: RecordID?,
    besidesSheets isKnown: (_ place: String?, _ owner: String?, _ document: DocumentName) -> Bool
  ) -> [Note] {
    var rest: [Note] = []
    func add(_ notes: [Note], _ place: String?, _ owner: String?) {
      guard let first = notes.first else { return }
      if owner == nil {
        // Whose they are only the file tells.
        rest += notes.filter { !isKnown(place, nil, $0.document) }
      } else if !isKnown(place, owner, first.document) {
        rest += notes
      }
    }
    for (key, byOwner) in sheets where key.item == item {
      for (owner, notes) in byOwner { add(notes, key.place, owner) }
    }
    for (key, shelf) in byBox
    where key.item == item && sheets[PlaceKey(item: item, place: key.place)] == nil {
      add(shelf.notes, key.place, key.group)
    }
    return rest.sorted(by: Note.precedes)
  }

  /// The note that an addition hangs on in the end; the note itself if it is none.
  public func ground(of note: Note) -> Note {
    var ground = note
    var seen: Set<RecordID> = [note.id]
    while let next = ground.addsTo.flatMap({ byID[$0] }), seen.insert(next.id).inserted {
      ground = next
    }
    return ground
  }

  /// Takes which items there are; notes of others are those of no item from now on.
  mutating func know(items now: Set<RecordID>) {
    guard items != now else { return }
    let moved =
      items.map { before in
        before.symmetricDifference(now)
          .flatMap { id in
            byItem[before.contains(id) ? id : nil]?.notes.filter { $0.item == id } ?? []
          }
      } ?? byID.values.filter { note in note.item.map { !now.contains($0) } ?? false }
    var touched = Touched()
    for note in moved { remove(note, &touched) }
    items = now
    for note in moved { add(note, &touched) }
    settle(touched)
  }

  /// The item under which a note is found; `nil` for the place outside the programme.
  private func home(of note: Note) -> RecordID? {
    guard let items, let item = note.item else { return note.item }
    return items.contains(item) ? item : nil
  }

  mutating func replace(_ document: DocumentName, with notes: [Note]) {
    let kept = Set(notes.lazy.map(\.id))
    var touched = Touched()
    for note in inDocument(document) where !kept.contains(note.id) {
      remove(note, &touched)
    }
    for note in notes { update(note.id, to: note, &touched) }
    settle(touched)
  }

  /// Takes notes as they now are, by their ids; `nil` for one that is not there any more.
  mutating func update(_ notes: some Sequence<(RecordID, Note?)>) {
    var touched = Touched()
    for (id, note) in notes { update(id, to: note, &touched) }
    settle(touched)
  }

  private mutating func update(_ id: RecordID, to note: Note?, _ touched: inout Touched) {
    let old = byID[id]
    // Equal notes may still be spelled with other bytes: é is one scalar or two.
    if let old, let note, old == note, old.text.hasSameBytes(as: note.text) { return }
    if let old { remove(old, &touched) }
    if let note { add(note, &touched) }
  }

  private mutating func add(_ note: Note, _ touched: inout Touched) {
    byID[note.id] = note
    touched.note(note, in: home(of: note)) { $0.come.append(note) }
  }

  private mutating func remove(_ note: Note, _ touched: inout Touched) {
    byID[note.id] = nil
    touched.note(note, in: home(of: note)) { $0.gone.append(note) }
  }

  /// Changes the shelves, each once for however many notes, and hangs additions on them.
  private mutating func settle(_ touched: Touched) {
    for (key, change) in touched.documents { byDocument[key, default: NoteShelf()].take(change) }
    for (key, change) in touched.items { byItem[key, default: NoteShelf()].take(change) }
    for (key, change) in touched.tags { byTag[key, default: NoteShelf()].take(change) }
    for (key, change) in touched.places {
      byPlace[key, default: NoteShelf()].take(change)
      byPlace[key]?.settle()
      sheets[key] = byPlace[key]?.sheets
    }
    for (key, change) in touched.groups {
      byGroup[key, default: NoteShelf()].take(change)
      byGroup[key]?.settle()
    }
    for (key, change) in touched.boxes {
      byBox[key, default: NoteShelf()].take(change)
      byBox[key]?.settle()
    }
  }

  /// What changes on which shelves.
  private struct Touched {
    var documents: [DocumentName: NoteShelf.Change] = [:]
    var items: [RecordID?: NoteShelf.Change] = [:]
    var tags: [String: NoteShelf.Change] = [:]
    var places: [PlaceKey: NoteShelf.Change] = [:]
    var groups: [GroupKey: NoteShelf.Change] = [:]
    var boxes: [Box: NoteShelf.Change] = [:]

    /// Notes a change on all shelves of a note.
    mutating func note(
      _ note: Note, in item: RecordID?, _ change: (inout NoteShelf.Change) -> Void
    ) {
      change(&documents[note.document, default: NoteShelf.Change()])
      change(&items[item, default: NoteShelf.Change()])
      for tag in note.tags { change(&tags[tag, default: NoteShelf.Change()]) }
      change(&places[PlaceKey(item: item, place: note.place), default: NoteShelf.Change()])
      change(&groups[GroupKey(item: item, group: note.group), default: NoteShelf.Change()])
      change(
        &boxes[
          Box(item: item, place: note.place, group: note.group), default: NoteShelf.Change()])
    }
  }
}
