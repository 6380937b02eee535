/// The bytes of a file with what it was when they were read.
struct FileContent: Sendable {
  let bytes: [UInt8]
  let status: FileStatus
}

extension FileSystem {
  /// Why a whole file could not be read.
  enum ReadProblem: Error {
    case notAFile(FileStatus.Kind)
    case tooLarge
    case system(SystemFailure)
  }

  /// What has a name, without following a link; `nil` if nothing has.
  func statusIfPresent(_ path: String) throws(SystemFailure) -> FileStatus? {
    do {
      return try status(path)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// Reads a whole file; `nil` if there is none.
  ///
  /// The status is from before the first byte, so that a change while reading is seen later.
  func content(of path: String, limit: Int) throws(ReadProblem) -> FileContent? {
    // Opening a device can do things, and a socket cannot be opened: look first.
    guard let before = try asReadProblem({ () throws(SystemFailure) in try statusIfPresent(path) })
    else { return nil }
    guard before.kind == .file else { throw .notAFile(before.kind) }
    let descriptor: Int32
    do {
      descriptor = try open(path, .read)
    } catch {
      if error.isMissing { return nil }
      throw error.isLink ? .notAFile(.link) : .system(error)
    }
    defer { close(descriptor) }
    let status = try asReadProblem { () throws(SystemFailure) in try statusOfOpen(descriptor) }
    guard status.kind == .file else { throw .notAFile(status.kind) }
    let size = status.identity.size
    guard size <= limit else { throw .tooLarge }
    let bytes = try asReadProblem { () throws(SystemFailure) -> [UInt8] in
      try self.bytes(of: descriptor, expected: Int(size), limit: limit)
    }
    guard bytes.count <= limit else { throw .tooLarge }
    return FileContent(bytes: bytes, status: status)
  }

  /// Reads up to the end, or until there is more than the limit.
  private func bytes(of descriptor: Int32, expected: Int, limit: Int) throws(SystemFailure)
    -> [UInt8]
  {
    // One byte more than there should be, so that the read after the last byte finds the end.
    var bytes = [UInt8](repeating: 0, count: expected + 1)
    var count = 0
    while true {
      let more = try bytes.withUnsafeMutableBytes { buffer in
        Result { () throws(SystemFailure) in
          try read(descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
        }
      }.get()
      count += more
      if more == 0 || count > limit { break }
      if count == bytes.count { bytes += repeatElement(0, count: 65536) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  private func asReadProblem<Value>(_ body: () throws(SystemFailure) -> Value)
    throws(ReadProblem) -> Value
  {
    do {
      return try body()
    } catch {
      throw .system(error)
    }
  }

  /// Writes all bytes, however many calls it takes.
  func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFailure) {
    // The library's own closures throw anything; a result keeps the kind of error.
    var written = 0
    while written < bytes.count {
      written += try bytes.withUnsafeBytes { buffer in
        Result { () throws(SystemFailure) in
          try write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
        }
      }.get()
    }
  }

  /// Returns once the names in a folder are on the disk.
  ///
  /// A file system that cannot sync a folder (some network shares) is taken at its word.
  func syncFolder(_ path: String) throws(SystemFailure) {
    let descriptor = try open(path, .folder)
    defer { close(descriptor) }
    do throws(SystemFailure) {
      try sync(descriptor)
    } catch {
      guard error.isUnsupported else { throw error }
    }
  }
}
