public import WorkshopCore

/// A place in a text: line and column, both from 1, the column counted in Unicode scalars.
public struct TextPlace: Hashable, Sendable {
  /// The line.
  public let line: Int
  /// The column.
  public let column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Counts lines and scalars up to a byte.
  init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(line: line, column: column)
  }
}

/// Why some bytes are not a JSON document that this program reads, and where.
public struct JSONFault: Error, Hashable, Sendable {
  /// The place.
  public let place: TextPlace
  /// What is wrong there.
  public let fact: Fact

  /// What is wrong.
  public enum Fact: Hashable, Sendable {
    /// There is nothing, or nothing but white space.
    case empty
    /// There are more bytes than this many.
    case tooLarge(limit: Int)
    /// There is nothing but zeros.
    case zeros
    /// It begins with a byte order mark.
    case byteOrderMark
    /// It is in another encoding, for instance `UTF-16`.
    case otherEncoding(String)
    /// A byte that no UTF-8 text has there.
    case invalidUTF8
    /// A NUL byte.
    case nul
    /// Arrays and objects stand in one another more than this many deep.
    case tooDeep(limit: Int)
    /// An object has this name twice.
    case duplicateName(FieldName)
    /// Something stands where something else must.
    case unexpected(Unicode.Scalar, expected: Expectation)
    /// The file ends where something must come.
    case unexpectedEnd(expected: Expectation)
    /// A text has no closing quotation mark.
    case unterminatedText
    /// A control character stands in a text without being escaped.
    case control(UInt8)
    /// A backslash before something that cannot be escaped.
    case badEscape
    /// Half of a surrogate pair, which stands for no character.
    case loneSurrogate
    /// A number that JSON has not, for instance with a leading zero.
    case badNumber
    /// More text after the end of the document.
    case trailing
  }

  /// What must come at a place.
  public enum Expectation: String, Hashable, Sendable {
    case value
    case name
    case nameOrEnd
    case colon
    case commaOrBrace
    case commaOrBracket
    case end
  }

  /// Makes a fault.
  public init(place: TextPlace, fact: Fact) {
    self.place = place
    self.fact = fact
  }
}
