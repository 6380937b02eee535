/// One place of the character grid: what stands there and how it looks.
///
/// A cell holds no references, so a frame is copied and compared as plain memory. A terminal's
/// cell takes one spacing scalar and four combining ones; `TextCluster` sees to it that no more
/// gets here.
public struct Cell: Equatable, Sendable {
  /// The scalar that takes the room; a space where nothing stands.
  public let base: Unicode.Scalar
  /// How the cell looks.
  public var style: Style
  /// 1, 2 for the left half of a wide character, 0 for its right half.
  public let width: UInt8

  // Combining scalars, 0 where there is none: an array would be a reference.
  private let marks: (UInt32, UInt32, UInt32, UInt32)

  /// The most combining scalars a cell holds.
  public static let maximumMarks = 4

  /// Makes a cell; combining scalars after the fourth are left out.
  public init(
    _ base: Unicode.Scalar = " ", combining: [Unicode.Scalar] = [], style: Style = .plain,
    width: UInt8 = 1
  ) {
    func mark(_ index: Int) -> UInt32 { index < combining.count ? combining[index].value : 0 }
    self.init(base, marks: (mark(0), mark(1), mark(2), mark(3)), style: style, width: width)
  }

  init(
    _ base: Unicode.Scalar, marks: (UInt32, UInt32, UInt32, UInt32), style: Style, width: UInt8
  ) {
    self.base = base
    self.marks = marks
    self.style = style
    self.width = width
  }

  /// The right half of a wide character.
  static func rightHalf(style: Style) -> Cell {
    Cell(" ", marks: (0, 0, 0, 0), style: style, width: 0)
  }

  /// A cell where nothing stands.
  static func blank(style: Style) -> Cell {
    Cell(" ", marks: (0, 0, 0, 0), style: style, width: 1)
  }

  /// The combining scalars, in order.
  public var combining: [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    forEachMark { scalars.append($0) }
    return scalars
  }

  /// Visits the combining scalars without making an array.
  public func forEachMark(_ body: (Unicode.Scalar) -> Void) {
    guard hasMarks else { return }
    func visit(_ value: UInt32) {
      if value != 0, let scalar = Unicode.Scalar(value) { body(scalar) }
    }
    visit(marks.0)
    visit(marks.1)
    visit(marks.2)
    visit(marks.3)
  }

  /// Whether a combining scalar stands on the base.
  public var hasMarks: Bool { marks.0 != 0 }

  /// What the cell shows; nothing for the right half of a wide character.
  public var text: String {
    guard width > 0 else { return "" }
    var text = String(base)
    forEachMark { text.unicodeScalars.append($0) }
    return text
  }

  /// Whether two cells look the same on a screen.
  public static func == (left: Cell, right: Cell) -> Bool {
    left.base == right.base && left.width == right.width && left.style == right.style
      && left.marks == right.marks
  }
}
