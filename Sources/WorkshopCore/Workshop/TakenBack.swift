/// What finds words that were taken back in members of a file that no rule reads.
///
/// Nobody knows whose each word there is, so that such a member is taken over as a whole, or not at all.
public struct TakenBack: Sendable {
  private let people: Withdrawn
  private let revisions: Set<RevisionID>
  private let names: WithdrawnNames

  /// Looks for who withdrew and for what was taken out.
  ///
  /// - Parameters:
  ///   - people: Who withdrew, and what is blanked as far as it is known.
  ///   - documents: Documents in which records are blanked as well.
  public init(_ people: Withdrawn, in documents: some Sequence<Document>) {
    var people = people
    var revisions: Set<RevisionID> = []
    for document in documents {
      people.formUnion(document.withdrawn)
      people.formUnion(document.erasedRecords)
      for records in document.collections.values {
        for record in records.values where record.erased != nil {
          revisions.formUnion(record.revisionIDs)
        }
      }
    }
    self.people = people
    self.revisions = revisions
    names = people.names
  }

  /// Tells whether nothing was taken back.
  public var isEmpty: Bool { people.isEmpty && revisions.isEmpty }

  /// Tells whether a value names who withdrew, or a record or a revision that was taken back.
  public func isNamed(in value: JSONValue) -> Bool {
    guard !isEmpty else { return false }
    return switch value {
    case .string(let text): isNamed(in: text)
    case .array(let elements): elements.contains(where: isNamed)
    case .object(let object): object.members.contains(where: isNamed)
    default: false
    }
  }

  /// Tells whether a member names any of them, be it by its own name.
  public func isNamed(in member: JSONObject.Member) -> Bool {
    isNamed(in: member.name.text) || isNamed(in: member.value)
  }

  private func isNamed(in text: String) -> Bool {
    var isOnlyID = false
    for id in text.identifiers {
      if people.contains(RecordID(id.uuid)) || revisions.contains(RevisionID(id.uuid)) {
        return true
      }
      isOnlyID = text.utf8.count == 36
    }
    guard !isOnlyID, !names.isEmpty else { return false }
    return names.search.isDoubtful(text) == false
  }
}

extension Document {
  /// The members that nothing reads and in which words stand that were taken back.
  public func unknownNames(heldAfter takenBack: TakenBack) -> [FieldName] {
    guard !takenBack.isEmpty else { return [] }
    return unknown.members.filter(takenBack.isNamed).map(\.name)
  }

  /// Leaves out, before it is taken into another copy, what nothing reads and in which words stand that were
  /// taken back.
  ///
  /// - Returns: The names of what was left out.
  @discardableResult
  public mutating func leaveOut(heldAfter takenBack: TakenBack) -> [FieldName] {
    let names = unknownNames(heldAfter: takenBack)
    leaveOut(unknown: Set(names))
    return names
  }
}

extension String {
  /// The ids that stand in a text, also within it.
  var identifiers: [RecordID] {
    let bytes = Array(utf8)
    guard bytes.count >= 36 else { return [] }
    return (0...(bytes.count - 36)).compactMap { start in
      guard bytes[start + 8] == 0x2D, bytes[start + 13] == 0x2D else { return nil }
      return RecordID(String(decoding: bytes[start..<(start + 36)], as: UTF8.self))
    }
  }
}
