import WorkshopCore

/// Builds a workshop gesture by gesture, as a facilitator would.
public struct WorkshopMaker {
  /// The workshop so far.
  public private(set) var workshop = Workshop()
  private var scribe: Scribe
  private var lastNote: RecordID?

  /// Begins with a new workshop.
  public init(_ new: NewWorkshop, surroundings: Surroundings = .counted()) {
    scribe = Scribe(surroundings: surroundings)
    workshop.apply(new.edit(by: &scribe).changes)
  }

  /// Begins with two municipalities and a day of strengths and tree.
  public init(surroundings: Surroundings = .counted()) {
    self.init(
      NewWorkshop(
        title: "Beekdorp en Duinstad", language: .dutch,
        municipalities: ["Beekdorp", "Duinstad"],
        items: [
          NewWorkshop.Item(
            template: "day1-strengths", kind: .strengths, title: "Krachten en rollen", day: 1,
            start: "11:00", minutes: 90),
          NewWorkshop.Item(
            template: "day1-tree", kind: .tree, title: "Boom van samenwerking", day: 1,
            start: "13:30", minutes: 60),
        ],
        people: [
          NewWorkshop.Person(
            name: "Noor", function: "coördinator", standing: .formal, municipality: "Beekdorp"),
          NewWorkshop.Person(
            name: nil, function: "contactvrouw", standing: .informal, municipality: "Duinstad"),
        ]), surroundings: surroundings)
  }

  /// Writes a note in one gesture and returns its id.
  @discardableResult
  public mutating func note(
    _ text: String, in municipality: String? = nil, activity: ActivityKind = .strengths,
    place: String? = nil, group: String? = nil, by author: RecordID? = nil,
    addsTo: RecordID? = nil, fields: JSONObject = [:]
  ) -> RecordID {
    var draft = NoteDraft(
      document: municipality.map { DocumentName(municipality: $0) } ?? .plenary,
      item: workshop.items.first { $0.kind == activity }?.id, activity: activity, group: group,
      place: place, author: author, channel: .keyboard, addsTo: addsTo)
    draft.text = text
    let id = scribe.newRecord()
    workshop.apply(scribe.edit([draft.step(record: id, fields: fields)]).changes)
    return id
  }

  /// Adds a role and returns its id.
  @discardableResult
  public mutating func role(_ name: String, _ fields: JSONObject) -> RecordID {
    var set = fields
    set["name"] = .string(name)
    let id = scribe.newRecord()
    workshop.apply(
      scribe.edit([Scribe.Step(.session, SessionCollection.roles, id, set: set)]).changes)
    return id
  }

  /// Changes fields of a record and returns the gesture.
  @discardableResult
  public mutating func change(
    _ record: RecordID, in document: DocumentName,
    _ collection: FieldName = SessionCollection.notes,
    set: JSONObject
  ) -> GestureID {
    let edit = scribe.edit([Scribe.Step(document, collection, record, set: set)])
    workshop.apply(edit.changes)
    return edit.gesture
  }

  /// Says a verdict about a gesture in all records it touched.
  public mutating func say(_ verdict: Revision.Verdict) {
    workshop.apply(scribe.edit(workshop.steps(to: verdict)).changes)
  }
}
