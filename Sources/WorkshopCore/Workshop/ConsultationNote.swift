/// What a note of the consultations is: the question, what was said at a table, or what came home.
public enum ConsultationPart: Hashable, Sendable {
  /// What a municipality asks the others.
  case question(host: DocumentName)
  /// What was said at a municipality's table in a round, from 1.
  case visit(host: DocumentName, round: Int)
  /// What a group takes home, and whatever names no table.
  case home

  /// Reads the place of a note: `<host>`, `<host>/<round>` or none.
  public init(place: String?) {
    self = .home
    let parts = (place ?? "").split(separator: "/", omittingEmptySubsequences: false)
    guard let host = parts.first.flatMap({ DocumentName(String($0)) }) else { return }
    switch parts.count {
    case 1: self = .question(host: host)
    case 2:
      guard let round = Int(plain: parts[1]), NumberLimits.rounds.contains(round) else { return }
      self = .visit(host: host, round: round)
    default: return
    }
  }

  /// The place as it stands in files; `nil` for what is taken home.
  public var place: String? {
    switch self {
    case .question(let host): host.text
    case .visit(let host, let round): "\(host.text)/\(round)"
    case .home: nil
    }
  }
}

extension Note {
  /// Names of the fields of a note of the consultations.
  package enum ConsultationField {
    package static let part: FieldName = "part"
  }

  /// What a note of the consultations says: `question`, `advice`, `insight` or `home` in files.
  public enum ConsultationSaying: String, CaseIterable, Codable, Sendable {
    case question
    case advice
    case insight
    case home
  }

  /// Where a note of the consultations belongs; `nil` for notes of other activities.
  public var consultation: ConsultationPart? {
    activity == .consultations ? ConsultationPart(place: place) : nil
  }

  /// What somebody said that it is.
  var part: ConsultationSaying? {
    filled(ConsultationField.part).flatMap(ConsultationSaying.init(rawValue:))
  }

  /// What a note of the consultations says; where nobody said so, it follows from its place.
  public var saying: ConsultationSaying? {
    guard let consultation else { return nil }
    if let part { return part }
    return switch consultation {
    case .question: .question
    case .visit: .advice
    case .home: .home
    }
  }
}
