/// Which key each control sequence stands for.
///
/// Source: xterm, "Control Sequences", PC-Style Function Keys; terminfo entries rxvt and linux.
enum KeySequences {
  /// The modifiers in xterm's code: one more than the sum of 1 Shift, 2 Alt, 4 Ctrl, 8 Meta.
  ///
  /// In the protocol of kitty 8, 16 and 32 are Super, Hyper and Meta, with which nobody types letters; what
  /// comes behind them are locks, which change no key but a letter.
  static func modifiers(_ code: Int) -> Key.Modifiers {
    guard (2...256).contains(code) else { return [] }
    let bits = code - 1
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 0b11_1010 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// What ESC [ parameters final means.
  static func meaning(
    parameters: String, final: UInt8, modifiers: Key.Modifiers
  ) -> SequenceScanner.Meaning {
    let fields = parameters.split(separator: ";", omittingEmptySubsequences: false).map { field in
      field.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    }
    func number(_ field: Int, _ part: Int = 0) -> Int? {
      fields.indices.contains(field) && fields[field].indices.contains(part)
        ? fields[field][part] : nil
    }
    let first = number(0)
    if final == 0x7E, fields.count == 1, first == 200 { return .pasteStart }
    if parameters.isEmpty, final == 0x49 || final == 0x4F {
      return .event(.focus(final == 0x49))
    }
    // Private parameters belong to mouse reports and answers nobody asked for.
    if let lead = parameters.utf8.first, (0x3C...0x3F).contains(lead) { return .nothing }
    // A key that is let go is no key that is pressed.
    if number(1, 1) == 3 { return .nothing }
    if final == 0x75 {
      return ExtendedKey(
        code: first, shifted: number(0, 1), modifiers: number(1) ?? 1,
        text: fields.count > 2 ? fields[2].compactMap(\.self) : []
      ).meaning(adding: modifiers)
    }
    if final == 0x7E, first == 27, fields.count == 3 {
      return ExtendedKey(code: number(2), shifted: nil, modifiers: number(1) ?? 1, text: [])
        .meaning(adding: modifiers)
    }
    var key: Key?
    var held = KeySequences.modifiers(number(1) ?? 1)
    switch final {
    case 0x7E, 0x24, 0x5E, 0x40:
      // rxvt ends in $ with Shift, ^ with Ctrl and @ with both.
      key = first.flatMap(numbered)
      if final == 0x24 || final == 0x40 { held.insert(.shift) }
      if final == 0x5E || final == 0x40 { held.insert(.control) }
    case 0x61...0x64:
      key = letter(final - 0x20)
      held.insert(.shift)
    case 0x5A:
      key = Key(.tab)
      held.insert(.shift)
    default:
      key = letter(final)
    }
    guard let key else { return .nothing }
    return .event(.key(key.adding(modifiers.union(held))))
  }

  /// What ESC O letter means.
  static func singleShift(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x61...0x64: letter(byte - 0x20)?.adding(.control)
    case 0x4D: Key(.enter)
    case 0x6A...0x79: Key(Unicode.Scalar(byte - 0x40))
    default: letter(byte)
    }
  }

  /// What ESC [ [ letter means on the Linux console.
  static func console(_ byte: UInt8) -> Key? {
    let names: [Key.Name] = [.f1, .f2, .f3, .f4, .f5]
    guard (0x41...0x45).contains(byte) else { return nil }
    return Key(names[Int(byte - 0x41)])
  }

  private static func letter(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x41: Key(.up)
    case 0x42: Key(.down)
    case 0x43: Key(.right)
    case 0x44: Key(.left)
    case 0x46: Key(.end)
    case 0x48: Key(.home)
    case 0x50: Key(.f1)
    case 0x51: Key(.f2)
    case 0x52: Key(.f3)
    case 0x53: Key(.f4)
    default: nil
    }
  }

  private static func numbered(_ number: Int) -> Key? {
    let names: [Int: Key.Name] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
      11: .f1, 12: .f2, 13: .f3, 14: .f4, 15: .f5, 17: .f6, 18: .f7, 19: .f8, 20: .f9, 21: .f10,
      23: .f11, 24: .f12,
    ]
    return names[number].map { Key($0) }
  }
}
