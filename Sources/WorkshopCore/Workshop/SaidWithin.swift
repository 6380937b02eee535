// Somebody may make a list in a record that this program does not know, such as answers to a note, and say of each
// element whose it is. What stands there of somebody who withdrew is theirs, whoever has the record.

extension Record {
  /// The revisions in which something stands that is said to be by people who withdrew, without that.
  ///
  /// It follows from each revision alone, so that all copies come to the same, and of what it makes nothing more
  /// follows.
  ///
  /// - Parameter isTheirs: Tells whether a group of members says of itself whose it is, and it is theirs.
  func withoutSaid(by isTheirs: (JSONObject) -> Bool) -> [Revision] {
    guard erased == nil else { return [] }
    return revisions.compactMap { revision in
      let fields = revision.set.members.compactMap { member -> (FieldName, JSONValue?)? in
        guard !VeiledNames.isField(member.name), member.value.holds(where: isTheirs) else {
          return nil
        }
        return (member.name, member.value.removing(where: isTheirs))
      }
      return fields.isEmpty ? nil : revision.trimming(fields)
    }
  }

  /// The record without what is said to be by somebody in lists within it.
  func withoutWords(saidBy person: RecordID) -> Record {
    let said = withoutSaid { $0.isSaid(byAnyOf: [person], or: { _ in false }) }
    guard !said.isEmpty else { return self }
    var record = self
    for revision in said { record.insert(revision) }
    return record
  }
}

extension JSONObject {
  /// Tells whether it says of itself that it is by one of some people, or is one of some records.
  ///
  /// - Parameters:
  ///   - records: Whom it is asked for, and what.
  ///   - haveWriter: Tells whether a writer who is given by name is one of them.
  func isSaid(byAnyOf records: Set<RecordID>, or haveWriter: (String) -> Bool) -> Bool {
    [Note.Field.by, "id"].contains { name in
      guard let text = self[name]?.text, !text.isEmpty else { return false }
      if let id = RecordID(text.filter { !$0.isWhitespace }) { return records.contains(id) }
      return name == Note.Field.by && haveWriter(text)
    }
  }
}

extension JSONValue {
  /// Tells whether some group of members in it is such a one.
  fileprivate func holds(where isMeant: (JSONObject) -> Bool) -> Bool {
    switch self {
    case .array(let elements): elements.contains { $0.holds(where: isMeant) }
    case .object(let object):
      isMeant(object) || object.members.contains { $0.value.holds(where: isMeant) }
    default: false
    }
  }

  /// The value without such groups of members; `nil` if it is one.
  fileprivate func removing(where isMeant: (JSONObject) -> Bool) -> JSONValue? {
    switch self {
    case .array(let elements): return .array(elements.compactMap { $0.removing(where: isMeant) })
    case .object(let object):
      guard !isMeant(object) else { return nil }
      return .object(
        JSONObject(
          object.members.compactMap { member in
            member.value.removing(where: isMeant).map { (member.name, $0) }
          }))
    default: return self
    }
  }
}
