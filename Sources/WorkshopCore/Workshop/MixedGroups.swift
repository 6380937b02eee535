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
  /// evenly; with thousands of people the search for exchanges ends after a bounded number of tries.
  /// Researchers go about freely and are dealt nowhere.
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
      var seen: [DocumentName?] = []
      var byPlace: [DocumentName?: [Participant]] = [:]
      for person in ordered where person.standing == side {
        if byPlace[person.municipality] == nil { seen.append(person.municipality) }
        byPlace[person.municipality, default: []].append(person)
      }
      return seen.flatMap { byPlace[$0] ?? [] }
    }
    let number = max(1, min(count, max(1, deck.count)))
    var table = Table(deck, groups: number)
    table.spread(looks: looks)
    var groups = [[RecordID]](repeating: [], count: number)
    for (place, person) in table.people.enumerated() { groups[place % number].append(person.id) }
    return groups
  }

  /// How long exchanges are looked for, in looks at two people; plenty for any room there is.
  private static let looks = 4_000_000

  /// People at their places; a place belongs to the group of its number modulo the number of groups.
  private struct Table {
    private(set) var people: [Participant]
    private let groups: Int
    /// The municipality of each person, counted from 0; -1 for none.
    private var places: [Int]
    private let municipalities: Int
    /// The number of people of a municipality in a group, by `group * municipalities + municipality`.
    private var counts: [Int: Int] = [:]

    init(_ deck: [Participant], groups: Int) {
      people = deck
      self.groups = groups
      var numbers: [DocumentName: Int] = [:]
      places = deck.map { person in
        guard let name = person.municipality else { return -1 }
        if let known = numbers[name] { return known }
        numbers[name] = numbers.count
        return numbers.count - 1
      }
      municipalities = numbers.count
      for (seat, place) in places.enumerated() where place >= 0 {
        counts[seat % groups * municipalities + place, default: 0] += 1
      }
    }

    /// Exchanges people of one side as long as that spreads municipalities more evenly.
    mutating func spread(looks: Int) {
      var left = looks
      var isMoving = true
      while isMoving, left > 0 {
        isMoving = false
        // Only who sits with somebody of their own municipality can be spread.
        for a in people.indices where count(of: places[a], in: a % groups) > 1 {
          for offset in 1..<max(1, people.count) where left > 0 {
            let b = (a + offset) % people.count
            left -= 1
            guard people[a].standing == people[b].standing, places[a] != places[b],
              a % groups != b % groups
            else { continue }
            // Weighing an exchange takes as long as many looks.
            left -= 32
            guard gain(a, b) < 0 else { continue }
            exchange(a, b)
            isMoving = true
            break
          }
        }
      }
    }

    private func count(of place: Int, in group: Int) -> Int {
      place < 0 ? 0 : counts[group * municipalities + place] ?? 0
    }

    /// What an exchange adds to the squares of the numbers of people of one municipality in a group.
    private func gain(_ a: Int, _ b: Int) -> Int {
      func moving(_ place: Int, from: Int, to: Int) -> Int {
        place < 0 ? 0 : 2 * (count(of: place, in: to) - count(of: place, in: from) + 1)
      }
      let (left, right) = (a % groups, b % groups)
      return moving(places[a], from: left, to: right) + moving(places[b], from: right, to: left)
    }

    private mutating func exchange(_ a: Int, _ b: Int) {
      for (seat, other) in [(a, b), (b, a)] where places[seat] >= 0 {
        counts[seat % groups * municipalities + places[seat], default: 0] -= 1
        counts[other % groups * municipalities + places[seat], default: 0] += 1
      }
      people.swapAt(a, b)
      places.swapAt(a, b)
    }
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
    let byName = Dictionary(members.members.map { ($0.name, $0.value) }) { first, _ in first }
    for number in 1...max(1, byName.count) {
      guard let people = byName[FieldName("mixed-\(number)")] else { break }
      groups.append(
        people.texts.compactMap(RecordID.init).filter { seated.insert($0).inserted })
    }
    return groups
  }
}
