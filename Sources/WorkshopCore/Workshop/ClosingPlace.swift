/// Whose words a note of the closing gives.
///
/// One participant per municipality and three researchers sum up; then everybody may say a word.
/// Source: *Conclusies en aanbevelingen* and *Tweedaagse onderzoekswerkplaats*, ch. 1.
public enum ClosingPlace: Hashable, Sendable {
  /// The participant who speaks for a municipality.
  case municipality(DocumentName)
  /// A researcher, from 1.
  case researcher(Int)

  /// The researchers who summed up in 2015, and for whom there is a place.
  public static let researchers = 3

  private static let prefix = "researcher-"

  /// Reads the place of a note; `nil` for one that is none of these.
  public init?(_ place: String) {
    if place.hasPrefix(Self.prefix) {
      guard let number = Int(plain: place.dropFirst(Self.prefix.count)),
        NumberLimits.rounds.contains(number)
      else { return nil }
      self = .researcher(number)
    } else {
      guard let document = DocumentName(place) else { return nil }
      self = .municipality(document)
    }
  }

  /// The place as it stands in files.
  public var text: String {
    switch self {
    case .municipality(let document): document.text
    case .researcher(let number): Self.prefix + String(number)
    }
  }
}
