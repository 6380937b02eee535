extension Report {
  /// For whom a report is made, which decides what it may show of people.
  ///
  /// No edition has notes off the record, and none is anonymous: where few people share a
  /// municipality and a side, a statement can be led back to one of them, see ``Protection``.
  ///
  /// What each participant agreed to decides, and what was not answered counts as no:
  /// - `quote`: literal words appear, between quotation marks.
  /// - `photograph`: a photograph of what they drew is named.
  /// - `function`: their function, organisation and municipality appear beside their side.
  /// - `archive` decides nothing here: it asks whether words may be kept for research *after* the
  ///   report. The report is what the workshop itself gives back, so it tells the statements of those
  ///   who said no; an export that is made to be kept has to leave them out.
  public enum Edition: Hashable, Sendable {
    /// For the people of one municipality, to take home and check: what they said, with their own
    /// names and words, and the roles that came from it. Names of others are not told.
    case team(DocumentName)
    /// For everybody: no names; the side of people, and more of them only as far as they agreed to it
    /// or as a publication has printed it.
    case `public`

    /// The municipality it is made for; `nil` for the edition for everybody.
    public var municipality: DocumentName? {
      if case .team(let municipality) = self { municipality } else { nil }
    }
  }

  /// Something that was recorded and that an edition leaves out.
  public enum Withheld: String, CaseIterable, Codable, Sendable {
    /// The literal words of somebody who did not agree to be quoted.
    case quotation
    /// The names of participants within a text; `[…]` stands for each.
    case name
    /// The municipality of the person whose words they are.
    case municipality
    /// On which side one person stands, where that leads to their municipality.
    case side
    /// The function of a participant or of a respondent.
    case function
    /// Whoever was to do an action and is on no list of participants.
    case who
    /// Whom a role is about, and why it was taken.
    case reasons
    /// Photographs of which somebody did not agree to be on, or to have drawn what is on them.
    case photograph
    /// When something was said or a role was taken whose municipality is left out.
    case time
  }
}

extension Report.Edition: Codable {
  private enum Kind: String, Codable { case team, `public` }

  private enum Member: String, CodingKey { case kind, municipality }

  /// Reads an edition from an object with its `kind` and, for a team, its `municipality`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Member.self)
    switch try container.decode(Kind.self, forKey: .kind) {
    case .public: self = .public
    case .team:
      let text = try container.decode(String.self, forKey: .municipality)
      guard let municipality = DocumentName(text) else {
        throw DecodingError.dataCorruptedError(
          forKey: .municipality, in: container, debugDescription: "not the id of a municipality")
      }
      self = .team(municipality)
    }
  }

  /// Writes the edition as an object with its `kind` and, for a team, its `municipality`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Member.self)
    switch self {
    case .public: try container.encode(Kind.public, forKey: .kind)
    case .team(let municipality):
      try container.encode(Kind.team, forKey: .kind)
      try container.encode(municipality.text, forKey: .municipality)
    }
  }
}
