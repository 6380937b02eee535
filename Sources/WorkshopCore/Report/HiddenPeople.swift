/// Those of a workshop of whom an edition tells no more than their side, and whether that leads to them.
struct HiddenPeople: Sendable {
  /// The number of them, of all people, by municipality.
  private var numbers: [DocumentName?: (people: [Int?], hidden: Int)] = [:]
  /// Tells whether all of them stand in the list of who took part.
  private let isEveryoneListed: Bool
  private var homes: [Standing?: Set<DocumentName>] = [:]
  private var hiddenHomes: [Standing?: Set<DocumentName>] = [:]
  private var bySide: [Side?: Set<DocumentName>] = [:]
  /// Tells whether there are any.
  let isEmpty: Bool

  /// - Parameters:
  ///   - people: All people of a workshop.
  ///   - isListed: Tells whether somebody stands in the list of who took part.
  ///   - mayDescribe: Tells whether more than somebody's side may be told.
  init(
    _ people: [Participant], isListed: (Participant) -> Bool, mayDescribe: (Participant) -> Bool
  ) {
    var isEmpty = true
    let byHome = Dictionary(grouping: people, by: \.municipality)
    for (home, people) in byHome {
      let hidden = people.filter { !mayDescribe($0) }
      if !hidden.isEmpty { isEmpty = false }
      numbers[home] = (
        // Researchers are counted apart, so that they must be several as well.
        [
          people.filter { $0.standing != .researcher },
          people.filter { $0.standing == .researcher },
        ]
        .filter { !$0.isEmpty }.map(Gathering.number),
        people.filter { !isListed($0) }
          .reduce(0) { $0 + max(0, $1.number ?? Cells<Int>.fewest) }
      )
      guard let home else { continue }
      for person in people { homes[person.standing, default: []].insert(home) }
      for person in hidden { hiddenHomes[person.standing, default: []].insert(home) }
    }
    self.isEmpty = isEmpty
    isEveryoneListed = people.allSatisfy(isListed)
    for (standing, homes) in hiddenHomes {
      bySide[nil, default: []].formUnion(homes)
      for side in standing.map(\.sides) ?? Set(Side.allCases) {
        bySide[side, default: []].formUnion(homes)
      }
    }
  }

  /// Tells whether the numbers of people by municipality lead to none of them.
  ///
  /// One small number among them would follow from the others and the total, so it is all of them or none.
  var tellsNumbers: Bool {
    isEveryoneListed
      || numbers.values.allSatisfy { people, hidden in
        people.allSatisfy { ($0 ?? Cells<Int>.fewest) >= Cells<Int>.fewest }
          && hidden >= Cells<Int>.fewest
      }
  }

  /// Tells whether hidden people of several municipalities stand where somebody stands.
  func tells(_ standing: Standing?) -> Bool { (hiddenHomes[standing]?.count ?? 0) > 1 }

  /// Tells whether people of several among some municipalities stand where somebody stands.
  func tells(_ standing: Standing?, among candidates: Set<DocumentName>) -> Bool {
    (homes[standing]?.intersection(candidates).count ?? 0) > 1
  }

  /// The municipalities from which hidden people of a side may come, or of either where none is given.
  func homes(of side: Side?) -> Set<DocumentName> { bySide[side] ?? [] }
}
