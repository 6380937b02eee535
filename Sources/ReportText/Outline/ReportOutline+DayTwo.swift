import WorkshopCore

// What was made of it on the second day: forms, vision, consultations, plan, closing.

extension ReportOutline {
  private mutating func heading(of municipality: String?) {
    heading(
      3, municipality ?? "-", self.municipality(municipality, otherwise: "report.other-sheets"))
  }

  private mutating func write(_ key: String, _ statements: [Report.Statement]) {
    write([.strong(words.heading(key))], statements)
  }

  // MARK: Forms

  mutating func writeForms() {
    heading(2, "report.forms")
    let chosen = (report.forms ?? []).filter { !$0.isReading }
    let readings = (report.forms ?? []).filter(\.isReading)
    if chosen.isEmpty { readings.isEmpty ? nothing(.plan) : missing("gap.chosen-forms") }
    for form in chosen {
      let counts = [
        ("condition.met", form.met), ("condition.not-met", form.notMet),
        ("condition.not-applicable", form.notApplicable),
      ].filter { $0.1 > 0 }.map { "\(words.word($0.0)): \($0.1)" }
      if counts.isEmpty { missing("conditions") }
      item(
        joined([
          [.strongSaid(words.name(of: form.id))], municipalities(form.municipalities),
          counts.isEmpty
            ? nil : [.plain(counts.joined(separator: ", "))], links(form.notes),
        ]), id: form.id)
    }
    guard !readings.isEmpty else { return }
    heading(3, "report.forms.read")
    for form in readings {
      item(
        joined([
          [.strongSaid(words.name(of: form.id))], municipalities(form.municipalities),
          links(form.notes),
        ]), id: form.id)
    }
  }

  // MARK: Vision

  mutating func writeVisions() {
    heading(2, "vision")
    guard let visions = report.visions else { return nothing(.vision) }
    for vision in visions {
      heading(of: vision.municipality)
      write("vision.words", vision.words)
      guard !vision.drawings.isEmpty else { continue }
      item([.strong(words.heading("vision.drawing"))])
      for drawing in vision.drawings {
        item(statement(drawing.note, drawing.text), level: 1, id: drawing.note)
        for file in drawing.attachments { item([.said(file)], level: 2) }
        if drawing.withheldAttachments > 0 {
          item(phrase("report.withheld", ["what": plain("withheld.photograph")]), level: 2)
        }
      }
    }
  }

  // MARK: Consultations

  mutating func writeConsultations() {
    heading(2, "consultations")
    if report.visits == nil, report.consultations == nil { return nothing(.consultations) }
    if let visits = report.visits {
      heading(3, "report.visits")
      table(
        [
          words.heading("report.visits.host"), words.heading("report.visits.visitor"),
          words.heading("report.visits.rounds"), words.heading("report.visits.number"),
        ],
        visits.map { visit in
          [
            municipality(visit.host), municipality(visit.visitor), [.plain(String(visit.rounds))],
            number(visit.number, isWithheld: visit.isNumberWithheld).map { [.plain($0)] },
          ]
        })
    } else {
      missing("report.visits", .consultations)
    }
    for table in report.consultations ?? [] { write(table) }
  }

  private mutating func write(_ table: Report.Consultation) {
    if table.isMunicipalityWithheld {
      heading(3, "-withheld", [.plain(words.heading("report.consult.table-withheld"))])
    } else {
      heading(of: table.municipality)
    }
    write("report.consult.question", table.questions)
    for round in table.rounds {
      let number = round.round.map { String($0) } ?? words.word("report.left-out")
      var title: [Piece] = [.strong("\(words.heading("report.consult.round")) \(number)")]
      if report.workshops.count > 1 {
        title += [.plain(" · ")] + name(ofWorkshop: round.workshop)
      }
      item(title)
      if let seats = round.seats {
        if round.round != nil { item(self.seats(seats), level: 1) }
      } else if round.round != nil {
        missing("gap.seats")
      }
      for note in round.advice {
        item(
          [.plain(words.word("consult.advice") + ": ")] + statement(note), level: 1, id: note.note)
      }
      for note in round.insights {
        item(
          [.plain(words.word("consult.insight") + ": ")] + statement(note), level: 1,
          id: note.note)
      }
    }
    write("report.consult.home", table.home)
  }

