import WorkshopCore

/// Members of a file that nothing reads, though who typed them surely meant something that is read.
///
/// They are kept as somebody's own; only `check` can tell that they do nothing.
struct StrayMembers {
  /// A member with its place.
  struct Found {
    let place: TextPlace
    let name: FieldName
    let fact: CheckFact
  }

  /// What was found, in the order of the file.
  let found: [Found]

  /// Looks into the bytes of a file; nothing is found in one that cannot be read.
  init(_ bytes: [UInt8], of name: DocumentName) {
    guard let top = (try? JSONScanner.value(of: bytes))?.members else {
      found = []
      return
    }
    let read = DocumentCoding.collectionNames(of: name)
    var found: [(JSONPath, FieldName, CheckFact)] = []
    for member in top.members {
      let known = StrayMembers.known(member.name, among: StrayMembers.topLevel)
      if let known, known != member.name || !StrayMembers.isRead(known, read) {
        found.append(([.name(member.name)], member.name, .notRead(known)))
      }
      guard read.contains(member.name), let records = member.value.elements else { continue }
      for (index, record) in records.enumerated() {
        let path: JSONPath = [.name(member.name), .index(index)]
        for field in record.members?.members ?? [] {
          if field.name == StrayMembers.erased {
            if case .bool = field.value { continue }
            found.append(
              (
                path + [.name(field.name)], field.name,
                .senseless(.wrongKind(.flag), field: field.name)
              ))
          } else if let known = StrayMembers.known(field.name, among: DocumentCoding.reserved),
            known != field.name
          {
            found.append((path + [.name(field.name)], field.name, .notRead(known)))
          }
        }
      }
    }
    self.found = found.map {
      Found(place: JSONScanner.place(of: $0.0, in: bytes), name: $0.1, fact: $0.2)
    }
  }

  private static let erased: FieldName = "erased"
  private static let marks: [FieldName] = ["formatVersion", "workshopId"]
  private static let topLevel =
    marks + DocumentCoding.collectionNames(of: .session) + [SessionCollection.notes]

  private static func isRead(_ name: FieldName, _ collections: [FieldName]) -> Bool {
    marks.contains(name) || collections.contains(name)
  }

  /// The name that is meant by one with other capitals.
  private static func known(_ name: FieldName, among names: [FieldName]) -> FieldName? {
    let small = name.text.lowercased()
    return names.first { $0.text.lowercased().hasSameBytes(as: small) }
  }
}
