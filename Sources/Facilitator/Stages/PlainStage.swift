import TextScreen
import WorkshopContent
import WorkshopCore

/// The stage of an activity that takes plain notes: its question above, a list per group below.
struct PlainStage: Stage {
  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard let item = screen.item else { return [] }
    let notes = screen.workshop.notes
    var groups: [String?] = []
    if let team = screen.team {
      groups = [team.text]
    } else {
      groups = startingGroups(of: item, screen)
      groups += notes.groups(inItem: item.key).filter { !groups.contains($0) }
      if !notes.ofGroup(nil, inItem: item.key).isEmpty { groups.append(nil) }
      if let chosen = chosenGroup(screen), !groups.contains(chosen) { groups.append(chosen) }
    }
    return groups.map { group in
      StageBox(
        id: group ?? "", title: title(of: group, screen), ink: ink(of: group), group: group,
        notes: notes.sheet(of: group, inItem: item.key))
    }
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    guard let team = screen.team else { return [] }
    return screen.notes { _, owner, _ in owner == team.text }
  }

  /// The groups that an item has from the start, by the way the room is divided.
  private func startingGroups(of item: ProgrammeItem, _ screen: WorkshopScreen) -> [String?] {
    let municipalities = screen.workshop.municipalities.map(\.document.text)
    switch item.kind {
    case .preparation, .pitch, .vision, .roleMarket, .consultations, .plan, .closing, .feedback:
      return municipalities.isEmpty ? ["plenary"] : municipalities
    default:
      return ["plenary"]
    }
  }

  private func chosenGroup(_ screen: WorkshopScreen) -> String? {
    guard let item = screen.item, let id = screen.memory.groups[item.id.text], !id.isEmpty else {
      return nil
    }
    return id
  }

  private func title(of group: String?, _ screen: WorkshopScreen) -> StageBox.Title {
    .name(Groups.name(group, workshop: screen.workshop, content: screen.content))
  }

  private func ink(of group: String?) -> Ink {
    switch group {
    case Side.formal.rawValue: .formal
    case Side.informal.rawValue: .informal
    default: .normal
    }
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    Groups.all(screen.workshop, content: screen.content)
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    NoteDraft(
      document: Groups.document(of: box.group, workshop: screen.workshop), item: screen.item?.key,
      activity: screen.item?.isOutside == true ? nil : screen.item?.kind, phase: screen.phase?.id,
      group: box.group,
      voice: Groups.voice(of: box.group), channel: .keyboard)
  }

  // MARK: Drawing

  /// The rows of question that stay above the lists.
  private func prompts(_ view: StageView, in rect: Rect) -> [String] {
    let room = max(0, min(6, rect.rows / 3))
    guard room > 0 else { return [] }
    let texts = view.screen.texts
    let asked = [texts.developmentGoal] + texts.prompts.map { "· " + $0 }
    var lines = asked.filter { !$0.isEmpty }.flatMap {
      TextLayout.wrap($0, columns: max(1, rect.columns))
    }
    if lines.count > room {
      lines = Array(lines.prefix(room))
      lines[room - 1] = TextLayout.truncate(lines[room - 1] + " …", columns: rect.columns)
    }
    return lines
  }

  func areas(_ view: StageView, in rect: Rect) -> [Rect?] {
    BoxStack(view: view).areas(in: rect.removingTop(prompts(view, in: rect).count))
  }

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    let prompts = prompts(view, in: rect)
    for (index, line) in prompts.enumerated() {
      frame.put(
        line, at: Point(column: rect.column, row: rect.row + index), style: Style(.quiet),
        columns: rect.columns)
    }
    BoxStack(view: view).draw(in: rect.removingTop(prompts.count), on: &frame)
  }
}

extension Content {
  /// The words of a box's title.
  ///
  /// - Parameter isShort: Whether the sides are named by one word each.
  func text(of title: StageBox.Title, isShort: Bool = false) -> String {
    switch title {
    case .word(let key): word(key)
    case .words(let keys):
      keys.map { word(isShort ? $0.replacing(".plural", with: ".adjective") : $0) }
        .joined(separator: " · ")
    case .name(let name): name
    }
  }
}
