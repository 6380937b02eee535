extension Report {
  /// Works out the report of one or more workshops.
  ///
  /// The result does not depend on the order in which workshops and their files were read: workshops
  /// stand in the order in which they were made. Copies of one workshop are merged and count once.
  ///
  /// - Parameters:
  ///   - workshops: The workshops, in any order.
  ///   - edition: For whom it is made. That of a team has only what its people said, and the roles
  ///     made of that.
  public init(workshops: [WorkshopCore.Workshop], edition: Edition = .public) {
    let material = Material(workshops).workshops
    let gathering = Gathering(material, edition)
    self = gathering.report()
    if edition.municipality != nil {
      shared = Gathering(material, .public).shared(with: gathering)
    }
  }
}

/// What a report is made of, each note gone over once and as its edition may tell it.
struct Gathering: Sendable {
  /// The workshops in their order.
  let workshops: [Workshop]
  /// For whom the report is made.
  let edition: Report.Edition
  /// What each workshop may tell of its notes and people.
  let surroundings: [ToldNote.Surroundings]
  /// The notes on the record in the order of making, without scores.
  let notes: [ToldNote]
  /// The same by activity.
  let byActivity: [ActivityKind?: [ToldNote]]
  /// The ids of these notes: what a link may lead to.
  let ids: Set<RecordID>
  /// The scores by workshop, each of which is counted and never shown.
  let scores: [[Note]]
  /// The strengths of others and what they add to them, which a team's edition leaves out.
  let elsewhere: Set<RecordID>
  /// The number of strengths among them.
  let strengthsElsewhere: Int
  /// The roles in the order of making, with the workshop of each.
  let roles: [(role: WorkshopRole, workshop: Int)]
  /// How readers find a record.
  let marks: RecordMarks
  /// The municipalities in the order in which they were added.
  private let order: [DocumentName: Int]
  private let names: [DocumentName: String]
  let mask: NameMask

  /// The municipality to which the report is limited.
  var scope: DocumentName? { edition.municipality }

  init(_ workshops: [Workshop], _ edition: Report.Edition) {
    self.workshops = workshops
    var order: [DocumentName: Int] = [:]
    var names: [DocumentName: String] = [:]
    for municipality in workshops.lazy.flatMap(\.municipalities)
    where order[municipality.document] == nil {
      order[municipality.document] = order.count
      names[municipality.document] = municipality.name
    }
    self.order = order
    self.edition = edition
    let mask = NameMask(edition, over: workshops)
    self.mask = mask
    // Somebody may be called after a town; a town is not called after somebody.
    self.names = names.mapValues { name in
      let told = mask.told(name)
      return told == NameMask.sign ? name : told
    }

    let collected = Self.collect(workshops)
    let known = ToldNote.Surroundings.all(
      of: workshops, edition, mask, hidden: collected.hidden)
    let marked =
      collected.notes.map { ($0.note.id, $0.workshop) }
      + workshops.enumerated().flatMap { index, workshop in
        (workshop.roles.map(\.id) + workshop.participants.map(\.id)).map { ($0, index) }
      }
    marks = RecordMarks(
      marked.map { record, workshop in
        (record: record, printed: known[workshop].printedIDs.id(of: record))
      })
    let scope = edition.municipality
    let meant = collected.notes.filter { note, index in
      scope == nil || note.municipality == scope || known[index].origin(of: note) == scope
    }
    let surroundings = ToldNote.Surroundings.complemented(known, for: meant, of: workshops)
    self.surroundings = surroundings
    var notes: [ToldNote] = []
    var scores = workshops.map { _ in [Note]() }
    for (note, index) in meant {
      if note.isScore {
        scores[index].append(note)
      } else {
        notes.append(ToldNote(note, in: workshops[index], index, surroundings[index]))
      }
    }
    notes.sort(by: ToldNote.precedes)
    if edition == .public { notes = ToldNote.withoutTellingLinks(notes) }
    let ids = Set(notes.lazy.map(\.id))
    self.notes = notes
    self.ids = ids
    self.scores = scores
    let others = collected.notes.map(\.note).filter {
      scope != nil && $0.activity == .strengths && !ids.contains($0.id)
    }
    let elsewhere = Set(others.map(\.id))
    self.elsewhere = elsewhere
    strengthsElsewhere = others.count { note in
      note.addsTo.map { !elsewhere.contains($0) && !ids.contains($0) } ?? true
    }
    byActivity = Dictionary(grouping: notes, by: \.activity)
    roles = Self.roles(of: workshops).filter { role, _ in
      scope == nil || !ids.isDisjoint(with: role.from)
    }
  }