  /// How many stayed and who visited, without names.
  private mutating func seats(_ seats: Report.ConsultationSeats) -> [Piece] {
    gaps.addSeats(seats, words)
    let visitors = seats.visitors.map { visitor in
      municipality(visitor.municipality)
        + (seats.isNumberWithheld ? [] : visitor.number.map { [.plain(" (\($0))")] } ?? [])
    }
    let hosts = number(seats.hosts, isWithheld: seats.isNumberWithheld)
    return joined([
      hosts.map { [.plain(words.word("report.consult.hosts", ["number": $0]))] },
      phrase(
        "report.consult.visitors",
        ["who": visitors.isEmpty ? plain("no-one") : listed(visitors)]),
    ])
  }

  // MARK: Plan

  mutating func writePlans() {
    heading(2, "plan")
    guard let plans = report.plans else { return nothing(.plan) }
    let telling = PlanTelling(report, words: words)
    gaps.addPlans(plans, telling, words)
    for plan in plans {
      heading(of: plan.municipality)
      telling.steps(of: plan).forEach { write($0) }
      for choice in plan.forms { write(telling.heading("form", of: choice), choice) }
      for choice in plan.readings { write(telling.heading("form", of: choice), choice) }
      telling.lasting(of: plan).forEach { write($0) }
      for choice in plan.models { write(telling.heading("report.model", of: choice), choice) }
      for choice in plan.considered ?? [] {
        write(words.heading("report.considered") + ": ", choice)
      }
      telling.others(of: plan).forEach { write($0) }
    }
  }

  mutating func write(_ section: PlanTelling.Section) {
    item([.strong(section.heading)])
    for entry in section.entries {
      item(statement(entry.statement), level: 1, id: entry.statement.note)
      if let action = entry.action { writeDetails(of: action) }
    }
  }

  private mutating func writeDetails(of action: Report.PlanAction) {
    let details: [(String, [Piece]?)] = [
      ("plan.who", who(action)), ("plan.when", action.when.map { [.said($0)] }),
      ("plan.needed", action.needed.map { [.said($0)] }),
    ]
    let told = joined(
      details.map { key, text in text.map { [.plain(words.word(key) + ": ")] + $0 } })
    if !told.isEmpty { item(told, level: 2) }
  }

  /// Who does it, in words or by side, and that somebody is left out.
  private func who(_ action: Report.PlanAction) -> [Piece]? {
    let parts: [[Piece]] =
      (action.who.map { [[.said($0)]] } ?? [])
      + action.whoStands.map { [.plain(member(of: $0))] }
      + (action.withheld.contains(.who) ? [leftOut] : [])
    return parts.isEmpty ? nil : listed(parts)
  }

  /// Somebody who stands somewhere.
  func member(of standing: Standing) -> String {
    switch standing {
    case .formal: words.word("formal")
    case .informal: words.word("informal")
    case .researcher: words.word("researcher")
    case .both, .neither: "\(words.word("participant")) (\(self.standing(standing)))"
    }
  }

  /// A form or a model with what was said when it was chosen, and its conditions as found.
  private mutating func write(_ title: String, _ choice: Report.PlanChoice) {
    item([.strong(title), .strongSaid(words.name(of: choice.id))], id: choice.id)
    for note in choice.notes { item(statement(note), level: 1, id: note.note) }
    for condition in choice.conditions {
      let state = words.word("condition.\(condition.state.rawValue)")
      item(
        joined(
          [
            [.said(words.name(of: condition.id)), .plain(" — \(state)")],
            links([condition.note]),
          ], by: " "), level: 1)
    }
  }

  // MARK: Closing

  mutating func writeClosing() {
    heading(2, "closing")
    guard let closing = report.closing else { return nothing(.closing) }
    for speaker in closing { write(title(of: speaker), speaker.words) }
  }

  private func title(of speaker: Report.ClosingWords) -> [Piece] {
    let stands = speaker.standing.map { [Piece.plain(standing($0))] }
    let place: [Piece] =
      if let id = speaker.municipality {
        municipality(id)
      } else if let number = speaker.researcher {
        [.plain(words.word("closing.researcher", ["number": String(number)]))]
      } else if speaker.isMunicipalityWithheld {
        [.plain(words.heading("report.speaker"))]
      } else {
        [.plain(words.heading("plenary"))]
      }
    return place.map(\.emphasised)
      + joined([
        speaker.speaker.map { [.said($0)] }, speaker.researcher == nil ? stands : nil,
      ]).reduce(into: []) { line, piece in
        if line.isEmpty { line.append(.plain(" · ")) }
        line.append(piece)
      }
  }
}
