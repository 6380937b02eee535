import Foundation

/// A folder that nobody else can enter, and that is gone when the program ends.
struct ThrowAwayFolder {
  /// Its path.
  let path: String

  /// Makes the folder where the system has its temporary files.
  init() throws(CommandError) {
    let parent = FileManager.default.temporaryDirectory.path
    var template = Array("\(parent)/werkplaats-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .cannotWrite(file: parent, reason: SystemReason.text(errno))
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes the folder with all that is in it.
  func remove() throws(CommandError) {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw .cannotRemove(file: path, reason: SystemReason.text(error))
    }
  }
}
