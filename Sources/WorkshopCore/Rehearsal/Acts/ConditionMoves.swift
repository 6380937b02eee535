/// The conditions, talked about and scored in confidence, in whichever item they come up.
enum ConditionMoves {
  /// How many people of a side score a group of conditions, where there are so many.
  private static let most = 4

  /// The item in which scores of a moment are given.
  ///
  /// With items of their own that is the first or the last of them; else the framework, whose pages
  /// have the form, or what is left.
  static func item(of moment: Moment, _ scene: RehearsalScene) -> RecordID? {
    let items = scene.workshop.items.filter { !$0.isSkipped }
    let own = items.filter { $0.kind == .conditions }
    let framework = items.first { $0.kind == .framework }
    switch moment {
    case .start:
      if let first = own.first, own.count > 1 || framework == nil || first.day == 1 {
        return first.id
      }
      return framework?.id
    case .end:
      if let last = own.last, own.count > 1 || last.day > 1 { return last.id }
      return (framework ?? items.last { $0.kind == .plan })?.id
    }
  }

  /// What is said about conditions, the ones that get no score among them.
  static func talk(_ scene: RehearsalScene) -> [RehearsalMove] {
    scene.setting.conditions.enumerated().compactMap { index, group in
      guard let condition = scene.turn(group.ids, 0, "condition/\(index)") else { return nil }
      return scene.note(
        "condition/\(condition)",
        scene.sentence(scene.texts.framework.conditions, index, "condition"), group: "plenary",
        place: condition, by: scene.turn(scene.people, index, "condition")
      ) { $0.activity = .conditions }
    }
  }

  /// The forms that people of both sides fill in, one each for a group of conditions.
  static func scores(_ moment: Moment, _ scene: RehearsalScene) -> [RehearsalMove] {
    let groups = scene.setting.conditions.filter(\.isScored)
    let item = item(of: moment, scene) ?? scene.item.id
    return groups.enumerated().flatMap { number, group in
      Side.allCases.flatMap { side in
        (0..<min(most, scene.people(on: side).count)).map { person in
          let steps = group.ids.map { condition in
            ConditionScores.step(
              score(condition, at: moment, side, person, scene), of: condition, at: moment,
              side: side, item: item,
              record: scene.record(
                "score/\(condition)/\(moment.rawValue)/\(side.rawValue)/\(person)"))
          }
          let key = "scores/\(number)/\(moment.rawValue)/\(side.rawValue)/\(person)"
          return RehearsalMove(steps: scene.shuffled(steps, key), anonymous: .day)
        }
      }
    }
  }

  /// A score, at the end that of the start or better; `nil` where the condition does not apply.
  private static func score(
    _ condition: String, at moment: Moment, _ side: Side, _ person: Int, _ scene: RehearsalScene
  ) -> Int? {
    let key = "score/\(condition)/\(side.rawValue)"
    func number(_ name: String, below bound: Int) -> Int {
      scene.workshopNumber("\(key)/\(person)/\(name)", below: bound)
    }
    guard number("applies", below: 9) > 0 else { return nil }
    // A side sees a condition alike, and each of its people a little otherwise.
    let usual = 2 + scene.workshopNumber(key, below: 3)
    let start = usual - 1 + number("start", below: 3)
    guard moment == .end else { return start }
    return min(ConditionScores.scale.upperBound, start + number("more", below: 3))
  }
}
