/// How a grapheme cluster becomes cells.
///
/// A cell holds one spacing scalar and up to four marks, and programs disagree about the width of
/// anything richer. So a family of emoji, a skin tone and the like are shown by their first
/// scalar, a flag by its two letters, and a cluster of several letters (as in Devanagari) letter
/// by letter. Whatever could steer a terminal is shown as a harmless sign. Only the display
/// changes, never the text.
public struct TextCluster: Equatable, Sendable {
  /// What stands for a control character.
  public static let controlSign: Unicode.Scalar = "·"
  /// What stands for the end of a line inside a line.
  public static let newlineSign: Unicode.Scalar = "↵"
  /// What stands for a scalar that cannot be shown.
  public static let replacement: Unicode.Scalar = "\u{FFFD}"
  /// What says that something was left out.
  public static let ellipsis: Unicode.Scalar = "…"
  /// What carries a mark that has no letter.
  public static let markCarrier: Unicode.Scalar = "◌"

  /// The cells in order, without the right halves of wide characters; none if nothing shows.
  public let cells: [Cell]

  /// The columns the cluster takes: 0 if nothing shows.
  public var columns: Int { cells.reduce(0) { $0 + Int($1.width) } }

  /// Lays out a cluster in a style.
  public init(_ character: Character, style: Style = .plain) {
    var cells: [Cell] = []
    TextCluster.forEachCell(of: character, style: style) { cells.append($0) }
    self.cells = cells
  }

  /// No cluster is shown wider than this; one that is ends in an ellipsis.
  static let maximumColumns = 8

  /// The columns a cluster takes, without making cells.
  static func columns(of character: Character) -> Int {
    var columns = 0
    forEachCell(of: character, style: .plain) { columns += Int($0.width) }
    return columns
  }

  /// Visits the cells of a cluster from left to right.
  static func forEachCell(of character: Character, style: Style, _ body: (Cell) -> Void) {
    var builder = Builder(style: style)
    for scalar in character.unicodeScalars {
      builder.take(scalar, body)
      if builder.isFull { break }
    }
    builder.flush(body)
  }

  /// Gathers marks on a base until the next base comes.
  private struct Builder {
    let style: Style
    var base: Unicode.Scalar?
    var width: UInt8 = 0
    var marks: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    var columns = 0
    var afterJoiner = false
    var afterReturn = false

    init(style: Style) { self.style = style }

    var isFull: Bool { columns >= TextCluster.maximumColumns }

    mutating func take(_ scalar: Unicode.Scalar, _ body: (Cell) -> Void) {
      switch scalar.value {
      case 0x20..<0x7F:
        start(scalar, width: 1, body)
      case 0x0A where afterReturn:
        afterReturn = false
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
        start(TextCluster.newlineSign, width: 1, body)
        afterReturn = scalar.value == 0x0D
      case 0x09:
        start(" ", width: 1, body)
      case 0x00...0x1F, 0x7F...0x9F:
        start(TextCluster.controlSign, width: 1, body)
      case 0x200D:
        afterJoiner = true
      case 0x1F1E6...0x1F1FF:
        // Half a flag: terminals give it one or two columns, its letter is always one.
        start(Unicode.Scalar(UInt8(scalar.value - 0x1F1E6) + 0x41), width: 1, body)
      default:
        switch WidthTable.kind(of: scalar) {
        case .combining: stack(scalar)
        case .narrow: start(scalar, width: 1, body)
        case .wide: start(scalar, width: 2, body)
        case .replaced: start(TextCluster.replacement, width: 1, body)
        case .dropped: break
        }
      }
    }

    private mutating func start(_ scalar: Unicode.Scalar, width: UInt8, _ body: (Cell) -> Void) {
      if base != nil {
        let isSkinTone = (0x1F3FB...0x1F3FF).contains(scalar.value)
        if isSkinTone || (afterJoiner && scalar.properties.isEmoji) {
          afterJoiner = false
          return
        }
        flush(body)
        if columns + Int(width) >= TextCluster.maximumColumns {
          base = TextCluster.ellipsis
          self.width = 1
          columns = TextCluster.maximumColumns
          return
        }
      }
      afterJoiner = false
      base = scalar
      self.width = width
      columns += Int(width)
    }

    private mutating func stack(_ scalar: Unicode.Scalar) {
      if base == nil {
        base = TextCluster.markCarrier
        width = 1
        columns += 1
      }
      if marks.0 == 0 {
        marks.0 = scalar.value
      } else if marks.1 == 0 {
        marks.1 = scalar.value
      } else if marks.2 == 0 {
        marks.2 = scalar.value
      } else if marks.3 == 0 {
        marks.3 = scalar.value
      }
    }

    mutating func flush(_ body: (Cell) -> Void) {
      guard let base else { return }
      body(Cell(base, marks: marks, style: style, width: width))
      self.base = nil
      marks = (0, 0, 0, 0)
    }
  }
}
