// Rows of a list that are about nobody, and would be people if nobody looked.

extension PeopleList {
  private static let totals: Set<String> = [
    "totaal", "total", "totals", "subtotaal", "subtotal", "gemiddelde", "totaal aantal",
    "aantal deelnemers", "totaal deelnemers",
    "number of participants", "total participants",
  ]
  /// Words that may be a name as well where no number stands beside them.
  private static let numberedTotals: Set<String> = ["aantal", "som", "sum", "average", "count"]
  private static let remarks: Set<String> = [
    "nb", "n.b.", "let op", "opmerking", "opmerkingen", "bron", "note", "notes", "nota bene",
    "remark", "remarks", "source", "legenda", "legend", "toelichting", "bijgewerkt", "updated",
  ]

  /// Words that begin a remark, and no name.
  private static let openings: Set<String> = [
    "bijgewerkt", "updated", "opmerking", "opmerkingen", "toelichting", "remark", "remarks",
    "legenda", "legend", "versie", "version", "laatst",
  ]

  /// What a row is that is about nobody; `nil` for one about somebody.
  func kind(of row: [ListTable.Cell]) -> Aside.Kind? {
    let cells = row.filter { !$0.isBlank }
    guard let first = cells.first else { return nil }
    // The line of a table in Markdown, and a row that somebody struck through.
    if cells.allSatisfy({ ListValue.isRule($0.trimmed) }) { return .rule }
    let word = ListWord.folded(first.trimmed)
    let head = word.split { ":=(".contains($0) }.first.map { $0.split(separator: " ") } ?? []
    let start = head.joined(separator: " ")
    let rest = cells.dropFirst()
    let isSummed = rest.allSatisfy { cell in
      cell.trimmed.unicodeScalars.allSatisfy {
        $0.properties.numericType != nil || ".,%- ".unicodeScalars.contains($0)
      }
    }
    let digitsAside = start.split(separator: " ").filter { Int($0) == nil }.joined(separator: " ")
    let hasNumber = !rest.isEmpty || digitsAside != start || word.contains { $0.isNumber }
    let sums = hasNumber ? PeopleList.totals.union(PeopleList.numberedTotals) : PeopleList.totals
    if isSummed, sums.contains(digitsAside) { return .total }
    guard rest.isEmpty else { return nil }
    if PeopleList.remarks.contains(start) || word.hasPrefix("*") { return .remark }
    let opening = start.split(separator: " ").first.map(String.init) ?? ""
    if PeopleList.openings.contains(opening) { return .remark }
    // One cell with a sentence in it names nobody.
    let words = word.split(separator: " ").count
    return words > 7 || (words > 4 && word.hasSuffix(".")) ? .remark : nil
  }
}
