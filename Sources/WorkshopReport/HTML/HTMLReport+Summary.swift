import ReportText
import WorkshopCore

// The first page: what a municipality wants to know.

extension HTMLReport {
  /// The most strengths of a side, or roles, that the first page names.
  private static let most = 6

  mutating func summary() -> [Block] {
    var blocks: [Block] = [.numbers(numbers)]
    blocks += part("page.who", nil, who)
    let panels = Side.allCases.compactMap { strong($0) }
    blocks += part("page.strong", .strengths, panels.isEmpty ? [] : [.panels(panels)])
    blocks += part("page.picked", .roleMarket, picked())
    blocks += part("page.planned", .plan, planned())
    // A team has them on the page before.
    if report.shared == nil { blocks += part("page.next-steps", .plan, nextSteps()) }
    return blocks
  }

  /// A part of the page under its heading; that it is missing where there is nothing.
  private mutating func part(
    _ key: String, _ activity: ActivityKind? = nil, _ blocks: [Block]
  ) -> [Block] {
    if blocks.isEmpty { missing(key, activity) }
    return under(key, blocks)
  }

  // MARK: Who

  private var numbers: [(number: Markup, label: String)] {
    let municipalities = report.participants.count { $0.municipality != nil }
    let isMarked = report.workshops.contains { $0.attendance != nil }
    let people = isMarked ? report.presentNumber : report.participantNumber
    let isTotal = report.workshops.allSatisfy { $0.participantTotal != nil }
    let label = isMarked ? "page.present" : isTotal ? "participants" : "page.on-list"
    let strengths = report.strengths.reduce(0) { $0 + $1.count }
    let roles = report.roles.reduce(0) { $0 + $1.madeHere.count + $1.source2016.count }
    let all: [(Int?, String)] = [
      (people, label), (municipalities, "municipalities"), (strengths, "strengths.plural"),
      (roles, "roles"), (report.notes.count, "report.notes"),
    ]
    return all.compactMap { number, key in
      number.flatMap { $0 > 0 ? (.text(String($0)), words.word(key)) : nil }
    }
  }

  private var who: [Block] {
    guard !report.participants.isEmpty else { return [] }
    let groups = report.participants.filter { $0.municipality != nil }.map { group in
      .element("strong", [:], said(group.name ?? group.municipality ?? ""))
        + (group.isNumberWithheld
          ? .empty : words.people(of: group).map { .text(" (\($0))") } ?? .empty)
    }
    var blocks: [Block] = groups.isEmpty ? [] : [.paragraph(groups.joined(separator: " · "))]
    blocks += attendance
    blocks += total
    if let sides = phrases.bySide { blocks.append(.remark(told(sides))) }
    return blocks
  }

  // MARK: Strong

  /// What is told most of a side: what most municipalities named, then in the order of making.
  private mutating func strong(_ side: Side) -> Block.Panel? {
    // What this edition leaves out is told of in its chapter.
    let strengths = report.strengths.filter { $0.side == side }.flatMap(\.boxes).flatMap(\.items)
      .filter { !Lines.tidy($0.text).isEmpty }
    var order = Array(strengths.enumerated())
    order.sort { left, right in
      let (many, few) = (weight(left.element), weight(right.element))
      return many == few ? left.offset < right.offset : many > few
    }
    let shown = order.prefix(Self.most).map(\.element)
    var items = shown.map { Block.Statement(text: statement($0.note, $0.text)) }
    if strengths.count > shown.count {
      items.append(more(strengths.count - shown.count, chapter: "strengths"))
    }
    guard !items.isEmpty else { return nil }
    return Block.Panel(
      heading: .text(words.heading("page.strong.\(side.rawValue)")), level: 4, side: side,
      letter: naming.letter(of: side), blocks: [.list(items, style: .compact)])
  }

  private func weight(_ strength: Report.Strength) -> Int {
    (strength.municipalityCount ?? 0) + strength.additions.count + strength.roles.count
  }

  /// A link to the chapter in which the rest is.
  private func more(_ count: Int, chapter: String) -> Block.Statement {
    Block.Statement(
      text: .element(
        "a", ["href": "#\(chapter)"],
        .text(words.word("page.more", ["count": String(count)]))))
  }

  // MARK: Roles

