/// Writes JSON values as bytes: the same value always as the same bytes.
///
/// Foundation's encoder knows only alphabetical order and rewrites numbers; a file for people shows
/// the current text first and its history after it.
public struct JSONWriter {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []
  private let indented: Bool
  private var depth = 0

  /// Makes a writer that breaks lines and indents by two spaces, or one that does neither.
  public init(indented: Bool = true) { self.indented = indented }

  /// Returns the bytes of a value without line breaks, for comparing and hashing.
  public static func compact(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(indented: false)
    writer.write(value)
    return writer.bytes
  }

  /// Writes a value whose objects are in the order of their names.
  public mutating func write(_ value: JSONValue) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let digits): bytes += digits.utf8
    case .string(let text): writeText(text)
    case .array(let values): writeList(values) { $1.write($0) }
    case .object(let object):
      guard !object.isEmpty else { return bytes += "{}".utf8 }
      open(0x7B)
      for (index, member) in object.members.enumerated() {
        writeName(member.name, index: index)
        write(member.value)
      }
      close(0x7D)
    }
  }

  /// Writes an object whose members come in the given order.
  public mutating func writeMembers(_ members: [(FieldName, (inout JSONWriter) -> Void)]) {
    guard !members.isEmpty else { return bytes += "{}".utf8 }
    open(0x7B)
    for (index, member) in members.enumerated() {
      writeName(member.0, index: index)
      member.1(&self)
    }
    close(0x7D)
  }

  /// Writes an object of values whose members come in the given order.
  mutating func writeMembers(_ members: [(FieldName, JSONValue)]) {
    open(0x7B)
    for (index, member) in members.enumerated() {
      writeName(member.0, index: index)
      write(member.1)
    }
    close(0x7D)
  }

  /// Writes an array of which each element writes itself.
  public mutating func writeList(_ elements: [(inout JSONWriter) -> Void]) {
    writeList(elements) { $0(&$1) }
  }

  /// Writes an array of which each element is written by the same function.
  mutating func writeList<Element>(
    _ elements: [Element], _ writeElement: (Element, inout JSONWriter) -> Void
  ) {
    guard !elements.isEmpty else { return bytes += "[]".utf8 }
    open(0x5B)
    for (index, element) in elements.enumerated() {
      separate(index)
      writeElement(element, &self)
    }
    close(0x5D)
  }

  /// Writes what another writer has written at the same depth.
  mutating func copy(_ written: ArraySlice<UInt8>) { bytes += written }

  /// Makes room for what is about to be written.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Ends the document with a line break.
  public mutating func endDocument() { bytes.append(0x0A) }

  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
  }

  private mutating func writeName(_ name: FieldName, index: Int) {
    separate(index)
    writeText(name.text)
    bytes.append(0x3A)
    if indented { bytes.append(0x20) }
  }

  private mutating func separate(_ index: Int) {
    if index > 0 { bytes.append(0x2C) }
    newLine()
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    newLine()
    bytes.append(bracket)
  }

  private mutating func newLine() {
    guard indented else { return }
    bytes.append(0x0A)
    for _ in 0..<depth { bytes += [0x20, 0x20] }
  }

  /// Writes a text between quotation marks.
  ///
  /// Controls, DEL to U+009F and the line separators are escaped, so that a file shown with `cat`
  /// sends nothing to the terminal; all else stays as it is.
  private mutating func writeText(_ text: String) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { buffer in
      var index = 0
      var start = 0
      while index < buffer.count {
        let byte = buffer[index]
        let isPlain = byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte < 0x7F
        if isPlain || (byte >= 0x80 && !Self.needsEscape(buffer, index)) {
          index += 1
          continue
        }
        bytes += buffer[start..<index]
        index += writeEscape(buffer, index)
        start = index
      }
      bytes += buffer[start..<buffer.count]
    }
    bytes.append(0x22)
  }

  /// Tells whether a C1 control (C2 80…9F) or a line separator (E2 80 A8/A9) begins here.
  private static func needsEscape(_ buffer: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch buffer[index] {
    case 0xC2: index + 1 < buffer.count && buffer[index + 1] < 0xA0
    case 0xE2:
      index + 2 < buffer.count && buffer[index + 1] == 0x80
        && (buffer[index + 2] == 0xA8 || buffer[index + 2] == 0xA9)
    default: false
    }
  }

  private mutating func writeEscape(_ buffer: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch buffer[index] {
    case 0x22: bytes += #"\""#.utf8
    case 0x5C: bytes += #"\\"#.utf8
    case 0x0A: bytes += #"\n"#.utf8
    case 0x0D: bytes += #"\r"#.utf8
    case 0x09: bytes += #"\t"#.utf8
    case 0xC2:
      writeUnicodeEscape(UInt16(buffer[index + 1]))
      return 2
    case 0xE2:
      writeUnicodeEscape(0x2000 | UInt16(buffer[index + 2] & 0x3F))
      return 3
    default: writeUnicodeEscape(UInt16(buffer[index]))
    }
    return 1
  }

  private mutating func writeUnicodeEscape(_ unit: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    bytes += #"\u"#.utf8
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift)) & 0xF]) }
  }
}
