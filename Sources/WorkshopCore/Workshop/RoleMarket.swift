/// The role market of one item: the cards, who took which, and who still has to choose.
public struct RoleMarket: Sendable {
  /// The room's own roles, formal first, then informal, each in the order of making; behind them the
  /// source's in the same way.
  public let roles: [WorkshopRole]
  /// The picks in the order of making; one person took a role at most once.
  public let picks: [RolePick]
  /// The people who choose and can be counted: no groups, no researchers, nobody who is absent.
  public let people: [Participant]
  /// The groups, of whose people nobody can tell how many chose.
  public let groups: [Participant]
  /// The people and the groups by municipality: the order of choosing and of explaining.
  public let choosers: [Participant]
  /// The people who have taken no role yet, by municipality.
  public let waiting: [Participant]
  /// The picks that stand with nobody who chooses, and what is neither a pick nor said about the market as such.
  public let unplaced: [Note]
  private let byRole: [RecordID: [RolePick]]
  private let byPerson: [RecordID: [RolePick]]
  private let byMunicipality: [DocumentName?: Int]

  /// Lays out the market of an item.
  ///
  /// - Parameters:
  ///   - workshop: The workshop with its roles, people and notes.
  ///   - item: The item of the programme that is the market.
  ///   - team: The municipality whose people choose here; `nil` for everybody.
  public init(_ workshop: Workshop, item: ProgrammeItem, team: DocumentName? = nil) {
    let sides: [Side?] = [.formal, .informal, nil]
    // Who takes the source's roles in between must not renumber those that the room knows by heart.
    roles = [false, true].flatMap { isSource in
      sides.flatMap { side in
        workshop.roles.filter { $0.side == side && ($0.sourceRole != nil) == isSource }
      }
    }
    var seen: Set<[RecordID]> = []
    picks = workshop.notes.ofItem(item.key).compactMap { RolePick($0, in: workshop) }.filter {
      guard let role = $0.role, let person = $0.person else { return true }
      return seen.insert([role, person]).inserted
    }
    let part = DayPart(item)
    let here = workshop.participants.filter {
      $0.standing != .researcher && $0.presence[part] != false
        && (team == nil || $0.municipality == team)
    }
    people = here.filter { !$0.isGroup }
    groups = here.filter(\.isGroup)
    let cards = picks.filter { $0.role != nil }
    byRole = Dictionary(grouping: cards) { $0.role ?? $0.id }
    byMunicipality = Dictionary(cards.map { ($0.municipality, 1) }, uniquingKeysWith: +)
    let byPerson = Dictionary(grouping: picks.filter { $0.person != nil }) { $0.person ?? $0.id }
    self.byPerson = byPerson
    choosers = workshop.ordered(here)
    waiting = choosers.filter { !$0.isGroup && byPerson[$0.id] == nil }
    let shown = Set(
      here.lazy.flatMap { byPerson[$0.id] ?? [] }.filter { $0.role != nil }.map(\.id))
    unplaced = workshop.notes.ofItem(item.key).filter { note in
      guard note.isPick else {
        return note.place != nil || team.map { $0.text != note.group } ?? false
      }
      return !shown.contains(note.id)
    }
  }

  /// The picks of a role.
  public func picks(of role: RecordID) -> [RolePick] { byRole[role] ?? [] }

  /// The picks of a participant.
  public func picks(by person: RecordID) -> [RolePick] { byPerson[person] ?? [] }

  /// The pick of a role by a participant; `nil` if they did not take it.
  public func pick(of role: RecordID, by person: RecordID) -> RolePick? {
    picks(by: person).first { $0.role == role }
  }

  /// The cards of a role that are left; `nil` where they do not run out.
  public func left(of role: WorkshopRole) -> Int? {
    role.copies.map { max(0, $0 - picks(of: role.id).count) }
  }

  /// The number of cards of a side's roles that were taken.
  public func count(of side: Side?) -> Int {
    roles.filter { $0.side == side }.reduce(0) { $0 + picks(of: $1.id).count }
  }

  /// The number of cards that a municipality's people took.
  public func count(of municipality: DocumentName?) -> Int {
    byMunicipality[municipality] ?? 0
  }
}
