/// One key press, as a value that is read from and written as text.
///
/// A key is a printable character ("n", "N", "?"), or a name ("Enter", "PageUp", "F1", "Space"),
/// with modifiers before it: `C-` (Ctrl), `A-` (Alt) and, for names, `S-` (Shift), as in "C-r",
/// "A-Enter", "C-A-Left". Help, bindings and tests all use this text.
public struct Key: Hashable, Sendable {
  /// The keys that are not a character.
  public enum Name: String, CaseIterable, Sendable {
    case enter = "Enter"
    case escape = "Esc"
    case tab = "Tab"
    case up = "Up"
    case down = "Down"
    case left = "Left"
    case right = "Right"
    case home = "Home"
    case end = "End"
    case pageUp = "PageUp"
    case pageDown = "PageDown"
    case backspace = "Backspace"
    case delete = "Delete"
    case insert = "Insert"
    case f1 = "F1"
    case f2 = "F2"
    case f3 = "F3"
    case f4 = "F4"
    case f5 = "F5"
    case f6 = "F6"
    case f7 = "F7"
    case f8 = "F8"
    case f9 = "F9"
    case f10 = "F10"
    case f11 = "F11"
    case f12 = "F12"
  }

  /// The keys held down with another one.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The bits: 1 Ctrl, 2 Alt, 4 Shift.
    public let rawValue: UInt8
    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Ctrl.
    public static let control = Modifiers(rawValue: 1)
    /// Alt, or Esc just before.
    public static let alt = Modifiers(rawValue: 2)
    /// Shift, where the character itself does not show it.
    public static let shift = Modifiers(rawValue: 4)
  }

  enum Code: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    case name(Name)
  }

  let code: Code
  /// What was held down.
  public let modifiers: Modifiers

  init(code: Code, modifiers: Modifiers) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A named key.
  public init(_ name: Name, modifiers: Modifiers = []) {
    self.init(code: .name(name), modifiers: modifiers)
  }

  /// A character key; nil for a control character, which no keyboard prints, and for private-use codes, which
  /// stand for keys and not for letters where terminals send them.
  ///
  /// Shift is in the character itself. With Ctrl, letters are lower case.
  public init?(_ scalar: Unicode.Scalar, modifiers: Modifiers = []) {
    guard scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value),
      scalar.properties.generalCategory != .privateUse,
      !scalar.properties.isNoncharacterCodePoint
    else { return nil }
    var scalar = scalar
    if modifiers.contains(.control), ("A"..."Z").contains(scalar) {
      scalar = Unicode.Scalar(UInt8(scalar.value + 0x20))
    }
    self.init(code: .scalar(scalar), modifiers: modifiers.subtracting(.shift))
  }

  /// Reads a key from its text; nil if it is none.
  public init?(parsing text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    var modifiers: Modifiers = []
    while scalars.count > 2, let first = scalars.first, scalars[scalars.startIndex + 1] == "-" {
      let modifier: Modifiers
      switch first {
      case "C": modifier = .control
      case "A": modifier = .alt
      case "S": modifier = .shift
      default: return nil
      }
      guard !modifiers.contains(modifier) else { return nil }
      modifiers.insert(modifier)
      scalars = scalars.dropFirst(2)
    }
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: scalars)
    let name = String(rest)
    if let named = Name(rawValue: name) {
      self.init(named, modifiers: modifiers)
    } else if scalars.count == 1 || name == "Space" {
      let scalar = name == "Space" ? " " : scalars[scalars.startIndex]
      guard !modifiers.contains(.shift), scalars.count > 1 || scalar != " " else { return nil }
      self.init(scalar, modifiers: modifiers)
    } else {
      return nil
    }
  }

  /// The character, if the key types one; nil for named keys and with Ctrl or Alt.
  public var scalar: Unicode.Scalar? {
    guard case .scalar(let scalar) = code, modifiers.isEmpty else { return nil }
    return scalar
  }

  /// The same key with more modifiers.
  func adding(_ more: Modifiers) -> Key {
    switch code {
    case .name(let name): Key(name, modifiers: modifiers.union(more))
    case .scalar(let scalar): Key(scalar, modifiers: modifiers.union(more)) ?? self
    }
  }
}

extension Key: CustomStringConvertible {
  /// The text that `init(parsing:)` reads back.
  public var description: String {
    var text = ""
    if modifiers.contains(.control) { text += "C-" }
    if modifiers.contains(.alt) { text += "A-" }
    if modifiers.contains(.shift) { text += "S-" }
    switch code {
    case .name(let name): text += name.rawValue
    case .scalar(" "): text += "Space"
    case .scalar(let scalar): text.unicodeScalars.append(scalar)
    }
    return text
  }
}

extension Key: ExpressibleByStringLiteral {
  /// A key written in the program; stops the program if the text is no key.
  public init(stringLiteral text: String) {
    guard let key = Key(parsing: text) else { preconditionFailure("no such key: \(text)") }
    self = key
  }
}
