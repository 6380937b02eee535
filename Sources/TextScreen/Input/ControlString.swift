/// Finds where the answers end that a terminal gives as text between an introducer and a terminator.
///
/// They come unasked when another program asked and left, and late over a slow line: the colours of the
/// terminal (OSC), its name (DCS), what became of a picture (APC). Source: ECMA-48, 5.6 and 8.3; xterm,
/// "Control Sequences".
enum ControlString {
  /// Tells whether what follows ESC begins one, and not what is typed after a key with Alt.
  ///
  /// SOS and PM are left out: no terminal sends them, and `X` and `^` with Alt are keys.
  static func begins(_ introducer: UInt8, _ first: UInt8) -> Bool {
    switch introducer {
    case 0x5D: (0x30...0x39).contains(first)
    case 0x50: (0x20...0x3F).contains(first)
    case 0x5F: first == 0x47
    default: false
    }
  }

  /// What follows ESC at the beginning of one: OSC, DCS and APC.
  static let introducers: Set<UInt8> = [0x5D, 0x50, 0x5F]

  /// Leaves out bytes up to the terminator; true if it has not come yet.
  ///
  /// ST and BEL end a string, CAN and SUB break it off, and so does the ESC of another sequence.
  static func skip(_ bytes: [UInt8], _ position: inout Int, isComplete: Bool) -> Bool {
    while position < bytes.count {
      switch bytes[position] {
      case 0x07, 0x18, 0x1A:
        position += 1
        return false
      case 0x1B:
        guard position + 1 < bytes.count else {
          // The ESC of a terminator that was cut in two is no key.
          if isComplete { position += 1 }
          return !isComplete
        }
        if bytes[position + 1] == 0x5C { position += 2 }
        return false
      default: position += 1
      }
    }
    return true
  }
}
