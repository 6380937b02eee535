extension Report {
  /// How many people a municipality brought, as far as that was recorded.
  public struct Participants: Hashable, Codable, Sendable {
    /// The municipality's id; absent for people of none.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// The people or groups of people that this edition may show with their municipality.
    public var people: [Person]
    /// The number of people or groups that it may not show, who count in ``number``; absent where
    /// ``isNumberWithheld``.
    public var unlisted: Int?
    /// The number of participants, researchers not among them; absent if the size of one group was not recorded, and
    /// where it is left out.
    public var number: Int?
    /// The number of researchers; absent likewise, and where there are none.
    public var researchers: Int?
    /// Tells whether the numbers are left out, since with those of others they would lead to one or two people.
    public var isNumberWithheld: Bool
  }

  /// How many people stand somewhere, of all municipalities together.
  public struct StandingNumber: Hashable, Codable, Sendable {
    /// Where they stand; absent means not stated, or several where ``isMerged``.
    public var standing: Standing?
    /// The number of people; absent if the size of one group was not recorded, and where it is left out.
    public var number: Int?
    /// Tells whether it is of all who stand anywhere else, where few do.
    public var isMerged: Bool
    /// Tells whether the number is left out: there are one or two people in all.
    public var isNumberWithheld = false
  }

  /// A participant, or a group of them.
  public struct Person: Hashable, Codable, Sendable {
    /// The short mark of who or what is listed, the same in every edition that lists them.
    public var mark: String
    /// The name; only in the edition of their own team.
    public var name: String?
    /// What they do.
    public var function: String?
    /// The organisation.
    public var organisation: String?
    /// Where they stand; absent means not stated.
    public var side: Standing?
    /// The number of people; absent means not recorded.
    public var number: Int?
    /// The section of a publication.
    public var source: String?
    /// Whether they were marked present in any part of the days, or absent in all; only in the edition of their own
    /// team, and absent where nothing was marked.
    public var isPresent: Bool?
  }

  /// How many of those whom a report is about were marked present in any part of the days.
  public struct Attendance: Hashable, Codable, Sendable {
    /// The number of participants, researchers not among them; absent if the size of one group was not recorded, and
    /// where it is left out.
    public var participants: Int?
    /// The number of researchers; absent likewise.
    public var researchers: Int?
    /// Tells whether a number is left out, which is of one or two people.
    public var isNumberWithheld: Bool
  }
}

extension Int {
  /// The number, or `nil` for none.
  fileprivate var nonzero: Int? { self == 0 ? nil : self }
}

extension Gathering {
  /// The people whom the report is about with their workshops, each once.
  private var people: [(person: Participant, workshop: Int)] {
    var known: Set<RecordID> = []
    return workshops.enumerated().flatMap { index, workshop in
      surroundings[index].disclosure.listed.filter { person in
        (scope == nil || person.municipality == scope) && known.insert(person.id).inserted
      }.map { ($0, index) }
    }
  }

  private func mayDescribe(_ person: Participant, in workshop: Int) -> Bool {
    surroundings[workshop].disclosure.mayDescribe(person)
  }

  private func isListed(_ person: Participant, in workshop: Int) -> Bool {
    surroundings[workshop].disclosure.isListed(person)
  }

  private func isPublished(_ person: Participant, in workshop: Int) -> Bool {
    surroundings[workshop].disclosure.isPublished(person)
  }

  /// The participants by municipality.
  func participants() -> [Report.Participants] {
    let groups = Dictionary(grouping: people, by: \.person.municipality)
    return sorted(groups.keys).map { place in
      let people = groups[place] ?? []
      let listed = people.filter { isListed($0.person, in: $0.workshop) }
      let tellsNumbers =
        scope != nil
        || people.allSatisfy { surroundings[$0.workshop].disclosure.hidden.tellsNumbers }
      let researchers = people.map(\.person).filter { $0.standing == .researcher }
      let number = Self.number(people.map(\.person).filter { $0.standing != .researcher })
      let others = researchers.isEmpty ? nil : Self.number(researchers)
      return Report.Participants(
        municipality: place?.text, name: name(of: place),
        people: listed.map { person, workshop in
          Report.Person(
            mark: marks[person.id],
            name: surroundings[workshop].disclosure.isOwn(person) ? person.name : nil,
            function: person.function.map(told), organisation: person.organisation.map(told),
            side: person.standing, number: person.number, source: person.source.map(told),
            isPresent: surroundings[workshop].disclosure.isOwn(person)
              ? person.presence.anyPart : nil)
        },
        unlisted: tellsNumbers ? people.count - listed.count : nil,
        number: tellsNumbers ? number : nil,
        researchers: tellsNumbers ? others : nil,
        isNumberWithheld: !tellsNumbers && (number != nil || others != nil))
    }
  }

