public import ReportText
import WorkshopCore

extension Content {
  /// The ids of forms of cooperation and of models, in the order of the source.
  public var sourceOrder: [String] { forms.map(\.id) + informalPositionModels.map(\.id) }

  /// The headings of the conditions with the conditions under each, in the order of the source.
  public var conditionHeadings: [ReportWords.ConditionHeading] {
    conditionGroups.map {
      ReportWords.ConditionHeading(name: $0.name, ids: $0.conditions.map(\.id))
    }
  }

  /// The name of a form of cooperation, of one of its conditions, of a model, of a condition of the framework, of a
  /// role of the source or of a prejudice, by its id; of a cell of a figure (`fig2/family/formal`) what stands in it, in lines.
  public func name(of id: String) -> String? {
    if let role = roles.first(where: { $0.id == id }) { return role.name }
    if let statement = prejudiceStatements.first(where: { $0.id == id }) { return statement.text }
    return forms.first { $0.id == id }?.name
      ?? forms.lazy.flatMap(\.conditions).first { $0.id == id }?.text
      ?? informalPositionModels.first { $0.id == id }?.name
      ?? conditionGroups.lazy.flatMap(\.conditions).first { $0.id == id }?.name
      ?? cell(id)
  }

  private func cell(_ id: String) -> String? {
    let parts = id.split(separator: "/").map(String.init)
    guard parts.count == 3, let side = Side(rawValue: parts[2]),
      let table = figures.first(where: { $0.id == parts[0] })?.table,
      let row = table.rows.first(where: { $0.focus.rawValue == parts[1] })
    else { return nil }
    return row.cell(side).joined(separator: "\n")
  }
}
