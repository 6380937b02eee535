import Foundation
import Testing

/// A folder of its own in which the built program is run, and which is gone afterwards.
final class Sandbox {
  /// What a run of the program left behind.
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Standard output as JSON.
    func json() throws -> Any {
      try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
    }
  }

  /// A program that runs while the test goes on.
  struct Running {
    let process: Process
    let input: Pipe
    let output: Pipe
  }

  /// The folder.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "werkplaats-\(UUID())")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "sessions"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program, which is built beside the tests.
  static var program: URL {
    Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "werkplaats")
      ?? URL(filePath: "werkplaats")
  }

  /// The folder of sessions.
  var sessions: URL { folder.appending(path: "sessions") }

  /// The bytes of a file in the folder.
  func bytes(_ path: String) throws -> Data { try Data(contentsOf: folder.appending(path: path)) }

  /// Writes a file in the folder and returns its path.
  @discardableResult
  func write(_ text: String, to path: String) throws -> String {
    try write(Data(text.utf8), to: path)
  }

  /// Writes bytes to a file in the folder and returns its path.
  @discardableResult
  func write(_ bytes: Data, to path: String) throws -> String {
    let url = folder.appending(path: path)
    try bytes.write(to: url)
    return url.path
  }

  /// Makes a session with two municipalities and three participants.
  func makeSession(_ name: String = "proef") throws {
    let list = try write(
      "name,function,side,municipality\nNoor,coördinator,formal,Den Haag\n"
        + ",contactvrouw,informal,Utrecht\nAli,,both,Utrecht\n", to: "people-\(name).csv")
    let outcome = try run([
      "new", name, "--municipality", "Den Haag", "--municipality", "Utrecht", "--participants",
      list,
    ])
    try #require(outcome.code == 0, "\(outcome.errors)")
  }

  /// Adds a note and returns what came of it.
  @discardableResult
  func add(_ text: String, to session: String = "proef", _ options: [String] = []) throws -> Outcome
  {
    let home = options.contains("--group") ? [] : ["--municipality", "Utrecht"]
    let activity = options.contains("--activity") ? [] : ["--activity", "strengths"]
    return try run(["note", "add", session] + home + activity + options + ["--", text])
  }

  /// The notes of a session as `note list --json` tells them.
  func notes(_ session: String = "proef", _ options: [String] = []) throws -> [[String: Any]] {
    let outcome = try run(["note", "list", session, "--json"] + options)
    try #require(outcome.code == 0, "\(outcome.errors)")
    return try #require(try outcome.json() as? [[String: Any]])
  }

  /// Tells whether something that is being typed is on this machine's disk.
  ///
  /// It gets there a moment after it was typed; a power cut within that moment takes a letter.
  func remembers(_ text: String) throws -> Bool {
    let folder = folder.appending(path: "state/werkplaats")
    // What is still being written has another ending.
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { name in
      let bytes =
        name.hasSuffix(".json") ? try? Data(contentsOf: folder.appending(path: name)) : nil
      return bytes.map { String(decoding: $0, as: UTF8.self).contains(text) } ?? false
    }
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: What stands behind its name.
  ///   - input: What comes in by standard input.
  ///   - environment: What is added to the environment.
  ///   - output: The file that standard output goes to instead.
  func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
    output: String? = nil
  ) throws -> Outcome {
    try run(process(arguments, environment: environment), input: input, output: output)
  }

  /// Runs a command of the shell, to which the program is `$0`.
  func shell(_ command: String) throws -> Outcome {
    let process = process(["-c", command, Sandbox.program.path], environment: [:])
    process.executableURL = URL(filePath: "/bin/sh")
    process.environment?["PATH"] = "/usr/bin:/bin"
    return try run(process, input: Data(), output: nil)
  }

  private func run(_ process: Process, input: Data, output: String?) throws -> Outcome {
    let number = UUID().uuidString
    let inputFile = try write(input, to: "\(number).in")
    let outputFile = try output ?? write("", to: "\(number).out")
    let errorFile = try write("", to: "\(number).err")
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: inputFile))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: outputFile))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errorFile))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: output == nil ? String(decoding: try bytes("\(number).out"), as: UTF8.self) : "",
      errors: String(decoding: try bytes("\(number).err"), as: UTF8.self))
  }

  /// Starts the program with pipes for input and output.
  func start(_ arguments: [String]) throws -> Running {
    let process = process(arguments, environment: [:])
    let running = Running(process: process, input: Pipe(), output: Pipe())
    process.standardInput = running.input
    process.standardOutput = running.output
    try process.run()
    return running
  }

  private func process(_ arguments: [String], environment: [String: String]) -> Process {
    let process = Process()
    process.executableURL = Sandbox.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["WERKPLAATS_SESSIONS": sessions.path, "HOME": folder.path]
      .merging(environment) { $1 }
    return process
  }
}
