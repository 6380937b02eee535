/// The revisions that say whose a note is, in their order, to find which of them the writer of another may
/// have known without naming it.
///
/// A history may have thousands of each: for writers who changed the same fields, what was looked at once is
/// not looked at again.
struct Givers {
  private var givers: [(place: Int, revision: Revision)] = []
  private var found: [Set<FieldName>: (place: Int?, count: Int)] = [:]
  /// How often a revision was compared with another.
  private(set) var looks = 0

  /// Adds one that is later than all others.
  mutating func append(_ revision: Revision, at place: Int) { givers.append((place, revision)) }

  /// The place of the last one that a writer may have known who does not name it.
  mutating func last(knownTo revision: Revision) -> Int? {
    guard !revision.over.isEmpty else { return givers.last?.place }
    let names = revision.names
    var known = found[names] ?? (nil, 0)
    for giver in givers[known.count...].reversed() {
      looks += 1
      guard !giver.revision.sets(anyOf: names) else { continue }
      known.place = giver.place
      break
    }
    known.count = givers.count
    found[names] = known
    return known.place
  }
}

extension Revision {
  /// The names of the fields that it set.
  var names: Set<FieldName> { Set(set.members.map(\.name) + blanked) }

  /// Tells whether it set any of some fields.
  func sets(anyOf names: Set<FieldName>) -> Bool {
    set.members.contains { names.contains($0.name) } || blanked.contains(where: names.contains)
  }
}
