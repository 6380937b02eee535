import TextScreen
import WorkshopContent
import WorkshopCore

/// The consultations: a table per municipality, with its hosts, its visitors and its question.
///
/// Hosts put a question beforehand; advice and insight stand at the host, what is taken home in the
/// own group. Source: *Tweedaagse onderzoekswerkplaats*, ch. 1.
struct ConsultationsStage: Stage {
  var wantsWidth: Bool { true }

  /// What the phase that is shown is about, by its id in the content.
  enum Step: Equatable {
    case question
    case round(Int)
    case home

    init(_ phase: String?) {
      let number = phase.flatMap { $0.hasPrefix("round-") ? Int($0.dropFirst(6)) : nil }
      self = number.map(Step.round) ?? (phase == "home" ? .home : .question)
    }

    var round: Int? { if case .round(let number) = self { number } else { nil } }
  }

  func step(_ screen: WorkshopScreen) -> Step { Step(screen.phase?.id) }

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard let item = screen.item else { return [] }
    let step = step(screen)
    return tables(screen).enumerated().map { index, group in
      let document = Groups.document(of: group, workshop: screen.workshop)
      let place = place(step, document)
      let notes = screen.workshop.notes
      var box = StageBox(
        id: group, title: .name(name(group, screen)), column: index % 2, place: place,
        group: group,
        notes: place.map { notes.at($0, ofItem: item.key) } ?? home(group, document, screen))
      let insight = screen.content.word("consult.insight")
      box.details = { $0.saying == .insight ? insight : nil }
      return box
    }
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    let phases = screen.texts.phases
    let steps = phases.isEmpty ? [Step(nil)] : phases.map { Step($0.id) }
    let groups = Set(tables(screen))
    let documents = Set(groups.map { Groups.document(of: $0, workshop: screen.workshop) })
    let places = Set(steps.flatMap { step in documents.compactMap { place(step, $0) } })
    let hasHome = steps.contains(.home)
    return screen.notes { place, owner, document in
      guard let place else {
        return hasHome && (owner.map(groups.contains) ?? documents.contains(document))
      }
      return places.contains(place)
    }
  }

  /// The municipalities by the ids of their groups; the whole room where there are none.
  private func tables(_ screen: WorkshopScreen) -> [String] {
    if let team = screen.team { return [team.text] }
    let municipalities = screen.workshop.municipalities.map(\.document.text)
    return municipalities.isEmpty ? ["plenary"] : municipalities
  }

  private func place(_ step: Step, _ document: DocumentName) -> String? {
    switch step {
    case .question: ConsultationPart.question(host: document).place
    case .round(let round): ConsultationPart.visit(host: document, round: round).place
    case .home: nil
    }
  }

  /// What a group takes home, with whatever of it names no table.
  private func home(_ group: String, _ document: DocumentName, _ screen: WorkshopScreen) -> [Note] {
    let notes = screen.workshop.notes
    let item = screen.item?.key
    return notes.sheet(of: group, at: nil, inItem: item).followed(
      by: notes.sheet(of: nil, at: nil, inItem: item).filter { $0.document == document })
  }

  private func name(_ group: String, _ screen: WorkshopScreen) -> String {
    Groups.name(group, workshop: screen.workshop, content: screen.content)
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    var draft = NoteDraft(
      document: Groups.document(of: box.group, workshop: screen.workshop), item: screen.item?.key,
      activity: .consultations, phase: screen.phase?.id, group: box.group, place: box.place,
      channel: .keyboard)
    let saying: Note.ConsultationSaying =
      switch step(screen) {
      case .question: .question
      case .round: .advice
      case .home: .home
      }
    draft.fields = [Note.ConsultationField.part.text: saying.rawValue]
    return draft
  }

  // MARK: Layout

  /// A table on the screen: its name, who sits there, its question, and the area of its notes.
  private struct Table {
    let rect: Rect
    /// What stands between the name and the notes.
    let lines: [(text: String, style: Style)]
    let notes: Rect
  }

  /// The tables in view, by their number among the boxes.
  private func layout(_ view: StageView, in rect: Rect) -> [Int: Table] {
    let body = rect.removingTop(hint(view, rect) == nil ? 0 : 1)
    let count = view.boxes.count
    guard count > 0, body.rows > 0 else { return [:] }
    let columns = body.columns >= 56 && count > 1 ? 2 : 1
    let least = step(view.screen).round == nil ? 3 : 7
    let bands = (count + columns - 1) / columns
    let visible = max(1, min(bands, body.rows / least))
    let selected = view.selectedBox / columns
    let first = min(max(0, selected - visible / 2), bands - visible)
    let width = (body.columns - (columns - 1) * 2) / columns
    var tables: [Int: Table] = [:]
    for index in view.boxes.indices where (first..<(first + visible)).contains(index / columns) {
      let band = index / columns - first
      let top = body.rows * band / visible
      let rows = body.rows * (band + 1) / visible - top
      let cell = Rect(
        column: body.column + index % columns * (width + 2), row: body.row + top, columns: width,
        // Air between the tables, where there is room.
        rows: band + 1 < visible && rows > least ? rows - 1 : rows)
      let lines = lines(view.boxes[index], view, columns: width, rows: max(0, cell.rows - 3))
      tables[index] = Table(
        rect: cell, lines: lines, notes: cell.removingTop(min(cell.rows, 1 + lines.count)))
    }
    return tables
  }

  /// Who stays and who visits, and the question, above the notes of a table.
  private func lines(_ box: StageBox, _ view: StageView, columns: Int, rows: Int)
    -> [(text: String, style: Style)]
  {
    guard let round = step(view.screen).round, rows > 0 else { return [] }
    let people = Seats(view.screen, round: round).rows(at: box.id, view.content)
    let document = Groups.document(of: box.group, workshop: view.screen.workshop)
    let question = view.screen.workshop.notes.at(document.text, ofItem: view.screen.item?.key)
      .prefix(1).map { "? " + $0.text }
    var lines: [(text: String, style: Style)] = []
    // Where there is less room, people and question are each cut to fewer rows, with a sign.
    for (forPeople, forQuestion) in [(2, 3), (2, 2), (1, 2), (1, 1)] {
      lines = people.flatMap { $0.fitting(columns, limit: forPeople) }
        .map { ($0, Style(.quiet)) }
      lines += question.flatMap { Self.wrap($0, columns, limit: forQuestion) }
        .map { ($0, Style(.accent, bold: true)) }
      if lines.count <= rows { return lines }
    }
    let hidden = lines.count - rows
    lines = Array(lines.prefix(rows))
    let sign = " ▾\(hidden + 1)"
    lines[rows - 1].text =
      TextLayout.truncate(lines[rows - 1].text, columns: max(0, columns - sign.count)) + sign
    return lines
  }

  /// A text in no more rows than there is room for, cut with a sign.
  private static func wrap(_ text: String, _ columns: Int, limit: Int) -> [String] {
    var lines = TextLayout.wrap(text, columns: max(1, columns))
    guard lines.count > limit else { return lines }
    lines = Array(lines.prefix(limit))
    lines[limit - 1] = TextLayout.truncate(lines[limit - 1] + " …", columns: columns)
    return lines
  }

  func areas(_ view: StageView, in rect: Rect) -> [Rect?] {
    let tables = layout(view, in: rect)
    return view.boxes.indices.map { tables[$0]?.notes }
  }

  // MARK: Drawing

  /// What the room needs to know of the round: whether it is settled, or that there is no visiting.
  private func hint(_ view: StageView, _ rect: Rect) -> String? {
    guard let round = step(view.screen).round, rect.rows >= 6 else { return nil }
    let seats = Seats(view.screen, round: round)
    if seats.schedule.isPlenary { return view.content.word("consult.plenary") }
    if seats.schedule.people.isEmpty { return view.content.word("consult.nobody-known") }
    return seats.isProposal ? view.content.word("consult.proposal") : nil
  }

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    if let hint = hint(view, rect) {
      frame.put(hint, at: rect.origin, style: Style(.warning), columns: rect.columns)
    }
    let tables = layout(view, in: rect)
    for (index, table) in tables {
      let box = view.boxes[index]
      let isSelected = index == view.selectedBox
      let title = view.content.text(of: box.title)
      let count = box.notes.isEmpty ? "" : " (\(box.notes.count))"
      let page = tables.count < view.boxes.count ? "  \(index + 1)/\(view.boxes.count)" : ""
      let more = drawSigns(index, of: view.boxes.count, tables, table.rect, &frame)
      frame.put(
        title + count + page, at: table.rect.origin,
        style: Style(.normal, bold: true, underline: isSelected),
        columns: table.rect.columns - more)
      for (row, line) in table.lines.enumerated() {
        frame.put(
          line.text, at: Point(column: table.rect.column, row: table.rect.row + 1 + row),
          style: line.style, columns: table.rect.columns)
      }
      NoteList(view: view, box: box, isFocused: isSelected).draw(in: table.notes, on: &frame)
      if box.notes.isEmpty && isSelected {
        frame.put(
          view.content.word(empty(view)),
          at: Point(column: table.notes.column + 2, row: table.notes.row), style: Style(.quiet),
          columns: table.notes.columns - 2)
      }
    }
  }

  /// Says at the first and the last table in view how many there are above and below; returns the columns.
  private func drawSigns(
    _ index: Int, of count: Int, _ tables: [Int: Table], _ rect: Rect, _ frame: inout Frame
  ) -> Int {
    var signs = ""
    if index == tables.keys.min(), index > 0 { signs += "▴\(index)" }
    if index == tables.keys.max(), index + 1 < count { signs += "▾\(count - index - 1)" }
    guard !signs.isEmpty else { return 0 }
    let end = Point(column: rect.maxColumn, row: rect.row)
    return frame.putRight(signs, endingAt: end, style: Style(.accent, bold: true)) + 1
  }

  private func empty(_ view: StageView) -> String {
    switch step(view.screen) {
    case .question: "consult.no-question"
    case .round: "consult.no-advice"
    case .home: "consult.nothing-home"
    }
  }
}

