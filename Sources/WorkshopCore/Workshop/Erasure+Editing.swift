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
    let anew = Set(redaction?.changes.map(\.record) ?? [])
    var steps = steps.filter { !anew.contains($0.record) }
    for link in redaction?.steps ?? [] {
      if let index = steps.firstIndex(where: {
        $0.record == link.record && $0.document == link.document
      }) {
        for member in link.set.members where steps[index].set[member.name] == nil {
          steps[index].set[member.name] = member.value
        }
      } else {
        steps.append(link)
      }
    }
    if let person, !isByFunction {
      let veil = VeiledNames.step(
        names.map { NameUnits($0, decisions: decisions) }, of: person,
        in: documents.first { $0.name == .session }, random: scribe.newRecord().uuid)
      if let veil { steps.append(veil) }
    }
    let known = Dictionary(documents.map { ($0.name, $0) }) { first, _ in first }
    let edit = scribe.edit(steps, knowing: known)
    return Edit(
      gesture: edit.gesture, changes: changes + (redaction?.changes ?? []) + edit.changes)
  }
}
