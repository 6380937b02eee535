/// A note as an edition may tell it: what follows works with this, never with the note's own words.
///
/// How far it may tell whose words they are, its ``Attribution`` decides.
struct ToldNote {
  private let note: Note
  /// The id under which it is printed.
  let printedID: String
  /// Its place in the order of making.
  private let order: PrintedIDs.Order
  /// The place of its workshop among those of the report.
  let workshop: Int
  /// The text, empty where it is left out.
  let text: String
  /// Tells whether the text may stand between quotation marks.
  let isQuotation: Bool
  /// The municipality in whose file it stands.
  let municipality: DocumentName?
  /// The group whose sheet it stands on.
  let group: String?
  /// Whose voice it is; of one person's words it is their side where nothing else was recorded.
  let voice: Note.Voice?
  /// The place within the activity as written.
  let place: String?
  /// The place as the activity understands it.
  let typedPlace: Place?
  /// The municipality whose people said it, as far as it may be told.
  let speakers: DocumentName?
  /// The same whether it may be told or not, for counting and nothing else.
  let origin: DocumentName?
  /// The time at which it was made.
  let at: String?
  /// The name, or else the function, of the person who said or wrote it, in their own team.
  let author: String?
  /// What to call the one who speaks at the closing, by name in their own team, else by a function
  /// that may be told.
  let speaker: String?
  /// Where the one stands who speaks at the closing.
  let standing: Standing?
  /// What the respondent of an interview does.
  let respondent: String?
  /// Who is to do what it tells of.
  let doer: Disclosure.Doer?
  /// When that is to be done.
  let when: String?
  /// What is needed for it.
  let needed: String?
  /// What it adds to.
  private(set) var addsTo: RecordID?
  /// What it grew out of.
  private(set) var from: [RecordID]
  /// Whom a role is about and why it was taken.
  let reasons: (about: String?, why: String?)
  /// Files that belong to it.
  let attachments: [String]
  /// Tells whether somebody speaks for a municipality that is left out.
  let isSpokenForWithheld: Bool
  /// Tells whether it was said in a consultation whose table is left out.
  let isTableWithheld: Bool
  /// Tells whether its place in the order of making is left out with the municipality.
  let isOutOfOrder: Bool
  /// The number of files that are not named.
  let withheldAttachments: Int
  /// Tags.
  let tags: [String]
  /// The section of a publication.
  let source: String?
  /// What is left out.
  let withheld: [Report.Withheld]
  /// Tells whether a word was masked that may be no name.
  let hasDoubt: Bool

  var id: RecordID { note.id }
  var item: RecordID? { note.item }
  /// The item of the programme as far as it may be told: of several of one activity, one tells when something was said.
  let toldItem: RecordID?
  var activity: ActivityKind? { note.activity }
  var kind: Note.Kind { note.kind }
  var channel: Note.Channel? { note.channel }
  var isPick: Bool { note.isPick }
  var planPart: PlanPart? { if case .plan(let part)? = typedPlace { part } else { nil } }
  var claim: Note.Claim? { note.activity == .plan ? note.claim : nil }
  /// Tells whether it is only said about where it stands, and does not choose that.
  var isRemark: Bool { note.isRemark && typedPlace?.canBeChosen == true }
  var saying: Note.ConsultationSaying? { note.saying }
  var consultation: ConsultationPart? { note.consultation }
  /// The file of it, whether that may be told or not, for counting and nothing else.
  var file: DocumentName? { note.municipality }
  /// The participant who said or wrote it, for counting and nothing else.
  var writer: RecordID? { if case .participant(let id)? = note.author { id } else { nil } }

  /// How the conditions of a form stand that it tells of, in the order of the file.
  let states: [(condition: String, state: ConditionState)]

  /// The order of making, and after all others by id those whose place in it would tell whose they are.
  static func precedes(_ left: ToldNote, _ right: ToldNote) -> Bool {
    switch (left.isOutOfOrder, right.isOutOfOrder) {
    case (false, false): left.order < right.order
    case (false, true): true
    case (true, false): false
    case (true, true):
      left.activity == right.activity
        ? left.printedID.precedesByBytes(right.printedID)
        : left.activityNumber < right.activityNumber
    }
  }

  /// The place of its activity among all.
  private var activityNumber: Int {
    activity.flatMap(ActivityKind.allCases.firstIndex) ?? ActivityKind.allCases.count
  }
}

