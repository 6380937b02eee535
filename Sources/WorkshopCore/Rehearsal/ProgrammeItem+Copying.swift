extension ProgrammeItem {
  /// The fields of an item that another workshop may have: all but those of clocks and people.
  ///
  /// Fields that this version does not know come along, unless their name or their value names a
  /// record: only people, notes and roles have such names. What makes no sense stays where it is.
  static func copy(of fields: JSONObject) -> JSONObject {
    JSONObject(
      fields.members.lazy.filter { member in
        !isOfOneRun(member.name.text) && !member.value.namesRecord
          && SenseCheck.makesSense(member)
      }.map { ($0.name, $0.value) })
  }

  private static func isOfOneRun(_ name: String) -> Bool {
    let own: Set<FieldName> = [Field.groups, Note.Field.deleted]
    return own.contains(FieldName(name))
      || ["clock", "tables-", "speaker-"].contains { name.hasPrefix($0) }
  }
}

extension JSONValue {
  /// Tells whether the id of a record stands in it, as a value or as a name.
  fileprivate var namesRecord: Bool {
    switch self {
    case .string(let text): RecordID(text) != nil
    case .array(let elements): elements.contains(where: \.namesRecord)
    case .object(let object):
      object.members.contains { RecordID($0.name.text) != nil || $0.value.namesRecord }
    default: false
    }
  }
}
