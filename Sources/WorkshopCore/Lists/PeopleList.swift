/// A list of people as somebody keeps it: in a spreadsheet, a form, or a message.
///
/// Whatever is not understood is told with its place, and whatever is left out is told as well;
/// nothing is guessed in silence.
public struct PeopleList: Sendable {
  /// A person with the place of the row.
  public struct Row: Hashable, Sendable {
    /// Who it is.
    public var person: NewWorkshop.Person
    /// The line of the row.
    public var line: Int
    /// The place of its first cell.
    public var column: Int
    /// The cell of their municipality.
    var municipality: ListTable.Cell?
  }

  /// A heading, and what its column was taken for.
  public struct Heading: Hashable, Sendable {
    /// The heading as it stands in the list; empty where cells have none.
    public var text: String
    /// What the column tells; `nil` for one that is not read.
    public var column: ListColumn?
    /// The line of the heading.
    public var line: Int
    /// The place in the line.
    public var place: Int
  }

  /// A row that is about nobody.
  public struct Aside: Hashable, Sendable {
    /// What it is taken for.
    public enum Kind: String, Hashable, Sendable {
      /// It stands above the headings.
      case above
      /// It adds something up.
      case total
      /// It says something about the list.
      case remark
    }
    /// What it is taken for.
    public var kind: Kind
    /// What stands there first.
    public var text: String
    /// The line of the row.
    public var line: Int
    /// The place of that cell.
    public var column: Int
  }

  /// The columns in their order.
  public private(set) var headings: [Heading] = []
  /// The people, in the order of the list.
  public private(set) var rows: [Row] = []
  /// Rows about nobody.
  public private(set) var asides: [Aside] = []
  /// What is wrong in rows, which are left out.
  public private(set) var faults: [ListFault] = []
  /// What separates the cells; `nil` for a list of names.
  public private(set) var separator: ListTable.Separator?

  private var columns: [ListColumn: Int] = [:]

  /// Reads a table with headings.
  ///
  /// - Throws: What makes the table as a whole unreadable.
  public init(_ text: String) throws(ListFault) {
    let table = try ListTable(text) { ListColumn.named($0.text) != nil }
    separator = table.separator
    guard let first = table.rows.first?.first else {
      throw ListFault(line: 1, column: 1, fact: .empty)
    }
    guard let start = PeopleList.heading(of: table.rows) else { throw ListFault(first, .noColumns) }
    for row in table.rows[..<start] { putAside(row, as: .above) }
    try readHeadings(table.rows[start])
    for row in table.rows[(start + 1)...] { read(row) }
  }

