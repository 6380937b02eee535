/// A note that is being written: where it will stand, before it has an id.
public struct NoteDraft: Hashable, Codable, Sendable {
  /// The file it will stand in.
  public var document: String
  /// The item of the programme.
  public var item: RecordID?
  /// The activity.
  public var activity: ActivityKind?
  /// The phase within the item.
  public var phase: String?
  /// The group that makes it.
  public var group: String?
  /// Whose voice it is.
  public var voice: Note.Voice?
  /// The place within the activity.
  public var place: String?
  /// The participant who writes it.
  public var author: RecordID?
  /// How it comes in.
  public var channel: Note.Channel?
  /// What kind of material it is; `nil` for a sheet.
  public var kind: Note.Kind?
  /// The note it adds to.
  public var addsTo: RecordID?
  /// Tells whether it stays out of every report; `nil` where nobody said so.
  public var offRecord: Bool?
  /// Tells whether the text is a literal quotation; `nil` where nobody said so.
  public var verbatim: Bool?
  /// What it claims, where it is of a plan; `nil` where nobody said so.
  public var claim: Note.Claim?
  /// Tells whether it is only said about the form, model or place at which it stands; `nil` where it chooses that.
  public var remark: Bool?
  /// Fields of the activity besides the text, as texts; `nil` for none.
  public var fields: [String: String]?
  /// The text as written.
  public var text = ""

  /// Describes a note to be.
  public init(
    document: DocumentName, item: RecordID?, activity: ActivityKind?, phase: String? = nil,
    group: String? = nil, voice: Note.Voice? = nil, place: String? = nil,
    author: RecordID? = nil, channel: Note.Channel? = nil, addsTo: RecordID? = nil
  ) {
    self.document = document.text
    self.item = item
    self.activity = activity
    self.phase = phase
    self.group = group
    self.voice = voice
    self.place = place
    self.author = author
    self.channel = channel
    self.addsTo = addsTo
  }

  /// Begins with all that a note is that is there, so that nothing of it is lost if it is to be written anew.
  public init(_ note: Note) {
    document = note.document.text
    item = note.item
    activity = note.activity
    phase = note.phase
    group = note.group
    voice = note.voice
    place = note.place
    if case .participant(let id)? = note.author { author = id }
    channel = note.channel
    kind = note.kind == Note.usualKind(of: note.activity, at: note.place) ? nil : note.kind
    addsTo = note.addsTo
    offRecord = note.isOffRecord ? true : nil
    verbatim = note.isVerbatim ? true : nil
    claim = note.claim
    remark = note.isRemark ? true : nil
    let texts = note.fields.members.compactMap { member in
      member.value.text.map { (member.name.text, $0) }
    }
    fields = texts.isEmpty ? nil : Dictionary(texts) { first, _ in first }
    text = note.text
  }

  /// Tells whether a note where this one stands chooses a form or model, or puts a municipality at a place, unless
  /// it is a ``remark``.
  public var canChoose: Bool {
    guard let activity, let place = place.flatMap({ Place($0, in: activity) }) else { return false }
    return place.canBeChosen
  }

  /// The step that writes the note down.
  ///
  /// - Parameters:
  ///   - record: The id the note gets.
  ///   - fields: Fields of the activity besides the text.
  public func step(record: RecordID, fields: JSONObject = [:]) -> Scribe.Step {
    var set = fields
    for (name, text) in self.fields ?? [:] { set[FieldName(name)] = .string(text) }
    set[Note.Field.item] = item.map { .string($0.text) }
    set[Note.Field.activity] = activity.map { .string($0.rawValue) }
    set[Note.Field.phase] = phase.map(JSONValue.string)
    set[Note.Field.group] = group.map(JSONValue.string)
    set[Note.Field.voice] = voice.map { .string($0.rawValue) }
    set[Note.Field.place] = place.map(JSONValue.string)
    set[Note.Field.by] = author.map { .string($0.text) }
    set[Note.Field.channel] = channel.map { .string($0.rawValue) }
    set[Note.Field.kind] = kind.map { .string($0.rawValue) }
    set[Note.Field.addsTo] = addsTo.map { .string($0.text) }
    if let offRecord { set[Note.Field.offRecord] = .bool(offRecord) }
    if let verbatim { set[Note.Field.verbatim] = .bool(verbatim) }
    if let claim { set[Note.Field.claim] = .string(claim.rawValue) }
    if let remark { set[Note.Field.remark] = .bool(remark) }
    set[Note.Field.text] = .string(text)
    return Scribe.Step(
      DocumentName(document) ?? .plenary, SessionCollection.notes, record, set: set)
  }
}
