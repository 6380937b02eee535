import ArgumentParser
import Foundation

/// Where sessions are; every command takes it, before its name or after it.
struct SessionsOption: ParsableArguments {
  @Option(
    name: .customLong("sessions"),
    help: ArgumentHelp(
      "The folder of sessions, instead of WERKPLAATS_SESSIONS or `sessions`.", valueName: "dir"))
  var directory: String?

  /// The folder: the option, else the environment, else `sessions` where the program was started.
  var folder: String {
    if let directory { return directory }
    let set = ProcessInfo.processInfo.environment["WERKPLAATS_SESSIONS"] ?? ""
    return set.isEmpty ? "sessions" : set
  }

  func validate() throws {
    if directory?.isEmpty == true {
      throw ValidationError("--sessions needs the path of a folder.")
    }
  }
}
