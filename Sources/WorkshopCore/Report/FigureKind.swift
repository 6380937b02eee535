/// What figures know of a note: notes of one kind are counted together.
struct FigureKind: Hashable, Sendable {
  /// The place of its workshop.
  let workshop: Int
  /// The municipality in whose file it stands, as far as that may be told.
  let municipality: DocumentName?
  /// The municipality whose people said it, as far as that may be told.
  let speakers: DocumentName?
  /// The activity.
  let activity: ActivityKind?
  /// The place within the activity as written.
  let place: String?
  /// Whatever else counts.
  let detail: Detail

  /// What an activity counts besides the place.
  enum Detail: Hashable, Sendable {
    case none
    /// A score with the group that gave it; without an answer it is none.
    case score(group: String?, ConditionScores.Answer?)
    /// A role that somebody took.
    case pick(item: RecordID?, writer: RecordID?)
    /// What was said in the consultations.
    case saying(Note.ConsultationSaying?)
  }

  init(_ note: Note, _ whose: Attribution, workshop: Int) {
    self.workshop = workshop
    activity = note.activity
    place = note.place
    switch note.activity {
    case .conditions where note.isScore:
      // How scores are spread over files stays untold.
      municipality = nil
      speakers = nil
      detail = .score(
        group: note.group, ConditionScores.Answer(note.fields[ConditionScores.Field.score]))
      return
    case .roleMarket where note.isPick:
      let writer: RecordID? = if case .participant(let id)? = note.author { id } else { nil }
      detail = .pick(item: note.item, writer: writer)
    case .consultations: detail = .saying(note.part)
    default: detail = .none
    }
    municipality = whose.municipality
    speakers = whose.speakers
  }

  /// Tells whether it is a score, which is counted and never shown.
  var isScore: Bool { if case .score = detail { true } else { false } }

  /// The place as the activity understands it.
  var typedPlace: Place? {
    activity.flatMap { activity in place.flatMap { Place($0, in: activity) } }
  }

  /// What was said in the consultations, as a note tells it.
  var saying: Note.ConsultationSaying? {
    if case .saying(let part) = detail { part } else { nil }
  }
}
