import Foundation
import Testing

/// Two laptops with a real Syncthing between them, as short as it can be; `.ci/check_syncthing.py` alone
/// is the whole story.
struct SyncthingTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(
      path: ".ci/check_syncthing.py")

  private static var isPossible: Bool {
    ["syncthing", "python3"].allSatisfy { name in
      let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
      return folders.split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
      }
    }
  }

  @Test(
    .enabled(if: isPossible, "left out: Syncthing or Python is not installed here"),
    .timeLimit(.minutes(3)))
  func `two laptops that were apart end with all notes and the same bytes`() throws {
    let sandbox = try Sandbox()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Self.script.path, "--program", Sandbox.program.path, "--quick", "--seconds", "150",
    ]
    let output = try sandbox.write("", to: "output")
    let handle = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: output, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.contains("on both laptops, the same bytes"), "\(text)")
  }
}
