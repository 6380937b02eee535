/// A record: an id and a set of revisions that only grows.
///
/// Two copies merge by uniting their revisions, whatever the order and however often: a state-based
/// CRDT. Source: Shapiro et al. (2011), *Conflict-free Replicated Data Types*.
public struct Record: Hashable, Sendable {
  /// The name of the record.
  public let id: RecordID
  /// The revisions, oldest stamp first; none once the record is erased.
  public private(set) var revisions: [Revision]
  /// The ids of the blanked revisions once a participant withdrew; `nil` before.
  public private(set) var erased: Set<RevisionID>?
  /// The attachments that blanked revisions told of, by name; every copy of the session deletes them.
  ///
  /// Without them a copy that never saw the words could not tell which photographs must go.
  public private(set) var erasedAttachments: Set<FieldName> = []
  /// What finds the names of a participant who withdrew, in which nothing can be read.
  ///
  /// A copy may have had a name that nobody knew where they withdrew; texts there may say it.
  private(set) var erasedNames = VeiledNames()
  /// The fields as they stand now; emptied ones are left out.
  public private(set) var fields: JSONObject = [:]
  /// The tags as they stand now, in the order of their bytes.
  public private(set) var tags: [String] = []
  /// Tells whether the record is there: neither deleted, nor undone, nor erased.
  public private(set) var isPresent = false

  /// The stamp under which the record first appeared; `nil` once it is erased.
  public private(set) var created: Stamp?
  /// Tells whether every revision is later than all that it names, so that stamps alone tell the order.
  private(set) var isInOrder = true

  /// As many revisions as are quicker to look at than to keep a table of.
  static let few = 16

  /// Makes a record of revisions in any order.
  public init(id: RecordID, revisions: some Sequence<Revision>) {
    self.id = id
    self.revisions = []
    place(Array(revisions))
    settle()
  }

  /// Makes an erased record that keeps only ids, and the names of attachments that must go.
  public init(
    erased id: RecordID, revisions: some Sequence<RevisionID>,
    attachments: some Sequence<FieldName> = []
  ) {
    self.id = id
    self.revisions = []
    erased = Set(revisions)
    erasedAttachments = Set(attachments)
  }

  /// Makes an erased record of a participant.
  init(
    erased id: RecordID, revisions: some Sequence<RevisionID>,
    attachments: some Sequence<FieldName>, names: VeiledNames
  ) {
    self.init(erased: id, revisions: revisions, attachments: attachments)
    erasedNames = names
  }

  /// Every revision id, also those of blanked revisions.
  public var revisionIDs: Set<RevisionID> {
    (erased ?? []).union(revisions.map(\.id))
  }

  /// Takes in one revision.
  public mutating func insert(_ revision: Revision) { insert([revision]) }

  /// Takes in revisions in any order; what they say together is worked out once.
  ///
  /// - Parameter hash: Hides the names of a participant who withdrew; `nil` for any other record.
  mutating func insert(_ others: [Revision], hiding hash: KeyedHash? = nil) {
    if erased != nil {
      hide(others, hash)
      erased?.formUnion(others.lazy.map(\.id))
      for revision in others { erasedAttachments.formUnion(revision.attachments) }
      return
    }
    guard !others.isEmpty else { return }
    place(others)
    settle()
  }

  /// Takes in another copy of the same record.
  public mutating func merge(_ other: Record) { merge(other, hiding: nil) }

  /// Takes in another copy of the same record.
  ///
  /// - Parameter hash: Hides the names of a participant who withdrew; `nil` for any other record.
  mutating func merge(_ other: Record, hiding hash: KeyedHash?) {
    if erased != nil || other.erased != nil {
      hide(revisions + other.revisions, hash)
      erasedNames.merge(other.erasedNames)
      erased = revisionIDs.union(other.revisionIDs)
      erasedAttachments.formUnion(other.erasedAttachments.union(other.attachments))
      blank()
      return
    }
    guard other.revisions != revisions else { return }
    place(other.revisions)
    settle()
  }

  /// Takes in other copies of the same record; what they say together is worked out once.
  ///
  /// - Parameter hash: Hides the names of a participant who withdrew; `nil` for any other record.
  mutating func merge(_ others: [Record], hiding hash: KeyedHash? = nil) {
    guard others.count > 1, erased == nil, others.allSatisfy({ $0.erased == nil }) else {
      for other in others { merge(other, hiding: hash) }
      return
    }
    place(others.flatMap(\.revisions))
    settle()
  }

  /// Every attachment that a revision tells of, by name.
  public var attachments: Set<FieldName> {
    revisions.reduce(into: []) { $0.formUnion($1.attachments) }
  }

  /// Blanks content and history and keeps the ids; this wins every merge.
  public mutating func erase() { erase(hiding: nil) }

  /// Blanks content and history and keeps the ids; this wins every merge.
  ///
  /// - Parameter hash: Hides the names of a participant who withdraws; `nil` for any other record.
  mutating func erase(hiding hash: KeyedHash?) {
    hide(revisions, hash)
    erased = revisionIDs
    blank()
  }

  private mutating func hide(_ revisions: [Revision], _ hash: KeyedHash?) {
    if let hash { erasedNames.merge(VeiledNames(setBy: revisions, hash)) }
  }

  private mutating func blank() {
    erasedAttachments.formUnion(attachments)
    revisions = []
    fields = [:]
    tags = []
    isPresent = false
    created = nil
    isInOrder = true
  }

