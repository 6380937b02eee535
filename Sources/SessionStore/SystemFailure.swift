import Glibc

/// A call to the operating system that failed: which one, and the number it gave as the reason.
public struct SystemFailure: Error, Hashable, Sendable {
  /// What was asked of the operating system.
  public enum Call: String, Hashable, CaseIterable, Sendable {
    case open
    case read
    case write
    case sync
    case status
    case permissions
    case list
    case exchange
    case rename
    case remove
    case makeFolder
    case lock
  }

  /// The call.
  public let call: Call
  /// The reason as the system's error number (`errno`).
  public let code: Int32

  /// Makes a failure.
  public init(_ call: Call, code: Int32) {
    self.call = call
    self.code = code
  }

  /// The reason in the words of the C library, for instance `No space left on device`.
  public var reason: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    let text = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The key of plain words for the reason; `nil` for one that people hardly ever meet.
  var plainReason: String? {
    switch code {
    case ENOSPC, EDQUOT: "store.reason.full"
    case EROFS: "store.reason.read-only"
    case EACCES, EPERM: "store.reason.denied"
    case EIO: "store.reason.disk"
    case ENOENT, ENOTDIR: "store.reason.missing"
    case EMFILE, ENFILE: "store.reason.many-files"
    case ELOOP: "store.reason.link"
    case ENAMETOOLONG: "store.reason.long-name"
    case ECANCELED: "store.reason.replaced"
    case ESTALE, EHOSTDOWN, ETIMEDOUT, ENOTCONN: "store.reason.network"
    default: nil
    }
  }

  /// Nothing has that name, or a folder on the way is missing.
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// Something has that name already.
  var isTaken: Bool { code == EEXIST || code == ENOTEMPTY }
  /// The name belongs to a symbolic link, which is not followed.
  public var isLink: Bool { code == ELOOP }
  /// The file system cannot do this at all.
  var isUnsupported: Bool {
    [EINVAL, ENOSYS, EOPNOTSUPP, EPERM, ENOTTY].contains(code)
  }
}
