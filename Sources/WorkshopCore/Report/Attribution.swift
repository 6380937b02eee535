/// Whose words a note has, and how far an edition may tell whose they are.
///
/// Sheets are the work of a group, whoever wrote them down. A pick, what somebody says for a
/// municipality at the closing, and spoken or literal words that somebody signed are one person's: those
/// keep their side only, unless that person agreed to more.
struct Attribution {
  /// Whoever wrote it, also if they were taken off the list or typed by name.
  let author: Participant?
  /// The record of the participant who wrote it; the first one where several are of one person.
  let taker: RecordID?
  /// Whoever answered literally in an interview that somebody else wrote down.
  let interviewed: Participant?
  /// The municipality whose people wrote it, whether it may be told or not, for counting.
  let origin: DocumentName?
  /// The municipality for which somebody speaks at the closing.
  let spokenFor: DocumentName?
  /// Who speaks at the closing, else who wrote it.
  let speaker: Participant?
  /// Tells whether a publication has printed it.
  let isPublished: Bool
  /// Tells whether it is one person's, and not the work of a group.
  let isPersonal: Bool
  /// Tells whether whose it is stays untold.
  let isHidden: Bool
  /// Tells whether the side may be told of whom it is.
  let tellsSide: Bool
  /// The municipality in whose file it stands, as far as it may be told.
  let municipality: DocumentName?
  /// The municipality whose sheet it stands on.
  let sheetHome: DocumentName?
  /// The municipality whose people said it, as far as it may be told.
  let speakers: DocumentName?
  /// The municipalities of which it tells, where in its activity each speaks as one.
  let toldHomes: [DocumentName]
  /// The one that it keeps untold.
  let hiddenHome: DocumentName?
  /// Tells whether the municipality whose sheet it stands on may be told.
  let isGroupShown: Bool
  /// Tells whether the municipality of those who said it is known and left out.
  let isOriginWithheld: Bool

  init(_ note: Note, in workshop: Workshop, _ known: ToldNote.Surroundings) {
    let disclosure = known.disclosure
    let isPublic = disclosure.edition == .public
    isPublished = note.source != nil && workshop.isFromPublication
    author = disclosure.writer(of: note)
    taker = if case .participant(let id)? = note.author { disclosure.one(id) } else { nil }
    origin = known.origin(of: note)
    spokenFor = note.activity == .closing ? note.closingMunicipality : nil
    // What somebody literally answered in an interview is theirs, whoever wrote it down.
    interviewed = disclosure.interviewed(in: note, home: note.municipality ?? origin)
    speaker =
      interviewed ?? spokenFor.flatMap { workshop.speaker(at: $0, of: note) }
      .map(disclosure.person) ?? author
    let isOwn =
      disclosure.edition != .public && (spokenFor ?? origin) == disclosure.edition.municipality
    let mayDescribe = isPublished || isOwn || speaker.map(disclosure.mayDescribe) ?? false
    isPersonal =
      note.isPick || spokenFor != nil || interviewed != nil
      || author != nil && note.isSpeech
    let file = note.municipality
    sheetHome = note.group.flatMap { known.municipalities[$0] }
    // Where only the signature tells whose it is, it is theirs to tell.
    let isSheet = author == nil || origin == file || origin == sheetHome
    let isNamed = isSheet || mayDescribe || author?.municipality != origin
    // Who is left out besides is so with all that tells of them.
    let left = isPublic && !isPublished ? note.activity.flatMap { known.left[$0] } : nil
    let isClosing = note.activity == .closing
    var homes: [DocumentName] = []
    if Complement.concerns(note.activity) {
      let isTold = isNamed && note.activity == .framework
      homes = (isClosing ? [spokenFor] : [file, sheetHome, isTold ? origin : nil]).compactMap { $0 }
    }
    let isLeftBesides = left.map { !$0.besides.isDisjoint(with: homes) } ?? false
    let isHidden = isPersonal && !mayDescribe || isLeftBesides
    self.isHidden = isHidden
    let open = spokenFor.flatMap { home in left.map { $0.open(with: home) } }
    tellsSide = !isHidden || disclosure.tellsSide(of: speaker, among: open)
    // In the edition for everybody, a file that is told would tell where the speaker is not from.
    let hidesFile = isHidden && (isPublic || file == origin || file == spokenFor)
    municipality = hidesFile ? nil : file
    isGroupShown =
      !isHidden || !isPublic && sheetHome != origin && sheetHome != spokenFor
    speakers = !isHidden && isNamed ? origin : nil
    toldHomes = isHidden ? [] : homes
    hiddenHome = isHidden ? isClosing ? spokenFor : origin : nil
    isOriginWithheld =
      origin != nil && speakers == nil
      && (isHidden || !isPublic || known.hasSeveralOrigins(note, in: workshop, sheetHome))
  }
}

extension Note {
  /// Tells whether it is what somebody said if it has a writer, rather than a sheet they wrote for a group or what
  /// was written elsewhere.
  fileprivate var isSpeech: Bool {
    switch kind {
    case .sheet: isVerbatim
    case .document, .literature: isVerbatim && source == nil
    case .spoken, .observation, .interview: true
    }
  }

  /// The municipality for which somebody speaks at the closing.
  fileprivate var closingMunicipality: DocumentName? {
    switch place.flatMap(ClosingPlace.init) {
    case .municipality(let name)?: name
    case .researcher?: nil
    case nil: municipality
    }
  }
}

extension Disclosure {
  /// Tells whether the side of somebody who is hidden may be told.
  ///
  /// Where all who stand there are of one municipality, the side would tell it.
  fileprivate func tellsSide(of speaker: Participant?, among open: Set<DocumentName>?) -> Bool {
    guard edition == .public, let speaker, speaker.municipality != nil else { return true }
    return open.map { hidden.tells(speaker.standing, among: $0) }
      ?? hidden.tells(speaker.standing)
  }
}

extension ToldNote.Surroundings {
  /// Tells whether hidden people of several municipalities may have written what is not of those whose sheet it is.
  ///
  /// Where there is only one, what says that it is left out would tell which.
  fileprivate func hasSeveralOrigins(
    _ note: Note, in workshop: Workshop, _ sheetHome: DocumentName?
  ) -> Bool {
    var homes = disclosure.hidden.homes(of: note.group.flatMap(Side.init(rawValue:)))
    if case .visit(let host, let round)? = note.consultation,
      let seated = note.item.flatMap(workshop.item)?.tables[round]?.tables[host]
    {
      homes.formIntersection(seated.compactMap { disclosure.person($0).municipality })
    }
    let own = Set([note.municipality, sheetHome].compactMap { $0 })
    return homes.count - own.count(where: homes.contains) > 1
  }
}

extension Workshop {
  /// Who speaks for a municipality at the closing in which a note was made.
  fileprivate func speaker(at municipality: DocumentName, of note: Note) -> RecordID? {
    note.item.flatMap(item)?.speakers[ClosingPlace.municipality(municipality).text]
  }
}
