import WorkshopCore

/// Members of a file that nothing reads, though who typed them surely meant something that is read.
///
/// They are kept as somebody's own; only `check` can tell that they do nothing.
struct StrayMembers {
  /// A member with its place.
  struct Found {
    let place: TextPlace
    let name: FieldName
    let fact: StoreError.Fact
  }

  /// What was found, in the order of the file.
  let found: [Found]
  /// The lists at the top of the file, or what holds more, that nothing reads, in the order of the file.
  ///
  /// What stands in them is nobody's by any rule, so that nothing takes it out when somebody withdraws.
  let lists: [Found]

  /// Looks into the bytes of a file; nothing is found in one that cannot be read.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - name: The document.
  ///   - takenBack: What was taken back in the session, as far as it is known.
  init(
    _ bytes: [UInt8], of name: DocumentName,
    takenBack: TakenBack = TakenBack(Withdrawn(), in: [])
  ) {
    guard let top = (try? JSONScanner.value(of: bytes))?.members else {
      found = []
      lists = []
      return
    }
    let read = DocumentCoding.collectionNames(of: name)
    var found: [(JSONPath, FieldName, StoreError.Fact)] = []
    var lists: Set<FieldName> = []
    for member in top.members {
      let known = StrayMembers.known(member.name, among: StrayMembers.topLevel)
      let isStray = known.map { $0 != member.name || !StrayMembers.isRead($0, read) } ?? true
      let isHeld = isStray && takenBack.isNamed(in: member)
      if isStray, isHeld || member.value.holdsValues {
        lists.insert(member.name)
        let fact: StoreError.Fact =
          isHeld
          ? .heldAfterErasing : .checked(known.map { .notRead($0) } ?? .unknownList(member.name))
        found.append(([.name(member.name)], member.name, fact))
      } else if let known, isStray {
        found.append(([.name(member.name)], member.name, .checked(.notRead(known))))
      }
      guard read.contains(member.name), let records = member.value.elements else { continue }
      for (index, record) in records.enumerated() {
        let path: JSONPath = [.name(member.name), .index(index)]
        // What is left of a blanked record is ids and hashes.
        let isBlanked = record.members?[StrayMembers.erased] == .bool(true)
        for field in record.members?.members ?? [] {
          if field.name == StrayMembers.erased {
            if case .bool = field.value { continue }
            found.append(
              (
                path + [.name(field.name)], field.name,
                .checked(.senseless(.wrongKind(.flag), field: field.name))
              ))
          } else if let known = StrayMembers.known(field.name, among: DocumentCoding.reserved),
            known != field.name
          {
            found.append((path + [.name(field.name)], field.name, .checked(.notRead(known))))
          } else if !isBlanked, !SenseCheck.reads(field.name, in: member.name),
            field.value.holdsValues || field.name == Note.Field.by, takenBack.isNamed(in: field)
          {
            // Of names in texts `names` tells.
            found.append((path + [.name(field.name)], field.name, .heldAfterErasing))
          }
        }
      }
    }
    self.found = found.map {
      Found(place: JSONScanner.place(of: $0.0, in: bytes), name: $0.1, fact: $0.2)
    }
    self.lists = self.found.filter { lists.contains($0.name) }
  }

  private static let erased: FieldName = "erased"
  private static let marks: [FieldName] = ["formatVersion", "workshopId", DocumentCoding.gone]
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

extension JSONValue {
  /// Tells whether it is a list, or a group of members, in which something stands.
  fileprivate var holdsValues: Bool {
    !(elements?.isEmpty ?? true) || !(members?.members.isEmpty ?? true)
  }
}
