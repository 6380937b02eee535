import WorkshopCore

// What was found: strengths, roles and the tree.

extension MarkdownReport {
  // MARK: Strengths

  mutating func writeStrengths() {
    heading(2, words.heading("report.strengths"))
    for side in report.strengths {
      heading(3, counted(heading(of: side.side), side.count))
      for box in side.boxes {
        heading(4, counted(words.heading(box.dimension?.rawValue ?? "unsorted"), box.items.count))
        if box.items.isEmpty { nothing() }
        for strength in box.items { write(strength) }
      }
    }
  }

  private mutating func write(_ strength: Report.Strength) {
    item(statement(strength.note, strength.text, level: 0))
    for addition in strength.additions {
      let text = statement(addition.note, addition.text, level: 1)
      item(words.word("report.addition", ["text": text]), level: 1)
    }
    if !strength.municipalities.isEmpty {
      let who = strength.municipalities.map(municipality).joined(separator: ", ")
      item(words.word("strengths.named-by", ["who": who]), level: 1)
    }
    if !strength.roles.isEmpty {
      let roles = strength.roles.map(MarkdownText.inline).joined(separator: ", ")
      item(words.word("report.became", ["roles": roles]), level: 1)
    }
  }

  private func heading(of side: Side?) -> String {
    switch side {
    case .formal: words.heading("formal.plural")
    case .informal: words.heading("informal.plural")
    case nil: words.heading("side-unknown")
    }
  }

  // MARK: Roles

  mutating func writeRoles() {
    heading(2, words.heading("roles"))
    for side in report.roles {
      heading(3, heading(of: side.side))
      heading(4, counted(words.heading("role.made-here"), side.madeHere.count))
      write(side.madeHere)
      heading(4, counted(words.heading("role.source"), side.source2016.count))
      write(side.source2016)
    }
  }

  private mutating func write(_ roles: [Report.Role]) {
    if roles.isEmpty { nothing() }
    for role in roles {
      let relation =
        switch role.relation {
        case .targetGroup: words.word("relation.target-group")
        case .partner: words.word("relation.partner")
        case .both: words.word("relation.both")
        case nil: notRecorded
        }
      let name = MarkdownText.inline(role.name)
      item("**\(name.isEmpty ? words.word("report.no-text") : name)**")
      if let description = role.description.map({ MarkdownText.lines($0, indent: "    ") }),
        !description.isEmpty
      {
        item(description, level: 1)
      }
      item(
        joined([
          words.word("report.relation", ["relation": relation]),
          links(role.from).map { words.word("report.from", ["notes": $0]) },
          role.source.map(cited),
        ]), level: 1)
    }
  }

  // MARK: Role market

  mutating func writeRoleMarket() {
    guard let market = report.roleMarket else { return }
    heading(2, counted(words.heading("role-market"), market.reduce(0) { $0 + $1.count }))
    for role in market {
      let name = role.name.map(MarkdownText.inline) ?? words.word("role-market.role-gone")
      let side = role.side.map { words.word("\($0.rawValue).plural") } ?? words.word("side-unknown")
      item(
        joined([
          "**\(name)** (\(side))",
          role.count == 0
            ? words.word("role-market.nobody") : words.word("report.picks", count: role.count),
          links(role.picks.map(\.note)),
        ]))
      guard role.count > 0 else { continue }
      item(
        joined([
          role.standings.map { "\(standing($0.standing)) \($0.count)" }.joined(separator: ", "),
          role.municipalities.map {
            ($0.municipality.map(municipality) ?? words.word("report.no-municipality"))
              + " \($0.count)"
          }.joined(separator: ", "),
        ]), level: 1)
      for pick in role.picks { write(pick) }
    }
  }

  private mutating func write(_ pick: Report.RolePick) {
    let about = pick.about.map { words.word("role-market.about", ["who": MarkdownText.inline($0)]) }
    guard pick.why != nil || about != nil else { return }
    item(
      joined([about, pick.why.map { statement(pick.note, $0, level: 1) }]), level: 1)
  }

  // MARK: Tree

  mutating func writeTree() {
    heading(2, words.heading("tree"))
    for part in report.tree {
      let name = part.part.rawValue
      heading(3, counted(words.heading(name), part.count))
      paragraph(words.heading("\(name).explained") + ".")
      if part.groups.isEmpty { nothing() }
      for group in part.groups {
        item("**\(self.group(group.group))**")
        for note in group.items { item(statement(note.note, note.text, level: 1), level: 1) }
      }
    }
  }
}