  /// The number of people by where they stand; standings of nobody are left out, and few are merged.
  ///
  /// Of several workshops together no more is told apart than of each alone, so that none follows from the others.
  func standings() -> [Report.StandingNumber] {
    let people = people
    let all: [Standing?] = Standing.allCases.map(Optional.some) + [nil]
    let groups = Dictionary(grouping: people, by: \.person.standing)
    var merged: Set<Standing?> = []
    let rooms = Dictionary(grouping: people, by: \.workshop).filter { workshop, own in
      scope == nil && !own.allSatisfy { isPublished($0.person, in: workshop) }
    }
    /// The number of people, and of those of them who stand in no list: less the list, the one gives the other.
    func numbers(_ people: [(person: Participant, workshop: Int)]) -> (all: Int, unlisted: Int) {
      let unlisted = people.filter { !isListed($0.person, in: $0.workshop) }.map(\.person)
      return (
        Self.number(people.map(\.person)) ?? Int.max / 64,
        Self.number(unlisted) ?? Cells<Int>.fewest
      )
    }
    for own in rooms.values {
      let sides = Dictionary(grouping: own, by: \.person.standing).mapValues(numbers)
      let cells = Cells(
        all.compactMap { standing in sides[standing].map { (key: standing, number: $0.all) } },
        unlisted: { sides[$0]?.unlisted ?? 0 })
      merged.formUnion(Set(sides.keys).subtracting(cells.told.map(\.key)))
    }
    let told = all.filter { !merged.contains($0) }.compactMap { standing in
      groups[standing].map {
        Report.StandingNumber(
          standing: standing, number: Self.number($0.map(\.person)), isMerged: false)
      }
    }
    let rest = people.filter { merged.contains($0.person.standing) }.map(\.person)
    guard !rest.isEmpty else { return told }
    let number = Self.number(rest)
    func isSmall(_ people: [(person: Participant, workshop: Int)]) -> Bool {
      let numbers = numbers(people.filter { merged.contains($0.person.standing) })
      return Cells<Int>.isSmall(numbers.all) || Cells<Int>.isSmall(numbers.unlisted)
    }
    // What is small in one workshop alone follows from the others and the sum.
    let isSmall =
      rooms.values.count(where: isSmall) == 1 || isSmall(rooms.values.flatMap(\.self))
    return told + [
      Report.StandingNumber(
        standing: nil, number: isSmall ? nil : number, isMerged: true, isNumberWithheld: isSmall)
    ]
  }

  /// How many people of a workshop were marked present; `nil` where nobody was marked.
  private func attendance(of workshop: Workshop, _ index: Int) -> Report.Attendance? {
    let people = surroundings[index].disclosure.listed.filter {
      scope == nil || $0.municipality == scope
    }
    guard people.contains(where: { $0.presence.anyPart != nil }) else { return nil }
    let present = people.filter { $0.presence.anyPart == true }
    let isOpen = scope != nil || people.allSatisfy { isPublished($0, in: index) }
    var isNumberWithheld = false
    /// The number of those who were there; on the list less that number is who was not, and must be several as well.
    func told(_ isMeant: (Participant) -> Bool) -> Int? {
      guard let there = Self.number(present.filter(isMeant)) else { return nil }
      let listed = Self.number(people.filter(isMeant))
      let isSmall =
        Cells<Int>.isSmall(there) || listed.map { Cells<Int>.isSmall($0 - there) } ?? false
      if isSmall, !isOpen { isNumberWithheld = true }
      return isSmall && !isOpen ? nil : there
    }
    let participants = told { $0.standing != .researcher }
    let researchers = told { $0.standing == .researcher }
    return Report.Attendance(
      participants: participants, researchers: researchers, isNumberWithheld: isNumberWithheld)
  }

  /// The number of people; `nil` where the size of a group was not recorded.
  static func number(_ people: [Participant]) -> Int? {
    var sum = 0
    for person in people {
      guard let number = person.number else { return nil }
      // A number typed by hand may be absurd.
      sum += min(max(0, number), 1_000_000_000)
    }
    return sum
  }

