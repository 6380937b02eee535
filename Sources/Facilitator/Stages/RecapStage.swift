import TextScreen
import WorkshopContent
import WorkshopCore

/// The look back on day one: what was pinned, the roles that were made, and the trees.
struct RecapStage: SlideStage {
  private static let pinned = "pinned"

  var scope: KeyTable.Scope { .stage(.recap) }

  var bindings: [KeyTable.Binding] { SlideKeys.bindings(scope) }

  func slides(_ screen: WorkshopScreen) -> [Slide] {
    [
      Slide(id: Self.pinned, title: screen.content.word("recap.pinned"), points: []),
      roles(screen), trees(screen),
    ]
  }

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard let (slide, index, _) = shownSlide(screen) else { return [] }
    // The pinned notes are notes of other items; the cursor goes among them as anywhere.
    let pinned = index == 0 ? screen.workshop.notes.tagged(Note.pinnedTag) : []
    return [
      StageBox(id: slide.id, title: .name(slide.title), notes: pinned),
      StageBox(
        id: "\(slide.id)-notes", title: .word("framework.notes"), notes: notes(on: slide, screen)),
    ]
  }

  func notes(on slide: Slide, _ screen: WorkshopScreen) -> [Note] {
    guard let item = screen.item else { return [] }
    return screen.workshop.notes.ofItem(item.key)
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    Groups.all(screen.workshop, content: screen.content)
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    let group = screen.chosenGroup ?? "plenary"
    return NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: screen.item?.key,
      activity: .recap, phase: screen.phase?.id, group: group, voice: Groups.voice(of: group),
      channel: .keyboard)
  }

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    let isPinned = shownSlide(screen)?.index == 0
    // Among pinned notes the cursor moves as in every list.
    let listed: Set<Action> = [.up, .down, .first, .last, .pageUp, .pageDown, .read]
    if isPinned, listed.contains(action) { return nil }
    return performOnSlide(action, on: &screen)
  }

  // MARK: Pages

  private func roles(_ screen: WorkshopScreen) -> Slide {
    let content = screen.content
    let sides: [Side?] = [.formal, .informal, nil]
    var points = sides.flatMap { side -> [SlidePoint] in
      let ink: Ink = side == .formal ? .formal : side == .informal ? .informal : .normal
      let letter = side.map { content.word("\($0.rawValue).letter") + "  " } ?? ""
      // The report's own roles are results of another room; this page is about this one.
      return screen.workshop.roles.filter { $0.side == side && $0.sourceRole == nil }.map { role in
        var paragraphs = [
          SlidePoint.Paragraph(letter + role.name, Style(ink, bold: true))
        ]
        if let description = role.description { paragraphs.append(.init(description, indent: 3)) }
        return SlidePoint { [paragraphs] columns in
          paragraphs.flatMap { SlidePoint($0).lines(columns) }
        }
      }
    }
    if points.isEmpty { points = [SlidePoint(.init(content.word("roles.none"), Style(.quiet)))] }
    return Slide(id: "roles", title: content.word("recap.roles"), points: points)
  }

  /// The trees, a point per part and group, with what hangs there.
  private func trees(_ screen: WorkshopScreen) -> Slide {
    let content = screen.content
    var points: [SlidePoint] = []
    for item in screen.workshop.items where item.kind == .tree {
      for part in TreePart.allCases {
        let notes = screen.workshop.notes.at(part.rawValue, ofItem: item.key)
        guard !notes.isEmpty else { continue }
        let title = "\(content.word(part.rawValue)) (\(notes.count))"
        points.append(SlidePoint(.init(title, Style(.accent, bold: true))))
        points += notes.map { note in
          let group = Groups.name(note.group, workshop: screen.workshop, content: content)
          return SlidePoint(.init("\(note.text) — \(group)", indent: 2))
        }
      }
    }
    if points.isEmpty { points = [SlidePoint(.init(content.word("recap.no-tree"), Style(.quiet)))] }
    return Slide(id: "trees", title: content.word("recap.trees"), points: points)
  }

  // MARK: Drawing

  func areas(_ view: StageView, in rect: Rect) -> [Rect?] {
    guard !view.boxes.isEmpty else { return [] }
    let notes = notesArea(view, in: rect)
    guard shownSlide(view.screen)?.index == 0 else { return [nil, notes] }
    let page = notes.map { rect.removingBottom($0.rows + 1) } ?? rect
    return [page.removingTop(1), notes]
  }

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    drawSlide(view, in: rect, on: &frame)
    guard shownSlide(view.screen)?.index == 0, let box = view.boxes.first,
      let area = areas(view, in: rect).first ?? nil
    else { return }
    NoteList(view: view, box: box, isFocused: view.selectedBox == 0, showsGroups: true)
      .draw(in: area, on: &frame)
    if box.notes.isEmpty {
      frame.put(
        view.content.word("recap.none-pinned"),
        at: Point(column: area.column + 2, row: area.row), style: Style(.quiet),
        columns: area.columns - 2)
    }
  }
}
