/// The scores of a condition that people of one side gave in confidence, as they may be shown.
///
/// Of fewer than five answers nothing is told, and of more no answer that only one or two people gave: neither the
/// lowest nor the highest, and no number of people by score unless three or more gave each.
public struct ConditionScores: Hashable, Codable, Sendable {
  /// The scores that can be given.
  public static let scale = 1...5
  /// The number of scores from which their median tells nothing of one person.
  public static let fewest = 5
  /// The number of people from which the number who gave one answer tells nothing of one of them.
  public static let fewestAlike = 3
  /// What stands in the field of those for whom a condition does not apply.
  public static let notApplicable = "not-applicable"

  /// The number of scores; absent where there are too few to show any.
  public private(set) var count: Int?
  /// The score in the middle, or the mean of the two there; absent where there are too few.
  public private(set) var median: Double?
  /// The number of people by score, from the lowest; absent where one or two people gave one, or all the same.
  public private(set) var distribution: [Int]?
  /// The number of people for whom it does not apply; absent for fewer than three.
  public private(set) var notApplicable: Int?
  /// Tells whether there are answers, and too few to show any.
  public private(set) var isTooFew = false

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
    var numbers = Self.scale.map { _ in 0 }
    var others = 0
    for (answer, number) in answers {
      switch answer {
      case .score(let score): numbers[score - Self.scale.lowerBound] += number
      case .notApplicable: others += number
      }
    }
    let count = numbers.reduce(0, +)
    notApplicable = others >= Self.fewestAlike ? others : nil
    guard count >= Self.fewest else {
      isTooFew = count > 0 || (others > 0 && notApplicable == nil)
      return
    }
    self.count = count
    median = Self.median(numbers, count)
    let given = numbers.filter { $0 > 0 }
    // Where all gave the same answer, it is known of each.
    if given.count > 1, given.allSatisfy({ $0 >= Self.fewestAlike }) { distribution = numbers }
  }

  /// The same beside those of another moment, at which the same people may have answered, and a few more.
  ///
  /// Where two numbers differ by one or two, the answers of one or two people follow from them, so that neither is
  /// told.
  func beside(_ other: ConditionScores?) -> ConditionScores {
    guard let other else { return self }
    var told = self
    if let own = distribution, let others = other.distribution,
      zip(own + [own.reduce(0, +)], others + [others.reduce(0, +)])
        .contains(where: { Self.isNear($0, $1) })
    {
      told.distribution = nil
    }
    if let own = notApplicable, let others = other.notApplicable, Self.isNear(own, others) {
      told.notApplicable = nil
      told.isTooFew = count == nil
    }
    return told
  }

  private static func isNear(_ one: Int, _ other: Int) -> Bool {
    (1..<fewestAlike).contains(abs(one - other))
  }

  /// The median of scores by their numbers.
  private static func median(_ numbers: [Int], _ count: Int) -> Double {
    func score(at place: Int) -> Int {
      var passed = 0
      for (index, number) in numbers.enumerated() {
        passed += number
        if place < passed { return scale.lowerBound + index }
      }
      return scale.upperBound
    }
    return Double(score(at: (count - 1) / 2) + score(at: count / 2)) / 2
  }

  /// Tells whether nobody said anything.
  public var isEmpty: Bool { count == nil && notApplicable == nil && !isTooFew }

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
    func scores(at moment: Moment) -> ConditionScores {
      let place = Place.score(condition: condition, moment).text
      let all = itemsAndOutside.flatMap {
        notes.at(place, ofGroup: side.rawValue, inItem: $0.key)
      }
      return ConditionScores(all.filter { $0.isScore && !$0.isOffRecord })
    }
    return scores(at: moment).beside(scores(at: moment.other))
  }
}
