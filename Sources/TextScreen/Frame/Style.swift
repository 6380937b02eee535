/// What a text means; the terminal chooses the colour.
///
/// An ink is never the only sign: letters, marks or attributes say the same without colour.
public enum Ink: UInt8, CaseIterable, Sendable {
  /// Text without a meaning of its own, in the terminal's own colour.
  case normal
  /// What belongs to formal workers: blue.
  case formal
  /// What belongs to informal workers: yellow.
  case informal
  /// What has the attention: cyan.
  case accent
  /// What went well: green.
  case good
  /// What needs attention: red.
  case warning
  /// What stands back: dim grey.
  case quiet
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
  /// The meaning, shown as a colour.
  public var ink: Ink
  /// Heavier letters.
  public var bold: Bool
  /// Fainter letters.
  public var dim: Bool
  /// Letters and background exchanged.
  public var reverse: Bool
  /// A line under the letters.
  public var underline: Bool

  /// Text in the terminal's own colours without any attribute.
  public static let plain = Style()

  /// Makes a style.
  public init(
    _ ink: Ink = .normal, bold: Bool = false, dim: Bool = false, reverse: Bool = false,
    underline: Bool = false
  ) {
    self.ink = ink
    self.bold = bold
    self.dim = dim
    self.reverse = reverse
    self.underline = underline
  }
}