  private mutating func picked() -> [Block] {
    guard let market = report.roleMarket else { return made() }
    let taken = market.enumerated().filter { $0.element.count > 0 }
    guard !taken.isEmpty else { return made() }
    let order = taken.sorted {
      $0.element.count == $1.element.count
        ? $0.offset < $1.offset : $0.element.count > $1.element.count
    }.map(\.element)
    let items = order.prefix(Self.most).map { role -> Block.Statement in
      let side = role.side.map { badge($0) + .text(" ") } ?? .empty
      return Block.Statement(
        text: side + markup(phrases.name(of: role))
          + .text(" — " + words.word("report.picks", count: role.count)))
    }
    let rest = order.count - items.count
    return [
      .list(items + (rest > 0 ? [more(rest, chapter: "role-market")] : []), style: .compact)
    ]
  }

  /// The roles that were made, where none was picked.
  private mutating func made() -> [Block] {
    let sides = report.roles.filter { !$0.isEmpty }
    guard !sides.isEmpty else { return [] }
    missing("gap.picks", .roleMarket)
    let items = sides.map { side -> Block.Statement in
      let all = side.madeHere + side.source2016
      let shown = markup(
        phrases.listed(
          all.prefix(Self.most).map { role in
            phrases.joined(
              [[.said(role.name)], [.links([phrases.link(to: role)])]], by: " ")
          }))
      let rest =
        all.count > Self.most
        ? .text(", ") + more(all.count - Self.most, chapter: "roles").text : Markup.empty
      let letter = side.side.map { badge($0) + .text(" ") } ?? .empty
      return Block.Statement(text: letter + shown + rest)
    }
    return [.remark(.text(words.word("page.none-picked"))), .list(items, style: .compact)]
  }

  // MARK: Plans

  private mutating func planned() -> [Block] {
    guard let plans = report.plans else { return [] }
    let telling = PlanTelling(report, words: words)
    var items: [Block.Statement] = []
    for plan in plans {
      let forms = told(phrases.listed(plan.forms.map { naming.named($0.id) }))
      var pieces: [Markup] = forms.isEmpty ? [] : [forms]
      if !plan.noPlan.isEmpty {
        pieces.append(
          .text(words.word("report.no-plan")) + .text("\u{A0}")
            + references(plan.noPlan.map(\.note)))
      }
      let steps = telling.stepNumber(of: plan)
      if steps > 0 { pieces.append(.text(words.word("page.actions", count: steps))) }
      let lasting = telling.lastingNumber(of: plan)
      if lasting > 0 { pieces.append(.text(words.word("page.for-lasting", count: lasting))) }
      for section in telling.steps(of: plan) where section.isAim {
        pieces.append(
          .text(section.heading + "\u{A0}")
            + references(section.entries.map(\.statement.note)))
      }
      guard !pieces.isEmpty else { continue }
      let name = told(naming.sheets(of: plan.municipality))
      items.append(
        Block.Statement(
          text: .element("strong", [:], name) + .text(": ") + pieces.joined(separator: " · ")))
    }
    return items.isEmpty ? [] : [.list(items, style: .compact)]
  }

  private mutating func nextSteps() -> [Block] {
    let steps = (report.plans ?? []).flatMap { plan in
      plan.actions.filter { PlanTelling.isStep($0.claim) }.map {
        (action: $0, home: naming.sheets(of: plan.municipality))
      }
    }
    guard !steps.isEmpty else { return [] }
    let isTold = steps.contains { step in
      step.action.isDoerKnown || step.action.when != nil || step.action.needed != nil
    }
    guard isTold else { return bare(steps) }
    var rows: [Table.Row] = []
    for (action, home) in steps {
      rows.append(
        Table.Row(
          heading: statement(action.note, action.text)
            + .element("span", ["class": "detail"], told(home)),
          cells: [
            phrases.doer(of: action).map(told) ?? .empty, action.when.map { said($0) } ?? .empty,
            action.needed.map { said($0) } ?? .empty,
          ]))
    }
    let table = Table(
      caption: words.word("page.next-steps.caption"),
      columns: ["report.action", "plan.who", "plan.when", "plan.needed"].map {
        Table.Column(words.heading($0))
      }, rows: rows)
    return [.table(noting(table))]
  }

  /// Steps of which nobody told who, when or what is needed.
  private mutating func bare(_ steps: [(action: Report.PlanAction, home: [ReportOutline.Piece])])
    -> [Block]
  {
    var items: [Block.Statement] = []
    for (action, home) in steps {
      items.append(
        Block.Statement(text: statement(action.note, action.text), detail: told(home)))
    }
    gaps.add(steps.map(\.action), words)
    return [.list(items)]
  }
}
