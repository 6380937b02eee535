import TextScreen
import WorkshopContent
import WorkshopCore

// What the room sees of the role market: cards with their tallies, and who chooses.

extension RoleMarketStage {
  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    let market = market(view.screen)
    if isExplaining(view.screen) { return drawExplaining(market, view, in: rect, &frame) }
    let layout = layout(rect)
    let lists = EntriesAboveNotes(view: view, rect: layout.lists)
    if layout.panel == nil {
      drawHead(market, view, in: layout.head, &frame)
    } else {
      frame.put(
        progress(market, view), at: layout.head.origin, style: Style(.accent, bold: true),
        columns: layout.head.columns)
    }
    if let area = lists.areas[0] { drawRoles(market, view, in: area, &frame) }
    lists.drawNotes(on: &frame)
    if let panel = layout.panel { drawPanel(market, view, in: panel, &frame) }
  }

  // MARK: The cards

  private func drawRoles(
    _ market: RoleMarket, _ view: StageView, in area: Rect, _ frame: inout Frame
  ) {
    let list = EntryList(view: view, box: view.boxes[0], isFocused: view.selectedBox == 0)
    let person = person(view.screen)
    let width = list.columns(in: area)
    let tallies = market.roles.map { tally(of: $0, market, view) }
    let widest = tallies.map { TextWidth.columns(of: $0.full) }.max() ?? 0
    let tallyColumns = min(widest, max(11, width * 2 / 5))
    let nameColumns = max(0, width - tallyColumns - 7)
    list.draw(in: area, on: &frame) { record, isSelected, rect, frame in
      guard let index = market.roles.firstIndex(where: { $0.id == record }) else { return }
      let role = market.roles[index]
      let isMine = person.map { market.pick(of: role.id, by: $0.id) != nil } ?? false
      frame.put(isMine ? "✓" : "", at: rect.origin, style: Style(.good, bold: true))
      frame.putRight(
        String(index + 1), endingAt: Point(column: rect.column + 3, row: rect.row),
        style: Style(.quiet))
      frame.put(
        letter(of: role.side, view), at: Point(column: rect.column + 4, row: rect.row),
        style: Style(ink(of: role.side), bold: true))
      frame.put(
        role.name, at: Point(column: rect.column + 6, row: rect.row),
        style: Style(.normal, bold: isSelected, reverse: isSelected), columns: nameColumns)
      let tally = tallies[index]
      frame.put(
        tally.fitting(tallyColumns),
        at: Point(column: rect.maxColumn - tallyColumns, row: rect.row),
        style: Style(tally.isEmpty ? .warning : .normal, bold: tally.isEmpty),
        columns: tallyColumns)
    }
    guard market.roles.isEmpty else { return }
    let text = TextLayout.wrap(
      view.content.word("role-market.empty"), columns: max(1, area.columns - 2))
    for (row, line) in text.prefix(area.rows).enumerated() {
      let cut = row == area.rows - 1 && text.count > area.rows ? "…" : ""
      frame.put(
        line + cut, at: Point(column: area.column + 2, row: area.row + row), style: Style(.quiet),
        columns: area.columns - 2)
    }
  }

  /// What was taken of a card, in forms from wide to narrow.
  private struct Tally {
    let forms: [String]
    let isEmpty: Bool

    var full: String { forms.first ?? "" }

    func fitting(_ columns: Int) -> String {
      forms.first { TextWidth.columns(of: $0) <= columns } ?? forms.last ?? ""
    }
  }

  private func tally(of role: WorkshopRole, _ market: RoleMarket, _ view: StageView) -> Tally {
    let picks = market.picks(of: role.id)
    let left = market.left(of: role)
    guard !picks.isEmpty else {
      let nobody = view.content.word("role-market.nobody")
      let cards = String(repeating: "□", count: min(9, left ?? 0))
      return Tally(forms: [cards.isEmpty ? nobody : "\(cards) \(nobody)", nobody], isEmpty: true)
    }
    let letters = picks.map { letter(of: $0.municipality, view) }.sorted { $0.precedesByBytes($1) }
    var counts: [(String, Int)] = []
    for letter in letters {
      if counts.last?.0 == letter {
        counts[counts.count - 1].1 += 1
      } else {
        counts.append((letter, 1))
      }
    }
    let short = counts.map { $0.1 == 1 ? $0.0 : "\($0.0)\($0.1)" }.joined(separator: " ")
    let taken = String(repeating: "■", count: picks.count)
    let free = String(repeating: "□", count: min(9, left ?? 0))
    let out = left == 0 ? " " + view.content.word("role-market.out") : ""
    let number = "■\(picks.count)" + (left.map { $0 > 0 ? "□\($0)" : "" } ?? "") + out
    return Tally(
      forms: [
        "\(taken)\(free)\(out) \(letters.joined(separator: " "))", "\(taken)\(free)\(out) \(short)",
        "\(number) \(short)", number,
      ], isEmpty: false)
  }

  // MARK: Who chooses

  /// How many have chosen, and whom nobody can count.
  private func progress(_ market: RoleMarket, _ view: StageView) -> String {
    let all = market.people.count
    var parts: [String] = []
    if all > 0 {
      parts.append(
        view.content.word(
          "role-market.chosen", ["count": String(all - market.waiting.count), "all": String(all)]))
    } else if market.groups.isEmpty {
      parts.append(view.content.word("role-market.nobody-here"))
    }
    if !market.groups.isEmpty {
      parts.append(view.content.word("role-market.uncounted", count: market.groups.count))
    }
    return parts.joined(separator: " · ")
  }

  /// Whose turn it is, or how somebody gets it.
  private func turn(_ market: RoleMarket, _ view: StageView) -> String {
    guard let person = person(view.screen) else {
      return view.content.word("role-market.call-somebody")
    }
    let count = market.picks(by: person.id).count
    return view.content.word(
      "role-market.chooses", ["who": person.called(in: view.screen.workshop)])
      + (count == 0 ? "" : " (\(count))")
  }

  private func drawHead(
    _ market: RoleMarket, _ view: StageView, in rect: Rect, _ frame: inout Frame
  ) {
    guard rect.rows > 0 else { return }
    frame.put(
      turn(market, view), at: rect.origin, style: Style(.normal, bold: true), columns: rect.columns)
    guard rect.rows > 1 else { return }
    let progress = progress(market, view)
    let forms = [names(market, view), letters(market, view)].map { "\(progress) · \($0)" }
    let text = forms.first { TextWidth.columns(of: $0) <= rect.columns } ?? forms.last ?? progress
    frame.put(
      text, at: Point(column: rect.column, row: rect.row + 1), style: Style(.accent),
      columns: rect.columns)
  }

  private func names(_ market: RoleMarket, _ view: StageView) -> String {
    view.screen.workshop.municipalities.map {
      "\(letter(of: $0.document, view)) \($0.name) \(market.count(of: $0.document))"
    }.joined(separator: " · ")
  }

  private func letters(_ market: RoleMarket, _ view: StageView) -> String {
    view.screen.workshop.municipalities.map {
      "\(letter(of: $0.document, view))\(market.count(of: $0.document))"
    }.joined(separator: " ")
  }

  private func drawPanel(
    _ market: RoleMarket, _ view: StageView, in rect: Rect, _ frame: inout Frame
  ) {
    frame.verticalLine(
      at: Point(column: rect.column - 2, row: rect.row), rows: rect.rows, style: Style(.quiet))
    let below = tallies(market, view, columns: rect.columns)
    let belowRows = min(below.count, max(0, rect.rows - 4))
    let above = turnLines(market, view, columns: rect.columns)
    let room = rect.rows - belowRows - 1
    for (row, line) in above.prefix(room).enumerated() {
      let isCut = row == room - 1 && above.count > room
      frame.put(
        isCut ? "…" : line.text, at: Point(column: rect.column, row: rect.row + row),
        style: line.style, columns: rect.columns)
    }
    for (row, line) in below.prefix(belowRows).enumerated() {
      let isCut = row == belowRows - 1 && below.count > belowRows
      frame.put(
        isCut ? "…" : line.text, at: Point(column: rect.column, row: rect.maxRow - belowRows + row),
        style: line.style, columns: rect.columns)
    }
  }

  private struct Line {
    var text: String
    var style = Style.plain
  }

  /// The person who chooses, what they took, and whether they told about whom and why.
  private func turnLines(_ market: RoleMarket, _ view: StageView, columns: Int) -> [Line] {
    var lines = TextLayout.wrap(turn(market, view), columns: columns).map {
      Line(text: $0, style: Style(.normal, bold: true))
    }
    guard let person = person(view.screen) else { return lines }
    let picks = market.picks(by: person.id)
    if picks.isEmpty {
      lines.append(
        Line(text: view.content.word("role-market.nothing-yet"), style: Style(.quiet)))
    }
    for (index, pick) in picks.enumerated() {
      let role = market.roles.first { $0.id == pick.role }
      let name = role?.name ?? view.content.word("role-market.role-gone")
      lines.append(
        Line(text: "\(index + 1) \(letter(of: role?.side, view)) \(name)"))
      lines.append(Line(text: "    " + told(pick, view), style: Style(.quiet)))
    }
    return lines
  }

  /// Whether about whom and why were told; the words themselves stay off the wall.
  func told(_ pick: RolePick, _ view: StageView) -> String {
    let about = view.content.word("key.o") + (pick.about == nil ? " –" : " ✓")
    let why = view.content.word("key.w") + (pick.why == nil ? " –" : " ✓")
    return about + " · " + why
  }

  private func tallies(_ market: RoleMarket, _ view: StageView, columns: Int) -> [Line] {
    var lines: [Line] = []
    let sides = Side.allCases.map { "\(letter(of: $0, view)) \(market.count(of: $0))" }
    lines.append(
      Line(
        text: sides.joined(separator: " · ") + " " + view.content.word("role-market.cards"),
        style: Style(.normal, bold: true)))
    lines += view.screen.workshop.municipalities.map {
      Line(text: "\(letter(of: $0.document, view)) \($0.name) \(market.count(of: $0.document))")
    }
    guard !market.waiting.isEmpty else { return lines }
    // Each name takes three columns at least with what is between them, and three lines are shown.
    let names = market.waiting.prefix(columns + 1)
      .map { $0.told(in: view.screen.workshop) }.joined(separator: ", ")
    let text = view.content.word("role-market.waiting", ["names": names])
    let wrapped = TextLayout.wrap(text, columns: columns, limit: 3)
    lines += wrapped.lines.enumerated().map { index, line in
      let isCut = wrapped.more && index == wrapped.lines.count - 1
      return Line(
        text: isCut ? TextLayout.truncate(line + " …", columns: columns) : line,
        style: Style(.accent))
    }
    return lines
  }

  // MARK: Letters

  /// The letter of a side; a dash for a role of which it was not recorded.
  func letter(of side: Side?, _ view: StageView) -> String {
    side.map { view.content.word("\($0.rawValue).letter") } ?? "–"
  }

  func ink(of side: Side?) -> Ink {
    switch side {
    case .formal: .formal
    case .informal: .informal
    case nil: .quiet
    }
  }

  /// The letter of a municipality in the order they were added: A, B … Z, AA.
  func letter(of municipality: DocumentName?, _ view: StageView) -> String {
    let all = view.screen.workshop.municipalities
    guard let municipality, let index = all.firstIndex(where: { $0.document == municipality })
    else { return "–" }
    let letter = { (number: Int) in String(UnicodeScalar(UInt8(65 + number % 26))) }
    return index < 26 ? letter(index) : letter(index / 26 - 1) + letter(index)
  }
}
