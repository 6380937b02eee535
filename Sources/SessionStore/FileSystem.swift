/// What the store needs of the operating system, as a struct of closures.
///
/// Tests put a full disk, a broken one, or a program killed between two calls in their place.
/// Paths are UTF-8; each call throws the system's own reason.
public struct FileSystem: Sendable {
  /// What a file is opened for; none of them follows a symbolic link or waits for a FIFO's other end.
  public enum Purpose: Hashable, Sendable {
    /// To read what is there.
    case read
    /// To write a new file that nobody else can read; fails if the name is taken.
    case create
    /// To lock it; made if it is not there.
    case lock
    /// A folder, to sync what was renamed in it; the only purpose that follows a link.
    case folder
  }

  /// Opens a file and returns its descriptor.
  public var open: @Sendable (_ path: String, _ purpose: Purpose) throws(SystemFailure) -> Int32
  /// Closes a descriptor, and with it the lock that it holds.
  public var close: @Sendable (_ descriptor: Int32) -> Void
  /// Reads on into a buffer and returns how many bytes came; 0 at the end.
  public var read:
    @Sendable (_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer)
      throws(SystemFailure) -> Int
  /// Writes on and returns how many bytes went.
  public var write:
    @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemFailure) -> Int
  /// Returns once the content, or the names in a folder, are on the disk.
  public var sync: @Sendable (_ descriptor: Int32) throws(SystemFailure) -> Void
  /// Tells what a path names, without following a link.
  public var status: @Sendable (_ path: String) throws(SystemFailure) -> FileStatus
  /// Tells what a path names, following a link.
  public var statusOfTarget: @Sendable (_ path: String) throws(SystemFailure) -> FileStatus
  /// Tells what a descriptor is open on.
  public var statusOfOpen: @Sendable (_ descriptor: Int32) throws(SystemFailure) -> FileStatus
  /// Sets who may read and write an open file.
  public var setPermissions:
    @Sendable (_ descriptor: Int32, _ permissions: UInt32) throws(SystemFailure) -> Void
  /// The names in a folder, in no order, without `.` and `..`.
  ///
  /// One that is not UTF-8 has replacement characters in it and leads to nothing; see `isUnreadable(_:in:)`.
  public var list: @Sendable (_ path: String) throws(SystemFailure) -> [String]
  /// Exchanges two files in one step.
  public var exchange: @Sendable (_ one: String, _ other: String) throws(SystemFailure) -> Void
  /// Renames unless the new name is taken.
  public var renameIfAbsent: @Sendable (_ from: String, _ to: String) throws(SystemFailure) -> Void
  /// Renames, taking the place of what had the name.
  public var rename: @Sendable (_ from: String, _ to: String) throws(SystemFailure) -> Void
  /// Removes a file.
  public var remove: @Sendable (_ path: String) throws(SystemFailure) -> Void
  /// Removes an empty folder.
  public var removeFolder: @Sendable (_ path: String) throws(SystemFailure) -> Void
  /// Makes a folder that nobody else can enter.
  public var makeFolder: @Sendable (_ path: String) throws(SystemFailure) -> Void
  /// Takes the lock of an open file if nobody has it; closing the descriptor gives it back.
  public var tryLock: @Sendable (_ descriptor: Int32) throws(SystemFailure) -> Bool
}

/// What the operating system knows of a file.
public struct FileStatus: Hashable, Sendable {
  /// What kind of thing has the name.
  public enum Kind: String, Hashable, Sendable {
    case file
    case folder
    case link
    case fifo
    case socket
    case device
  }

  /// The kind.
  public let kind: Kind
  /// Who may read and write it, as the last nine bits of the mode.
  public let permissions: UInt32
  /// By which a change is noticed.
  public let identity: FileIdentity

  /// Makes a status of its parts.
  public init(kind: Kind, permissions: UInt32, identity: FileIdentity) {
    self.kind = kind
    self.permissions = permissions
    self.identity = identity
  }
}

/// By which a file is taken for unchanged: what it is, how long, and when it was last touched.
public struct FileIdentity: Hashable, Sendable {
  /// The device it is on.
  public let device: UInt64
  /// Its number on the device.
  public let inode: UInt64
  /// Its length in bytes.
  public let size: Int64
  /// When its content was last written, in nanoseconds since 1970.
  public let modified: Int64
  /// When anything about it last changed, in nanoseconds since 1970.
  public let changed: Int64

  /// Makes an identity of its parts.
  public init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  /// Tells whether both are the same file with the same content, as far as content can be told
  /// without `changed`, which renaming sets too.
  func hasSameContent(as other: FileIdentity) -> Bool {
    (device, inode, size, modified) == (other.device, other.inode, other.size, other.modified)
  }

  /// Tells whether both are the same file, whatever its content.
  func isSameFile(as other: FileIdentity) -> Bool {
    (device, inode) == (other.device, other.inode)
  }
}
