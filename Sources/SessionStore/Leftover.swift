import WorkshopCore

/// A file that a save makes beside the document and takes away again, found after a program died.
///
/// A `.part` file was still being written: nobody was told that it is kept. A `.tmp` file is whole:
/// either it waited for its turn, or it is what stood in the document's place before, which may be an
/// edit by hand that nobody has merged yet. Both kinds are made under the lock only.
struct Leftover: Hashable, Sendable {
  /// How far the save had come.
  enum Stage: String, Sendable {
    case part
    case tmp
  }

  /// The document it belongs to.
  let document: DocumentName
  /// How far the save had come.
  let stage: Stage
  /// Its name in the folder.
  let fileName: String

  /// A new name for a save of a document.
  static func names(for document: DocumentName) -> (part: String, whole: String) {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    let random = String(repeating: "0", count: 16 - digits.count) + digits
    let stem = ".\(document.text).\(random)"
    return ("\(stem).\(Stage.part.rawValue)", "\(stem).\(Stage.tmp.rawValue)")
  }

  /// Takes a name for what it is; `nil` if it is not of this kind.
  init?(fileName: String) {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].isEmpty, parts[2].utf8.count == 16,
      parts[2].allSatisfy(\.isHexDigit), let stage = Stage(rawValue: String(parts[3])),
      let document = DocumentName(String(parts[1]))
    else { return nil }
    self.document = document
    self.stage = stage
    self.fileName = fileName
  }
}
