/// First the strength of the other, then what is added to it, then one's own, then roles.
struct StrengthsAct: RehearsalAct {
  /// A strength of a side that was named.
  private struct Strength {
    let side: Side
    let record: RecordID
    let place: String
    let move: RehearsalMove
  }

  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    let named = Side.allCases.map { others($0, scene) }
    // The groups of both sides are at work at the same time.
    let strengths = (0..<(named.map(\.count).max() ?? 0)).flatMap { index in
      named.compactMap { $0.indices.contains(index) ? $0[index] : nil }
    }
    return strengths.map(\.move) + additions(strengths, scene)
      + Side.allCases.flatMap { own($0, scene) } + roles(strengths, scene)
  }

  /// What the other side names as strengths of a side, in every dimension.
  private func others(_ side: Side, _ scene: RehearsalScene) -> [Strength] {
    let naming = scene.people(on: side.other)
    guard !naming.isEmpty else { return [] }
    let texts = scene.texts.strengths[side]
    return (0..<max(Dimension.allCases.count, naming.count * 2)).map { index in
      let dimension = Dimension.allCases[index % Dimension.allCases.count]
      let place = Place.strength(side, dimension).text
      let key = "strength/\(place)/\(index)"
      var move = scene.note(
        key,
        scene.sentence(texts.of(dimension), index / Dimension.allCases.count, "strength/\(place)"),
        group: side.other.rawValue, phase: "the-other", place: place,
        by: scene.turn(naming, index, "strength/\(side.rawValue)"))
      switch index {
      case 1: move = move.withoutName()
      case 2: move = move.verbatim()
      case 6: move = move.offRecord()
      default: break
      }
      return Strength(side: side, record: scene.record(key), place: place, move: move)
    }
  }

  /// Those who were spoken of add to it, in front of all.
  private func additions(_ strengths: [Strength], _ scene: RehearsalScene) -> [RehearsalMove] {
    strengths.enumerated().filter { $0.offset % 4 == 1 }.enumerated().map { number, element in
      let strength = element.element
      return scene.note(
        "addition/\(element.offset)",
        scene.sentence(scene.texts.additions, number, "addition"),
        group: strength.side.rawValue, phase: "additions", place: strength.place,
        by: scene.turn(scene.people(on: strength.side), number, "addition")
      ) { $0.addsTo = strength.record }
    }
  }

  /// What a side says of itself.
  private func own(_ side: Side, _ scene: RehearsalScene) -> [RehearsalMove] {
    let people = scene.people(on: side)
    let count = people.isEmpty ? 0 : max(2, people.count / 2)
    return (0..<count).map { index in
      scene.note(
        "own/\(side.rawValue)/\(index)",
        scene.sentence(scene.texts.strengths[side].own, index, "own/\(side.rawValue)"),
        group: side.rawValue, phase: "own", place: Place.strength(side, nil).text,
        by: scene.turn(people, index, "own/\(side.rawValue)"))
    }
  }

  /// Catchy terms, each for one or two strengths of a side.
  private func roles(_ strengths: [Strength], _ scene: RehearsalScene) -> [RehearsalMove] {
    Side.allCases.flatMap { side -> [RehearsalMove] in
      let own = strengths.filter { $0.side == side }
      let roles = scene.texts.roles[side]
      let count = min(roles.count, max(3, own.count / 3), own.count)
      return (0..<count).compactMap { index in
        guard let role = scene.turn(roles, index, "role/\(side.rawValue)") else { return nil }
        let from = [own[index % own.count], own[(index + count) % own.count]]
          .prefix(index % 2 == 0 ? 1 : 2).map(\.record)
        return RehearsalMove(steps: [
          WorkshopRole.step(
            making: role.name, description: role.description, side: side,
            relation: role.relation, from: from,
            record: scene.record("role/\(side.rawValue)/\(index)"))
        ])
      }
    }
  }
}
