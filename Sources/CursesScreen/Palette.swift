import CNcurses
import TextScreen

/// Which colour and attributes each ink gets on a terminal.
///
/// Blue and yellow differ in lightness as well, and both stand out on black and on white:
/// contrasts with black and white are 4.1 and 5.1 for the blue, 7.4 and 2.9 for the yellow (WCAG
/// relative luminance). The user's palette is never redefined.
struct Palette: Equatable {
  /// The colour of an ink and the attributes that go with it.
  struct Look: Equatable {
    /// The number of the colour; nil for the terminal's own.
    var colour: Int16?
    var bold = false
    var dim = false
  }

  private let looks: [Look]

  /// Makes the palette for a number of colours; 0 if none are wanted or there are none.
  init(colours: Int) {
    looks = Ink.allCases.map { Palette.look(of: $0, colours: colours) }
  }

  /// The number of colours to use: none if the environment variable NO_COLOR says so.
  static func colours(available: Int, noColor: String?) -> Int {
    guard noColor?.isEmpty ?? true else { return 0 }
    return available >= 256 ? 256 : available >= 16 ? 16 : available >= 8 ? 8 : 0
  }

  subscript(ink: Ink) -> Look { looks[Int(ink.rawValue)] }

  /// The pair of an ink; the inks are in the order of their raw values and pair 0 is the default.
  func pair(of ink: Ink) -> Int16 {
    self[ink].colour == nil ? 0 : Int16(ink.rawValue)
  }

  /// The attributes of a style, with those its ink brings.
  func attributes(of style: Style) -> attr_t {
    let look = self[style.ink]
    var attributes: attr_t = 0
    if style.bold || look.bold { attributes |= cn_bold() }
    if style.dim || look.dim { attributes |= cn_dim() }
    if style.reverse { attributes |= cn_reverse() }
    if style.underline { attributes |= cn_underline() }
    return attributes
  }

  private static func look(of ink: Ink, colours: Int) -> Look {
    switch (ink, colours) {
    case (.normal, _): Look()
    case (.formal, 256): Look(colour: 27)
    case (.informal, 256): Look(colour: 172)
    case (.accent, 256): Look(colour: 37)
    case (.good, 256): Look(colour: 34)
    case (.warning, 256): Look(colour: 196)
    case (.quiet, 256): Look(colour: 244)
    case (.formal, 16): Look(colour: 12)
    case (.warning, 16): Look(colour: 9)
    case (.quiet, 16): Look(colour: 8)
    case (.formal, 8): Look(colour: 4, bold: true)
    case (.informal, 8...): Look(colour: 3)
    case (.accent, 8...): Look(colour: 6)
    case (.good, 8...): Look(colour: 2)
    case (.warning, 8): Look(colour: 1, bold: true)
    case (.accent, _), (.warning, _): Look(bold: true)
    case (.quiet, _): Look(dim: true)
    case (.formal, _), (.informal, _), (.good, _): Look()
    }
  }
}
