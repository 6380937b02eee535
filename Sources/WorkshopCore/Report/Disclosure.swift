/// What an edition may tell of the people of one workshop.
///
/// Each workshop has its own: what somebody agreed to there, and what was printed of them, says nothing of
/// somebody elsewhere who is called alike.
struct Disclosure {
  /// The edition.
  let edition: Report.Edition
  /// Those of whom it tells no more than their side.
  let hidden: HiddenPeople
  /// Those on the list, each once and with what any record that may be theirs refused.
  let listed: [Participant]
  private let people: [RecordID: Participant]
  private let twins: Twins
  /// What stands in the place of a writer and is nobody in particular.
  private let words: UnknownWriters.Words
  /// Those whom a publication has already described.
  private let published: Set<RecordID>
  private let mask: NameMask
  /// The people by what they may be called, the surest way first.
  private let called: [[String: [Participant]]]
  /// The same with those who were taken off the list.
  private let everCalled: [[String: [Participant]]]
  /// The municipalities of which everybody agreed to photographs.
  private let photographed: Set<DocumentName>

  /// Takes the people of a workshop.
  ///
  /// - Parameter mask: What takes the names of all workshops out of texts.
  init(_ edition: Report.Edition, of workshop: Workshop, _ mask: NameMask) {
    self.edition = edition
    // Whoever is called as somebody who withdrew may be the same person, under a second record.
    let withdrawn = WithdrawnNames(workshop.documents[.session])
    func asked(_ people: [Participant]) -> [Participant] {
      withdrawn.isEmpty
        ? people
        : people.map { $0.name.map(withdrawn.have) ?? false ? $0.refusing() : $0 }
    }
    let former = asked(workshop.formerParticipants)
    let present = asked(workshop.participants)
    let twins = Twins(among: present, former: former)
    let all = twins.united(present)
    // Who was taken off the list keeps what they answered: taking off is no agreement.
    let known = (present + former).map(twins.united)
    self.twins = twins
    listed = all
    words = UnknownWriters.Words(of: workshop)
    let published =
      workshop.isFromPublication ? Set(all.lazy.filter { $0.source != nil }.map(\.id)) : []
    people = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    called = Self.called(all)
    everCalled = Self.called(known)
    // Asked of every note, so it is worked out once.
    photographed = Set(
      Dictionary(grouping: all, by: \.municipality)
        .filter { $0.value.allSatisfy { $0.consent.allows(.photograph) } }.keys.compactMap(\.self)
    ).subtracting(
      former.filter { $0.consent[.photograph] == false }.compactMap(\.municipality))
    self.published = published
    self.mask = mask
    func mayDescribe(_ person: Participant) -> Bool {
      Self.mayDescribe(person, edition) || published.contains(person.id)
    }
    hidden = HiddenPeople(
      all, isListed: { mayDescribe($0) && Self.wasThere($0, edition) }, mayDescribe: mayDescribe)
  }

  /// For everybody nobody took part who was marked absent throughout; a team reads it of each of its own.
  private static func wasThere(_ person: Participant, _ edition: Report.Edition) -> Bool {
    edition.municipality != nil || person.presence.anyPart != false
  }

  /// Tells whether somebody stands in the list of who took part.
  func isListed(_ person: Participant) -> Bool {
    mayDescribe(person) && Self.wasThere(person, edition)
  }

  private static func mayDescribe(_ person: Participant, _ edition: Report.Edition) -> Bool {
    person.consent.allows(.function)
      || edition.municipality != nil && person.municipality == edition.municipality
  }

  /// Whoever has a record, also once they were taken off the list; somebody of whom nothing is known agreed to nothing.
  func person(_ id: RecordID) -> Participant { people[id] ?? Participant(unknown: id) }

  /// The record that counts for one where several may be of one person.
  func one(_ id: RecordID) -> RecordID { twins.one(id) }

  /// Whoever wrote a note; `nil` where that is nobody in particular.
  func writer(of note: Note) -> Participant? {
    switch note.author {
    case .participant(let id)?: person(id)
    case .municipality(let name)?: writer(typed: name.text)
    case .named(let text)?: writer(typed: text)
    case nil: nil
    }
  }

  /// Whoever was typed by hand in the place of a writer; where it fits nobody, somebody who agreed to nothing.
  private func writer(typed text: String) -> Participant? {
    guard !words.areOfGroup(text) else { return nil }
    let meant = participants(
      called: ListName.turned(text, isUsual: true) ?? text, home: nil, among: everCalled)
    return Self.strictest(meant) ?? Participant(unknown: WorkshopInfo.record)
  }

  /// Whoever answered literally in an interview as somebody else wrote it down, as far as it is a participant.
  ///
  /// Where it may be one of several, they agreed to what all of those did.
  func interviewed(in note: Note, home: DocumentName?) -> Participant? {
    guard note.kind == .interview, note.isVerbatim, note.source == nil,
      let text = note.filled(Note.PreparationField.respondent)
    else { return nil }
    let meant = participants(called: text, home: home, among: everCalled)
    return Self.strictest(meant.isEmpty ? everCalled[0][Self.folded(text)] ?? [] : meant)
  }

