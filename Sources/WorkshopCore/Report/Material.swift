/// The workshops of a report, in an order that does not depend on how they were read.
///
/// Copies of one workshop are merged, as their files would be, and count as one.
struct Material {
  /// The workshops, those that were made first first.
  let workshops: [Workshop]

  init(_ workshops: [Workshop]) {
    var copies: [RevisionID: [Workshop]] = [:]
    var others: [Workshop] = []
    for workshop in workshops {
      if let beginning = workshop.beginning {
        copies[beginning.id, default: []].append(workshop)
      } else {
        others.append(workshop)
      }
    }
    self.workshops = Self.sorted(copies.values.map(Self.merged) + others)
  }

  static func merged(_ copies: [Workshop]) -> Workshop {
    guard copies.count > 1, let first = copies.first else { return copies.first ?? Workshop() }
    var documents = first.documents
    for document in copies.dropFirst().flatMap(\.documents.values) {
      documents[document.name, default: Document(name: document.name)].merge(document)
    }
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
