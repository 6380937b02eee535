import WorkshopCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file that is embedded in the program.
enum ResourceFile {
  case structure
  case words(Language)
  case texts(Language)
  case rehearsal(Language)

  /// The file's name in `Resources`.
  var name: String {
    switch self {
    case .structure: "workshop.json"
    case .words(let language): "words.\(language.rawValue).json"
    case .texts(let language): "texts.\(language.rawValue).json"
    case .rehearsal(let language): "rehearsal.\(language.rawValue).json"
    }
  }

  /// The file's content, as SwiftPM put it into the program.
  var bytes: [UInt8] {
    switch self {
    case .structure: PackageResources.workshop_json
    case .words(.dutch): PackageResources.words_nl_json
    case .words(.english): PackageResources.words_en_json
    case .texts(.dutch): PackageResources.texts_nl_json
    case .texts(.english): PackageResources.texts_en_json
    case .rehearsal(.dutch): PackageResources.rehearsal_nl_json
    case .rehearsal(.english): PackageResources.rehearsal_en_json
    }
  }

  /// The content as values.
  func decode<Value: Decodable>(_ type: Value.Type) throws(ContentError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw .unreadable(file: name, reason: String(describing: error))
    }
  }
}