  /// Somebody who agreed to what all of these did; `nil` for none.
  static func strictest(_ people: [Participant]) -> Participant? {
    guard let first = people.first else { return nil }
    let homes = Set(people.map(\.municipality))
    let refused = Consent.Use.allCases.filter { use in
      !people.allSatisfy { $0.consent.allows(use) }
    }
    guard people.count > 1 else { return first }
    return homes.count == 1
      ? first.with(consent: first.consent.without(refused), presence: first.presence)
      : Participant(unknown: first.id)
  }

  /// Tells whether somebody is of the team for which the report is made.
  func isOwn(_ person: Participant) -> Bool {
    edition.municipality != nil && person.municipality == edition.municipality
  }

  /// Tells whether somebody's function, organisation and municipality may stand beside their side.
  func mayDescribe(_ person: Participant) -> Bool {
    Self.mayDescribe(person, edition) || published.contains(person.id)
  }

  /// Tells whether a publication has described somebody.
  func isPublished(_ person: Participant) -> Bool { published.contains(person.id) }

  /// What to call somebody: by name in their own team, else by a function that may be told.
  func label(of person: Participant) -> String? {
    if isOwn(person) { return person.name ?? person.function }
    return mayDescribe(person) ? person.function.map(told) : nil
  }

  /// A text without names, addresses and numbers where the edition tells none; `nil` if nothing changes.
  func masked(_ text: String) -> NameMask.Masked? { mask.masked(text) }

  /// A text as the edition may print it.
  func told(_ text: String) -> String { mask.masked(text)?.text ?? text }

  // MARK: Whoever does something

  /// Whoever is meant by a text that somebody typed.
  struct Doer {
    /// As far as they may be told in words.
    var text: String?
    /// Where those stand who may not.
    var standings: [Standing] = []
    /// Tells whether somebody was left out altogether.
    var isIncomplete = false
  }

  /// Resolves who is to do an action: only participants, by what they agreed to; a name that belongs to no
  /// participant is left out, and so is where somebody stands if that leads to one municipality.
  ///
  /// - Parameter home: The municipality whose plan it is; somebody of another one is not meant.
  func doer(_ typed: String, home: DocumentName?) -> Doer {
    var doer = Doer()
    var functions: [String] = []
    for part in Self.parts(of: typed) {
      let meant = participants(called: part, home: home, among: called)
      if let person = meant.first, meant.count == 1, mayDescribe(person), let own = person.function
      {
        functions.append(told(own))
      } else if let standing = meant.first?.standing,
        meant.allSatisfy({ $0.standing == standing }), hidden.tells(standing)
      {
        doer.standings.append(standing)
      } else {
        doer.isIncomplete = true
      }
    }
    doer.text = functions.isEmpty ? nil : functions.joined(separator: ", ")
    return doer
  }

  /// The participant whom a text means by function or name; `nil` if none is, or several are.
  ///
  /// - Parameter home: The municipality of which it tells; somebody of another one is not meant.
  func respondent(_ typed: String, home: DocumentName?) -> Participant? {
    let meant = participants(called: typed, home: home, among: called)
    return meant.count == 1 ? meant.first : nil
  }

  private func participants(
    called text: String, home: DocumentName?, among called: [[String: [Participant]]]
  ) -> [Participant] {
    let wanted = Self.folded(text)
    for way in called {
      guard let found = way[wanted] else { continue }
      guard let home else { return found }
      let own = found.filter { $0.municipality == home }
      if !own.isEmpty { return own }
      // Researchers are of no municipality and come to all; what they agreed to says nothing of somebody of one.
      let guests = found.filter { $0.municipality == nil && $0.standing == .researcher }
      if !guests.isEmpty { return guests }
    }
    return []
  }

  /// The people by what they may be called: by name, by first name, by function.
  private static func called(_ people: some Sequence<Participant>) -> [[String: [Participant]]] {
    let ways: [(Participant) -> String?] = [
      { $0.name }, { $0.name?.split(whereSeparator: \.isWhitespace).first.map(String.init) },
      { $0.function },
    ]
    let people = people.sorted { $0.id < $1.id }
    return ways.map { way in
      people.reduce(into: [:]) { all, person in
        if let text = way(person) { all[folded(text), default: []].append(person) }
      }
    }
  }

  static func folded(_ text: String) -> String {
    Folding.text(text, hyphen: " ").split(separator: " ").joined(separator: " ")
  }

  /// The people in "Noor, Joke en de wijkagent".
  private static func parts(of text: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for piece in text.split(omittingEmptySubsequences: true, whereSeparator: \.isWhitespace) {
      if ["en", "and", "&", "+", "met", "with", "/"].contains(piece.lowercased()) {
        parts.append([])
        continue
      }
      let pieces = piece.split(omittingEmptySubsequences: false) { ",;/&+".contains($0) }
      for (index, word) in pieces.enumerated() {
        if index > 0 { parts.append([]) }
        if !word.isEmpty { parts[parts.count - 1].append(word) }
      }
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  // MARK: Photographs

  /// Tells whether a photograph of what a note tells of may be named: its maker agreed, or everybody
  /// of the municipality did where the maker is not known.
  func mayShowPhotograph(by author: Participant?, of municipality: DocumentName?) -> Bool {
    if edition.municipality != nil { return true }
    if let author { return author.consent.allows(.photograph) || published.contains(author.id) }
    return municipality.map(photographed.contains) ?? false
  }
}

extension Workshop {
  /// Tells whether it was made from a publication, so that what has a section was printed before.
  var isFromPublication: Bool { info.source != nil }
}
