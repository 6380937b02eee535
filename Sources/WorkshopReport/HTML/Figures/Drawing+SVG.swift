extension Drawing {
  /// The drawing as SVG that stands in a page.
  ///
  /// - Parameter id: A name that is its own within the page; title and description get theirs of it.
  func svg(id: String) -> Markup {
    let content =
      Markup.element("title", ["id": "\(id)-title"], .text(title))
      + .element("desc", ["id": "\(id)-desc"], .text(description))
      + shapes.map(\.svg).joined()
    return .element(
      "svg",
      [
        "role": "img", "aria-labelledby": "\(id)-title \(id)-desc",
        "viewBox": "0 0 \(Drawing.number(width)) \(Drawing.number(height))",
        "width": Drawing.number(width), "height": Drawing.number(height),
      ], content)
  }

  /// A number with at most one decimal.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}

extension Drawing.Shape {
  fileprivate var svg: Markup {
    switch self {
    case .rectangle(let box, let radius, let ink):
      .shape(
        "rect",
        [
          "x": Drawing.number(box.x), "y": Drawing.number(box.y),
          "width": Drawing.number(box.width), "height": Drawing.number(box.height),
          "rx": Drawing.number(radius), "class": ink.names,
          "stroke-width": Drawing.number(ink.width),
        ])
    case .circle(let centre, let radius, let ink):
      .shape(
        "circle",
        [
          "cx": Drawing.number(centre.x), "cy": Drawing.number(centre.y),
          "r": Drawing.number(radius), "class": ink.names,
          "stroke-width": Drawing.number(ink.width),
        ])
    case .path(let steps, let ink):
      .shape(
        "path",
        [
          "d": steps.map(\.text).joined(), "class": ink.names,
          "stroke-width": Drawing.number(ink.width),
        ])
    case .text(let label):
      .element(
        "text",
        [
          "x": Drawing.number(label.at.x), "y": Drawing.number(label.at.y),
          "font-size": Drawing.number(label.size), "text-anchor": label.anchor.rawValue,
          "class": label.isBold ? "f-\(label.tone.rawValue) bold" : "f-\(label.tone.rawValue)",
        ], .text(label.text))
    }
  }
}

extension Drawing.Step {
  fileprivate var text: String {
    func pair(_ point: Point) -> String { "\(Drawing.number(point.x)) \(Drawing.number(point.y))" }
    return switch self {
    case .move(let point): "M\(pair(point))"
    case .line(let point): "L\(pair(point))"
    case .curve(let first, let second, let point): "C\(pair(first)) \(pair(second)) \(pair(point))"
    case .close: "Z"
    }
  }
}

extension Ink {
  /// The classes under which the page has its colours.
  fileprivate var names: String {
    [
      fill.map { "f-\($0.rawValue)" } ?? "f-none", stroke.map { "s-\($0.rawValue)" },
      isDashed ? "dashed" : nil,
    ].compactMap { $0 }.joined(separator: " ")
  }
}
