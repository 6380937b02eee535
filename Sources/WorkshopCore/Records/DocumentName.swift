import Foundation

/// The name of a file of a session, without its extension: `session`, `plenary` or a municipality.
public struct DocumentName: Hashable, Comparable, Sendable {
  /// The name; safe as a file name.
  public let text: String

  /// The file of the programme, the participants and the roles.
  public static let session = DocumentName(unchecked: "session")
  /// The file of the sheets that belong to no single municipality.
  public static let plenary = DocumentName(unchecked: "plenary")

  private init(unchecked text: String) { self.text = text }

  /// Takes a name as it stands in a file or a folder; `nil` if it is not of the form this makes.
  public init?(_ text: String) {
    guard !text.isEmpty, text.hasSameBytes(as: DocumentName.slug(text)) else { return nil }
    self.text = text
  }

  /// Names the file of a municipality: lower case, without diacritics, hyphens between words.
  ///
  /// A name without any letter or digit gets one derived from its bytes.
  public init(municipality name: String) {
    var slug = DocumentName.slug(name)
    if slug.isEmpty {
      var hash = ContentHash()
      hash.add(name)
      slug = "m-" + String(hash.low, radix: 16)
    }
    let isTaken = [DocumentName.session.text, DocumentName.plenary.text].contains(slug)
    if isTaken || PortableName.isDevice(slug) {
      slug += "-municipality"
    }
    text = slug
  }

  /// The name that somebody may have spelled otherwise, with capitals, spaces or marks: that of a municipality,
  /// or one of the two that no municipality has.
  public init(spelled text: String) {
    let reserved = [DocumentName.session, .plenary].first {
      $0.text.hasSameBytes(as: DocumentName.slug(text))
    }
    self = reserved ?? DocumentName(municipality: text)
  }

  /// Tells whether the file holds notes rather than the session itself.
  public var holdsNotes: Bool { self != .session }

  /// Tells whether `left` comes first.
  public static func < (left: DocumentName, right: DocumentName) -> Bool {
    left.text.precedesByBytes(right.text)
  }

  private static func slug(_ text: String) -> String {
    let folded = text.folding(
      options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    var slug = ""
    // Composed, so that one name typed on two systems makes one file.
    let composed = folded.lowercased().precomposedStringWithCanonicalMapping
    for scalar in composed.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal {
        guard slug.utf8.count < 80 else { break }
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }
}
