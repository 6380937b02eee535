/// Each municipality says in front of all what it found, and a researcher what they heard.
struct FeedbackAct: RehearsalAct {
  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    let municipalities = scene.municipalities
    // Two such items in one programme begin at different sentences.
    let told = municipalities.enumerated().flatMap { index, municipality in
      (0..<2).map { number in
        let note = scene.note(
          "feedback/\(municipality)/\(number)",
          scene.sentence(
            scene.texts.feedback, number * municipalities.count + index, "feedback"),
          group: municipality,
          by: scene.turn(scene.people(of: municipality), number, "feedback/\(municipality)")
        ) { $0.kind = .spoken }
        return number == 0 ? note.verbatim() : note
      }
    }
    let heard = scene.researchers.prefix(1).map { researcher in
      scene.note(
        "feedback/researcher", scene.sentence(scene.texts.closing.researchers, 0, "heard"),
        group: "plenary", by: researcher
      ) {
        $0.voice = .researcher
        $0.kind = .observation
      }
    }
    return told + heard
  }
}
