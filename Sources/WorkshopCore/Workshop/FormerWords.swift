// A note may be somebody else's now than it once was: a slip was mended, or another person took it over and
// said it anew. What whoever had it before said stands in its history.

extension Record {
  /// The note without the words that people said while it was theirs, and that are not what it shows now.
  ///
  /// Words that show stay where whoever has the note now saw them: they made them theirs. What somebody else
  /// wrote at the same time, without knowing of the new owner, was not theirs to give away and goes.
  func withoutFormerWords(of people: Set<RecordID>) -> Record {
    let blanked = formerWords(of: people)
    return blanked.isEmpty ? self : with(blanked)
  }

  /// The revisions in which such words stand, with those blanked.
  ///
  /// It follows from the revisions alone, and of what it makes nothing more follows, so that all copies come
  /// to the same.
  func formerWords(of people: Set<RecordID>) -> [Revision] {
    guard erased == nil, revisions.count > 1, wasOnce(anyOf: people),
      !Erasure.writers(of: self, in: SessionCollection.notes).contains(where: people.contains)
    else { return [] }
    let places = places(of: people)
    guard !places.isEmpty else { return [] }
    let known = placesKnownToOwner()
    let unseen = places.filter { !known.contains($0) }.compactMap { place in
      revisions[place].blanking { _ in true }
    }
    let rest = with(unseen)
    let former = places.filter(known.contains).compactMap { place in
      rest.revisions[place].blanking { $0.value != rest.fields[$0.name] }
    }
    return unseen + former
  }

  /// What a person may have said in the history and that no rule takes out: the text that shows, written
  /// while the note was theirs, photographs, and tags.
  func doubtfulWords(of person: RecordID) -> [(field: FieldName, text: String)] {
    guard erased == nil, wasOnce(anyOf: [person]) else { return [] }
    var found: [(field: FieldName, text: String)] = []
    let pictures = Set(AttachmentName.names(in: fields[Note.Field.attachments]))
    let shown = fields[Note.Field.text]
    for place in places(of: [person]) {
      let revision = revisions[place]
      if let text = shown?.text, revision.set[Note.Field.text] == shown {
        found.append((Note.Field.by, text))
      }
      for name in revision.attachments where !pictures.contains(name) {
        found.append((Note.Field.attachments, name.text))
      }
      for tag in revision.tag where !tags.contains(where: { $0.hasSameBytes(as: tag) }) {
        found.append(("tags", tag))
      }
    }
    return found
  }

  /// The gestures of revisions in which words were blanked.
  var blankedGestures: [GestureID] {
    revisions.filter { !$0.blanked.isEmpty || !$0.trimmed.isEmpty || !$0.dropped.isEmpty }
      .compactMap(\.gesture)
  }

  private func with(_ blanked: [Revision]) -> Record {
    guard !blanked.isEmpty else { return self }
    let byID = Dictionary(blanked.map { ($0.id, $0) }) { first, _ in first }
    return Record(id: id, revisions: revisions.map { byID[$0.id] ?? $0 })
  }

  private func wasOnce(anyOf people: Set<RecordID>) -> Bool {
    revisions.contains { $0.owner.map(people.contains) ?? false }
  }

  /// The places of what was written while the note was some people's.
  private func places(of people: Set<RecordID>) -> [Int] {
    zip(revisions.indices, owners()).filter { place, owner in
      revisions[place].changesContent
        && owner.map { revisions[$0].owner.map(people.contains) ?? false }
          ?? false
    }.map(\.0)
  }

  /// For each revision the place of the one that said whose the note was when it was written.
  ///
  /// A revision names only what it replaces. Of one that changes nothing in common with it the order of the
  /// stamps has to tell whether its writer knew it.
  private func owners() -> [Int?] {
    let places = Dictionary(zip(revisions.map(\.id), revisions.indices)) { first, _ in first }
    var owners = [Int?](repeating: nil, count: revisions.count)
    // Once more for those that name one with a later stamp.
    for _ in 0..<2 {
      var givers = Givers()
      for (place, revision) in revisions.enumerated() {
        if revision.set[Note.Field.by] != nil {
          owners[place] = place
          givers.append(revision, at: place)
          continue
        }
        let named = revision.over.compactMap { places[$0].flatMap { owners[$0] } }.max()
        let before = givers.last(knownTo: revision)
        owners[place] = [named, before].compactMap(\.self).max()
      }
    }
    return owners
  }

  /// The places of what was known to whoever said whose the note is now; all where nobody did.
  private func placesKnownToOwner() -> Set<Int> {
    guard let giver = wordings(of: Note.Field.by).last,
      let last = revisions.firstIndex(where: { $0.id == giver.id })
    else { return Set(revisions.indices) }
    let places = Dictionary(zip(revisions.map(\.id), revisions.indices)) { first, _ in first }
    let names = giver.names
    var known = Set(
      revisions.indices.filter {
        $0 < last && (giver.over.isEmpty || !revisions[$0].sets(anyOf: names))
      })
    known.insert(last)
    var seen: Set<Int> = []
    var waiting = [last]
    while let place = waiting.popLast() {
      guard seen.insert(place).inserted else { continue }
      waiting += revisions[place].over.compactMap { places[$0] }
    }
    return known.union(seen)
  }
}

extension Document {
  /// The gestures of which words in the history of notes were blanked.
  public var blankedGestures: Set<GestureID> {
    (collections[SessionCollection.notes] ?? [:]).values.reduce(into: []) {
      $0.formUnion($1.blankedGestures)
    }
  }
}

extension Revision {
  /// Whose it says the note is; `nil` if it does not say, or says nobody of the participants.
  fileprivate var owner: RecordID? {
    self.set[Note.Field.by]?.writerIDs.first
  }

  /// The revision with some of its words blanked; `nil` if there are none of them.
  fileprivate func blanking(_ isMeant: (JSONObject.Member) -> Bool) -> Revision? {
    let words = set.members.filter { $0.isWords && isMeant($0) }
    return words.isEmpty ? nil : blanking(words.map(\.name))
  }
}

extension JSONObject.Member {
  /// Tells whether it is what somebody said, rather than an id or a word by which the program finds its way.
  fileprivate var isWords: Bool {
    if name == Note.Field.by || name == Note.Field.attachments || name.isReserved { return false }
    return !Redaction.isMachineWord(self) && value.isWords
  }
}

extension JSONValue {
  fileprivate var isWords: Bool {
    switch self {
    case .null, .bool: false
    case .number: true
    case .string(let text): text.utf8.count != 36 || RecordID(text) == nil
    case .array(let elements): elements.contains(where: \.isWords)
    case .object(let object): !object.isEmpty
    }
  }
}
