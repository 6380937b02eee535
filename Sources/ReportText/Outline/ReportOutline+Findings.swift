import WorkshopCore

// What was found: partnerships, framework, conditions, strengths, roles and the tree.

extension ReportOutline {
  /// Statements under a title, in a list of their own.
  mutating func write(_ title: [Piece], _ statements: [Report.Statement], level: Int = 0) {
    guard !statements.isEmpty else { return }
    item(title, level: level)
    for note in statements { item(phrases.statement(note), level: level + 1, id: note.note) }
  }

  /// The heading of a municipality, or of the sheets of other groups.
  mutating func heading(of municipality: String?) {
    heading(3, municipality ?? "-", naming.sheets(of: municipality))
  }

  // MARK: Pitch

  mutating func writePitches() {
    heading(2, "report.pitches")
    guard let pitches = report.pitches else { return nothing(.pitch) }
    for pitch in pitches {
      heading(of: pitch.municipality)
      for part in pitch.parts {
        let title: [Piece] = [.strong(words.heading("pitch.\(part.part.rawValue)"))]
        if part.items.isEmpty { missing("pitch.\(part.part.rawValue)") }
        write(title, part.items)
      }
      write([.strong(words.heading("notes.without-place"))], pitch.others)
    }
  }

  // MARK: Framework

  mutating func writeFramework() {
    writePlaces()
    writeCells()
  }

  /// Where the cooperations stand, without the figure of the publication.
  mutating func writePlaces() {
    heading(2, "report.directions")
    if report.framework.isEmpty { nothing(.framework) }
    for place in report.framework {
      item(phrases.place(place), id: place.place)
      for id in place.notes {
        guard let text = phrases.note(id)?.text, !text.allSatisfy(\.isWhitespace) else { continue }
        item(phrases.placed(id), level: 1, id: id)
      }
    }
    guard let remarks = report.frameworkRemarks else { return }
    heading(3, "report.framework.remarks")
    for remark in remarks { item(phrases.remark(remark), id: remark.note) }
  }

  /// The cells of the second figure of the publication, between which this workshop found directions.
  private mutating func writeCells() {
    heading(3, "page.directions.heading")
    table(
      [
        words.heading("focus"), words.heading("informal.plural"), words.heading("formal.plural"),
      ],
      Focus.allCases.map { focus in
        [phrases.plain("focus.\(focus.rawValue)")]
          + [Side.informal, .formal].map { side in
            [
              .plain(
                words.lines(of: "fig2/\(focus.rawValue)/\(side.rawValue)")
                  .joined(separator: "; "))
            ]
          }
      })
    paragraph(words.word("page.directions.source"))
  }

  // MARK: Conditions

  mutating func writeConditions() {
    heading(2, "conditions")
    guard report.conditions != nil || !report.scores.isEmpty else { return nothing(.conditions) }
    if report.conditions == nil {
      missing("report.conditions.said", .conditions)
    } else {
      heading(3, "report.conditions.said")
    }
    let groups = phrases.grouped(report.conditions ?? [], of: \.condition)
    for (number, group) in groups.enumerated() {
      if let title = group.title { heading(4, "said-\(number)", [.plain(title)]) }
      for condition in group.told {
        write(phrases.title(of: condition).map(\.emphasised), condition.items)
      }
    }
    guard !report.scores.isEmpty else { return gaps.addScores(of: report, words) }
    heading(3, "report.scores")
    for index in report.workshops.indices {
      let own = report.scores.filter { $0.workshop == index }
      guard !own.isEmpty else { continue }
      if report.workshops.count > 1 { heading(4, "scores-\(index)", naming.workshop(index)) }
      for (number, group) in phrases.grouped(own, of: \.condition).enumerated() {
        if let title = group.title {
          heading(
            report.workshops.count > 1 ? 5 : 4, "scores-\(index)-\(number)", [.plain(title)])
        }
        write(group.told)
      }
    }
  }

