import TextScreen
import WorkshopContent
import WorkshopCore

/// What the stages remember and ask while groups report back.
enum ReportingKeys {
  /// Whose sheet is shown, as the stage remembers it; empty for all together.
  static let turn = "turn"
  /// Who added last.
  static let adder = "adder"
  static let turnPurpose = "turn"
  static let adderPurpose = "adds/"
  /// What tells a person from a group among those who can add.
  static let person = "by/"
  /// What means something only while groups report back.
  static let actions: Set<Action> = [.nextTurn, .toggleInnerClock, .moveEarlier, .moveLater]
}

extension ReportingStage {
  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    performReporting(action, on: &screen)
  }

  /// What the keys do while groups report back: go to another sheet, or add to one.
  func performReporting(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    let reporters = reporters(screen)
    guard !reporters.isEmpty else { return nil }
    let shown = reporter(screen).flatMap { one in reporters.firstIndex { $0.id == one.id } }
    switch action {
    case .left:
      // On the board of all it leads back from its first column.
      if shown == nil, screen.selectedBox?.column != 0 { return nil }
      let index = (shown ?? reporters.count) - 1
      return index < 0 ? [] : show(turn: reporters[index].id, on: &screen)
    case .right:
      guard let shown else { return nil }
      let isLast = shown + 1 == reporters.count
      return show(turn: isLast ? nil : reporters[shown + 1].id, on: &screen)
    case .moveEarlier, .moveLater:
      guard let shown else { return [] }
      let effects = screen.moveTurn(by: action == .moveEarlier ? -1 : 1)
      // Who was shown unasked stays on the wall.
      return effects + screen.choose(ReportingKeys.turn, reporters[shown].id)
    case .chooseGroup:
      let everybody = Choice(id: "", name: screen.content.word("turn.everybody"))
      screen.overlay = .chooser(
        Chooser(
          purpose: ReportingKeys.turnPurpose, title: screen.content.word("turn.whose"),
          choices: reporters + [everybody], chosen: shown.map { reporters[$0].id } ?? ""))
      return []
    case .addAddition:
      guard let shown else { return nil }
      guard let note = screen.selectedNote else {
        screen.sayNothingSelected()
        return []
      }
      let adders = adders(besides: reporters[shown].id, reporters, screen)
      screen.overlay = .chooser(
        Chooser(
          purpose: ReportingKeys.adderPurpose + note.id.text,
          title: screen.content.word("turn.who-adds"), choices: adders,
          chosen: screen.choice(ReportingKeys.adder)))
      return []
    default: return nil
    }
  }

  func choose(_ choice: Choice, for purpose: String, on screen: inout WorkshopScreen) -> [Effect] {
    if purpose == ReportingKeys.turnPurpose { return show(turn: choice.id, on: &screen) }
    guard purpose.hasPrefix(ReportingKeys.adderPurpose),
      let note = RecordID(String(purpose.dropFirst(ReportingKeys.adderPurpose.count)))
        .flatMap({ screen.workshop.notes[$0] }),
      let adder = adder(choice.id, screen)
    else { return [] }
    screen.startNote(addingTo: note, by: adder)
    return screen.choose(ReportingKeys.adder, choice.id)
  }

  // MARK: Who adds

  /// Those who can add to a sheet: the other groups, the whole room, the group itself, or a person.
  private func adders(besides owner: String, _ reporters: [Choice], _ screen: WorkshopScreen)
    -> [Choice]
  {
    let plenary = Choice(id: "plenary", name: screen.content.word("plenary"))
    let others = reporters.filter { $0.id != owner && $0.id != plenary.id }
    let own = reporters.filter { $0.id == owner && $0.id != plenary.id }
    let people = screen.workshop.participantsByPlace.map { person in
      Choice(
        id: ReportingKeys.person + person.id.text,
        name: "\(screen.content.letter(for: person.standing)) "
          + person.called(in: screen.workshop))
    }
    return others + [plenary] + own + people
  }

  private func adder(_ id: String, _ screen: WorkshopScreen) -> Adder? {
    guard id.hasPrefix(ReportingKeys.person) else {
      return Adder(group: id, voice: Groups.voice(of: id))
    }
    let record = RecordID(String(id.dropFirst(ReportingKeys.person.count)))
    guard let person = record.flatMap(screen.workshop.participant) else {
      return nil
    }
    let voice: Note.Voice? =
      switch person.standing {
      case .formal: .formal
      case .informal: .informal
      case .researcher: .researcher
      default: nil
      }
    return Adder(group: group(of: person, screen), voice: voice, author: person.id)
  }

  /// The group in which somebody sat before; the whole room where that is not known.
  private func group(of person: Participant, _ screen: WorkshopScreen) -> String {
    let sides = person.standing?.sides ?? []
    let mixed = screen.mixedGroups.firstIndex { $0.contains(person.id) }
    let own = [
      sides.count == 1 ? sides.first?.rawValue : nil, mixed.map { "mixed-\($0 + 1)" },
      person.municipality?.text,
    ]
    let reporters = Set(reporters(screen).map(\.id))
    return own.compactMap { $0 }.first { reporters.contains($0) } ?? "plenary"
  }
}
