import TextScreen
import WorkshopContent
import WorkshopCore

/// A stage that tells something page by page, with the notes on a page below it.
protocol SlideStage: Stage {
  /// The pages in their order.
  func slides(_ screen: WorkshopScreen) -> [Slide]

  /// The notes that stand below a page.
  func notes(on slide: Slide, _ screen: WorkshopScreen) -> [Note]

  /// The step of the item that a page belongs to; `nil` if it belongs to none.
  func phase(of slide: Slide) -> String?
}

extension SlideStage {
  var wantsWidth: Bool { true }

  func phase(of slide: Slide) -> String? { nil }

  /// The page that is shown.
  func shownSlide(_ screen: WorkshopScreen) -> (slide: Slide, index: Int, count: Int)? {
    let slides = slides(screen)
    guard let item = screen.item, !slides.isEmpty else { return nil }
    let index = min(max(0, screen.memory.pages[item.id.text] ?? 0), slides.count - 1)
    return (slides[index], index, slides.count)
  }

  /// The point of a page that the cursor is on.
  func selectedPoint(of slide: Slide, _ screen: WorkshopScreen) -> Int {
    min(max(0, screen.focus.row(in: slide.id)), max(0, slide.points.count - 1))
  }

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard let slide = shownSlide(screen)?.slide else { return [] }
    return [
      StageBox(id: slide.id, title: .name(slide.title), notes: []),
      StageBox(
        id: "\(slide.id)-notes", title: .word("framework.notes"), notes: notes(on: slide, screen)),
    ]
  }

  /// Turns to the page below which a note stands.
  func reveal(_ note: Note, on screen: inout WorkshopScreen) {
    guard let item = screen.item else { return }
    let before = screen.memory.pages[item.id.text]
    for index in slides(screen).indices {
      screen.memory.pages[item.id.text] = index
      if boxes(screen).contains(where: { $0.row(of: note.id) != nil }) { return }
    }
    screen.memory.pages[item.id.text] = before
  }

  // MARK: Moving

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    performOnSlide(action, on: &screen)
  }

  /// What the keys do on every page: turn it, and move among its points.
  func performOnSlide(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    guard let (slide, index, count) = shownSlide(screen) else { return nil }
    let isOnSlide = screen.focus.box == 0
    switch action {
    case .turnPage, .nextPhase: return turn(to: (index + 1) % count, on: &screen)
    case .right: return turn(to: min(index + 1, count - 1), on: &screen)
    case .left: return turn(to: max(index - 1, 0), on: &screen)
    case .pageDown where isOnSlide: return turn(to: min(index + 1, count - 1), on: &screen)
    case .pageUp where isOnSlide: return turn(to: max(index - 1, 0), on: &screen)
    case .up where isOnSlide: return move(to: selectedPoint(of: slide, screen) - 1, on: &screen)
    case .down where isOnSlide: return move(to: selectedPoint(of: slide, screen) + 1, on: &screen)
    case .first where isOnSlide: return move(to: 0, on: &screen)
    case .last where isOnSlide: return move(to: slide.points.count - 1, on: &screen)
    case .read where isOnSlide:
      let lines = slide.points.flatMap { $0.lines(60) + [SlideLine([])] }
      screen.overlay = .pager(
        Pager(title: slide.title, text: lines.map(\.text).joined(separator: "\n")))
      return []
    default: return nil
    }
  }

  /// Turns to a page.
  func turn(to index: Int, on screen: inout WorkshopScreen) -> [Effect] {
    guard let item = screen.item else { return [] }
    screen.memory.pages[item.id.text] = index
    screen.memory.boxes[item.id.text] = 0
    screen.focus.box = 0
    let slides = slides(screen)
    if slides.indices.contains(index), let id = phase(of: slides[index]),
      let phase = screen.texts.phases.firstIndex(where: { $0.id == id })
    {
      screen.memory.phases[item.id.text] = phase
    }
    return [.remember(screen.memory)]
  }

  private func move(to point: Int, on screen: inout WorkshopScreen) -> [Effect] {
    guard let slide = shownSlide(screen)?.slide else { return [] }
    if point >= slide.points.count, let notes = boxes(screen).last, !notes.notes.isEmpty {
      screen.focus.box = 1
      screen.focus.setRow(0, in: notes.id)
      return []
    }
    screen.focus.setRow(min(max(0, point), max(0, slide.points.count - 1)), in: slide.id)
    return []
  }

  // MARK: Drawing

  /// The rows below a page in which its notes stand, with a title above them.
  func notesArea(_ view: StageView, in rect: Rect) -> Rect? {
    guard let box = view.boxes.last, view.boxes.count == 2 else { return nil }
    let isFocused = view.selectedBox == 1
    guard isFocused || !box.notes.isEmpty else { return nil }
    let most = max(1, rect.rows / (isFocused ? 2 : 3) - 1)
    let rows = NoteList(view: view, box: box, isFocused: isFocused, showsGroups: true)
      .rows(columns: rect.columns, limit: most)
    return rect.bottom(max(1, rows))
  }

  func areas(_ view: StageView, in rect: Rect) -> [Rect?] {
    view.boxes.isEmpty ? [] : [nil, notesArea(view, in: rect)]
  }

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    drawSlide(view, in: rect, on: &frame)
  }

  /// Draws the page that is shown, and its notes.
  func drawSlide(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    guard let (slide, index, count) = shownSlide(view.screen) else { return }
    let isFocused = view.selectedBox == 0
    var page = rect
    if let area = notesArea(view, in: rect), let box = view.boxes.last {
      page = rect.removingBottom(area.rows + 1)
      let title = "\(view.content.text(of: box.title)) (\(box.notes.count))"
      frame.put(
        title, at: Point(column: area.column, row: area.row - 1),
        style: Style(.quiet, underline: !isFocused), columns: area.columns)
      NoteList(view: view, box: box, isFocused: !isFocused, showsGroups: true)
        .draw(in: area, on: &frame)
    }
    SlideDrawing(
      slide: slide, selected: selectedPoint(of: slide, view.screen), isFocused: isFocused,
      page: (index + 1, count)
    ).draw(in: page, on: &frame)
  }
}
