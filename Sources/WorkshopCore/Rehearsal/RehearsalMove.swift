/// One contribution of a simulated participant: a note, a card taken, a form filled in.
public struct RehearsalMove: Sendable {
  /// What is written down.
  public internal(set) var steps: [Scribe.Step]
  /// Tells whether it changes records that are there already and makes none.
  var isEdit = false
  /// How much of the time it tells, where it is given without a name; `nil` for all of it.
  var anonymous: Scribe.Precision?
  /// The turn in which it belongs, by the id of its clock; `nil` for none.
  var turn: String?

  /// The gestures by which it is written down.
  ///
  /// What is given without a name is written as the screen writes it: each step by itself.
  public func changes(by scribe: inout Scribe, knowing documents: [DocumentName: Document])
    -> [Change]
  {
    changes(by: &scribe, knowing: documents, now: scribe.now)
  }

  func changes(
    by scribe: inout Scribe, knowing documents: [DocumentName: Document],
    now: (milliseconds: Int64, offset: Int)
  ) -> [Change] {
    guard let anonymous else { return scribe.edit(steps, knowing: documents, now: now).changes }
    return steps.flatMap { scribe.anonymousEdit([$0], to: anonymous, now: now).changes }
  }
}

extension Workshop {
  /// What is still to be done of a move; `nil` if that is nothing.
  ///
  /// A simulated participant never gets in the way of a person: a record that is there is not made
  /// again, one that was taken away stays away, and a field or tag that anybody has touched is left
  /// alone. Since records of moves have the same ids each time, this also tells what was done before.
  func remainder(of move: RehearsalMove) -> RehearsalMove? {
    var rest = move
    rest.steps = move.steps.compactMap { step in
      if let record = documents[step.document]?[step.collection, step.record] {
        return Workshop.remainder(of: step, on: record)
      }
      return move.isEdit ? nil : grounded(step)
    }
    return rest.steps.isEmpty ? nil : rest
  }

  private static func remainder(of step: Scribe.Step, on record: Record) -> Scribe.Step? {
    guard record.isPresent else { return nil }
    let fields = Set(record.revisions.flatMap { $0.set.members.map(\.name) })
    let tags = Set(record.revisions.flatMap { ($0.tag + $0.untag).map { FieldName($0) } })
    var rest = step
    rest.set = JSONObject(
      step.set.members.lazy.filter { !fields.contains($0.name) }.map { ($0.name, $0.value) })
    rest.tag = step.tag.filter { !tags.contains(FieldName($0)) }
    rest.untag = []
    return rest.set.isEmpty && rest.tag.isEmpty ? nil : rest
  }

  /// A step that makes a record, if what it grows out of is (still) there.
  private func grounded(_ step: Scribe.Step) -> Scribe.Step? {
    if let ground = step.set[Note.Field.addsTo]?.text.flatMap(RecordID.init), notes[ground] == nil {
      return nil
    }
    var step = step
    if step.collection == SessionCollection.roles {
      let from = (step.set[WorkshopRole.Field.from]?.texts ?? []).filter { text in
        RecordID(text).map { notes[$0] != nil } ?? false
      }
      guard !from.isEmpty else { return nil }
      step.set[WorkshopRole.Field.from] = .texts(from)
    }
    let isPick = step.set[Note.Field.activity]?.text == ActivityKind.roleMarket.rawValue
    if isPick, let place = step.set[Note.Field.place]?.text {
      guard let role = role(at: place) else { return nil }
      if role.copies != nil, isSoldOut(role, in: step.set[Note.Field.item]?.text) { return nil }
    }
    return step
  }

  private func isSoldOut(_ role: WorkshopRole, in item: String?) -> Bool {
    guard let item = item.flatMap(RecordID.init).flatMap({ self.item($0) }) else { return false }
    return RoleMarket(self, item: item).left(of: role) == 0
  }
}
