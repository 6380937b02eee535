import CEmbeddedFiles
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

  /// The file's content, as it is in the program; empty if the file is not in it.
  var bytes: [UInt8] {
    let file = embedded_resource(name)
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
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