extension ToldNote {
  /// Decides what an edition tells of a note.
  ///
  /// - Parameters:
  ///   - workshop: The note's workshop.
  ///   - index: Its place among those of the report.
  init(_ note: Note, in workshop: Workshop, _ index: Int, _ known: Surroundings) {
    let disclosure = known.disclosure
    let isPublic = disclosure.edition == .public
    var withheld: Set<Report.Withheld> = []
    var hasDoubt = false
    let whose = Attribution(note, in: workshop, known)
    let isPublished = whose.isPublished
    let hides = whose.isHidden

    func told(_ text: String) -> String {
      guard !isPublished else { return text }
      var text = text
      if let masked = disclosure.masked(text) {
        withheld.insert(.name)
        if masked.hasDoubt { hasDoubt = true }
        text = masked.text
      }
      // Who speaks for a municipality often names it.
      return isPublic && hides ? known.places.told(text) : text
    }

    if whose.sheetHome != nil {
      group = whose.isGroupShown ? note.group : nil
    } else if !whose.tellsSide, note.group.flatMap(Side.init(rawValue:)) != nil {
      group = nil
    } else {
      group = note.group.map(told)
    }
    let side = note.voice ?? (whose.isPersonal ? whose.speaker?.standing?.voice : nil)
    voice = whose.tellsSide ? side : nil
    if !whose.tellsSide { withheld.insert(.side) }
    if whose.isOriginWithheld { withheld.insert(.municipality) }
    isOutOfOrder = isPublic && (hides || whose.isOriginWithheld)
    isTableWithheld = isPublic && hides && note.activity == .consultations
    var place = note.place
    if hides, whose.spokenFor != nil, place.flatMap(ClosingPlace.init) != nil { place = nil }
    if isTableWithheld { place = nil }
    if let id = place.flatMap(RecordID.init), known.hidden.contains(id) { place = nil }
    toldItem =
      isPublic && hides && note.item.map { workshop.isTelling($0, known.places) } ?? false
      ? nil : note.item
    at = hides || isOutOfOrder ? nil : note.at?.text
    if at == nil, note.at != nil { withheld.insert(.time) }

    // The words.
    let quotation = note.quotation(whose, disclosure)
    isQuotation = quotation == .allowed
    if quotation == .refused { withheld.insert(.quotation) }
    let showsReasons = !isPublic || isPublished
    let isLeftOut = quotation == .refused || note.isPick && !showsReasons
    text = isLeftOut ? "" : told(note.text)
    let reasons = note.isPick && showsReasons ? note.reasons : (nil, nil)
    self.reasons = (reasons.0.map(told), reasons.1.map(told))
    if note.isPick, !showsReasons, note.reasons.about != nil || note.reasons.why != nil {
      withheld.insert(.reasons)
    }
    tags = note.tags.map(told)
    source = note.source.map { isPublished ? $0 : told($0) }
    place = place.map { note.hasPlaceOfOurs || Self.isID($0) ? $0 : told($0) }

    // Who else is told of.
    respondent = note.filled(Note.PreparationField.respondent).flatMap { typed -> String? in
      if isPublished { return typed }
      if !isPublic { return told(typed) }
      let meant = disclosure.respondent(
        typed, home: note.municipality ?? whose.sheetHome ?? whose.origin)
      if let meant, !hides, disclosure.mayDescribe(meant), let function = meant.function {
        return told(function)
      }
      withheld.insert(.function)
      return nil
    }
    doer = note.who.map { typed in
      if isPublished { return Disclosure.Doer(text: typed) }
      if !isPublic { return Disclosure.Doer(text: told(typed)) }
      // A function leads to a municipality, and where few stand somewhere, that does, too.
      if hides {
        withheld.insert(.who)
        return Disclosure.Doer(isIncomplete: true)
      }
      let doer = disclosure.doer(typed, home: note.municipality ?? whose.sheetHome ?? whose.origin)
      if doer.isIncomplete { withheld.insert(.who) }
      return doer
    }
    states =
      note.activity != .plan
      ? []
      : note.fields.members.compactMap { member in
        member.value.text.flatMap(ConditionState.init(rawValue:)).map {
          (told(member.name.text), $0)
        }
      }
    when = note.when.map(told)
    needed = note.needed.map(told)
    author = isPublic ? nil : whose.author.flatMap { disclosure.isOwn($0) ? $0.label : nil }
    let isClosing = note.activity == .closing
    speaker = isClosing && !hides ? whose.speaker.flatMap(disclosure.label) : nil
    isSpokenForWithheld = hides && whose.spokenFor != nil
    standing = isClosing && whose.tellsSide ? whose.speaker?.standing : nil
    let files = note.attachments.filter { !known.hiddenFiles.contains($0) }
    let showsFiles =
      isPublished
      || disclosure.mayShowPhotograph(
        by: whose.author, of: note.municipality ?? whose.origin)
    // A file that somebody named after a person or a place tells who that is, and where.
    attachments =
      showsFiles
      ? files.filter { file in
        isPublished || Self.isID(file)
          || disclosure.masked(file) == nil && !(isPublic && hides && known.places.isIn(file))
      } : []
    withheldAttachments = files.count - attachments.count
    if withheldAttachments > 0 { withheld.insert(.photograph) }
    self.hasDoubt = hasDoubt

    self.note = note
    printedID = known.printedIDs.text(of: note.id)
    order = known.printedIDs.order(of: note.id, created: note.created)
    self.workshop = index
    addsTo = note.addsTo
    from = note.from
    origin = whose.origin
    speakers = whose.speakers
    municipality = whose.municipality
    self.place = place
    typedPlace = note.activity.flatMap { activity in
      place.flatMap { Place($0, in: activity) }
    }
    self.withheld = Report.Withheld.allCases.filter(withheld.contains)
  }

