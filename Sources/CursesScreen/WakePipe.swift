import CTerminalGuard
import Glibc
import TextScreen

/// A pipe whose only message is that something happened.
///
/// Signal handlers and other threads write to it; the thread in poll(2) reads. It lives as long as
/// anyone holds it, so a late call never writes to a file descriptor that has become another's.
final class WakePipe: Waker {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws(TerminalError) {
    var ends: (Int32, Int32) = (-1, -1)
    let result = withUnsafeMutableBytes(of: &ends) { bytes in
      bytes.baseAddress.map { ctg_pipe($0.assumingMemoryBound(to: Int32.self)) } ?? -1
    }
    guard result == 0 else { throw .system("pipe", errno) }
    (readEnd, writeEnd) = ends
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func wake() {
    var byte: UInt8 = 0x77
    // A full pipe wakes just as well, and a signal in between has woken the reader already.
    _ = write(writeEnd, &byte, 1)
  }

  /// Takes out what was written.
  func drain() {
    var bytes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let size = MemoryLayout.size(ofValue: bytes)
    while read(readEnd, &bytes, size) == size {}
  }
}
