/// Turns the bytes a terminal sends into events, however the bytes are cut into reads.
///
/// Understands UTF-8, the sequences of xterm and its many relatives, of rxvt and of the Linux
/// console, Alt as a preceding ESC, focus reports and bracketed paste. A sequence it does not know
/// is dropped whole, and so is a terminal's answer in a control string (its colours, its name), so that
/// no part of them counts as a key. Within a paste every byte is text.
///
/// Sources: xterm, "Control Sequences" (ctlseqs); ECMA-48, 5.4.
public struct InputDecoder: Sendable {
  /// The most bytes of one paste that are kept.
  public static let maximumPaste = 4 << 20
  /// What a longer paste ends in.
  public static let pasteOmission = " […]"

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private var pending: [UInt8] = []
  private var paste: [UInt8] = []
  private var isPasteCut = false
  /// Whether a sequence that is too long to be one has begun and not ended.
  private var isSkipping = false
  /// Whether a control string has begun and not ended.
  private var isInString = false

  /// Whether nothing came for so long that an ESC before it is no Alt any more.
  private var isPaused = false

  /// Whether all that came after such an ESC is a letter that a sequence could go on with.
  private var isParted = false

  /// Whether a paste has begun and not ended.
  public private(set) var isPasting = false

  /// Makes a decoder that has seen nothing yet.
  public init() {}

  /// Whether the last bytes may be the beginning of something longer.
  ///
  /// If nothing follows soon, `flush()` tells what they are by themselves: ESC, for one, is both
  /// the Esc key and the start of every sequence.
  public var isWaiting: Bool { !isPasting && (isSkipping || isInString || !pending.isEmpty) }

  /// Takes bytes as they were read and returns what they complete.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    let before = pending.count
    pending.append(contentsOf: bytes)
    guard pending.count > before else { return [] }
    isParted = false
    guard isPaused else { return decode(isComplete: false) }
    isPaused = false
    return parted(at: before) + decode(isComplete: false)
  }

  /// Takes notice that nothing came for a moment.
  ///
  /// Terminals send the ESC of Alt and its letter at once. Over a slow line the bytes of a sequence may come
  /// apart for longer, so the ESC still waits for what only a sequence goes on with: `[`, `O`, `]`, `P`, `_`, and the Enter
  /// and Backspace of A-Enter and A-Backspace.
  public mutating func pause() { isPaused = isWaiting }

  /// Whether notice was taken of a moment without bytes, since the last ones.
  public var hasPaused: Bool { isPaused }

  /// The Esc keys that stood before a letter which came too late to be one key with them.
  private mutating func parted(at count: Int) -> [InputEvent] {
    guard !isPasting, !isSkipping, !isInString, pending[..<count].allSatisfy({ $0 == 0x1B }) else {
      return []
    }
    switch pending[count] {
    case 0x5B, 0x4F, 0x5D, 0x50, 0x5F:
      isParted = pending.count == count + 1
      return []
    case 0x0D, 0x7F: return []
    default: return standAlone(count)
    }
  }

  /// Takes the first bytes, which are all ESC, for as many Esc keys.
  private mutating func standAlone(_ count: Int) -> [InputEvent] {
    pending.removeFirst(count)
    return Array(repeating: .key(Key(.escape)), count: count)
  }

  /// Decodes what is left as if nothing followed it; ends a paste that was never closed.
  public mutating func flush() -> [InputEvent] {
    var events = isParted ? standAlone(pending.count - 1) : []
    isParted = false
    events += decode(isComplete: true)
    isSkipping = false
    isInString = false
    isPaused = false
    if isPasting {
      keep(pending[...])
      pending = []
      events.append(endPaste())
    }
    return events
  }

  private mutating func decode(isComplete: Bool) -> [InputEvent] {
    var events: [InputEvent] = []
    var position = 0
    while position < pending.count {
      if isPasting {
        guard takePaste(&position, &events) else { break }
        continue
      }
      if isSkipping {
        skip(&position)
        continue
      }
      if isInString {
        isInString = ControlString.skip(pending, &position, isComplete: isComplete)
        if isInString { break }
        continue
      }
      var scanner = SequenceScanner(pending[position...], isComplete: isComplete)
      guard let result = scanner.next() else { break }
      position += result.length
      switch result.meaning {
      case .event(let event): events.append(event)
      case .pasteStart: isPasting = true
      case .endless: isSkipping = true
      case .controlString: isInString = true
      case .nothing: break
      }
    }
    pending.removeFirst(position)
    return events
  }

  /// Leaves out the rest of a sequence that is noise, up to what ends it.
  private mutating func skip(_ position: inout Int) {
    while position < pending.count, SequenceScanner.isParameter(pending[position]) {
      position += 1
    }
    guard position < pending.count else { return }
    if SequenceScanner.isFinal(pending[position]) { position += 1 }
    isSkipping = false
  }

  /// Takes text up to the end of the paste; false if that has not come yet.
  private mutating func takePaste(_ position: inout Int, _ events: inout [InputEvent]) -> Bool {
    let rest = pending[position...]
    var search = rest.startIndex
    while let escape = rest[search...].firstIndex(of: 0x1B) {
      let candidate = rest[escape...].prefix(InputDecoder.pasteEnd.count)
      if candidate.elementsEqual(InputDecoder.pasteEnd) {
        keep(rest[..<escape])
        position = escape + InputDecoder.pasteEnd.count
        events.append(endPaste())
        return true
      }
      if candidate.endIndex == rest.endIndex, InputDecoder.pasteEnd.starts(with: candidate) {
        // The end marker itself may be cut in two.
        keep(rest[..<escape])
        position = escape
        return false
      }
      search = escape + 1
    }
    keep(rest)
    position = rest.endIndex
    return false
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    let room = InputDecoder.maximumPaste - paste.count
    paste.append(contentsOf: bytes.prefix(room))
    if bytes.count > room { isPasteCut = true }
  }

  private mutating func endPaste() -> InputEvent {
    var bytes = paste
    // The cut may have gone through a character.
    if isPasteCut {
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    }
    if bytes.contains(0x0D) {
      // Terminals send CR for the newlines in a paste.
      var lines: [UInt8] = []
      lines.reserveCapacity(bytes.count)
      var afterReturn = false
      for byte in bytes {
        if byte == 0x0D || byte != 0x0A || !afterReturn { lines.append(byte == 0x0D ? 0x0A : byte) }
        afterReturn = byte == 0x0D
      }
      bytes = lines
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if isPasteCut { text += InputDecoder.pasteOmission }
    paste = []
    isPasteCut = false
    isPasting = false
    return .paste(text)
  }
}