  /// Takes each line of a text for the name of somebody.
  ///
  /// - Parameters:
  ///   - text: A name a line.
  ///   - municipality: Whose people they are; `nil` where that is not known.
  public init(names text: String, of municipality: String? = nil) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let cell = ListTable.Cell(text: String(line), line: index + 1, column: 1)
      let name = cell.trimmed
      guard !name.isEmpty else { continue }
      rows.append(
        Row(
          person: NewWorkshop.Person(
            name: name, function: nil, standing: nil, municipality: municipality),
          line: cell.line, column: 1))
    }
  }

  // MARK: Headings

  /// The row of the headings: the first one, or one below it that is unmistakable.
  private static func heading(of rows: [[ListTable.Cell]]) -> Int? {
    for (index, row) in rows.prefix(ListTable.headingRows).enumerated() {
      let columns = row.compactMap { ListColumn.named($0.text)?.column }
      let namesSomebody = columns.contains { [.name, .given, .family, .function].contains($0) }
      if namesSomebody, index == 0 || Set(columns).count > 1 { return index }
    }
    return nil
  }

  private mutating func readHeadings(_ row: [ListTable.Cell]) throws(ListFault) {
    var distances: [ListColumn: Int] = [:]
    for (index, cell) in row.enumerated() {
      var heading = Heading(text: cell.trimmed, line: cell.line, place: cell.column)
      if let (column, distance) = ListColumn.named(cell.text) {
        if let taken = columns[column], let other = distances[column] {
          guard other != distance else { throw ListFault(cell, .doubleColumn(column.word)) }
          // The plainer heading tells it; what the other says is not read.
          if distance < other {
            headings[taken].column = nil
            (columns[column], distances[column]) = (index, distance)
            heading.column = column
          }
        } else {
          (columns[column], distances[column]) = (index, distance)
          heading.column = column
        }
      }
      headings.append(heading)
    }
    // Beside a first name, a name is the family's.
    if let name = columns[.name], columns[.given] != nil, columns[.family] == nil {
      columns[.name] = nil
      columns[.family] = name
      headings[name].column = .family
    } else if columns[.name] != nil {
      for part in [ListColumn.given, .infix, .family] {
        guard let index = columns.removeValue(forKey: part) else { continue }
        headings[index].column = nil
      }
    }
  }

  /// The headings of columns that are not read, without those that nothing stands under.
  public var unread: [Heading] {
    headings.enumerated().filter { index, heading in
      heading.column == nil && (!heading.text.isEmpty || filled.contains(index))
    }.map(\.element)
  }

  /// The columns without a heading that something stands in.
  private var filled: Set<Int> = []

  // MARK: Rows

  private mutating func read(_ row: [ListTable.Cell]) {
    if let kind = kind(of: row) { return putAside(row, as: kind) }
    do {
      let person = try person(in: row)
      rows.append(
        Row(
          person: person, line: row[0].line, column: row[0].column,
          municipality: cell(.municipality, in: row)))
      for (index, cell) in row.enumerated() where !cell.isBlank { filled.insert(index) }
    } catch {
      faults.append(error)
    }
  }

  private mutating func putAside(_ row: [ListTable.Cell], as kind: Aside.Kind) {
    guard let cell = row.first(where: { !$0.isBlank }) else { return }
    asides.append(Aside(kind: kind, text: cell.trimmed, line: cell.line, column: cell.column))
  }

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

  /// What a row is that is about nobody; `nil` for one about somebody.
  private func kind(of row: [ListTable.Cell]) -> Aside.Kind? {
    let cells = row.filter { !$0.isBlank }
    guard let first = cells.first else { return nil }
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
    // One cell with a sentence in it names nobody.
    let words = word.split(separator: " ").count
    return words > 7 || (words > 4 && word.hasSuffix(".")) ? .remark : nil
  }

  private func person(in row: [ListTable.Cell]) throws(ListFault) -> NewWorkshop.Person {
    let row =
      row.count > headings.count && row[headings.count...].allSatisfy(\.isBlank)
      ? Array(row.prefix(headings.count)) : row
    if let extra = row.dropFirst(headings.count).first(where: { !$0.isBlank }) {
      throw ListFault(extra, .tooManyCells)
    }
    for (index, cell) in row.enumerated()
    where headings[index].column != nil && !cell.trimmed.fits(Limits.name) {
      throw ListFault(cell, .longCell)
    }
    var person = NewWorkshop.Person(
      name: name(in: row), function: text(.function, in: row), standing: nil,
      municipality: text(.municipality, in: row))
    person.organisation = text(.organisation, in: row)
    if let cell = cell(.side, in: row) {
      guard let standing = ListAnswer.standing(cell.trimmed) else {
        throw ListFault(cell, .unknownSide(cell.trimmed))
      }
      person.standing = standing
    }
    person.consent = try consent(in: row)
    guard person.name != nil || person.function != nil else { throw ListFault(row[0], .nobody) }
    return person
  }

  private func consent(in row: [ListTable.Cell]) throws(ListFault) -> [Consent.Use: Bool] {
    var answers: [Consent.Use: Bool] = [:]
    if let cell = cell(.consent(nil), in: row), let answer = try answer(cell) {
      for use in Consent.Use.allCases { answers[use] = answer }
    }
    // The answer to one question says more than the one to all.
    for use in Consent.Use.allCases {
      if let cell = cell(.consent(use), in: row), let answer = try answer(cell) {
        answers[use] = answer
      }
    }
    return answers
  }

  private func answer(_ cell: ListTable.Cell) throws(ListFault) -> Bool? {
    guard let answer = ListAnswer.answer(cell.trimmed) else {
      throw ListFault(cell, .unknownAnswer(cell.trimmed))
    }
    return answer
  }

  private func name(in row: [ListTable.Cell]) -> String? {
    if columns[.name] != nil { return text(.name, in: row) }
    let parts = [ListColumn.given, .infix, .family].compactMap { text($0, in: row) }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func cell(_ column: ListColumn, in row: [ListTable.Cell]) -> ListTable.Cell? {
    guard let index = columns[column], index < row.count, !row[index].isBlank else { return nil }
    return row[index]
  }

  /// What a cell says on one line; `nil` for one that says nothing.
  private func text(_ column: ListColumn, in row: [ListTable.Cell]) -> String? {
    guard let text = cell(column, in: row)?.trimmed else { return nil }
    guard text.unicodeScalars.contains(where: \.endsLine) else { return text }
    return text.split(whereSeparator: \.isNewline)
      .map { ListTable.Cell(text: String($0), line: 0, column: 0).trimmed }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
