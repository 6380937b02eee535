import TextScreen
import WorkshopContent
import WorkshopCore

/// The role market: the cards made on day one, who took which, and who still has to choose.
///
/// Whom a card is about and why stays with the team; the wall shows tallies. Source: *Tweedaagse
/// onderzoekswerkplaats*, ch. 1.
struct RoleMarketStage: Stage {
  static let rolesBox = "roles"
  static let peopleBox = "people"

  var wantsWidth: Bool { true }

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard let item = screen.item else { return [] }
    let market = market(screen)
    let notes = screen.workshop.notes
    let plain =
      screen.team.map { notes.at(nil, ofGroup: $0.text, inItem: item.key) }
      ?? notes.at(nil, ofItem: item.key)
    let list =
      isExplaining(screen)
      ? StageBox(
        id: Self.peopleBox, title: .word("participants"),
        rows: explainers(market, screen).map { .entry($0.id) })
      : StageBox(id: Self.rolesBox, title: .word("roles"), rows: market.roles.map { .entry($0.id) })
    return [list, StageBox(id: "notes", title: .word("role-market.notes"), notes: plain)]
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    screen.item == nil ? [] : market(screen).unplaced
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    [Choice(id: "", name: screen.content.word("plenary"))]
      + screen.workshop.municipalities.map { Choice(id: $0.document.text, name: $0.name) }
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    let group = screen.chosenGroup ?? "plenary"
    return NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: screen.item?.key,
      activity: .roleMarket, phase: screen.phase?.id, group: group, channel: .keyboard)
  }

  // MARK: Who and what

  /// The market as this screen shows it.
  func market(_ screen: WorkshopScreen) -> RoleMarket {
    screen.workshop.market(of: screen.item ?? .outside, team: screen.team)
  }

  /// Tells whether the room is explaining and no longer choosing.
  func isExplaining(_ screen: WorkshopScreen) -> Bool { screen.phase?.id == "explain" }

  /// The participant who chooses now; `nil` if nobody was called yet.
  func person(_ screen: WorkshopScreen) -> Participant? {
    guard let id = screen.choice("person").flatMap({ RecordID($0) }) else { return nil }
    return screen.workshop.participant(id)
  }

  /// Those who took cards, by municipality: the order of explaining.
  func explainers(_ market: RoleMarket, _ screen: WorkshopScreen) -> [Participant] {
    let group = screen.chosenGroup
    return market.choosers.filter { person in
      !market.picks(by: person.id).isEmpty
        && (group == nil || person.municipality?.text == group)
    }
  }

  /// Calls the person whose card it is, and puts the cursor on it: nobody else's name stands over their words.
  func reveal(_ purpose: Form.Purpose, on screen: inout WorkshopScreen) {
    guard
      let pick = purpose.record.flatMap({ screen.workshop.notes[$0] })
        .flatMap({ RolePick($0, in: screen.workshop) }), let person = pick.person
    else { return }
    screen.focus.large = nil
    _ = screen.choose("person", person.text)
    if isExplaining(screen), screen.team == nil, let item = screen.item {
      let isShown = explainers(market(screen), screen).contains { $0.id == person }
      if !isShown { screen.memory.groups[item.id.text] = nil }
    }
    screen.select(note: isExplaining(screen) ? person : pick.role ?? person, near: 0)
  }

  // MARK: Layout

  /// The parts of the stage: what is said above the list, the list, and the panel beside it.
  struct Layout {
    let head: Rect
    let lists: Rect
    let panel: Rect?
  }

  func layout(_ rect: Rect) -> Layout {
    let isWide = rect.columns >= 74
    let left = isWide ? rect.left(rect.columns - 33) : rect
    let head = left.top(isWide ? 1 : min(2, max(0, rect.rows - 3)))
    return Layout(
      head: head, lists: left.removingTop(head.rows), panel: isWide ? rect.right(31) : nil)
  }

  func areas(_ view: StageView, in rect: Rect) -> [Rect?] {
    if view.focus.large != nil { return [nil, nil] }
    return EntriesAboveNotes(view: view, rect: layout(rect).lists).areas
  }
}
