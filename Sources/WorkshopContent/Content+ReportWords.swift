public import ReportText

extension Content {
  /// The words of reports, with the names and the order of the source.
  public var reportWords: ReportWords {
    ReportWords(
      { word($0, $1) }, names: name, conditions: conditionHeadings, order: sourceOrder,
      publication: publication)
  }
}
