import WorkshopCore

/// Everything in `workshop.json`: ids, kinds, minutes, sides and counts, but not a word to read.
///
/// Languages share it, so they cannot drift; each list says how many texts a language owes it.
struct WorkshopStructure: Decodable {
  let sources: [String: Section]
  let activities: [Activity]
  let programme: [Item]
  let dimensions: [Identified<Dimension>]
  let treeParts: [Identified<TreePart>]
  let perspectives: [Perspective]
  let startingPoints: [Identified<String>]
  let drawing: Drawing
  let table: Table
  let conditionGroups: [ConditionGroup]
  let roles: [Role]
  let forms: [Form]
  let lastingPoints: [LastingPoint]
  let informalPositionModels: [Model]
  let prejudiceStatements: [Statement]

  /// The key of a section in `sources`, or "own".
  typealias SourceName = String

  struct Section: Decodable {
    let chapter: Int?
    let title: String
    let page: Int?
    let lastPage: Int?
  }

  struct Identified<ID: Decodable>: Decodable {
    let id: ID
    let source: SourceName
  }

  struct Activity: Decodable {
    let kind: ActivityKind
    let phases: [String]
    let source: SourceName
  }

  struct Item: Decodable {
    let id: String
    let day: Int
    let kind: ActivityKind
    let start: String?
    let minutes: Int
    let groupForm: GroupForm
    let phases: [Phase]
    let script: Int
    let prompts: Int
    let source: SourceName
  }

  struct Phase: Decodable {
    let id: String
    let minutes: Int
    let groupForm: GroupForm
    let isReporting: Bool?
  }

  struct Perspective: Decodable {
    let id: String
    let dominantSide: Side
    let source: SourceName
  }

  struct Drawing: Decodable {
    let id: String
    let source: SourceName
  }

  struct Table: Decodable {
    let id: String
    let columns: [Side]
    let rows: [Row]
    let source: SourceName
  }

  struct Row: Decodable {
    let focus: CooperationFocus
    let arrows: String
    let informal: Int
    let formal: Int
  }

  struct ConditionGroup: Decodable {
    let id: String
    let isScored: Bool
    let isListedInSource: Bool
    let conditions: [Condition]
    let source: SourceName
  }

  struct Condition: Decodable {
    let id: String
    let label: String?
  }

  struct Role: Decodable {
    let id: String
    let side: Side
    let relation: RoleRelation?
    let aliases: Int?
    let hasNote: Bool?
    let source: SourceName
  }

  struct Form: Decodable {
    let id: String
    let focus: CooperationFocus
    let hasBox: Bool
    let examples: [Example]
    let start: Points
    let attention: Points
    let conditions: Points
    let source: SourceName
  }

  struct Example: Decodable {
    let municipality: String?
  }

  /// How many points stand in the box, and how many more in the running text.
  struct Points: Decodable {
    let box: Int?
    let prose: Int?
  }

  struct LastingPoint: Decodable {
    let id: String
    let parts: [Identified<String>]
    let source: SourceName
  }

  struct Model: Decodable {
    let id: String
    let pros: Int
    let cons: Int
    let source: SourceName
  }

  struct Statement: Decodable {
    let id: String
    let about: Side
    let source: SourceName
  }
}
