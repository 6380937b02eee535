/// What a part of a rehearsal is played from: the item, the workshop as it now is, and who is there.
///
/// All choices follow from the seed, the place of the item in the programme and a key, never from ids,
/// which are new each time. So one choice does not shift another, and a script can be worked out
/// anew at any moment.
struct RehearsalScene: Sendable {
  let workshop: Workshop
  let item: ProgrammeItem
  let setting: RehearsalSetting
  /// Tells whether something that is recorded only when asked for is asked for.
  let isAsked: Bool
  /// The simulated participants who are there in this part of the days; no researchers.
  let people: [Participant]
  /// The simulated researchers.
  let researchers: [Participant]
  private let seed: UInt64
  /// What tells the records of this item's moves from those of any other.
  private let salt: String
  private let position: Int

  init(
    _ workshop: Workshop, item: ProgrammeItem, setting: RehearsalSetting, seed: UInt64,
    isAsked: Bool
  ) {
    self.workshop = workshop
    self.item = item
    self.setting = setting
    self.seed = seed
    self.isAsked = isAsked
    let cast = workshop.participants.filter(\.isSimulated)
    let part = DayPart(item)
    people = cast.filter {
      $0.standing != .researcher && (item.isOutside || $0.presence[part] != false)
    }
    researchers = cast.filter { $0.standing == .researcher }
    // The place of notes outside the programme has the same id in every workshop.
    salt = item.isOutside ? cast.first?.id.text ?? "" : item.id.text
    position = workshop.items.firstIndex { $0.id == item.id } ?? -1
  }

  var texts: RehearsalTexts { setting.texts }

  /// A phase of the item, if it has it.
  func phase(_ id: String) -> String? { setting.phases(item).contains(id) ? id : nil }

  // MARK: Who

  /// The groups that are municipalities, in the order of the item; the whole room where there are
  /// none.
  var municipalities: [String] {
    let all = workshop.municipalities.map(\.document.text)
    guard !all.isEmpty else { return ["plenary"] }
    let chosen = item.order.filter { id in all.contains { $0.hasSameBytes(as: id) } }
    return chosen + all.filter { id in !chosen.contains { $0.hasSameBytes(as: id) } }
  }

  /// The simulated people of a municipality; everybody for the whole room.
  func people(of municipality: String) -> [Participant] {
    municipality == "plenary"
      ? people : people.filter { $0.municipality?.text.hasSameBytes(as: municipality) ?? false }
  }

  /// The simulated people who speak for a side.
  func people(on side: Side) -> [Participant] {
    people.filter { $0.standing?.sides.contains(side) ?? false }
  }

  // MARK: Choosing

  /// A number below a bound, always the same for the same key in this item.
  func number(_ key: String, below bound: Int) -> Int {
    workshopNumber("\(position)/\(key)", below: bound)
  }

  /// A number below a bound, always the same for the same key in whichever item.
  func workshopNumber(_ key: String, below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    var hash = ContentHash()
    hash.add(String(seed))
    hash.add(key)
    var random = RepeatableRandom(seed: hash.low)
    return Int(random.next() % UInt64(bound))
  }

  /// The elements in an order that a key decides.
  func shuffled<Element>(_ elements: [Element], _ key: String) -> [Element] {
    elements.enumerated().map { (number("\(key)/\($0)", below: 1 << 30), $0, $1) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// One of a list, by turns from a place that a key decides; `nil` for an empty list.
  func turn<Element>(_ list: [Element], _ number: Int, _ key: String) -> Element? {
    list.isEmpty ? nil : list[(self.number(key, below: list.count) + number) % list.count]
  }

  /// A sentence of a list, by turns; when all have been said, they are said again in other words.
  func sentence(_ list: [String], _ number: Int, _ key: String) -> String {
    let text = turn(list, number, key) ?? ""
    let round = list.isEmpty ? 0 : number / list.count
    guard round > 0, !texts.again.isEmpty else { return text }
    let again = texts.again[(round - 1) % texts.again.count].replacing("{text}", with: text)
    let cycle = (round - 1) / texts.again.count
    return cycle == 0 ? again : "\(again) (\(cycle + 1))"
  }

  // MARK: Writing

  /// The record of a move: the same whenever the script is worked out.
  func record(_ key: String) -> RecordID {
    var hash = ContentHash()
    hash.add("rehearsal")
    hash.add(salt)
    hash.add(key)
    return RecordID(hash.uuid)
  }

  /// A note that somebody contributes.
  ///
  /// - Parameters:
  ///   - key: What tells it from the other moves of the item.
  ///   - author: Who wrote it; nobody for a note of which that is not recorded.
  ///   - adjust: Sets what is not the same for all notes.
  func note(
    _ key: String, _ text: String, group: String, phase: String? = nil, place: String? = nil,
    by author: Participant? = nil, fields: JSONObject = [:],
    _ adjust: (inout NoteDraft) -> Void = { _ in }
  ) -> RehearsalMove {
    var draft = NoteDraft(
      document: workshop.document(ofGroup: group), item: item.key, activity: item.kind,
      phase: phase.flatMap(self.phase), group: group, voice: Note.Voice(group: group),
      place: place, author: author?.id, channel: .keyboard)
    draft.text = text
    adjust(&draft)
    return RehearsalMove(steps: [draft.step(record: record(key), fields: fields)])
  }

  /// Fields of a record that is there already.
  func edit(
    _ document: DocumentName, _ collection: FieldName, _ record: RecordID, _ set: JSONObject
  ) -> RehearsalMove {
    RehearsalMove(steps: [Scribe.Step(document, collection, record, set: set)], isEdit: true)
  }

  /// Fields of the item itself.
  func edit(_ set: JSONObject) -> RehearsalMove {
    edit(.session, SessionCollection.items, item.id, set)
  }
}

extension RehearsalMove {
  /// The same, word for word as it was said.
  func verbatim() -> RehearsalMove { setting(Note.Field.verbatim, to: .bool(true)) }

  /// The same, kept out of every report.
  func offRecord() -> RehearsalMove { setting(Note.Field.offRecord, to: .bool(true)) }

  /// The same, written down by nobody in particular, and tied to no other.
  func withoutName() -> RehearsalMove {
    var move = setting(Note.Field.by, to: nil)
    move.anonymous = .minute
    return move
  }

  /// The same, in a turn.
  func inTurn(_ id: String) -> RehearsalMove {
    var move = self
    move.turn = id
    return move
  }

  private func setting(_ field: FieldName, to value: JSONValue?) -> RehearsalMove {
    var move = self
    for index in move.steps.indices { move.steps[index].set[field] = value }
    return move
  }
}
