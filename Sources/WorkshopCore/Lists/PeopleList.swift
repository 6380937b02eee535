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
      /// It has nothing but strokes.
      case rule
      /// It names the columns once more.
      case heading
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

  /// A name that was written with the family first, and as it is kept.
  public struct Turned: Hashable, Sendable {
    /// As it stands in the list.
    public var text: String
    /// As it is said.
    public var name: String
  }

  /// The columns in their order.
  public var headings: [Heading] { columns?.all ?? [] }
  /// The people, in the order of the list.
  public private(set) var rows: [Row] = []
  /// Rows about nobody.
  public private(set) var asides: [Aside] = []
  /// What is wrong in rows, which are left out.
  public private(set) var faults: [ListFault] = []
  /// What separates the cells; `nil` for a list of names.
  public private(set) var separator: ListTable.Separator?
  /// The first name that was written with the family first, which stands for the others.
  public internal(set) var turned: Turned?
  /// The number of people whom no yes was read of, since something about consent is not understood.
  public private(set) var withheld = 0

  /// The number of addresses of e-mail beside names, which are not kept.
  public internal(set) var addresses = 0

  private(set) var columns: ListHeadings?
  /// Whether names are written with the family first throughout.
  private(set) var isTurned = false
  /// Whether a heading says so and nothing parts the two: `Achternaam / voornaam` above `Jansen Tom`.
  private(set) var isTurnedPlainly = false

  /// Reads a table with headings, or a name on each line.
  ///
  /// - Throws: What makes the table as a whole unreadable.
  public init(_ text: String) throws(ListFault) {
    if let addressees = PeopleList.addressees(text) {
      read(addressees, of: nil)
      return
    }
    let table = try ListTable(text) { ListColumn.named($0.text) != nil }
    guard let first = table.rows.first?.first else {
      throw ListFault(line: 1, column: 1, fact: .empty)
    }
    let start = PeopleList.heading(of: table.rows)
    // "Deelnemers:" stands above names as they are in a message.
    let isTitle = first.trimmed.hasSuffix(":")
    if start == nil || isTitle, let title = ListName.titleAmongNames(text) {
      throw ListFault(title, .titleAmongNames(title.trimmed))
    }
    guard let start, !(isTitle && ListName.areNames(text)) else {
      guard ListName.areNames(text) else { throw ListFault(first, .noColumns) }
      readNames(text, of: nil)
      return
    }
    separator = table.separator
    for row in table.rows[..<start] { putAside(row, as: .above) }
    let body = table.rows[(start + 1)...]
    columns = try ListHeadings(table.rows[start], over: body)
    isTurned = areTurned(table.rows[start], body)
    isTurnedPlainly = areTurnedPlainly(table.rows[start], body)
    for (index, row) in zip(body.indices, body) {
      let next = index + 1 < body.endIndex ? body[index + 1] : nil
      if isHeading(row) {
        putAside(row, as: .heading)
      } else if row.count(where: { !$0.isBlank }) == 1, next.map(isHeading) ?? false {
        putAside(row, as: .above)
      } else {
        if isOtherHeading(row), let cell = row.first(where: { !$0.isBlank }) {
          throw ListFault(cell, .otherHeadings)
        }
        read(row)
      }
    }
  }

  /// Takes each line of a text for the name of somebody.
  ///
  /// - Parameters:
  ///   - text: A name a line, also with a mark or a number before it.
  ///   - municipality: Whose people they are; `nil` where that is not known.
  public init(names text: String, of municipality: String? = nil) {
    readNames(text, of: municipality)
  }

  /// Takes a text for those to whom a mail goes; `nil` for any other.
  ///
  /// - Parameters:
  ///   - text: Names with an address each, as programs for mail copy them.
  ///   - municipality: Whose people they are; `nil` where that is not known.
  public init?(addressees text: String, of municipality: String? = nil) {
    guard let addressees = PeopleList.addressees(text) else { return nil }
    read(addressees, of: municipality)
  }

  private mutating func read(_ addressees: [Addressee], of municipality: String?) {
    // A comma within a name has the family before it: whatever else it parts ends with an address.
    isTurned = true
    addresses = addressees.count { !$0.name.isEmpty }
    for addressee in addressees {
      if let fact = addressee.fault {
        faults.append(ListFault(line: addressee.line, column: addressee.column, fact: fact))
        continue
      }
      rows.append(
        Row(
          person: NewWorkshop.Person(
            name: said(addressee.name), function: nil, standing: nil, municipality: municipality),
          line: addressee.line, column: addressee.column))
    }
  }

  private mutating func readNames(_ text: String, of municipality: String?) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let cell = ListTable.Cell(text: String(line), line: index + 1, column: 1)
      guard !cell.isBlank, !ListValue.isRule(cell.trimmed) else { continue }
      if rows.isEmpty, asides.isEmpty, ListName.isTitle(cell.trimmed) {
        putAside([cell], as: .above)
        continue
      }
      let name = ListName.unmarked(cell.text)
      if ListValue.isNobody(name) {
        faults.append(ListFault(cell, .noName(name)))
        continue
      }
      rows.append(
        Row(
          person: NewWorkshop.Person(
            name: said(ListName.spaced(name)), function: nil, standing: nil,
            municipality: municipality),
          line: cell.line, column: 1))
    }
  }

  // MARK: Headings

  /// The row of the headings: the first one, or one below it that is unmistakable.
  private static func heading(of rows: [[ListTable.Cell]]) -> Int? {
    for (index, row) in rows.prefix(ListTable.headingRows).enumerated() {
      let columns = row.compactMap { ListColumn.named($0.text)?.column }
      let namesSomebody =
        columns.contains { $0.isOfName && $0 != .infix || $0 == .function }
        || row.contains { NameHeading.joins($0.text) }
      guard namesSomebody, index == 0 || Set(columns).count > 1 else { continue }
      // Above the headings a row may say what several of them are about.
      let next = index + 1
      if rows.indices.contains(next), let below = names(rows[next]),
        below.count > Set(columns).count
      {
        return next
      }
      return index
    }
    return nil
  }

  /// Tells whether a row names the columns once more, as where lists were put below each other.
  private func isHeading(_ row: [ListTable.Cell]) -> Bool {
    var isAny = false
    for (heading, cell) in zip(headings, row) where heading.column != nil && !cell.isBlank {
      guard ListWord.folded(cell.trimmed) == ListWord.folded(heading.text) else { return false }
      isAny = true
    }
    return isAny
  }

  /// Tells whether a row names other columns, so that what is below it would be misread.
  private func isOtherHeading(_ row: [ListTable.Cell]) -> Bool { PeopleList.names(row) != nil }

  /// The columns of a row in which each cell names another one, somebody's name among them; `nil` for any other row.
  private static func names(_ row: [ListTable.Cell]) -> Set<ListColumn>? {
    var named: Set<ListColumn> = []
    for cell in row where !cell.isBlank {
      guard let column = ListColumn.named(cell.text)?.column, named.insert(column).inserted else {
        return nil
      }
    }
    return named.count > 1 && !named.isDisjoint(with: [.name, .given, .family]) ? named : nil
  }

  /// The headings of columns that are not read, without those that nothing stands under.
  public var unread: [Heading] {
    headings.enumerated().filter { index, heading in
      heading.column == nil && (!heading.text.isEmpty || filled.contains(index))
    }.map(\.element)
  }

  /// The headings of columns that are not read, though names seem to stand there.
  public var unreadNames: [Heading] { headings(of: columns?.named) }

  /// The headings that may be about consent and are not understood.
  public var doubtful: [Heading] { headings(of: columns?.doubtful) }

  /// The headings of consent below which a cross is not read, since somebody refuses there in other words.
  public var wordy: [Heading] { headings(of: columns?.wordy) }

  private func headings(of indices: Set<Int>?) -> [Heading] {
    headings.enumerated().filter { indices?.contains($0.offset) ?? false }.map(\.element)
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

  private mutating func person(in row: [ListTable.Cell]) throws(ListFault) -> NewWorkshop.Person {
    let row =
      row.count > headings.count && row[headings.count...].allSatisfy(\.isBlank)
      ? Array(row.prefix(headings.count)) : row
    if let extra = row.dropFirst(headings.count).first(where: { !$0.isBlank }) {
      throw ListFault(extra, .tooManyCells)
    }
    for (index, cell) in row.enumerated() where headings[index].column != nil {
      guard cell.trimmed.fits(Limits.name) else { throw ListFault(cell, .longCell) }
      if ListValue.isSpreadsheetError(cell.trimmed) {
        throw ListFault(cell, .spreadsheetError(cell.trimmed))
      }
    }
    for column in [ListColumn.name, .given, .called, .family, .municipality] {
      guard let cell = cell(column, in: row) else { continue }
      guard ListValue.hasLetter(cell.text), column == .municipality || !isNobody(cell) else {
        throw ListFault(cell, .noName(cell.trimmed))
      }
    }
    var person = NewWorkshop.Person(
      name: try name(in: row), function: text(.function, in: row), standing: try side(in: row),
      municipality: text(.municipality, in: row).map(ListName.spaced))
    person.organisation = text(.organisation, in: row)
    person.consent = try consent(in: row)
    guard person.name != nil || person.function != nil else { throw ListFault(row[0], .nobody) }
    return person
  }

  private func side(in row: [ListTable.Cell]) throws(ListFault) -> Standing? {
    if let cell = cell(.side, in: row) {
      guard let standing = ListAnswer.standing(cell.trimmed) else {
        throw ListFault(cell, .unknownSide(cell.trimmed))
      }
      return standing
    }
    var sides: [Side] = []
    for side in Side.allCases {
      if let cell = cell(.marked(side), in: row), try answer(cell) == true { sides.append(side) }
    }
    return sides.count > 1 ? .both : sides.first.map { $0 == .formal ? .formal : .informal }
  }

  private mutating func consent(in row: [ListTable.Cell]) throws(ListFault) -> [Consent.Use: Bool] {
    var answers: [Consent.Use: Bool] = [:]
    if let cell = cell(.consent(nil), in: row), let answer = try consent(cell, .consent(nil)) {
      for use in Consent.Use.allCases { answers[use] = answer }
    }
    // The answer to one question says more than the one to all.
    for use in Consent.Use.allCases {
      if let cell = cell(.consent(use), in: row), let answer = try consent(cell, .consent(use)) {
        answers[use] = answer
      }
    }
    let isDoubtful = columns?.doubtful.contains { row.indices.contains($0) && !row[$0].isBlank }
    // What is not understood may refuse what another column allows.
    if isDoubtful ?? false, answers.values.contains(true) {
      withheld += 1
      answers = answers.filter { !$0.value }
    }
    return answers
  }

  private mutating func consent(_ cell: ListTable.Cell, _ column: ListColumn) throws(ListFault)
    -> Bool?
  {
    let answer = try answer(cell)
    guard answer == true, let index = place(of: column), columns?.wordy.contains(index) ?? false,
      ListAnswer.isMark(cell.trimmed)
    else { return answer }
    withheld += 1
    return nil
  }

  private func answer(_ cell: ListTable.Cell) throws(ListFault) -> Bool? {
    guard let answer = ListAnswer.answer(cell.trimmed) else {
      throw ListFault(cell, .unknownAnswer(cell.trimmed))
    }
    return answer
  }

  func place(of column: ListColumn) -> Int? { columns?.columns[column] }

  /// The cell of a column; `nil` for one that says nothing.
  func cell(_ column: ListColumn, in row: [ListTable.Cell]) -> ListTable.Cell? {
    guard let index = place(of: column), index < row.count, !row[index].isBlank else { return nil }
    switch column {
    case .side, .marked, .consent: return row[index]
    case .name, .given, .called, .infix, .family:
      return ListValue.saysNothing(row[index].trimmed, isName: true) ? nil : row[index]
    case .function, .municipality, .organisation:
      return ListValue.saysNothing(row[index].trimmed) ? nil : row[index]
    }
  }

  /// What a cell says on one line; `nil` for one that says nothing.
  func text(_ column: ListColumn, in row: [ListTable.Cell]) -> String? {
    guard let text = cell(column, in: row)?.trimmed else { return nil }
    guard text.unicodeScalars.contains(where: \.endsLine) else { return text }
    return text.split(whereSeparator: \.isNewline)
      .map { ListTable.Cell(text: String($0), line: 0, column: 0).trimmed }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
