public import WorkshopCore

/// Reads the bytes of a file as JSON, strictly and in one pass.
///
/// Foundation's decoder takes duplicate names, other encodings and numbers it cannot hold, and tells
/// no place. Numbers keep their digits here, and each fault has its line and column.
/// Source: RFC 8259; I-JSON, RFC 7493, for duplicate names and surrogates.
public enum JSONScanner {
  /// How deep arrays and objects may stand in one another.
  public static let depthLimit = Limits.depth
  /// How long a file may be, in bytes.
  public static let sizeLimit = Limits.document

  /// Reads a document.
  public static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    try scan(bytes).value
  }

  /// A list that stands directly in the outermost object.
  struct List {
    /// The name of the member.
    let name: FieldName
    /// What stands between the brackets.
    var inside = 0..<0
    /// Each element.
    var elements: [Range<Int>] = []
  }

  /// Reads a document, and tells where the elements of its lists stand.
  static func scan(_ bytes: [UInt8]) throws(JSONFault) -> (value: JSONValue, lists: [List]) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(JSONFault) in
      var cursor = JSONCursor(buffer)
      do throws(JSONCursor.Failure) {
        let value = try cursor.document()
        return (value, cursor.lists)
      } catch {
        throw JSONFault(place: TextPlace(offset: error.offset, in: buffer), fact: error.fact)
      }
    }
  }

  /// Reads what stands in a part of a list in the outermost object; `nil` if that is not whole
  /// elements with their commas.
  ///
  /// - Parameters:
  ///   - range: The part, in bytes of the file.
  ///   - follows: Whether an element stands before it.
  ///   - leads: Whether an element stands after it.
  static func elements(of bytes: [UInt8], in range: Range<Int>, follows: Bool, leads: Bool)
    -> [(value: JSONValue, range: Range<Int>)]?
  {
    bytes.withUnsafeBufferPointer { buffer in
      var cursor = JSONCursor(UnsafeBufferPointer(rebasing: buffer[..<range.upperBound]))
      return try? cursor.elements(in: range, follows: follows, leads: leads)
    }
  }

  /// Finds where a value stands; the place of the last value on the way if the path leads nowhere.
  public static func place(of path: JSONPath, in bytes: [UInt8]) -> TextPlace {
    bytes.withUnsafeBufferPointer { buffer in
      var cursor = JSONCursor(buffer)
      return TextPlace(offset: cursor.offset(of: path), in: buffer)
    }
  }
}
