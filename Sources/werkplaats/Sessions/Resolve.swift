import WorkshopCore

/// Takes the words of a command line for what the workshop knows.
enum Resolve {
  /// The activity of an id.
  static func activity(_ text: String) throws(CommandError) -> ActivityKind {
    guard let activity = ActivityKind(rawValue: text) else { throw .unknownActivity(text) }
    return activity
  }

  /// The place of an id in an activity.
  static func place(_ text: String, in activity: ActivityKind) throws(CommandError) -> Place {
    guard let place = Place(text, in: activity) else { throw .unknownPlace(text, activity) }
    return place
  }

  /// The participant of a name, a function or an id, also one who was taken off the list.
  static func person(_ text: String, in documents: [Document]) throws(CommandError)
    -> (id: RecordID, label: String)
  {
    let records = documents.flatMap { $0.records(SessionCollection.participants) }
      .filter { $0.erased == nil }
    let found = records.map { record in
      let name = record.fields[Participant.Field.name]?.text
      let function = record.fields[Participant.Field.function]?.text
      let label = [name, function].compactMap(\.self).joined(separator: ", ")
      return (id: record.id, name: name ?? function ?? "", label: label)
    }.filter { $0.id == RecordID(text) || $0.name.lowercased() == text.lowercased() }
    guard let first = found.first else { throw .unknownParticipant(text) }
    guard found.count == 1 else {
      throw .severalParticipants(text, found.map { "\($0.label) (\($0.id.text))" })
    }
    return (first.id, first.label)
  }

  /// The fields that `K=V`s name; of two with one name the last counts.
  static func fields(_ texts: [String]) throws(CommandError) -> JSONObject {
    var fields = JSONObject()
    for text in texts {
      guard let equals = text.utf8.firstIndex(of: 0x3D), equals > text.startIndex else {
        throw .notAField(text)
      }
      let name = FieldName(String(text[..<equals]))
      guard !Note.Field.all.contains(name), !DocumentCoding.reserved.contains(name) else {
        throw .ownField(name.text)
      }
      fields[name] = .string(String(text[text.utf8.index(after: equals)...]))
    }
    return fields
  }
}

extension Workshop {
  /// The file of a municipality as written or as id.
  func municipality(_ text: String) throws(CommandError) -> DocumentName {
    guard let municipality = municipality(named: text) else {
      throw .unknownMunicipality(text, known: municipalities.map(\.name))
    }
    return municipality.document
  }

  /// Where the notes of a group stand.
  func home(ofGroup text: String) throws(CommandError) -> NoteHome {
    if Workshop.plenaryGroups.contains(where: { $0.hasSameBytes(as: text) }) {
      return NoteHome(group: text)
    }
    if text.hasPrefix("mixed-"), let number = Int(text.dropFirst(6)), number > 0,
      text.hasSameBytes(as: "mixed-\(number)")
    {
      return NoteHome(group: text)
    }
    guard let municipality = municipality(named: text) else {
      throw .unknownGroup(text, municipalities: municipalities.map(\.document.text))
    }
    return NoteHome(municipality: municipality.document)
  }

  /// The participant of a name; of several with one name, the one of the municipality.
  func participant(_ name: String, preferring municipality: DocumentName) throws(CommandError)
    -> Participant
  {
    guard let found = participant(named: name) else { throw .unknownParticipant(name) }
    let alike = participants.filter { $0.label.lowercased() == found.label.lowercased() }
    return alike.first { $0.municipality == municipality } ?? found
  }
}
