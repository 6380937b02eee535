/// The right to write in a session's folder, which one program has at a time.
///
/// Who wants it takes `.turn` first and gives it back once it has `.lock`. So only one waits for
/// `.lock`, and who just had it cannot take it again before those who wait. The two files are never
/// replaced, so that nobody holds the lock of a file that is gone.
struct SessionLock: ~Copyable {
  private let descriptor: Int32
  private let fileSystem: FileSystem

  /// How long to wait for others, in nanoseconds.
  static let patience: Int64 = 10_000_000_000

  /// Waits for the lock of a folder.
  init(folder: String, fileSystem: FileSystem, clock: StoreClock) throws(StoreError) {
    let deadline = clock.uptime() + SessionLock.patience
    let turn = try SessionLock.take(
      folder + "/.turn", until: deadline, fileSystem: fileSystem, clock: clock)
    defer { fileSystem.close(turn) }
    descriptor = try SessionLock.take(
      folder + "/.lock", until: deadline, fileSystem: fileSystem, clock: clock)
    self.fileSystem = fileSystem
  }

  deinit { fileSystem.close(descriptor) }

  private static func take(
    _ path: String, until deadline: Int64, fileSystem: FileSystem, clock: StoreClock
  ) throws(StoreError) -> Int32 {
    var pause: Int64 = 200_000
    while true {
      do {
        if let descriptor = try fileSystem.hold(path, .lock) { return descriptor }
      } catch {
        throw StoreError(
          file: path, fact: error.isLink ? .notAFile(.link) : .cannotWrite(error))
      }
      guard clock.uptime() < deadline else {
        throw StoreError(file: path, fact: .busy(seconds: Int(patience / 1_000_000_000)))
      }
      clock.pause(pause)
      pause = min(pause * 2, 4_000_000)
    }
  }
}
