import TextScreen
import WorkshopContent
import WorkshopCore

/// Where municipalities stand in the framework, by place.
struct Placements: Sendable {
  private var municipalities: [String: [String]] = [:]
  /// The letters of each municipality that is placed somewhere, with its name.
  private(set) var legend: [(letters: String, name: String)] = []

  init(_ screen: WorkshopScreen) {
    guard let item = screen.item else { return }
    let letters = Groups.letters(screen.workshop.municipalities)
    for municipality in screen.workshop.municipalities {
      guard let short = letters[municipality.document] else { continue }
      let group = municipality.document.text
      let places = Place.all(in: .framework).filter {
        !screen.workshop.notes.placing(at: $0, ofGroup: group, inItem: item.key).isEmpty
      }.map(\.text)
      for place in places { municipalities[place, default: []].append(short) }
      if !places.isEmpty { legend.append((short, municipality.name)) }
    }
  }

  /// The letters of those who stand at a place, with blanks between them.
  func letters(at place: Place) -> String {
    municipalities[place.text, default: []].joined(separator: " ")
  }
}

/// The pages with what the report says of cooperation.
enum FrameworkSlides {
  private static let bold = Style(.normal, bold: true)

  private static func ink(of side: Side) -> Ink { side == .formal ? .formal : .informal }

  static func perspectives(_ content: Content) -> Slide {
    let points = content.perspectives.flatMap { perspective in
      let side = content.word("\(perspective.dominantSide.rawValue).plural")
      let prevails = content.word("perspective.prevails", ["side": side])
      return [
        SlidePoint(
          .init(
            "\(perspective.name) · \(prevails)",
            Style(ink(of: perspective.dominantSide), bold: true)),
          .init(perspective.text)),
        SlidePoint(.init(perspective.question, bold, indent: 2)),
      ]
    }
    return Slide(
      id: "perspectives", title: content.word("framework.perspectives"), points: points)
  }

  static func startingPoints(_ content: Content, _ placements: Placements) -> Slide {
    let points = content.startingPoints.flatMap { point in
      let letters =
        WorkshopCore.StartingPoint(rawValue: point.id).map {
          placements.letters(at: .start($0))
        } ?? ""
      let ink: Ink = Side(rawValue: point.id).map(Self.ink) ?? .normal
      return [
        SlidePoint(
          .init(letters.isEmpty ? point.name : "\(point.name): \(letters)", Style(ink, bold: true)),
          .init(point.text)),
        SlidePoint(.init("\(content.word("example")): \(point.example)", Style(.quiet), indent: 2)),
      ]
    }
    return Slide(
      id: "starts", title: content.word("framework.starts"), points: points, showsPlaces: true)
  }

  static func figure(_ figure: Figure, _ content: Content, _ placements: Placements) -> Slide {
    var points: [SlidePoint] = []
    var header: @Sendable (Int) -> [SlideLine] = { _ in [] }
    if let table = figure.table {
      header = { columns in FigureTableLayout(columns).head(table, content) }
      points = table.rows.map { row in
        SlidePoint { columns in
          FigureTableLayout(columns).lines(row, table, content, placements)
        }
      }
      if !placements.legend.isEmpty {
        let legend = placements.legend.map { "\($0.letters) \($0.name)" }.joined(separator: " · ")
        points.append(SlidePoint(.init(legend, Style(.accent))))
      }
    } else {
      points = [SlidePoint { columns in drawing(figure, content, columns) }]
    }
    // Where a drawing comes from is for who reads the source, not for the room.
    if figure.table != nil { points.append(SlidePoint(.init(figure.note, Style(.quiet)))) }
    return Slide(
      id: figure.id, title: figure.title, header: header, points: points,
      showsPlaces: figure.table != nil)
  }

