/// Going over the conditions as an item of its own.
struct ConditionsAct: RehearsalAct {
  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    let moments = Moment.allCases.filter { ConditionMoves.item(of: $0, scene) == scene.item.id }
    return ConditionMoves.talk(scene) + moments.flatMap { ConditionMoves.scores($0, scene) }
  }
}
