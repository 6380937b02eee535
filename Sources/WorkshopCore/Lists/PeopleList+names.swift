// The names of a list, as they are said.

extension PeopleList {
  /// The name in a row; `nil` where there is none.
  mutating func name(in row: [ListTable.Cell]) throws(ListFault) -> String? {
    let called = text(.called, in: row).map(ListName.spaced)
    guard place(of: .name) != nil else {
      let name = ListName.joined(
        given: text(.given, in: row).map(ListName.spaced), called: called,
        infix: text(.infix, in: row).map(ListName.spaced),
        family: text(.family, in: row).map(ListName.spaced))
      // A column of families may have whole names in it: `Berg, Jan` beside `van den`.
      guard let name, place(of: .given) == nil, name.contains(",") else { return name }
      return ListName.turned(name, isUsual: true) ?? name
    }
    guard let cell = cell(.name, in: row), var name = text(.name, in: row) else { return called }
    if let alone = PeopleList.withoutAddress(name) {
      name = alone
      addresses += 1
    }
    if headings.count(where: { !$0.text.isEmpty }) == 1 {
      name = ListName.unmarked(name)
      guard !ListName.isMore(name) || isTurnedPlainly && ListName.turnedPlain(name) != nil else {
        throw ListFault(cell, .moreThanName(cell.trimmed))
      }
    }
    return ListName.joined(
      given: said(ListName.spaced(name)), called: called, infix: nil, family: nil)
  }

  /// A name in the order in which it is said; the first that was written otherwise is told.
  mutating func said(_ name: String) -> String {
    let plain = isTurnedPlainly ? ListName.turnedPlain(name) : nil
    guard let said = ListName.turned(name, isUsual: isTurned) ?? plain else { return name }
    if turned == nil { turned = Turned(text: name, name: said) }
    return said
  }

  /// Tells whether the cell of a name is a remark, or stands for somebody who is not known yet.
  func isNobody(_ cell: ListTable.Cell) -> Bool { ListValue.isNobody(cell.trimmed) }

  /// Tells whether all names are written with the family first, where nothing else can stand behind a comma.
  func areTurned(_ row: [ListTable.Cell], _ body: ArraySlice<[ListTable.Cell]>) -> Bool {
    guard let index = place(of: .name) else { return false }
    if NameHeading.order(row[index].text) == .familyFirst { return true }
    let names = body.lazy.filter { $0.indices.contains(index) && !$0[index].isBlank }
      .map { $0[index].trimmed }
    guard place(of: .function) != nil else { return false }
    let parted = names.filter { $0.contains(",") }
    let isSure = parted.contains { ListName.turned($0, isUsual: false) != nil }
    return (isSure || parted.prefix(2).count > 1 && names.allSatisfy { $0.contains(",") })
      && parted.allSatisfy { ListName.turned($0, isUsual: true) != nil }
  }

  /// Tells whether names have the family first with no comma between, since their heading says so.
  func areTurnedPlainly(_ row: [ListTable.Cell], _ body: ArraySlice<[ListTable.Cell]>)
    -> Bool
  {
    guard let index = place(of: .name), NameHeading.order(row[index].text) == .familyFirst else {
      return false
    }
    return body.allSatisfy { !$0.indices.contains(index) || !$0[index].text.contains(",") }
  }
}
