import WorkshopCore

// What was made of it on the second day: vision, consultations, plan, closing.

extension MarkdownReport {
  /// The heading of a municipality, or of the sheets of other groups.
  private func heading(of municipality: String?) -> String {
    municipality.map(self.municipality) ?? words.heading("report.other-sheets")
  }

  private mutating func write(_ title: String, _ statements: [Report.Statement]) {
    guard !statements.isEmpty else { return }
    item("**\(title)**")
    for note in statements { item(statement(note.note, note.text, level: 1), level: 1) }
  }

  // MARK: Vision

  mutating func writeVisions() {
    guard let visions = report.visions else { return }
    heading(2, words.heading("vision"))
    for vision in visions {
      heading(3, heading(of: vision.municipality))
      write(words.heading("vision.words"), vision.words)
      guard !vision.drawings.isEmpty else { continue }
      item("**\(words.heading("vision.drawing"))**")
      for drawing in vision.drawings {
        item(statement(drawing.note, drawing.text, level: 1), level: 1)
        for file in drawing.attachments { item("`\(MarkdownText.inline(file))`", level: 2) }
      }
    }
  }

  // MARK: Consultations

  mutating func writeConsultations() {
    guard let tables = report.consultations else { return }
    heading(2, words.heading("consultations"))
    for table in tables {
      heading(3, heading(of: table.municipality))
      write(words.heading("report.consult.question"), table.questions)
      for round in table.rounds {
        item("**\(words.heading("report.consult.round")) \(round.round)**")
        item(round.seats.map(seats) ?? words.word("report.consult.seats-unknown"), level: 1)
        for note in round.advice {
          let text = statement(note.note, note.text, level: 1)
          item("\(words.word("consult.advice")): \(text)", level: 1)
        }
        for note in round.insights {
          let text = statement(note.note, note.text, level: 1)
          item("\(words.word("consult.insight")): \(text)", level: 1)
        }
      }
      write(words.heading("report.consult.home"), table.home)
    }
  }

  /// How many stayed and who visited, without names.
  private func seats(_ seats: Report.ConsultationSeats) -> String {
    let visitors = seats.visitors.map { visitor in
      "\(municipality(visitor.municipality)) (\(number(visitor.number)))"
    }
    return joined([
      words.word("report.consult.hosts", ["number": number(seats.hosts)]),
      words.word(
        "report.consult.visitors",
        ["who": visitors.isEmpty ? words.word("no-one") : visitors.joined(separator: ", ")]),
    ])
  }

  private func number(_ number: Int?) -> String {
    number.map { String($0) } ?? words.word("report.number-unknown")
  }

  // MARK: Plan

  mutating func writePlans() {
    guard let plans = report.plans else { return }
    heading(2, words.heading("plan"))
    for plan in plans {
      heading(3, heading(of: plan.municipality))
      write(words.heading("report.no-plan"), plan.noPlan)
      if !plan.actions.isEmpty { item("**\(words.heading("plan.actions"))**") }
      for action in plan.actions {
        item(statement(action.note, action.text, level: 1), level: 1)
        let details = [
          ("plan.who", action.who), ("plan.when", action.when), ("plan.needed", action.needed),
        ].map { key, text in
          "\(words.word(key)): \(text.map { MarkdownText.inline($0) } ?? notRecorded)"
        }
        item(joined(details), level: 2)
      }
      for choice in plan.forms { write(words.word("form"), choice) }
      write(words.heading("lasting"), plan.lasting)
      for choice in plan.models { write(words.word("report.model"), choice) }
      write(words.heading("notes.without-place"), plan.others)
    }
  }

  /// A form or a model with what was said when it was chosen, and its conditions as found.
  private mutating func write(_ title: String, _ choice: Report.PlanChoice) {
    let name = MarkdownText.inline(words.name(of: choice.id))
    item("**\(title): \(name)**")
    for note in choice.notes { item(statement(note.note, note.text, level: 1), level: 1) }
    for condition in choice.conditions {
      let text = MarkdownText.inline(words.name(of: condition.id))
      item("\(text) — \(words.word("condition.\(condition.state.rawValue)"))", level: 1)
    }
  }

  // MARK: Closing

  mutating func writeClosing() {
    guard let closing = report.closing else { return }
    heading(2, words.heading("closing"))
    for speaker in closing {
      let title =
        speaker.municipality.map(municipality)
        ?? speaker.researcher.map {
          words.word("closing.researcher", ["number": String($0)])
        } ?? words.heading("plenary")
      write(title, speaker.words)
    }
  }
}