  /// The same notes without links between one that keeps its municipality untold and one that tells its own: what
  /// somebody adds to a note is most often of the same people.
  ///
  /// Strengths keep theirs: a side of the whole room names those, and others add to them.
  static func withoutTellingLinks(_ notes: [ToldNote]) -> [ToldNote] {
    let places = Dictionary(notes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return notes.map { note in
      guard note.activity != .strengths, note.addsTo != nil || !note.from.isEmpty else {
        return note
      }
      var told = note
      func isTelling(_ id: RecordID) -> Bool {
        guard let other = places[id].map({ notes[$0] }) else { return false }
        return note.isToldBy(other) || other.isToldBy(note)
      }
      told.addsTo = note.addsTo.flatMap { isTelling($0) ? nil : $0 }
      told.from = note.from.filter { !isTelling($0) }
      return told
    }
  }

  /// Tells whether it keeps its municipality untold, and another note tells one that this one does not show.
  private func isToldBy(_ other: ToldNote) -> Bool {
    guard withheld.contains(.municipality), !other.withheld.contains(.municipality) else {
      return false
    }
    let shown = [municipality?.text, group]
    return [other.municipality?.text, other.speakers?.text].contains { home in
      home != nil && !shown.contains { $0 == home }
    }
  }

  /// Tells whether a text is an id, or the name of a file that is one, whose digits may look like a telephone number.
  private static func isID(_ text: String) -> Bool {
    RecordID(text.split(separator: ".", maxSplits: 1).first.map(String.init) ?? "") != nil
  }
}

/// Whether a text may stand between quotation marks.
private enum Quotation {
  /// It is literal, and may be quoted.
  case allowed
  /// It is not literal, or nobody's own words: it stands there without quotation marks.
  case none
  /// It is what somebody literally said who did not agree to be quoted: it is left out.
  case refused
}

extension Note {
  /// Tells whether it cites a document or literature, which quote nobody of the room.
  fileprivate var isCitation: Bool {
    source != nil && (kind == .document || kind == .literature)
  }

  /// Tells whether its place is one of a few that the program names, so that no person is in it.
  fileprivate var hasPlaceOfOurs: Bool {
    switch typedPlace {
    case nil, .named?, .score?, .plan(.form)?, .plan(.model)?: false
    default: true
    }
  }

  fileprivate func quotation(_ whose: Attribution, _ disclosure: Disclosure) -> Quotation {
    guard isVerbatim else { return .none }
    if whose.isPublished || isCitation { return .allowed }
    let isOwn = disclosure.edition.municipality != nil
    if let asked = whose.interviewed {
      // Whoever wrote it down cannot agree for them, and they can refuse.
      return isOwn || asked.consent.allows(.quote) ? .none : .refused
    }
    guard let speaker = whose.speaker, !isSomebodyElses(speaker) else {
      // Nobody can agree to be quoted in the name of nobody.
      return isOwn && municipality == disclosure.edition.municipality ? .allowed : .none
    }
    if disclosure.isOwn(speaker) || speaker.consent.allows(.quote) { return .allowed }
    return isOwn ? .none : .refused
  }

  /// Tells whether a researcher wrote down what somebody else said.
  private func isSomebodyElses(_ writer: Participant) -> Bool {
    if kind == .interview { return true }
    return writer.standing == .researcher && voice != nil && voice != .researcher
  }

  /// Whom a pick is about and why it was taken.
  fileprivate var reasons: (about: String?, why: String?) {
    (filled(RolePick.Field.about), filled(RolePick.Field.why) ?? (text.isEmpty ? nil : text))
  }
}

extension Workshop {
  /// Tells whether an item says when something was said, or where, since its activity has others or it is called after a
  /// municipality.
  fileprivate func isTelling(_ id: RecordID, _ places: PlaceMask) -> Bool {
    guard let item = item(id), item.id != ProgrammeItem.outside.id else { return false }
    return items.contains { $0.kind == item.kind && $0.id != id } || places.isIn(item.title)
  }
}

extension Standing {
  /// The voice of somebody who stands here; `nil` where that could be more than one.
  fileprivate var voice: Note.Voice? {
    switch self {
    case .formal: .formal
    case .informal: .informal
    case .researcher: .researcher
    case .both, .neither: nil
    }
  }
}
