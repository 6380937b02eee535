import ReportText
import WorkshopCore

// Where cooperations stand: what they start from, and how the sides strengthen each other.

extension HTMLReport {
  mutating func framework() -> [Block] {
    if report.framework.isEmpty { nothing(.framework) }
    return [.paragraph(.text(words.word("page.framework.reading")))] + directions() + starts()
      + frameworkRemarks()
  }

  /// What was said about places by those who do not stand there.
  private mutating func frameworkRemarks() -> [Block] {
    guard let remarks = report.frameworkRemarks else { return [] }
    var items: [Block.Statement] = []
    for remark in remarks {
      items.append(Block.Statement(text: markup(phrases.remark(remark))))
    }
    return [
      .heading(level: 3, .text(words.heading("report.framework.remarks"))),
      .list(items, style: .voices),
    ]
  }

  // MARK: Directions

  /// The second figure: as a drawing where a direction was found, as a table in any case.
  private mutating func directions() -> [Block] {
    var rows: [Table.Row] = []
    var drawn: [DirectionsFigure.Row] = []
    var said: [Block] = []
    for focus in Focus.allCases {
      let found = Direction.allCases.compactMap { direction in
        place(.direction(focus, direction)).map { (direction, $0) }
      }
      let cells = Dictionary(
        uniqueKeysWithValues: Side.allCases.map { side in
          (side, words.lines(of: "fig2/\(focus.rawValue)/\(side.rawValue)"))
        })
      var arrows: [Markup] = []
      for (direction, place) in found {
        let who = told(phrases.municipalities(place.municipalities) ?? [])
        let line =
          Markup.text(words.word("report.direction.\(direction.rawValue)"))
          + (who.isEmpty ? .empty : .text(": ") + who) + .text("\u{A0}") + references(place.notes)
        arrows.append(line)
      }
      said += found.flatMap { directionsSaid($0.1) }
      let title = words.word("focus.\(focus.rawValue)")
      rows.append(
        Table.Row(
          heading: .text(words.heading("focus.\(focus.rawValue)")),
          cells: [
            lines((cells[.informal] ?? []).map(Markup.text)),
            lines(arrows),
            lines((cells[.formal] ?? []).map(Markup.text)),
          ]))
      drawn.append(
        DirectionsFigure.Row(
          title: title, informal: cells[.informal] ?? [], formal: cells[.formal] ?? [],
          arrows: found.map(arrow)))
    }
    let table = Table(
      caption: words.word("page.directions.caption"),
      columns: [
        Table.Column(words.heading("focus")),
        Table.Column(badge(.informal) + .text(" " + words.heading("informal.plural"))),
        Table.Column(words.heading("page.directions")),
        Table.Column(badge(.formal) + .text(" " + words.heading("formal.plural"))),
      ], rows: rows
    ).withoutGaps
    let heading = Block.heading(level: 3, .text(words.heading("page.directions.heading")))
    let source = Markup.text(words.word("page.directions.source"))
    guard drawn.contains(where: { !$0.arrows.isEmpty }) else {
      return [heading, .table(table), .remark(source)] + said
    }
    let figure = DirectionsFigure(
      title: words.word("figure.directions"),
      description: words.word("figure.directions.description"),
      informal: .init(letter: naming.letter(of: .informal), name: naming.people(of: .informal)),
      formal: .init(letter: naming.letter(of: .formal), name: naming.people(of: .formal)),
      rows: drawn, nothing: ReportWords.dash)
    return [
      heading,
      .figure(
        Block.Figure(id: "directions", drawing: figure.drawing, table: table, note: source)),
    ] + said
  }

  /// What was written where a direction was found; a cell of the table has no room for it.
  private mutating func directionsSaid(_ place: Report.FrameworkPlace) -> [Block] {
    var items: [Block.Statement] = []
    for id in place.notes {
      guard let note = phrases.note(id), !Lines.tidy(note.text).isEmpty else { continue }
      items.append(Block.Statement(text: markup(phrases.placed(id))))
    }
    guard !items.isEmpty else { return [] }
    let title = phrases.capital(naming.place(place.place, in: .framework).text)
    return [.heading(level: 4, .text(title)), .list(items, style: .voices)]
  }

  private func arrow(_ direction: Direction, _ place: Report.FrameworkPlace)
    -> DirectionsFigure.Arrow
  {
    let count = place.municipalities.count
    return DirectionsFigure.Arrow(
      direction: direction,
      label: count > 0
        ? words.word("page.municipalities", count: count)
        : words.word("notes", count: place.notes.count),
      names: place.municipalities.map { naming.municipality($0).text }.joined(separator: ", "))
  }

  private func place(_ place: Place) -> Report.FrameworkPlace? {
    report.framework.first { $0.place.hasSameBytes(as: place.text) }
  }

  // MARK: Starting points

  private mutating func starts() -> [Block] {
    var terms: [(term: String, text: Markup)] = []
    for point in StartingPoint.allCases {
      let found = place(.start(point))
      var lines: [Markup] = []
      for id in found?.notes ?? [] { lines.append(markup(phrases.placed(id))) }
      if !lines.isEmpty { terms.append((words.heading(key(of: point)), self.lines(lines))) }
    }
    return under("start", terms.isEmpty ? [] : [.terms(terms)])
  }

  private func key(of point: StartingPoint) -> String {
    switch point {
    case .formal: "formal.adjective"
    case .informal: "informal.adjective"
    case .both: "side-both"
    }
  }
}
