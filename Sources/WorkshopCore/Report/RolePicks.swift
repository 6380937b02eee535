extension Report {
  /// A role of the market and how often it was taken.
  public struct RolePicks: Hashable, Codable, Sendable {
    /// The role's record; absent for picks of a role that is no longer there.
    public var role: String?
    /// The catchy name; absent for a role that is no longer there.
    public var name: String?
    /// The side whose role it is; absent means not recorded.
    public var side: Side?
    /// The number of picks.
    public var count: Int
    /// The number of picks by where those who took it stand; absent standings come last, then what is merged.
    ///
    /// In the edition for everybody none is of one or two people.
    public var standings: [StandingCount]
    /// The number of picks by municipality, in the order of their ids; those of none come last, then what is merged.
    ///
    /// In the edition for everybody only those count who agreed to be told of by it, and none is of one or two people.
    public var municipalities: [MunicipalityCount]
    /// The picks in the order of making; those of a municipality that is left out come last.
    public var picks: [RolePick]
  }

  /// How many picks were made by people who stand somewhere.
  public struct StandingCount: Hashable, Codable, Sendable {
    /// Where they stand; absent means not stated, or several where ``isMerged``.
    public var standing: Standing?
    /// The number of picks.
    public var count: Int
    /// Tells whether it is of all who stand anywhere else.
    public var isMerged = false
  }

  /// How many picks were made by people of a municipality.
  public struct MunicipalityCount: Hashable, Codable, Sendable {
    /// The municipality's id; absent for people of none, or of several where ``isMerged``.
    public var municipality: String?
    /// The number of picks.
    public var count: Int
    /// Tells whether it is of all others: of those who are few, who are not told of, and of none.
    public var isMerged = false
  }

  /// One pick; who, about whom and why are there only in the edition for that one municipality.
  public struct RolePick: Hashable, Codable, Sendable {
    /// The note's id.
    public var note: String
    /// The name, or else the function, of who took it.
    public var person: String?
    /// Whom it is about, in their own words.
    public var about: String?
    /// Why, in their own words.
    public var why: String?
  }
}

extension Gathering {
  /// What was taken on the markets of the workshops; `nil` where nothing was.
  ///
  /// The edition of a team leaves out the roles that its people did not take.
  func rolePicks() -> [Report.RolePicks]? {
    let places = Self.rolePlaces(of: workshops)
    var picks: [RecordID?: [ToldNote]] = [:]
    var markets: Set<Int> = []
    var seen: Set<[RecordID?]> = []
    for note in byActivity[.roleMarket] ?? [] where note.isPick {
      let role = note.place.flatMap { places[note.workshop][$0] }
      // Two laptops on which one person took a role at once.
      let taker = note.writer.map(surroundings[note.workshop].disclosure.one)
      if role != nil, taker != nil, !seen.insert([note.item, role, taker]).inserted {
        continue
      }
      markets.insert(note.workshop)
      picks[role, default: []].append(note)
    }
    guard !picks.isEmpty else { return nil }
    let offered = roles(on: markets).filter { scope == nil || picks[$0.role.id] != nil }
    return offered.map { role, workshop in
      tally(
        role, id: printed(role.id, in: workshop), name: told(role.name, of: role, in: workshop),
        picks[role.id] ?? [])
    } + (picks[nil].map { [tally(nil, id: nil, name: nil, $0)] } ?? [])
  }

  /// The role at each place of the market of each workshop: by its record, or by its id in the source.
  static func rolePlaces(of workshops: [Workshop]) -> [[String: RecordID]] {
    workshops.map { workshop in
      var places = Dictionary(
        workshop.roles.map { ($0.id.text, $0.id) }, uniquingKeysWith: { a, _ in a })
      for role in workshop.roles {
        if let name = role.sourceRole, places[name] == nil { places[name] = role.id }
      }
      return places
    }
  }

  /// The roles of markets: formal first, then informal, each in the order of making.
  private func roles(on markets: Set<Int>) -> [(role: WorkshopRole, workshop: Int)] {
    let all = Self.roles(of: workshops)
    let sides: [Side?] = Side.allCases.map(Optional.some) + [nil]
    return sides.flatMap { side in
      all.filter { $0.role.side == side && markets.contains($0.workshop) }
    }
  }

  private func tally(_ role: WorkshopRole?, id: String?, name: String?, _ picks: [ToldNote])
    -> Report.RolePicks
  {
    Report.RolePicks(
      role: id, name: name, side: role?.side, count: picks.count,
      standings: standings(of: picks), municipalities: municipalities(of: picks),
      picks: picks.map { pick in
        Report.RolePick(
          note: pick.printedID, person: pick.author, about: pick.reasons.about,
          why: pick.reasons.why)
      })
  }

  private func standings(of picks: [ToldNote]) -> [Report.StandingCount] {
    let groups = Dictionary(grouping: picks) { pick in
      pick.writer.flatMap { person($0, in: pick.workshop) }?.standing
    }
    let all: [Standing?] = Standing.allCases.map(Optional.some) + [nil]
    let numbers = all.compactMap { standing in
      groups[standing].map { (key: standing, number: $0.count) }
    }
    guard scope == nil else {
      return numbers.map { Report.StandingCount(standing: $0.key, count: $0.number) }
    }
    let cells = Cells(numbers)
    let told = cells.told.map { Report.StandingCount(standing: $0.key, count: $0.number) }
    // What is all of them says no more than the number of picks.
    guard let rest = cells.rest, rest > 0, !told.isEmpty else { return told }
    return told + [Report.StandingCount(standing: nil, count: rest, isMerged: true)]
  }

  private func municipalities(of picks: [ToldNote]) -> [Report.MunicipalityCount] {
    let isPublic = scope == nil
    let groups = Dictionary(grouping: picks) { isPublic ? $0.speakers : $0.origin }
    let places = groups.keys.compactMap { $0 }.sorted()
    func entry(_ place: DocumentName?, _ count: Int) -> Report.MunicipalityCount {
      Report.MunicipalityCount(municipality: place?.text, count: count)
    }
    guard isPublic else {
      return (places.map(Optional.some) + [nil]).compactMap { place in
        groups[place].map { entry(place, $0.count) }
      }
    }
    let cells = Cells(
      places.map { (key: $0, number: groups[$0]?.count ?? 0) }, others: groups[nil]?.count ?? 0)
    let told = cells.told.map { entry($0.key, $0.number) }
    guard let rest = cells.rest, rest > 0, !told.isEmpty else { return told }
    return told + [Report.MunicipalityCount(municipality: nil, count: rest, isMerged: true)]
  }
}
