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

  /// Columns that are not read, though names seem to stand there.
  private(set) var named: Set<Int> = []

  /// Columns with parts of names that another column has whole.
  private var repeated: Set<Int> = []

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
    try requireNames(row)
    findNames()
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

  /// Decides which columns a name is made of.
  ///
  /// What is beside a name tells what the name is: a family's beside a first name, a first name beside a family's.
  private mutating func settleNames() {
    for column in [ListColumn.given, .called, .infix, .family] {
      if let index = columns[column], !isFilled(index) { columns[column] = nil }
    }
    // A form of somebody who is not known to it has an empty name beside what they wrote.
    let hasPart = [ListColumn.given, .called, .family].contains { columns[$0] != nil }
    if let name = columns[.name], hasPart, !isFilled(name) { columns[.name] = nil }
    if columns[.given] == nil, let called = columns.removeValue(forKey: .called) {
      columns[.given] = called
    }
    takeNamelessPart()
    guard let name = columns[.name] else { return }
    switch (columns[.given], columns[.family]) {
    case (_?, let family?):
      columns[.name] = nil
      if isWhole(name, with: family) {
        for column in [ListColumn.given, .infix, .family] {
          if let index = columns.removeValue(forKey: column) { repeated.insert(index) }
        }
        columns[.name] = name
      }
    case (nil, _?): (columns[.name], columns[.given]) = (nil, name)
    case (_?, nil): (columns[.name], columns[.family]) = (nil, name)
    // Beside nothing but the part between names, it is the family's.
    case (nil, nil):
      if columns[.infix] != nil { (columns[.name], columns[.family]) = (nil, name) }
    }
  }

  /// Tells whether a name has the family's in it wherever both stand.
  private func isWhole(_ name: Int, with family: Int) -> Bool {
    body.allSatisfy { row in
      guard row.indices.contains(name), row.indices.contains(family), !row[name].isBlank else {
        return true
      }
      return ListName.has(row[name].trimmed, row[family].trimmed)
    }
  }

  /// Takes a column without a heading behind a name for the rest of it, as where the two cells above were one.
  private mutating func takeNamelessPart() {
    guard let start = columns[.given] ?? columns[.name] else { return }
    let next = start + 1
    guard all.indices.contains(next), all[next].text.isEmpty, isFilled(next) else { return }
    if let family = columns[.family] {
      if columns[.infix] == nil, family == next + 1, cells(next).allSatisfy(ListName.isInfixAlone) {
        columns[.infix] = next
      }
      return
    }
    // Of three cells that were one the second is the part between.
    let last = next + 1
    if columns[.infix] == nil, all.indices.contains(last), all[last].text.isEmpty, isFilled(last),
      cells(next).allSatisfy(ListName.isInfixAlone)
    {
      (columns[.infix], columns[.family]) = (next, last)
      return
    }
    let isRest = body.allSatisfy { row in
      guard row.indices.contains(next), !row[next].isBlank else { return true }
      // Beside a whole name it is something else.
      return ListName.isName(row[next].trimmed) && !row[start].trimmed.contains(" ")
    }
    if isRest { columns[.family] = next }
  }

  // MARK: Names that nobody would read

  /// Refuses a list whose names stand in a column that is not read, or in one with something else.
  private func requireNames(_ row: [ListTable.Cell]) throws(ListFault) {
    let hasName = columns.keys.contains(where: \.isOfName)
    for (index, cell) in row.enumerated() where NameHeading.joins(cell.text) {
      if hasName, all[index].column != .name || !cells(index).contains(where: ListName.isMore) {
        continue
      }
      throw ListFault(cell, .joinedColumns(cell.trimmed))
    }
    guard !hasName, let first = all.indices.first(where: mayHoldNames) else { return }
    let headings = all.indices.filter(mayHoldNames).map { all[$0].text }
    throw ListFault(
      line: all[first].line, column: all[first].place, fact: .unnamed(headings))
  }

  /// Tells whether words stand in a column that is not read, and nothing says that they are no names.
  private func mayHoldNames(_ index: Int) -> Bool {
    isLeft(index)
      && cells(index).contains { text in
        ListValue.hasLetter(text) && !text.contains("@") && !ListHeadings.isAnswer(text)
          && !ListValue.saysNothing(text) && !text.contains(where: \.isNumber)
      }
  }

  private func isLeft(_ index: Int) -> Bool {
    all[index].column == nil && !doubtful.contains(index) && !NameHeading.isElse(all[index].text)
  }

  private static func isAnswer(_ text: String) -> Bool {
    ListAnswer.answer(text) != nil || ListAnswer.standing(text) != nil
  }

  /// The number of cells of a column that are looked at to tell whether names stand there.
  private static let looked = 200

  private mutating func findNames() {
    for index in all.indices where isLeft(index) && !repeated.contains(index) {
      let cells = Array(cells(index).prefix(Self.looked))
      let names = cells.count { ListName.isName($0) && !ListHeadings.isAnswer($0) }
      if names > 0, names * 2 >= cells.count { named.insert(index) }
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
