/// A vision in words, and a drawing of which only the makers' explanation is there.
struct VisionAct: RehearsalAct {
  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    let municipalities = scene.municipalities
    return VisionForm.allCases.flatMap { form in
      municipalities.enumerated().flatMap { index, municipality in
        let people = scene.people(of: municipality)
        let count = form == .words ? max(2, people.count / 2) : 1
        let texts = form == .words ? scene.texts.vision.words : scene.texts.vision.drawings
        return (0..<count).map { number in
          scene.note(
            "vision/\(municipality)/\(form.rawValue)/\(number)",
            scene.sentence(texts, number * municipalities.count + index, form.rawValue),
            group: municipality, phase: form.rawValue, place: form.rawValue,
            by: form == .words ? scene.turn(people, number, "vision/\(municipality)") : nil)
        }
      }
    }
  }
}
