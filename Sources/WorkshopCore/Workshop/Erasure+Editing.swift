/// What becomes of texts of others that name somebody who withdraws.
public enum MentionChoice: String, CaseIterable, Sendable {
  /// The name is taken out of them where it is certain, and the texts as they were are blanked.
  case redact
  /// They stay as they are; a person looks at each.
  case keep
}

extension Erasure {
  /// Everything that a withdrawal writes, as one gesture: what is blanked, what is left of places that name
  /// the participant by id, what the name is found by from now on, and texts of others without it.
  ///
  /// - Parameters:
  ///   - scribe: Who writes; its surroundings give the key of the workshop's hashes if there is none.
  ///   - documents: The documents for which this was worked out.
  ///   - mentions: What becomes of texts of others.
  public func edit(
    by scribe: inout Scribe, in documents: some Sequence<Document>, mentions: MentionChoice = .keep
  ) -> Edit {
    let documents = documents.sorted { $0.name < $1.name }
    var redaction: Redaction?
    if mentions == .redact { redaction = Redaction(self, search, in: documents) }
    func place(of step: Scribe.Step) -> Place {
      Place(document: step.document, collection: step.collection, record: step.record)
    }
    let anew = Set(redaction?.changes.map(\.record) ?? [])
    var steps = steps.filter { !anew.contains($0.record) }
    let places = Dictionary(
      steps.enumerated().map { (place(of: $1), $0) }, uniquingKeysWith: { first, _ in first })
    for link in redaction?.steps ?? [] {
      if let index = places[place(of: link)] {
        steps[index].set = JSONObject.layered([link.set, steps[index].set])
      } else {
        steps.append(link)
      }
    }
    if let person, !isByFunction {
      let session = documents.first { $0.name == .session }
      let places = KnownNames.places(in: [session].compactMap(\.self))
      let veil = VeiledNames.step(
        names.map { NameUnits($0, decisions: decisions, places: places) }, of: person,
        in: session, random: scribe.newRecord().uuid)
      if let veil { steps.append(veil) }
    }
    let known = Dictionary(documents.map { ($0.name, $0) }) { first, _ in first }
    let edit = scribe.edit(steps, knowing: known)
    return Edit(
      gesture: edit.gesture, changes: changes + (redaction?.changes ?? []) + edit.changes)
  }
}
