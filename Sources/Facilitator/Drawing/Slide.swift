import TextScreen
import WorkshopContent
import WorkshopCore

/// A page of what is told: a title and points, of which the cursor is on one.
struct Slide: Sendable {
  /// What tells it from the other pages.
  let id: String
  /// The title.
  let title: String
  /// The lines above the points, for a number of columns; they stay where they are.
  var header: @Sendable (_ columns: Int) -> [SlideLine] = { _ in [] }
  /// The points in their order.
  let points: [SlidePoint]
  /// Tells whether it shows where municipalities stand.
  var showsPlaces = false
}

/// A point of a page, laid out for the columns there are.
struct SlidePoint: Sendable {
  /// The lines for a number of columns.
  let lines: @Sendable (_ columns: Int) -> [SlideLine]

  /// Makes a point of lines that depend on the columns.
  init(_ lines: @escaping @Sendable (_ columns: Int) -> [SlideLine]) { self.lines = lines }

  /// Makes a point of paragraphs that are wrapped.
  init(_ paragraphs: Paragraph...) {
    lines = { columns in
      paragraphs.flatMap { paragraph in
        TextLayout.wrap(paragraph.text, columns: max(8, columns - paragraph.indent)).map {
          SlideLine([SlideLine.Span($0, paragraph.style, at: paragraph.indent)])
        }
      }
    }
  }

  /// A paragraph of a point.
  struct Paragraph: Sendable {
    let text: String
    let style: Style
    let indent: Int

    init(_ text: String, _ style: Style = .plain, indent: Int = 0) {
      self.text = text
      self.style = style
      self.indent = indent
    }
  }
}

/// A line of a page: texts at their columns.
struct SlideLine: Sendable {
  let spans: [Span]

  init(_ spans: [Span]) { self.spans = spans }

  /// A text in a line.
  struct Span: Sendable {
    let text: String
    let style: Style
    let column: Int
    /// Tells whether the hardware cursor belongs here.
    let isCursor: Bool

    init(_ text: String, _ style: Style = .plain, at column: Int = 0, isCursor: Bool = false) {
      self.text = text
      self.style = style
      self.column = column
      self.isCursor = isCursor
    }
  }

  /// The line as plain text.
  var text: String {
    var line = ""
    for span in spans {
      line += String(repeating: " ", count: max(0, span.column - TextWidth.columns(of: line)))
      line += span.text
    }
    return line
  }
}
