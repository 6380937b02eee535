import CTerminalGuard
import Glibc

/// What ncurses writes, gathered so that a repaint goes to the terminal in one piece.
///
/// ncurses empties its own buffer before every character that is not ASCII, which makes a system
/// call of each; over a slow line a screen would be seen to crawl. It also needs a stream of its
/// own, and a terminal that hangs must be met by us, not by it.
struct OutputBuffer {
  /// The stream for ncurses.
  let stream: UnsafeMutablePointer<FILE>

  init() throws(TerminalError) {
    let descriptor = ctg_memory_file()
    guard descriptor >= 0 else { throw .system("memfd_create", errno) }
    guard let stream = fdopen(descriptor, "w+") else {
      let number = errno
      Glibc.close(descriptor)
      throw .system("fdopen", number)
    }
    self.stream = stream
  }

  /// Takes out what was written since the last time.
  func take() -> [UInt8] {
    fflush(stream)
    let descriptor = fileno(stream)
    let end = lseek(descriptor, 0, SEEK_CUR)
    guard end > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(end)) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, Int(end), 0))
    }
    lseek(descriptor, 0, SEEK_SET)
    ftruncate(descriptor, 0)
    return bytes
  }

  /// Ends the stream; ncurses must not use it any more.
  func close() {
    fclose(stream)
  }
}
