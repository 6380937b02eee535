/// Everybody takes some of the roles there are, and explains them to their own team.
struct RoleMarketAct: RehearsalAct {
  /// The cards of somebody: those they have, and those they will take.
  private struct Hand {
    let person: Participant
    let roles: [WorkshopRole]
  }

  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    let market = RoleMarket(scene.workshop, item: scene.item)
    let hands = market.people.filter(\.isSimulated).enumerated().map { index, person in
      Hand(person: person, roles: roles(for: person, index, market, scene))
    }
    guard !market.roles.isEmpty else { return [] }
    let remarks = scene.texts.market.enumerated().map { index, text in
      scene.note(
        "remark/\(index)", text, group: "plenary", phase: "explain",
        by: scene.turn(scene.people, index, "remark"))
    }
    return taking(hands, scene) + explaining(hands, scene) + remarks
  }

  /// Around the tables: everybody their first card, then a second one.
  private func taking(_ hands: [Hand], _ scene: RehearsalScene) -> [RehearsalMove] {
    let most = hands.map(\.roles.count).max() ?? 0
    return (0..<most).flatMap { number in
      hands.filter { $0.roles.indices.contains(number) }.map { hand in
        RehearsalMove(steps: [
          RolePick.step(
            taking: hand.roles[number], for: hand.person, item: scene.item.key,
            phase: scene.phase("choose"))
        ])
      }
    }
  }

  /// The first card is always explained, another one not by everybody.
  private func explaining(_ hands: [Hand], _ scene: RehearsalScene) -> [RehearsalMove] {
    let picks = scene.texts.picks
    return hands.enumerated().flatMap { index, hand in
      hand.roles.enumerated().compactMap { number, role -> RehearsalMove? in
        let order = number * hands.count + index
        guard number == 0 || scene.number("explain/\(order)", below: 3) > 0,
          let pick = scene.turn(picks, order, "pick")
        else { return nil }
        return scene.edit(
          hand.person.municipality ?? .plenary, SessionCollection.notes,
          RolePick.record(item: scene.item.key, person: hand.person.id, role: role.id),
          [
            RolePick.Field.about: .string(pick.about),
            Note.Field.text: .string(scene.sentence(picks.map(\.why), order, "pick")),
          ])
      }
    }
  }

  /// One to three roles: those somebody has, then mostly of their own side.
  private func roles(
    for person: Participant, _ index: Int, _ market: RoleMarket, _ scene: RehearsalScene
  ) -> [WorkshopRole] {
    let key = "role/\(index)"
    let taken = market.picks(by: person.id).compactMap(\.role)
    let own = market.roles.filter { role in
      role.side.map { person.standing?.sides.contains($0) ?? false } ?? false
    }
    let first = scene.turn(own.isEmpty ? market.roles : own, index / 2, "role")
    let deck = [first].compactMap { $0 } + scene.shuffled(market.roles, key)
    var roles = taken.compactMap { id in market.roles.first { $0.id == id } }
    for role in deck where roles.count <= scene.number("\(key)/count", below: 3) {
      if !roles.contains(where: { $0.id == role.id }) { roles.append(role) }
    }
    return roles
  }
}
