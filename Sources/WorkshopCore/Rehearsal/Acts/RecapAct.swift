/// What stuck overnight: notes of day one that are pinned, and a few words.
struct RecapAct: RehearsalAct {
  /// How many notes are pinned, where nobody pinned any.
  private static let pins = 4

  func moves(_ scene: RehearsalScene) -> [RehearsalMove] {
    pins(scene)
      + scene.texts.recap.enumerated().map { index, text in
        let note = scene.note(
          "recap/\(index)", text, group: "plenary", by: scene.turn(scene.people, index, "recap"))
        return index == 0 ? note.verbatim() : index == 1 ? note.offRecord() : note
      }
  }

  /// The pins, as one move: where people pinned something, that is enough.
  private func pins(_ scene: RehearsalScene) -> [RehearsalMove] {
    let notes = scene.workshop.notes
    guard notes.tagged(Note.pinnedTag).isEmpty else { return [] }
    let simulated = Set(scene.workshop.participants.filter(\.isSimulated).map(\.id))
    let named = [ActivityKind.strengths, .tree].flatMap { kind in
      let ofKind = scene.workshop.items.filter { $0.kind == kind }.flatMap { notes.ofItem($0.key) }
      return ofKind.filter { note in
        guard case .participant(let author)? = note.author else { return false }
        return note.addsTo == nil && !note.isOffRecord && simulated.contains(author)
      }.prefix(Self.pins / 2)
    }
    guard !named.isEmpty else { return [] }
    let steps = named.map { note in
      Scribe.Step(note.document, SessionCollection.notes, note.id, tag: [Note.pinnedTag])
    }
    return [RehearsalMove(steps: steps, isEdit: true)]
  }
}
