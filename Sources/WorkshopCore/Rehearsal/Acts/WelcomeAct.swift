/// Who is there when, what they agree to, and what the room wants to agree on besides.
struct WelcomeAct: RehearsalAct {
  /// From how many people on somebody comes late or leaves before the evening.
  private static let fewest = 8

  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    // Also those who come later: it is known of them.
    let cast = scene.workshop.participants.filter(\.isSimulated)
    let people = cast.enumerated().flatMap { index, person in
      // Two answers, as they are given on the screen: who is here, and what may be done with it.
      let presence = presence(index, of: cast.count)
      let consent = consent(index)
      return [
        edit(person, presence.fields, scene),
        consent.map { edit(person, $0.fields, scene) },
      ].compactMap { $0 }
    }
    let notes = scene.texts.welcome.enumerated().map { index, text in
      scene.note(
        "welcome/\(index)", text, group: "plenary", phase: "agreements",
        by: scene.turn(scene.people, index, "welcome"))
    }
    return people + notes
  }

  private func edit(_ person: Participant, _ set: JSONObject, _ scene: RehearsalScene)
    -> RehearsalMove
  {
    scene.edit(.session, SessionCollection.participants, person.id, set)
  }

  private func presence(_ index: Int, of count: Int) -> Presence {
    var presence = Presence()
    for part in DayPart.allCases { presence[part] = true }
    guard count >= Self.fewest else { return presence }
    switch index {
    case 5: presence[.morning] = false
    case 6: presence[.evening] = false
    // Of one it is only known that they are here now.
    case 7: for part in DayPart.allCases where part != .morning { presence[part] = nil }
    default: break
    }
    return presence
  }

  /// Some agree to everything, some to nothing, some to a part, and some do not answer.
  private func consent(_ index: Int) -> Consent? {
    var consent = Consent()
    switch index % 5 {
    case 0: for use in Consent.Use.allCases { consent[use] = true }
    case 1: for use in Consent.Use.allCases { consent[use] = false }
    case 2:
      consent[.quote] = true
      consent[.photograph] = false
      consent[.archive] = true
    case 3: consent[.quote] = false
    default: return nil
    }
    return consent
  }
}
