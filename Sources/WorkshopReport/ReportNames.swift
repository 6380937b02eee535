import ReportText
import WorkshopCore

/// The names of what a report tells by ids, as plain text in its language.
struct ReportNames {
  private let words: ReportWords
  private let naming: ReportNaming

  init(_ report: Report, words: ReportWords) {
    self.words = words
    naming = ReportNaming(report, words: words)
  }

  /// The name of a municipality, or its id where no workshop names it.
  func municipality(_ id: String) -> String { text(naming.municipality(id)) }

  /// The name of a municipality, or what stands for the sheets of other groups.
  func sheets(of municipality: String?) -> String { text(naming.sheets(of: municipality)) }

  /// The title of a workshop; where there are several they are numbered, for titles may be alike.
  func workshop(_ index: Int) -> String { text(naming.workshop(index)) }

  /// The name of a group.
  func group(_ id: String?) -> String { text(naming.group(id)) }

  /// The letter of a side.
  func letter(of side: Side?) -> String { side.map { words.word("\($0.rawValue).letter") } ?? "?" }

  /// The people of a side.
  func people(of side: Side?) -> String {
    side.map { words.word("\($0.rawValue).plural") } ?? words.word("side-unknown")
  }

  /// Where somebody stands, in a word.
  func standing(_ standing: Standing?) -> String { naming.standing(standing) }

  /// The name of an activity.
  func activity(_ activity: ActivityKind?) -> String { naming.activity(activity) }

  /// The name of a condition of the framework, or as it was written.
  func condition(_ id: String) -> String { text(naming.condition(id)) }

  /// The name of a role on the market, by the place of a note.
  func role(at place: String) -> String? { naming.role(place) }

  /// The name of a place within an activity, or the place as written.
  func place(_ text: String, in activity: ActivityKind?) -> String {
    self.text(naming.place(text, in: activity))
  }

  private func text(_ pieces: [ReportNaming.Piece]) -> String {
    pieces.map(\.text).joined()
  }
}
