/// The sentences of simulated participants in one language, as a resource holds them.
///
/// They are made up, and about supporting parents in any neighbourhood; none comes from a workshop
/// that was held.
public struct RehearsalTexts: Hashable, Codable, Sendable {
  /// One thing for each side.
  struct BySide<Value: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
    let formal: Value
    let informal: Value

    subscript(side: Side) -> Value { side == .formal ? formal : informal }
  }

  /// What people do, by where they stand.
  struct Functions: Hashable, Codable, Sendable {
    let formal: [String]
    let informal: [String]
    let both: [String]
    let neither: [String]
    let researcher: [String]
    /// For those whose side was not stated.
    let unstated: [String]

    func of(_ standing: Standing?) -> [String] {
      switch standing {
      case .formal: formal
      case .informal: informal
      case .both: both
      case .neither: neither
      case .researcher: researcher
      case nil: unstated
      }
    }
  }

  struct Preparation: Hashable, Codable, Sendable {
    let what: [String]
    let origin: [String]
    let problems: [String]
    let solutions: [String]
    let interview: [String]
    let document: [String]
    let literature: [String]
    let talk: [String]

    func of(_ place: PreparationPlace) -> [String] {
      switch place {
      case .what: what
      case .origin: origin
      case .problems: problems
      case .solutions: solutions
      case .interview: interview
      case .document: document
      case .literature: literature
      case .talk: talk
      }
    }
  }

  struct Pitch: Hashable, Codable, Sendable {
    let goal: [String]
    let phase: [String]
    let targetGroup: [String]
    let hope: [String]

    func of(_ part: PitchPart) -> [String] {
      switch part {
      case .goal: goal
      case .phase: phase
      case .targetGroup: targetGroup
      case .hope: hope
      }
    }
  }

  struct Framework: Hashable, Codable, Sendable {
    /// What is said during the talk.
    let talk: [String]
    /// What a municipality says of the place it takes.
    let places: [String]
    /// What is said when conditions are gone over.
    let conditions: [String]
  }

  struct Strengths: Hashable, Codable, Sendable {
    let knowledge: [String]
    let skills: [String]
    let position: [String]
    let power: [String]
    /// What a side says of itself, not sorted yet.
    let own: [String]

    func of(_ dimension: Dimension) -> [String] {
      switch dimension {
      case .knowledge: knowledge
      case .skills: skills
      case .position: position
      case .power: power
      }
    }
  }

  struct Role: Hashable, Codable, Sendable {
    let name: String
    let description: String
    let relation: RoleRelation?
  }

  struct Tree: Hashable, Codable, Sendable {
    let apples: [String]
    let can: [String]
    let roots: [String]

    func of(_ part: TreePart) -> [String] {
      switch part {
      case .apples: apples
      case .can: can
      case .roots: roots
      }
    }
  }

  struct Prejudice: Hashable, Codable, Sendable {
    /// A statement of the room, about both sides.
    let statements: [String]
    /// What is said about such a statement, by whomever.
    let responses: [String]
    /// What those a statement is about answer.
    let answers: BySide<[String]>
  }

  struct Vision: Hashable, Codable, Sendable {
    let words: [String]
    /// The makers' own explanation of a drawing.
    let drawings: [String]
  }

  struct Pick: Hashable, Codable, Sendable {
    let about: String
    let why: String
  }

  struct Consultations: Hashable, Codable, Sendable {
    let questions: [String]
    let advice: [String]
    let insights: [String]
    let home: [String]
  }

  struct Action: Hashable, Codable, Sendable {
    let text: String
    let who: String
    let when: String
    let needed: String
  }

  struct Plan: Hashable, Codable, Sendable {
    let actions: [Action]
    let lasting: [String]
    /// What is said of a form or a model that was chosen.
    let remarks: [String]
  }

  struct Closing: Hashable, Codable, Sendable {
    let municipalities: [String]
    let researchers: [String]
    let everybody: [String]
  }

  /// How a function or a name is marked as made up, with `{name}` in it.
  let mark: String
  let functions: Functions
  let names: [String]
  /// How a sentence is said again where there are more people than sentences, with `{text}` in it.
  let again: [String]
  let preparation: Preparation
  let welcome: [String]
  let pitch: Pitch
  let framework: Framework
  let strengths: BySide<Strengths>
  let additions: [String]
  let roles: BySide<[Role]>
  let tree: Tree
  let prejudice: Prejudice
  let recap: [String]
  let vision: Vision
  let picks: [Pick]
  /// What is said about the cards on the market.
  let market: [String]
  let consultations: Consultations
  let feedback: [String]
  let plan: Plan
  let closing: Closing
}
