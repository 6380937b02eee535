/// A question beforehand, advice and insight at the tables round after round, and what comes home.
struct ConsultationsAct: RehearsalAct {
  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    let schedule = ConsultationSchedule(scene.workshop)
    let rounds = scene.setting.phases(scene.item).compactMap { phase in
      phase.hasPrefix("round-") ? Int(phase.dropFirst("round-".count)) : nil
    }
    let seatings = schedule.seatings(of: scene.item, rounds: rounds.max() ?? 0)
    return questions(scene)
      + rounds.flatMap { round -> [RehearsalMove] in
        let seating = seatings[round - 1]
        let settling =
          schedule.isPlenary || schedule.people.isEmpty
          ? [] : [scene.edit([ProgrammeItem.Field.tables(round): seating.value])]
        return settling + visits(in: round, schedule, seating, scene)
      } + home(scene)
  }

  private func document(_ group: String, _ scene: RehearsalScene) -> DocumentName {
    scene.workshop.document(ofGroup: group)
  }

  private func note(
    _ key: String, _ saying: Note.ConsultationSaying, _ text: String, group: String,
    phase: String, part: ConsultationPart, by author: Participant?, _ scene: RehearsalScene
  ) -> RehearsalMove {
    scene.note(key, text, group: group, phase: phase, place: part.place, by: author) {
      $0.fields = [Note.ConsultationField.part.text: saying.rawValue]
    }
  }

  private func questions(_ scene: RehearsalScene) -> [RehearsalMove] {
    scene.municipalities.enumerated().map { index, host in
      note(
        "question/\(host)", .question,
        scene.sentence(scene.texts.consultations.questions, index, "question"), group: host,
        phase: "question", part: .question(host: document(host, scene)),
        by: scene.turn(scene.people(of: host), 0, "question/\(host)"), scene)
    }
  }

  /// Visitors give advice and a host says what came up, except at a table without hosts.
  private func visits(
    in round: Int, _ schedule: ConsultationSchedule, _ seating: Seating, _ scene: RehearsalScene
  ) -> [RehearsalMove] {
    let there = Set(scene.people.map(\.id))
    let count = scene.municipalities.count
    return scene.municipalities.enumerated().flatMap { index, host -> [RehearsalMove] in
      let document = document(host, scene)
      var hosts = schedule.hosts(at: document, in: seating).filter { there.contains($0.id) }
      var visitors = schedule.visitors(at: document, in: seating).filter { there.contains($0.id) }
      if schedule.isPlenary {
        // Nobody to visit: the whole room consults together.
        hosts = scene.people(of: host)
        visitors = scene.researchers
      }
      guard !hosts.isEmpty else { return [] }
      let part = ConsultationPart.visit(host: document, round: round)
      func say(_ number: Int, _ saying: Note.ConsultationSaying, _ author: Participant)
        -> RehearsalMove
      {
        let texts = scene.texts.consultations
        let order = (number * count + index) + (round - 1) * count * 2
        return note(
          "visit/\(host)/\(round)/\(saying.rawValue)/\(number)", saying,
          scene.sentence(
            saying == .advice ? texts.advice : texts.insights, order, saying.rawValue),
          group: host, phase: "round-\(round)", part: part, by: author, scene)
      }
      let advice = visitors.prefix(4).enumerated().map { say($0, .advice, $1) }
      return advice + hosts.prefix(1).map { say(0, .insight, $0) }
    }
  }

  private func home(_ scene: RehearsalScene) -> [RehearsalMove] {
    let municipalities = scene.municipalities
    return municipalities.enumerated().flatMap { index, municipality in
      let people = scene.people(of: municipality)
      return people.prefix(2).enumerated().map { number, person in
        note(
          "home/\(municipality)/\(number)", .home,
          scene.sentence(
            scene.texts.consultations.home, number * municipalities.count + index, "home"),
          group: municipality, phase: "home", part: .home, by: person, scene)
      }
    }
  }
}
