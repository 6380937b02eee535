import Foundation
import Testing
import WorkshopCore

@testable import WorkshopReport

/// Drawings as numbers: what is in them, and that nothing leaves its frame.
struct HTMLFigureTests {
  @Test(arguments: FigureSamples.all) func `everything stays in the frame`(_ drawing: Drawing) {
    let frame = Box(x: -0.1, y: -0.1, width: drawing.width + 0.2, height: drawing.height + 0.2)
    #expect(drawing.width == Drawing.column && drawing.height > 40)
    for shape in drawing.shapes {
      for bounds in shape.bounds {
        #expect(
          bounds.x >= frame.x && bounds.right <= frame.right && bounds.y >= frame.y
            && bounds.bottom <= frame.bottom, "\(shape) leaves \(drawing.title)")
      }
    }
  }

  @Test(arguments: FigureSamples.all)
  func `no text stands on another, and none runs over the edge of a box`(_ drawing: Drawing) {
    let labels = drawing.shapes.compactMap(\.label)
    for (index, label) in labels.enumerated() {
      let own = label.ink
      for other in labels[..<index] {
        #expect(!own.overlaps(other.ink), "\(label.text) on \(other.text)")
      }
      for case .rectangle(let box, _, _) in drawing.shapes where box.overlaps(own) {
        #expect(own.x >= box.x && own.right <= box.right, "\(label.text) out of \(box)")
      }
    }
  }

  @Test(arguments: FigureSamples.all)
  func `it is XML with a title, a description and escaped text`(_ drawing: Drawing) throws {
    let svg = drawing.svg(id: "figure").html
    let reader = try XMLReader(svg)
    #expect(reader.elements.first?.name == "svg")
    #expect(reader.elements.first?.attributes["role"] == "img")
    #expect(reader.elements.first?.attributes["aria-labelledby"] == "figure-title figure-desc")
    #expect(reader.text(of: "title") == drawing.title)
    #expect(reader.text(of: "desc") == drawing.description)
    #expect(Set(reader.elements.map(\.name)).isSubset(of: XMLReader.known))
    #expect(!svg.contains("<script"))
    // Sizes below nothing would be an error.
    for element in reader.elements {
      for name in ["width", "height", "r", "font-size"] {
        if let text = element.attributes[name] {
          #expect(try #require(Double(text)) > 0, "\(name) of \(element)")
        }
      }
    }
  }

  @Test func `an arrow points from who strengthens to who is strengthened`() {
    let drawing = FigureSamples.directions().drawing
    #expect(drawing.shapes.count { $0.isHead(.informal) } == 1)
    #expect(drawing.shapes.count { $0.isHead(.formal) } == 0)
    #expect(drawing.shapes.count { $0.isHead(.ink) } == 2)
    let tips = drawing.shapes.filter { $0.isHead(.informal) }.compactMap(\.tip)
    // To the right is the formal side.
    #expect(tips.allSatisfy { $0.x > drawing.width / 2 })
    #expect(drawing.shapes.compactMap(\.label?.text).contains("niet vastgelegd"))
  }

  @Test func `a tree has a bubble for each group, and one for those without room`() {
    let three = FigureSamples.tree(groups: 3).drawing
    #expect(three.shapes.count { $0.isBubble(.apple) } == 3)
    #expect(three.shapes.count { $0.isBubble(.bark) } == 3)
    #expect(three.shapes.count { $0.isBubble(.water) } == 3)
    let many = FigureSamples.tree(groups: 40).drawing
    #expect(many.shapes.count { $0.isBubble(.apple) } == 15)
    #expect(many.shapes.count { $0.isBubble(.bark) } == 9)
    #expect(many.shapes.count { $0.isBubble(.water) } == 6)
    #expect(many.shapes.compactMap(\.label?.text).count { $0 == "…" } == 3)
    let groups = (1...5).map { TreeFigure.Group(key: "\($0)", count: $0) }
    #expect(TreeFigure.shown(groups, limit: 3).map(\.count) == [1, 2, 12])
    #expect(TreeFigure.rows(of: 11, most: 5) == [3, 4, 4])
    #expect(TreeFigure.rows(of: 0, most: 5) == [])
  }

  @Test func `a table of roles has a square for each number and goes on below`() {
    let figure = FigureSamples.matrix(columns: 3)
    let numbers = figure.groups.flatMap(\.rows).flatMap(\.counts).count { $0 > 0 }
    #expect(figure.drawing.shapes.count { $0.isRectangle } == numbers)
    #expect(figure.drawing.shapes.compactMap(\.label?.text).contains("niemand"))
    let wide = FigureSamples.matrix(columns: 19)
    #expect(wide.drawing.shapes.compactMap(\.label?.text).count { $0 == "Fixer" } == 3)
    #expect(wide.drawing.height > figure.drawing.height * 2)
    #expect(
      wide.drawing.shapes.count { $0.isRectangle }
        == wide.groups.flatMap(\.rows).flatMap(\.counts).count { $0 > 0 })
  }

  @Test func `the more visits, the thicker the band; unknown is dashed`() {
    let inks = FigureSamples.visits().drawing.shapes.compactMap { shape -> Ink? in
      if case .path(_, let ink) = shape, ink.stroke == .water { ink } else { nil }
    }
    #expect(inks.count == 4)
    #expect(inks[1].width < inks[0].width && inks[0].width < inks[3].width)
    #expect(inks.map(\.isDashed) == [false, false, true, false])
  }

  @Test func `a median stands at its score or between two, and too few have none`() {
    let drawing = FigureSamples.medians().drawing
    // The first two are the legend's.
    let boxes = Array(drawing.shapes.compactMap(\.box).dropFirst(2))
    #expect(boxes.count == 6)
    #expect(drawing.shapes.compactMap(\.label?.text).count { $0 == "te weinig om te tonen" } == 2)
    let scale = drawing.shapes.compactMap(\.label).filter { ["1", "2", "5"].contains($0.text) }
    let middles = boxes.map { ($0.x + $0.right) / 2 }
    #expect(abs(middles[0] - (scale[0].at.x + scale[1].at.x) / 2) < 0.1)
    #expect(abs(middles[1] - scale[2].at.x) < 0.1)
    #expect(abs(middles[2] - scale[0].at.x) < 0.1)
  }

  @Test func `a bar is as long as its minutes`() {
    let bars = FigureSamples.times().drawing.shapes.compactMap(\.box).dropFirst(2)
    let longest = Drawing.column - 56
    #expect(bars.count == 4)
    #expect(bars.map { ($0.width * 10).rounded() / 10 } == [299.7, longest, 199.3, 3])
  }

  @Test func `numbers have a point and one decimal at most`() {
    #expect(Drawing.number(12) == "12")
    #expect(Drawing.number(-0.25) == "-0.3")
    #expect(Drawing.number(0.04) == "0")
    #expect(Drawing.number(1234.56) == "1234.6")
  }
}

