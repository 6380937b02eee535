public import ReportText
public import WorkshopCore

/// The role cards of day one as HTML to print: a role a page, with blanks to fill in, and an empty
/// card for each side.
public struct CardsPaper: Sendable {
  /// The title of the workshop.
  public var title: String
  /// The language as a BCP 47 tag.
  public var language: String
  /// The roles, in the order of printing.
  public var roles: [WorkshopRole]
  /// How many cards of each role.
  public var copies: Int

  /// Describes cards.
  public init(title: String, language: String, roles: [WorkshopRole], copies: Int) {
    self.title = title
    self.language = language
    self.roles = roles
    self.copies = copies
  }

  /// The cards as one HTML file.
  ///
  /// - Throws: What the template engine throws, which the built-in template gives it no reason to.
  public func html(words: ReportWords) throws -> String {
    var cards: [[String: Any]] = []
    for side in Side.allCases {
      for role in roles where role.side == side {
        cards += Array(repeating: card(role, side, words), count: max(1, copies))
      }
      cards.append(card(nil, side, words))
    }
    for role in roles where role.side == nil {
      cards += Array(repeating: card(role, nil, words), count: max(1, copies))
    }
    let values: [String: Any] = [
      "lang": language, "title": title, "kind": words.heading("paper.cards"), "cards": cards,
      "who": words.heading("participant"), "aboutWhom": words.heading("about-whom"),
      "why": words.heading("why"),
    ]
    return try Templates.html(.cards, values)
  }

  private func card(_ role: WorkshopRole?, _ side: Side?, _ words: ReportWords) -> [String: Any] {
    let origin = role.map { words.word($0.sourceRole == nil ? "role.made-here" : "role.source") }
    return [
      "side": side?.rawValue ?? "neither",
      "sideName": side.map { words.word("\($0.rawValue).adjective") } ?? words.word("side-unknown"),
      "hasLetter": side != nil, "letter": side.map { words.word("\($0.rawValue).letter") } ?? "",
      "name": role?.name ?? "", "isBlank": role == nil, "isFilled": role != nil,
      "description": role?.description ?? "", "hasDescription": role?.description != nil,
      "relation": role?.relation.map {
        words.word("relation") + ": " + words.word("relation.\($0.rawValue)")
      } ?? "",
      "origin": origin ?? "",
    ]
  }
}
