import WorkshopCore

// What they are going to do, in which form, and how it is to last.

extension HTMLReport {
  mutating func plans() -> [Block] {
    guard let plans = report.plans else { return [] }
    var blocks = forms()
    for plan in plans {
      let own = self.plan(plan)
      guard !own.isEmpty else { continue }
      blocks.append(.heading(level: 3, said(names.sheets(of: plan.municipality))))
      blocks += own
    }
    return blocks
  }

  /// The forms of all plans together.
  private mutating func forms() -> [Block] {
    let heading = Block.heading(level: 3, .text(words.heading("report.forms")))
    let forms = (report.forms ?? []).filter { !$0.isReading }
    guard !forms.isEmpty else { return [heading, nothing] + formsAsRead() }
    var rows: [Table.Row] = []
    for form in forms {
      let who = municipalities(form.municipalities)
      let counts = [form.met, form.notMet, form.notApplicable]
      // Where nobody went over the conditions there is nothing to count.
      let isSilent = counts.allSatisfy { $0 == 0 }
      rows.append(
        Table.Row(
          heading: said(words.name(of: form.id)),
          cells: [
            (who.isEmpty ? notRecorded : who) + .text("\u{A0}") + references(form.notes)
          ] + counts.map { isSilent ? notRecorded : .text(String($0)) }))
    }
    return [
      heading,
      .table(
        Table(
          caption: words.word("page.forms.caption"),
          columns: [
            Table.Column(words.heading("form")), Table.Column(words.heading("page.chosen-by")),
            Table.Column(words.heading("condition.met"), isNumeric: true),
            Table.Column(words.heading("condition.not-met"), isNumeric: true),
            Table.Column(words.heading("condition.not-applicable"), isNumeric: true),
          ], rows: rows)),
    ] + formsAsRead()
  }

  /// The forms that researchers saw in what municipalities do.
  private mutating func formsAsRead() -> [Block] {
    let forms = (report.forms ?? []).filter(\.isReading)
    guard !forms.isEmpty else { return [] }
    var items: [Block.Statement] = []
    for form in forms {
      let who = municipalities(form.municipalities)
      items.append(
        Block.Statement(
          text: .element("strong", [:], said(words.name(of: form.id)))
            + (who.isEmpty ? .empty : .text(" · ") + who) + .text("\u{A0}")
            + references(form.notes)))
    }
    return [.heading(level: 3, .text(words.heading("report.forms.read"))), .list(items)]
  }

  private mutating func plan(_ plan: Report.Plan) -> [Block] {
    var blocks: [Block] = []
    if !plan.noPlan.isEmpty {
      blocks += [.heading(level: 4, .text(words.heading("report.no-plan"))), voices(plan.noPlan)]
    }
    if !plan.actions.isEmpty {
      blocks.append(.heading(level: 4, .text(words.heading("plan.actions"))))
      blocks.append(actions(plan.actions))
    }
    for form in plan.forms { blocks += choice(form, "form") }
    for form in plan.readings { blocks += choice(form, "report.form-read") }
    if !plan.others.isEmpty {
      blocks += [
        .heading(level: 4, .text(words.heading("notes.without-place"))), voices(plan.others),
      ]
    }
    return blocks
  }

  private mutating func actions(_ actions: [Report.PlanAction]) -> Block {
    var items: [Block.Statement] = []
    for action in actions {
      let details = [
        ("plan.who", doer(of: action)), ("plan.when", action.when.map { said($0) } ?? notRecorded),
        ("plan.needed", action.needed.map { said($0) } ?? notRecorded),
      ].map { key, text in Markup.text("\(words.word(key)): ") + text }
      items.append(
        Block.Statement(
          text: statement(action.note, action.text), detail: details.joined(separator: " · ")))
    }
    return .list(items, style: .voices)
  }

  /// A form or a model with what was said when it was chosen, and its conditions as found.
  private mutating func choice(_ choice: Report.PlanChoice, _ key: String) -> [Block] {
    let title = Markup.text(words.heading(key) + ": ") + said(words.name(of: choice.id))
    var items = choice.notes.map { Block.Statement(text: statement($0)) }
    items += choice.conditions.map { condition in
      Block.Statement(
        text: .element(
          "strong", [:], .text(words.heading("condition.\(condition.state.rawValue)") + ": "))
          + said(words.name(of: condition.id)))
    }
    return [.heading(level: 4, title), items.isEmpty ? nothing : .list(items)]
  }

  // MARK: Making it last

  mutating func lasting() -> [Block] {
    var blocks: [Block] = []
    for plan in report.plans ?? [] where !plan.lasting.isEmpty || !plan.models.isEmpty {
      blocks.append(.heading(level: 3, said(names.sheets(of: plan.municipality))))
      if !plan.lasting.isEmpty { blocks.append(voices(plan.lasting)) }
      for model in plan.models { blocks += choice(model, "report.model") }
    }
    return blocks
  }
}
