import WorkshopCore

@testable import SessionStore

/// What must hold when only the part of a file is read that changed.
///
/// The fuzzer in `Tests/Fuzzing` checks it on pairs of files that it makes up.
enum ChangingLaws {
  /// What stands between the two files of a pair: a byte that UTF-8 does not have.
  static let split: UInt8 = 0xFF

  private static let file = DocumentFile(
    folder: "/nowhere", name: DocumentName(municipality: "Amsterdam"), fileSystem: .live,
    clock: .live)

  /// Content as the file system gives it.
  static func content(_ bytes: [UInt8]) -> FileContent {
    let identity = FileIdentity(
      device: 0, inode: 0, size: Int64(bytes.count), modified: 0, changed: 0)
    return FileContent(
      bytes: bytes, status: FileStatus(kind: .file, permissions: 0o600, identity: identity))
  }

  /// The copy that reading all of it gives; `nil` if it cannot be read.
  static func copy(_ bytes: [UInt8]) -> DocumentCopy? {
    try? file.copy(of: content(bytes), at: "x")
  }

  /// Tells whether only the part is read that changed.
  static func isPartOnly(from old: [UInt8], to new: [UInt8]) -> Bool {
    copy(old)?.changed(to: content(new)) != nil
  }

  /// Returns what is wrong with reading one file after another; `nil` if nothing is.
  static func fault(from old: [UInt8], to new: [UInt8]) -> String? {
    guard let before = copy(old) else { return nil }
    // A file that was written by this program is known to be so.
    let written = DocumentCoding.written(before.document)
    var known = before
    if written.bytes == old {
      known = DocumentCopy(
        bytes: old, identity: nil, permissions: 0, document: before.document,
        settled: before.settled, layout: written.layout)
      if let layout = before.layout, layout.lists != written.layout.lists {
        return "reading and writing tell different places"
      }
    }
    for before in [before, known] {
      guard let after = before.changed(to: content(new)) else { continue }
      guard let whole = copy(new) else { return "it took what cannot be read" }
      if after.document != whole.document { return "another document" }
      if after.settled != whole.settled { return "another history" }
      if after.layout?.lists != whole.layout?.lists { return "other places" }
      let bytes = DocumentCoding.bytes(of: after.document)
      if after.layout?.isCanonical ?? false, bytes != new { return "not what writing gives" }
      if let model = after.model {
        if DocumentCoding.written(after.document, like: model).bytes != bytes {
          return "other bytes from a model"
        }
      }
    }
    return nil
  }
}
