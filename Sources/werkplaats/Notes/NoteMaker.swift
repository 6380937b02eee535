import WorkshopContent
import WorkshopCore

/// Makes notes of requests, with the places, fields and people that a workshop has.
struct NoteMaker {
  private let workshop: Workshop
  private let contents: [Content]
  private let rules: NoteRules
  private let words: NoteWords
  private let people: NamedPeople

  init(_ workshop: Workshop) throws(ContentError) {
    self.workshop = workshop
    var contents: [Content] = []
    for language in Language.allCases { contents.append(try Content.load(language)) }
    self.contents = contents
    let named = contents[0].namedPlaces
    rules = NoteRules(workshop, named)
    words = NoteWords(contents)
    people = NamedPeople(workshop)
    ownFields = Set(named.forms.flatMap(\.conditions))
  }

  /// Fields that the content names: the conditions of forms of cooperation.
  let ownFields: Set<String>

  /// A note to be, with the fields that its draft does not know.
  struct Made {
    var draft: NoteDraft
    var fields: JSONObject
  }

  /// The notes of a request: one, or for a score with words two.
  ///
  /// A score is counted and never shown, so what is said of it stands at its condition.
  func notes(for request: NoteRequest) throws(NoteRequest.Refusal) -> [Made] {
    let ground = try ground(request)
    let activity = try activity(request, ground)
    let home = try home(request)
    let place = try place(request, in: activity, ground, of: home.group)
    let author = try author(request, home)
    var draft = NoteDraft(
      document: ground?.document ?? home.document,
      item: ground?.item ?? workshop.items.first { $0.kind == activity }?.id,
      activity: activity, phase: try phase(request, in: activity), group: home.group,
      voice: try word(.voice, request, Note.Voice.self) ?? home.voice, place: place,
      author: author?.id, channel: request.channel,
      addsTo: ground.map { $0.addsTo ?? $0.id })
    let usual = Note.usualKind(of: activity, at: place)
    draft.kind = try word(.kind, request, Note.Kind.self) ?? (usual == .sheet ? nil : usual)
    draft.text = request.parts[.text] ?? ""
    guard draft.text.fits(Limits.text) else { throw refusal(.text, .textTooLong) }
    let fields = try fields(request, in: activity, at: place)
    let scored = try allowed(.field) { () throws(NoteFault) in
      try rules.scoredCondition(
        fields, in: activity, at: place, group: home.group, hasAuthor: author != nil)
    }
    if try flag(.verbatim, request) { draft.verbatim = true }
    if try flag(.offRecord, request) { draft.offRecord = true }
    draft.claim = try word(.claim, request, Note.Claim.self)
    if try flag(.notChosen, request) { draft.remark = true }
    try allowed(.claim) { () throws(NoteFault) in
      try rules.check(
        claim: draft.claim, isRemark: draft.remark == true, in: activity, at: place)
    }
    if let scored { return scores(Made(draft: draft, fields: fields), of: scored) }
    guard !draft.text.isBlank || mayBeSilent(activity, place) else {
      throw refusal(.text, .emptyText)
    }
    return [Made(draft: draft, fields: fields)]
  }

  /// Tells whether where a note stands says something without words.
  private func mayBeSilent(_ activity: ActivityKind, _ place: String?) -> Bool {
    activity == .roleMarket && place != nil
  }

  private func scores(_ score: Made, of condition: String) -> [Made] {
    guard !score.draft.text.isBlank else { return [score] }
    var count = score
    count.draft.text = ""
    var words = score
    words.draft.place = condition
    words.fields = score.fields.without([ConditionScores.Field.score])
    return [count, words]
  }

  // MARK: Parts

  private func refusal(_ part: NoteRequest.Part, _ error: CommandError) -> NoteRequest.Refusal {
    NoteRequest.Refusal(part: part, error: error)
  }

  private func attempt<T>(_ part: NoteRequest.Part, _ body: () throws(CommandError) -> T)
    throws(NoteRequest.Refusal) -> T
  {
    do { return try body() } catch { throw refusal(part, error) }
  }

  private func allowed<T>(_ part: NoteRequest.Part, _ body: () throws(NoteFault) -> T)
    throws(NoteRequest.Refusal) -> T
  {
    do {
      return try body()
    } catch {
      var refusal = refusal(part, .note(error))
      switch error {
      case .unknownField(let name, _, _, _), .badValue(let name, _, _): refusal.field = name
      case .scoreWithoutMoment, .momentWithoutScore: refusal.part = .place
      case .scoreWithoutSide: refusal.part = .group
      case .scoreWithAuthor: refusal.part = .by
      case .nothingToChoose: refusal.part = .notChosen
      case .unknownPlace, .unknownPhase, .claimOutsidePlan: break
      }
      throw refusal
    }
  }

  private func ground(_ request: NoteRequest) throws(NoteRequest.Refusal) -> Note? {
    guard let text = request.parts[.addsTo] else { return nil }
    guard let note = RecordID(text).flatMap({ workshop.notes[$0] }) else {
      throw refusal(.addsTo, .unknownNote(text))
    }
    return note
  }

