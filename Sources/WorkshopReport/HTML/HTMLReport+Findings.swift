import ReportText
import WorkshopCore

// What was found on day one: strengths, roles and the tree.

extension HTMLReport {
  // MARK: Strengths

  mutating func strengths() -> [Block] {
    let others = elsewhere(report.elsewhere?.strengths, "strengths") + added()
    guard report.strengths.contains(where: { $0.count > 0 }) else {
      let outside = strengthsOutside()
      if outside.isEmpty { nothing(.strengths) }
      return others + outside
    }
    gaps.addStrengths(of: report, words)
    var blocks: [Block] = [.paragraph(.text(words.word("page.strengths.reading")))] + others
    let dimensions: [Dimension?] = Dimension.allCases.map(Optional.some) + [nil]
    for dimension in dimensions {
      let boxes = report.strengths.map { side in
        (side.side, side.boxes.first { $0.dimension == dimension }?.items ?? [])
      }
      let panels = boxes.filter { !$0.1.isEmpty }.map { panel($0.0, $0.1) }
      guard !panels.isEmpty else { continue }
      blocks.append(.heading(level: 3, .text(words.heading(dimension?.rawValue ?? "unsorted"))))
      blocks.append(.panels(panels))
    }
    return blocks + [.table(strengthNumbers)] + strengthsOutside()
  }

  /// The strengths that stand in no box.
  private mutating func strengthsOutside() -> [Block] {
    guard let outside = report.strengthsOutside else { return [] }
    var items: [Block.Statement] = []
    for note in outside {
      let source = phrases.note(note.note)?.source
      items.append(
        Block.Statement(
          text: statement(note), detail: source.map { told(phrases.cited($0)) } ?? .empty))
    }
    return [
      .heading(level: 3, counted(words.heading("report.strengths.outside"), outside.count)),
      .list(items),
    ]
  }

  /// How many others recorded, so that nothing of a team does not read as nothing of all.
  private func elsewhere(_ number: Int?, _ key: String) -> [Block] {
    phrases.elsewhere(number, key).map { [.remark(.text($0))] } ?? []
  }

  /// What a team added to strengths of others.
  private mutating func added() -> [Block] {
    let notes = report.strengths.flatMap(\.boxes).flatMap(\.additionsElsewhere)
    guard !notes.isEmpty else { return [] }
    return [
      .heading(level: 3, .text(words.heading("report.additions-elsewhere"))), voices(notes),
    ]
  }

  private mutating func panel(_ side: Side, _ strengths: [Report.Strength]) -> Block.Panel {
    let sources = strengths.map(\.source)
    var items: [Block.Statement] = []
    for strength in strengths { items.append(item(strength, among: sources)) }
    return Block.Panel(
      heading: counted(words.heading("\(side.rawValue).plural"), strengths.count), level: 4,
      side: side, letter: naming.letter(of: side),
      blocks: [.list(items)] + sharedSource(sources))
  }

  private mutating func item(
    _ strength: Report.Strength, among sources: [String?]
  ) -> Block.Statement {
    var item = Block.Statement(text: statement(strength.note, strength.text))
    let isSourceTold = !isShared(sources)
    item.detail = markup(
      phrases.joined([
        phrases.namers(of: strength), phrases.roles(of: strength),
        isSourceTold ? strength.source.map(phrases.cited) : nil,
      ]))
    item.below = strength.additions.map { Block.Statement(text: markup(phrases.addition($0))) }
    return item
  }

  private var strengthNumbers: Table {
    let dimensions: [Dimension?] =
      Dimension.allCases.map(Optional.some)
      + (report.strengths.contains { $0.boxes.contains { $0.dimension == nil } } ? [nil] : [])
    var rows = dimensions.map { dimension in
      Table.Row(
        heading: .text(words.heading(dimension?.rawValue ?? "unsorted")),
        cells: report.strengths.map { side in
          let items = side.boxes.first { $0.dimension == dimension }?.items ?? []
          return .text(String(items.count))
        })
    }
    rows.append(
      Table.Row(
        heading: .text(words.heading("report.total")),
        cells: report.strengths.map { .text(String($0.count)) }))
    return Table(
      caption: words.word("page.strengths.caption"),
      columns: [Table.Column(words.heading("page.dimension"))]
        + report.strengths.map {
          Table.Column(
            badge($0.side) + .text(" " + words.heading("\($0.side.rawValue).plural")),
            isNumeric: true)
        }, rows: rows)
  }

  // MARK: Roles

  mutating func roles() -> [Block] {
    let others = elsewhere(report.elsewhere?.roles, "roles")
    gaps.addRoles(of: report, words)
    var blocks = others
    for side in report.roles where !side.isEmpty {
      let letter = side.side.map { badge($0) + .text(" ") } ?? .empty
      blocks.append(.heading(level: 3, letter + .text(phrases.heading(of: side.side))))
      blocks += roles(side.madeHere, "role.made-here")
      blocks += roles(side.source2016, "role.source")
    }
    return blocks
  }

