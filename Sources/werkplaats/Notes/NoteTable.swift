import WorkshopCore

/// Notes that a list asks for: a row each, with columns named like the options of `note add`.
struct NoteTable {
  /// A row as a request, with the places of its cells.
  struct Row {
    var request: NoteRequest
    private let cells: [String: ListTable.Cell]
    private let first: ListTable.Cell

    init(_ request: NoteRequest, _ cells: [String: ListTable.Cell], _ first: ListTable.Cell) {
      self.request = request
      self.cells = cells
      self.first = first
    }

    /// A refusal with the place of the cell that it is about.
    func fault(_ refusal: NoteRequest.Refusal, in file: String) -> CommandError {
      let name = refusal.field ?? refusal.part.rawValue
      let cell = cells[name] ?? first
      return .inRow(file: file, line: cell.line, column: cell.column, refusal.error)
    }
  }

  /// The rows, in the order of the list.
  private(set) var rows: [Row] = []
  /// What is wrong in rows, which are left out.
  private(set) var faults: [ListFault] = []
  /// The headings that name nothing.
  private(set) var unread: [String] = []
  /// What separates the cells.
  let separator: ListTable.Separator

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - text: The list.
  ///   - defaults: What options ask for; a cell that says something counts before them.
  ///   - fields: Fields that have columns of their own besides those that every workshop has.
  init(_ text: String, defaults: NoteRequest, fields: Set<String>) throws(ListFault) {
    let table = try ListTable(text) { NoteTable.column(of: $0, fields) != nil }
    separator = table.separator
    guard let heading = table.rows.first, let first = heading.first else {
      throw ListFault(line: 1, column: 1, fact: .empty)
    }
    var columns: [Int: String] = [:]
    for (index, cell) in heading.enumerated() {
      let below = table.rows.dropFirst().compactMap { row in
        row.indices.contains(index) && !row[index].isBlank ? row[index].trimmed : nil
      }
      guard let name = NoteTable.column(of: cell, fields) ?? NoteTable.listed(cell, over: below)
      else {
        let isFilled = !below.isEmpty
        if isFilled, NoteTable.mayKeepOut(cell.trimmed) {
          throw ListFault(
            line: cell.line, column: cell.column, fact: .doubtfulRecord(cell.trimmed))
        }
        if !cell.isBlank { unread.append(cell.trimmed) }
        continue
      }
      guard !columns.values.contains(name) else {
        throw ListFault(line: cell.line, column: cell.column, fact: .doubleHeading(cell.trimmed))
      }
      columns[index] = name
    }
    guard columns.values.contains(NoteRequest.Part.text.rawValue) else {
      throw ListFault(line: first.line, column: first.column, fact: .noTextColumn)
    }
    for row in table.rows.dropFirst() {
      read(row, columns, defaults, headings: heading.count)
    }
  }

  private mutating func read(
    _ row: [ListTable.Cell], _ columns: [Int: String], _ defaults: NoteRequest, headings: Int
  ) {
    if let extra = row.dropFirst(headings).first(where: { !$0.isBlank }) {
      faults.append(
        ListFault(line: extra.line, column: extra.column, fact: .tooManyCells))
      return
    }
    var request = defaults
    var cells: [String: ListTable.Cell] = [:]
    for (index, cell) in row.enumerated() {
      guard let name = columns[index], !cell.isBlank else { continue }
      cells[name] = cell
      guard let part = NoteRequest.Part(rawValue: name), part != .field else {
        request.fields.append((name, cell.trimmed))
        continue
      }
      // A text is kept as it was written; what names something has no blanks around it.
      request.parts[part] = part == .text ? NoteTable.text(of: cell) : cell.trimmed
    }
    // A row that names a home of its own is not in that of the options.
    let homes = [NoteRequest.Part.municipality, .group]
    if homes.contains(where: { cells[$0.rawValue] != nil }) {
      for part in homes where cells[part.rawValue] == nil { request.parts[part] = nil }
    }
    rows.append(Row(request, cells, row[0]))
  }

