/// What is wrong with a list, or not understood in it, and where.
public struct ListFault: Error, Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The place within the line in scalars, from 1.
  public let column: Int
  /// What is so.
  public let fact: ListFact

  /// Describes a fault.
  public init(line: Int, column: Int, fact: ListFact) {
    self.line = line
    self.column = column
    self.fact = fact
  }

  init(_ cell: ListTable.Cell, _ fact: ListFact) {
    self.init(line: cell.line, column: cell.column, fact: fact)
  }
}

/// Facts about a list; the words for them are under `list.` in the words of each language.
public enum ListFact: Hashable, Sendable {
  // The whole file.
  case empty
  case workbook
  case otherEncoding
  /// A zero, which no text has.
  case zero
  case openQuote
  case textAfterQuote
  case noColumns
  case doubleColumn(String)
  /// A heading names a name and something else beside it.
  case joinedColumns(String)
  /// No heading names a name, and words stand in these columns that are not read.
  case unnamed([String])
  /// A title stands above some of the names, as of a team.
  case titleAmongNames(String)
  /// A row further down names other columns.
  case otherHeadings
  // The whole file, where its rows are notes.
  case noTextColumn
  case doubleHeading(String)
  /// A column that may keep notes out of reports, or in them.
  case doubtfulRecord(String)
  // A row.
  case tooManyCells
  /// Longer than a name may be.
  case longCell
  case nobody
  /// Nothing of a name or a place is in it, such as a number.
  case noName(String)
  /// More than a name, in a list of names.
  case moreThanName(String)
  /// A spreadsheet could not work it out.
  case spreadsheetError(String)
  case unknownSide(String)
  case unknownAnswer(String)
  // A row beside the workshop.
  /// A name is what a municipality is called, as above the people of one.
  case municipalityAsName(String)
  /// Nearly the name of a municipality that is there.
  case nearMunicipality(String, known: String)
  /// More people fit than one can tell apart.
  case severalPeople(String, [String])
  /// Somebody there, or in an earlier row, has the parts of the name in another order.
  case looksLike(String, known: String)
  /// An earlier row says something else of the same person.
  case contradicts(line: Int)
}