  /// What is left out, and who may be recognised all the same.
  func protection() -> Report.Protection {
    var counts: [Report.Withheld: Int] = [:]
    for note in notes { for what in note.withheld { counts[what, default: 0] += 1 } }
    let hidden = people.filter { !mayDescribe($0.person, in: $0.workshop) }
    let unlisted = hidden.count
    let rooms = Dictionary(grouping: hidden, by: \.workshop).values
    // What is small in one workshop alone follows from the others and the sum.
    let isSmall =
      rooms.count { Cells<Int>.isSmall($0.count) } == 1 || Cells<Int>.isSmall(unlisted)
    if unlisted > 0, scope != nil || !isSmall { counts[.function, default: 0] += unlisted }
    return Report.Protection(
      smallGroups: smallGroups(), smallStandings: smallStandings(),
      withheld: Report.Withheld.allCases.compactMap { what in
        counts[what].map { Report.WithheldCount(what: what, count: $0) }
      }, doubtfulNames: notes.count(where: \.hasDoubt).nonzero,
      unknownWriters: unknownWriters().nonzero)
  }

  /// The number of notes whose writers the list of their workshop does not know.
  private func unknownWriters() -> Int {
    let unknown = workshops.map { UnknownWriters(in: $0).records }
    guard unknown.contains(where: { !$0.isEmpty }) else { return 0 }
    return notes.count { note in note.writer.map(unknown[note.workshop].contains) ?? false }
  }

  private func smallGroups() -> [Report.SmallGroup] {
    let groups = Dictionary(grouping: people, by: \.person.municipality)
    return sorted(groups.keys).compactMap { $0 }.flatMap { place in
      let people = groups[place] ?? []
      let hides =
        scope == nil
        && people.contains { !surroundings[$0.workshop].disclosure.hidden.isEmpty }
      return Side.allCases.compactMap { side -> Report.SmallGroup? in
        let sharing = people.filter { $0.person.standing?.sides.contains(side) == true }
        // Beside the functions that are told, an exact warning would say how many more there are.
        let told = hides ? sharing.filter { mayDescribe($0.person, in: $0.workshop) } : sharing
        guard let number = Self.number(told.map(\.person)), number < Report.Protection.fewest,
          hides || !sharing.isEmpty
        else { return nil }
        return Report.SmallGroup(municipality: place.text, name: name(of: place), side: side)
      }
    }
  }

  /// Where one or two people of a whole room stand.
  private func smallStandings() -> [Report.SmallStanding] {
    let rooms = Dictionary(grouping: people, by: \.workshop)
    let all: [Standing?] = Standing.allCases.map(Optional.some) + [nil]
    return all.filter { standing in
      rooms.contains { workshop, people in
        let own = people.map(\.person).filter {
          $0.standing == standing && !isPublished($0, in: workshop)
        }
        return Self.number(own).map(Cells<Int>.isSmall) ?? false
      }
    }.map(Report.SmallStanding.init)
  }

  /// The workshops as they introduce themselves, with what came of their programmes.
  func introductions() -> [Report.Workshop] {
    var counts: [RecordID: Int] = [:]
    for note in notes { if let item = note.toldItem { counts[item, default: 0] += 1 } }
    return workshops.enumerated().map { index, workshop in
      func told(_ text: String) -> String {
        workshop.isFromPublication ? text : self.told(text)
      }
      let info = workshop.info
      return Report.Workshop(
        title: told(info.title), place: info.place.map(told), dates: info.dates.map(told),
        language: info.language,
        source: info.source.map(told), participantTotal: info.participantTotal,
        attendance: attendance(of: workshop, index),
        isRehearsal: info.isRehearsal || workshop.participants.contains(where: \.isSimulated),
        programme: workshop.items.map { item in
          Report.Item(
            id: printed(item.id, in: index), activity: item.kind, title: told(item.title),
            day: item.day,
            plannedStart: item.start.map { Timetable.minute($0) == nil ? self.told($0) : $0 },
            plannedMinutes: item.minutes,
            addedMinutes: item.clock.added == 0 ? nil : item.clock.added,
            isSkipped: item.isSkipped,
            // What still runs has no length yet.
            realMinutes: item.clock.began == nil || item.clock.isRunning
              ? nil : item.clock.spent / 60,
            notes: counts[item.id] ?? 0)
        })
    }
  }
}
