import CFileExchange
import Glibc

extension FileSystem {
  /// The operating system itself.
  public static let live = FileSystem(
    open: { (path, purpose) throws(SystemFailure) in
      let flags =
        switch purpose {
        case .read: O_RDONLY | O_NOFOLLOW | O_NONBLOCK
        case .create: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW
        case .lock: O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK
        case .folder: O_RDONLY | O_DIRECTORY
        }
      return try repeating(.open) { Glibc.open(path, flags | O_CLOEXEC, 0o600) }
    },
    // Not repeated after EINTR: on Linux the descriptor is gone even then.
    close: { descriptor in _ = Glibc.close(descriptor) },
    read: { (descriptor, buffer) throws(SystemFailure) in
      try repeating(.read) { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    },
    write: { (descriptor, bytes) throws(SystemFailure) in
      let count = try repeating(.write) {
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      }
      // Who writes all would try for ever.
      guard count > 0 || bytes.isEmpty else { throw SystemFailure(.write, code: EIO) }
      return count
    },
    sync: { (descriptor) throws(SystemFailure) in
      _ = try repeating(.sync) { fsync(descriptor) }
    },
    status: { (path) throws(SystemFailure) in
      try status { lstat(path, &$0) }
    },
    statusOfTarget: { (path) throws(SystemFailure) in
      try status { stat(path, &$0) }
    },
    statusOfOpen: { (descriptor) throws(SystemFailure) in
      try status { fstat(descriptor, &$0) }
    },
    setPermissions: { (descriptor, permissions) throws(SystemFailure) in
      _ = try repeating(.permissions) { fchmod(descriptor, permissions) }
    },
    list: { (path) throws(SystemFailure) in try names(in: path) },
    exchange: { (one, other) throws(SystemFailure) in
      _ = try repeating(.exchange) { cfe_exchange(one, other) }
    },
    renameIfAbsent: { (from, to) throws(SystemFailure) in
      _ = try repeating(.rename) { cfe_rename_if_absent(from, to) }
    },
    rename: { (from, to) throws(SystemFailure) in
      _ = try repeating(.rename) { Glibc.rename(from, to) }
    },
    remove: { (path) throws(SystemFailure) in _ = try repeating(.remove) { unlink(path) } },
    removeFolder: { (path) throws(SystemFailure) in _ = try repeating(.remove) { rmdir(path) } },
    makeFolder: { (path) throws(SystemFailure) in
      _ = try repeating(.makeFolder) { mkdir(path, 0o700) }
    },
    // flock, for its lock belongs to the open file: it keeps apart two processes and also two
    // descriptors of one process, which fcntl's classic locks do not.
    tryLock: { (descriptor) throws(SystemFailure) in
      do throws(SystemFailure) {
        _ = try repeating(.lock) { flock(descriptor, LOCK_EX | LOCK_NB) }
        return true
      } catch {
        guard error.code == EWOULDBLOCK else { throw error }
        return false
      }
    })

  /// Calls again when a signal came in between, and turns -1 into the reason.
  private static func repeating<Number: SignedInteger>(
    _ call: SystemFailure.Call, _ body: () -> Number
  ) throws(SystemFailure) -> Number {
    while true {
      let result = body()
      if result != -1 { return result }
      let code = errno
      if code != EINTR { throw SystemFailure(call, code: code) }
    }
  }

  private static func status(_ body: (inout stat) -> Int32) throws(SystemFailure) -> FileStatus {
    var buffer = stat()
    _ = try repeating(.status) { body(&buffer) }
    let kind: FileStatus.Kind =
      switch buffer.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .fifo
      case S_IFSOCK: .socket
      default: .device
      }
    return FileStatus(
      kind: kind, permissions: buffer.st_mode & 0o777,
      identity: FileIdentity(
        device: UInt64(buffer.st_dev), inode: UInt64(buffer.st_ino), size: Int64(buffer.st_size),
        modified: nanoseconds(buffer.st_mtim), changed: nanoseconds(buffer.st_ctim)))
  }

  /// Wraps around rather than traps: a disk may hold any time at all.
  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  private static func names(in path: String) throws(SystemFailure) -> [String] {
    guard let folder = opendir(path) else { throw SystemFailure(.list, code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        let code = errno
        if code != 0 { throw SystemFailure(.list, code: code) }
        return names
      }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }
}
