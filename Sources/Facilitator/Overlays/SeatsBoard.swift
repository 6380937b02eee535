import TextScreen
import WorkshopContent
import WorkshopCore

/// Who sits where: by side, in mixed groups, or by municipality.
struct SeatsBoard: Sendable {
  /// How the room is divided.
  var form: GroupForm
  /// The person with the cursor.
  var selection: RecordID?

  /// The ways to divide the room, in the order of Tab.
  static let forms: [GroupForm] = [.side, .mixed, .municipality]
}

extension WorkshopScreen {
  /// A group with the people in it.
  struct Seats: Sendable {
    let name: String
    let ink: Ink
    let people: [Participant]
  }

  /// Opens the groups as the shown item needs them.
  mutating func openSeats() {
    let wanted = [phase?.groupForm, texts.groupForm].compactMap { $0 }
    overlay = .seats(SeatsBoard(form: wanted.first(where: SeatsBoard.forms.contains) ?? .mixed))
  }

  /// Those who sit somewhere: all but the researchers, who go about freely.
  private var seated: [Participant] {
    workshop.participants.filter { $0.standing != .researcher }
  }

  /// The mixed groups of the shown item, or else those of the latest item before it.
  var mixedGroups: [[RecordID]] { workshop.mixedGroups(at: item?.id) }

  /// The groups of a way to divide the room; those who sit nowhere come last.
  func seats(_ form: GroupForm) -> [Seats] {
    let people = seated
    var groups: [Seats] = []
    switch form {
    case .side:
      for side in Side.allCases {
        groups.append(
          Seats(
            name: content.word("\(side.rawValue).plural"),
            ink: side == .formal ? .formal : .informal,
            people: people.filter { $0.standing == (side == .formal ? .formal : .informal) }))
      }
    case .municipality:
      let byPlace = Dictionary(grouping: people) { $0.municipality }
      groups = workshop.municipalities.map { municipality in
        Seats(
          name: municipality.name, ink: .normal, people: byPlace[municipality.document] ?? [])
      }
    default:
      let byID = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
      groups = mixedGroups.enumerated().map { index, ids in
        Seats(
          name: Groups.name("mixed-\(index + 1)", workshop: workshop, content: content),
          ink: .normal, people: ids.compactMap { byID[$0] })
      }
    }
    let known = Set(groups.flatMap(\.people).map(\.id))
    let rest = people.filter { !known.contains($0.id) }
    if !rest.isEmpty {
      groups.append(Seats(name: content.word("seats.without"), ink: .quiet, people: rest))
    }
    return groups
  }

