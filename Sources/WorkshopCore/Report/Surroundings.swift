extension ToldNote {
  /// What a report knows of a workshop besides the note.
  struct Surroundings {
    /// What may be told of its people.
    let disclosure: Disclosure
    /// Its municipalities by their ids.
    let municipalities: [String: DocumentName]
    /// The ids under which its records are printed.
    let printedIDs: PrintedIDs
    /// The municipalities of which somebody may come.
    let homes: Set<DocumentName>
    /// Takes the names of its municipalities out of a text.
    let places: PlaceMask
    /// The notes of which nothing may be told, not even their ids.
    let hidden: Set<RecordID>
    /// The files that belong to them.
    let hiddenFiles: Set<String>
    /// What each activity leaves out besides.
    var left: [ActivityKind: Complement.Left] = [:]

    /// The municipality whose people wrote a note, where that was recorded.
    func origin(of note: Note) -> DocumentName? {
      switch note.author {
      // What was typed in the place of a writer may as well be a person.
      case .municipality(let name) where homes.contains(name) || name == note.municipality:
        return name
      default:
        if let own = disclosure.writer(of: note)?.municipality { return own }
      }
      if let file = note.municipality { return file }
      // A sheet of one municipality may also hang among those of the whole room.
      return note.group.flatMap { municipalities[$0] }
    }
  }
}

extension ToldNote.Surroundings {
  /// What is known of each workshop of a report.
  ///
  /// - Parameters:
  ///   - mask: Takes names out of texts of all workshops.
  ///   - hidden: The notes off the record, of all workshops.
  static func all(
    of workshops: [Workshop], _ edition: Report.Edition, _ mask: NameMask, hidden: [Note] = []
  ) -> [Self] {
    let ids = Set(hidden.map(\.id))
    let files = Set(hidden.flatMap(\.attachments))
    return workshops.map { workshop in
      Self(
        disclosure: Disclosure(edition, of: workshop, mask),
        municipalities: Dictionary(
          workshop.municipalities.map { ($0.document.text, $0.document) },
          uniquingKeysWith: { first, _ in first }),
        printedIDs: PrintedIDs(workshop), homes: workshop.homes,
        places: PlaceMask(workshop.municipalityNames), hidden: ids,
        hiddenFiles: files)
    }
  }

  /// The same with what each activity leaves out besides, which follows from what all notes tell.
  static func complemented(
    _ known: [Self], for notes: [(note: Note, workshop: Int)], of workshops: [Workshop]
  ) -> [Self] {
    guard known.first?.disclosure.edition == .public else { return known }
    var complement = Complement()
    for (note, index) in notes where Complement.concerns(note.activity) && !note.isScore {
      let whose = Attribution(note, in: workshops[index], known[index])
      complement.add(
        note.activity, in: index, told: Array(whose.toldHomes.prefix(1)), hidden: whose.hiddenHome)
    }
    return known.enumerated().map { index, own in
      var own = own
      own.left = complement.left(in: workshops[index], at: index)
      return own
    }
  }
}
