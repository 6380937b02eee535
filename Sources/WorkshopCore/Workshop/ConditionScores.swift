/// The scores of a condition that people of one side gave in confidence, as they may be shown.
///
/// A score alone is never shown: there is a range only where several people gave one.
public struct ConditionScores: Hashable, Codable, Sendable {
  /// The scores that can be given.
  public static let scale = 1...5
  /// The number of scores from which their range tells nothing of one person.
  public static let fewest = 3
  /// What stands in the field of those for whom a condition does not apply.
  public static let notApplicable = "not-applicable"

  /// The number of scores.
  public private(set) var count = 0
  /// The number of people for whom it does not apply.
  public private(set) var notApplicable = 0
  /// The lowest score; absent where there are too few to show any.
  public private(set) var low: Int?
  /// The highest score; absent where there are too few to show any.
  public private(set) var high: Int?

  /// One person's answer.
  enum Answer: Hashable, Sendable {
    case score(Int)
    case notApplicable

    /// Reads the field of a note; `nil` for what is no score.
    init?(_ value: JSONValue?) {
      if let score = value?.integer, ConditionScores.scale.contains(score) {
        self = .score(score)
      } else if value?.text?.hasSameBytes(as: ConditionScores.notApplicable) == true {
        self = .notApplicable
      } else {
        return nil
      }
    }
  }

  /// Gathers what notes say at one place and of one side; what is no score counts nowhere.
  public init(_ notes: some Sequence<Note>) {
    self.init(notes.lazy.compactMap { Answer($0.fields[Field.score]) }.map { ($0, 1) })
  }

  /// Gathers answers, each with the number of people who gave it.
  init(_ answers: some Sequence<(Answer, Int)>) {
    var scores: [Int] = []
    for (answer, number) in answers {
      switch answer {
      case .score(let score):
        count += number
        scores.append(score)
      case .notApplicable: notApplicable += number
      }
    }
    if count >= Self.fewest {
      low = scores.min()
      high = scores.max()
    }
  }

  /// Tells whether nobody said anything.
  public var isEmpty: Bool { count == 0 && notApplicable == 0 }

  /// Names of the fields in files.
  package enum Field {
    package static let score: FieldName = "score"
  }

  /// The note in which one score stands: without a writer, and filed under no municipality.
  ///
  /// - Parameters:
  ///   - score: The score; `nil` where the condition does not apply.
  ///   - condition: The condition by its id in the content.
  ///   - moment: Whether it is given at the start or at the end.
  ///   - side: The side of the one who gives it.
  ///   - item: The item of the programme in which it was given.
  ///   - record: The id the note gets.
  public static func step(
    _ score: Int?, of condition: String, at moment: Moment, side: Side, item: RecordID?,
    record: RecordID
  ) -> Scribe.Step {
    let draft = NoteDraft(
      document: .plenary, item: item, activity: .conditions, group: side.rawValue,
      voice: side == .formal ? .formal : .informal,
      place: Place.score(condition: condition, moment).text)
    return draft.step(
      record: record,
      fields: [Field.score: score.map(JSONValue.integer) ?? .string(notApplicable)])
  }
}

extension Note {
  /// Tells whether it is a single score, which is counted and never shown.
  public var isScore: Bool {
    guard activity == .conditions, case .score? = typedPlace else { return false }
    return true
  }
}

extension Workshop {
  /// The scores of a condition that were given at a moment by one side, in whichever item.
  public func scores(of condition: String, at moment: Moment, side: Side) -> ConditionScores {
    let place = Place.score(condition: condition, moment).text
    let all = itemsAndOutside.flatMap {
      notes.at(place, ofGroup: side.rawValue, inItem: $0.key)
    }
    return ConditionScores(all.filter { $0.isScore && !$0.isOffRecord })
  }
}
