import Foundation
import SessionStore
import WorkshopCore

/// The example session of the repository, as its files tell it.
enum Example {
  static let folder: URL = {
    var package = URL(filePath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    return package.appending(path: "sessions/onderzoekswerkplaats-2015")
  }()

  static let documentNames = [
    "den-haag", "dordrecht", "plenary", "session", "utrecht", "zaandam", "zuidplas",
  ]

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "\(name).json")))
  }

  /// The run that all revisions of the example carry.
  private static let run = RunID("2302cf683db44d41")

  /// The documents as they were published, also after somebody has tried the program on them.
  static func documents() throws -> [Document] {
    try SessionFolder(folder.path).load().documents.values.map { document in
      var published = Document(name: document.name, unknown: document.unknown)
      for (collection, records) in document.collections {
        for record in records.values {
          let revisions = record.revisions.filter { $0.stamp.run == run }
          guard !revisions.isEmpty else { continue }
          published.insert(Record(id: record.id, revisions: revisions), into: collection)
        }
      }
      return published
    }
  }

  static func workshop() throws -> Workshop { Workshop(documents: try documents()) }

  static func report() throws -> Report { Report(workshops: [try workshop()]) }

  /// Every record of the session with its file and collection.
  static func records() throws -> [(document: DocumentName, collection: FieldName, record: Record)]
  {
    try documents().flatMap { document in
      document.collections.flatMap { collection, records in
        records.values.map { (document.name, collection, $0) }
      }
    }
  }
}
