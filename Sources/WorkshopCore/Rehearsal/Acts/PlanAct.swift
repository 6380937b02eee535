/// The plans: actions, forms with their conditions, how it lasts, a model; and one group without.
struct PlanAct: RehearsalAct {
  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    let municipalities = scene.municipalities
    // That there is no plan is a fair outcome; where there are several, one says so.
    let without = municipalities.count > 1 ? municipalities.last : nil
    let plans = municipalities.enumerated().map { index, municipality in
      municipality == without
        ? noPlan(municipality, index, scene) : plan(municipality, index, scene)
    }
    // All groups work at the same time.
    let woven = (0..<(plans.map(\.count).max() ?? 0)).flatMap { index in
      plans.compactMap { $0.indices.contains(index) ? $0[index] : nil }
    }
    return woven + lateScores(scene)
  }

  /// Scores of the end, unless an item of their own is there for them.
  private func lateScores(_ scene: RehearsalScene) -> [RehearsalMove] {
    let item = ConditionMoves.item(of: .end, scene)
    let isOwn = scene.workshop.items.contains { $0.id == item && $0.kind == .conditions }
    return isOwn ? [] : ConditionMoves.scores(.end, scene)
  }

  private func note(
    _ key: String, _ text: String, _ municipality: String, _ part: PlanPart,
    by author: Participant? = nil, fields: JSONObject = [:], _ scene: RehearsalScene
  ) -> RehearsalMove {
    scene.note(
      "plan/\(municipality)/\(key)", text, group: municipality,
      phase: part == .action || part == .noPlan ? "actions" : "lasting", place: part.text,
      by: author, fields: fields)
  }

  private func noPlan(_ municipality: String, _ index: Int, _ scene: RehearsalScene)
    -> [RehearsalMove]
  {
    [
      note("none", scene.setting.noPlan, municipality, .noPlan, scene),
      note(
        "lasting/0", scene.sentence(scene.texts.plan.lasting, index, "lasting"), municipality,
        .lasting, scene),
    ]
  }

  private func plan(_ municipality: String, _ index: Int, _ scene: RehearsalScene)
    -> [RehearsalMove]
  {
    let count = scene.municipalities.count
    let people = scene.people(of: municipality)
    // Some say what kind of step it is, and some do not.
    let claims: [Note.Claim?] = [.agreement, .intention, nil]
    let actions = (0..<3).compactMap { number -> RehearsalMove? in
      let actions = scene.texts.plan.actions
      let order = number * count + index
      guard let action = scene.turn(actions, order, "action") else { return nil }
      var fields: JSONObject = [Note.PlanField.who: .string(action.who)]
      // A first step has a date before it has all it needs.
      if number != 1 { fields[Note.PlanField.needed] = .string(action.needed) }
      if number != 2 { fields[Note.PlanField.when] = .string(action.when) }
      if let claim = claims[number] { fields[Note.Field.claim] = .string(claim.rawValue) }
      return note(
        "action/\(number)", scene.sentence(actions.map(\.text), order, "action"), municipality,
        .action, by: scene.turn(people, number, "plan/\(municipality)"), fields: fields, scene)
    }
    let forms = (0..<2).flatMap { number -> [RehearsalMove] in
      scene.turn(scene.setting.forms, number * count + index, "form").map {
        choose($0, .form($0.id), municipality, number, scene)
      } ?? []
    }
    let lasting = (0..<2).map { number in
      note(
        "lasting/\(number)",
        scene.sentence(scene.texts.plan.lasting, number * count + index, "lasting"), municipality,
        .lasting, by: scene.turn(people, number + 1, "plan/\(municipality)"),
        fields: number == 0 ? [Note.Field.claim: .string(Note.Claim.wish.rawValue)] : [:], scene)
    }
    let model =
      scene.turn(scene.setting.models, index, "model").map {
        choose($0, .model($0.id), municipality, index, scene)
      } ?? []
    return actions + forms + lasting + model
  }

  /// Chooses a form or a model, goes over its conditions and says something about it.
  private func choose(
    _ option: RehearsalSetting.Option, _ part: PlanPart, _ municipality: String, _ number: Int,
    _ scene: RehearsalScene
  ) -> [RehearsalMove] {
    var moves = [note(part.text, option.name, municipality, part, scene)]
    let states: [ConditionState?] = [.met, .notMet, .met, nil, .notApplicable]
    let ticks = option.conditions.enumerated().compactMap { index, condition -> RehearsalMove? in
      guard let state = states[(index + number) % states.count] else { return nil }
      return scene.edit(
        scene.workshop.document(ofGroup: municipality), SessionCollection.notes,
        scene.record("plan/\(municipality)/\(part.text)"),
        [FieldName(condition): .string(state.rawValue)])
    }
    moves += ticks
    moves.append(
      note(
        "\(part.text)/remark",
        scene.sentence(scene.texts.plan.remarks, number, "remark/\(municipality)"), municipality,
        part, scene))
    return moves
  }
}
