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
    let notes = Dictionary(grouping: byActivity[.conditions] ?? [], by: \.place)
    let named = notes.keys.compactMap { $0 }.sorted { $0.precedesByBytes($1) }
    let keys: [String?] = named.map(Optional.some) + (notes[nil] == nil ? [] : [nil])
    return keys.map { key in
      Report.ConditionNotes(condition: key, items: (notes[key] ?? []).map(statement))
    }.nonempty
  }

  /// The scores as ranges by condition, moment and side.
  func conditionScores() -> [Report.Score] {
    struct Key: Hashable {
      let condition: String
      let moment: Moment
      let side: Side
    }
    var groups: [Key: [Note]] = [:]
    for note in scores {
      guard case .score(let condition, let moment)? = note.typedPlace,
        let side = note.group.flatMap(Side.init(rawValue:))
      else { continue }
      groups[Key(condition: condition, moment: moment, side: side), default: []].append(note)
    }
    let conditions = Set(groups.keys.map(\.condition)).sorted { $0.precedesByBytes($1) }
    return conditions.flatMap { condition in
      Moment.allCases.flatMap { moment in
        Side.allCases.compactMap { side in
          groups[Key(condition: condition, moment: moment, side: side)].map {
            Report.Score(
              condition: condition, moment: moment, side: side, scores: ConditionScores($0))
          }
        }
      }
    }
  }
}
