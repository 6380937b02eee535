import TextScreen
import WorkshopContent
import WorkshopCore

/// A stage in which groups report back: one sheet at a time on the wall, then all together.
///
/// Others add to what they hear, and it is written down who added what. Source: *Tweedaagse
/// onderzoekswerkplaats*, ch. 1: feedback and additions between groups.
protocol ReportingStage: Stage {
  /// Tells whether the groups report back now.
  func isReporting(_ screen: WorkshopScreen) -> Bool

  /// The groups that report whether or not they have written something, by their ids.
  func expectedReporters(_ screen: WorkshopScreen) -> [String]

  /// The boxes of one group's sheet.
  func sheet(of group: String, _ screen: WorkshopScreen) -> [StageBox]

  /// The areas of the boxes of a sheet.
  func sheetAreas(_ view: StageView, in rect: Rect) -> [Rect?]

  /// Draws the sheet that is shown.
  func drawSheet(_ view: StageView, in rect: Rect, on frame: inout Frame)

  /// The boxes of all groups together, as outside of the reporting back.
  func board(_ screen: WorkshopScreen) -> [StageBox]

  /// The areas of the boxes of all groups together.
  func boardAreas(_ view: StageView, in rect: Rect) -> [Rect?]

  /// Draws the boxes of all groups together.
  func drawBoard(_ view: StageView, in rect: Rect, on frame: inout Frame)
}

extension ReportingStage {
  func isReporting(_ screen: WorkshopScreen) -> Bool { screen.phase?.isReporting ?? false }

  /// The groups of the step before, by the way the room was divided in it.
  func expectedReporters(_ screen: WorkshopScreen) -> [String] {
    let phases = screen.texts.phases
    let before = phases.prefix { $0.id != screen.phase?.id }.last { $0.groupForm != .plenary }
    return switch before?.groupForm {
    case .side: Side.allCases.map(\.rawValue)
    case .mixed: screen.mixedGroups.indices.map { "mixed-\($0 + 1)" }
    case .municipality: screen.workshop.municipalities.map(\.document.text)
    default: []
    }
  }

  func sheetAreas(_ view: StageView, in rect: Rect) -> [Rect?] {
    BoxStack(view: view, isLarge: true).areas(in: rect)
  }

  func drawSheet(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    BoxStack(view: view, isLarge: true).draw(in: rect, on: &frame)
  }

  // MARK: Whose turn it is

  /// Those who report, in the order of turns; nobody while no group reports, or on a team's laptop.
  func reporters(_ screen: WorkshopScreen) -> [Choice] {
    guard let item = screen.item, screen.team == nil, isReporting(screen) else { return [] }
    let notes = screen.workshop.notes
    var groups = expectedReporters(screen)
    // Who only added to the sheets of others has no sheet to report from.
    var others = notes.groups(inItem: item.key)
    if !others.contains("plenary") { others.append("plenary") }
    groups += others.filter { group in
      !groups.contains(group) && sheet(of: group, screen).contains { !$0.notes.isEmpty }
    }
    if groups.isEmpty { groups = ["plenary"] }
    return item.inOrder(groups).map {
      Choice(id: $0, name: Groups.name($0, workshop: screen.workshop, content: screen.content))
    }
  }

  /// Whose sheet is shown; `nil` while all are shown together.
  func reporter(_ screen: WorkshopScreen) -> Choice? {
    let reporters = reporters(screen)
    guard let turn = screen.choice(ReportingKeys.turn) else { return reporters.first }
    return turn.isEmpty ? nil : reporters.first { $0.id == turn } ?? reporters.first
  }

