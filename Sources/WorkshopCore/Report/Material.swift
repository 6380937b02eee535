/// The workshops of a report, in an order that does not depend on how they were read.
///
/// Copies of one workshop are merged, as their files would be, and count as one.
struct Material {
  /// The workshops, those that were made first first.
  let workshops: [Workshop]

  init(_ workshops: [Workshop]) {
    self.workshops = Self.sorted(
      Self.copies(among: workshops).map { copies in Self.merged(copies.map { workshops[$0] }) })
  }

  /// The places of workshops among those given, copies of one together.
  ///
  /// Copies have one id, or one beginning: a file that was typed by hand may have no id yet.
  static func copies(among workshops: [Workshop]) -> [[Int]] {
    var groups: [[Int]] = []
    var identities: [WorkshopID: Int] = [:]
    var beginnings: [RevisionID: Int] = [:]
    for (place, workshop) in workshops.enumerated() {
      let identity = workshop.documents[.session]?.identity
      let beginning = workshop.beginning?.id
      let known = [identity.flatMap { identities[$0] }, beginning.flatMap { beginnings[$0] }]
        .compactMap(\.self)
      let own = known.min() ?? groups.count
      if own == groups.count { groups.append([]) }
      groups[own].append(place)
      // This one may tell that two others are copies.
      for other in known where other != own {
        groups[own] += groups[other]
        groups[other] = []
        identities = identities.mapValues { $0 == other ? own : $0 }
        beginnings = beginnings.mapValues { $0 == other ? own : $0 }
      }
      if let identity { identities[identity] = own }
      if let beginning { beginnings[beginning] = own }
    }
    return groups.filter { !$0.isEmpty }
  }

  /// Copies of one workshop as their files would be once they are merged: what one of them tells to be blanked is in
  /// none of the others.
  static func merged(_ copies: [Workshop]) -> Workshop {
    guard copies.count > 1, let first = copies.first else { return copies.first ?? Workshop() }
    var documents = Dictionary(first.files.map { ($0.name, $0) }) { first, _ in first }
    for document in copies.dropFirst().flatMap(\.files) {
      documents[document.name, default: Document(name: document.name)].merge(document)
    }
    for change in Erasure.late(in: documents.values) { documents[change.document]?.apply(change) }
    return Workshop(documents: documents.values)
  }

  private static func sorted(_ workshops: [Workshop]) -> [Workshop] {
    workshops.count > 1 ? workshops.sorted(by: precedes) : workshops
  }

  /// Tells whether a workshop was made before another; those of which nobody knows come last.
  static func precedes(_ left: Workshop, _ right: Workshop) -> Bool {
    switch (left.beginning?.stamp, right.beginning?.stamp) {
    case (let a?, let b?) where a != b: a < b
    case (_?, nil): true
    case (nil, _?): false
    // Workshops of one moment are rare, and writing them out takes long.
    default: left.bytes.lexicographicallyPrecedes(right.bytes)
    }
  }
}

extension Workshop {
  /// The first revision of the workshop's own record, which all its copies share.
  var beginning: Revision? {
    documents[.session]?[SessionCollection.workshop, WorkshopInfo.record]?.origin
  }

  /// All its documents, byte for byte.
  fileprivate var bytes: [UInt8] {
    documents.values.sorted { $0.name < $1.name }.flatMap { document in
      Array(document.name.text.utf8) + [0] + DocumentCoding.bytes(of: document)
    }
  }
}
