extension Report {
  /// How many people a municipality brought, as far as that was recorded.
  public struct Participants: Hashable, Codable, Sendable {
    /// The municipality's id; absent for people of none.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// The people or groups of people that this edition may show with their municipality.
    public var people: [Person]
    /// The number of people or groups that it may not show; they count in ``number``.
    public var unlisted: Int
    /// The number of people; absent if the size of one group was not recorded.
    public var number: Int?
  }

  /// How many people stand somewhere, of all municipalities together.
  public struct StandingNumber: Hashable, Codable, Sendable {
    /// Where they stand; absent means not stated.
    public var standing: Standing?
    /// The number of people; absent if the size of one group was not recorded.
    public var number: Int?
  }

  /// A participant, or a group of them.
  public struct Person: Hashable, Codable, Sendable {
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
  }
}

extension Int {
  /// The number, or `nil` for none.
  fileprivate var nonzero: Int? { self == 0 ? nil : self }
}

extension Gathering {
  /// The people of all workshops whom the report is about, each once.
  private var people: [Participant] {
    var known: Set<RecordID> = []
    return workshops.flatMap(\.participants).filter { person in
      known.insert(person.id).inserted && (scope == nil || person.municipality == scope)
    }
  }

  /// The participants by municipality.
  func participants() -> [Report.Participants] {
    let groups = Dictionary(grouping: people, by: \.municipality)
    return sorted(groups.keys).map { place in
      let people = groups[place] ?? []
      let listed = people.filter(disclosure.mayDescribe)
      return Report.Participants(
        municipality: place?.text, name: name(of: place),
        people: listed.map { person in
          Report.Person(
            name: disclosure.isOwn(person) ? person.name : nil,
            function: person.function.map(disclosure.told),
            organisation: person.organisation.map(disclosure.told), side: person.standing,
            number: person.number, source: person.source.map(disclosure.told))
        },
        unlisted: people.count - listed.count, number: Self.number(people))
    }
  }

  /// The number of people by where they stand; standings of nobody are left out.
  func standings() -> [Report.StandingNumber] {
    let groups = Dictionary(grouping: people, by: \.standing)
    let all: [Standing?] = Standing.allCases.map(Optional.some) + [nil]
    return all.compactMap { standing in
      groups[standing].map { Report.StandingNumber(standing: standing, number: Self.number($0)) }
    }
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
    let groups = Dictionary(grouping: people, by: \.municipality)
    let small = sorted(groups.keys).compactMap { $0 }.flatMap { place in
      Side.allCases.compactMap { side -> Report.SmallGroup? in
        let sharing = (groups[place] ?? []).filter { $0.standing?.sides.contains(side) == true }
        guard !sharing.isEmpty, let number = Self.number(sharing),
          number < Report.Protection.fewest
        else { return nil }
        return Report.SmallGroup(municipality: place.text, name: name(of: place), side: side)
      }
    }
    var counts: [Report.Withheld: Int] = [:]
    for note in notes { for what in note.withheld { counts[what, default: 0] += 1 } }
    let unlisted = people.count { !disclosure.mayDescribe($0) }
    if unlisted > 0 { counts[.function, default: 0] += unlisted }
    return Report.Protection(
      smallGroups: small,
      withheld: Report.Withheld.allCases.compactMap { what in
        counts[what].map { Report.WithheldCount(what: what, count: $0) }
      }, doubtfulNames: notes.count(where: \.hasDoubt).nonzero)
  }

  /// The workshops as they introduce themselves, with what came of their programmes.
  func introductions() -> [Report.Workshop] {
    var counts: [RecordID: Int] = [:]
    for note in notes { if let item = note.item { counts[item, default: 0] += 1 } }
    return workshops.map { workshop in
      func told(_ text: String) -> String {
        workshop.isFromPublication ? text : disclosure.told(text)
      }
      let info = workshop.info
      return Report.Workshop(
        title: told(info.title), place: info.place.map(told), dates: info.dates.map(told),
        language: info.language,
        source: info.source.map(told),
        isRehearsal: info.isRehearsal || workshop.participants.contains(where: \.isSimulated),
        programme: workshop.items.map { item in
          Report.Item(
            id: item.id.text, activity: item.kind, title: told(item.title), day: item.day,
            plannedStart: item.start, plannedMinutes: item.minutes,
            addedMinutes: item.clock.added == 0 ? nil : item.clock.added,
            isSkipped: item.isSkipped,
            realMinutes: item.clock.began == nil ? nil : item.clock.spent / 60,
            notes: counts[item.id] ?? 0)
        })
    }
  }
}
