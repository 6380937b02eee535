/// What the first bytes of a file tell: whether it is a document of a session, wherever it lies and whatever
/// its name.
public struct DocumentStart: Sendable {
  /// How many bytes are looked at.
  public static let length = 4096

  /// Tells whether it says so itself: an object that names a format or a workshop.
  public let isCertain: Bool
  /// Tells whether it is certain, or may be one that somebody typed or shortened.
  ///
  /// A report of this program has notes as well, so that this is worth a look and no more.
  public let isLikely: Bool
  /// Tells whether it seems to list records that are blanked.
  let tellsOfErasing: Bool

  /// Looks at the start of a file.
  ///
  /// - Parameter bytes: Its first bytes.
  public init(_ bytes: some Sequence<UInt8>) {
    let text = String(decoding: Array(bytes.prefix(DocumentStart.length)), as: UTF8.self)
    let isObject = text.unicodeScalars.first { !DocumentStart.passed.contains($0) } == "{"
    isCertain = isObject && ["\"formatVersion\"", "\"workshopId\""].contains { text.contains($0) }
    tellsOfErasing = isObject && text.contains(/"erased"\s*:\s*\[/)
    isLikely = isCertain || isObject && text.contains("\"notes\"")
  }

  /// White space, and the byte order mark.
  private static let passed: Set<Unicode.Scalar> = [" ", "\t", "\n", "\r", "\u{FEFF}"]
}
