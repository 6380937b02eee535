import Foundation

/// The three descriptors with which a program starts, and what happens when nobody reads.
enum StandardStreams {
  /// Makes writing to nowhere an error instead of a death, and keeps closed descriptors out of the way.
  ///
  /// A reader that leaves (`| head -1`) would end the program with a signal; the write says so instead,
  /// as it does where a file may grow no longer (`ulimit -f`).
  /// Of a descriptor that is closed the next file that is opened would take the number, and what is
  /// meant for people would be written into it. What stands there instead can be neither read nor
  /// written, as the one that is missing.
  static func settle() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for (descriptor, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free is the one that is missing.
      _ = open("/dev/null", mode)
    }
  }
}
