public import ReportText

/// The facilitator's script of a workshop as HTML to print: the programme with goals, steps, words
/// for the room and space for notes.
public struct ScriptPaper: Sendable {
  /// The title of the workshop.
  public var title: String
  /// The language as a BCP 47 tag.
  public var language: String
  /// Place and dates as one line; empty where they were not recorded.
  public var place: String
  /// The items, in order.
  public var items: [Item]

  /// An item of the programme.
  public struct Item: Sendable {
    /// The day, from 1.
    public var day: Int
    /// The start as `09:30`; empty if none is planned.
    public var start: String
    /// The length in minutes; `nil` if none is planned.
    public var minutes: Int?
    /// The title.
    public var title: String
    /// What researchers want from it.
    public var researchGoal = ""
    /// What participants want from it.
    public var developmentGoal = ""
    /// The steps, each with its minutes, its name and how to lead it.
    public var phases: [(minutes: Int, name: String, instruction: String)] = []
    /// Lines for the facilitator.
    public var script: [String] = []
    /// Questions to the room.
    public var prompts: [String] = []

    /// Describes an item of which only the time and the title are known.
    public init(day: Int, start: String, minutes: Int?, title: String) {
      self.day = day
      self.start = start
      self.minutes = minutes
      self.title = title
    }
  }

  /// Describes a script.
  public init(title: String, language: String, place: String, items: [Item]) {
    self.title = title
    self.language = language
    self.place = place
    self.items = items
  }

  /// The script as one HTML file.
  ///
  /// - Throws: What the template engine throws, which the built-in template gives it no reason to.
  public func html(words: ReportWords) throws -> String {
    let days = Set(items.map(\.day)).sorted().map { day -> [String: Any] in
      [
        "heading": words.heading("day", ["number": String(day)]),
        "items": items.filter { $0.day == day }.map { self.values($0, words) },
      ]
    }
    let filled: [String: Any] = [
      "lang": language, "title": title, "place": place, "hasPlace": !place.isEmpty,
      "kind": words.heading("script"), "days": days,
      "researchGoal": words.heading("goal.research"),
      "developmentGoal": words.heading("goal.development"),
      "phases": words.heading("paper.steps"), "script": words.heading("paper.lead"),
      "prompts": words.heading("prompts"), "private": words.word("paper.private"),
    ]
    return try Templates.html(.script, filled)
  }

  private func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }

  private func values(_ item: Item, _ words: ReportWords) -> [String: Any] {
    [
      "start": item.start, "hasStart": !item.start.isEmpty, "hasMinutes": item.minutes != nil,
      "minutes": item.minutes.map { "\($0) \(words.word("minutes"))" } ?? "",
      "title": item.title, "hasResearch": !item.researchGoal.isEmpty,
      "researchLines": lines(item.researchGoal), "hasDevelopment": !item.developmentGoal.isEmpty,
      "developmentLines": lines(item.developmentGoal),
      "hasPhases": !item.phases.isEmpty,
      "steps": item.phases.map { phase -> [String: Any] in
        [
          "minutes": "\(phase.minutes) \(words.word("minutes"))", "name": phase.name,
          "instruction": phase.instruction,
        ]
      },
      "hasScript": !item.script.isEmpty, "lines": item.script,
      "hasPrompts": !item.prompts.isEmpty, "questions": item.prompts,
    ]
  }
}
