/// What one or more workshops found, worked out from their notes.
///
/// Every statement carries the id of its note, by which it can be traced to a group and an activity.
/// Notes off the record are nowhere in it. What it shows of people is decided by its ``Edition``; who
/// prints it decides nothing.
public struct Report: Hashable, Codable, Sendable {
  /// The format of this value as JSON: it goes up where a member goes away or comes to mean something else, and not
  /// where one is added.
  public var reportVersion = 4
  /// For whom it is made.
  public var edition: Edition
  /// The workshops it is made of.
  public var workshops: [Workshop]
  /// The participants by municipality.
  public var participants: [Participants]
  /// The participants by where they stand, of all municipalities together.
  public var standings: [StandingNumber] = []
  /// What this edition leaves out, and who may be recognised all the same.
  public var protection = Protection(smallGroups: [], withheld: [])
  /// What was done before the two days; absent where nothing was recorded.
  public var preparation: Preparation?
  /// The pitches by municipality; absent where none was recorded.
  public var pitches: [Pitch]?
  /// The strengths, formal first, by dimension.
  public var strengths: [SideStrengths]
  /// The strengths that stand in no box, with what was added to them; absent where there are none.
  public var strengthsOutside: [Statement]?
  /// The roles, formal first, those made here apart from those of the source.
  public var roles: [SideRoles]
  /// What was taken on the role market, by role; absent where no role was taken.
  public var roleMarket: [RolePicks]?
  /// The visions by municipality; absent where none was recorded.
  public var visions: [Vision]?
  /// The consultations by the municipality that hosted them; absent where none was recorded.
  public var consultations: [Consultation]?
  /// Who visited whom, by host in the order of the municipalities; absent where that was not recorded.
  public var visits: [Visits]?
  /// The plans by municipality; absent where none was recorded.
  public var plans: [Plan]?
  /// The forms of cooperation of all plans: those that teams chose, then those that researchers saw in what teams
  /// do, each in the order of their ids; absent where there are none.
  public var forms: [ChosenForm]?
  /// What was said at the closing, by speaker; absent where nothing was recorded.
  public var closing: [ClosingWords]?
  /// The tree, a part each.
  public var tree: [TreePart]
  /// Where cooperations were said to stand: directions by focus, then starting points.
  public var framework: [FrameworkPlace] = []
  /// What was said about places of the framework by those who do not stand there; absent where there is none.
  public var frameworkRemarks: [Remark]?
  /// What was said of the conditions, in the order in which they were first spoken of; absent where
  /// nothing was recorded.
  public var conditions: [ConditionNotes]?
  /// What was scored in confidence, by workshop, condition, moment and side; never a score alone.
  public var scores: [Score] = []
  /// The notes of each municipality, by activity; the sheets of other groups come last.
  public var municipalities: [MunicipalityNotes]
  /// Every note on the record, in the order of making; those of a municipality that is left out come last, in an
  /// order that tells nothing.
  public var notes: [TracedNote]
  /// What others recorded and a team's edition leaves out; absent in the edition for everybody.
  public var elsewhere: Elsewhere?
  /// What the edition for everybody tells and a team takes home; absent in the edition for everybody.
  public var shared: Shared?
  /// What the publication itself tells and no note does; absent where no workshop was made from one.
  public var publication: [PublicationChapter]?
  /// What it was made of and by which program; absent until whoever prints it says so.
  public var origin: ReportOrigin?

  /// The municipality it is limited to; `nil` when it tells of all.
  public var municipality: String? { edition.municipality?.text }

  /// A workshop as it introduces itself.
  public struct Workshop: Hashable, Codable, Sendable {
    /// The title.
    public var title: String
    /// The place; absent means not recorded.
    public var place: String?
    /// The dates; empty means not recorded.
    public var dates: [String]
    /// The language.
    public var language: Language
    /// The publication it was made from, if it was.
    public var source: String?
    /// The number of participants in all where it was recorded without a division.
    public var participantTotal: Int?
    /// How many were marked present; absent where nobody was marked, present or absent.
    public var attendance: Attendance?
    /// Tells whether it is a rehearsal, whose participants and words are made up.
    public var isRehearsal: Bool
    /// The programme.
    public var programme: [Item]
  }

  /// An item of the programme, planned and real.
  public struct Item: Hashable, Codable, Sendable {
    /// The record's id.
    public var id: String
    /// The activity.
    public var activity: ActivityKind
    /// The title.
    public var title: String
    /// The day, from 1.
    public var day: Int
    /// The planned start as `09:30`; absent means not recorded.
    public var plannedStart: String?
    /// Planned minutes; absent means not recorded.
    public var plannedMinutes: Int?
    /// Minutes that were added while it ran; absent means none.
    public var addedMinutes: Int?
    /// Tells whether it was skipped.
    public var isSkipped: Bool
    /// Whole minutes the clock ran until it last stood still, rounded down; absent means that it
    /// never ran.
    public var realMinutes: Int?
    /// The number of notes on the record.
    public var notes: Int
  }

  /// What others recorded and a team's edition leaves out.
  public struct Elsewhere: Hashable, Codable, Sendable {
    /// The number of strengths.
    public var strengths: Int
    /// The number of roles.
    public var roles: Int

    /// Counts what others recorded.
    public init(strengths: Int, roles: Int) {
      self.strengths = strengths
      self.roles = roles
    }
  }

  /// A text with the note it comes from.
  public struct Statement: Hashable, Codable, Sendable {
    /// The note's id.
    public var note: String
    /// The text as written.
    public var text: String
    /// The group whose sheet it stands on; absent means not recorded.
    public var group: String?

    /// Describes a statement.
    ///
    /// - Parameters:
    ///   - note: The note's id.
    ///   - text: The text as written.
    ///   - group: The group whose sheet it stands on; absent means not recorded.
    public init(note: String, text: String, group: String?) {
      self.note = note
      self.text = text
      self.group = group
    }
  }
}
