import Foundation

/// What a target of the fuzzer in `Tests/Fuzzing` begins with, and what it once found.
public enum FuzzingCorpus {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing/Corpus")

  /// The files of a target by name.
  public static func files(of target: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = folder.appending(path: target)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.map { ($0, Array(try Data(contentsOf: folder.appending(path: $0)))) }
  }
}
