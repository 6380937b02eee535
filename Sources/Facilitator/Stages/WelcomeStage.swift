import TextScreen
import WorkshopContent
import WorkshopCore

/// The opening: what is agreed, and who is here in which part of the days.
struct WelcomeStage: Stage {
  var wantsWidth: Bool { true }

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard let item = screen.item else { return [] }
    return [
      StageBox(
        id: "people", title: .word("participants"), rows: people(screen).map { .entry($0.id) }),
      StageBox(
        id: "notes", title: .word("role-market.notes"),
        notes: screen.workshop.notes.at(nil, ofItem: item.key)),
    ]
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    screen.notes { place, _, _ in place == nil }
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    Groups.all(screen.workshop, content: screen.content)
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    let group = screen.chosenGroup ?? "plenary"
    return NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: screen.item?.key,
      activity: .welcome, phase: screen.phase?.id, group: group, voice: Groups.voice(of: group),
      channel: .keyboard)
  }

  /// The participants by municipality; on a team's laptop its own.
  func people(_ screen: WorkshopScreen) -> [Participant] {
    let all = screen.workshop.participantsByPlace
    return screen.team.map { team in all.filter { $0.municipality == team } } ?? all
  }

  /// The part of the days for which it is marked who is there.
  func part(_ screen: WorkshopScreen) -> DayPart {
    screen.choice("part").flatMap(DayPart.init) ?? screen.item.map { DayPart($0) } ?? .morning
  }

  // MARK: Layout

  /// The lines above the list: the agreements, or else what the room is asked.
  private func lines(_ view: StageView, in rect: Rect) -> [String] {
    let content = view.content
    let reminder = content.word("agreements.reminder")
    guard rect.rows >= 8 else { return rect.rows >= 5 ? [reminder] : [] }
    let isAgreeing = view.screen.phase?.id == "agreements"
    guard isAgreeing || rect.rows >= 11 else { return [reminder] }
    let texts =
      isAgreeing
      ? (1...Self.agreements).map { content.word("agreements.\($0)") }
      : view.screen.texts.prompts + [reminder]
    let lines = texts.flatMap {
      TextLayout.wrap($0, columns: max(1, rect.columns - 2)).enumerated().map {
        ($0 == 0 ? "· " : "  ") + $1
      }
    }
    let room = isAgreeing ? rect.rows - 4 : rect.rows / 3
    guard lines.count > room else { return lines }
    return lines.prefix(room - 1) + [
      TextLayout.truncate(lines[room - 1] + " …", columns: rect.columns)
    ]
  }

  /// How many agreements there are among the words.
  static let agreements = 5

  private func lists(_ view: StageView, in rect: Rect) -> EntriesAboveNotes {
    EntriesAboveNotes(view: view, rect: rect.removingTop(lines(view, in: rect).count + 1))
  }

  func areas(_ view: StageView, in rect: Rect) -> [Rect?] { lists(view, in: rect).areas }

  // MARK: Drawing

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    let lines = lines(view, in: rect)
    let isAgreeing = view.screen.phase?.id == "agreements"
    for (row, line) in lines.enumerated() {
      frame.put(
        line, at: Point(column: rect.column, row: rect.row + row),
        style: Style(isAgreeing ? .normal : .quiet, bold: isAgreeing), columns: rect.columns)
    }
    let lists = lists(view, in: rect)
    drawHead(view, at: rect.row + lines.count, lists, in: rect, &frame)
    if let area = lists.areas[0] { drawPeople(view, in: area, &frame) }
    lists.drawNotes(on: &frame)
  }

  /// The parts whose marks have room: all, or the one that is being marked.
  private func parts(_ view: StageView, columns: Int) -> [DayPart] {
    columns >= 50 ? DayPart.allCases : [part(view.screen)]
  }

  private func drawHead(
    _ view: StageView, at row: Int, _ lists: EntriesAboveNotes, in rect: Rect, _ frame: inout Frame
  ) {
    let part = part(view.screen)
    let parts = parts(view, columns: rect.columns)
    var end = rect.maxColumn
    if let area = lists.areas[0], parts.count > 1 {
      let list = EntryList(view: view, box: view.boxes[0], isFocused: false)
      end = area.column + 2 + list.columns(in: area)
      for (index, one) in parts.enumerated() {
        frame.put(
          view.content.word("part.\(one.rawValue).letter"),
          at: Point(column: end - 2 * (parts.count - index) + 1, row: row),
          style: Style(one == part ? .accent : .quiet, bold: one == part, underline: one == part))
      }
      end -= 2 * parts.count + 1
    }
    frame.put(
      head(view, part), at: Point(column: rect.column, row: row),
      style: Style(.accent, bold: true), columns: end - rect.column)
  }

  /// How many are here, and of whom nobody can tell.
  private func head(_ view: StageView, _ part: DayPart) -> String {
    let people = people(view.screen)
    let single = people.filter { !$0.isGroup }
    let present = single.count { $0.presence[part] == true }
    let groups = people.count - single.count
    var texts = [
      "\(view.content.word("part.\(part.rawValue).letter")): "
        + view.content.word("part.\(part.rawValue)"),
      view.content.word(
        "welcome.present", ["count": String(present), "all": String(single.count)]),
    ]
    if groups > 0 { texts.append(view.content.word("role-market.uncounted", count: groups)) }
    let asked = single.count { $0.consent.isComplete }
    if asked > 0 { texts.append(view.content.word("welcome.asked", ["count": String(asked)])) }
    return texts.joined(separator: " · ")
  }

  private func drawPeople(_ view: StageView, in area: Rect, _ frame: inout Frame) {
    let people = people(view.screen)
    let workshop = view.screen.workshop
    let list = EntryList(view: view, box: view.boxes[0], isFocused: view.selectedBox == 0)
    let parts = parts(view, columns: area.columns)
    let current = part(view.screen)
    let widest =
      Set(people.lazy.compactMap(\.municipality)).compactMap { workshop.municipality($0)?.name }
      .map { TextWidth.columns(of: $0) }.max() ?? 0
    let placeColumns = min(widest, area.columns >= 50 ? 20 : 9)
    list.draw(in: area, on: &frame) { record, isSelected, rect, frame in
      guard let person = workshop.participant(record) else { return }
      let marks = rect.maxColumn - 2 * parts.count
      let place = marks - placeColumns - 1
      frame.put(
        view.content.letter(for: person.standing), at: rect.origin,
        style: Style(ink(of: person.standing), bold: true))
      frame.put(
        person.fullTold(in: workshop), at: Point(column: rect.column + 2, row: rect.row),
        style: Style(
          .normal, bold: isSelected, dim: person.presence[current] == false, reverse: isSelected),
        columns: place - rect.column - 3)
      frame.put(
        person.municipality.flatMap(workshop.municipality)?.name ?? "",
        at: Point(column: place, row: rect.row), style: Style(.quiet), columns: placeColumns)
      for (offset, part) in parts.enumerated() {
        frame.put(
          mark(person.presence[part]), at: Point(column: marks + 2 * offset + 1, row: rect.row),
          style: Style(part == current ? .good : .quiet, bold: part == current))
      }
    }
    guard people.isEmpty else { return }
    frame.put(
      view.content.word("welcome.nobody"), at: Point(column: area.column + 2, row: area.row),
      style: Style(.quiet), columns: area.columns - 2)
  }

  /// The sign of present, absent and not recorded.
  private func mark(_ isPresent: Bool?) -> String {
    switch isPresent {
    case true: "●"
    case false: "○"
    default: "·"
    }
  }

  private func ink(of standing: Standing?) -> Ink {
    switch standing {
    case .formal: .formal
    case .informal: .informal
    case .both: .accent
    default: .quiet
    }
  }
}
