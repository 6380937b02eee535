public import WorkshopCore

extension ReportWords {
  /// What a report was made of and by which program, a line each, and how to cite the edition for everybody.
  public func origin(of report: Report) -> [(key: String, text: String)] {
    guard let origin = report.origin else { return [] }
    let day = origin.latestChange.flatMap { dates([$0]) }
    let naming = ReportNaming(report, words: self)
    let titles = report.workshops.indices.map { naming.workshop($0).text }.joined(separator: "; ")
    let cited = [
      titles, heading("report.edition.public"), day, origin.program,
      "SHA-256 \(origin.sha256)",
    ].compactMap { $0 }.joined(separator: ". ")
    return [
      day.map { ("report.origin.latest", $0) }, ("report.origin.hash", origin.sha256),
      ("report.origin.program", origin.program),
      report.edition == .public ? ("report.origin.cite", cited + ".") : nil,
    ].compactMap { $0 }
  }
}
