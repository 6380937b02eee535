/// Who sums up and what they say, and a word from everybody.
struct ClosingAct: RehearsalAct {
  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    let municipalities = scene.workshop.municipalities.enumerated().flatMap { index, municipality in
      let place = ClosingPlace.municipality(municipality.document)
      let people = scene.people(of: municipality.document.text)
      return summary(
        at: place, by: scene.turn(people, 0, "speaker/\(place.text)"),
        scene.sentence(scene.texts.closing.municipalities, index, "closing"),
        group: municipality.document.text, phase: "municipalities", scene)
    }
    let researchers = (1...ClosingPlace.researchers).flatMap { number in
      summary(
        at: .researcher(number), by: scene.turn(scene.researchers, number - 1, "researcher"),
        scene.sentence(scene.texts.closing.researchers, number, "researcher"), group: "plenary",
        phase: "researchers", scene)
    }
    let everybody = scene.people.enumerated().map { index, person in
      scene.note(
        "word/\(index)", scene.sentence(scene.texts.closing.everybody, index, "word"),
        group: "plenary", phase: "thanks", by: person
      ) { $0.kind = .spoken }
    }
    return municipalities + researchers + everybody
  }

  /// The one who speaks, chosen by somebody or here, and what they say.
  private func summary(
    at place: ClosingPlace, by proposed: Participant?, _ text: String, group: String,
    phase: String, _ scene: RehearsalScene
  ) -> [RehearsalMove] {
    let chosen = scene.item.speakers[place.text].flatMap { id in
      scene.workshop.participants.first { $0.id == id }
    }
    guard let speaker = chosen ?? proposed else { return [] }
    var isResearcher = false
    if case .researcher = place { isResearcher = true }
    let choosing = scene.edit([
      ProgrammeItem.Field.speaker(place.text): .string(speaker.id.text)
    ])
    // Nobody puts words into the mouth of somebody who is real.
    guard speaker.isSimulated else { return [choosing] }
    let words = scene.note(
      "closing/\(place.text)", text, group: group, phase: phase, place: place.text, by: speaker
    ) {
      $0.kind = .spoken
      if isResearcher { $0.voice = .researcher }
    }
    return [choosing, isResearcher ? words : words.verbatim()]
  }
}
