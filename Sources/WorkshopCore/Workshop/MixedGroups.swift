/// Groups in which sides and municipalities are mixed as evenly as they can be.
public enum MixedGroups {
  /// The size that groups have if nobody asks for a number.
  public static let usualSize = 5

  /// The number of groups that so many people usually make.
  public static func usualCount(of people: Int) -> Int {
    max(1, (people + usualSize - 1) / usualSize)
  }

  /// Deals people over groups; the same seed deals the same groups, whatever order people come in.
  ///
  /// Sizes differ by one at most, and so do the numbers of each side in a group. Among the ways that
  /// leave this so, one is taken in which no exchange of two people would spread municipalities more
  /// evenly. Researchers go about freely and are dealt nowhere.
  public static func make(of people: [Participant], count: Int, seed: UInt64) -> [[RecordID]] {
    var random = RepeatableRandom(seed: seed)
    let ordered = people.sorted { $0.id < $1.id }
      .map { (key: random.next(), person: $0) }
      .sorted { ($0.key, $0.person.id) < ($1.key, $1.person.id) }.map(\.person)
    return deal(ordered, count: count)
  }

  /// Deals people over groups in the order in which they come.
  static func deal(_ people: [Participant], count: Int) -> [[RecordID]] {
    let ordered = people.filter { $0.standing != .researcher }
    // Side by side, and within a side municipality by municipality: dealing round and round then
    // gives each group its share of all of them.
    let sides: [Standing?] = [.formal, .informal, .both, .neither, nil]
    let deck = sides.flatMap { side in
      let ofSide = ordered.filter { $0.standing == side }
      var seen: [DocumentName?] = []
      for person in ofSide where !seen.contains(person.municipality) {
        seen.append(person.municipality)
      }
      return seen.flatMap { place in ofSide.filter { $0.municipality == place } }
    }
    let number = max(1, min(count, max(1, deck.count)))
    var groups = [[Participant]](repeating: [], count: number)
    for (index, person) in deck.enumerated() { groups[index % number].append(person) }
    while exchange(in: &groups) {}
    return groups.map { $0.map(\.id) }
  }

  /// Exchanges two people of one side if that spreads municipalities more evenly.
  private static func exchange(in groups: inout [[Participant]]) -> Bool {
    for left in groups.indices {
      for right in groups.indices where right > left {
        for a in groups[left].indices {
          for b in groups[right].indices
          where groups[left][a].standing == groups[right][b].standing
            && groups[left][a].municipality != groups[right][b].municipality
          {
            let before = crowding(groups[left]) + crowding(groups[right])
            let (one, other) = (groups[left][a], groups[right][b])
            groups[left][a] = other
            groups[right][b] = one
            if crowding(groups[left]) + crowding(groups[right]) < before { return true }
            groups[left][a] = one
            groups[right][b] = other
          }
        }
      }
    }
    return false
  }

  /// How much people of one municipality sit together: the squares of their numbers.
  private static func crowding(_ group: [Participant]) -> Int {
    var counts: [DocumentName: Int] = [:]
    for person in group {
      if let municipality = person.municipality { counts[municipality, default: 0] += 1 }
    }
    return counts.values.reduce(0) { $0 + $1 * $1 }
  }
}

extension ProgrammeItem {
  /// Groups by their ids as they stand in files.
  public static func value(ofGroups groups: [[RecordID]]) -> JSONValue {
    .object(
      JSONObject(
        groups.enumerated().map { index, people in
          (FieldName("mixed-\(index + 1)"), JSONValue.texts(people.map(\.text)))
        }))
  }

  /// Reads groups; a person who stands in several sits in the first.
  static func groups(_ value: JSONValue?) -> [[RecordID]] {
    guard let members = value?.members else { return [] }
    var groups: [[RecordID]] = []
    var seated: Set<RecordID> = []
    for number in 1...max(1, min(members.members.count, NumberLimits.rounds.upperBound)) {
      guard let people = members[FieldName("mixed-\(number)")] else { break }
      groups.append(
        people.texts.compactMap(RecordID.init).filter { seated.insert($0).inserted })
    }
    return groups
  }
}
