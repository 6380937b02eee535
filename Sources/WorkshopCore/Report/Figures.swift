/// The numbers of a report, without a single word that anybody said.
///
/// They are the same as those of the ``Report`` of the same edition, and need far less memory: files are
/// counted one by one, see ``FigureTally``.
public struct Figures: Hashable, Codable, Sendable {
  /// The format of this value as JSON.
  public var figuresVersion = 1
  /// For whom the report would be made.
  public var edition: Report.Edition
  /// The number of workshops.
  public var workshops: Int
  /// The participants by where they stand.
  public var standings: [Report.StandingNumber]
  /// The number of notes on the record, without scores.
  public var notes: Int
  /// The same by activity, in the order of the programme.
  public var activities: [ActivityFigure]
  /// The same by the municipality in whose file they stand, as far as that may be told; those of
  /// others and those that are left out come last.
  public var municipalities: [MunicipalityFigures]
  /// The strengths, formal first.
  public var strengths: [SideFigures]
  /// The roles, formal first.
  public var roles: [RoleFigures]
  /// How often each role was taken, in the order of their ids; those that are no longer there last.
  public var roleMarket: [PickFigure]
  /// The parts of the tree.
  public var tree: [PlaceFigure]
  /// The places of the framework at which somebody stands.
  public var framework: [PlaceFigure]
  /// The parts of the plans, forms and models each by itself; without a place last.
  public var plans: [PlaceFigure]
  /// What was said in the consultations.
  public var consultations: ConsultationFigures
  /// What was scored in confidence, by condition, moment and side.
  public var scores: [Report.Score]

  /// The notes of an activity.
  public struct ActivityFigure: Hashable, Codable, Sendable {
    /// The activity; absent for notes whose activity this version does not know.
    public var activity: ActivityKind?
    /// The number of notes.
    public var notes: Int
  }

  /// The notes of a municipality.
  public struct MunicipalityFigures: Hashable, Codable, Sendable {
    /// The municipality's id; absent for the sheets of other groups.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// The activities in the order of the programme.
    public var activities: [ActivityFigure]
  }

  /// The strengths of a side.
  public struct SideFigures: Hashable, Codable, Sendable {
    /// The side that has them.
    public var side: Side
    /// The dimensions; strengths that are not sorted yet come last.
    public var boxes: [BoxFigure]
    /// The number of strengths in all of them.
    public var count: Int
  }

  /// The strengths under a dimension.
  public struct BoxFigure: Hashable, Codable, Sendable {
    /// The dimension; absent for what is not sorted yet.
    public var dimension: Dimension?
    /// The number of strengths.
    public var count: Int
    /// The number of notes that add to them.
    public var additions: Int
  }

  /// The roles of a side.
  public struct RoleFigures: Hashable, Codable, Sendable {
    /// The side; absent for roles of which it was not recorded.
    public var side: Side?
    /// The number that the room made.
    public var madeHere: Int
    /// The number that was taken from the source of 2016.
    public var source2016: Int
  }

  /// How often a role was taken.
  public struct PickFigure: Hashable, Codable, Sendable {
    /// The role's record; absent for picks of a role that is no longer there.
    public var role: String?
    /// The number of picks.
    public var count: Int
  }

  /// The notes at a place.
  public struct PlaceFigure: Hashable, Codable, Sendable {
    /// The place as it stands in files; absent for notes at no place of the activity.
    public var place: String?
    /// The number of notes.
    public var notes: Int
    /// The number of municipalities that they are of, as far as these may be told; absent where the
    /// report tells groups instead.
    public var municipalities: Int?
  }

  /// What was said in the consultations.
  public struct ConsultationFigures: Hashable, Codable, Sendable {
    /// The number of questions.
    public var questions: Int
    /// The number of pieces of advice at all tables.
    public var advice: Int
    /// The number of insights at all tables.
    public var insights: Int
    /// The number of notes of what was taken home.
    public var home: Int
  }
}
