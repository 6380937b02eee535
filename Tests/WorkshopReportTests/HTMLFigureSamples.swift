import WorkshopCore

@testable import WorkshopReport

/// Figures of a fictitious workshop, each also with more and longer texts than it has room for.
enum FigureSamples {
  static let long =
    "Samenwerkingsverbandoverstijgend gebiedsgericht opvoedondersteuningsprogramma van de buurt"

  static func directions(_ text: (String) -> String = { $0 }) -> DirectionsFigure {
    DirectionsFigure(
      title: "Richtingen", description: "Wie wie versterkt",
      informal: .init(letter: "I", name: text("informele werkers")),
      formal: .init(letter: "F", name: text("formele werkers")),
      rows: [
        .init(
          title: text("Gezin, ouder of kind"),
          informal: ["vertrouwenspersoon", "informele hulp", "luisterend oor"].map(text),
          formal: ["opvoedadvies (cursus, spreekuur)", "jeugdhulp: één gezin, één plan"].map(text),
          arrows: [
            .init(direction: .informalToFormal, label: text("1 gemeente"), names: text("Beekdorp")),
            .init(
              direction: .mutual, label: text("3 gemeenten"),
              names: text("Beekdorp, Duinstad, Vaartstad")),
          ]),
        .init(
          title: text("Gemeenschap"),
          informal: ["onderwerpen bespreekbaar maken", "onderlinge steun"].map(text),
          formal: ["civil society ondersteunen"].map(text), arrows: []),
      ], nothing: text("niet vastgelegd"))
  }

  static func tree(groups: Int, _ text: (String) -> String = { $0 }) -> TreeFigure {
    func part(_ name: String, _ count: Int) -> TreeFigure.Part {
      TreeFigure.Part(
        name: text(name), count: text("\(count)"),
        groups: (0..<count).map { TreeFigure.Group(key: "\($0 + 1)", count: $0 * $0 * 7 + 1) })
    }
    return TreeFigure(
      title: "De boom", description: "Wortels, appels en gieter",
      apples: part("Appels", groups), roots: part("Wortels", groups),
      can: part("Gieter", groups))
  }

  static func matrix(columns: Int, _ text: (String) -> String = { $0 }) -> MatrixFigure {
    func row(_ name: String, _ step: Int) -> MatrixFigure.Row {
      let counts = (0..<columns).map { step == 0 ? 0 : ($0 * 5 + step) % 4 * step }
      return .init(
        name: text(name), counts: counts, total: counts.reduce(0, +), nobody: text("niemand"))
    }
    return MatrixFigure(
      title: "Gekozen rollen", description: "Wie koos wat",
      columns: (0..<columns).map { String(UnicodeScalar(UInt8(65 + $0 % 26))) },
      total: text("samen"),
      groups: [
        .init(
          side: .formal, letter: "F", name: text("formele werkers"),
          rows: [row("Fixer", 1), row("Katalysator van de positieve beweging", 12), row("Gids", 0)]),
        .init(
          side: .informal, letter: "I", name: text("informele werkers"),
          rows: [row("Schepper van de veilige ruimte", 3), row("Tolk", 1000)]),
      ])
  }

  static func visits(_ text: (String) -> String = { $0 }) -> VisitsFigure {
    VisitsFigure(
      title: "Op consult", description: "Wie bij wie was", visitors: text("op bezoek"),
      hosts: text("ontving"), municipalities: ["Beekdorp", "Duinstad", "Vaartstad"].map(text),
      visits: [
        .init(from: 0, to: 1, number: 3), .init(from: 0, to: 2, number: 1),
        .init(from: 1, to: 0, number: nil), .init(from: 2, to: 1, number: 7),
      ])
  }

  static func medians(_ text: (String) -> String = { $0 }) -> MediansFigure {
    func bars(_ low: Double) -> [MediansFigure.Bar] {
      [
        .init(side: .formal, letter: "F", moment: .start, median: low + 0.5),
        .init(side: .formal, letter: "F", moment: .end, median: 5),
        .init(side: .informal, letter: "I", moment: .start, median: nil),
        .init(side: .informal, letter: "I", moment: .end, median: low),
      ]
    }
    return MediansFigure(
      title: "Voorwaarden", description: "Begin en eind", scale: 1...5, start: text("begin"),
      end: text("eind"),
      conditions: [
        .init(name: text("geld voor vrijwilligers"), bars: bars(1)),
        .init(name: text("urgentie: waarom voor hoe"), bars: bars(3)),
      ], tooFew: text("te weinig om te tonen"))
  }

  static func times(_ text: (String) -> String = { $0 }) -> TimesFigure {
    TimesFigure(
      title: "Dag 1", description: "Gepland en werkelijk", planned: text("gepland"),
      real: text("werkelijk"), unit: text("min"),
      items: [
        .init(title: text("Krachten en rollen"), planned: 90, real: 98),
        .init(title: text("Boom van samenwerking"), planned: 60, real: nil),
        .init(title: text("Wandeling"), planned: nil, real: 0),
      ])
  }

  /// All of them, once as they come and once with far too much in them.
  static let all: [Drawing] = {
    let hostile: (String) -> String = { "<script>\"\u{301} & \(long) \($0) \(long)" }
    return [
      directions().drawing, directions(hostile).drawing, tree(groups: 0).drawing,
      tree(groups: 3).drawing, tree(groups: 40, hostile).drawing, matrix(columns: 3).drawing,
      matrix(columns: 0).drawing, matrix(columns: 19, hostile).drawing, visits().drawing,
      visits(hostile).drawing, medians().drawing, medians(hostile).drawing, times().drawing,
      times(hostile).drawing,
    ]
  }()
}
