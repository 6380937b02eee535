import ReportText
import TextScreen
import WorkshopContent
import WorkshopCore

/// The conditions as lists to talk through, a page for each group, with what may be told of the scores.
///
/// Source: *Voorwaarden voor het ontstaan van samenwerking*, ch. 2.
enum ConditionSlides {
  private static let prefix = "conditions-"

  static func all(_ screen: WorkshopScreen) -> [Slide] {
    screen.content.conditionGroups.map { group in slide(group, screen) }
  }

  /// The group of conditions that a page is about.
  static func group(of slide: Slide, _ content: Content) -> ConditionGroup? {
    content.conditionGroups.first { prefix + $0.id == slide.id }
  }

  /// The condition with the cursor.
  static func selected(on slide: Slide, _ stage: some SlideStage, _ screen: WorkshopScreen)
    -> Condition?
  {
    guard let group = group(of: slide, screen.content), !group.conditions.isEmpty else {
      return nil
    }
    return group.conditions[min(stage.selectedPoint(of: slide, screen), group.conditions.count - 1)]
  }

  /// The places of all conditions.
  static func places(_ content: Content) -> [String] {
    content.conditionGroups.flatMap { $0.conditions.map(\.id) }
  }

  /// The condition that a note is about.
  static func hold(of draft: NoteDraft, _ content: Content) -> String? {
    content.conditionGroups.flatMap(\.conditions).first { $0.id == draft.place }?.name
  }

  /// What was written down of a group's conditions in the shown item; scores are not among it.
  static func notes(on group: ConditionGroup, _ screen: WorkshopScreen) -> [Note] {
    guard let item = screen.item else { return [] }
    return group.conditions.flatMap { screen.workshop.notes.at($0.id, ofItem: item.key) }
  }

  private static func slide(_ group: ConditionGroup, _ screen: WorkshopScreen) -> Slide {
    let content = screen.content
    let id = prefix + group.id
    let selected = min(screen.focus.row(in: id), group.conditions.count - 1)
    let points = group.conditions.enumerated().map { index, condition in
      let name = [condition.label, condition.name].compactMap { $0 }.joined(separator: " ")
      let isHere = index == selected
      let lines = isHere ? scores(of: condition, screen) : []
      return SlidePoint { columns in
        var paragraphs = [SlidePoint.Paragraph(name, Style(.normal, bold: isHere))]
        if isHere {
          paragraphs.append(.init(condition.text, indent: 2))
          paragraphs += lines
        }
        return paragraphs.flatMap { SlidePoint($0).lines(columns) }
      }
    }
    let about = group.isScored ? nil : content.word("scores.not-scored")
    return Slide(
      id: id, title: group.name,
      header: { columns in
        let text = [group.text, about].compactMap { $0 }.joined(separator: " ")
        let lines = TextLayout.wrap(text, columns: max(8, columns))
        // What introduces a list must not push it off a low screen.
        guard lines.count <= 2 || columns >= 60 else {
          return [SlideLine([.init(TextLayout.truncate(text, columns: columns), Style(.quiet))])]
        }
        return lines.map { SlideLine([.init($0, Style(.quiet))]) }
      }, points: points)
  }

  /// What may be told of scores given in confidence, by moment and side; nothing where nobody gave any.
  private static func scores(of condition: Condition, _ screen: WorkshopScreen)
    -> [SlidePoint.Paragraph]
  {
    let content = screen.content
    return Moment.allCases.flatMap { moment in
      Side.allCases.compactMap { side -> SlidePoint.Paragraph? in
        let scores = screen.workshop.scores(of: condition.id, at: moment, side: side)
        guard !scores.isEmpty else { return nil }
        let values = [
          "moment": content.word("moment.\(moment.rawValue)"),
          "side": content.word("\(side.rawValue).plural"),
          "scores": content.reportWords.text(of: scores),
        ]
        return SlidePoint.Paragraph(
          content.word("report.scores.line", values),
          Style(side == .formal ? .formal : .informal), indent: 2)
      }
    }
  }
}
