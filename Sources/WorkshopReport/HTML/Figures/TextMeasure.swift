/// How wide a text may get in a font that nobody knows beforehand.
///
/// Widths are those of the widest common sans-serif (DejaVu Sans, never less than Arial), rounded up
/// to a twentieth of the size: a text that fits by this measure fits in the reader's font.
enum TextMeasure {
  /// The width of a line of text.
  ///
  /// - Parameter size: The size of the font, in the unit of the result.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    let ems = text.unicodeScalars.reduce(0.0) { $0 + width(of: $1) }
    return ems * size * (isBold ? 1.2 : 1)
  }

  /// Breaks a text into lines that fit.
  ///
  /// Lines end between words, or within a word that is longer than a line. If there are too many, the
  /// last one ends in `…`.
  ///
  /// - Parameters:
  ///   - width: How wide a line may be.
  ///   - limit: The most lines there may be.
  static func lines(
    of text: String, width: Double, size: Double, limit: Int, isBold: Bool = false
  ) -> [String] {
    func fits(_ line: String) -> Bool {
      self.width(of: line, size: size, isBold: isBold) <= width
    }
    // No more can fit, and a text of a megabyte must not take a minute.
    let room = max(8, Int(width / size * 4)) * limit
    let head = String(text.unicodeScalars.prefix(room))
    var isCut = head.utf8.count < text.utf8.count
    let words = head.split { $0.isWhitespace || $0.isNewline }
    var lines: [String] = []
    var line = ""
    for word in words {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if fits(longer) {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, !fits(line + String(character)) {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > limit {
      lines.removeLast(lines.count - limit)
      isCut = true
    }
    guard isCut, var last = lines.popLast() else { return lines }
    while !last.isEmpty, !fits(last + "…") { last.removeLast() }
    while last.last == " " { last.removeLast() }
    return lines + [last + "…"]
  }

  /// The width of a scalar in ems.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    if scalar.isASCII { return ascii[Int(scalar.value)] }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0xC0...0x24F: return scalar.properties.isLowercase ? 0.7 : 0.85
    case 0x370...0x52F: return scalar.properties.isLowercase ? 0.75 : 0.95
    case 0x2018...0x201F, 0xB7: return 0.55
    case 0x1F000...0x1FFFF: return 1.4
    default: return 1.1
    }
  }

  /// Widths of the printing scalars of ASCII by class; controls have none.
  private static let ascii: [Double] = {
    let classes: [(Double, String)] = [
      (0.3, "'Iijl"), (0.35, " ,./:;\\|"), (0.4, "()-[]ft"), (0.45, "!r"), (0.5, "\"*J`"),
      (0.55, "csz"), (0.6, "?L_kvxy"), (0.7, "ABEKPSVXYZ"), (0.75, "CNRU"), (0.8, "&DGHOQ"),
      (0.85, "#+<=>^w~"), (0.9, "M"), (0.95, "%"), (1, "Wm"), (1.05, "@"),
    ]
    var widths = Array(repeating: 0.65, count: 128)
    for (width, scalars) in classes {
      for scalar in scalars.unicodeScalars { widths[Int(scalar.value)] = width }
    }
    for control in Array(0..<0x20) + [0x7F] { widths[control] = 0 }
    return widths
  }()
}
