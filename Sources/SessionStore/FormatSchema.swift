import CEmbeddedFiles

/// The JSON Schema (2020-12) of a kind of file in a session, as it is embedded in the program.
///
/// It describes strictly what the program writes, and leaves room for fields that it does not know.
public enum FormatSchema: String, CaseIterable, Sendable {
  /// The schema of `session.json`.
  case session
  /// The schema of the files with notes: those of municipalities, and `plenary.json`.
  case notes

  /// The schema as bytes of a file.
  public var bytes: [UInt8] {
    let file = embedded_schema("\(rawValue).schema.json")
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
