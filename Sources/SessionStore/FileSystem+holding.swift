extension FileSystem {
  /// Writes a new file and holds its lock; it is on the disk when this returns, and its name may not be.
  ///
  /// Nothing stays of one that could not be written.
  ///
  /// - Returns: Its descriptor; whoever closes it gives the lock back.
  func newFile(_ bytes: [UInt8], at path: String) throws(SystemFailure) -> Int32 {
    let descriptor = try open(path, .create)
    do throws(SystemFailure) {
      // A disk without locks has no dead programs that can be told from others.
      _ = try? tryLock(descriptor)
      try writeAll(bytes, to: descriptor)
      try sync(descriptor)
      return descriptor
    } catch {
      close(descriptor)
      try? remove(path)
      throw error
    }
  }

  /// Writes a new file; it is on the disk when this returns, and its name may not be.
  ///
  /// Nothing stays of one that could not be written.
  func writeNewFile(_ bytes: [UInt8], at path: String) throws(SystemFailure) {
    close(try newFile(bytes, at: path))
  }

  /// Removes a new file that a dead program left on the way to its name; one that is being written is held.
  func removeLeft(_ path: String) {
    guard (try? status(path))?.kind == .file, let hold = (try? hold(path, .read)) ?? nil else {
      return
    }
    defer { close(hold) }
    try? remove(path)
  }

  /// Opens something that has a lock and takes it, until the descriptor is closed; `nil` if another has it,
  /// or if it no longer has the name.
  ///
  /// Somebody who tidies up may have removed it since; then its lock keeps nobody out.
  func hold(_ path: String, _ purpose: Purpose) throws(SystemFailure) -> Int32? {
    let descriptor = try open(path, purpose)
    do throws(SystemFailure) {
      if try tryLock(descriptor) {
        let opened = try statusOfOpen(descriptor)
        let there = try statusIfPresent(path)
        if let there, there.identity.isSameFile(as: opened.identity) { return descriptor }
      }
    } catch {
      close(descriptor)
      throw error
    }
    close(descriptor)
    return nil
  }
}
