/// What figures know of a note: notes of one kind are counted together.
struct FigureKind: Hashable, Sendable {
  /// The place of its workshop.
  let workshop: Int
  /// The municipality in whose file it stands, as far as that may be told.
  private(set) var municipality: DocumentName?
  /// The municipality whose people said it, as far as that may be told.
  private(set) var speakers: DocumentName?
  /// The municipalities of which it tells, where its activity may leave one out besides.
  let homes: [DocumentName]
  /// The one that stays untold there.
  let hiddenHome: DocumentName?
  /// The activity.
  let activity: ActivityKind?
  /// The place within the activity as written.
  let place: String?
  /// Whatever else counts.
  let detail: Detail
  /// Tells whether it is only said about its place, and chooses nothing.
  let isRemark: Bool
  /// Tells whether the municipality may be left out besides: a publication has not printed it.
  let mayBeLeftOut: Bool

  /// What an activity counts besides the place.
  enum Detail: Hashable, Sendable {
    case none
    /// A score with the side that gave it; without an answer it is none.
    case score(Side?, ConditionScores.Answer?)
    /// A role that somebody took: the item of the market, and who it was.
    case pick([RecordID?])
    /// What was said in the consultations; the table does not count.
    case said(Saying)
  }

  /// Where something was said in the consultations.
  enum Saying: Hashable, Sendable {
    case question
    case advice
    case insight
    case home
  }

  init(_ note: Note, _ whose: Attribution, workshop: Int) {
    self.workshop = workshop
    activity = note.activity
    let isScore = note.isScore
    // How scores are spread over files stays untold.
    municipality = isScore ? nil : whose.municipality
    speakers = isScore ? nil : whose.speakers
    homes = Complement.concerns(activity) && !isScore ? whose.toldHomes : []
    hiddenHome = Complement.concerns(activity) && !isScore ? whose.hiddenHome : nil
    mayBeLeftOut = !whose.isPublished && !homes.isEmpty
    place = note.activity == .consultations ? nil : note.place
    isRemark =
      note.isRemark
      && note.activity.flatMap { activity in note.place.flatMap { Place($0, in: activity) } }?
        .canBeChosen == true
    switch note.activity {
    case .conditions where isScore:
      detail = .score(
        note.group.flatMap(Side.init(rawValue:)),
        ConditionScores.Answer(note.fields[ConditionScores.Field.score]))
    case .roleMarket where note.isPick:
      detail = .pick([note.item, whose.taker])
    case .consultations: detail = .said(Saying(note))
    default: detail = .none
    }
  }

  /// Tells whether it is a score, which is counted and never shown.
  var isScore: Bool { if case .score = detail { true } else { false } }

  /// The place as the activity understands it.
  var typedPlace: Place? {
    activity.flatMap { activity in place.flatMap { Place($0, in: activity) } }
  }

  /// The same without the municipalities that its activity leaves out besides.
  func without(_ left: [ActivityKind: Complement.Left]) -> FigureKind {
    guard mayBeLeftOut, let besides = activity.flatMap({ left[$0]?.besides }),
      !besides.isDisjoint(with: homes)
    else { return self }
    var kind = self
    kind.municipality = nil
    kind.speakers = nil
    return kind
  }
}

extension FigureKind.Saying {
  fileprivate init(_ note: Note) {
    self =
      switch ConsultationPart(place: note.place) {
      case .question: .question
      case .visit: note.part == .insight ? .insight : .advice
      case .home: .home
      }
  }
}
