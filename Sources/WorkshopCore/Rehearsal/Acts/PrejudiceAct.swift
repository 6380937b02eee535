/// Answers to the statements, only where somebody asked that they be written down.
struct PrejudiceAct: RehearsalAct {
  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    guard scene.isAsked || wasAsked(scene) else { return [] }
    // They answer what is largest on the wall before they make statements of their own.
    return answers(scene) + own(scene)
  }

  private func answers(_ scene: RehearsalScene) -> [RehearsalMove] {
    scene.setting.statements.flatMap { statement -> [RehearsalMove] in
      let people = scene.people(on: statement.about)
      let texts = scene.texts.prejudice.answers[statement.about]
      return texts.prefix(people.count).enumerated().map { index, text in
        let note = scene.note(
          "answer/\(statement.id)/\(index)", text, group: statement.about.rawValue, phase: "play",
          place: statement.id, by: scene.turn(people, index, statement.id))
        return index == 0 ? note.verbatim() : note
      }
    }
  }

  /// A statement of the room, about both sides, and what is said about it.
  private func own(_ scene: RehearsalScene) -> [RehearsalMove] {
    scene.texts.prejudice.statements.enumerated().flatMap { index, text in
      let statement = scene.record("statement/\(index)")
      let responses = scene.texts.prejudice.responses.enumerated().map { number, text in
        scene.note(
          "response/\(index)/\(number)", text, group: "plenary", phase: "play",
          place: statement.text, by: scene.turn(scene.people, number, "response/\(index)"))
      }
      return [
        scene.note(
          "statement/\(index)", text, group: "plenary", phase: "play",
          place: Note.statementPlace)
      ] + responses
    }
  }

  /// Tells whether a person wrote something down here, which is how it is asked for.
  private func wasAsked(_ scene: RehearsalScene) -> Bool {
    let own = Set(scene.texts.prejudice.statements.indices.map { scene.record("statement/\($0)") })
    return scene.workshop.notes.ofItem(scene.item.key).contains { note in
      guard case .participant(let author)? = note.author else { return !own.contains(note.id) }
      return scene.workshop.participants.first { $0.id == author }?.isSimulated != true
    }
  }
}
