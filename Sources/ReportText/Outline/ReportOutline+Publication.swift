import WorkshopCore

// What the publication tells that a workshop was made from, apart from what the workshop's notes tell.

extension ReportOutline {
  mutating func writePublication() {
    guard let chapters = report.publication else { return }
    heading(2, "publication")
    paragraph(words.word("publication.reading"))
    for (number, chapter) in chapters.enumerated() {
      heading(3, "chapter-\(number)", [.plain(chapter.title)])
      for (index, section) in chapter.sections.enumerated() {
        heading(4, "section-\(index)", [.plain(section.name)])
        paragraph(
          phrases.joined([[.plain(section.text)], phrases.cited(section.source)], by: " "))
        for point in section.points {
          item([.strong(point.term), .plain(": " + point.text)])
        }
      }
    }
  }
}
