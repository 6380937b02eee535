/// A language in which a workshop is held.
public enum Language: String, CaseIterable, Codable, Sendable {
  case dutch = "nl"
  case english = "en"
}

/// How the room is divided during an item or a phase.
public enum GroupForm: String, CaseIterable, Codable, Sendable {
  case plenary
  case side
  case mixed
  case municipality
  case individual
}
