import Foundation
import Testing

/// Compares a text with the one recorded in `Snapshots` beside the test.
///
/// A missing snapshot, or `RECORD_SNAPSHOTS` in the environment, records the text and fails the
/// test, so that a recording run is never green and each picture is looked at.
public func expectSnapshot(
  of text: String, named name: String, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Snapshots")
  let url = folder.appending(path: name + ".txt")
  let text = text.hasSuffix("\n") ? text : text + "\n"
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  guard !isRecording, let recorded = try? String(contentsOf: url, encoding: .utf8) else {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name); look at it and run again", sourceLocation: sourceLocation)
    return
  }
  #expect(
    recorded == text, "\(name) looks different:\n\(text)\ninstead of:\n\(recorded)",
    sourceLocation: sourceLocation)
}