  /// Handles a key while it shows who sits where.
  mutating func handle(_ event: InputEvent, in board: SeatsBoard) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    var board = board
    let people = seats(board.form).flatMap(\.people).map(\.id)
    let index = people.firstIndex { $0 == board.selection } ?? 0
    if let row = key.row(from: index, of: people.count) {
      board.selection = people.isEmpty ? nil : people[row]
      overlay = .seats(board)
      return []
    }
    var effects: [Effect] = []
    switch key {
    case "Tab": board.form = next(board.form, 1)
    case "S-Tab": board.form = next(board.form, -1)
    case "Esc", "q", "W":
      overlay = nil
      return []
    case "?", "F1":
      return explain(Pages.seatsKeys(content), title: content.word("screen.seats"))
    case "b":
      isBlank = true
      return []
    case "C-c": return [.quit]
    case "C-z": return [.suspend]
    case "u": return undo()
    case "C-r": return redo()
    case "m", "2", "3", "4", "5", "6", "7", "8", "9":
      board.form = .mixed
      overlay = .seats(board)
      effects = makeGroups(count: Int(key.description), by: key)
    case "Left", "Right":
      guard board.form == .mixed, !mixedGroups.isEmpty else {
        say(content.word("seats.only-mixed"))
        return []
      }
      board.selection = people.isEmpty ? nil : people[index]
      effects = movePerson(board.selection, by: key == "Left" ? -1 : 1)
    default: return sayNothing(for: key)
    }
    overlay = .seats(board)
    return effects
  }

  private func next(_ form: GroupForm, _ distance: Int) -> GroupForm {
    let forms = SeatsBoard.forms
    let index = forms.firstIndex(of: form) ?? 0
    return forms[(index + distance + forms.count) % forms.count]
  }

  /// Deals the room anew.
  ///
  /// Where people sit in groups already, it is asked first.
  private mutating func makeGroups(count: Int?, by key: Key) -> [Effect] {
    guard team == nil else {
      say(content.word("programme.fixed"))
      return []
    }
    guard mixedGroups.allSatisfy(\.isEmpty) || asked == .deal(key) else {
      asking = .deal(key)
      say(content.word("seats.again", ["key": key.description]), as: .warning)
      return []
    }
    let people = seated
    guard !people.isEmpty else {
      say(content.word("seats.nobody"))
      return []
    }
    let count = count ?? MixedGroups.usualCount(of: people.count)
    // A new id is the chance that is in it; nothing else here is left to chance.
    let bytes = scribe.newRecord().text.utf8.filter { $0 != 0x2D }
    let seed = bytes.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1) }
    return keepGroups(
      MixedGroups.make(of: people, count: count, seed: seed), label: content.word("screen.seats"))
  }

  /// Moves a person to the group before or after theirs.
  private mutating func movePerson(_ id: RecordID?, by distance: Int) -> [Effect] {
    var groups = mixedGroups
    guard let id, !groups.isEmpty, team == nil,
      let person = workshop.participant(id)
    else { return [] }
    let from = groups.firstIndex { $0.contains(id) }
    let to = from.map { $0 + distance } ?? (distance > 0 ? 0 : groups.count - 1)
    guard groups.indices.contains(to) else { return [] }
    if let from { groups[from].removeAll { $0 == id } }
    groups[to].append(id)
    let name = Groups.name("mixed-\(to + 1)", workshop: workshop, content: content)
    let label = content.word("seats.moved", ["name": person.told(in: workshop), "group": name])
    say(label)
    return keepGroups(groups, label: label)
  }

  private mutating func keepGroups(_ groups: [[RecordID]], label: String) -> [Effect] {
    guard let item = item.flatMap({ $0.isOutside ? workshop.items.first : $0 }) else { return [] }
    return commit(
      [
        Scribe.Step(
          .session, SessionCollection.items, item.id,
          set: [ProgrammeItem.Field.groups: ProgrammeItem.value(ofGroups: groups)])
      ], label: label)
  }
}

extension Pages {
  /// Of whom nothing was written down yet: for the facilitator, never on the wall unasked.
  static func unheard(_ screen: WorkshopScreen) -> Pager {
    let content = screen.content
    var heard: Set<RecordID> = []
    for note in screen.workshop.notes.all {
      if case .participant(let id)? = note.author { heard.insert(id) }
    }
    let people = screen.workshop.participants.filter { person in
      !heard.contains(person.id) && (screen.team == nil || person.municipality == screen.team)
    }
    let title = content.word("unheard.title")
    guard !people.isEmpty else { return Pager(title: title, text: content.word("unheard.none")) }
    let head = Pager.Paragraph(text: content.word("unheard.some"), style: Style(.quiet))
    return Pager(
      title: title,
      paragraphs: [head]
        + people.map { person in
          let place = person.municipality.flatMap { screen.workshop.municipality($0)?.name }
          let side = person.standing?.sides.count == 1 ? person.standing?.sides.first : nil
          let parts = [
            person.toldApart(in: screen.workshop), place,
            side.map { content.word("\($0.rawValue).letter") },
          ].compactMap { $0 }
          return Pager.Paragraph(text: "· " + parts.joined(separator: " · "), hanging: 2)
        })
  }
}
