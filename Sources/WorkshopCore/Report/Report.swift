/// What one or more workshops found, worked out from their notes.
///
/// Every statement carries the id of its note, by which it can be traced to a group and an activity.
/// Notes off the record are nowhere in it, and no participant is named.
public struct Report: Hashable, Codable, Sendable {
  /// The format of this value as JSON.
  public var reportVersion = 1
  /// The municipality it is limited to; absent when it tells of all.
  public var municipality: String?
  /// The workshops it is made of.
  public var workshops: [Workshop]
  /// The participants by municipality.
  public var participants: [Participants]
  /// The strengths, formal first, by dimension.
  public var strengths: [SideStrengths]
  /// The roles, formal first, those made here apart from those of the source.
  public var roles: [SideRoles]
  /// What was taken on the role market, by role; absent where no role was taken.
  public var roleMarket: [RolePicks]?
  /// The visions by municipality; absent where none was recorded.
  public var visions: [Vision]?
  /// The consultations by the municipality that hosted them; absent where none was recorded.
  public var consultations: [Consultation]?
  /// The plans by municipality; absent where none was recorded.
  public var plans: [Plan]?
  /// What was said at the closing, by speaker; absent where nothing was recorded.
  public var closing: [ClosingWords]?
  /// The tree, a part each.
  public var tree: [TreePart]
  /// Where cooperations were said to stand: directions by focus, then starting points.
  public var framework: [FrameworkPlace] = []
  /// What was scored in confidence, by condition, moment and side; never a score alone.
  public var scores: [Score] = []
  /// The notes of each municipality, by activity; the sheets of other groups come last.
  public var municipalities: [MunicipalityNotes]
  /// Every note on the record, in the order of making.
  public var notes: [TracedNote]

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
    /// Planned minutes; absent means not recorded.
    public var plannedMinutes: Int?
    /// Whole minutes the clock ran until it last stood still, rounded down; absent means that it
    /// never ran.
    public var realMinutes: Int?
    /// The number of notes on the record.
    public var notes: Int
  }

  /// How many people a municipality brought, as far as that was recorded.
  public struct Participants: Hashable, Codable, Sendable {
    /// The municipality's id; absent for people of none.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// The people or groups of people.
    public var people: [Person]
    /// The number of people; absent if the size of one group was not recorded.
    public var number: Int?
  }

  /// A participant, or a group of them, without a name.
  public struct Person: Hashable, Codable, Sendable {
    /// What they do.
    public var function: String?
    /// The organisation.
    public var organisation: String?
    /// Where they stand; absent means not stated.
    public var side: Standing?
    /// The number of people; absent means not recorded.
    public var number: Int?
    /// The section of a publication.
    public var source: String?
  }

  /// The strengths named of one side.
  public struct SideStrengths: Hashable, Codable, Sendable {
    /// The side that has them.
    public var side: Side
    /// A box for each dimension; the strengths not sorted yet come last.
    public var boxes: [StrengthBox]
    /// The number of strengths in all boxes.
    public var count: Int
  }

  /// The strengths of one side under one dimension.
  public struct StrengthBox: Hashable, Codable, Sendable {
    /// The dimension; absent for what is not sorted yet.
    public var dimension: Dimension?
    /// The strengths in the order of making; additions hang under the strength they add to.
    public var items: [Strength]
  }

  /// One strength.
  public struct Strength: Hashable, Codable, Sendable {
    /// The note's id.
    public var note: String
    /// The text as written.
    public var text: String
    /// The group whose sheet it stands on; absent means not recorded.
    public var group: String?
    /// The municipalities whose people named it; empty means not recorded.
    public var municipalities: [String]
    /// What others added.
    public var additions: [Statement]
    /// The names of the roles it became part of.
    public var roles: [String]
    /// The section of a publication.
    public var source: String?
  }

  /// A text with the note it comes from.
  public struct Statement: Hashable, Codable, Sendable {
    /// The note's id.
    public var note: String
    /// The text as written.
    public var text: String
    /// The group whose sheet it stands on; absent means not recorded.
    public var group: String?
  }

  /// The roles of one side.
  public struct SideRoles: Hashable, Codable, Sendable {
    /// The side; absent for roles of which it was not recorded.
    public var side: Side?
    /// The roles that the room made.
    public var madeHere: [Role]
    /// The roles that were taken from the source of 2016.
    public var source2016: [Role]
  }

  /// One role.
  public struct Role: Hashable, Codable, Sendable {
    /// The record's id.
    public var id: String
    /// The id in the source, for instance `formal-catalyst`.
    public var sourceRole: String?
    /// The catchy name.
    public var name: String
    /// What somebody in it does.
    public var description: String?
    /// Whom they face; absent means not recorded.
    public var relation: RoleRelation?
    /// The notes it grew out of.
    public var from: [String]
    /// The section of a publication.
    public var source: String?
  }

  /// A part of the tree with its notes.
  public struct TreePart: Hashable, Codable, Sendable {
    /// The part.
    public var part: WorkshopCore.TreePart
    /// What hangs or stands there, by group; the order of groups is that of their ids.
    public var groups: [TreeGroup]
    /// The number of notes in it.
    public var count: Int
  }

  /// What one group put in a part of the tree.
  public struct TreeGroup: Hashable, Codable, Sendable {
    /// The group; absent means not recorded.
    public var group: String?
    /// The notes in the order of making.
    public var items: [Statement]
  }

  /// A place of the framework with those who stand there.
  public struct FrameworkPlace: Hashable, Codable, Sendable {
    /// The place, such as `family/mutual` or `start/both`.
    public var place: String
    /// The municipalities that stand there.
    public var municipalities: [String]
    /// The notes that say so.
    public var notes: [String]
  }

  /// The scores of a condition at a moment by one side.
  public struct Score: Hashable, Codable, Sendable {
    /// The condition, by its id in the content.
    public var condition: String
    /// When they were given.
    public var moment: Moment
    /// Who gave them.
    public var side: Side
    /// Their range and number.
    public var scores: ConditionScores
  }

  /// The notes in one file, by activity.
  public struct MunicipalityNotes: Hashable, Codable, Sendable {
    /// The municipality's id; absent for the sheets of other groups.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// The activities in the order of the programme.
    public var activities: [ActivityNotes]
  }

  /// The notes of one activity.
  public struct ActivityNotes: Hashable, Codable, Sendable {
    /// The activity; absent for notes whose activity this version does not know.
    public var activity: ActivityKind?
    /// The ids of the notes in the order of making.
    public var notes: [String]
  }

  /// A note with all that traces it.
  public struct TracedNote: Hashable, Codable, Sendable {
    /// The record's id.
    public var id: String
    /// The place of its workshop among those of the report, from 0.
    public var workshop: Int
    /// The municipality in whose file it stands.
    public var municipality: String?
    /// The group whose sheet it stands on.
    public var group: String?
    /// Whose voice it is.
    public var voice: Note.Voice?
    /// The activity.
    public var activity: ActivityKind?
    /// The item of the programme.
    public var item: String?
    /// The place within the activity.
    public var place: String?
    /// The text as written.
    public var text: String
    /// What kind of material it is.
    public var kind: Note.Kind
    /// Tells whether it is a literal quotation.
    public var verbatim: Bool
    /// How it came in.
    public var channel: Note.Channel?
    /// When it was made.
    public var at: String?
    /// The note it adds to.
    public var addsTo: String?
    /// The notes it grew out of.
    public var from: [String]
    /// Tags.
    public var tags: [String]
    /// The section of a publication.
    public var source: String?
  }
}
