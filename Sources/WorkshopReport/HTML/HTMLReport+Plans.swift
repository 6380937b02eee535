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
      blocks.append(.heading(level: 3, said(names.sheets(of: plan.municipality))))
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
      let who = municipalities(form.municipalities)
      let counts = [form.met, form.notMet, form.notApplicable]
      // Where nobody went over the conditions there is nothing to count.
      let isSilent = counts.allSatisfy { $0 == 0 }
      rows.append(
        Table.Row(
          heading: said(words.name(of: form.id)),
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
    self.choice(choice, words.heading("report.considered") + ": ")
  }

  private func isModel(_ choice: Report.PlanChoice) -> Bool {
    choice.notes.first.flatMap { places[$0.note] }.flatMap { report.notes[$0].place }?
      .hasPrefix("model/") ?? false
  }

  private mutating func section(_ section: PlanTelling.Section, level: Int) -> [Block] {
    let actions = section.entries.compactMap(\.action)
    let list =
      actions.count == section.entries.count
      ? self.actions(actions) : mixed(section.entries)
    return [.heading(level: level, .text(section.heading)), list]
  }

  /// Notes of which only some have somebody who does them.
  private mutating func mixed(_ entries: [PlanTelling.Entry]) -> Block {
    var items: [Block.Statement] = []
    for entry in entries {
      items.append(
        Block.Statement(
          text: statement(entry.statement), detail: entry.action.map(details) ?? .empty))
    }
    return .list(items, style: .voices)
  }

  private func details(of action: Report.PlanAction) -> Markup {
    [
      ("plan.who", doer(of: action)), ("plan.when", action.when.map { said($0) } ?? .empty),
      ("plan.needed", action.needed.map { said($0) } ?? .empty),
    ].map { key, text in text.isEmpty ? .empty : .text("\(words.word(key)): ") + text }
      .joined(separator: " · ")
  }

  private mutating func actions(_ actions: [Report.PlanAction]) -> Block {
    var items: [Block.Statement] = []
    for action in actions {
      items.append(
        Block.Statement(text: statement(action.note, action.text), detail: details(of: action)))
    }
    return .list(items, style: .voices)
  }

  /// A form or a model with what was said when it was chosen, and its conditions as found.
  private mutating func choice(_ choice: Report.PlanChoice, _ title: String) -> [Block] {
    let title = Markup.text(title) + said(words.name(of: choice.id))
    var items = choice.notes.map { Block.Statement(text: statement($0)) }
    for condition in choice.conditions {
      items.append(
        Block.Statement(
          text: .element(
            "strong", [:], .text(words.heading("condition.\(condition.state.rawValue)") + ": "))
            + said(words.name(of: condition.id)) + .text("\u{A0}") + reference(condition.note)))
    }
    return [.heading(level: 4, title)] + (items.isEmpty ? [] : [.list(items)])
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
      blocks.append(.heading(level: 3, said(names.sheets(of: plan.municipality))))
      blocks += own
    }
    return blocks
  }
}
