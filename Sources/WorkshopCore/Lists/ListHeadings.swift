/// The row of headings of a list of people: which column is taken for what, also by what stands below it.
struct ListHeadings {
  /// The headings in their order.
  private(set) var all: [PeopleList.Heading] = []
  /// Where each column stands that is read.
  private(set) var columns: [ListColumn: Int] = [:]
  /// Columns that may be about consent and are not understood; who has something there says yes to nothing.
  private(set) var doubtful: Set<Int> = []
  /// Columns of consent in which somebody refuses in words of their own, so that a cross may be a refusal, too.
  private(set) var wordy: Set<Int> = []

  private let body: ArraySlice<[ListTable.Cell]>
  private var distances: [ListColumn: Int] = [:]

  /// Reads headings.
  ///
  /// - Parameters:
  ///   - row: The row of headings.
  ///   - body: The rows below it.
  init(_ row: [ListTable.Cell], over body: ArraySlice<[ListTable.Cell]>) throws(ListFault) {
    self.body = body
    for (index, cell) in row.enumerated() {
      all.append(PeopleList.Heading(text: cell.trimmed, line: cell.line, place: cell.column))
      if let (column, distance) = ListColumn.named(cell.text),
        isUnderstood(column, distance, at: index)
      {
        try place(column, distance, at: index, cell)
      }
    }
    settleNames()
    settleSides()
    for (column, index) in columns { all[index].column = column }
    for (index, heading) in all.enumerated() {
      guard case .consent? = heading.column else {
        if heading.column == nil, mayAsk(heading.text) { doubtful.insert(index) }
        continue
      }
      let isRefused = cells(index).contains {
        ListAnswer.answer($0) == nil && ConsentHeading.refuses($0)
      }
      if isRefused { wordy.insert(index) }
    }
  }

  private func mayAsk(_ heading: String) -> Bool {
    if case .consent? = ListColumn.named(heading)?.column { return true }
    return ConsentHeading.mayAsk(heading)
  }

  /// What stands in a column, without blank cells.
  private func cells(_ index: Int) -> some Sequence<String> {
    body.lazy.compactMap { row -> String? in
      guard row.indices.contains(index), !row[index].isBlank else { return nil }
      return row[index].trimmed
    }
  }

  private func isFilled(_ index: Int) -> Bool { cells(index).contains { _ in true } }

  /// Tells whether what stands below a heading bears out what it seems to name.
  private func isUnderstood(_ column: ListColumn, _ distance: Int, at index: Int) -> Bool {
    if distance >= ListColumn.doubtful {
      return isFilled(index) && cells(index).allSatisfy { ListAnswer.standing($0) != nil }
    }
    // A photograph may stand below "photo", and no answer.
    if case .consent = column, ConsentHeading.isBare(all[index].text), isFilled(index) {
      return cells(index).contains { ListAnswer.answer($0) != nil || ConsentHeading.refuses($0) }
    }
    return true
  }

  /// Takes a column for what its heading names; of two the one with something below it, and else the plainer.
  private mutating func place(
    _ column: ListColumn, _ distance: Int, at index: Int, _ cell: ListTable.Cell
  ) throws(ListFault) {
    if let taken = columns[column], let other = distances[column] {
      let isHere = isFilled(index)
      let isThere = isFilled(taken)
      if isHere == isThere {
        guard distance != other || !isHere else {
          throw ListFault(cell, .doubleColumn(column.word))
        }
        guard distance < other else { return }
      } else if !isHere {
        return
      }
    }
    (columns[column], distances[column]) = (index, distance)
  }

  private mutating func settleNames() {
    let hasPart = [ListColumn.given, .family].contains { columns[$0].map(isFilled) ?? false }
    // A form of somebody who is not known to it has an empty name beside what they wrote.
    if let name = columns[.name], hasPart, !isFilled(name) { columns[.name] = nil }
    if let name = columns[.name], columns[.given] != nil, columns[.family] == nil {
      // Beside a first name, a name is the family's.
      columns[.name] = nil
      columns[.family] = name
    } else if columns[.name] != nil {
      for part in [ListColumn.given, .infix, .family] { columns[part] = nil }
    }
  }

  /// Crosses tell a side only where both sides have a column for them and nothing else tells it.
  private mutating func settleSides() {
    let marked = Side.allCases.map(ListColumn.marked)
    if columns[.side] != nil || marked.contains(where: { columns[$0] == nil }) {
      for column in marked { columns[column] = nil }
    }
  }
}
