import ArgumentParser
import Foundation
import SessionStore
import WorkshopCore
import WorkshopReport

/// Where the result of a command goes.
enum Output {
  /// Refuses a path that leads into the folder of a workshop, before anything is read or written.
  ///
  /// - Parameters:
  ///   - path: The path; `nil` where none is named.
  ///   - names: The workshops of the command.
  ///   - sessions: The folder of sessions.
  static func check(_ path: String?, sessions names: [String], in sessions: String)
    throws(CommandError)
  {
    guard let path, !isStandardOutput(path) else { return }
    let folders = names.compactMap { try? SessionLocation($0, in: sessions).folder }
    let guarding = SessionGuard(named: folders)
    if let session = guarding.session(of: path) {
      throw .withinSession(file: path, session: session)
    }
    if let link = guarding.link(in: path) {
      throw .throughLink(file: path, link: link)
    }
  }

  /// Refuses a path whose ending promises something else than HTML.
  static func checkIsHTML(_ path: String?) throws {
    guard let path, let ending = OutputEnding(path), ending.format != .html else { return }
    throw ValidationError(
      "This is HTML and cannot be a \(ending.shown) file; use .html, and print it from a browser.")
  }

  /// Tells whether a path is the sign that stands for standard output, as for standard input in `note add`.
  private static func isStandardOutput(_ path: String) -> Bool { path.hasSameBytes(as: "-") }

  /// Writes bytes to a file, or to standard output where none is named.
  static func deliver(_ bytes: [UInt8], to path: String?) throws(CommandError) {
    if let path, !isStandardOutput(path) {
      try OutputFile.replace(path, with: bytes)
    } else {
      try StandardOutput.write(bytes: bytes)
    }
  }
}

/// Files that a command writes outside of sessions.
enum OutputFile {
  /// Puts bytes in the place of a file in one step; a device or a pipe is written to.
  static func replace(_ path: String, with bytes: [UInt8]) throws(CommandError) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard !isThere || status.st_mode & S_IFMT == S_IFREG else { return try write(bytes, to: path) }
    let target = isThere ? URL(filePath: path).resolvingSymlinksInPath().path : path
    let fresh = target + ".\(UInt64.random(in: .min ... .max)).new"
    // What a workshop said is nobody else's to read, unless a file that is there says otherwise.
    let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotWrite(file: path, reason: SystemReason.text(errno)) }
    defer { close(descriptor) }
    do throws(CommandError) {
      try DescriptorOutput.write(bytes, to: descriptor, name: path)
      if isThere { fchmod(descriptor, status.st_mode & 0o777) }
      guard fsync(descriptor) == 0, rename(fresh, target) == 0 else {
        throw .cannotWrite(file: path, reason: SystemReason.text(errno))
      }
    } catch {
      unlink(fresh)
      throw error
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(CommandError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .cannotWrite(file: path, reason: SystemReason.text(errno))
    }
    defer { close(descriptor) }
    try DescriptorOutput.write(bytes, to: descriptor, name: path)
  }
}

/// Files that a command reads outside of sessions.
enum InputFile {
  /// The bytes of a file, a pipe or a device, which may have no end.
  ///
  /// - Parameter mayWait: Whether it may be a pipe into which nobody has written yet.
  static func bytes(of path: String, limit: Int, mayWait: Bool = true) throws(CommandError)
    -> [UInt8]
  {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (mayWait ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw .cannotRead(file: path, reason: SystemReason.text(errno)) }
    if !mayWait {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        throw .cannotRead(file: path, reason: SystemReason.text(EINVAL))
      }
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let bytes: Data
    do {
      bytes = try handle.read(upToCount: limit + 1) ?? Data()
    } catch {
      throw .cannotRead(file: path, reason: SystemReason.text(error))
    }
    guard bytes.count <= limit else { throw .fileTooLarge(file: path, limit: limit) }
    return [UInt8](bytes)
  }
}
