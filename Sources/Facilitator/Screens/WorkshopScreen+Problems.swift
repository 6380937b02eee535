import TextScreen
import WorkshopContent
import WorkshopCore

/// Something that is wrong with a file of the workshop, with what to do about it.
public struct FileProblem: Hashable, Sendable {
  /// The file's name in its folder.
  public let file: String
  /// What is so and what to do, in the language of the room.
  public let words: String
  /// Whether it is of this workshop and can be taken in with a key.
  public let isKin: Bool

  /// The file's name with its middle left out where it is long, so that what to do stays on the last row.
  var shortName: String { TextLayout.shorten(file, columns: FileProblem.nameColumns) }

  /// The columns that a name has on the last row.
  static let nameColumns = 28

  /// Describes a problem.
  public init(file: String, words: String, isKin: Bool = false) {
    self.file = file
    self.words = words
    self.isKin = isKin
  }
}

extension WorkshopScreen {
  /// Shows what is wrong with the files, as far as anything is.
  mutating func showProblems() {
    let mirrored = mirror?.explanations(content) ?? []
    guard !problems.isEmpty || failure != nil || !mirrored.isEmpty || !beside.isEmpty else {
      if let day = passedRetention { return overlay = .pager(retentionPage(day)) }
      let last = mirror?.lastWords(content) ?? ""
      return say(content.word("problems.none") + (last.isEmpty ? "" : " · " + last))
    }
    var paragraphs = [
      Pager.Paragraph(text: content.word("problems.intro")), Pager.Paragraph(text: ""),
    ]
    let kept = passedRetention.map(retentionWords)
    for words in [failure?.words].compactMap(\.self) + mirrored + problems.map(\.words)
      + [besideWords, kept].compactMap(\.self)
    {
      paragraphs.append(Pager.Paragraph(text: "· " + words, hanging: 2))
      paragraphs.append(Pager.Paragraph(text: ""))
    }
    // A copy that is not taken in is no damage.
    let isHarmless =
      failure == nil && mirrored.isEmpty && beside.isEmpty && problems.allSatisfy(\.isKin)
    let title = isHarmless && !problems.isEmpty ? "problems.title.kin" : "problems.title"
    var pager = Pager(title: content.word(title), paragraphs: paragraphs)
    pager.kin = problems.filter(\.isKin).map(\.file)
    overlay = .pager(pager)
  }

  /// Says that the workshop was to be kept no longer, if that is so.
  mutating func sayRetention() {
    guard let day = passedRetention else { return }
    say(content.word("retention.passed", ["date": day.text]), as: .warning)
  }

  private func retentionWords(_ day: RetentionDate) -> String {
    content.word("retention.explained", ["date": day.text, "name": name])
  }

  private func retentionPage(_ day: RetentionDate) -> Pager {
    Pager(
      title: content.word("retention.title"),
      paragraphs: [Pager.Paragraph(text: retentionWords(day))])
  }

  /// Takes in that a file cannot be read, in a few words on the last row.
  mutating func take(_ problem: FileProblem, saying key: String) {
    problems.removeAll { $0.file == problem.file }
    problems.append(problem)
    say(content.word(key, ["file": problem.shortName]), as: .warning)
  }
}
