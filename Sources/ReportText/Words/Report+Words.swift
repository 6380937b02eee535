public import WorkshopCore

// What only words know of a report: the order of the source, and what the publication tells.

extension Report {
  /// The report with scores, forms and models in the order of the source, which only words know.
  public func inSourceOrder(of words: ReportWords) -> Report {
    var report = self
    report.scores = workshops.indices.flatMap { index in
      words.underHeadings(scores.filter { $0.workshop == index }, of: \.condition).flatMap(\.told)
    }
    report.forms = forms.map { forms in
      words.inOrder(forms.filter { !$0.isReading }, of: \.id)
        + words.inOrder(forms.filter(\.isReading), of: \.id)
    }
    report.plans = plans?.map { plan in
      var plan = plan
      plan.forms = words.inOrder(plan.forms, of: \.id)
      plan.readings = words.inOrder(plan.readings, of: \.id)
      plan.models = words.inOrder(plan.models, of: \.id)
      plan.considered = plan.considered.map { words.inOrder($0, of: \.id) }
      return plan
    }
    return report
  }

  /// The report with what the publication tells besides; only for everybody, and only of a workshop that was made from it.
  ///
  /// Conditions of which notes tell stand with those notes, and not here again.
  public func withPublication(of words: ReportWords) -> Report {
    guard edition == .public, workshops.contains(where: { $0.source != nil }) else { return self }
    let told = Set((conditions ?? []).compactMap(\.condition).map { Array($0.utf8) })
    let chapters = words.publication.map { chapter in
      PublicationChapter(
        title: chapter.title,
        sections: chapter.sections.filter { section in
          !section.ids.contains { told.contains(Array($0.utf8)) }
        })
    }.filter { !$0.sections.isEmpty }
    var report = self
    report.publication = chapters.isEmpty ? nil : chapters
    return report
  }
}
