/// What a field may say.
enum SenseRule {
  case text
  case flag
  /// A whole number within a range.
  case number(ClosedRange<Int>)
  case texts
  /// One text of lines, or a list of them.
  case lines
  /// One of these words.
  case choice([String])
  /// A text that leads to something.
  case name(SenseFault.Subject)
  /// A list of texts that each lead to something.
  case names(SenseFault.Subject)
  /// Yes, no, or that it was left open.
  case answer
  /// An object of yes and no.
  case answers
  case timeOfDay
  /// A day of the calendar.
  case day
  case clock
  /// Clocks by their ids.
  case clocks
  /// Mixed groups with their people.
  case groups
  /// Tables with their people.
  case seating
  case fileName
  /// A score, or that the condition does not apply.
  case score
  /// The names of photographs.
  case photographs

  /// Words of an enumeration.
  static func choice<T: CaseIterable & RawRepresentable<String>>(_ type: T.Type) -> SenseRule {
    .choice(type.allCases.map(\.rawValue))
  }
}

/// Which field follows which rule.
enum SenseRules {
  /// Tells whether the program reads a field of this name, whatever the record.
  static func isKnown(_ name: FieldName) -> Bool {
    workshop[name] != nil || municipality[name] != nil || role[name] != nil || note[name] != nil
      || participant(name) != nil || item(name) != nil
  }

  /// The fields of the workshop's own record.
  static let workshop: [FieldName: SenseRule] = [
    WorkshopInfo.Field.title: .text, WorkshopInfo.Field.place: .text,
    WorkshopInfo.Field.dates: .texts, WorkshopInfo.Field.language: .choice(Language.self),
    WorkshopInfo.Field.keepUntil: .day, WorkshopInfo.Field.source: .text,
    WorkshopInfo.Field.participantTotal: .number(NumberLimits.people),
    WorkshopInfo.Field.rehearsal: .flag,
  ]

  /// The fields of a municipality.
  static let municipality: [FieldName: SenseRule] = [
    Municipality.Field.name: .text, Municipality.Field.file: .fileName, Note.Field.deleted: .flag,
  ]

  /// The fields of a role.
  static let role: [FieldName: SenseRule] = [
    WorkshopRole.Field.side: .choice(Side.self), WorkshopRole.Field.name: .text,
    WorkshopRole.Field.description: .text,
    WorkshopRole.Field.relation: .choice(RoleRelation.self),
    WorkshopRole.Field.from: .names(.note), WorkshopRole.Field.sourceRole: .name(.role),
    WorkshopRole.Field.source: .text, WorkshopRole.Field.copies: .number(NumberLimits.copies),
    Note.Field.deleted: .flag,
  ]

  /// The rule of a participant's field; `nil` for a field that is somebody's own.
  static func participant(_ name: FieldName) -> SenseRule? {
    if let rule = participant[name] { return rule }
    let text = name.text
    if text.hasPrefix("present-") { return .flag }
    return text.hasPrefix("consent-") ? .answer : nil
  }

  private static let participant: [FieldName: SenseRule] = [
    Participant.Field.name: .text, Participant.Field.function: .text,
    Participant.Field.side: .choice(Standing.self),
    Participant.Field.municipality: .name(.municipality), Participant.Field.isGroup: .flag,
    Participant.Field.number: .number(NumberLimits.people),
    Participant.Field.organisation: .text, Participant.Field.source: .text,
    Participant.Field.present: .answers, Participant.Field.consent: .answers,
    Participant.Field.simulated: .flag, Note.Field.deleted: .flag,
  ]

  /// The rule of an item's field; `nil` for a field that is somebody's own.
  static func item(_ name: FieldName) -> SenseRule? {
    if let rule = item[name] { return rule }
    let text = name.text
    if text.hasPrefix("clock-") { return .clock }
    if text.hasPrefix("tables-") { return .seating }
    if text.hasPrefix("speaker-") { return .name(.participant) }
    return text.hasPrefix("now-") ? .text : nil
  }

  private static let item: [FieldName: SenseRule] = [
    ProgrammeItem.Field.kind: .choice(ActivityKind.self), ProgrammeItem.Field.title: .text,
    ProgrammeItem.Field.day: .number(NumberLimits.days), ProgrammeItem.Field.start: .timeOfDay,
    ProgrammeItem.Field.minutes: .number(NumberLimits.minutes),
    ProgrammeItem.Field.template: .text, ProgrammeItem.Field.rank: .text,
    ProgrammeItem.Field.clock: .clock, ProgrammeItem.Field.clocks: .clocks,
    ProgrammeItem.Field.order: .texts, ProgrammeItem.Field.groups: .groups,
    ProgrammeItem.Field.groupForm: .choice(GroupForm.self), ProgrammeItem.Field.skipped: .flag,
    ProgrammeItem.Field.researchGoal: .text, ProgrammeItem.Field.developmentGoal: .text,
    ProgrammeItem.Field.script: .lines, ProgrammeItem.Field.prompts: .lines,
    ProgrammeItem.Field.now(""): .text, Note.Field.deleted: .flag,
  ]

  /// The fields of every note, apart from its place.
  static let note: [FieldName: SenseRule] = [
    Note.Field.item: .name(.item), Note.Field.activity: .choice(ActivityKind.self),
    Note.Field.phase: .name(.phase), Note.Field.group: .name(.group),
    Note.Field.voice: .choice(Note.Voice.self), Note.Field.place: .text, Note.Field.text: .text,
    Note.Field.kind: .choice(Note.Kind.self), Note.Field.verbatim: .flag,
    Note.Field.by: .name(.writer), Note.Field.channel: .choice(Note.Channel.self),
    Note.Field.offRecord: .flag, Note.Field.claim: .choice(Note.Claim.self),
    Note.Field.remark: .flag, Note.Field.from: .names(.note), Note.Field.addsTo: .name(.note),
    Note.Field.attachments: .photographs, Note.Field.source: .text, Note.Field.deleted: .flag,
  ]

  /// The rule of a field that notes of one activity have; `nil` for a field that is somebody's own.
  static func note(_ name: FieldName, in activity: ActivityKind?) -> SenseRule? {
    switch (activity, name) {
    case (.preparation, Note.PreparationField.respondent): .text
    case (.prejudiceGame, Note.StatementField.about): .choice(Side.self)
    case (.roleMarket, RolePick.Field.about), (.roleMarket, RolePick.Field.why): .text
    case (.consultations, Note.ConsultationField.part): .choice(Note.ConsultationSaying.self)
    case (.conditions, ConditionScores.Field.score): .score
    case (.plan, Note.PlanField.who), (.plan, Note.PlanField.when), (.plan, Note.PlanField.needed):
      .text
    default: nil
    }
  }
}