  /// A text with the line ends of notes, whatever a spreadsheet writes within a cell.
  private static func text(of cell: ListTable.Cell) -> String {
    var text = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in cell.text.unicodeScalars {
      if scalar != "\n" || before != "\r" { text.append(scalar == "\r" ? "\n" : scalar) }
      before = scalar
    }
    return String(text)
  }

  private static func column(of cell: ListTable.Cell, _ fields: Set<String>) -> String? {
    let trimmed = cell.trimmed
    if fields.contains(trimmed.lowercased()) { return trimmed.lowercased() }
    guard let name = names[trimmed.lowercased()] ?? names[ListWord.heading(trimmed)] else {
      return nil
    }
    // What else stands there may turn the answers below it round.
    let isAnswer = [NoteRequest.Part.offRecord, .verbatim, .notChosen].contains {
      $0.rawValue == name
    }
    return isAnswer && !ConsentHeading.isPlain(trimmed) ? nil : name
  }

  /// The column of a heading that counts only as `note list --json` has it: elsewhere a remark is a text.
  private static func listed(_ cell: ListTable.Cell, over below: [String]) -> String? {
    let isListed = cell.trimmed == "remark" && below.allSatisfy { ["true", "false"].contains($0) }
    return isListed && !below.isEmpty ? NoteRequest.Part.notChosen.rawValue : nil
  }

  /// Tells whether a column that is not read may say which notes stay out of reports.
  private static func mayKeepOut(_ heading: String) -> Bool {
    let stems = [
      "record", "offrecord", "verslag", "rapport", "report", "vertrouwelijk", "confiden", "geheim",
      "secret", "openbaar", "publi", "prive", "privat", "intern",
    ]
    return ListWord.folded(heading).split { !($0.isLetter || $0.isNumber) }
      .contains { word in stems.contains(where: word.hasPrefix) || word == "off" }
  }

  /// The columns by their headings: the options and fields in English, and in Dutch.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for part in NoteRequest.Part.allCases where part != .field {
      names[part.rawValue] = part.rawValue
      names[part.rawValue.replacing("-", with: " ")] = part.rawValue
    }
    for field in ["who", "when", "needed", "part", "score", "respondent"] { names[field] = field }
    let dutch = [
      "gemeente": "municipality", "groep": "group", "activiteit": "activity",
      "onderdeel": "activity", "werkvorm": "activity",
      "plaats": "place", "vak": "place", "door": "by", "wie schreef": "by", "soort": "kind",
      "stem": "voice", "letterlijk": "verbatim", "hoort bij": "adds-to",
      "vult aan": "adds-to", "aanvulling op": "adds-to", "buiten verslag": "off-record",
      "buiten het verslag": "off-record", "niet in verslag": "off-record",
      "niet in het verslag": "off-record", "vertrouwelijk": "off-record",
      "confidential": "off-record", "off the record": "off-record", "offrecord": "off-record",
      "addsto": "adds-to",
      "soort uitspraak": "claim", "doel of wens": "claim", "niet gekozen": "not-chosen",
      "stap": "phase", "over wie": "about", "over": "about", "waarom": "why", "tekst": "text",
      "notitie": "text", "note": "text", "wie": "who", "wanneer": "when", "nodig": "needed",
      "wat nodig": "needed", "deel": "part", "respondent functie": "respondent",
      "functie respondent": "respondent", "cijfer": "score",
      // As the screen, the report and their lists call them.
      "wie spreekt": "voice", "who speaks": "voice", "letterlijk citaat": "verbatim",
      "verbatim quotation": "verbatim", "waar": "place", "where": "place",
      "aanvulling bij": "adds-to", "addition to": "adds-to", "step": "phase",
      "about whom": "about", "functie van de respondent": "respondent",
      "the respondents function": "respondent", "respondents function": "respondent",
      "notchosen": "not-chosen",
    ]
    names.merge(dutch) { first, _ in first }
    return names
  }()
}
