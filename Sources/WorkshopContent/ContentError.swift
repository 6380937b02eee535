import WorkshopCore

/// What can be wrong with the embedded resources.
///
/// A program whose tests pass never meets these; they name the file or the key that has to be mended.
public enum ContentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A file is not the JSON it should be.
  case unreadable(file: String, reason: String)
  /// The structure asks for a text that a language does not have.
  case missingText(key: String, language: String)
  /// The structure names a source or a phase that is not there.
  case unknownReference(String)

  /// One line, lower case, as the command line prints it.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file): \(reason)"
    case .missingText(let key, let language): "texts.\(language).json: no text for \(key)"
    case .unknownReference(let name): "workshop.json: nothing is called \(name)"
    }
  }
}
