extension Report {
  /// What was said of a condition for cooperation, besides its scores.
  public struct ConditionNotes: Hashable, Codable, Sendable {
    /// The condition, by its id in the content or as written; absent for notes of none.
    public var condition: String?
    /// The notes in the order of making.
    public var items: [Statement]
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
}

extension Gathering {
  /// What was said of the conditions; `nil` where nothing was.
  func conditionNotes() -> [Report.ConditionNotes]? {
    let notes = byActivity[.conditions] ?? []
    let groups = Dictionary(grouping: notes, by: \.place)
    var known: Set<String?> = []
    let order = notes.map(\.place).filter { $0 != nil && known.insert($0).inserted }
    return (order + [nil]).compactMap { place in
      groups[place].map {
        Report.ConditionNotes(condition: place, items: $0.map(statement))
      }
    }.nonempty
  }

  /// The scores as ranges by condition, moment and side.
  func conditionScores() -> [Report.Score] {
    var groups: [ScoreKey: [Note]] = [:]
    for note in scores {
      guard case .score(let condition, let moment)? = note.typedPlace,
        let side = note.group.flatMap(Side.init(rawValue:))
      else { continue }
      let key = ScoreKey(condition: disclosure.told(condition), moment: moment, side: side)
      groups[key, default: []].append(note)
    }
    return ScoreKey.scores(groups.mapValues { ConditionScores($0) })
  }
}

/// What keeps ranges of scores apart.
struct ScoreKey: Hashable {
  let condition: String
  let moment: Moment
  let side: Side

  /// The ranges in the order of the conditions' bytes, then by moment and side.
  static func scores(_ groups: [ScoreKey: ConditionScores]) -> [Report.Score] {
    let conditions = Set(groups.keys.map(\.condition)).sorted { $0.precedesByBytes($1) }
    return conditions.flatMap { condition in
      Moment.allCases.flatMap { moment in
        Side.allCases.compactMap { side in
          groups[ScoreKey(condition: condition, moment: moment, side: side)].map {
            Report.Score(condition: condition, moment: moment, side: side, scores: $0)
          }
        }
      }
    }
  }
}
