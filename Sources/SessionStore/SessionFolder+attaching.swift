import Glibc
import WorkshopCore

/// Why a photograph could not be copied into a session.
public enum AttachmentProblem: Error, Hashable, Sendable {
  /// Nothing has that name.
  case missing
  /// Something other than a file has that name, such as a folder or a link.
  case notAFile
  /// The file has more bytes than this.
  case tooLarge(limit: Int)
  /// What is in it is neither a JPEG nor a PNG, a HEIC or a PDF.
  case unknownKind
  /// Reading it failed.
  case cannotRead(SystemFailure)
  /// Writing it into the session failed.
  case cannotWrite(SystemFailure)
}

/// The kinds of photographs and scans that a session keeps, told by what is in them.
public enum AttachmentKind: String, CaseIterable, Sendable {
  case jpg
  case png
  case heic
  case pdf

  /// Tells the kind by the first bytes; names of files are not believed.
  public init?(_ bytes: some Sequence<UInt8>) {
    let start = Array(bytes.prefix(12))
    if start.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpg
    } else if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if start.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if start.count == 12, start[4..<8].elementsEqual("ftyp".utf8),
      Self.brands.contains(where: { start[8..<12].elementsEqual($0.utf8) })
    {
      self = .heic
    } else {
      return nil
    }
  }

  /// The brands of HEIF pictures that telephones write.
  private static let brands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"]
}

extension SessionFolder {
  /// The most bytes a photograph may have.
  public static let attachmentLimit = Limits.attachment

  /// Copies a photograph into `attachments/`; it is on the disk when this returns.
  ///
  /// Nothing is ever written over. A copy that was cut off by a crash has a name of its own, which
  /// no note tells.
  ///
  /// - Parameters:
  ///   - source: The path of a regular file.
  ///   - id: A new random UUID, by which the copy is named.
  ///   - limit: The most bytes it may have.
  /// - Returns: The name of the copy within `attachments/`.
  public func attach(
    _ source: String, as id: String, limit: Int = attachmentLimit
  ) throws(AttachmentProblem) -> String {
    let bytes = try photograph(source, limit: limit)
    guard let kind = AttachmentKind(bytes) else { throw .unknownKind }
    guard (try? checkIsNotReplaced()) != nil else {
      throw .cannotWrite(SystemFailure(.open, code: ECANCELED))
    }
    let name = "\(id).\(kind.rawValue)"
    do throws(SystemFailure) {
      try writeAttachment(bytes, named: name)
    } catch {
      throw .cannotWrite(error)
    }
    return name
  }

  /// Takes a copy out again that no note may tell of any more, because its note was erased meanwhile.
  ///
  /// - Parameter name: The name that ``attach(_:as:limit:)`` gave; nothing else tells of it.
  public func discardAttachment(_ name: String) throws(StoreError) {
    guard AttachmentName.isPlain(name) else { return }
    let folder = "\(path)/attachments"
    do throws(SystemFailure) {
      guard try fileSystem.statusIfPresent(folder)?.kind == .folder,
        try fileSystem.statusIfPresent("\(folder)/\(name)") != nil
      else { return }
      try fileSystem.remove("\(folder)/\(name)")
      try fileSystem.syncFolder(folder)
    } catch {
      throw StoreError(file: "\(folder)/\(name)", fact: .cannotWrite(error))
    }
  }

  /// Writes a new file into `attachments/`; it is on the disk when this returns.
  func writeAttachment(_ bytes: [UInt8], named name: String) throws(SystemFailure) {
    let folder = "\(path)/attachments"
    // Two programs may copy the same one at once.
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    let draft = "\(folder)/.\(SessionFolder.draftStem(of: name)).\(random).new"
    do throws(SystemFailure) {
      try makeAttachments(folder)
      try fileSystem.writeNewFile(bytes, at: draft)
      try move(draft, to: "\(folder)/\(name)")
      try fileSystem.syncFolder(folder)
    } catch {
      // What is there of it is of no use to anybody.
      try? fileSystem.remove(draft)
      throw error
    }
  }

  /// The bytes of a photograph of the session; `nil` if there is none of that name that can be read.
  ///
  /// Names stand in files that anybody may edit: one that would lead out of `attachments/`, or to
  /// anything but a regular file, is no photograph.
  ///
  /// - Parameters:
  ///   - name: Its name within `attachments/`.
  ///   - limit: The most bytes it may have.
  public func attachment(_ name: String, limit: Int = attachmentLimit) -> [UInt8]? {
    let folder = "\(path)/attachments"
    guard AttachmentName.isPlain(name),
      (try? fileSystem.statusIfPresent(folder))??.kind == .folder
    else { return nil }
    return (try? fileSystem.content(of: "\(folder)/\(name)", limit: limit))??.bytes
  }

  private func photograph(_ source: String, limit: Int) throws(AttachmentProblem) -> [UInt8] {
    let content: FileContent?
    do throws(FileSystem.ReadProblem) {
      content = try fileSystem.content(of: source, limit: limit)
    } catch {
      switch error {
      case .notAFile: throw .notAFile
      case .tooLarge: throw .tooLarge(limit: limit)
      case .system(let failure): throw .cannotRead(failure)
      }
    }
    guard let content else { throw .missing }
    return content.bytes
  }

  private func makeAttachments(_ folder: String) throws(SystemFailure) {
    if try fileSystem.makeFolderIfAbsent(folder) { try fileSystem.syncFolder(path) }
  }

  private func move(_ draft: String, to target: String) throws(SystemFailure) {
    guard try fileSystem.renameUnlessTaken(draft, target) else {
      throw SystemFailure(.rename, code: EEXIST)
    }
  }
}
