extension Report {
  /// Works out the report of one or more workshops.
  ///
  /// The result does not depend on the order in which files were read. A note that stands in
  /// several copies of one workshop counts once, as the last of them has it.
  ///
  /// - Parameters:
  ///   - workshops: The workshops, in the order in which they are introduced.
  ///   - municipality: Only what this municipality's people said, and the roles made of that.
  public init(workshops: [WorkshopCore.Workshop], only municipality: DocumentName? = nil) {
    var gathering = Gathering(workshops, only: municipality)
    gathering.gather()
    self = gathering.report
  }
}

/// Gathers a report in one pass over the notes.
private struct Gathering {
  let workshops: [Workshop]
  let notes: [Note]
  let scores: [Note]
  let roles: [WorkshopRole]
  let authors: [RecordID: Participant]
  let municipalityNames: [DocumentName: String]
  let scope: DocumentName?
  /// The place of a note's workshop among all.
  let home: [RecordID: Int]
  var report = Report(
    workshops: [], participants: [], strengths: [], roles: [], tree: [], municipalities: [],
    notes: [])

  init(_ workshops: [Workshop], only scope: DocumentName?) {
    self.workshops = workshops
    self.scope = scope
    var notes: [RecordID: Note] = [:]
    var home: [RecordID: Int] = [:]
    var roles: [RecordID: WorkshopRole] = [:]
    var authors: [RecordID: Participant] = [:]
    var names: [DocumentName: String] = [:]
    for (index, workshop) in workshops.enumerated() {
      for note in workshop.notes.all {
        // Off the record in one copy is off the record.
        notes[note.id] = notes[note.id]?.isOffRecord == true ? notes[note.id] : note
        home[note.id] = index
      }
      for role in workshop.roles { roles[role.id] = role }
      for participant in workshop.participants { authors[participant.id] = participant }
      for municipality in workshop.municipalities {
        names[municipality.document] = municipality.name
      }
    }
    let onRecord = notes.values.filter { note in
      guard !note.isOffRecord else { return false }
      guard let scope else { return true }
      return note.municipality == scope || Self.municipality(of: note, authors, names) == scope
    }
    let ids = Set(onRecord.map(\.id))
    self.notes = onRecord.filter { !$0.isScore }.sorted(by: Note.precedes)
    scores = onRecord.filter(\.isScore)
    self.roles = roles.values.filter { scope == nil || !ids.isDisjoint(with: $0.from) }.sorted {
      $0.created == $1.created ? $0.id < $1.id : $0.created < $1.created
    }
    self.authors = authors
    self.home = home
    municipalityNames = names
  }

  mutating func gather() {
    let countOfItem = Dictionary(notes.lazy.compactMap(\.item).map { ($0, 1) }, uniquingKeysWith: +)
    report.municipality = scope?.text
    report.workshops = workshops.map { introduce($0, counts: countOfItem) }
    report.participants = participants()
    report.strengths = strengths()
    report.roles = sideRoles()
    report.roleMarket = Report.RolePicks.gather(
      notes.compactMap { note in home[note.id].map { (note, workshops[$0]) } },
      isForTeam: scope != nil)
    report.tree = tree()
    report.framework = framework()
    report.scores = conditionScores()
    gatherDayTwo()
    report.municipalities = byMunicipality()
    report.notes = notes.map(trace)
  }

  // MARK: Who and when

  private func introduce(_ workshop: Workshop, counts: [RecordID: Int]) -> Report.Workshop {
    Report.Workshop(
      title: workshop.info.title, place: workshop.info.place, dates: workshop.info.dates,
      language: workshop.info.language, source: workshop.info.source,
      programme: workshop.items.map { item in
        Report.Item(
          id: item.id.text, activity: item.kind, title: item.title, day: item.day,
          plannedMinutes: item.minutes,
          realMinutes: item.clock.began == nil ? nil : item.clock.spent / 60,
          notes: counts[item.id] ?? 0)
      })
  }

  private func participants() -> [Report.Participants] {
    var known: Set<RecordID> = []
    var people: [DocumentName?: [Participant]] = [:]
    for participant in workshops.flatMap(\.participants)
    where known.insert(participant.id).inserted
      && (scope == nil || participant.municipality == scope)
    {
      people[participant.municipality, default: []].append(participant)
    }
    return places(of: Set(people.keys)).map { place in
      let group = people[place] ?? []
      let numbers = group.map(\.number)
      return Report.Participants(
        municipality: place?.text, name: place.flatMap { municipalityNames[$0] },
        people: group.map { person in
          Report.Person(
            function: person.function, organisation: person.organisation, side: person.standing,
            number: person.number, source: person.source)
        },
        number: numbers.contains(nil) ? nil : numbers.compactMap { $0 }.reduce(0, +))
    }
  }