extension Drawing: CustomTestStringConvertible {
  /// Short, for a drawing is long.
  public var testDescription: String { "\(title), \(shapes.count) shapes" }
}

extension Box {
  func overlaps(_ other: Box) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }
}

extension Label {
  /// Where its letters are: less high than the line, for lines stand close together.
  var ink: Box {
    Box(x: bounds.x, y: at.y - size * 0.75, width: bounds.width, height: size * 0.95)
  }
}

extension Drawing.Shape {
  var label: Label? { if case .text(let label) = self { label } else { nil } }

  var box: Box? { if case .rectangle(let box, _, _) = self { box } else { nil } }

  var isRectangle: Bool { box != nil }

  var bounds: [Box] {
    switch self {
    case .rectangle(let box, _, _): return [box]
    case .circle(let centre, let radius, _):
      return [
        Box(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius)
      ]
    case .text(let label): return [label.bounds]
    case .path(let steps, _):
      // A curve stays within the hull of its points.
      return steps.flatMap { step -> [Point] in
        switch step {
        case .move(let point), .line(let point): [point]
        case .curve(let first, let second, let point): [first, second, point]
        case .close: []
        }
      }.map { Box(x: max(0, $0.x), y: $0.y, width: 0, height: 0) }
    }
  }

  func isHead(_ tone: Tone) -> Bool {
    if case .path(let steps, let ink) = self, ink.fill == tone, steps.count == 4 {
      true
    } else {
      false
    }
  }

  var tip: Point? {
    if case .path(let steps, _) = self, case .move(let point)? = steps.first { point } else { nil }
  }

  func isBubble(_ tone: Tone) -> Bool {
    if case .circle(_, _, let ink) = self {
      ink.fill == tone && ink.stroke == .paper
    } else {
      false
    }
  }
}
