import Foundation

/// Standard output without a buffer: what was written is out.
enum StandardOutput {
  static func write(_ text: String) throws(CommandError) { try write(bytes: Array(text.utf8)) }

  static func write(line: String) throws(CommandError) { try write(line + "\n") }

  /// Writes a path on a line of its own: as it is for a program that goes on with it, and for a person
  /// with nothing in it that a terminal obeys.
  static func write(path: String) throws(CommandError) {
    try write(line: isatty(STDOUT_FILENO) == 1 ? VisibleText.line(path) : path)
  }

  static func write(bytes: [UInt8]) throws(CommandError) {
    try DescriptorOutput.write(bytes, to: STDOUT_FILENO, name: "standard output")
  }
}

/// Standard error, for people.
enum StandardError {
  /// Writes a line with nothing in it that a terminal obeys; where even that fails there is nobody to
  /// tell.
  static func write(_ line: String) {
    try? DescriptorOutput.write(
      Array((VisibleText.line(line) + "\n").utf8), to: STDERR_FILENO, name: "standard error")
  }
}

/// Writing to an open descriptor, however little the system takes at once.
enum DescriptorOutput {
  static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(CommandError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let went = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if went >= 0 {
        rest = rest.dropFirst(went)
      } else if errno != EINTR {
        throw .cannotWrite(file: name, reason: SystemReason.text(errno))
      }
    }
  }
}

/// Reasons in the words of the C library.
enum SystemReason {
  /// The words for an `errno`.
  static func text(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// The words for an error of Foundation.
  static func text(_ error: any Error) -> String {
    let error = error as NSError
    if error.domain == NSPOSIXErrorDomain { return text(Int32(error.code)) }
    guard let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error else {
      return error.localizedDescription
    }
    return text(cause)
  }
}
