/// Interviews by topic, documents, literature and talks, per municipality.
struct PreparationAct: RehearsalAct {
  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    scene.municipalities.enumerated().flatMap { index, municipality in
      PreparationPlace.allCases.map { place in
        let key = "preparation/\(municipality)/\(place.rawValue)"
        var fields: JSONObject = [:]
        if place.kind == .interview || place.kind == .spoken,
          let function = scene.turn(scene.people(of: municipality), index, key)?.function
        {
          fields[Note.PreparationField.respondent] = .string(function)
        }
        return scene.note(
          key, scene.sentence(scene.texts.preparation.of(place), index, place.rawValue),
          group: municipality, place: place.rawValue, fields: fields
        ) { $0.kind = place.kind }
      }
    }
  }
}
