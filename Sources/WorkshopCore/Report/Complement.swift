/// What is left out besides, so that what is left out does not follow from what is told.
///
/// In some activities each municipality speaks as one. Where the words of one are told without their municipality
/// and all others are named, it is the one that is missing. So each has another one that is always left out with it: the
/// same in every activity and every edition, whoever withdraws or comes in between, for two reports are read together.
struct Complement: Sendable {
  /// What an activity of a workshop leaves out.
  struct Left: Sendable {
    /// The municipality that is left out with each that stays untold.
    fileprivate(set) var companions: [DocumentName: DocumentName] = [:]

    /// The municipalities that are left out besides.
    var besides: Set<DocumentName> { Set(companions.values) }

    /// The municipalities between which it stays open whose words are told without it.
    func open(with municipality: DocumentName) -> Set<DocumentName> {
      var open = companions[municipality].map { [$0] } ?? []
      if open.isEmpty { open = companions.filter { $0.value == municipality }.map(\.key) }
      return Set(open + [municipality])
    }
  }

  private struct Key: Hashable, Sendable {
    let workshop: Int
    let activity: ActivityKind
  }

  /// The activities in which a municipality speaks as one.
  private static let activities: Set<ActivityKind> = [
    .preparation, .pitch, .framework, .vision, .consultations, .plan, .closing,
  ]

  private var told: [Key: Set<DocumentName>] = [:]
  private var hidden: [Key: Set<DocumentName>] = [:]

  /// Tells whether an activity is one of those that count here.
  static func concerns(_ activity: ActivityKind?) -> Bool {
    activity.map(activities.contains) ?? false
  }

  /// Takes in a note.
  ///
  /// - Parameters:
  ///   - homes: The municipalities of which it tells.
  ///   - hidden: The one that is known and stays untold.
  mutating func add(
    _ activity: ActivityKind?, in workshop: Int, told homes: [DocumentName], hidden: DocumentName?
  ) {
    guard let activity, Self.activities.contains(activity) else { return }
    let key = Key(workshop: workshop, activity: activity)
    told[key, default: []].formUnion(homes)
    if let hidden { self.hidden[key, default: []].insert(hidden) }
  }

  /// What each activity of a workshop leaves out; only those that leave something out.
  func left(in workshop: Workshop, at index: Int) -> [ActivityKind: Left] {
    let all = Set(workshop.municipalities.map(\.document))
    guard all.count > 1 else { return [:] }
    var left: [ActivityKind: Left] = [:]
    for (key, homes) in hidden where key.workshop == index {
      // Who is named by a sheet is not missing; another one that is left out would tell who is hidden.
      for home in homes.subtracting(told[key] ?? []) {
        left[key.activity, default: Left()].companions[home] = companion(
          of: home, among: all, in: workshop)
      }
    }
    return left
  }

  /// The one that is left out with another one.
  ///
  /// It follows from what no edition prints, so that nobody can tell one from the other.
  private func companion(
    of municipality: DocumentName, among all: Set<DocumentName>, in workshop: Workshop
  ) -> DocumentName? {
    func lot(_ other: DocumentName) -> RecordID {
      var hash = ContentHash()
      hash.add("complement")
      if let id = workshop.documents[.session]?.identity {
        hash.add(id.text)
      } else {
        for person in workshop.participants.map(\.id).sorted() { hash.add(person.text) }
      }
      hash.add(municipality.text)
      hash.add(other.text)
      return RecordID(hash.uuid)
    }
    return all.subtracting([municipality]).min { lot($0) < lot($1) }
  }
}
