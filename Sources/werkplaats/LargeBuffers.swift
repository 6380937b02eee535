import CAllocator

/// How the memory of whole files is asked for.
enum LargeBuffers {
  /// From this many bytes on a buffer is given back to the system when it is freed.
  private static let threshold: Int32 = 512 << 10

  /// Keeps the memory of a program that saves for hours as small as what it holds.
  ///
  /// A file grows a little with each save, and so does each buffer for it. Glibc learns to take
  /// such buffers from the heap, where each leaves a hole that is just too small for the next:
  /// after thousands of saves of a large workshop that was gigabytes.
  static func giveBack() { _ = ca_give_back_from(threshold) }
}
