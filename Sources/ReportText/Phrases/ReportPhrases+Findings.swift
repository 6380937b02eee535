public import WorkshopCore

// What was found: the framework, strengths, roles, the market and the tree.

extension ReportPhrases {
  // MARK: Framework

  /// A place where cooperations stand, and whether researchers say so and no cooperation does.
  public func place(_ place: Report.FrameworkPlace) -> [Piece] {
    let isReading = place.notes.allSatisfy { note($0)?.voice == .researcher }
    return joined([
      naming.place(place.place, in: .framework).map(\.emphasised),
      municipalities(place.municipalities), isReading ? plain("report.read") : nil,
      links(place.notes),
    ])
  }

  /// What was said about a place by those who do not stand there.
  public func remark(_ remark: Report.Remark) -> [Piece] {
    naming.place(remark.place, in: .framework) + [.plain(": ")]
      + statement(remark.note, remark.text)
  }

  // MARK: Strengths

  /// How many others recorded, so that nothing of a team does not read as nothing of all; `nil` where nobody did.
  ///
  /// - Parameters:
  ///   - number: How many strengths or roles.
  ///   - key: What they are: `strengths` or `roles`.
  public func elsewhere(_ number: Int?, _ key: String) -> String? {
    guard let number, number > 0 else { return nil }
    return words.word("report.elsewhere.\(key)", count: number)
  }

  /// How many municipalities and groups named a strength, and which as far as they may be told.
  public func namers(of strength: Report.Strength) -> [Piece] {
    let who = municipalities(strength.municipalities)
    let isWhole = strength.municipalities.count == strength.municipalityCount
    return joined([
      isWhole
        ? nil
        : strength.municipalityCount.map {
          [.plain(words.word("report.municipalities", count: $0))]
        },
      who.map { phrase(isWhole ? "strengths.named-by" : "report.among-them", ["who": $0]) },
      (strength.groupCount ?? 0) > 1
        ? strength.groupCount.map { [.plain(words.word("report.groups", count: $0))] } : nil,
    ])
  }

  /// The roles that came of a strength; empty where none did.
  public func roles(of strength: Report.Strength) -> [Piece] {
    guard !strength.roles.isEmpty else { return [] }
    let roles = zip(strength.roles, strength.roleIDs).map { name, id in
      joined([[.said(name)], link(toRole: id)], by: " ")
    }
    return phrase("report.became", ["roles": listed(roles)])
  }

  /// What was added to a strength.
  public func addition(_ addition: Report.Statement) -> [Piece] {
    phrase("report.addition", ["text": statement(addition)])
  }

  // MARK: Roles

  /// The name of a role, without its mark.
  public func name(of role: Report.Role) -> [Piece] {
    role.name.allSatisfy(\.isWhitespace)
      ? [.strong(words.word("report.no-text"))] : [.strongSaid(role.name)]
  }

  /// What a role is said to be; `nil` where nothing is.
  public func description(of role: Report.Role) -> [Piece]? {
    role.description.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : [.lines($0)] }
  }

  /// Whom a role faces.
  public func relation(of role: Report.Role) -> [Piece]? {
    role.relation.map { phrase("report.relation", ["relation": plain("relation.\($0.rawValue)")]) }
  }

  /// The strengths that a role grew out of; `nil` where none was recorded.
  public func lineage(of role: Report.Role) -> [Piece]? {
    guard !role.lineage.isEmpty else { return nil }
    let notes = role.lineage.map { note in
      joined([quoted(note.note, note.text, onOneLine: true), links([note.note])], by: " ")
    }
    return phrase("report.from", ["notes": listed(notes)])
  }

  // MARK: Role market

  /// A role of the market with whose role it is, and the way to where it is told of.
  public func name(of role: Report.RolePicks) -> [Piece] {
    let name: Piece =
      role.name.map(Piece.strongSaid) ?? .strong(words.word("role-market.role-gone"))
    return joined(
      [[name, .plain(" (\(naming.people(of: role.side)))")], link(toRole: role.role)], by: " ")
  }

  /// How often a role of the market was taken, and the notes that say so.
  public func taken(_ role: Report.RolePicks) -> [Piece] {
    joined([
      role.count == 0
        ? plain("role-market.nobody") : [.plain(words.word("report.picks", count: role.count))],
      links(role.picks.map(\.note)),
    ])
  }

  /// Who took a role, by where they stand and by municipality, or that they are too few to be told apart.
  public func takers(of role: Report.RolePicks) -> [Piece] {
    guard !role.standings.isEmpty || !role.municipalities.isEmpty else {
      return role.count > 0 ? plain("report.too-few-people") : []
    }
    let standings = role.standings.map { entry in
      let name = entry.isMerged ? words.word("report.others") : naming.standing(entry.standing)
      return "\(name) \(entry.count)"
    }
    let places = role.municipalities.map { entry in
      (entry.isMerged
        ? plain("report.others")
        : entry.municipality.map(municipality) ?? plain("report.no-municipality"))
        + [.plain(" \(entry.count)")]
    }
    return joined([
      standings.isEmpty ? nil : [.plain(standings.joined(separator: ", "))], listed(places),
    ])
  }

  /// Who took a role, about whom and why; `nil` where this edition tells none of it.
  public func pick(_ pick: Report.RolePick) -> [Piece]? {
    let about = pick.about.map { phrase("role-market.about", ["who": [.said($0)]]) }
    let why = pick.why.map { statement(pick.note, $0) }
    guard pick.person != nil || about != nil || why != nil else { return nil }
    return joined([pick.person.map { [.strongSaid($0)] }, about, why ?? links([pick.note])])
  }

  // MARK: Tree

  /// The name of a group that hung something into the tree.
  public func title(of group: Report.TreeGroup) -> [Piece] {
    naming.group(group.group, isWithheld: group.isGroupWithheld)
  }

  /// What a part of the tree means.
  public func explanation(of part: Report.TreePart) -> String {
    words.heading("\(part.part.rawValue).explained") + "."
  }
}