  private mutating func roles(_ roles: [Report.Role], _ key: String) -> [Block] {
    guard !roles.isEmpty else { return [] }
    let heading = Block.heading(level: 4, counted(words.heading(key), roles.count))
    let sources = roles.map(\.source)
    var items: [Block.Statement] = []
    for role in roles {
      var text = markup(
        phrases.name(of: role) + [.plain(" "), .anchor(phrases.link(to: role))])
      if let description = phrases.description(of: role) {
        text += .text(" — ") + told(description)
      }
      var item = Block.Statement(
        text: text,
        detail: told(
          phrases.joined([
            phrases.relation(of: role),
            isShared(sources) ? nil : role.source.map(phrases.cited),
          ])))
      if let lineage = phrases.lineage(of: role) {
        item.below = [Block.Statement(text: markup(lineage))]
      }
      items.append(item)
    }
    return [heading, .list(items)] + sharedSource(sources)
  }

  // MARK: Tree

  mutating func tree() -> [Block] {
    guard report.tree.contains(where: { $0.count > 0 }) else { return [] }
    let groups = TreeGroups(report.tree, phrases)
    func part(_ part: TreePart) -> TreeFigure.Part {
      let found = report.tree.first { $0.part == part }
      let count = found?.count ?? 0
      return TreeFigure.Part(
        name: words.heading(part.rawValue),
        count: count > 0 ? String(count) : ReportWords.dash,
        groups: (found?.groups ?? []).map { group in
          TreeFigure.Group(key: groups.key(of: group), count: group.items.count)
        })
    }
    let figure = TreeFigure(
      title: words.word("figure.tree"), description: words.word("figure.tree.description"),
      apples: part(.apples), roots: part(.roots), can: part(.can))
    var blocks: [Block] = [
      .figure(
        Block.Figure(id: "tree-drawing", drawing: figure.drawing, table: groups.table(report.tree)))
    ]
    for part in report.tree {
      guard !part.groups.isEmpty else {
        missing(part.part.rawValue, .tree)
        continue
      }
      blocks.append(
        .heading(level: 3, counted(words.heading(part.part.rawValue), part.count)))
      blocks.append(
        .remark(.text(phrases.explanation(of: part))))
      var terms: [(term: String, text: Markup)] = []
      for group in part.groups {
        terms.append(
          (
            phrases.capital(phrases.title(of: group).text),
            lines(group.items.map { statement($0) })
          ))
      }
      if !terms.isEmpty { blocks.append(.terms(terms)) }
    }
    return blocks
  }
}

/// The groups of a tree with the keys by which a drawing tells them.
private struct TreeGroups {
  private let phrases: ReportPhrases
  private let order: [Key]

  private enum Key: Hashable {
    case group(String?)
    case withheld
  }

  init(_ parts: [Report.TreePart], _ phrases: ReportPhrases) {
    self.phrases = phrases
    var known: Set<Key> = []
    order = parts.flatMap(\.groups).map(Self.key).filter { known.insert($0).inserted }
  }

  private static func key(of group: Report.TreeGroup) -> Key {
    group.isGroupWithheld ? .withheld : .group(group.group)
  }

  private func name(of key: Key) -> String {
    switch key {
    case .withheld: phrases.naming.group(nil, isWithheld: true).text
    case .group(let id): phrases.naming.group(id).text
    }
  }

  /// The letter of a side, or else the place in the table.
  func key(of group: Report.TreeGroup) -> String { label(of: Self.key(of: group)) }

  private func label(of key: Key) -> String {
    if case .group(let id?) = key, let side = Side(rawValue: id) {
      return phrases.naming.letter(of: side)
    }
    let others = order.filter { key in
      if case .group(let id?) = key { Side(rawValue: id) == nil } else { true }
    }
    return String((others.firstIndex(of: key) ?? 0) + 1)
  }

  /// The same numbers as in the drawing.
  func table(_ parts: [Report.TreePart]) -> Table {
    var rows = order.map { key in
      Table.Row(
        heading: .text("\(label(of: key)) · ") + .said(name(of: key)),
        cells: parts.map { part in
          let count = part.groups.filter { Self.key(of: $0) == key }.reduce(0) {
            $0 + $1.items.count
          }
          return .text(String(count))
        })
    }
    rows.append(
      Table.Row(
        heading: .text(phrases.words.heading("report.total")),
        cells: parts.map { .text(String($0.count)) })
    )
    return Table(
      caption: phrases.words.word("page.tree.caption"),
      columns: [Table.Column(phrases.words.heading("group"))]
        + parts.map { Table.Column(phrases.words.heading($0.part.rawValue), isNumeric: true) },
      rows: rows)
  }
}
