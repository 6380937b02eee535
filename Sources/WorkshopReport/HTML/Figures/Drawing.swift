import WorkshopCore

/// A place in a drawing: units to the right and down.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A part of a drawing with straight sides.
struct Box: Hashable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  var right: Double { x + width }
  var bottom: Double { y + height }
  var centre: Point { Point(x + width / 2, y + height / 2) }

  /// The box with a margin taken off at each side.
  func inset(_ margin: Double) -> Box {
    Box(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }
}

/// A colour by what it means; the page says what it looks like, by day, by night and on paper.
enum Tone: String, CaseIterable, Sendable {
  case ink
  case quiet
  case rule
  case paper
  case formal
  case formalSoft = "formal-soft"
  case informal
  case informalSoft = "informal-soft"
  case leaf
  case bark
  case soil
  case apple
  case water

  /// The tone of a side, and of what is of neither.
  static func of(_ side: Side?, isSoft: Bool = false) -> Tone {
    switch side {
    case .formal: isSoft ? .formalSoft : .formal
    case .informal: isSoft ? .informalSoft : .informal
    case nil: isSoft ? .paper : .quiet
    }
  }
}

/// How a shape is filled and outlined.
struct Ink: Hashable, Sendable {
  var fill: Tone?
  var stroke: Tone?
  var width = 1.0
  var isDashed = false

  static func filled(_ tone: Tone) -> Ink { Ink(fill: tone) }

  static func line(_ tone: Tone, width: Double = 1, isDashed: Bool = false) -> Ink {
    Ink(stroke: tone, width: width, isDashed: isDashed)
  }
}

/// A line of text; its y is that of its baseline.
struct Label: Hashable, Sendable {
  var text: String
  var at: Point
  var size = 12.0
  var anchor = Anchor.start
  var isBold = false
  var tone = Tone.ink

  /// Which end of the text stands at its place.
  enum Anchor: String, Sendable {
    case start
    case middle
    case end
  }

  /// The room it takes at most.
  var bounds: Box {
    let width = TextMeasure.width(of: text, size: size, isBold: isBold)
    let x =
      switch anchor {
      case .start: at.x
      case .middle: at.x - width / 2
      case .end: at.x - width
      }
    return Box(x: x, y: at.y - size, width: width, height: size * 1.3)
  }
}

/// A picture as shapes in a frame, in units that are pixels at full size.
struct Drawing: Hashable, Sendable {
  /// What it is called.
  var title: String
  /// What can be seen in it, for who can't see it.
  var description: String
  /// The frame.
  var width: Double
  var height: Double
  private(set) var shapes: [Shape] = []

  /// The width of a drawing in a column of text; on a telephone it shrinks by a quarter.
  static let column = 384.0

  enum Shape: Hashable, Sendable {
    case rectangle(Box, radius: Double, Ink)
    case circle(Point, radius: Double, Ink)
    case path([Step], Ink)
    case text(Label)
  }

  /// A step of a path.
  enum Step: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  init(title: String, description: String, width: Double = Drawing.column, height: Double = 0) {
    self.title = title
    self.description = description
    self.width = width
    self.height = height
  }

  // MARK: Drawing

  mutating func rectangle(_ box: Box, radius: Double = 0, _ ink: Ink) {
    shapes.append(.rectangle(box, radius: radius, ink))
  }

  mutating func circle(_ centre: Point, radius: Double, _ ink: Ink) {
    shapes.append(.circle(centre, radius: radius, ink))
  }

  mutating func path(_ steps: [Step], _ ink: Ink) { shapes.append(.path(steps, ink)) }

  mutating func line(_ from: Point, _ to: Point, _ ink: Ink) {
    path([.move(from), .line(to)], ink)
  }

  mutating func text(_ label: Label) { shapes.append(.text(label)) }

  /// Writes lines below each other and returns where the next one would stand.
  @discardableResult
  mutating func text(
    _ lines: [String], at first: Point, size: Double = 12, anchor: Label.Anchor = .start,
    isBold: Bool = false, tone: Tone = .ink
  ) -> Double {
    for (index, line) in lines.enumerated() {
      let place = Point(first.x, first.y + Double(index) * size * Drawing.leading)
      text(
        Label(text: line, at: place, size: size, anchor: anchor, isBold: isBold, tone: tone))
    }
    return first.y + Double(lines.count) * size * Drawing.leading
  }

  /// The distance of baselines as a part of the size.
  static let leading = 1.25

  /// A round badge with the letter of a side.
  mutating func badge(_ letter: String, side: Side?, at centre: Point, radius: Double = 9) {
    circle(centre, radius: radius, .filled(.of(side)))
    text(
      Label(
        text: letter, at: Point(centre.x, centre.y + radius * 0.44), size: radius * 1.25,
        anchor: .middle, isBold: true, tone: .paper))
  }

  /// An arrow head at the end of a horizontal line.
  mutating func arrowHead(at tip: Point, pointsRight: Bool, size: Double = 7, _ tone: Tone) {
    let back = tip.x + (pointsRight ? -size : size)
    path(
      [
        .move(tip), .line(Point(back, tip.y - size * 0.6)), .line(Point(back, tip.y + size * 0.6)),
        .close,
      ], .filled(tone))
  }
}