  /// Puts revisions in their order; of two contents under one id the same stays on every machine.
  private mutating func place(_ others: [Revision]) {
    // Most records have few revisions, and looking at each is quicker than keeping a table.
    guard revisions.count + others.count > Record.few else {
      for revision in others { place(revision) }
      return
    }
    var places = Dictionary(revisions.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for revision in others {
      if let index = places[revision.id] {
        revisions[index] = revisions[index].united(with: revision)
      } else {
        places[revision.id] = revisions.count
        revisions.append(revision)
      }
    }
    revisions.sort(by: Revision.precedes)
  }

  private mutating func place(_ revision: Revision) {
    var revision = revision
    if let index = revisions.firstIndex(where: { $0.id == revision.id }) {
      revision = revisions[index].united(with: revision)
      guard revision != revisions[index] else { return }
      revisions.remove(at: index)
    }
    let index = revisions.lastIndex { Revision.precedes($0, revision) }.map { $0 + 1 } ?? 0
    revisions.insert(revision, at: index)
  }

  /// Works out what the revisions say together.
  private mutating func settle() {
    isInOrder = Record.isInOrder(revisions)
    let ancestry = isInOrder ? nil : Ancestry(revisions)
    let ground = Record.ground(of: revisions, isInOrder: isInOrder)
    created = ground.map { revisions[$0].stamp }
    fields = [:]
    tags = []
    let undone = undoneGestures(ancestry)
    let isUndone = { (revision: Revision) in revision.gesture.map(undone.contains) ?? false }
    isPresent = revisions.contains { $0.changesContent && !isUndone($0) }
    let counting = revisions.indices.filter { index in
      revisions[index].changesContent && index != ground && !isUndone(revisions[index])
    }
    // The first revision stays the ground under later ones: who edits a note while another undoes
    // its making must not be left with half a note.
    let isGroundUndone = ground.map { isUndone(revisions[$0]) } ?? false
    if let ancestry {
      replay(counting, ground: ground, isGroundUndone: isGroundUndone, ancestry)
    } else {
      replay([ground].compactMap(\.self) + counting)
    }
    if fields["deleted"] == .bool(true) { isPresent = false }
  }

  /// Takes revisions one after the other, so that the last one counts.
  private mutating func replay(_ places: [Int]) {
    fields = JSONObject.layered(places.map { revisions[$0].set })
      .shown { !$0.name.isReserved && $0.value != .null }
    var tagged: [FieldName: Bool] = [:]
    for place in places {
      for (tag, isThere) in revisions[place].tagging { tagged[tag] = isThere }
    }
    if !tagged.isEmpty { tags = tagged.filter(\.value).keys.sorted().map(\.text) }
  }

  /// Chooses for each field and tag among the revisions that none of the others knew.
  private mutating func replay(
    _ counting: [Int], ground: Int?, isGroundUndone: Bool, _ ancestry: Ancestry
  ) {
    let places = isGroundUndone ? counting : ([ground].compactMap(\.self) + counting).sorted()
    var setters = setters(among: places)
    var taggers = taggers(among: places)
    if isGroundUndone, let ground {
      setters.merge(self.setters(among: [ground])) { own, _ in own }
      taggers.merge(self.taggers(among: [ground])) { own, _ in own }
    }
    let names = setters.keys.filter { !$0.isReserved }.sorted()
    let winners = ancestry.unbeaten(among: names.map { setters[$0] ?? [] }).map(\.last)
    fields = JSONObject(
      zip(names, winners).lazy.compactMap { [revisions] name, winner in
        winner.flatMap { revisions[$0].set[name] }.map { (name, $0) }
      }
    ).shown { $0.value != .null }
    let tagged = taggers.sorted { $0.key < $1.key }
    let latest = ancestry.unbeaten(among: tagged.map { $0.value.map(\.place) }).map(\.last)
    tags = zip(tagged, latest).compactMap { tagging, latest in
      tagging.value.last { $0.place == latest }.flatMap { $0.isThere ? tagging.key.text : nil }
    }
  }

  /// Which of some revisions set each field, by their places.
  func setters(among places: some Sequence<Int>) -> [FieldName: [Int]] {
    var setters: [FieldName: [Int]] = [:]
    for place in places {
      for member in revisions[place].set.members { setters[member.name, default: []].append(place) }
    }
    return setters
  }

  /// Which of some revisions add or remove each tag, by their places, each once; and whether they add it.
  func taggers(among places: some Sequence<Int>) -> [FieldName: [(place: Int, isThere: Bool)]] {
    var taggers: [FieldName: [(place: Int, isThere: Bool)]] = [:]
    for place in places {
      for (tag, isThere) in revisions[place].tagging {
        if taggers[tag]?.last?.place == place { taggers[tag]?.removeLast() }
        taggers[tag, default: []].append((place, isThere))
      }
    }
    return taggers
  }

  /// The gestures whose newest verdict in this record takes them back.
  var undoneGestures: Set<GestureID> {
    undoneGestures(isInOrder ? nil : Ancestry(revisions))
  }

  private func undoneGestures(_ ancestry: Ancestry?) -> Set<GestureID> {
    var verdicts: [GestureID: [Int]] = [:]
    for (index, revision) in revisions.enumerated() {
      if let gesture = revision.verdict?.gesture { verdicts[gesture, default: []].append(index) }
    }
    guard !verdicts.isEmpty else { return [] }
    let gestures = Array(verdicts.keys)
    let places = gestures.map { verdicts[$0] ?? [] }
    let latest = (ancestry?.unbeaten(among: places) ?? places).map(\.last)
    return Set(
      zip(gestures, latest).lazy.filter { [revisions] _, latest in
        if let latest, case .undo? = revisions[latest].verdict { true } else { false }
      }.map(\.0))
  }
}
