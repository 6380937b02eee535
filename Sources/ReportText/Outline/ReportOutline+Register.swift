import WorkshopCore

// Where it all comes from: notes by municipality and activity, and the register of notes.

extension ReportOutline {
  mutating func writeMunicipalities() {
    heading(2, "report.by-municipality")
    if report.municipalities.isEmpty { nothing() }
    for file in report.municipalities {
      heading(of: file.municipality)
      for activity in file.activities {
        heading(
          4, activity.activity?.rawValue ?? "-",
          [
            .plain(
              "\(phrases.capital(naming.activity(activity.activity))) (\(activity.notes.count))")
          ])
        for note in activity.notes.compactMap(phrases.note) {
          item(phrases.statement(of: note), id: note.id)
        }
      }
    }
  }

  /// What the report was made of, and how to cite it.
  mutating func writeOrigin() {
    let lines = words.origin(of: report)
    guard !lines.isEmpty else { return }
    heading(2, "report.origin")
    for line in lines { item([.plain(words.heading(line.key) + ": "), .said(line.text)]) }
  }

  mutating func writeRegister() {
    heading(2, "report.register")
    if report.notes.isEmpty { nothing() }
    gaps.addRegister(of: report, words)
    for note in report.notes {
      entry(note, phrases.text(of: note))
      item(phrases.whereabouts(of: note), level: 1)
      item(phrases.provenance(of: note), level: 1)
    }
  }
}
