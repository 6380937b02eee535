public import WorkshopCore

/// Everything that is said and asked in a workshop, in one language.
///
/// Structure comes from one file and words from the files of the language. All of it is embedded in
/// the program, so it is there without a network and without an installation.
public struct Content: Sendable {
  /// The language of all texts.
  public let language: Language
  /// The built-in programme of two days, in order.
  public let programme: [ProgrammeTemplate]
  /// The 10 formal and 17 informal roles of the report, in the order of its figures.
  public let roles: [SourceRole]
  /// The four dimensions of strength.
  public let dimensions: [DimensionText]
  /// Roots, apples and watering can.
  public let treeParts: [TreePartText]
  /// The two perspectives on cooperation.
  public let perspectives: [Perspective]
  /// The three starting points.
  public let startingPoints: [StartingPoint]
  /// The two figures of the framework.
  public let figures: [Figure]
  /// The conditions for cooperation, in six groups.
  public let conditionGroups: [ConditionGroup]
  /// The seven forms of cooperation.
  public let forms: [CooperationForm]
  /// The three points that make cooperation last.
  public let lastingPoints: [LastingPoint]
  /// The two models that guard the informal position.
  public let informalPositionModels: [InformalPositionModel]
  /// The two prejudices that the report names.
  public let prejudiceStatements: [PrejudiceStatement]

  let activities: [ActivityKind: ActivityText]
  let words: [String: String]

  /// The content in a language; it is parsed on first use and shared afterwards.
  ///
  /// - Throws: ``ContentError`` if the embedded files are wrong, which a test rules out.
  public static func load(_ language: Language) throws(ContentError) -> Content {
    switch language {
    case .dutch: try dutch.get()
    case .english: try english.get()
    }
  }

  /// The word on screen under a key; a missing key shows itself as `⟨key⟩`.
  public func word(_ key: String) -> String {
    words[key] ?? "⟨\(key)⟩"
  }

  /// The word under a key with values in place of its `{name}`s; values are inserted as they are.
  public func word(_ key: String, _ values: [String: String]) -> String {
    fill(word(key), with: values)
  }

  /// The word under `key.one` or `key.other`, with the count in place of `{count}`.
  public func word(
    _ key: String, count: Int, _ values: [String: String] = [:]
  ) -> String {
    var all = values
    all["count"] = String(count)
    return fill(word(count == 1 ? "\(key).one" : "\(key).other"), with: all)
  }

  /// The texts of a kind of activity.
  public func activity(_ kind: ActivityKind) -> ActivityText {
    // The builder refuses a structure that leaves out a kind, so the second text never shows.
    activities[kind]
      ?? ActivityText(
        kind: kind, name: kind.rawValue, shortName: kind.rawValue, now: "", phases: [], source: .own
      )
  }

  private static let dutch = parsed(.dutch)
  private static let english = parsed(.english)

  private static func parsed(_ language: Language) -> Result<Content, ContentError> {
    Result { () throws(ContentError) in
      var builder = try ContentBuilder(language)
      return try builder.content()
    }
  }
}
