import WorkshopCore

// What was found: partnerships, framework, conditions, strengths, roles and the tree.

extension ReportOutline {
  /// Statements under a title, in a list of their own.
  mutating func write(_ title: [Piece], _ statements: [Report.Statement], level: Int = 0) {
    guard !statements.isEmpty else { return }
    item(title, level: level)
    for note in statements { item(statement(note), level: level + 1, id: note.note) }
  }

  // MARK: Pitch

  mutating func writePitches() {
    heading(2, "report.pitches")
    guard let pitches = report.pitches else { return nothing(.pitch) }
    for pitch in pitches {
      heading(
        3, pitch.municipality ?? "-",
        municipality(pitch.municipality, otherwise: "report.other-sheets"))
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
      item(
        joined([
          naming.place(place.place, in: .framework).map(\.emphasised),
          municipalities(place.municipalities), isReading(place) ? plain("report.read") : nil,
          links(place.notes),
        ]), id: place.place)
      for id in place.notes {
        guard let text = note(id)?.text, !text.allSatisfy(\.isWhitespace) else { continue }
        item(statement(id, text), level: 1, id: id)
      }
    }
    writeFrameworkRemarks()
  }

  /// The cells of the second figure of the publication, between which this workshop found directions.
  private mutating func writeCells() {
    heading(3, "page.directions.heading")
    table(
      [
        words.heading("focus"), words.heading("informal.plural"), words.heading("formal.plural"),
      ],
      Focus.allCases.map { focus in
        [plain("focus.\(focus.rawValue)")]
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

  /// What was said about places by those who do not stand there.
  private mutating func writeFrameworkRemarks() {
    guard let remarks = report.frameworkRemarks else { return }
    heading(3, "report.framework.remarks")
    for remark in remarks {
      item(
        naming.place(remark.place, in: .framework) + [.plain(": ")]
          + statement(remark.note, remark.text), id: remark.note)
    }
  }

  /// Tells whether researchers say so and no cooperation does.
  private func isReading(_ place: Report.FrameworkPlace) -> Bool {
    place.notes.allSatisfy { note($0)?.voice == .researcher }
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
    let groups = words.underHeadings(report.conditions ?? [], of: \.condition)
    for (number, group) in groups.enumerated() {
      if let title = group.heading ?? (number > 0 ? words.word("report.conditions.other") : nil) {
        heading(4, "said-\(number)", [.plain(title.prefix(1).uppercased() + title.dropFirst())])
      }
      for condition in group.told {
        let name =
          condition.condition.map(naming.condition)
          ?? [.plain(words.heading("notes.without-place"))]
        write(name.map(\.emphasised), condition.items)
      }
    }
    guard !report.scores.isEmpty else { return gaps.addScores(of: report, words) }
    heading(3, "report.scores")
    for index in report.workshops.indices {
      let own = report.scores.filter { $0.workshop == index }
      guard !own.isEmpty else { continue }
      if report.workshops.count > 1 { heading(4, "scores-\(index)", name(ofWorkshop: index)) }
      for (number, group) in words.underHeadings(own, of: \.condition).enumerated() {
        let title = group.heading ?? (number > 0 ? words.word("report.conditions.other") : nil)
        if let title {
          heading(
            report.workshops.count > 1 ? 5 : 4, "scores-\(index)-\(number)",
            [.plain(title.prefix(1).uppercased() + title.dropFirst())])
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
          naming.condition(score.condition), plain("moment.\(score.moment.rawValue)"),
          plain("\(score.side.rawValue).adjective"), [.plain(words.text(of: score.scores))],
        ]
      })
  }

  // MARK: Strengths

  mutating func writeStrengths() {
    heading(2, "report.strengths")
    let strengths = report.strengths.flatMap(\.boxes).flatMap(\.items)
    writeElsewhere(report.elsewhere?.strengths, "report.elsewhere.strengths")
    if strengths.isEmpty, report.strengthsOutside == nil { nothing(.strengths) }
    gaps.addStrengths(of: report, words)
    for side in report.strengths where side.boxes.contains(where: \.hasSomething) {
      heading(3, side.side.rawValue, [.plain("\(heading(of: side.side)) (\(side.count))")])
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
        joined([statement(note), self.note(note.note)?.source.map(cited)]), id: note.note)
    }
  }

  /// Says how many others recorded, so that nothing of a team does not read as nothing of all.
  private mutating func writeElsewhere(_ number: Int?, _ key: String) {
    if let number, number > 0 { paragraph(words.word(key, count: number)) }
  }

  private mutating func write(_ strength: Report.Strength) {
    item(statement(strength.note, strength.text), id: strength.note)
    for addition in strength.additions {
      item(
        phrase("report.addition", ["text": statement(addition)]), level: 1, id: addition.note)
    }
    if let counts = counts(strength) { item(counts, level: 1) }
    if !strength.roles.isEmpty {
      let roles = strength.roles.enumerated().map { index, name in
        joined([[.said(name)], link(toRole: strength.roleIDs[index])], by: " ")
      }
      item(phrase("report.became", ["roles": listed(roles)]), level: 1)
    }
  }

  /// How many municipalities and groups named a strength, and which as far as they may be told.
  private func counts(_ strength: Report.Strength) -> [Piece]? {
    let who = municipalities(strength.municipalities)
    let isWhole = strength.municipalities.count == strength.municipalityCount
    let parts = joined([
      isWhole
        ? nil
        : strength.municipalityCount.map {
          [.plain(words.word("report.municipalities", count: $0))]
        },
      who.map { phrase(isWhole ? "strengths.named-by" : "report.among-them", ["who": $0]) },
      (strength.groupCount ?? 0) > 1
        ? strength.groupCount.map { [.plain(words.word("report.groups", count: $0))] } : nil,
    ])
    return parts.isEmpty ? nil : parts
  }

  // MARK: Roles

  mutating func writeRoles() {
    heading(2, "roles")
    writeElsewhere(report.elsewhere?.roles, "report.elsewhere.roles")
    gaps.addRoles(of: report, words)
    for side in report.roles where !side.isEmpty {
      heading(3, side.side?.rawValue ?? "-", [.plain(heading(of: side.side))])
      write("role.made-here", side.madeHere)
      write("role.source", side.source2016)
    }
  }

  private mutating func write(_ key: String, _ roles: [Report.Role]) {
    guard !roles.isEmpty else { return }
    heading(4, key, count: roles.count)
    for role in roles {
      let relation = role.relation.map { plain("relation.\($0.rawValue)") }
      let isNamed = !role.name.allSatisfy(\.isWhitespace)
      item(
        [
          isNamed ? .strongSaid(role.name) : .strong(words.word("report.no-text")), .plain(" "),
          .anchor(link(to: role)),
        ], id: role.id)
      if let description = role.description, !description.allSatisfy(\.isWhitespace) {
        item([.lines(description)], level: 1)
      }
      let lineage = role.lineage.map { note in
        joined([quoted(note.note, note.text, onOneLine: true), links([note.note])], by: " ")
      }
      let details = joined([
        relation.map { phrase("report.relation", ["relation": $0]) },
        lineage.isEmpty ? nil : phrase("report.from", ["notes": listed(lineage)]),
        role.source.map(cited),
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
      let name: Piece =
        role.name.map(Piece.strongSaid) ?? .strong(words.word("role-market.role-gone"))
      let side = role.side.map { words.word("\($0.rawValue).plural") } ?? words.word("side-unknown")
      item(
        joined([
          joined([[name, .plain(" (\(side))")], link(toRole: role.role)], by: " "),
          [
            .plain(
              role.count == 0
                ? words.word("role-market.nobody") : words.word("report.picks", count: role.count))
          ], links(role.picks.map(\.note)),
        ]), id: role.role)
      let isTold = !role.standings.isEmpty || !role.municipalities.isEmpty
      if role.count > 0, !isTold { item(plain("report.too-few-people"), level: 1) }
      if isTold { writeCounts(of: role) }
      for pick in role.picks { write(pick) }
    }
  }

  private mutating func writeCounts(of role: Report.RolePicks) {
    item(
      joined([
        role.standings.isEmpty
          ? nil
          : [
            .plain(
              role.standings.map {
                "\($0.isMerged ? words.word("report.others") : standing($0.standing)) \($0.count)"
              }.joined(separator: ", "))
          ],
        listed(
          role.municipalities.map {
            ($0.isMerged
              ? plain("report.others")
              : $0.municipality.map(municipality) ?? plain("report.no-municipality"))
              + [.plain(" \($0.count)")]
          }),
      ]), level: 1)
  }

  private mutating func write(_ pick: Report.RolePick) {
    let about = pick.about.map { phrase("role-market.about", ["who": [.said($0)]]) }
    let why = pick.why.map { statement(pick.note, $0) }
    guard pick.person != nil || about != nil || why != nil else { return }
    item(
      joined([pick.person.map { [.strongSaid($0)] }, about, why ?? links([pick.note])]), level: 1,
      id: pick.note)
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
      paragraph(words.heading("\(name).explained") + ".")
      for group in part.groups {
        let title = group.isGroupWithheld ? leftOut : naming.group(group.group)
        write(title.map(\.emphasised), group.items)
      }
    }
  }
}

extension ReportOutline.Piece {
  /// The piece so that it stands out.
  var emphasised: Self {
    switch self {
    case .plain(let text): .strong(text)
    case .said(let text): .strongSaid(text)
    default: self
    }
  }
}
