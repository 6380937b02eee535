import WorkshopCore

// What was made of it on the second day: forms, vision, consultations, plan, closing.

extension ReportOutline {
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
      if phrases.states(of: form).allSatisfy({ $0.count == 0 }) { missing("conditions") }
      item(phrases.form(form), id: form.id)
    }
    guard !readings.isEmpty else { return }
    heading(3, "report.forms.read")
    for form in readings { item(phrases.form(form), id: form.id) }
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
        item(phrases.statement(drawing.note, drawing.text), level: 1, id: drawing.note)
        for file in drawing.attachments { item(phrases.photograph(file), level: 2) }
        if let withheld = phrases.withheldPhotographs(of: drawing) { item(withheld, level: 2) }
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
            naming.municipality(visit.host), naming.municipality(visit.visitor),
            [.plain(String(visit.rounds))],
            phrases.number(visit.number, isWithheld: visit.isNumberWithheld),
          ]
        })
    } else {
      missing("report.visits", .consultations)
    }
    for table in report.consultations ?? [] { write(table) }
  }

  private mutating func write(_ table: Report.Consultation) {
    heading(
      3, table.isMunicipalityWithheld ? "-withheld" : table.municipality ?? "-",
      phrases.title(of: table))
    write("report.consult.question", table.questions)
    for round in table.rounds {
      item(phrases.title(of: round).map(\.emphasised))
      if round.round != nil {
        if let seats = round.seats {
          gaps.addSeats(seats, words)
          item(phrases.seats(seats), level: 1)
        } else {
          missing("gap.seats")
        }
      }
      for (note, line) in phrases.said(in: round) { item(line, level: 1, id: note) }
    }
    write("report.consult.home", table.home)
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
      for choice in plan.forms + plan.readings {
        write(telling.heading("form", of: choice), choice)
      }
      telling.lasting(of: plan).forEach { write($0) }
      for choice in plan.models { write(telling.heading("report.model", of: choice), choice) }
      for choice in plan.considered ?? [] { write(phrases.considered, choice) }
      telling.others(of: plan).forEach { write($0) }
    }
  }

  mutating func write(_ section: PlanTelling.Section) {
    item([.strong(section.heading)])
    for entry in section.entries {
      item(phrases.statement(entry.statement), level: 1, id: entry.statement.note)
      guard let details = entry.action.map(phrases.details), !details.isEmpty else { continue }
      item(details, level: 2)
    }
  }

  /// A form or a model with what was said when it was chosen, and its conditions as found.
  private mutating func write(_ title: String, _ choice: Report.PlanChoice) {
    item(phrases.choice(choice, under: title), id: choice.id)
    for note in choice.notes { item(phrases.statement(note), level: 1, id: note.note) }
    for condition in choice.conditions { item(phrases.condition(condition), level: 1) }
  }

  // MARK: Closing

  mutating func writeClosing() {
    heading(2, "closing")
    guard let closing = report.closing else { return nothing(.closing) }
    for speaker in closing {
      write(
        phrases.joined([
          phrases.title(of: speaker).map(\.emphasised), phrases.speaker(speaker),
        ]), speaker.words)
    }
  }
}