  private mutating func write(_ scores: [Report.Score]) {
    table(
      [
        words.heading("condition"), words.heading("scores.moment"), words.heading("report.side"),
        words.heading("report.scores.short"),
      ],
      scores.map { score in
        [
          naming.condition(score.condition), phrases.plain("moment.\(score.moment.rawValue)"),
          phrases.plain("\(score.side.rawValue).adjective"), [.plain(words.text(of: score.scores))],
        ]
      })
  }

  // MARK: Strengths

  mutating func writeStrengths() {
    heading(2, "report.strengths")
    let strengths = report.strengths.flatMap(\.boxes).flatMap(\.items)
    if let others = phrases.elsewhere(report.elsewhere?.strengths, "strengths") {
      paragraph(others)
    }
    if strengths.isEmpty, report.strengthsOutside == nil { nothing(.strengths) }
    gaps.addStrengths(of: report, words)
    for side in report.strengths where side.boxes.contains(where: \.hasSomething) {
      heading(3, side.side.rawValue, [.plain("\(phrases.heading(of: side.side)) (\(side.count))")])
      for box in side.boxes where box.hasSomething {
        heading(4, box.dimension?.rawValue ?? "unsorted", count: box.items.count)
        for strength in box.items { write(strength) }
        write([.strong(words.heading("report.additions-elsewhere"))], box.additionsElsewhere)
      }
    }
    guard let outside = report.strengthsOutside else { return }
    heading(3, "report.strengths.outside", count: outside.count)
    for note in outside {
      item(
        phrases.joined([
          phrases.statement(note), phrases.note(note.note)?.source.map(phrases.cited),
        ]), id: note.note)
    }
  }

  private mutating func write(_ strength: Report.Strength) {
    item(phrases.statement(strength.note, strength.text), id: strength.note)
    for addition in strength.additions {
      item(phrases.addition(addition), level: 1, id: addition.note)
    }
    for line in [phrases.namers(of: strength), phrases.roles(of: strength)] where !line.isEmpty {
      item(line, level: 1)
    }
  }

  // MARK: Roles

  mutating func writeRoles() {
    heading(2, "roles")
    if let others = phrases.elsewhere(report.elsewhere?.roles, "roles") { paragraph(others) }
    gaps.addRoles(of: report, words)
    for side in report.roles where !side.isEmpty {
      heading(3, side.side?.rawValue ?? "-", [.plain(phrases.heading(of: side.side))])
      write("role.made-here", side.madeHere)
      write("role.source", side.source2016)
    }
  }

  private mutating func write(_ key: String, _ roles: [Report.Role]) {
    guard !roles.isEmpty else { return }
    heading(4, key, count: roles.count)
    for role in roles {
      item(
        phrases.name(of: role) + [.plain(" "), .anchor(phrases.link(to: role))], id: role.id)
      if let description = phrases.description(of: role) { item(description, level: 1) }
      let details = phrases.joined([
        phrases.relation(of: role), phrases.lineage(of: role), role.source.map(phrases.cited),
      ])
      if !details.isEmpty { item(details, level: 1) }
    }
  }

  // MARK: Role market

  mutating func writeRoleMarket() {
    let market = report.roleMarket ?? []
    heading(
      2, "role-market", count: report.roleMarket == nil ? nil : market.reduce(0) { $0 + $1.count })
    guard report.roleMarket != nil else { return nothing(.roleMarket) }
    for role in market {
      item(phrases.joined([phrases.name(of: role), phrases.taken(role)]), id: role.role)
      let takers = phrases.takers(of: role)
      if !takers.isEmpty { item(takers, level: 1) }
      for pick in role.picks {
        if let told = phrases.pick(pick) { item(told, level: 1, id: pick.note) }
      }
    }
  }

  // MARK: Tree

  mutating func writeTree() {
    heading(2, "tree")
    if report.tree.allSatisfy(\.groups.isEmpty) { return nothing(.tree) }
    for part in report.tree {
      let name = part.part.rawValue
      guard !part.groups.isEmpty else {
        missing(name, .tree)
        continue
      }
      heading(3, name, count: part.count)
      paragraph(phrases.explanation(of: part))
      for group in part.groups {
        write(phrases.title(of: group).map(\.emphasised), group.items)
      }
    }
  }
}
