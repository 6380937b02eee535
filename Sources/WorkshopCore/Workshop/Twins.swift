/// Records of participants that may be of one person.
///
/// One list that is read on two laptops makes two records of everybody on it. Nothing but a person can tell whether those are
/// one or namesakes; until somebody does, what either refused holds for both, and they count once.
public struct Twins: Sendable {
  /// People whose name, function and municipality agree, each group in the order of the list.
  public private(set) var groups: [[Participant]] = []
  private var first: [RecordID: RecordID] = [:]
  private var named: [String: [Participant]] = [:]

  /// Looks for them among people.
  ///
  /// - Parameters:
  ///   - people: Those on the list, in its order.
  ///   - former: Those who were taken off it: what they refused still counts.
  public init(among people: [Participant], former: [Participant] = []) {
    for person in people + former {
      guard let key = Self.key(of: person) else { continue }
      named[key, default: []].append(person)
    }
    named = named.filter { $0.value.count > 1 }
    guard !named.isEmpty else { return }
    var places: [RecordID: Int] = [:]
    var heads: [String: [Int]] = [:]
    for person in people {
      guard let key = Self.key(of: person), named[key] != nil else { continue }
      if let place = heads[key]?.first(where: { place in
        groups[place].allSatisfy {
          $0.municipality == person.municipality && Self.haveOneFunction($0, person)
        }
      }) {
        groups[place].append(person)
        places[person.id] = place
      } else {
        places[person.id] = groups.count
        heads[key, default: []].append(groups.count)
        groups.append([person])
      }
    }
    for (id, place) in places { first[id] = groups[place][0].id }
    groups.removeAll { $0.count < 2 }
  }

  /// The record that counts for one: the first of its group, else its own.
  func one(_ id: RecordID) -> RecordID { first[id] ?? id }

  /// Somebody with what any record that may be theirs refused, and where any of those was there.
  func united(_ person: Participant) -> Participant {
    guard let key = Self.key(of: person), let others = named[key] else { return person }
    let alike = others.filter { $0.id != person.id && Self.mayBeOne($0, person) }
    guard !alike.isEmpty else { return person }
    var presence = person.presence
    for part in DayPart.allCases where presence[part] != true {
      let answers = alike.compactMap { $0.presence[part] }
      if !answers.isEmpty { presence[part] = answers.contains(true) }
    }
    return person.with(
      consent: person.consent.without(alike.flatMap(\.consent.refused)), presence: presence)
  }

  /// The people in their order, each once and with what any of their records refused.
  func united(_ people: [Participant]) -> [Participant] {
    guard !named.isEmpty else { return people }
    return people.filter { one($0.id) == $0.id }.map(united)
  }

  private static func key(of person: Participant) -> String? {
    guard let name = person.name, !person.isGroup else { return nil }
    let key = Folding.text(ListName.turned(name, isUsual: true) ?? name, hyphen: " ")
      .filter { !$0.isWhitespace }
    return key.isEmpty ? nil : key
  }

  /// Tells whether two of one name may be one person: what both say of their function and municipality agrees.
  private static func mayBeOne(_ left: Participant, _ right: Participant) -> Bool {
    let homes = Set([left.municipality, right.municipality].compactMap(\.self))
    return homes.count < 2 && haveOneFunction(left, right)
  }

  private static func haveOneFunction(_ left: Participant, _ right: Participant) -> Bool {
    guard let one = left.function, let other = right.function else { return true }
    return ListWord.folded(one).hasSameBytes(as: ListWord.folded(other))
  }
}

extension Workshop {
  /// People who were taken off the list and did not withdraw, in the order of their records.
  var formerParticipants: [Participant] {
    (documents[.session]?.records(SessionCollection.participants) ?? [])
      .filter { !$0.isPresent && $0.erased == nil }.map(Participant.init(onceOnList:))
  }
}
