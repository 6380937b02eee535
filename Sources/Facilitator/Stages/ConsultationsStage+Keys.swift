import TextScreen
import WorkshopContent
import WorkshopCore

// What can be done at the tables besides taking notes: who sits where, advice or insight.

extension Action {
  static let tableSeats = Action("table-seats")
  static let movePerson = Action("move-person")
  static let settleSeats = Action("settle-seats")
  static let remakeSeats = Action("remake-seats")
  static let markInsight = Action("mark-insight")
}

extension ConsultationsStage {
  private static let personPurpose = "person"
  private static let tablePurpose = "table/"
  private static let remakePurpose = "remake-seats"

  var scope: KeyTable.Scope { .stage(.consultations) }

  var bindings: [KeyTable.Binding] {
    [
      KeyTable.bind(.tableSeats, scope, "w", rank: 22, label: "key.table-seats"),
      KeyTable.bind(.movePerson, scope, "m", rank: 24, label: "key.move-person"),
      KeyTable.bind(.settleSeats, scope, "v", rank: 26, label: "key.settle-seats"),
      KeyTable.bind(.remakeSeats, scope, "M", rank: 29, label: "key.remake-seats"),
      KeyTable.bind(.markInsight, scope, "i", rank: 28, label: "key.mark-insight"),
    ]
  }

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    switch action {
    case .tableSeats: screen.overlay = .pager(seatsPage(screen))
    case .movePerson: startMoving(&screen)
    case .settleSeats: return settle(&screen)
    case .remakeSeats: startRemaking(&screen)
    case .markInsight: return toggleInsight(&screen)
    default: return nil
    }
    return []
  }

  func offers(_ action: Action, _ screen: WorkshopScreen) -> Bool {
    let round = step(screen).round
    return switch action {
    case .settleSeats: round.map { screen.item?.tables[$0] == nil } ?? false
    case .remakeSeats: round.map { screen.item?.tables[$0] != nil } ?? false
    case .movePerson, .markInsight: round != nil
    default: true
    }
  }

  // MARK: Advice or insight

  private func toggleInsight(_ screen: inout WorkshopScreen) -> [Effect] {
    guard let note = screen.selectedNote, case .visit? = note.consultation else {
      screen.say(screen.content.word("consult.choose-advice"))
      return []
    }
    let saying: Note.ConsultationSaying = note.saying == .insight ? .advice : .insight
    return screen.commit(
      [
        Scribe.Step(
          note.document, SessionCollection.notes, note.id,
          set: [Note.ConsultationField.part: .string(saying.rawValue)])
      ], label: screen.content.word("consult.\(saying.rawValue)"))
  }

  // MARK: Who sits where

  /// The round to be settled; says so where the phase that is shown is none.
  private func round(_ screen: inout WorkshopScreen) -> Int? {
    guard let round = step(screen).round else {
      screen.say(screen.content.word("consult.no-round"))
      return nil
    }
    let schedule = ConsultationSchedule(screen.workshop)
    guard !schedule.isPlenary, !schedule.people.isEmpty, screen.item?.isOutside == false else {
      screen.say(
        screen.content.word(schedule.isPlenary ? "consult.plenary" : "consult.nobody-known"))
      return nil
    }
    return round
  }

  /// Writes down the proposal that is shown; what is settled, by whomever, stays as it is.
  private func settle(_ screen: inout WorkshopScreen) -> [Effect] {
    guard let round = round(&screen), let item = screen.item else { return [] }
    guard item.tables[round] == nil else {
      screen.say(screen.content.word("consult.settled-already"))
      return []
    }
    return propose(round, "consult.settled", &screen)
  }

  /// Asks whether a round that was settled is to be made anew.
  private func startRemaking(_ screen: inout WorkshopScreen) {
    guard let round = round(&screen) else { return }
    guard screen.item?.tables[round] != nil else {
      return screen.say(screen.content.word("consult.still-proposal"))
    }
    let content = screen.content
    screen.overlay = .chooser(
      Chooser(
        purpose: Self.remakePurpose, title: content.word("consult.remake"),
        choices: [
          Choice(id: "no", name: content.word("consult.remake.no")),
          Choice(id: "yes", name: content.word("consult.remake.yes")),
        ]))
  }

  private func propose(_ round: Int, _ word: String, _ screen: inout WorkshopScreen) -> [Effect] {
    guard let item = screen.item else { return [] }
    let schedule = ConsultationSchedule(screen.workshop)
    let earlier = schedule.seatings(of: item, rounds: round - 1)
    return keep(schedule.proposal(round: round, after: earlier), round, word, &screen)
  }

  private func keep(
    _ seating: Seating, _ round: Int, _ word: String, _ screen: inout WorkshopScreen
  ) -> [Effect] {
    let label = screen.content.word(word)
    return keep(seating, round, label: label, &screen)
  }

  private func keep(
    _ seating: Seating, _ round: Int, label: String, _ screen: inout WorkshopScreen
  ) -> [Effect] {
    guard let item = screen.item else { return [] }
    screen.say(label, as: .good)
    guard item.tables[round] != seating else { return [] }
    return screen.commit(
      [
        Scribe.Step(
          .session, SessionCollection.items, item.id,
          set: [ProgrammeItem.Field.tables(round): seating.value])
      ], label: label)
  }

  // MARK: Moving somebody

  private func startMoving(_ screen: inout WorkshopScreen) {
    guard let round = round(&screen) else { return }
    let seats = Seats(screen, round: round)
    let people = seats.schedule.people.map { person in
      let table = seats.seating.table(of: person.id).flatMap(screen.workshop.municipality)
      let isHome = table?.document == person.municipality
      let home = person.municipality.flatMap(screen.workshop.municipality)?.name ?? ""
      let place = isHome ? screen.content.word("consult.stays") : "→ \(table?.name ?? "")"
      return Choice(
        id: person.id.text, name: "\(seats.name(person, screen.content)) · \(home) \(place)")
    }
    screen.overlay = .chooser(
      Chooser(
        purpose: Self.personPurpose, title: screen.content.word("consult.who-moves"),
        choices: people))
  }

  func choose(_ choice: Choice, for purpose: String, on screen: inout WorkshopScreen) -> [Effect] {
    guard let round = step(screen).round else { return [] }
    if purpose == Self.remakePurpose {
      return choice.id == "yes" ? propose(round, "consult.remade", &screen) : []
    } else if purpose == Self.personPurpose {
      chooseTable(for: choice.id, round, &screen)
    } else if purpose.hasPrefix(Self.tablePurpose) {
      return move(String(purpose.dropFirst(Self.tablePurpose.count)), to: choice.id, round, &screen)
    }
    return []
  }

  private func chooseTable(for person: String, _ round: Int, _ screen: inout WorkshopScreen) {
    let seats = Seats(screen, round: round)
    guard let person = seats.schedule.people.first(where: { $0.id.text == person }) else { return }
    let tables = screen.workshop.municipalities.map { municipality in
      let isHome = municipality.document == person.municipality
      return Choice(
        id: municipality.document.text,
        name: municipality.name + (isHome ? " · " + screen.content.word("consult.stays") : ""))
    }
    screen.overlay = .chooser(
      Chooser(
        purpose: Self.tablePurpose + person.id.text,
        title: screen.content.word(
          "consult.where-to", ["name": seats.name(person, screen.content)]),
        choices: tables, chosen: seats.seating.table(of: person.id)?.text))
  }

  private func move(
    _ person: String, to table: String, _ round: Int, _ screen: inout WorkshopScreen
  ) -> [Effect] {
    let seats = Seats(screen, round: round)
    guard let person = seats.schedule.people.first(where: { $0.id.text == person }),
      let target = screen.workshop.municipalities.first(where: { $0.document.text == table })
    else { return [] }
    switch seats.schedule.obstacle(to: person.id, at: target.document, in: seats.seating) {
    case .lastHost(let home)?:
      let name = screen.workshop.municipality(home)?.name ?? home.text
      screen.say(screen.content.word("consult.last-host", ["table": name]), as: .warning)
      return []
    case .closed?:
      screen.say(screen.content.word("consult.no-host", ["table": target.name]), as: .warning)
      return []
    case nil: break
    }
    var seating = seats.seating
    seating.move(person.id, to: target.document)
    return keep(
      seating, round, label: "\(person.told(in: screen.workshop)) → \(target.name)", &screen)
  }

  // MARK: On the wall

  /// Who sits where, large and alone: in the round that is shown, or in every round.
  private func seatsPage(_ screen: WorkshopScreen) -> Pager {
    let content = screen.content
    let phases = screen.texts.phases.filter { phase in
      guard let round = Step(phase.id).round else { return false }
      return step(screen).round.map { $0 == round } ?? true
    }
    var paragraphs: [Pager.Paragraph] = []
    for phase in phases {
      guard let round = Step(phase.id).round else { continue }
      let seats = Seats(screen, round: round)
      if phases.count > 1 {
        paragraphs.append(Pager.Paragraph(text: phase.name, style: Style(.accent, bold: true)))
        paragraphs.append(Pager.Paragraph(text: ""))
      }
      if seats.schedule.isPlenary {
        paragraphs.append(Pager.Paragraph(text: content.word("consult.plenary")))
        continue
      }
      for municipality in screen.workshop.municipalities {
        paragraphs.append(
          Pager.Paragraph(
            text: municipality.name.uppercased(), style: Style(.normal, bold: true)))
        paragraphs += seats.rows(at: municipality.document.text, content).map {
          Pager.Paragraph(text: "  " + $0.text, style: Style(.normal, bold: true), hanging: 4)
        }
        paragraphs.append(Pager.Paragraph(text: ""))
      }
    }
    let name = phases.count == 1 ? " · " + (phases.first?.name ?? "") : ""
    if let letters = content.letters(of: screen.workshop.participants) {
      paragraphs.append(Pager.Paragraph(text: letters, style: Style(.quiet)))
    }
    return Pager(title: content.word("screen.seats") + name, paragraphs: paragraphs)
  }
}
