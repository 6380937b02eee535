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
    /// The number of picks by where those who took it stand; absent standings come last.
    public var standings: [StandingCount]
    /// The number of picks by municipality, in the order of their ids; those of none come last.
    public var municipalities: [MunicipalityCount]
    /// The picks in the order of making.
    public var picks: [RolePick]
  }

  /// How many picks were made by people who stand somewhere.
  public struct StandingCount: Hashable, Codable, Sendable {
    /// Where they stand; absent means not stated.
    public var standing: Standing?
    /// The number of picks.
    public var count: Int
  }

  /// How many picks were made by people of a municipality.
  public struct MunicipalityCount: Hashable, Codable, Sendable {
    /// The municipality's id; absent for people of none.
    public var municipality: String?
    /// The number of picks.
    public var count: Int
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
      if role != nil, note.writer != nil,
        !seen.insert([note.item, role, note.writer]).inserted
      {
        continue
      }
      markets.insert(note.workshop)
      picks[role, default: []].append(note)
    }
    guard !picks.isEmpty else { return nil }
    let offered = roles(on: markets).filter { scope == nil || picks[$0.role.id] != nil }
    return offered.map { role, workshop in
      tally(role, name: told(role.name, of: role, in: workshop), picks[role.id] ?? [])
    } + (picks[nil].map { [tally(nil, name: nil, $0)] } ?? [])
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

  private func tally(_ role: WorkshopRole?, name: String?, _ picks: [ToldNote])
    -> Report.RolePicks
  {
    let standings = Dictionary(grouping: picks) { pick in
      pick.writer.flatMap(disclosure.person)?.standing
    }
    let all: [Standing?] = Standing.allCases.map(Optional.some) + [nil]
    let places = Dictionary(grouping: picks, by: \.origin)
    let order = places.keys.compactMap { $0 }.sorted().map(Optional.some) + [nil]
    return Report.RolePicks(
      role: role?.id.text, name: name, side: role?.side, count: picks.count,
      standings: all.compactMap { standing in
        standings[standing].map { Report.StandingCount(standing: standing, count: $0.count) }
      },
      municipalities: order.compactMap { place in
        places[place].map {
          Report.MunicipalityCount(municipality: place?.text, count: $0.count)
        }
      },
      picks: picks.map { pick in
        Report.RolePick(
          note: pick.id.text, person: pick.author, about: pick.reasons.about,
          why: pick.reasons.why)
      })
  }
}
