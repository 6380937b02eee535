import TextScreen
import WorkshopContent
import WorkshopCore

/// The pitches: one municipality after the other, each with its turn on the clock.
///
/// What is told of a cooperation follows *Deelnemers*, ch. 1: goal, phase, target group, hope.
struct PitchStage: Stage {
  var scope: KeyTable.Scope { .stage(.pitch) }

  var bindings: [KeyTable.Binding] { KeyTable.turns(scope) }

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    switch action {
    case .left: screen.moveGroup(by: -1, among: groups(screen))
    case .right: screen.moveGroup(by: 1, among: groups(screen))
    case .moveEarlier: move(by: -1, on: &screen)
    case .moveLater: move(by: 1, on: &screen)
    case .nextTurn where screen.team != nil: screen.moveGroup(by: 1, among: groups(screen))
    default: nil
    }
  }

  // MARK: Turns

  /// Those who pitch in their order; groups that are no municipality come along if they have notes.
  func groups(_ screen: WorkshopScreen) -> [Choice] {
    guard let item = screen.item else { return [] }
    let municipalities = screen.workshop.municipalities.map(\.document.text)
    let notes = screen.workshop.notes
    var others = notes.groups(inItem: item.key).filter { !municipalities.contains($0) }
    let needsPlenary = municipalities.isEmpty || !notes.ofGroup(nil, inItem: item.key).isEmpty
    if needsPlenary, !others.contains("plenary") { others.append("plenary") }
    return item.inOrder(municipalities + others).map {
      Choice(id: $0, name: Groups.name($0, workshop: screen.workshop, content: screen.content))
    }
  }

  /// Whose turn is shown.
  private func turn(_ screen: WorkshopScreen) -> String? {
    let groups = groups(screen)
    return groups.first { $0.id == screen.chosenGroup }?.id ?? screen.team?.text ?? groups.first?.id
  }

  /// The row of turns names whose turn it is; what the room does needs the place, unless another's clock runs.
  func namedGroup(_ screen: WorkshopScreen) -> String? { screen.turnBesideClock }

  private func move(by distance: Int, on screen: inout WorkshopScreen) -> [Effect] {
    // The cursor stays with the municipality, also where the first one was shown unasked.
    if let item = screen.item, screen.team == nil {
      screen.memory.groups[item.id.text] = turn(screen)
    }
    return screen.moveTurn(by: distance)
  }

  func show(turn: String?, on screen: inout WorkshopScreen) -> [Effect] {
    guard let item = screen.item, let turn else { return [] }
    screen.memory.groups[item.id.text] = turn
    return [.remember(screen.memory)]
  }

  func reveal(_ note: Note, on screen: inout WorkshopScreen) {
    guard let item = screen.item, screen.team == nil else { return }
    screen.memory.groups[item.id.text] = note.group ?? "plenary"
  }

  func innerClocks(_ screen: WorkshopScreen) -> [InnerClock] {
    let groups = groups(screen)
    let present = screen.texts.phases.first { $0.id == "present" }?.minutes
    let whole = present ?? screen.item?.minutes
    let minutes = whole.map { max(1, $0 / max(1, groups.count)) }
    return groups.map { InnerClock(id: $0.id, name: $0.name, minutes: minutes) }
  }

  func innerClock(_ screen: WorkshopScreen) -> InnerClock? {
    let turn = turn(screen)
    return innerClocks(screen).first { $0.id == turn }
  }

  // MARK: Boxes

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard let item = screen.item, let group = turn(screen) else { return [] }
    let notes = screen.workshop.notes
    var boxes = PitchPart.allCases.map { part in
      StageBox(
        id: part.rawValue, title: .word("pitch.\(part.rawValue)"), place: part.rawValue,
        group: group, notes: notes.sheet(of: group, at: part.rawValue, inItem: item.key))
    }
    var others = notes.sheet(of: group, inItem: item.key) {
      $0.flatMap(PitchPart.init) == nil
    }
    if group == "plenary" { others = others.followed(by: notes.sheet(of: nil, inItem: item.key)) }
    if !others.isEmpty {
      boxes.append(StageBox(id: "", title: .word("pitch.other"), group: group, notes: others))
    }
    return boxes
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    let team = screen.team?.text
    return screen.notes { _, owner, _ in team == nil ? owner != "" : owner == team }
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    NoteDraft(
      document: Groups.document(of: box.group, workshop: screen.workshop), item: screen.item?.key,
      activity: .pitch, phase: screen.phase?.id, group: box.group,
      voice: Groups.voice(of: box.group), place: box.place, channel: .keyboard)
  }

  // MARK: Drawing

  private func stack(_ view: StageView) -> BoxStack {
    var explanations: [String: String] = [:]
    for part in PitchPart.allCases {
      explanations[part.rawValue] = view.content.word("pitch.\(part.rawValue).explained")
    }
    return BoxStack(view: view, explanations: explanations)
  }

  func areas(_ view: StageView, in rect: Rect) -> [Rect?] {
    stack(view).areas(in: rect.removingTop(1))
  }

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    let turns = view.screen.turns
    TabRow(tabs: turns.tabs, selected: turns.shown ?? 0).draw(in: rect.top(1), on: &frame)
    stack(view).draw(in: rect.removingTop(1), on: &frame)
  }
}

extension WorkshopScreen {
  /// Shows another of several groups, the one before or after this.
  mutating func moveGroup(by distance: Int, among groups: [Choice]) -> [Effect] {
    guard let item, team == nil else {
      say(content.word("group.fixed"))
      return []
    }
    let index = groups.firstIndex { $0.id == chosenGroup ?? "" } ?? 0
    guard groups.indices.contains(index + distance) else { return [] }
    memory.groups[item.id.text] = groups[index + distance].id
    return [.remember(memory)]
  }
}
