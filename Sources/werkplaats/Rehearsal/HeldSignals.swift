import Foundation

/// Signals that ask the program to end, held back while it must not end half way.
///
/// Between making a throw-away folder and taking the terminal, and again between giving the terminal
/// back and removing the folder, a signal would end the program at once and leave the folder. Taking
/// the terminal lets them through again, as events.
enum HeldSignals {
  private static let numbers = [SIGTERM, SIGHUP, SIGINT]

  /// Holds them back on the main thread; other threads of the program do not take them.
  static func hold() { mask(SIG_BLOCK) }

  /// Lets them through; one that waits ends the program now.
  static func letThrough() { mask(SIG_UNBLOCK) }

  private static func mask(_ how: Int32) {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    pthread_sigmask(how, &set, nil)
  }
}
