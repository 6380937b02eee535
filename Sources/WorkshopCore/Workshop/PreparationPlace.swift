/// Where a note of the preparation stands: a topic of the interviews, or what was read or heard.
///
/// Source: *Voorbereidende fase*, ch. 1, for the topics of the interviews.
public enum PreparationPlace: String, CaseIterable, Codable, Sendable {
  /// What the cooperation is.
  case what = "interview/what"
  /// How it came about.
  case origin = "interview/origin"
  /// Problems.
  case problems = "interview/problems"
  /// How they were solved.
  case solutions = "interview/solutions"
  /// An interview whose topic was not recorded.
  case interview
  case document
  case literature
  /// An exploratory talk.
  case talk

  /// What kind of material stands there.
  public var kind: Note.Kind {
    switch self {
    case .what, .origin, .problems, .solutions, .interview: .interview
    case .document: .document
    case .literature: .literature
    case .talk: .spoken
    }
  }
}

extension Note {
  /// Names of the fields of a note of the preparation.
  package enum PreparationField {
    /// What the one who was asked does.
    package static let respondent: FieldName = "respondent"
  }
}
