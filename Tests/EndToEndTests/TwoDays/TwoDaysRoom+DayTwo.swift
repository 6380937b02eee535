import Testing
import WorkshopCore

// The second day: visions, the role market, consultations, plans and the closing.

extension TwoDaysRoom {
  /// The notes of both days by activity.
  static let counts = [
    "welcome": 1, "pitch": 3, "framework": 3, "conditions": 13, "strengths": 11, "walk": 1,
    "tree": 4, "feedback": 2, "prejudice-game": 1, "recap": 1, "vision": 4, "role-market": 7,
    "consultations": 6, "plan": 6, "closing": 3,
  ]

  func holdDayTwo() async throws {
    try await go(to: .breakfast)
    try await look("breakfast")
    try await recap()
    try await visions()
    try await go(to: .break)
    try await roleMarket()
    try await go(to: .walk)
    try await go(to: .lunch)
    try await consultations()
    try await go(to: .feedback)
    try await keep("klein beginnen helpt", "starting small helps")
    try await go(to: .break)
    try await plans()
    try await closing()
  }

  private func recap() async throws {
    try await go(to: .recap)
    try await look("recap, pinned")
    try press("Space")
    try await seen("2/3")
    try await look("recap, roles")
    try press("Space")
    try await seen("3/3")
    try await look("recap, trees")
    try await keep("vannacht bedacht: eten verbindt", "thought at night: food connects")
  }

  private func visions() async throws {
    try await go(to: .vision)
    try await keep("een wijk die elkaar kent", "a neighbourhood that knows itself")
    try press("Tab")
    try await keep("niemand valt buiten", "nobody is left out")
    try await look("vision, words")
    try await nextPhase()
    try await keep("een brug met veel poten", "a bridge with many legs")
    // A photograph of the other drawing, copied into the session.
    try press("Tab")
    let picture = try sandbox.write(TwoDaysRoom.photograph, to: "tekening.jpg")
    try await fillIn("o")
    try terminal.paste(picture)
    try await settled()
    try press("Tab")
    try type(say("een tuin", "a garden"))
    try press("Enter")
    try await untilKept()
    try await look("vision, drawing")
    try await nextPhase()
    try await act("Right")
    try await look("vision, shown to the others")
  }

  private func roleMarket() async throws {
    try await go(to: .roleMarket)
    try await look("role market, nobody yet")
    for (index, role) in [1, 2, 3, 1, 2, 1].enumerated() {
      // Once somebody is called, a card is theirs in two keys: its number and the space bar.
      try await act("v")
      try type("\(role)")
      try press("Space")
      try await untilKept()
      guard index == 0 else { continue }
      try await fillIn("o")
      try type(say("de buren", "the neighbours"))
      try press("Tab")
      try type(say("ik ken ze al jaren", "I have known them for years"))
      try press("Enter")
      try await untilKept()
      try type("3")
      try press("Space")
      try await untilKept()
    }
    try await look("role market")
    try await nextPhase()
    try await look("role market, explaining")
    try press("Home")
    try await act("Enter")
    try await look("role market, large")
    try await act("w")
    try await look("role market, own words")
    try await leave()
  }

  private func consultations() async throws {
    try await go(to: .consultations)
    try type("t")
    try await keep("hoe houden we het vol?", "how do we keep it up?")
    try press("Tab")
    try await keep("wie betaalt de koffie?", "who pays for the coffee?")
    try await look("consultations, questions")
    for round in 1...2 {
      try await nextPhase()
      try await look("consultations, round \(round) proposed")
      try await act("v")
      try await keep("begin met één straat, ronde \(round)", "begin with a street, round \(round)")
      if round == 1 { try await act("i") }
      try await look("consultations, round \(round)")
    }
    try await act("w")
    try await look("consultations, who sits where")
    try await leave()
    try await nextPhase()
    try press("BTab")
    try await keep("klein beginnen", "start small")
    try press("Tab")
    try await keep("vraag het de buurt", "ask the neighbourhood")
    try await look("consultations, taken home")
  }

  private func plans() async throws {
    try await go(to: .plan)
    try await keep("elke maand een spreekuur", "a consulting hour each month")
    try await fillIn("w")
    try type("Noor")
    try press("Tab")
    try type(say("vanaf januari", "from January"))
    try press("Tab")
    try type(say("een ruimte", "a room"))
    try await seen(say("een ruimte", "a room"))
    try await look("plan, who and when")
    try press("Enter")
    try await untilKept()
    try await act("Tab")
    try await act("Space")
    try press("Down")
    try await act("Space")
    try await look("plan, forms")
    try await act("Tab")
    try await act("Tab")
    try await act("Space")
    try await look("plan, model")
    // Its step is there already: step and tab go together.
    try await act("BTab")
    try await keep("twee mensen delen het", "two people share it")
    try await look("plan, lasting")
    // The other municipality: that there is no plan is a fair outcome; it has a wish all the same.
    try await chooseGroup(1)
    try await act("0")
    try await keep("eerst elkaar leren kennen", "get to know each other first")
    try await look("plan of the others")
  }

  private func closing() async throws {
    try await go(to: .closing)
    try await act("w")
    try press("Enter")
    try await untilKept()
    try await keep("we gaan het doen", "we are going to do it")
    try press("Tab")
    try await keep("dank voor de eerlijkheid", "thank you for being honest")
    try await look("closing, municipalities")
    try await nextPhase()
    try await keep("wij leerden het meest", "we learned the most")
    try await look("closing, researchers")
    try press("r")
    let line = word("report.edition.public").suffix(7)
    try await terminal.wait("the report") { picture in
      picture.rows.contains { $0.lowercased().contains(line) }
    }
    try await leave()
  }
}
