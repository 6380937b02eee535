/// Roots, apples and watering can, in mixed groups.
struct TreeAct: RehearsalAct {
  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    let made = scene.workshop.mixedGroups(at: scene.item.id)
    let groups = made.isEmpty ? dealt(scene) : made
    guard !groups.isEmpty else { return [] }
    var moves: [RehearsalMove] = []
    if made.isEmpty {
      moves.append(scene.edit([ProgrammeItem.Field.groups: ProgrammeItem.value(ofGroups: groups)]))
    }
    var said: [TreePart: Int] = [:]
    let most = groups.map { max(TreePart.allCases.count, $0.count) }.max() ?? 0
    for number in 0..<most {
      for (index, people) in groups.enumerated()
      where number < max(TreePart.allCases.count, people.count) {
        let part = TreePart.allCases[number % TreePart.allCases.count]
        let members = scene.people.filter { people.contains($0.id) }
        moves.append(
          scene.note(
            "tree/\(index)/\(number)",
            scene.sentence(scene.texts.tree.of(part), said[part, default: 0], part.rawValue),
            group: "mixed-\(index + 1)", phase: "groups", place: part.rawValue,
            by: scene.turn(members, number, "tree/\(index)")))
        said[part, default: 0] += 1
      }
    }
    return moves
  }

  /// Groups where nobody made any; always the same for the same people.
  private func dealt(_ scene: RehearsalScene) -> [[RecordID]] {
    let people = scene.shuffled(scene.people, "groups")
    return people.isEmpty
      ? [] : MixedGroups.deal(people, count: MixedGroups.usualCount(of: people.count))
  }
}
