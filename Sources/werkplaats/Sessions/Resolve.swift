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
  static func person(_ text: String, in workshop: Workshop) throws(CommandError) -> Candidate {
    let candidates = workshop.candidates
    // An id beats a name, as it is the one way to tell people of one name apart.
    if let id = RecordID(text), let exact = candidates.first(where: { $0.id == id }) {
      return exact
    }
    let found = candidates.filter { $0.answers(to: text) }
    guard let first = found.first else { throw .unknownParticipant(text) }
    guard found.count == 1 else { throw .severalParticipants(text, found.map(\.description)) }
    return first
  }

  /// The one municipality of several workshops that a text means; `nil` for a text that means none.
  static func municipality(_ text: String, in workshops: [Workshop]) throws(CommandError)
    -> Municipality?
  {
    var found: [Municipality] = []
    for municipality in workshops.flatMap({ $0.municipalities(named: text) })
    where !found.contains(where: { $0.document == municipality.document }) {
      found.append(municipality)
    }
    guard found.count < 2 else {
      throw .severalMunicipalities(text, found.map { "\($0.name) (\($0.document.text))" })
    }
    return found.first
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
  /// An activity at which a screen can begin.
  ///
  /// - Throws: `notInProgramme` if it has no item and no notes outside the programme; what was prepared always
  ///   has its place there.
  func shown(_ activity: ActivityKind) throws(CommandError) -> ActivityKind {
    guard start(at: activity) == nil else { return activity }
    let all = Set(items.map(\.kind))
    throw .notInProgramme(
      activity, known: ActivityKind.allCases.filter { $0 == .preparation || all.contains($0) })
  }

  /// Everybody who is or was on the list, except who withdrew.
  var candidates: [Candidate] {
    (documents[.session]?.records(SessionCollection.participants) ?? [])
      .filter { $0.erased == nil }.map { Candidate($0, in: self) }
  }

  /// The file of a municipality as written or as id.
  func municipality(_ text: String) throws(CommandError) -> DocumentName {
    guard let municipality = try Resolve.municipality(text, in: [self]) else {
      throw .unknownMunicipality(text, known: municipalities.map(\.name))
    }
    return municipality.document
  }

  /// Where the notes of a group stand.
  func home(ofGroup text: String) throws(CommandError) -> NoteHome {
    if Workshop.plenaryGroups.contains(where: { $0.hasSameBytes(as: text) }) {
      return NoteHome(group: text)
    }
    if Workshop.mixedGroup(text) != nil { return NoteHome(group: text) }
    guard let municipality = try Resolve.municipality(text, in: [self]) else {
      throw .unknownGroup(text, municipalities: municipalities.map(\.document.text))
    }
    return NoteHome(municipality: municipality.document)
  }

  /// The participant whom a text means; of several with one name the only one of a municipality.
  ///
  /// - Parameters:
  ///   - text: A name, a function where no name is known, or an id.
  ///   - municipality: The municipality on whose sheet they wrote.
  ///   - found: Whom it may mean.
  /// - Throws: `severalParticipants` where more than one may be meant: a note must not be under the name
  ///   of somebody who did not write it.
  func participant(
    _ text: String, preferring municipality: DocumentName, among found: [Participant]
  ) throws(CommandError) -> Participant {
    guard let first = found.first else { throw .unknownParticipant(text) }
    guard found.count > 1 else { return first }
    let near = found.filter { $0.municipality == municipality }
    if near.count == 1, let one = near.first { return one }
    let ids = Set(found.map(\.id))
    throw .severalParticipants(
      text, candidates.filter { ids.contains($0.id) }.map(\.description))
  }
}
