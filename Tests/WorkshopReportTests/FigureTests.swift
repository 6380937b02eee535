import TestSupport
import Testing
import WorkshopReport

@testable import WorkshopCore

/// Figures are those of the report, whatever the order of the files and however many count at once.
struct FigureTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `files counted one by one give the numbers of the report`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let folders = WholeWorkshop.severalFolders().shuffled(using: &random)
    let edition = Printing.editions[Int(seed) % Printing.editions.count]

    let empty = FigureTally(
      sessions: folders.map { $0[.session] ?? Document(name: .session) }, edition: edition)
    var tallies = [empty, empty]
    let files = empty.folders.indices.flatMap { workshop in
      Set(empty.folders[workshop].flatMap { folders[$0].keys }).map { (workshop, $0) }
    }
    for (workshop, name) in files.shuffled(using: &random) {
      var document = Document(name: name)
      for folder in empty.folders[workshop] {
        if let own = folders[folder][name] { document.merge(own) }
      }
      guard name.holdsNotes else { continue }
      tallies[Int.random(in: 0..<2, using: &random)].add(
        document.notes, in: name, workshop: workshop)
    }
    var tally = tallies.removeLast()
    tally.add(tallies[0])

    let report = Report(
      workshops: folders.map { Workshop(documents: $0.values) }, edition: edition)
    #expect(tally.figures() == Figures(countedIn: report))
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `notes that stand in several files of a workshop count as what those say together`(
    _ seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let whole = WholeWorkshop()
    var documents = whole.workshop.documents
    let edition = Printing.editions[Int(seed) % Printing.editions.count]
    var writer = SampleWriter(series: 8)
    for document in documents.values { writer.observe(document) }
    let names = documents.keys.filter(\.holdsNotes).sorted()
    // What was said at a table stands in the file of its host.
    for note in whole.workshop.notes.all
    where note.activity != .consultations && Int.random(in: 0..<3, using: &random) == 0 {
      let record = try #require(whole.workshop.record(of: note))
      let other = try #require(names.randomElement(using: &random))
      documents[other]?.insert(record, into: SessionCollection.notes)
      let set: JSONObject =
        switch Int.random(in: 0..<4, using: &random) {
        case 0: ["deleted": .bool(true)]
        case 1: ["offRecord": .bool(true)]
        case 2: ["activity": "tree", "place": "roots"]
        default: ["text": "anders"]
        }
      let name = Bool.random(using: &random) ? other : note.document
      documents[name]?.apply(writer.revise(note.id, set: set, in: name))
    }
    var tally = FigureTally(
      sessions: [documents[.session] ?? Document(name: .session)], edition: edition)
    for name in names.shuffled(using: &random) {
      let document = try #require(documents[name])
      let gone = document.records(SessionCollection.notes).filter { !$0.isPresent }.map(\.id)
      tally.add(document.notes, gone: gone, in: name, workshop: 0)
    }
    for (workshop, names) in tally.sharing {
      #expect(workshop == 0)
      tally.recount(names.compactMap { documents[$0] }, workshop: workshop)
    }
    let report = Report(workshops: [Workshop(documents: documents.values)], edition: edition)
    #expect(tally.figures() == Figures(countedIn: report))
  }

  @Test func `figures have no word that anybody said, and no name`() throws {
    let whole = WholeWorkshop()
    for edition in Printing.editions {
      var tally = FigureTally(
        sessions: [try #require(whole.workshop.documents[.session])], edition: edition)
      for document in whole.workshop.documents.values where document.name.holdsNotes {
        tally.add(document.notes, in: document.name, workshop: 0)
      }
      let text = String(decoding: try tally.figures().json(), as: UTF8.self)
      for note in whole.workshop.notes.all where note.text.count > 8 {
        #expect(!text.holds(note.text), "\(note.text)")
      }
      for person in WholeWorkshop.people { #expect(!text.holds(person.name)) }
    }
  }
}

extension Figures {
  /// The numbers that somebody would count in a report.
  fileprivate init(countedIn report: Report) {
    let places = Dictionary(grouping: report.notes) { note in
      [note.activity?.rawValue ?? "", note.place ?? ""]
    }
    let activities = Dictionary(grouping: report.notes, by: \.activity)
    let order: [ActivityKind?] = ActivityKind.allCases.map(Optional.some) + [nil]
    let parts = TreePart.allCases.map(\.rawValue).sorted()
    self.init(
      edition: report.edition, workshops: report.workshops.count, standings: report.standings,
      notes: report.notes.count,
      activities: order.compactMap { kind in
        activities[kind].map { ActivityFigure(activity: kind, notes: $0.count) }
      },
      municipalities: report.municipalities.map { own in
        MunicipalityFigures(
          municipality: own.municipality, name: own.name,
          activities: own.activities.map {
            ActivityFigure(activity: $0.activity, notes: $0.notes.count)
          })
      },
      strengths: report.strengths.map { side in
        SideFigures(
          side: side.side,
          boxes: side.boxes.map { box in
            BoxFigure(
              dimension: box.dimension, count: box.items.count,
              additions: box.items.reduce(0) { $0 + $1.additions.count })
          }, count: side.count)
      },
      roles: report.roles.map {
        RoleFigures(
          side: $0.side, madeHere: $0.madeHere.count, source2016: $0.source2016.count)
      },
      roleMarket: (report.roleMarket ?? []).filter { $0.count > 0 }
        .map { PickFigure(role: $0.role, count: $0.count) }
        .sorted { ($0.role ?? "z") < ($1.role ?? "z") },
      tree: parts.compactMap { part in
        places[["tree", part]].map { notes in
          PlaceFigure(place: part, notes: notes.count, municipalities: nil)
        }
      },
      framework: report.framework.map {
        PlaceFigure(
          place: $0.place, notes: $0.notes.count, municipalities: $0.municipalities.count)
      }.sorted { $0.place ?? "" < $1.place ?? "" },
      plans: Figures.plans(report), consultations: Figures.consultations(report),
      scores: report.scores)
  }

  private static func plans(_ report: Report) -> [PlaceFigure] {
    var notes: [String?: Int] = [:]
    var municipalities: [String?: Set<String>] = [:]
    for plan in report.plans ?? [] {
      let parts: [(String?, Int)] =
        [
          ("action", plan.actions.count), ("lasting", plan.lasting.count),
          ("none", plan.noPlan.count), (nil, plan.others.count),
        ] + plan.forms.map { ("form/" + $0.id, $0.notes.count) }
        + plan.models.map { ("model/" + $0.id, $0.notes.count) }
      for (place, count) in parts where count > 0 {
        notes[place, default: 0] += count
        if let own = plan.municipality { municipalities[place, default: []].insert(own) }
      }
    }
    return (notes.keys.compactMap { $0 }.sorted().map(Optional.some) + [nil]).compactMap { place in
      notes[place].map {
        PlaceFigure(place: place, notes: $0, municipalities: municipalities[place]?.count ?? 0)
      }
    }
  }

  private static func consultations(_ report: Report) -> ConsultationFigures {
    let tables = report.consultations ?? []
    let rounds = tables.flatMap(\.rounds)
    return ConsultationFigures(
      questions: tables.reduce(0) { $0 + $1.questions.count },
      advice: rounds.reduce(0) { $0 + $1.advice.count },
      insights: rounds.reduce(0) { $0 + $1.insights.count },
      home: tables.reduce(0) { $0 + $1.home.count })
  }
}
