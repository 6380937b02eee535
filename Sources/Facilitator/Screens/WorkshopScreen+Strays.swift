import TextScreen
import WorkshopContent
import WorkshopCore

// Notes without a place on their stage: of no or an unknown place, an unknown group, a municipality that
// is gone. They were said, so they can be seen.

extension WorkshopScreen {
  /// The id of the box of notes that have no other.
  static let strays = "elsewhere"

  /// The box of the shown item's notes that have no other; `nil` where there are none.
  var strayBox: StageBox? {
    guard item != nil else { return nil }
    let notes = stage.strays(self).filter { note in
      !note.isScore && (team == nil || note.document == team)
    }
    guard !notes.isEmpty else { return nil }
    var box = StageBox(id: Self.strays, title: .word("elsewhere"), notes: notes)
    box.details = { $0.isPick ? nil : $0.place }
    let (workshop, content) = (workshop, content)
    // Whom a card is about and why opens with a key only, as on its own page.
    box.words = { note in
      guard note.isPick else { return nil }
      let known = note.place.flatMap(workshop.role(at:))?.name
      let role = known ?? content.word("role.unknown")
      var person: Participant?
      if case .participant(let id)? = note.author { person = workshop.participant(id) }
      // Without its role no page of the market shows what it says.
      let text = known == nil && !note.text.isEmpty ? note.text : nil
      return [role, person?.called(in: workshop), text].compactMap(\.self).joined(separator: " · ")
    }
    return box
  }

  /// The notes of the shown item on sheets that its stage does not show.
  ///
  /// - Parameter isKnown: Tells of a place, the group whose sheet it is, and the file of a note whether
  ///   the stage shows it.
  func notes(
    besidesSheets isKnown: (_ place: String?, _ owner: String?, _ document: DocumentName) -> Bool
  ) -> [Note] {
    item.map { workshop.notes.ofItem($0.key, besidesSheets: isKnown) } ?? []
  }
}
