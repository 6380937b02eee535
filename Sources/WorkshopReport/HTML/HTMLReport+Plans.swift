import ReportText
import WorkshopCore

// What they are going to do, in which form, and how it is to last.

extension HTMLReport {
  mutating func plans() -> [Block] {
    guard let plans = report.plans else { return [] }
    var blocks = forms()
    gaps.addPlans(plans, PlanTelling(report, words: words), words)
    for plan in plans {
      let own = self.plan(plan)
      guard !own.isEmpty else { continue }
      blocks.append(.heading(level: 3, told(naming.sheets(of: plan.municipality))))
      blocks += own
    }
    return blocks
  }

  /// The forms of all plans together.
  private mutating func forms() -> [Block] {
    let heading = Block.heading(level: 3, .text(words.heading("report.forms")))
    let forms = (report.forms ?? []).filter { !$0.isReading }
    guard !forms.isEmpty else {
      missing("gap.chosen-forms")
      return formsAsRead()
    }
    var rows: [Table.Row] = []
    for form in forms {
      let who = told(phrases.municipalities(form.municipalities) ?? [])
      let counts = phrases.states(of: form).map(\.count)
      // Where nobody went over the conditions there is nothing to count.
      let isSilent = counts.allSatisfy { $0 == 0 }
      rows.append(
        Table.Row(
          heading: told(naming.named(form.id)),
          cells: [
            (who.isEmpty ? .empty : who + .text("\u{A0}")) + references(form.notes)
          ] + counts.map { isSilent ? .empty : .text(String($0)) }))
    }
    return [
      heading,
      .table(
        noting(
          Table(
            caption: words.word("page.forms.caption"),
            columns: [
              Table.Column(words.heading("form")), Table.Column(words.heading("page.chosen-by")),
              Table.Column(words.heading("condition.met"), isNumeric: true),
              Table.Column(words.heading("condition.not-met"), isNumeric: true),
              Table.Column(words.heading("condition.not-applicable"), isNumeric: true),
            ], rows: rows))),
    ] + formsAsRead()
  }

  /// The forms that researchers saw in what municipalities do.
  private mutating func formsAsRead() -> [Block] {
    let forms = (report.forms ?? []).filter(\.isReading)
    guard !forms.isEmpty else { return [] }
    var items: [Block.Statement] = []
    for form in forms { items.append(Block.Statement(text: markup(phrases.form(form)))) }
    return [.heading(level: 3, .text(words.heading("report.forms.read"))), .list(items)]
  }

  private mutating func plan(_ plan: Report.Plan) -> [Block] {
    let telling = PlanTelling(report, words: words)
    var blocks: [Block] = []
    for section in telling.steps(of: plan) { blocks += self.section(section, level: 4) }
    for form in plan.forms + plan.readings {
      blocks += choice(form, telling.heading("form", of: form))
    }
    for form in plan.considered ?? [] where !isModel(form) { blocks += considered(form) }
    for section in telling.others(of: plan) { blocks += self.section(section, level: 4) }
    return blocks
  }

  /// The steps and aims of a team, as they stand in its plan.
  mutating func stepsToTakeHome() -> [Block] {
    let telling = PlanTelling(report, words: words)
    var blocks: [Block] = []
    for plan in report.plans ?? [] {
      for section in telling.steps(of: plan) { blocks += self.section(section, level: 4) }
    }
    return blocks
  }

  private mutating func considered(_ choice: Report.PlanChoice) -> [Block] {
    self.choice(choice, phrases.considered)
  }

  private func isModel(_ choice: Report.PlanChoice) -> Bool {
    choice.notes.first.flatMap { phrases.note($0.note)?.place }?
      .hasPrefix("model/") ?? false
  }

  private mutating func section(_ section: PlanTelling.Section, level: Int) -> [Block] {
    var items: [Block.Statement] = []
    for entry in section.entries {
      items.append(
        Block.Statement(
          text: statement(entry.statement),
          detail: entry.action.map { told(phrases.details(of: $0)) } ?? .empty))
    }
    return [.heading(level: level, .text(section.heading)), .list(items, style: .voices)]
  }

  /// A form or a model with what was said when it was chosen, and its conditions as found.
  private mutating func choice(_ choice: Report.PlanChoice, _ title: String) -> [Block] {
    var items = choice.notes.map { Block.Statement(text: statement($0)) }
    for condition in choice.conditions {
      items.append(Block.Statement(text: markup(phrases.condition(condition))))
    }
    let heading = Markup.text(title) + told(naming.named(choice.id))
    return [.heading(level: 4, heading)] + (items.isEmpty ? [] : [.list(items)])
  }

  // MARK: Making it last

  mutating func lasting() -> [Block] {
    let telling = PlanTelling(report, words: words)
    var blocks: [Block] = []
    for plan in report.plans ?? [] {
      var own: [Block] = []
      for section in telling.lasting(of: plan) { own += self.section(section, level: 4) }
      for model in plan.models {
        own += choice(model, telling.heading("report.model", of: model))
      }
      for model in plan.considered ?? [] where isModel(model) { own += considered(model) }
      guard !own.isEmpty else { continue }
      blocks.append(.heading(level: 3, told(naming.sheets(of: plan.municipality))))
      blocks += own
    }
    return blocks
  }
}
