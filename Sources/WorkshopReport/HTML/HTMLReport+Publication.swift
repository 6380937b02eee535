import ReportText
import WorkshopCore

// What the publication tells that a workshop was made from, apart from what the workshop's notes tell.

extension HTMLReport {
  func publication() -> [Block] {
    var blocks: [Block] = [.paragraph(.text(words.word("publication.reading")))]
    for chapter in report.publication ?? [] {
      blocks.append(.heading(level: 3, .text(chapter.title)))
      for section in chapter.sections {
        blocks.append(.heading(level: 4, .text(section.name)))
        blocks.append(.paragraph(.text(section.text)))
        blocks.append(
          .list(
            section.points.map { point in
              Block.Statement(
                text: .element("strong", [:], .text(point.term)) + .text(": \(point.text)"))
            }))
        blocks.append(.remark(told(phrases.cited(section.source))))
      }
    }
    return blocks
  }
}
