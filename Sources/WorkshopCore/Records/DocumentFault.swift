/// A step from a JSON value to one inside it.
public enum JSONStep: Hashable, Sendable {
  case name(FieldName)
  case index(Int)
}

/// The way from a document's root to a place in it.
public typealias JSONPath = [JSONStep]

/// What is wrong with the content of a document that is well-formed JSON.
///
/// A fact with its place; the words for it are made where errors are shown.
public enum DocumentFault: Error, Hashable, Sendable {
  /// What stands at the place is of another kind.
  case expected(Expectation, at: JSONPath)
  /// A member that must be there is missing from the object at the place.
  case missing(FieldName, at: JSONPath)

  /// What a place asks for.
  public enum Expectation: String, Hashable, Sendable {
    case object
    case list
    case text
    case listOfTexts
    case identifier
    case stamp
    case time
    case wholeNumber
    case shallowValue
  }

  /// The place.
  public var path: JSONPath {
    switch self {
    case .expected(_, let path), .missing(_, let path): path
    }
  }
}
