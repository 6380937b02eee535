/// What is left out besides, so that what is left out does not follow from what is told.
///
/// In some activities each municipality speaks as one. Where the words of one are told without their municipality
/// and all others are named, it is the one that is missing. Another one is left out with it then.
struct Complement: Sendable {
  /// What an activity of a workshop leaves out.
  struct Left: Sendable {
    /// The municipality that is left out besides; `nil` where none has to be.
    var besides: DocumentName?
    /// The municipalities for which those may speak of whom it is not told.
    var candidates: Set<DocumentName>
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
  private var hiding: Set<Key> = []

  /// Tells whether an activity is one of those that count here.
  static func concerns(_ activity: ActivityKind?) -> Bool {
    activity.map(activities.contains) ?? false
  }

  /// Takes in a note.
  ///
  /// - Parameters:
  ///   - home: The municipality that is told of it.
  ///   - isHidden: Tells whether one that is known stays untold.
  mutating func add(
    _ activity: ActivityKind?, in workshop: Int, told home: DocumentName?, isHidden: Bool
  ) {
    guard let activity, Self.activities.contains(activity) else { return }
    let key = Key(workshop: workshop, activity: activity)
    if let home { told[key, default: []].insert(home) }
    if isHidden { hiding.insert(key) }
  }

  /// What each activity of a workshop leaves out; only those that leave something out.
  ///
  /// Which one goes with the others follows from ids that no edition prints, so that nobody can tell it from them.
  func left(in workshop: Workshop, at index: Int) -> [ActivityKind: Left] {
    let all = Set(workshop.municipalities.map(\.document))
    guard all.count > 1 else { return [:] }
    var left: [ActivityKind: Left] = [:]
    for key in hiding where key.workshop == index {
      let named = (told[key] ?? []).intersection(all)
      var candidates = all.subtracting(named)
      var besides: DocumentName?
      if candidates.count == 1 {
        besides = named.min { lottery($0, key, workshop) < lottery($1, key, workshop) }
        if let besides { candidates.insert(besides) }
      }
      left[key.activity] = Left(besides: besides, candidates: candidates)
    }
    return left
  }

  private func lottery(_ municipality: DocumentName, _ key: Key, _ workshop: Workshop) -> RecordID {
    var hash = ContentHash()
    hash.add("complement")
    hash.add(key.activity.rawValue)
    hash.add(municipality.text)
    for person in workshop.participants.map(\.id).sorted() { hash.add(person.text) }
    return RecordID(hash.uuid)
  }
}
