/// The name of a field, equal to another only when its UTF-8 bytes are.
///
/// `String` takes canonically equivalent texts for equal, which would let one of two fields of a
/// file written elsewhere disappear.
public struct FieldName: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  /// The name as it stands in the file.
  public let text: String

  /// Makes a name of any text.
  public init(_ text: String) { self.text = text }

  /// Makes a name of a literal.
  public init(stringLiteral value: String) { text = value }

  /// Tells whether both names have the same bytes.
  public static func == (left: FieldName, right: FieldName) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  /// Tells whether the bytes of `left` come first.
  public static func < (left: FieldName, right: FieldName) -> Bool {
    left.text.precedesByBytes(right.text)
  }

  /// Feeds the bytes of the name to a hasher.
  public func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

extension String {
  /// Tells whether two texts consist of the same UTF-8 bytes.
  public func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return withBytes(of: other) { $0.elementsEqual($1) }
  }

  /// Tells whether this text comes before another in the order of their UTF-8 bytes.
  public func precedesByBytes(_ other: String) -> Bool {
    withBytes(of: other) { $0.lexicographicallyPrecedes($1) }
  }

  /// Compares two texts where they are stored, which is many times faster than going over their views.
  private func withBytes(
    of other: String,
    _ compare: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    var left = self
    var right = other
    return left.withUTF8 { left in right.withUTF8 { compare(left, $0) } }
  }

  /// Feeds the UTF-8 bytes of this text to a hasher.
  func hashBytes(into hasher: inout Hasher) {
    var copy = self
    copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8(0xFF))
  }
}
