import WorkshopCore

/// A report as Markdown for researchers: findings first, each with the numbers of its notes, and the
/// register of notes last.
struct MarkdownReport {
  let report: Report
  let words: ReportWords
  private let notes: [String: (number: Int, note: Report.TracedNote)]
  private var lines: [String] = []
  private var isInList = false

  init(_ report: Report, words: ReportWords) {
    self.report = report
    self.words = words
    notes = Dictionary(
      report.notes.enumerated().map { ($1.id, ($0 + 1, $1)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The whole report, ending in a line break.
  var text: String {
    var copy = self
    copy.writeMethod()
    copy.writeParticipants()
    copy.writeProgrammes()
    copy.writeStrengths()
    copy.writeRoles()
    copy.writeRoleMarket()
    copy.writeTree()
    copy.writeFramework()
    copy.writeScores()
    copy.writeVisions()
    copy.writeConsultations()
    copy.writePlans()
    copy.writeClosing()
    copy.writeMunicipalities()
    copy.writeRegister()
    return copy.lines.joined(separator: "\n") + "\n"
  }

  // MARK: Lines

  mutating func heading(_ level: Int, _ text: String) {
    paragraph(String(repeating: "#", count: level) + " " + text)
  }

  mutating func paragraph(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines.append(text)
    isInList = false
  }

  /// An item of a list, indented by its level from 0.
  mutating func item(_ text: String, level: Int = 0) {
    if !isInList { lines.append("") }
    lines.append(String(repeating: "  ", count: level) + "- " + text)
    isInList = true
  }

  mutating func nothing() { paragraph(words.word("report.nothing")) }

  // MARK: Pieces

  /// The parts that are there, with dots between them.
  func joined(_ parts: [String?]) -> String { parts.compactMap { $0 }.joined(separator: " · ") }

  /// Links to notes that are in the register, by their numbers; `nil` if none is.
  func links(_ ids: [String]) -> String? {
    let links = ids.compactMap { id in notes[id].map { "[\($0.number)](#note-\(id))" } }
    return links.isEmpty ? nil : links.joined(separator: ", ")
  }

  /// A note's text, between quotation marks only where it is literal, and the link to the note.
  func statement(_ id: String, _ text: String, level: Int) -> String {
    [quoted(id, text, level: level), links([id])].compactMap { $0 }.joined(separator: " ")
  }

  func quoted(_ id: String, _ text: String, level: Int) -> String {
    let text = MarkdownText.lines(text, indent: String(repeating: "  ", count: level + 1))
    if text.isEmpty { return words.word("report.no-text") }
    guard notes[id]?.note.verbatim == true else { return text }
    return words.word("report.quote", ["text": text])
  }

  func counted(_ title: String, _ count: Int) -> String { "\(title) (\(count))" }

  var notRecorded: String { words.word("not-recorded") }

  /// The number of a note in the register.
  func number(of id: String) -> Int { notes[id]?.number ?? 0 }
}