  /// The notes on the record, each once, and those that are off it in any workshop.
  private static func collect(_ workshops: [Workshop])
    -> (notes: [(note: Note, workshop: Int)], hidden: [Note])
  {
    var found: [RecordID: (note: Note, workshop: Int)] = [:]
    var hidden: [RecordID: Note] = [:]
    for (index, workshop) in workshops.enumerated() {
      for name in workshop.documents.keys.sorted() where name.holdsNotes {
        // Of a note that stands in several files, the workshop knows one.
        for note in workshop.notes.inDocument(name) {
          // A copy of a note in another workshop: off the record in one is off the record.
          if note.isOffRecord {
            hidden[note.id] = note
          } else if found[note.id] == nil {
            found[note.id] = (note, index)
          }
        }
      }
    }
    for id in hidden.keys { found[id] = nil }
    return (Array(found.values), Array(hidden.values))
  }

  /// The roles of workshops in the order of making, each once.
  static func roles(of workshops: [Workshop]) -> [(role: WorkshopRole, workshop: Int)] {
    var known: Set<RecordID> = []
    let roles = workshops.enumerated().flatMap { index, workshop in
      workshop.roles.filter { known.insert($0.id).inserted }.map { ($0, index) }
    }
    let printed = workshops.map(PrintedIDs.init)
    return roles.map { role, workshop in
      (role, workshop, printed[workshop].order(of: role.id, created: role.created))
    }.sorted { $0.2 < $1.2 }.map { ($0.0, $0.1) }
  }

  func report() -> Report { TellingIDs(of: self).replaced(in: wholeReport()) }

  private func wholeReport() -> Report {
    Report(
      edition: edition, workshops: introductions(), participants: participants(),
      standings: standings(), protection: protection(), preparation: preparation(),
      pitches: pitches(), strengths: strengths(),
      strengthsOutside: strengthsOutside(), roles: sideRoles(), roleMarket: rolePicks(),
      visions: visions(), consultations: consultations(), visits: visits(), plans: plans(),
      forms: chosenForms(), closing: closingWords(), tree: tree(), framework: framework(),
      frameworkRemarks: frameworkRemarks(),
      conditions: conditionNotes(), scores: conditionScores(), municipalities: byMunicipality(),
      notes: notes.map(trace), elsewhere: leftToOthers())
  }

  // MARK: Names and places

  /// A text as the edition may print it.
  func told(_ text: String) -> String { mask.told(text) }

  /// The id of a record of a workshop as it is printed.
  func printed(_ record: RecordID, in workshop: Int) -> String {
    surroundings[workshop].printedIDs.text(of: record)
  }

  /// A participant of a workshop.
  func person(_ id: RecordID, in workshop: Int) -> Participant? {
    surroundings[workshop].disclosure.person(id)
  }

  /// The name of a municipality; `nil` for sheets of other groups and where no workshop names it.
  func name(of municipality: DocumentName?) -> String? { municipality.flatMap { names[$0] } }

  /// The municipalities in the order in which they were added.
  var municipalities: [DocumentName] {
    order.sorted { $0.value < $1.value }.map(\.key)
  }

  /// Municipalities in the order in which they were added, then others by name, then none.
  func sorted(_ places: some Sequence<DocumentName?>) -> [DocumentName?] {
    let places = Set(places)
    let known = places.compactMap { $0 }.sorted { left, right in
      switch (order[left], order[right]) {
      case (let a?, let b?): a < b
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): left < right
      }
    }
    return known.map(Optional.some) + (places.contains(nil) ? [nil] : [])
  }

  /// The notes of an activity by the municipality in whose file they stand.
  func filed(_ activity: ActivityKind) -> [(file: DocumentName?, notes: [ToldNote])] {
    let files = Dictionary(grouping: byActivity[activity] ?? [], by: \.municipality)
    return sorted(files.keys).map { ($0, files[$0] ?? []) }
  }

  /// What a note says.
  func statement(_ note: ToldNote) -> Report.Statement {
    Report.Statement(note: note.printedID, text: note.text, group: note.group)
  }
}

extension Array {
  /// The array, or `nil` where there is nothing in it.
  var nonempty: Self? { isEmpty ? nil : self }
}
