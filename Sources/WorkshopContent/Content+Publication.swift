public import WorkshopCore

extension Content {
  /// What the publication tells of conditions, forms of cooperation and making it last, in its order.
  public var publication: [Report.PublicationChapter] {
    [
      Report.PublicationChapter(
        title: word("publication.conditions"), sections: conditionGroups.map(section)),
      Report.PublicationChapter(title: word("publication.forms"), sections: forms.map(section)),
      Report.PublicationChapter(
        title: word("publication.lasting"), sections: lastingPoints.map(section)),
    ]
  }

  private func section(_ group: ConditionGroup) -> Report.PublicationSection {
    Report.PublicationSection(
      name: group.name, text: group.text, source: citation(of: group.source),
      points: group.conditions.map { condition in
        Report.PublicationPoint(
          term: [condition.label, condition.name].compactMap(\.self).joined(separator: " · "),
          text: condition.text)
      }, ids: group.conditions.map(\.id))
  }

  private func section(_ form: CooperationForm) -> Report.PublicationSection {
    func points(_ key: String, _ points: [FormPoint]) -> [Report.PublicationPoint] {
      points.map { point in
        // What stands in the running text only is no line of a box.
        let term = point.isProse ? word("publication.in-text", ["what": word(key)]) : word(key)
        return Report.PublicationPoint(term: term, text: point.text)
      }
    }
    return Report.PublicationSection(
      name: form.name, text: form.text, source: citation(of: form.source),
      points: points("publication.start", form.start)
        + points("publication.attention", form.attention)
        + points("publication.condition", form.conditions)
        + form.examples.map {
          Report.PublicationPoint(term: word("publication.example"), text: $0.text)
        })
  }

  private func section(_ point: LastingPoint) -> Report.PublicationSection {
    Report.PublicationSection(
      name: point.name, text: point.text, source: citation(of: point.source),
      points: point.parts.map { Report.PublicationPoint(term: $0.name, text: $0.text) })
  }
}
