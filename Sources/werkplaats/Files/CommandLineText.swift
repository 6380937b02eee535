import Foundation

/// The arguments as the system gave them.
enum CommandLineText {
  /// Refuses arguments that are not UTF-8; Swift would replace what it can't read, and a note would
  /// not be what was typed.
  static func check() throws(CommandError) {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index] else { continue }
      let bytes = UnsafeBufferPointer(
        start: UnsafeRawPointer(argument).assumingMemoryBound(to: UInt8.self),
        count: strlen(argument))
      if String(validating: bytes, as: UTF8.self) == nil { throw .argumentNotUTF8(index) }
    }
  }
}
