/// What the talk stirs up, where each municipality stands, and the scores of the start.
struct FrameworkAct: RehearsalAct {
  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    talk(scene) + placing(scene) + ConditionMoves.talk(scene)
      + (ConditionMoves.item(of: .start, scene) == scene.item.id
        ? ConditionMoves.scores(.start, scene) : [])
  }

  private func talk(_ scene: RehearsalScene) -> [RehearsalMove] {
    scene.texts.framework.talk.enumerated().map { index, text in
      scene.note(
        "framework/talk/\(index)", text, group: "plenary", phase: "talk",
        by: scene.turn(scene.people, index, "framework/talk"))
    }
  }

  /// Every place is taken by somebody, and every municipality takes several.
  private func placing(_ scene: RehearsalScene) -> [RehearsalMove] {
    let municipalities = scene.municipalities
    let places = Place.all(in: .framework)
    let first = scene.number("framework/places", below: municipalities.count)
    let count = max(places.count, municipalities.count * 2)
    var taken: [String: [Place]] = [:]
    let marks = (0..<count).compactMap { index -> RehearsalMove? in
      let municipality = municipalities[(first + index) % municipalities.count]
      let place = places[(index + index / places.count) % places.count]
      guard taken[municipality]?.contains(place) != true else { return nil }
      taken[municipality, default: []].append(place)
      return scene.note(
        "framework/\(municipality)/\(place.text)", scene.setting.label(place),
        group: municipality, phase: "place", place: place.text)
    }
    let words = municipalities.enumerated().compactMap { index, municipality -> RehearsalMove? in
      guard let place = taken[municipality]?.first else { return nil }
      return scene.note(
        "framework/words/\(municipality)",
        scene.sentence(scene.texts.framework.places, index, "framework/words"),
        group: municipality, phase: "place", place: place.text,
        by: scene.turn(scene.people(of: municipality), index, "framework/words"))
    }
    return marks + words
  }
}
