import TextScreen
import WorkshopContent
import WorkshopCore

/// The board of strengths: the sides beside each other, the dimensions below each other.
///
/// First each side names the strength of the other, then its own.
/// Source: *Tweedaagse onderzoekswerkplaats*, ch. 1; the dimensions: ch. 3.
struct StrengthsStage: ReportingStage {
  var wantsWidth: Bool { true }

  /// What is not sorted yet first: that is where a brainstorm starts.
  private static let bands: [Dimension?] = [nil] + Dimension.allCases.map(Optional.some)

  func board(_ screen: WorkshopScreen) -> [StageBox] {
    guard let item = screen.item else { return [] }
    return Self.bands.flatMap { dimension in
      Side.allCases.enumerated().map { column, side in
        var box = box(side, dimension)
        box.column = column
        box.notes = screen.workshop.notes.at(box.place, ofItem: item.id)
        return box
      }
    }
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    let places = Set(Place.all(in: .strengths).map(\.text))
    return screen.notes { place, _, _ in place.map(places.contains) ?? false }
  }

  private func box(_ side: Side, _ dimension: Dimension?) -> StageBox {
    let place = Place.strength(side, dimension).text
    return StageBox(
      id: place, title: .words(["\(side.rawValue).plural", dimension?.rawValue ?? "unsorted"]),
      ink: side == .formal ? .formal : .informal, place: place)
  }

  /// What a group named, of the other side first; boxes without a note stay away.
  func sheet(of group: String, _ screen: WorkshopScreen) -> [StageBox] {
    let other = Side(rawValue: group)?.other
    let sides = other.map { [$0, $0.other] } ?? Side.allCases
    let boxes = sides.flatMap { side in
      Self.bands.map { dimension in
        var box = box(side, dimension)
        box.notes = sheetNotes(of: group, at: box.place, screen)
        return StageBox(
          id: "\(group)/\(box.id)", title: box.title, ink: box.ink, place: box.place,
          group: group, notes: box.notes)
      }
    }
    // At the end there is room for what they still name.
    let open = (other.map { [$0] } ?? sides).map { Place.strength($0, nil).text }
    return boxes.filter { !$0.notes.isEmpty }
      + boxes.filter { box in box.notes.isEmpty && open.contains { $0 == box.place } }
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    [Choice(id: "", name: screen.content.word("group-side"))]
      + Groups.all(screen.workshop, content: screen.content)
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    let group = box.group ?? namedGroup(screen) ?? namingSide(of: box, screen)?.rawValue
    return NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: screen.item?.id,
      activity: .strengths, phase: screen.phase?.id, group: group,
      voice: Groups.voice(of: group), place: box.place, channel: .keyboard)
  }

  /// The side that names what is in a box: the other one first, later the side itself.
  private func namingSide(of box: StageBox, _ screen: WorkshopScreen) -> Side? {
    guard let text = box.place, case .strength(let side, _) = Place(text, in: .strengths) else {
      return nil
    }
    return screen.phase?.id == "own" ? side : side.other
  }

  // MARK: Layout

  /// Where the bands and columns of the board are.
  private struct Board {
    /// Columns of the dimensions' names.
    let label: Int
    /// The sides that are shown: both, or the one with the cursor on a narrow screen.
    let sides: [Int]
    /// The columns of one side.
    let width: Int
    /// The first row and the number of rows of each band in view.
    let bands: [Int: (row: Int, rows: Int)]
  }

  private func board(_ view: StageView, in rect: Rect) -> Board {
    let selectedSide = view.selectedBox % 2
    let selectedBand = view.selectedBox / 2
    let isNarrow = rect.columns < 50
    let label = rect.columns >= 70 ? 14 : 9
    let sides = isNarrow ? [selectedSide] : [0, 1]
    let width = max(1, (rect.columns - label - (isNarrow ? 0 : 1)) / sides.count)
    let room = rect.rows - 1
    guard room > 0, !view.boxes.isEmpty else {
      return Board(label: label, sides: sides, width: width, bands: [:])
    }
    let shown: [Int]
    if room >= Self.bands.count {
      shown = Array(Self.bands.indices)
    } else {
      let first = min(max(0, selectedBand - room / 2), Self.bands.count - room)
      shown = Array(first..<(first + room))
    }
    let wanted = shown.map { band in
      sides.map { side in
        NoteList(view: view, box: view.boxes[band * 2 + side], isFocused: false)
          .rows(columns: width, limit: room)
      }.max() ?? 0
    }
    let shares = RowShares.share(room, among: wanted.map { max(1, $0) })
    // Air between the bands once everything has its rows.
    let gap = RowShares.gap(room, after: shares)
    var bands: [Int: (row: Int, rows: Int)] = [:]
    var row = rect.row + 1
    for (index, band) in shown.enumerated() {
      bands[band] = (row, shares[index])
      row += shares[index] + gap
    }
    return Board(label: label, sides: sides, width: width, bands: bands)
  }

  func boardAreas(_ view: StageView, in rect: Rect) -> [Rect?] {
    let board = board(view, in: rect)
    return view.boxes.indices.map { index in
      guard let column = board.sides.firstIndex(of: index % 2), let band = board.bands[index / 2]
      else { return nil }
      return Rect(
        column: rect.column + board.label + column * (board.width + 1), row: band.row,
        columns: board.width, rows: band.rows)
    }
  }

  // MARK: Drawing

  func drawBoard(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    let board = board(view, in: rect)
    drawHeads(board, view, in: rect, &frame)
    for (index, band) in board.bands {
      let isSelected = index == view.selectedBox / 2
      let name = Self.bands[index].map { dimension in
        let text = view.content.dimensions.first { $0.id == dimension }
        return (board.label >= 14 ? text?.shortName : text?.shortName.prefixed(7)) ?? ""
      }
      frame.put(
        name ?? view.content.word("unsorted.short"),
        at: Point(column: rect.column, row: band.row),
        style: Style(isSelected ? .accent : .normal, bold: isSelected), columns: board.label - 2)
      frame.verticalLine(
        at: Point(column: rect.column + board.label - 1, row: band.row), rows: band.rows,
        style: Style(isSelected ? .accent : .quiet))
    }
    for (index, area) in boardAreas(view, in: rect).enumerated() {
      guard let area else { continue }
      NoteList(view: view, box: view.boxes[index], isFocused: index == view.selectedBox)
        .draw(in: area, on: &frame)
    }
  }

  private func drawHeads(_ board: Board, _ view: StageView, in rect: Rect, _ frame: inout Frame) {
    for (column, side) in board.sides.enumerated() {
      let id = Side.allCases[side]
      let count = view.boxes.enumerated().filter { $0.offset % 2 == side }
        .reduce(0) { $0 + $1.element.notes.count }
      let letter = view.content.word("\(id.rawValue).letter")
      let name = view.content.word("\(id.rawValue).plural")
      var head = "\(letter)  \(name) \(count)"
      if board.sides.count == 1 {
        let other = Side.allCases[1 - side]
        head += "  ‹› \(view.content.word("\(other.rawValue).letter"))"
      }
      frame.put(
        head,
        at: Point(column: rect.column + board.label + column * (board.width + 1), row: rect.row),
        style: Style(id == .formal ? .formal : .informal, bold: true), columns: board.width)
    }
  }
}

extension String {
  /// The first characters, with a full stop where some were left out.
  fileprivate func prefixed(_ count: Int) -> String {
    self.count <= count ? self : prefix(count - 1) + "."
  }
}