  /// Municipalities in the order they were added, then others by name, then none.
  private func places(of names: Set<DocumentName?>) -> [DocumentName?] {
    var order: [DocumentName?] = []
    for municipality in workshops.flatMap(\.municipalities)
    where names.contains(municipality.document) && !order.contains(municipality.document) {
      order.append(municipality.document)
    }
    let rest = names.compactMap { $0 }.filter { !order.contains($0) }.sorted()
    return order + rest.map(Optional.some) + (names.contains(nil) ? [nil] : [])
  }

  // MARK: Strengths and roles

  private func strengths() -> [Report.SideStrengths] {
    let named = notes.filter { $0.activity == .strengths }
    let ids = Set(named.map(\.id))
    var additions: [RecordID: [Note]] = [:]
    var grounds: [Note] = []
    for note in named {
      // An addition whose strength was deleted stands by itself; it is not lost with it.
      if let ground = note.addsTo, ids.contains(ground) {
        additions[ground, default: []].append(note)
      } else {
        grounds.append(note)
      }
    }
    var boxes: [Place: [Report.Strength]] = [:]
    var placed: Set<RecordID> = []
    // What no ground leads to are notes that a file edited by hand hangs on each other.
    for note in grounds + named where placed.insert(note.id).inserted {
      var all: [Note] = []
      var waiting = [note]
      while let next = waiting.popLast() {
        let behind = (additions[next.id] ?? []).filter { placed.insert($0.id).inserted }
        all += behind
        waiting += behind
      }
      guard let place = note.typedPlace else { continue }
      boxes[place, default: []].append(
        strength(note, additions: all.sorted(by: Note.precedes)))
    }
    return Side.allCases.map { side in
      let sorted: [Report.StrengthBox] = Dimension.allCases.map { dimension in
        Report.StrengthBox(
          dimension: dimension, items: boxes[.strength(side, dimension)] ?? [])
      }
      let unsorted = Report.StrengthBox(dimension: nil, items: boxes[.strength(side, nil)] ?? [])
      let all = sorted + (unsorted.items.isEmpty ? [] : [unsorted])
      return Report.SideStrengths(
        side: side, boxes: all, count: all.reduce(0) { $0 + $1.items.count })
    }
  }

  private func strength(_ note: Note, additions: [Note]) -> Report.Strength {
    Report.Strength(
      note: note.id.text, text: note.text, group: note.group,
      municipalities: Set(([note] + additions).compactMap(municipality)).sorted().map(\.text),
      additions: additions.map(statement),
      roles: roles.filter { $0.from.contains(note.id) }.map(\.name),
      source: note.source)
  }

  /// The municipality whose people wrote a note, where that was recorded.
  private func municipality(of note: Note) -> DocumentName? {
    Self.municipality(of: note, authors, municipalityNames)
  }

  private static func municipality(
    of note: Note, _ authors: [RecordID: Participant], _ names: [DocumentName: String]
  ) -> DocumentName? {
    switch note.author {
    case .municipality(let name): return name
    case .participant(let id):
      if let own = authors[id]?.municipality { return own }
    case nil: break
    }
    if let file = note.municipality { return file }
    // A sheet of one municipality may also hang among those of the whole room.
    return note.group.flatMap(DocumentName.init).flatMap { names[$0] == nil ? nil : $0 }
  }

  private func sideRoles() -> [Report.SideRoles] {
    let sides: [Side?] = Side.allCases.map(Optional.some) + [nil]
    return sides.compactMap { side in
      let group = roles.filter { $0.side == side }
      guard side != nil || !group.isEmpty else { return nil }
      return Report.SideRoles(
        side: side, madeHere: group.filter { $0.sourceRole == nil }.map(role),
        source2016: group.filter { $0.sourceRole != nil }.map(role))
    }
  }

  private func role(_ role: WorkshopRole) -> Report.Role {
    let onRecord = Set(notes.map(\.id))
    return Report.Role(
      id: role.id.text, sourceRole: role.sourceRole, name: role.name,
      description: role.description, relation: role.relation,
      from: role.from.filter(onRecord.contains).map(\.text), source: role.source)
  }

  // MARK: Tree and notes

  private func tree() -> [Report.TreePart] {
    let named = notes.filter { $0.activity == .tree }
    return TreePart.allCases.map { part in
      let items = named.filter { $0.typedPlace == .treePart(part) }
      let groups = Dictionary(grouping: items, by: \.group)
      let order = groups.keys.compactMap { $0 }.sorted { $0.precedesByBytes($1) }
      let keys: [String?] = order.map(Optional.some) + (groups[nil] == nil ? [] : [nil])
      return Report.TreePart(
        part: part,
        groups: keys.map { key in
          Report.TreeGroup(group: key, items: (groups[key] ?? []).map(statement))
        },
        count: items.count)
    }
  }

