import Testing
import WorkshopCore

// The first day: who is here, the framework, strengths and roles, the tree, an evening's game.

extension TwoDaysRoom {
  func holdDayOne() async throws {
    try await welcome()
    try await changeProgramme()
    try await pitch()
    try await framework()
    try await go(to: .break)
    try await look("break")
    try await strengths()
    try await go(to: .lunch)
    try await tree()
    try await go(to: .walk)
    try await keep("stilte doet goed", "silence does good")
    try await look("walk")
    try await go(to: .break)
    try await go(to: .feedback)
    try await keep("ook een rol voor jongeren", "a role for young people too")
    try await look("feedback, day one")
    try await go(to: .dinner)
    try await look("dinner")
    try await prejudiceGame()
  }

  private func welcome() async throws {
    try await seen("0 \(say("van", "of")) 5")
    try type("t")
    for count in 1...5 {
      try press("Space")
      try await seen("\(count) \(say("van", "of")) 5")
      if count < 5 { try press("Down") }
    }
    // A latecomer is there in three keys; side and municipality can be filled in at once or later.
    try await fillIn("i")
    try type("Anja")
    try press("Enter")
    try await seen("5 \(say("van", "of")) 6")
    try await fillIn("e")
    try press("Tab")
    try type(say("jeugdconsulent", "youth adviser"))
    try press("Tab", "Right", "Tab", "Right", "Right", "Enter")
    try await untilKept()
    try press("Space")
    try await seen("6 \(say("van", "of")) 6")
    try await fillIn("c")
    try await act("Right")
    try await act("Down")
    try await act("Right")
    try await act("Right")
    try await look("consent")
    try press("Enter")
    try await untilKept()
    try await look("welcome")
    try await act("w")
    try await look("agreements")
    try await leave()
    try await nextPhase()
    try await keep("telefoons op stil", "telephones silent")
    try await look("agreements as notes")
  }

  /// The programme is the facilitator's: no free hours today, and five minutes more for the tree.
  private func changeProgramme() async throws {
    try await act("P")
    try press("Down", times: 10)
    try type("x")
    skip("day1-free")
    try await untilKept()
    try await seen(word("programme.skipped"))
    try await leave()
    try await act("W")
    // By side, whatever the room was divided into before.
    while try !terminal.picture().contains("\(word("formal.plural")) (3)") {
      try await act("Tab")
    }
    try await look("who sits where")
    try await leave()
  }

  private func pitch() async throws {
    try await go(to: .pitch)
    try type("t")
    try await keep("één aanspreekpunt per wijk", "one contact point per neighbourhood")
    try press("Tab")
    try await keep("net begonnen", "just begun")
    try await nextPhase()
    try await act("k")
    try await look("pitch of Beekdorp")
    try await act("Right")
    try press("BTab")
    try await keep("ouders eerder bereiken", "reach parents sooner")
    try await act("k")
    try press("+")
    try await look("pitch of Duinstad")
  }

  private func framework() async throws {
    try await go(to: .framework)
    try await act("t")
    try await look("framework, perspectives")
    for _ in 0..<2 { try await act("Space") }
    try await look("framework, figure 1")
    try await act("Space")
    try await look("framework, figure 2")
    try press("Space")
    try await seen("5/11")
    try press("Space")
    try await seen("Beekdorp:")
    try press("Down", "Right", "Space")
    try await seen("Duinstad:")
    try press("Down", times: 6)
    try await act("Space")
    try await look("framework, places")
    // The page that begins the conditions, and scores in confidence: three of each side, too few to be shown.
    try type("v")
    try await seen("6/11")
    for (side, scores) in [(false, [4, 3, 5]), (true, [2, 2, 4])] {
      for score in scores {
        try await fillIn("v")
        if side { try press("Right") }
        try press("Down", times: 2)
        try press("Right", times: score)
        try press("Down")
        try press("Right", times: 6 - score)
        try press("Enter")
        try await terminal.see(String(word("scores.kept").prefix(10)))
      }
    }
    try await look("framework, scores")
    try await keep("geen eigen stichting, wel een thuis", "no foundation, but a home")
  }

  private func strengths() async throws {
    try await go(to: .strengths)
    try type("t")
    try press("Tab", times: 2)
    try await keep("Kent de wet op de jeugdhulp", "Knows the law on youth care")
    try press("Tab")
    try await keep("Kent twee culturen van binnenuit", "Knows two cultures from inside")
    try press("Tab")
    try await keep("Plant vooruit en maakt notulen", "Plans ahead and keeps minutes")
    try press("Tab")
    try await keep("Vertaalt meer dan woorden", "Translates more than words")
    try await keep("ook tussen generaties", "also between generations", key: "a")
    try await keep("Laat mensen zich thuis voelen", "Makes people feel at home")
    try press("Tab")
    try await keep("Heeft het oor van de wethouder", "Has the ear of the alderman")
    try press("Tab")
    try await keep("Is er ook in de avond", "Is there in the evening, too")
    try press("Tab")
    try await keep("Beslist over ruimte en geld", "Decides on rooms and budgets")
    try press("Tab")
    try await keep("Ouders luisteren naar haar", "Parents listen to her")
    try await look("strengths")
    try await reportStrengthsBack()
    try await nextPhase()
    try await nextPhase()
    // From the first box to the skills of informal workers, and on to the position of formal ones.
    try press("Tab", times: 5)
    try await settled()
    try await makeRole("Bruggenbouwer", "Bridge builder")
    try press("Up", times: 2)
    try await makeRole("Tolk", "Interpreter")
    try await act("Tab")
    try await makeRole("Wegwijzer", "Signpost")
    try await look("roles")
    try await act("*")
  }

  /// Each side shows what it named; the other one adds to it.
  private func reportStrengthsBack() async throws {
    try await nextPhase()
    try await act("k")
    try await look("strengths, a side reports back")
    try await act("a")
    try press("Enter")
    try await write("en de straattaal", "and the language of the street")
    try await look("strengths, the other side adds")
    try await act("v")
    try await look("strengths, the next side")
  }

  private func makeRole(_ dutch: String, _ english: String) async throws {
    try await fillIn("m")
    try type(say(dutch, english))
    try press("Tab")
    try type(say("helpt de ander verder", "helps the other on"))
    try press("Enter")
    try await untilKept()
  }

  private func tree() async throws {
    try await go(to: .tree)
    try type("t")
    try await act("W")
    try type("2")
    try await untilKept()
    try await seen("(3)")
    try await leave()
    try await nextPhase()
    try await chooseGroup(5)
    try await keep("ouders komen eerder", "parents come sooner")
    try await act("*")
    try press("Tab")
    try await keep("samen eten", "eat together")
    try press("Tab")
    try await keep("elke maand bijeen", "meet each month")
    try await chooseGroup(1)
    try await keep("één vast gezicht", "one fixed face")
    try await look("tree of a mixed group")
    try await nextPhase()
    try await act("k")
    try await look("tree, a group reports back")
    try await act("v")
    try await act("Right")
    try await look("tree, all together")
  }

  /// Chooses a group in the list, so many places below the one that is chosen now.
  func chooseGroup(_ distance: Int) async throws {
    try await act("g")
    try press(distance > 0 ? "Down" : "Up", times: abs(distance))
    try await act("Enter")
  }

  private func prejudiceGame() async throws {
    try await go(to: .prejudiceGame)
    try await look("prejudice game")
    try press("Space")
    try await seen("2/2")
    try await keep("dat herken ik", "I know that one")
    try await look("prejudice game, an answer")
  }
}
