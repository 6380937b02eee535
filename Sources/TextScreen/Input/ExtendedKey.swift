/// A key as terminals report it in their extended keyboard modes: by a code, what is held with it, and its text.
///
/// A program that was killed, or another terminal behind ssh, may have left such a mode on.
/// Sources: xterm, "modifyOtherKeys"; kitty, "Comprehensive keyboard handling in terminals".
struct ExtendedKey {
  /// The code point of the key without Shift, a control code, or a code of kitty's for a key without one.
  var code: Int?
  /// The code point with Shift, where it was sent.
  var shifted: Int?
  /// What is held, in xterm's code with kitty's additions.
  var modifiers: Int
  /// The text that the key makes, as code points, where it was sent.
  var text: [Int]

  /// What it means, with what an ESC before it adds.
  func meaning(adding more: Key.Modifiers) -> SequenceScanner.Meaning {
    var held = KeySequences.modifiers(modifiers).union(more)
    if held.isDisjoint(with: [.control, .alt]), let typed = typed {
      let keys = typed.unicodeScalars.compactMap { Key($0) }
      return keys.count == 1 ? .event(.key(keys[0])) : .event(.paste(typed))
    }
    guard let code, let key = key(code, shift: held.contains(.shift)) else { return .nothing }
    if key.scalar != nil { held.remove(.shift) }
    return .event(.key(key.adding(held)))
  }

  /// The text that was sent, if letters are in it.
  private var typed: String? {
    let scalars = text.compactMap { UInt32(exactly: $0).flatMap(Unicode.Scalar.init) }
    let letters = scalars.filter { Key($0) != nil }
    return letters.isEmpty ? nil : String(String.UnicodeScalarView(letters))
  }

  private func key(_ code: Int, shift: Bool) -> Key? {
    switch code {
    case 8, 127: return Key(.backspace)
    case 9: return Key(.tab)
    case 13: return Key(.enter)
    case 27: return Key(.escape)
    default: break
    }
    if let key = ExtendedKey.keypad[code] { return key }
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
    // Caps Lock counts for letters only.
    let isLocked = (2...256).contains(modifiers) && (modifiers - 1) & 64 != 0
    let isUpper = scalar.properties.isAlphabetic && shift != isLocked
    if shift, let shifted, let other = UInt32(exactly: shifted).flatMap(Unicode.Scalar.init) {
      return Key(other)
    }
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    return Key(isUpper && upper.count == 1 ? upper[upper.startIndex] : scalar)
  }

  /// The keys of the keypad, and others that have a code of kitty's only.
  private static let keypad: [Int: Key] = {
    var keys: [Int: Key] = [:]
    for digit in 0...9 {
      if let scalar = Unicode.Scalar(UInt32(0x30 + digit)) { keys[57399 + digit] = Key(scalar) }
    }
    for (index, sign) in ([".", "/", "*", "-", "+"] as [Unicode.Scalar]).enumerated() {
      keys[57409 + index] = Key(sign)
    }
    let named: [(Int, Key.Name)] = [
      (57344, .escape), (57345, .enter), (57346, .tab), (57347, .backspace), (57414, .enter),
      (57417, .left), (57418, .right), (57419, .up), (57420, .down), (57421, .pageUp),
      (57422, .pageDown), (57423, .home), (57424, .end), (57425, .insert), (57426, .delete),
    ]
    for (code, name) in named { keys[code] = Key(name) }
    keys[57415] = "="
    keys[57416] = ","
    return keys
  }()
}