  private func framework() -> [Report.FrameworkPlace] {
    let placed = Dictionary(grouping: notes.filter { $0.activity == .framework }, by: \.typedPlace)
    return Place.all(in: .framework).compactMap { place in
      guard let notes = placed[place] else { return nil }
      let municipalities = places(of: Set(notes.map { municipality(of: $0) })).compactMap { $0 }
      return Report.FrameworkPlace(
        place: place.text, municipalities: municipalities.map(\.text), notes: notes.map(\.id.text))
    }
  }

  private func conditionScores() -> [Report.Score] {
    struct Key: Hashable {
      let condition: String
      let moment: Moment
      let side: Side
    }
    var groups: [Key: [Note]] = [:]
    for note in scores {
      guard case .score(let condition, let moment)? = note.typedPlace,
        let side = note.group.flatMap(Side.init(rawValue:))
      else { continue }
      groups[Key(condition: condition, moment: moment, side: side), default: []].append(note)
    }
    let conditions = Set(groups.keys.map(\.condition)).sorted { $0.precedesByBytes($1) }
    return conditions.flatMap { condition in
      Moment.allCases.flatMap { moment in
        Side.allCases.compactMap { side in
          groups[Key(condition: condition, moment: moment, side: side)].map {
            Report.Score(
              condition: condition, moment: moment, side: side, scores: ConditionScores($0))
          }
        }
      }
    }
  }

  private func byMunicipality() -> [Report.MunicipalityNotes] {
    let files = Dictionary(grouping: notes, by: \.municipality)
    return places(of: Set(files.keys)).map { place in
      let activities = Dictionary(grouping: files[place] ?? [], by: \.activity)
      let known: [ActivityKind?] = ActivityKind.allCases.map(Optional.some) + [nil]
      return Report.MunicipalityNotes(
        municipality: place?.text, name: place.flatMap { municipalityNames[$0] },
        activities: known.compactMap { activity in
          activities[activity].map {
            Report.ActivityNotes(activity: activity, notes: $0.map(\.id.text))
          }
        })
    }
  }

  private func statement(_ note: Note) -> Report.Statement {
    Report.Statement(note: note.id.text, text: note.text, group: note.group)
  }

  private func trace(_ note: Note) -> Report.TracedNote {
    Report.TracedNote(
      id: note.id.text, workshop: home[note.id] ?? 0, municipality: note.municipality?.text,
      group: note.group,
      voice: note.voice, activity: note.activity, item: note.item?.text, place: note.place,
      // Why somebody took a role stays with their team.
      text: note.isPick && scope == nil ? "" : note.text, kind: note.kind,
      verbatim: note.isVerbatim, channel: note.channel,
      at: note.at?.text, addsTo: note.addsTo?.text, from: note.from.map(\.text), tags: note.tags,
      source: note.source)
  }
}

extension Gathering {
  // MARK: Day two

  /// What was made of it on the second day; what nobody recorded stays absent.
  private mutating func gatherDayTwo() {
    report.visions =
      filed(under: .vision).map {
        Report.Vision($0.notes, municipality: $0.file, name: $0.name)
      }.nonempty
    report.plans =
      filed(under: .plan).map {
        Report.Plan($0.notes, municipality: $0.file, name: $0.name)
      }.nonempty
    let visits = notes.filter { $0.activity == .consultations }
    let hosts = workshops.flatMap(\.municipalities).map(\.document)
    let tables = Set(visits.map(\.municipality)).union(hosts.filter { [nil, $0].contains(scope) })
    report.consultations =
      places(of: tables).map { table in
        Report.Consultation(
          at: table, name: table.flatMap { municipalityNames[$0] }, notes: visits, in: workshops)
      }.filter { !$0.isEmpty }.nonempty
    report.closing =
      Report.ClosingWords.gather(
        notes.filter { $0.activity == .closing }, places: places(of: Set(hosts)),
        names: municipalityNames
      ).nonempty
  }

  /// The notes of an activity by the file in which they stand.
  private func filed(under activity: ActivityKind)
    -> [(file: DocumentName?, name: String?, notes: [Note])]
  {
    let files = Dictionary(
      grouping: notes.lazy.filter { $0.activity == activity }, by: \.municipality)
    return places(of: Set(files.keys)).map { file in
      (file, file.flatMap { municipalityNames[$0] }, files[file] ?? [])
    }
  }
}

extension Array {
  /// The array, or `nil` where there is nothing in it.
  fileprivate var nonempty: Self? { isEmpty ? nil : self }
}