  /// The drawing of the cycle, or the same in few columns.
  private static func drawing(_ figure: Figure, _ content: Content, _ columns: Int) -> [SlideLine] {
    let width = figure.drawing.map { TextWidth.columns(of: $0) }.max() ?? 0
    if width <= columns { return figure.drawing.map { SlideLine([.init($0)]) } }
    let held = [Dimension.knowledge, .skills, .position]
      .map { dimension in content.dimensions.first { $0.id == dimension }?.shortName ?? "" }
      .joined(separator: " · ")
    func side(_ side: Side) -> SlideLine {
      SlideLine([
        .init(content.word("\(side.rawValue).plural"), Style(ink(of: side), bold: true))
      ])
    }
    return [
      side(.formal), SlideLine([.init("│ ▴  " + content.word("framework.shared-goals"), bold)]),
    ]
      + TextLayout.wrap(held, columns: max(8, columns - 5)).map { SlideLine([.init("│ │  " + $0)]) }
      + [SlideLine([.init("▾ │")]), side(.informal)]
  }
}

/// How the table of a figure is laid out: sides beside each other, or below on a narrow screen.
struct FigureTableLayout {
  private let columns: Int
  /// The columns between the sides, where the arrows stand.
  private static let middle = 18

  init(_ columns: Int) { self.columns = columns }

  private var isWide: Bool { columns >= 56 }
  private var side: Int { (columns - Self.middle - 2) / 2 }

  private func style(_ side: Side) -> Style { Style(side == .formal ? .formal : .informal) }

  private func name(_ side: Side, _ content: Content) -> String {
    let letter = content.word("\(side.rawValue).letter")
    return "\(letter)  " + content.word("\(side.rawValue).plural")
  }

  /// The heads of the columns; none where the sides stand below each other.
  func head(_ table: FigureTable, _ content: Content) -> [SlideLine] {
    guard isWide, let left = table.columns.first, let right = table.columns.last else { return [] }
    return [
      SlideLine([
        .init(name(left, content), Style(style(left).ink, bold: true)),
        .init(
          name(right, content), Style(style(right).ink, bold: true), at: side + Self.middle + 2),
      ])
    ]
  }

  /// One row: what each side does, and between them the arrows with those who stand there.
  func lines(
    _ row: FigureRow, _ table: FigureTable, _ content: Content, _ placements: Placements
  ) -> [SlideLine] {
    guard let left = table.columns.first, let right = table.columns.last,
      let focus = WorkshopCore.Focus(rawValue: row.focus.rawValue)
    else { return [] }
    let arrows = Direction.allCases.map { direction in
      let letters = placements.letters(at: .direction(focus, direction))
      // An arrow on which nobody stands yet is left open for the room.
      return Self.arrow(direction, from: left) + " " + (letters.isEmpty ? "___" : letters)
    }
    let title = SlideLine([.init(row.name, Style(.normal, bold: true))])
    guard isWide else {
      return [title] + cell(row, left, content, columns)
        + wrap(arrows.joined(separator: "  ")).map { SlideLine([.init($0, Style(.accent))]) }
        + cell(row, right, content, columns)
    }
    let cells = [left, right].map { side in
      row.cell(side).flatMap { TextLayout.wrap($0, columns: max(4, self.side)) }
    }
    let between = arrows.flatMap { TextLayout.wrap($0, columns: Self.middle) }
    let count = max(between.count, cells.map(\.count).max() ?? 0)
    return [title]
      + (0..<count).map { index in
        var spans: [SlideLine.Span] = []
        if cells[0].indices.contains(index) { spans.append(.init(cells[0][index], style(left))) }
        if between.indices.contains(index) {
          spans.append(.init(between[index], Style(.accent, bold: true), at: side + 1))
        }
        if cells[1].indices.contains(index) {
          spans.append(.init(cells[1][index], style(right), at: side + Self.middle + 2))
        }
        return SlideLine(spans)
      }
  }

  private func wrap(_ text: String) -> [String] {
    TextLayout.wrap(text, columns: columns)
  }

  private func cell(_ row: FigureRow, _ side: Side, _ content: Content, _ columns: Int)
    -> [SlideLine]
  {
    let letter = content.word("\(side.rawValue).letter")
    return wrap("\(letter)  " + row.cell(side).joined(separator: " · ")).map {
      SlideLine([.init($0, style(side))])
    }
  }

  /// The arrow of a direction in a row that begins with a side.
  private static func arrow(_ direction: Direction, from left: Side) -> String {
    switch direction {
    case .mutual: "◂─▸"
    case .informalToFormal: left == .informal ? "──▸" : "◂──"
    case .formalToInformal: left == .informal ? "◂──" : "──▸"
    }
  }
}
