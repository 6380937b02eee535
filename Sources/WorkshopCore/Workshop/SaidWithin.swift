// Somebody may make a list in a record that this program does not know, such as answers to a note, and say of each
// element whose it is. What stands there of somebody who withdrew is theirs, whoever has the record. Where it is said
// in another way than the program's own, nobody can tell where their words end, so that all of that member goes.

extension Record {
  /// The revisions in which something stands that is said to be by people who withdrew, without that.
  ///
  /// It follows from each revision alone, so that all copies come to the same, and of what it makes nothing more
  /// follows.
  ///
  /// - Parameters:
  ///   - people: The people.
  ///   - isTheirs: Tells whether a group of members says of itself whose it is, and it is theirs.
  func withoutSaid(
    by people: Set<RecordID>, or isTheirs: (JSONObject) -> Bool
  ) -> [Revision] {
    guard erased == nil else { return [] }
    return revisions.compactMap { revision in
      let fields = revision.set.members.compactMap {
        member -> (name: FieldName, left: JSONValue?)? in
        guard member.value.holdsMore, !VeiledNames.isField(member.name) else { return nil }
        let isSaid = member.value.holds(where: isTheirs)
        let left = isSaid ? member.value.removing(where: isTheirs) : member.value
        if !SenseRules.isKnown(member.name), left?.names(anyOf: people) ?? false {
          return (member.name, nil)
        }
        return isSaid ? (member.name, left) : nil
      }
      // The program writes no words beside what a revision sets.
      let members = revision.unknown.members.filter {
        $0.value.holds(where: isTheirs) || $0.isNaming(anyOf: people)
      }
      guard !fields.isEmpty || !members.isEmpty else { return nil }
      return revision.trimming(fields).dropping(members.map(\.name))
    }
  }

  /// The record without what is said to be by somebody in lists within it.
  func withoutWords(saidBy person: RecordID) -> Record {
    let said = withoutSaid(by: [person]) { $0.isSaid(byAnyOf: [person], or: { _ in false }) }
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

extension JSONObject.Member {
  /// Tells whether the id of one of some people stands in it, be it in its own name.
  func isNaming(anyOf people: Set<RecordID>) -> Bool {
    guard !people.isEmpty else { return false }
    return name.text.identifiers.contains(where: people.contains) || value.names(anyOf: people)
  }
}

extension JSONValue {
  /// Tells whether it is a list or a group of members, in which more may stand.
  var holdsMore: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  /// The ids that stand in it, within texts and names of members too.
  var identifiers: [RecordID] {
    switch self {
    case .string(let text): text.identifiers
    case .array(let elements): elements.flatMap(\.identifiers)
    case .object(let object):
      object.members.flatMap { $0.name.text.identifiers + $0.value.identifiers }
    default: []
    }
  }

  /// Tells whether the id of one of some people stands in it.
  fileprivate func names(anyOf people: Set<RecordID>) -> Bool {
    !people.isEmpty && identifiers.contains(where: people.contains)
  }

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
