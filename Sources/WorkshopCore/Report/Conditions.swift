extension Report {
  /// What was said of a condition for cooperation, besides its scores.
  public struct ConditionNotes: Hashable, Codable, Sendable {
    /// The condition, by its id in the content or as written; absent for notes of none.
    public var condition: String?
    /// The notes in the order of making.
    public var items: [Statement]
  }

  /// The scores of a condition at a moment by one side of one workshop.
  ///
  /// Workshops are never put together: from all and one of them the other would follow.
  public struct Score: Hashable, Codable, Sendable {
    /// The place of the workshop among those of the report, from 0.
    public var workshop: Int
    /// The condition, by its id in the content.
    public var condition: String
    /// When they were given.
    public var moment: Moment
    /// Who gave them.
    public var side: Side
    /// What may be told of them.
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

  /// The scores by workshop, condition, moment and side; none in a team's edition, since the room gave them.
  func conditionScores() -> [Report.Score] {
    guard scope == nil else { return [] }
    var groups: [ScoreKey: [Note]] = [:]
    for (workshop, scores) in scores.enumerated() {
      for note in scores {
        guard case .score(let condition, let moment)? = note.typedPlace,
          let side = note.group.flatMap(Side.init(rawValue:))
        else { continue }
        let key = ScoreKey(
          workshop: workshop, condition: told(condition), moment: moment, side: side)
        groups[key, default: []].append(note)
      }
    }
    return ScoreKey.scores(groups.mapValues { ConditionScores($0) })
  }
}

/// What keeps scores apart.
struct ScoreKey: Hashable {
  let workshop: Int
  let condition: String
  let moment: Moment
  let side: Side

  /// The scores in the order of the workshops, then of the conditions' bytes, then by moment and side.
  static func scores(_ groups: [ScoreKey: ConditionScores]) -> [Report.Score] {
    let places = Dictionary(grouping: groups.keys, by: \.workshop)
    return places.keys.sorted().flatMap { workshop in
      Set((places[workshop] ?? []).map(\.condition)).sorted { $0.precedesByBytes($1) }.flatMap {
        condition in
        Moment.allCases.flatMap { moment in
          Side.allCases.compactMap { side -> Report.Score? in
            func scores(at moment: Moment) -> ConditionScores? {
              groups[
                ScoreKey(workshop: workshop, condition: condition, moment: moment, side: side)]
            }
            return scores(at: moment).map {
              Report.Score(
                workshop: workshop, condition: condition, moment: moment, side: side,
                scores: $0.beside(scores(at: moment.other)))
            }
          }
        }
      }
    }
  }
}
