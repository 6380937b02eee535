public import WorkshopCore

/// An item of the built-in two-day programme.
///
/// The flow follows *Tweedaagse onderzoekswerkplaats*, ch. 1; minutes and times of day are ours,
/// for the report gives none.
public struct ProgrammeTemplate: Hashable, Sendable, Identifiable {
  /// A name that stays the same in every version and language, such as `day1-strengths`.
  public let id: String
  /// The day of the workshop, 1 or 2.
  public let day: Int
  /// What the room does.
  public let kind: ActivityKind
  /// The title of this item.
  public let title: String
  /// A suggestion for the time of day, `HH:MM`.
  public let start: String?
  /// How long the item takes.
  public let minutes: Int
  /// How the room is divided during most of the item.
  public let groupForm: GroupForm
  /// What the research hopes to learn here.
  public let researchGoal: String
  /// What participants can gain here.
  public let developmentGoal: String
  /// The steps within the item; empty where there is only one.
  public let phases: [ProgrammePhase]
  /// Lines for the facilitator alone.
  public let script: [String]
  /// Questions and requests that the room may read.
  public let prompts: [String]
  /// Where the item comes from.
  public let source: ContentSource
}

/// A step within an item of the programme.
public struct ProgrammePhase: Hashable, Sendable, Identifiable {
  /// The step's name within its kind of activity, such as `the-other`.
  public let id: String
  /// The step as the room reads it.
  public let name: String
  /// How long the step takes.
  public let minutes: Int
  /// How the room is divided.
  public let groupForm: GroupForm
  /// Whether the groups report back to the room in it, one after the other.
  public let isReporting: Bool
  /// One line for the room, at most 54 columns: what happens now.
  public let now: String
  /// How the facilitator leads the step.
  public let instruction: String
}