/// Who sits where in a round, in words.
struct Seats {
  let schedule: ConsultationSchedule
  let seating: Seating
  /// Tells whether nobody settled it yet.
  let isProposal: Bool
  private let workshop: Workshop

  init(_ screen: WorkshopScreen, round: Int) {
    workshop = screen.workshop
    let schedule = ConsultationSchedule(screen.workshop)
    self.schedule = schedule
    let seatings = screen.item.map { schedule.seatings(of: $0, rounds: round) } ?? []
    seating = seatings.last ?? Seating()
    isProposal = screen.item?.tables[round] == nil
  }

  /// What to call somebody: the letter of their side and their name or function.
  func name(_ person: Participant, _ content: Content) -> String {
    let name = person.toldApart(in: workshop)
    guard person.standing?.sides.isEmpty == false else { return name }
    return "\(content.letter(for: person.standing)) \(name)"
  }

  /// What is said of a table: people under a heading, or a sentence.
  struct Row {
    let heading: String
    var names: [String] = []

    /// All of it on one line.
    var text: String { names.isEmpty ? heading : "\(heading): \(names.joined(separator: ", "))" }

    /// As many names as fit in some rows, and how many more there are.
    func fitting(_ columns: Int, limit: Int) -> [String] {
      let columns = max(1, columns)
      var lines = TextLayout.wrap(text, columns: columns)
      var shown = names.count
      while lines.count > limit, shown > 1 {
        shown -= 1
        let part = Row(heading: heading, names: Array(names.prefix(shown)))
        lines = TextLayout.wrap("\(part.text) +\(names.count - shown)", columns: columns)
      }
      guard lines.count > limit, limit > 0 else { return lines }
      let sign = names.count > 1 ? " +\(names.count - 1)" : ""
      let room = columns - sign.count
      let cut = lines[limit - 1]
      let last =
        TextWidth.columns(of: cut) + 2 <= room
        ? cut + " …" : TextLayout.truncate(cut + "…", columns: max(0, room))
      return lines.prefix(limit - 1) + [last + sign]
    }
  }

  /// What is said of a table: who stays and who visits, or why it is closed.
  func rows(at table: String, _ content: Content) -> [Row] {
    guard let document = workshop.municipalities.map(\.document).first(where: { $0.text == table })
    else { return [] }
    let own = schedule.people.filter { $0.municipality == document }
    guard !own.isEmpty else { return [Row(heading: content.word("consult.nobody-of-table"))] }
    let hosts = schedule.hosts(at: document, in: seating)
    guard !hosts.isEmpty else { return [Row(heading: content.word("consult.closed"))] }
    var rows = [
      Row(heading: content.word("consult.stay"), names: hosts.map { name($0, content) })
    ]
    let visitors = schedule.visitors(at: document, in: seating)
    if !visitors.isEmpty {
      let names = visitors.map { person in
        let home = person.municipality.flatMap(workshop.municipality)?.name
        return name(person, content) + (home.map { " (\($0))" } ?? "")
      }
      rows.append(Row(heading: content.word("consult.visit"), names: names))
    }
    return rows
  }
}
