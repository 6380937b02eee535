import ReportText
import WorkshopCore

// Who took which role, without names unless the report is for their own team.

extension HTMLReport {
  mutating func roleMarket() -> [Block] {
    guard let market = report.roleMarket else { return [] }
    let places = marketPlaces(market)
    var blocks: [Block] = [.paragraph(.text(words.word("page.market.reading")))]
    let figure = MatrixFigure(
      title: words.word("figure.market"), description: words.word("figure.market.description"),
      columns: places.indices.map { Self.key(of: $0) }
        + (hasOthers(market) ? [Self.keyOfOthers] : []),
      total: words.word("report.total"),
      groups: groups(market, places))
    blocks.append(
      .figure(
        Block.Figure(
          id: "market", drawing: figure.drawing, table: table(market, places))))
    let taken = market.filter { $0.count > 0 }
    var items: [Block.Statement] = []
    for role in taken { items.append(item(role)) }
    blocks += under("page.market.picks", items.isEmpty ? [] : [.list(items)])
    return blocks
  }

  /// The municipalities in the order of the participants, then those that nobody is listed for.
  private func marketPlaces(_ market: [Report.RolePicks]) -> [String] {
    let counted = market.flatMap(\.municipalities).compactMap(\.municipality)
    var places = report.participants.compactMap(\.municipality).filter { place in
      counted.contains { $0.hasSameBytes(as: place) }
    }
    for place in counted where !places.contains(where: { $0.hasSameBytes(as: place) }) {
      places.append(place)
    }
    return places
  }

  /// The letter of a municipality: A to Z, then A1 and on.
  private static func key(of index: Int) -> String {
    let letter = Character(Unicode.Scalar(UInt8(65 + index % 26)))
    return index < 26 ? String(letter) : "\(letter)\(index / 26)"
  }

  private func count(_ role: Report.RolePicks, at place: String?) -> Int {
    role.municipalities.first {
      if $0.isMerged { return false }
      return switch ($0.municipality, place) {
      case (let own?, let place?): own.hasSameBytes(as: place)
      case (nil, nil): true
      default: false
      }
    }?.count ?? 0
  }

  /// The sign of all who are of none of the municipalities.
  private static let keyOfOthers = "+"

  private func hasOthers(_ market: [Report.RolePicks]) -> Bool {
    market.contains { others($0) > 0 }
  }

  /// The picks of none of the municipalities that are told.
  private func others(_ role: Report.RolePicks) -> Int {
    role.count
      - role.municipalities.reduce(0) { $0 + ($1.municipality == nil ? 0 : $1.count) }
  }

  private func groups(_ market: [Report.RolePicks], _ places: [String]) -> [MatrixFigure.Group] {
    let sides: [Side?] = [.formal, .informal, nil]
    return sides.compactMap { side in
      let roles = market.filter { $0.side == side }
      guard !roles.isEmpty else { return nil }
      return MatrixFigure.Group(
        side: side, letter: naming.letter(of: side), name: naming.people(of: side),
        rows: roles.map { role in
          MatrixFigure.Row(
            name: role.name ?? words.word("role-market.role-gone"),
            counts: places.map { count(role, at: $0) } + (hasOthers(market) ? [others(role)] : []),
            total: role.count,
            nobody: words.word("role-market.nobody"))
        })
    }
  }

  /// The same numbers, with the key of each municipality and what is of none.
  private func table(_ market: [Report.RolePicks], _ places: [String]) -> Table {
    let hasOthers = hasOthers(market)
    var columns = [Table.Column(words.heading("role"))]
    columns += places.enumerated().map { index, place in
      Table.Column(
        .text("\(Self.key(of: index)) · ") + told(naming.municipality(place)), isNumeric: true)
    }
    if hasOthers {
      let key = report.edition == .public ? "report.others" : "report.no-municipality"
      columns.append(
        Table.Column("\(Self.keyOfOthers) · \(words.word(key))", isNumeric: true))
    }
    columns.append(Table.Column(words.heading("report.total"), isNumeric: true))
    let rows = market.map { role in
      let letter = role.side.map { badge($0) + .text(" ") } ?? .empty
      let counts =
        places.map { count(role, at: $0) } + (hasOthers ? [others(role)] : [])
        + [role.count]
      return Table.Row(
        heading: letter + said(role.name ?? words.word("role-market.role-gone")),
        cells: counts.map { .text(String($0)) })
    }
    return Table(
      caption: words.word("page.market.caption"), columns: columns, rows: rows)
  }

  /// A role with who took it by where they stand, and what they said where it may be told.
  private mutating func item(_ role: Report.RolePicks) -> Block.Statement {
    let letter = role.side.map { badge($0) + .text(" ") } ?? .empty
    var item = Block.Statement(
      text: letter + markup(phrases.joined([phrases.name(of: role), phrases.taken(role)])),
      detail: told(phrases.takers(of: role)))
    item.below = role.picks.compactMap { pick in
      phrases.pick(pick).map { Block.Statement(text: markup($0)) }
    }
    return item
  }
}
