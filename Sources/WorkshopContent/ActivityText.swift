public import WorkshopCore

/// The texts of one kind of activity, whichever item of a programme it is used for.
public struct ActivityText: Hashable, Sendable {
  /// The kind described.
  public let kind: ActivityKind
  /// The name as a title.
  public let name: String
  /// The name for the programme rail: at most 13 columns.
  public let shortName: String
  /// One line for the room, at most 54 columns: what happens now.
  public let now: String
  /// The steps that this kind of activity knows, in order.
  public let phases: [PhaseText]
  /// Where the activity comes from.
  public let source: ContentSource

  /// The line for a step, or the general one for an unknown step or none.
  public func now(in phase: String?) -> String {
    phases.first { $0.id == phase }?.now ?? now
  }
}

/// The texts of one step of an activity.
public struct PhaseText: Hashable, Sendable, Identifiable {
  /// The step's name within its kind of activity, such as `the-other`.
  public let id: String
  /// The step as the room reads it.
  public let name: String
  /// One line for the room, at most 54 columns: what happens now.
  public let now: String
  /// How the facilitator leads the step.
  public let instruction: String
}