  private func activity(_ request: NoteRequest, _ ground: Note?) throws(NoteRequest.Refusal)
    -> ActivityKind
  {
    let named = request.parts[.activity]
    let found = named.flatMap { text in
      contents.lazy.compactMap { $0.activity(named: text) }.first
    }
    if let ground = ground?.activity {
      guard named == nil || found == ground else {
        throw refusal(.addsTo, .addsElsewhere(ground))
      }
      return ground
    }
    guard let named else { throw refusal(.activity, .noActivity) }
    guard let found else { throw refusal(.activity, .unknownActivity(named)) }
    return found
  }

  private func home(_ request: NoteRequest) throws(NoteRequest.Refusal) -> NoteHome {
    let municipality = request.parts[.municipality]
    let own = try municipality.map { text throws(NoteRequest.Refusal) in
      try attempt(.municipality) { () throws(CommandError) in try workshop.municipality(text) }
    }
    guard let group = request.parts[.group] else {
      guard let own else { throw refusal(.municipality, .noHome) }
      return NoteHome(municipality: own)
    }
    let home = try attempt(.group) { () throws(CommandError) in
      do throws(CommandError) {
        return try workshop.home(ofGroup: group)
      } catch {
        guard let id = words.group(group) else { throw error }
        return NoteHome(group: id)
      }
    }
    // A sheet is of one of the two; which, nobody can tell.
    guard own == nil || own == home.document else {
      throw refusal(.municipality, .groupElsewhere(group, municipality: municipality ?? ""))
    }
    return home
  }

  private func place(
    _ request: NoteRequest, in activity: ActivityKind, _ ground: Note?, of group: String
  ) throws(NoteRequest.Refusal) -> String? {
    guard let text = request.parts[.place] else { return ground?.place }
    return try allowed(.place) { () throws(NoteFault) in
      do throws(NoteFault) {
        return try rules.place(text, in: activity, for: group)
      } catch {
        let places = rules.places(of: activity, for: group)
        guard let place = words.place(text, in: activity, among: places) else { throw error }
        return place
      }
    }
  }

  private func phase(_ request: NoteRequest, in activity: ActivityKind)
    throws(NoteRequest.Refusal) -> String?
  {
    guard let text = request.parts[.phase] else { return nil }
    return try allowed(.phase) { () throws(NoteFault) in try rules.phase(text, in: activity) }
  }

  private func author(_ request: NoteRequest, _ home: NoteHome) throws(NoteRequest.Refusal)
    -> Participant?
  {
    guard let name = request.parts[.by] else { return nil }
    return try attempt(.by) { () throws(CommandError) in
      try workshop.participant(name, preferring: home.document, among: people.named(name))
    }
  }

  private func fields(_ request: NoteRequest, in activity: ActivityKind, at place: String?)
    throws(NoteRequest.Refusal) -> JSONObject
  {
    var texts = request.fields
    for part in [NoteRequest.Part.about, .why] {
      if let text = request.parts[part] { texts.append((part.rawValue, text)) }
    }
    return try allowed(.field) { () throws(NoteFault) in
      try rules.fields(texts, in: activity, at: place)
    }
  }

  /// Kinds of material as people call them besides.
  private static let kinds: [String: Note.Kind] = [
    "flip-over": .sheet, "flipover": .sheet, "flap": .sheet, "vel": .sheet, "flip chart": .sheet,
    "gesproken": .spoken, "uitspraak": .spoken, "said": .spoken, "statement": .spoken,
    "observatie": .observation, "literatuurbron": .literature,
  ]

  /// A word for a kind or a voice, as it stands in files or as it is called in either language.
  private func word<T: RawRepresentable<String> & CaseIterable>(
    _ part: NoteRequest.Part, _ request: NoteRequest, _ type: T.Type
  ) throws(NoteRequest.Refusal) -> T? {
    guard let text = request.parts[part] else { return nil }
    if let value = T(rawValue: text) { return value }
    let folded = text.lowercased()
    let named =
      T.allCases.first { value in
        contents.contains { $0.word("\(part.rawValue).\(value.rawValue)").lowercased() == folded }
      } ?? (part == .kind ? NoteMaker.kinds[folded].flatMap { T(rawValue: $0.rawValue) } : nil)
    guard let named else {
      throw refusal(
        part, .unknownWord(text, option: part.rawValue, known: T.allCases.map(\.rawValue)))
    }
    return named
  }

  private func flag(_ part: NoteRequest.Part, _ request: NoteRequest)
    throws(NoteRequest.Refusal) -> Bool
  {
    guard let text = request.parts[part] else { return false }
    guard let answer = ListAnswer.answer(text) else {
      throw refusal(part, .unknownWord(text, option: part.rawValue, known: ["yes", "no"]))
    }
    return answer ?? false
  }
}
