import SessionStore
import TestSupport
import WorkshopCore

/// A session in a temporary folder, with one note in Amsterdam that is kept.
struct SampleSession {
  let parent: TemporaryFolder
  var writer: SampleWriter

  static let file = "session/amsterdam.json"

  private let fileSystem: FileSystem

  init(series: UInt8 = 1, fileSystem: FileSystem = .live) throws {
    parent = try TemporaryFolder()
    self.fileSystem = fileSystem
    writer = SampleWriter(series: series)
    try folder().create([writer.note("first")])
  }

  var path: String { parent.path + "/session" }

  func folder(_ fileSystem: FileSystem? = nil, clock: StoreClock = .live) -> SessionFolder {
    SessionFolder(path, fileSystem: fileSystem ?? self.fileSystem, clock: clock)
  }

  /// The texts in the file of Amsterdam, as a program reads them that was just started.
  func texts() throws -> [String] {
    try folder().load().documents[.amsterdam]?.texts ?? []
  }

  /// The file of Amsterdam as it is on another machine that added notes of its own.
  func copy(with texts: [String], series: UInt8 = 9) throws -> [UInt8] {
    var writer = SampleWriter(series: series)
    return try copy(of: texts.map { writer.note($0) })
  }

  /// The file of Amsterdam as it is on another machine that made changes of its own.
  func copy(of changes: [Change]) throws -> [UInt8] {
    var document = try folder().load().documents[.amsterdam] ?? Document(name: .amsterdam)
    for change in changes { document.apply(change) }
    return DocumentCoding.bytes(of: document)
  }

  /// What is in the folder besides documents and locks.
  var litter: [String] {
    parent.names(in: "session").filter {
      ![".lock", ".turn"].contains($0) && !$0.hasSuffix(".json")
    }
  }

  /// Changes a text in the file as an editor does: the current field only, a new file in its place.
  func editByHand(_ old: String, to new: String, file: String = SampleSession.file) throws {
    let text = try parent.text(of: file)
    guard let range = text.firstRange(of: "\"text\": \"\(old)\"") else {
      throw NotThere(text: old)
    }
    try parent.write(
      text[..<range.lowerBound] + "\"text\": \"\(new)\"" + text[range.upperBound...], to: file)
  }

  struct NotThere: Error {
    let text: String
  }
}
