public import WorkshopCore

/// Reads the bytes of a file as JSON, strictly and in one pass.
///
/// Foundation's decoder takes duplicate names, other encodings and numbers it cannot hold, and tells
/// no place. Numbers keep their digits here, and each fault has its line and column.
/// Source: RFC 8259; I-JSON, RFC 7493, for duplicate names and surrogates.
public enum JSONScanner {
  /// How deep arrays and objects may stand in one another.
  public static let depthLimit = 64
  /// How long a file may be, in bytes.
  public static let sizeLimit = 256 << 20

  /// Reads a document.
  public static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    try bytes.withUnsafeBufferPointer { (buffer) throws(JSONFault) in
      var cursor = JSONCursor(buffer)
      do throws(JSONCursor.Failure) {
        return try cursor.document()
      } catch {
        throw JSONFault(place: TextPlace(offset: error.offset, in: buffer), fact: error.fact)
      }
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
