import WorkshopCore

/// A file that could not be read, and that made way for a new one when somebody wrote there.
///
/// It keeps a name that people see, such as `utrecht.damaged-1.json`. Once somebody has mended it, what
/// it says is taken in; until then nothing touches it.
struct SetAside: Hashable, Sendable {
  /// The document in whose place it stood.
  let document: DocumentName
  /// Its name in the folder.
  let fileName: String

  private static let mark = ".damaged-"

  /// Names the file of a number, from 1.
  init(_ document: DocumentName, number: Int) {
    self.document = document
    fileName = "\(document.text)\(SetAside.mark)\(number).json"
  }

  /// Takes a name for what it is; `nil` if it is not of this kind.
  init?(fileName: String) {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[2] == "json", let document = DocumentName(parts[0]),
      parts[1].hasPrefix(SetAside.mark.dropFirst()),
      let number = Int(parts[1].dropFirst(SetAside.mark.count - 1)), number > 0,
      SetAside(document, number: number).fileName.hasSameBytes(as: fileName)
    else { return nil }
    self.init(document, number: number)
  }
}

extension StoreError {
  /// Tells whether the file is there and whole as far as the system goes, and yet says nothing that
  /// this program can read.
  ///
  /// What may not be read or gives an error of the disk may be in order; it is left where it is.
  var isDamage: Bool {
    switch fact {
    // A link is somebody's doing; what stands in its place would split from what it leads to.
    case .notAFile(.link): false
    case .json, .content, .notAFile: true
    default: false
    }
  }
}

extension DocumentFile {
  /// How many files of one document can lie aside.
  private static let most = 10_000

  /// Moves what cannot be read out of the way, once it has been left alone for a while.
  ///
  /// - Returns: What the file says after all, if somebody mended it meanwhile; else the damage.
  func setAside(_ damage: StoreError) throws(StoreError) -> (DocumentCopy?, StoreError?) {
    var damage = damage
    let deadline = clock.uptime() + 2 * FileIdentity.youth
    while let status = try status(), status.identity.isYoung(at: clock.wall()),
      clock.uptime() < deadline
    {
      // An editor may be about to write the rest of it.
      clock.pause(DocumentFile.secondLook)
      do {
        return (try read(), nil)
      } catch {
        guard error.isDamage else { throw error }
        damage = error
      }
    }
    for number in 1...DocumentFile.most {
      let aside = SetAside(name, number: number)
      guard try move(to: "\(folder)/\(aside.fileName)") else { continue }
      return (
        nil,
        StoreError(file: path, place: damage.place, fact: .setAside(aside.fileName, damage.fact))
      )
    }
    throw damage
  }

  /// Gives the file another name; `false` if that is taken.
  private func move(to aside: String) throws(StoreError) -> Bool {
    do throws(SystemFailure) {
      guard try fileSystem.renameUnlessTaken(path, aside) else { return false }
      try fileSystem.syncFolder(folder)
      return true
    } catch {
      throw StoreError(file: path, fact: .cannotWrite(error))
    }
  }
}