  /// A group's notes at a place with what was added to them; those of no group are the whole room's.
  func sheetNotes(of group: String, at place: String?, _ screen: WorkshopScreen) -> [Note] {
    let notes = screen.workshop.notes
    let item = screen.item?.key
    let own = notes.sheet(of: group, at: place, inItem: item)
    guard group == "plenary" else { return own }
    return own.followed(by: notes.sheet(of: nil, at: place, inItem: item))
  }

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard screen.item != nil else { return [] }
    return reporter(screen).map { sheet(of: $0.id, screen) } ?? board(screen)
  }

  func innerClocks(_ screen: WorkshopScreen) -> [InnerClock] {
    let reporters = reporters(screen)
    let whole = screen.phase?.minutes ?? screen.item?.minutes
    let minutes = whole.map { max(1, $0 / max(1, reporters.count)) }
    return reporters.map { InnerClock(id: $0.id, name: $0.name, minutes: minutes) }
  }

  func innerClock(_ screen: WorkshopScreen) -> InnerClock? {
    guard let reporter = reporter(screen) else { return nil }
    return innerClocks(screen).first { $0.id == reporter.id }
  }

  func show(turn: String?, on screen: inout WorkshopScreen) -> [Effect] {
    guard let item = screen.item else { return [] }
    screen.focus.box = 0
    screen.memory.boxes[item.id.text] = 0
    return screen.choose(ReportingKeys.turn, turn ?? "")
  }

  func reveal(_ note: Note, on screen: inout WorkshopScreen) {
    guard !reporters(screen).isEmpty else { return }
    let owner = reporters(screen).first { reporter in
      sheet(of: reporter.id, screen).contains { $0.row(of: note.id) != nil }
    }
    _ = show(turn: owner?.id, on: &screen)
  }

  /// Shows the sheet of the group that a form is about, or of the note.
  func reveal(_ purpose: Form.Purpose, on screen: inout WorkshopScreen) {
    let group =
      purpose.place
      ?? purpose.record.flatMap { screen.workshop.notes[$0] }.map {
        $0.group ?? "plenary"
      }
    guard let group, reporter(screen).map({ $0.id != group }) ?? false,
      reporters(screen).contains(where: { $0.id == group })
    else { return }
    _ = show(turn: group, on: &screen)
  }

  func offers(_ action: Action, _ screen: WorkshopScreen) -> Bool {
    !ReportingKeys.actions.contains(action) || !reporters(screen).isEmpty
  }

  func namedGroup(_ screen: WorkshopScreen) -> String? {
    reporters(screen).isEmpty ? screen.chosenGroup : screen.turnBesideClock
  }

  // MARK: Drawing

  func areas(_ view: StageView, in rect: Rect) -> [Rect?] {
    guard let layout = SheetLayout(self, view, rect) else { return boardAreas(view, in: rect) }
    return layout.reporter == nil
      ? boardAreas(view, in: layout.body) : sheetAreas(view, in: layout.body)
  }

  /// Those who report, and all together; the latter names whose turn runs if that is out of view beside it.
  private func tabs(_ turns: Turns, _ view: StageView, columns: Int) -> TabRow {
    let everybody = view.content.word("turn.everybody")
    let selected = turns.shown ?? turns.all.count
    let row = TabRow(tabs: turns.tabs + [everybody], selected: selected)
    guard turns.shown == nil, let running = turns.running,
      row.shown(columns: columns).map({ !$0.contains(running) }) ?? false
    else { return row }
    return TabRow(
      tabs: turns.tabs + ["\(everybody) (\(turns.tabs[running]))"], selected: selected)
  }

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    guard let layout = SheetLayout(self, view, rect) else {
      return drawBoard(view, in: rect, on: &frame)
    }
    let turns = view.screen.turns
    tabs(turns, view, columns: layout.tabs.columns).draw(in: layout.tabs, on: &frame)
    guard let reporter = layout.reporter else {
      return drawBoard(view, in: layout.body, on: &frame)
    }
    let ink: Ink =
      switch Side(rawValue: reporter.id) {
      case .formal: .formal
      case .informal: .informal
      case nil: .accent
      }
    if layout.name.rows > 0 {
      frame.put(
        LargeText.lines(reporter.name, columns: layout.name.columns).first ?? "",
        at: layout.name.origin, style: Style(ink, bold: true), columns: layout.name.columns)
    }
    drawSheet(view, in: layout.body, on: &frame)
    frame.put(
      turns.line(view.content) ?? "", at: layout.foot.origin, style: Style(.accent),
      columns: layout.foot.columns)
  }
}

/// Where the parts of a sheet on the wall are: whose turn it is, the name, the notes, who is next.
private struct SheetLayout {
  /// Whose sheet it is; `nil` for all together.
  let reporter: Choice?
  let tabs: Rect
  let name: Rect
  let body: Rect
  let foot: Rect

  /// Lays out a sheet; `nil` while nobody reports.
  init?(_ stage: some ReportingStage, _ view: StageView, _ rect: Rect) {
    guard !stage.reporters(view.screen).isEmpty else { return nil }
    reporter = stage.reporter(view.screen)
    tabs = rect.top(1)
    let below = rect.removingTop(1)
    guard reporter != nil else {
      (name, body, foot) = (below.top(0), below, below.bottom(0))
      return
    }
    let isHigh = below.rows >= 12
    name = isHigh ? below.removingTop(1).top(1) : below.top(0)
    foot = below.rows >= 4 ? below.bottom(1) : below.bottom(0)
    body = below.removingTop(isHigh ? 3 : 0)
      .removingBottom(foot.rows + (isHigh ? 1 : 0))
  }
}
