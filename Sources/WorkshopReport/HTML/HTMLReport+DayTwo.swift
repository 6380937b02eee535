import ReportText
import WorkshopCore

// Consultations, visions, closing, and what else was written down.

extension HTMLReport {
  // MARK: Consultations

  mutating func consultations() -> [Block] {
    guard let tables = report.consultations else { return [] }
    var blocks = visits()
    for table in tables {
      let title: Markup =
        table.isMunicipalityWithheld
        ? .text(words.heading("report.consult.table-withheld"))
        : said(names.sheets(of: table.municipality))
      blocks.append(.heading(level: 3, title))
      blocks += titled("report.consult.question", table.questions)
      for round in table.rounds {
        let number = round.round.map { String($0) } ?? words.word("report.left-out")
        let name = "\(words.heading("report.consult.round")) \(number)"
        let workshop =
          report.workshops.count > 1
          ? Markup.text(" · ") + said(names.workshop(round.workshop)) : .empty
        blocks.append(.heading(level: 4, .text(name) + workshop))
        if round.round != nil {
          if let seats = round.seats {
            blocks.append(.remark(self.seats(seats)))
          } else {
            missing("gap.seats")
          }
        }
        var items: [Block.Statement] = []
        for (notes, key) in [
          (round.advice, "consult.advice"), (round.insights, "consult.insight"),
        ] {
          for note in notes {
            items.append(
              Block.Statement(text: .text("\(words.word(key)): ") + statement(note)))
          }
        }
        if !items.isEmpty { blocks.append(.list(items)) }
      }
      blocks += titled("report.consult.home", table.home)
    }
    return blocks
  }

  private mutating func titled(_ key: String, _ notes: [Report.Statement]) -> [Block] {
    notes.isEmpty ? [] : [.heading(level: 4, .text(words.heading(key))), voices(notes)]
  }

  /// How many stayed and who visited.
  private mutating func seats(_ seats: Report.ConsultationSeats) -> Markup {
    gaps.addSeats(seats, words)
    let visitors = seats.visitors.map { visitor in
      municipality(visitor.municipality)
        + (seats.isNumberWithheld ? .empty : visitor.number.map { .text(" (\($0))") } ?? .empty)
    }
    let who = visitors.isEmpty ? .text(words.word("no-one")) : visitors.joined(separator: ", ")
    let hosts = number(seats.hosts, isWithheld: seats.isNumberWithheld)
    return [
      hosts.isEmpty ? .empty : words.markup("report.consult.hosts", ["number": hosts]),
      words.markup("report.consult.visitors", ["who": who]),
    ].joined(separator: " · ")
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
      title: words.word("figure.visits"), description: words.word("figure.visits.description"),
      visitors: words.word("report.visits.visitor"), hosts: words.word("report.visits.host"),
      municipalities: order.map(names.municipality),
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
            heading: municipality(visit.visitor),
            cells: [
              municipality(visit.host), .text(String(visit.rounds)),
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
      blocks.append(.heading(level: 3, said(names.sheets(of: vision.municipality))))
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
      "page.photograph.alternative", ["group": names.group(drawing.group)])
    for file in drawing.attachments {
      if let picture = pictures[file] {
        blocks.append(
          .photograph(Block.Photograph(picture: picture, alternative: alternative)))
      } else {
        blocks.append(.remark(words.markup("page.photograph.file", ["file": said(file)])))
      }
    }
    if drawing.withheldAttachments > 0 {
      blocks.append(
        .remark(words.markup("page.photograph.withheld", count: drawing.withheldAttachments)))
    }
    return blocks
  }

  // MARK: Closing

  mutating func closing() -> [Block] {
    guard let closing = report.closing else { return [] }
    var blocks: [Block] = []
    for speaker in closing {
      let title =
        speaker.municipality.map { municipality($0) }
        ?? speaker.researcher.map {
          .text(words.word("closing.researcher", ["number": String($0)]))
        }
        ?? .text(words.heading(speaker.isMunicipalityWithheld ? "report.speaker" : "plenary"))
      let who = [
        speaker.speaker.map { said($0) }, speaker.standing.map { .text(names.standing($0)) },
      ].compactMap { $0 }.joined(separator: " · ")
      blocks.append(.heading(level: 3, title))
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
        let name = names.activity(activity.activity)
        own.append(
          .heading(level: 4, counted(capital(name), notes.count)))
        let items = notes.map { id in
          Block.Statement(text: statement(id, places[id].map { report.notes[$0].text } ?? ""))
        }
        own.append(.list(items, style: .voices))
      }
      guard !own.isEmpty else { continue }
      blocks.append(.heading(level: 3, said(names.sheets(of: file.municipality))))
      blocks += own
    }
    return blocks
  }
}
