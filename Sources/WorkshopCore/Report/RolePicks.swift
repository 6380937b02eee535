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

  /// One pick; about whom and why are there only in the edition for that one municipality.
  public struct RolePick: Hashable, Codable, Sendable {
    /// The note's id.
    public var note: String
    /// Whom it is about, in their own words.
    public var about: String?
    /// Why, in their own words.
    public var why: String?
  }
}

extension Report.RolePicks {
  /// Works out what was taken on the markets of the workshops; `nil` where nothing was.
  ///
  /// - Parameters:
  ///   - notes: The notes on the record, in the order of making, with the workshop of each.
  ///   - isForTeam: Whether it is the edition of one municipality: with words, and without the roles
  ///     that its people did not take.
  static func gather(
    _ notes: [(note: Note, workshop: Workshop)], isForTeam: Bool
  ) -> [Report.RolePicks]? {
    var roles: [RecordID: WorkshopRole] = [:]
    var standings: [RecordID: Standing] = [:]
    var picks: [RecordID?: [RolePick]] = [:]
    var seen: Set<[RecordID]> = []
    for (note, workshop) in notes {
      guard let pick = RolePick(note, in: workshop) else { continue }
      if picks.isEmpty || pick.role.map({ roles[$0] == nil }) == true {
        for role in workshop.roles where !isForTeam || role.id == pick.role {
          roles[role.id] = role
        }
      }
      for person in workshop.participants { standings[person.id] = person.standing }
      if let role = pick.role, let person = pick.person {
        guard seen.insert([note.item, role, person].compactMap { $0 }).inserted else { continue }
      }
      picks[pick.role, default: []].append(pick)
    }
    guard !picks.isEmpty else { return nil }
    let sides: [Side?] = [.formal, .informal, nil]
    let order = sides.flatMap { side in
      roles.values.filter { $0.side == side }.sorted {
        $0.created == $1.created ? $0.id < $1.id : $0.created < $1.created
      }
    }
    let known: [WorkshopRole?] = order.map(Optional.some) + (picks[nil] == nil ? [] : [nil])
    return known.map { role in
      Report.RolePicks(role, picks[role?.id] ?? [], standings, showsWords: isForTeam)
    }
  }

  private init(
    _ role: WorkshopRole?, _ picks: [RolePick], _ standings: [RecordID: Standing], showsWords: Bool
  ) {
    self.role = role?.id.text
    name = role?.name
    side = role?.side
    count = picks.count
    let all: [Standing?] = Standing.allCases.map(Optional.some) + [nil]
    self.standings = all.compactMap { standing in
      let count = picks.count { $0.person.flatMap { standings[$0] } == standing }
      return count == 0 ? nil : Report.StandingCount(standing: standing, count: count)
    }
    let places = Set(picks.map(\.municipality))
    let sorted: [DocumentName?] =
      places.compactMap { $0 }.sorted().map(Optional.some) + (places.contains(nil) ? [nil] : [])
    municipalities = sorted.map { place in
      Report.MunicipalityCount(
        municipality: place?.text, count: picks.count { $0.municipality == place })
    }
    self.picks = picks.map {
      Report.RolePick(
        note: $0.id.text, about: showsWords ? $0.about : nil, why: showsWords ? $0.why : nil)
    }
  }
}
