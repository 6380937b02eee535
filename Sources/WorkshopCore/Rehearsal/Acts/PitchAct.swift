/// Each municipality tells of its cooperation: goal, phase, target group, hope.
struct PitchAct: RehearsalAct {
  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    scene.municipalities.enumerated().flatMap { index, municipality in
      PitchPart.allCases.enumerated().map { number, part in
        let key = "pitch/\(municipality)/\(part.rawValue)"
        return scene.note(
          key, scene.sentence(scene.texts.pitch.of(part), index, part.rawValue),
          group: municipality, phase: "present", place: part.rawValue,
          by: scene.turn(scene.people(of: municipality), number, "pitch/\(municipality)")
        ).inTurn(municipality)
      }
    }
  }
}
