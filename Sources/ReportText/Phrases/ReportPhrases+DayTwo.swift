public import WorkshopCore

// What was made of it on the second day: forms, visions, consultations, plans, closing.

extension ReportPhrases {
  // MARK: Forms

  /// A form of cooperation with whose it is and how its conditions stand.
  public func form(_ form: Report.ChosenForm) -> [Piece] {
    let counts = states(of: form).filter { $0.count > 0 }
      .map { "\(words.word($0.key)): \($0.count)" }
    return joined([
      naming.named(form.id).map(\.emphasised), municipalities(form.municipalities),
      counts.isEmpty ? nil : [.plain(counts.joined(separator: ", "))], links(form.notes),
    ])
  }

  /// The states of conditions by the keys of their words, with the number of conditions of a form that were found so.
  public func states(of form: Report.ChosenForm) -> [(key: String, count: Int)] {
    [
      ("condition.met", form.met), ("condition.not-met", form.notMet),
      ("condition.not-applicable", form.notApplicable),
    ]
  }

  // MARK: Vision

  /// Where a photograph is that is not shown.
  public func photograph(_ file: String) -> [Piece] {
    phrase("page.photograph.file", ["file": [.said(file)]])
  }

  /// How many photographs of a drawing this edition leaves out; `nil` for none.
  public func withheldPhotographs(of drawing: Report.Drawing) -> [Piece]? {
    drawing.withheldAttachments > 0
      ? [.plain(words.word("page.photograph.withheld", count: drawing.withheldAttachments))] : nil
  }

  // MARK: Consultations

  /// Whose table it is.
  public func title(of table: Report.Consultation) -> [Piece] {
    table.isMunicipalityWithheld
      ? [.plain(words.heading("report.consult.table-withheld"))]
      : naming.sheets(of: table.municipality)
  }

  /// Which round it is, and of which workshop where there are several.
  public func title(of round: Report.ConsultationRound) -> [Piece] {
    let number = round.round.map { String($0) } ?? words.word("report.left-out")
    return [.plain("\(words.heading("report.consult.round")) \(number)")]
      + (report.workshops.count > 1 ? [.plain(" · ")] + naming.workshop(round.workshop) : [])
  }

  /// How many stayed and who visited, without names.
  public func seats(_ seats: Report.ConsultationSeats) -> [Piece] {
    let visitors = seats.visitors.map { visitor in
      municipality(visitor.municipality)
        + (seats.isNumberWithheld ? [] : visitor.number.map { [.plain(" (\($0))")] } ?? [])
    }
    return joined([
      number(seats.hosts, isWithheld: seats.isNumberWithheld).map {
        phrase("report.consult.hosts", ["number": $0])
      },
      phrase(
        "report.consult.visitors",
        ["who": visitors.isEmpty ? plain("no-one") : listed(visitors)]),
    ])
  }

  /// What was said in a round, each with the id of its note: advice first, then insights.
  public func said(in round: Report.ConsultationRound) -> [(note: String, line: [Piece])] {
    [("consult.advice", round.advice), ("consult.insight", round.insights)].flatMap { key, notes in
      notes.map { ($0.note, [.plain(words.word(key) + ": ")] + statement($0)) }
    }
  }

  // MARK: Plan

  /// Who does something, in words or by side, and that somebody is left out; `nil` where it was not recorded.
  public func doer(of action: Report.PlanAction) -> [Piece]? {
    let parts: [[Piece]] =
      (action.who.map { [[.said($0)]] } ?? [])
      + action.whoStands.map { [.plain(naming.member(of: $0))] }
      + (action.withheld.contains(.who) ? [leftOut] : [])
    return parts.isEmpty ? nil : listed(parts)
  }

  /// Who does something, when, and what is needed, each behind what it is; empty where nothing was recorded.
  public func details(of action: Report.PlanAction) -> [Piece] {
    let details: [(String, [Piece]?)] = [
      ("plan.who", doer(of: action)), ("plan.when", action.when.map { [.said($0)] }),
      ("plan.needed", action.needed.map { [.said($0)] }),
    ]
    return joined(
      details.map { key, text in text.map { [.plain(words.word(key) + ": ")] + $0 } })
  }

  /// A form or a model under a heading that says who tells it.
  public func choice(_ choice: Report.PlanChoice, under heading: String) -> [Piece] {
    [.strong(heading)] + naming.named(choice.id).map(\.emphasised)
  }

  /// What goes before a form or a model of which something was said and which nobody chose.
  public var considered: String { words.heading("report.considered") + ": " }

  /// A condition as a team found it.
  ///
  /// - Parameters:
  ///   - condition: The condition.
  ///   - form: The form that it belongs to, where that does not go without saying.
  public func condition(_ condition: Report.PlanCondition, of form: String? = nil) -> [Piece] {
    let state = words.word("condition.\(condition.state.rawValue)")
    return joined(
      [
        naming.named(condition.id) + [.plain(" — \(state)")]
          + (form.map { [.plain(" · ")] + naming.named($0) } ?? []),
        links([condition.note]),
      ], by: " ")
  }

  // MARK: Closing

  /// For whom somebody spoke at the closing.
  public func title(of speaker: Report.ClosingWords) -> [Piece] {
    if let id = speaker.municipality { return municipality(id) }
    if let number = speaker.researcher {
      return [.plain(words.word("closing.researcher", ["number": String(number)]))]
    }
    return [
      .plain(words.heading(speaker.isMunicipalityWithheld ? "report.speaker" : "plenary"))
    ]
  }

  /// Who spoke at the closing, and where they stand unless they are researchers; empty where that is not told.
  public func speaker(_ speaker: Report.ClosingWords) -> [Piece] {
    joined([
      speaker.speaker.map { [.said($0)] },
      speaker.researcher == nil
        ? speaker.standing.map { [.plain(naming.standing($0))] } : nil,
    ])
  }
}
