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

  static func load() throws -> LoadedSession { try SessionFolder(folder.path).load() }

  static func workshop() throws -> Workshop { Workshop(documents: try load().documents.values) }

  static func report() throws -> Report { Report(workshops: [try workshop()]) }

  /// Every record of the session with its file and collection.
  static func records() throws -> [(document: DocumentName, collection: FieldName, record: Record)]
  {
    try load().documents.values.flatMap { document in
      document.collections.flatMap { collection, records in
        records.values.map { (document.name, collection, $0) }
      }
    }
  }
}
