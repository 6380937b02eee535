import ReportText
import WorkshopCore

// Consultations, visions, closing, and what else was written down.

extension HTMLReport {
  // MARK: Consultations

  mutating func consultations() -> [Block] {
    guard let tables = report.consultations else { return [] }
    var blocks = visits()
    for table in tables {
      blocks.append(.heading(level: 3, told(phrases.title(of: table))))
      blocks += titled("report.consult.question", table.questions)
      for round in table.rounds {
        blocks.append(.heading(level: 4, told(phrases.title(of: round))))
        if round.round != nil {
          if let seats = round.seats {
            gaps.addSeats(seats, words)
            blocks.append(.remark(told(phrases.seats(seats))))
          } else {
            missing("gap.seats")
          }
        }
        let items = phrases.said(in: round).map { Block.Statement(text: markup($0.line)) }
        if !items.isEmpty { blocks.append(.list(items)) }
      }
      blocks += titled("report.consult.home", table.home)
    }
    return blocks
  }

  private mutating func titled(_ key: String, _ notes: [Report.Statement]) -> [Block] {
    notes.isEmpty ? [] : [.heading(level: 4, .text(words.heading(key))), voices(notes)]
  }

  /// Who visited whom, as a drawing and as a table.
  private mutating func visits() -> [Block] {
    guard let visits = report.visits, !visits.isEmpty else {
      missing("report.visits", .consultations)
      return []
    }
    var order = report.participants.compactMap(\.municipality)
    for place in visits.flatMap({ [$0.host, $0.visitor] })
    where !order.contains(where: { $0.hasSameBytes(as: place) }) {
      order.append(place)
    }
    func place(_ id: String) -> Int { order.firstIndex { $0.hasSameBytes(as: id) } ?? 0 }
    let figure = VisitsFigure(
      title: words.heading("report.visits"), description: words.word("figure.visits.description"),
      visitors: words.word("report.visits.visitor"), hosts: words.word("report.visits.host"),
      municipalities: order.map { naming.municipality($0).text },
      visits: visits.map {
        VisitsFigure.Visit(from: place($0.visitor), to: place($0.host), number: $0.number)
      })
    let table = noting(
      Table(
        caption: words.word("page.visits.caption"),
        columns: [
          Table.Column(words.heading("report.visits.visitor")),
          Table.Column(words.heading("report.visits.host")),
          Table.Column(words.heading("report.visits.rounds"), isNumeric: true),
          Table.Column(words.heading("report.visits.number"), isNumeric: true),
        ],
        rows: visits.map { visit in
          Table.Row(
            heading: told(naming.municipality(visit.visitor)),
            cells: [
              told(naming.municipality(visit.host)), .text(String(visit.rounds)),
              number(visit.number, isWithheld: visit.isNumberWithheld),
            ])
        }))
    return [.figure(Block.Figure(id: "visits", drawing: figure.drawing, table: table))]
  }

  // MARK: Visions

  mutating func visions() -> [Block] {
    guard let visions = report.visions else { return [] }
    var blocks: [Block] = []
    for vision in visions {
      blocks.append(.heading(level: 3, told(naming.sheets(of: vision.municipality))))
      blocks += titled("vision.words", vision.words)
      guard !vision.drawings.isEmpty else { continue }
      blocks.append(.heading(level: 4, .text(words.heading("vision.drawing"))))
      for drawing in vision.drawings { blocks += self.drawing(drawing) }
    }
    return blocks
  }

  private mutating func drawing(_ drawing: Report.Drawing) -> [Block] {
    var blocks: [Block] = [
      .list([Block.Statement(text: statement(drawing.note, drawing.text))], style: .voices)
    ]
    let alternative = words.word(
      "page.photograph.alternative", ["group": naming.group(drawing.group).text])
    for file in drawing.attachments {
      if let picture = pictures[file] {
        blocks.append(
          .photograph(Block.Photograph(picture: picture, alternative: alternative)))
      } else {
        blocks.append(.remark(told(phrases.photograph(file))))
      }
    }
    if let withheld = phrases.withheldPhotographs(of: drawing) {
      blocks.append(.remark(told(withheld)))
    }
    return blocks
  }

  // MARK: Closing

  mutating func closing() -> [Block] {
    guard let closing = report.closing else { return [] }
    var blocks: [Block] = []
    for speaker in closing {
      blocks.append(.heading(level: 3, told(phrases.title(of: speaker))))
      let who = told(phrases.speaker(speaker))
      if !who.isEmpty { blocks.append(.remark(who)) }
      blocks.append(voices(speaker.words))
    }
    return blocks
  }

  // MARK: Whatever no chapter tells

  mutating func others() -> [Block] {
    var blocks: [Block] = []
    for file in report.municipalities {
      var own: [Block] = []
      for activity in file.activities {
        let notes = activity.notes.filter { !isCited($0) }
        guard !notes.isEmpty else { continue }
        let name = phrases.capital(naming.activity(activity.activity))
        own.append(.heading(level: 4, counted(name, notes.count)))
        let items = notes.compactMap(phrases.note).map {
          Block.Statement(text: markup(phrases.statement(of: $0)))
        }
        own.append(.list(items, style: .voices))
      }
      guard !own.isEmpty else { continue }
      blocks.append(.heading(level: 3, told(naming.sheets(of: file.municipality))))
      blocks += own
    }
    return blocks
  }
}
