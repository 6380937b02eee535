/// Whose words a note has, and how far an edition may tell whose they are.
///
/// Sheets are the work of a group, whoever wrote them down. A pick, what somebody says for a
/// municipality at the closing, and spoken or literal words that somebody signed are one person's: those
/// keep their side only, unless that person agreed to more.
struct Attribution {
  /// The participant who wrote it.
  let author: Participant?
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
  /// The municipality in whose file it stands, as far as it may be told.
  let municipality: DocumentName?
  /// The municipality whose sheet it stands on.
  let sheetHome: DocumentName?
  /// The municipality whose people said it, as far as it may be told.
  let speakers: DocumentName?

  init(_ note: Note, in workshop: Workshop, _ known: ToldNote.Surroundings) {
    let disclosure = known.disclosure
    isPublished = note.source != nil && workshop.isFromPublication
    author = if case .participant(let id)? = note.author { disclosure.person(id) } else { nil }
    origin = known.origin(of: note)
    spokenFor = note.activity == .closing ? note.closingMunicipality : nil
    speaker = spokenFor.flatMap { workshop.speaker(at: $0, of: note) } ?? author
    let isOwn =
      disclosure.edition != .public && (spokenFor ?? origin) == disclosure.edition.municipality
    let mayDescribe = isPublished || isOwn || speaker.map(disclosure.mayDescribe) ?? false
    isPersonal = note.isPick || spokenFor != nil || note.isSignedSpeech
    isHidden = isPersonal && !mayDescribe
    let file = note.municipality
    municipality = isHidden && (file == origin || file == spokenFor) ? nil : file
    sheetHome = note.group.flatMap { known.municipalities[$0] }
    // Where only the signature tells whose it is, it is theirs to tell.
    let isSheet = author == nil || origin == file || origin == sheetHome
    let isNamed = !isHidden && (isSheet || mayDescribe || author?.municipality != origin)
    speakers = isNamed ? origin : nil
  }

  /// Tells whether the municipality whose sheet it stands on may be told.
  var isGroupShown: Bool { !isHidden || (sheetHome != origin && sheetHome != spokenFor) }

  /// Tells whether the municipality of those who said it is known and left out.
  var isOriginWithheld: Bool { origin != nil && speakers == nil }
}

extension Note {
  /// Tells whether it is what a participant said, rather than a sheet they wrote for a group or what
  /// belongs to a municipality as a whole.
  fileprivate var isSignedSpeech: Bool {
    guard case .participant? = author, isVerbatim || kind != .sheet else { return false }
    switch activity {
    case .preparation, .pitch, .framework, .vision, .consultations, .plan: return false
    default: return true
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

extension Workshop {
  /// Who speaks for a municipality at the closing in which a note was made.
  fileprivate func speaker(at municipality: DocumentName, of note: Note) -> Participant? {
    let place = ClosingPlace.municipality(municipality).text
    guard let id = note.item.flatMap(item)?.speakers[place] else { return nil }
    return participants.first { $0.id == id }
  }
}
