import TextScreen
import WorkshopContent
import WorkshopCore

// What can be done in the round of explaining: one after another, each with their own time.

extension RoleMarketStage {
  // MARK: Turns

  func innerClocks(_ screen: WorkshopScreen) -> [InnerClock] {
    guard isExplaining(screen) else { return [] }
    let people = explainers(market(screen), screen)
    let minutes = screen.phase.map { max(1, $0.minutes / max(1, people.count)) }
    return people.map {
      InnerClock(id: $0.id.text, name: $0.called(in: screen.workshop), minutes: minutes)
    }
  }

  func innerClock(_ screen: WorkshopScreen) -> InnerClock? {
    let clocks = innerClocks(screen)
    return clocks.isEmpty ? nil : clocks[min(row(screen), clocks.count - 1)]
  }

  /// The clock stands beside who tells, where one person has the wall.
  func showsInnerClock(_ screen: WorkshopScreen) -> Bool {
    isExplaining(screen) && screen.focus.large != nil
  }

  func show(turn: String?, on screen: inout WorkshopScreen) -> [Effect] {
    guard let index = innerClocks(screen).firstIndex(where: { $0.id == turn }) else { return [] }
    go(to: index, on: &screen)
    return []
  }

  func offers(_ action: Action, _ screen: WorkshopScreen) -> Bool {
    switch action {
    case .pick, .choosePerson, .takeRolesIn, .limitCards, .jump: !isExplaining(screen)
    case .toggleInnerClock: isExplaining(screen)
    case .aboutWhom, .why: !isExplaining(screen) || screen.focus.large != nil
    default: true
    }
  }

  /// The row of the cursor among those who explain, also while it is in the notes.
  private func row(_ screen: WorkshopScreen) -> Int { screen.focus.row(in: Self.peopleBox) }

  /// The place of the person with the cursor in the round.
  func index(in people: [Participant], _ screen: WorkshopScreen) -> Int? {
    people.isEmpty ? nil : min(row(screen), people.count - 1)
  }

  private func go(to index: Int, on screen: inout WorkshopScreen) {
    screen.focus.box = 0
    screen.focus.setRow(index, in: Self.peopleBox)
    // Own words belong to one person; the next one is asked anew.
    if screen.focus.large != nil { screen.focus.large = Focus.Large() }
  }

  // MARK: Keys

  /// What the keys do while the room explains.
  func performExplaining(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    let people = explainers(market(screen), screen)
    if screen.focus.large == nil, [.aboutWhom, .why].contains(action) {
      screen.say(
        screen.content.word(
          people.isEmpty ? "role-market.nobody-picked" : "role-market.large-first"))
      return []
    }
    guard screen.focus.box == 0 else { return nil }
    let index = index(in: people, screen)
    if action == .jump {
      jump(on: &screen)
      return []
    }
    guard let large = screen.focus.large else {
      switch action {
      case .pick, .read:
        if index != nil { screen.focus.large = Focus.Large() }
      default: return nil
      }
      return []
    }
    let parts = index.map { market(screen).picks(by: people[$0].id).count } ?? 0
    switch action {
    case .pick, .read, .closeLarge: screen.focus.large = nil
    // One key alone shows words on the wall; the other is for writing them, and the form hides what is there.
    case .why: screen.focus.large?.showsWords.toggle()
    case .aboutWhom:
      guard let index else { break }
      let picks = market(screen).picks(by: people[index].id)
      guard !picks.isEmpty else { break }
      screen.focus.large?.showsWords = false
      screen.open(
        Form.Purpose(id: Self.hiddenPickForm, record: picks[min(large.part, picks.count - 1)].id))
    case .pageDown:
      // What does not fit is read on as a page, which closes with a key as it came.
      guard large.showsWords, let index else { break }
      screen.overlay = .pager(
        words(of: people[index], part: large.part, market(screen), screen))
    case .right:
      screen.focus.large = Focus.Large(part: min(large.part + 1, max(0, parts - 1)))
    case .left: screen.focus.large = Focus.Large(part: max(0, large.part - 1))
    case .up, .down:
      guard let index else { break }
      go(to: max(0, min(index + (action == .up ? -1 : 1), people.count - 1)), on: &screen)
    case .newNote, .nextBox, .previousBox, .nextPhase, .nextItem, .previousItem, .chooseGroup,
      .programme, .search:
      screen.focus.large = nil
      return nil
    default: return nil
    }
    return []
  }

  /// About whom and why, whole and alone.
  private func words(
    of person: Participant, part: Int, _ market: RoleMarket, _ screen: WorkshopScreen
  ) -> Pager {
    let picks = market.picks(by: person.id)
    let pick = picks.isEmpty ? nil : picks[min(part, picks.count - 1)]
    let role = market.roles.first { $0.id == pick?.role }
    let about = pick?.about.map { screen.content.word("role-market.about", ["who": $0]) }
    let paragraphs = [role?.name.uppercased(), about, pick?.why].compactMap { $0 }.flatMap {
      [Pager.Paragraph(text: $0, style: Style(.normal, bold: true)), Pager.Paragraph(text: "")]
    }
    return Pager(title: person.called(in: screen.workshop), paragraphs: paragraphs)
  }
}
