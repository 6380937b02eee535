extension Report {
  /// The notes in one file, by activity.
  public struct MunicipalityNotes: Hashable, Codable, Sendable {
    /// The municipality's id; absent for the sheets of other groups.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// The activities in the order of the programme.
    public var activities: [ActivityNotes]
  }

  /// The notes of one activity.
  public struct ActivityNotes: Hashable, Codable, Sendable {
    /// The activity; absent for notes whose activity this version does not know.
    public var activity: ActivityKind?
    /// The ids of the notes in the order of making.
    public var notes: [String]
  }

  /// A note with all that traces it.
  public struct TracedNote: Hashable, Codable, Sendable {
    /// The record's id.
    public var id: String
    /// Its short mark, by which readers find it in every edition and form.
    public var mark: String
    /// The place of its workshop among those of the report, from 0.
    public var workshop: Int
    /// The municipality in whose file it stands.
    public var municipality: String?
    /// The group whose sheet it stands on.
    public var group: String?
    /// Whose voice it is.
    public var voice: Note.Voice?
    /// The activity.
    public var activity: ActivityKind?
    /// The item of the programme.
    public var item: String?
    /// The place within the activity.
    public var place: String?
    /// The text as written; empty where there is none, and where it is left out of this edition.
    public var text: String
    /// What kind of material it is.
    public var kind: Note.Kind
    /// What kind of thing it claims, of a note of a plan; absent means not recorded.
    public var claim: Note.Claim?
    /// Tells whether it may stand between quotation marks: a literal quotation that may be quoted.
    public var verbatim: Bool
    /// The name, or else the function, of the person who said or wrote it; only in the edition of
    /// their own team.
    public var author: String?
    /// What the respondent of an interview does, as far as this edition may tell.
    public var respondent: String?
    /// What this edition leaves out of the note, in the order of the cases.
    public var withheld: [Withheld]
    /// Files under `attachments/` that belong to it, as far as this edition may name them.
    public var attachments: [String]
    /// How it came in.
    public var channel: Note.Channel?
    /// When it was made.
    public var at: String?
    /// The note it adds to.
    public var addsTo: String?
    /// The notes it grew out of.
    public var from: [String]
    /// Tags.
    public var tags: [String]
    /// The section of a publication.
    public var source: String?
  }
}

extension Gathering {
  /// The notes by file and activity.
  func byMunicipality() -> [Report.MunicipalityNotes] {
    let files = Dictionary(grouping: notes, by: \.municipality)
    let known: [ActivityKind?] = ActivityKind.allCases.map(Optional.some) + [nil]
    return sorted(files.keys).map { place in
      let activities = Dictionary(grouping: files[place] ?? [], by: \.activity)
      return Report.MunicipalityNotes(
        municipality: place?.text, name: name(of: place),
        activities: known.compactMap { activity in
          activities[activity].map {
            Report.ActivityNotes(activity: activity, notes: $0.map(\.printedID))
          }
        })
    }
  }

  /// A note with all that traces it; it leads only to notes that are in the report.
  func trace(_ note: ToldNote) -> Report.TracedNote {
    func printed(_ record: RecordID) -> String { self.printed(record, in: note.workshop) }
    // A place may be a role or a note; what names neither follows from no words here.
    let place = note.place.map { text in
      RecordID(text).flatMap { knows($0, in: note.workshop) ? printed($0) : nil } ?? text
    }
    return Report.TracedNote(
      id: note.printedID, mark: marks[note.id], workshop: note.workshop,
      municipality: note.municipality?.text,
      group: note.group, voice: note.voice, activity: note.activity,
      item: note.toldItem.map(printed),
      place: place, text: note.text, kind: note.kind,
      claim: note.claim,
      verbatim: note.isQuotation,
      author: note.author, respondent: note.respondent, withheld: note.withheld,
      attachments: note.attachments, channel: note.channel, at: note.at,
      addsTo: note.addsTo.flatMap { ids.contains($0) ? printed($0) : nil },
      from: note.from.filter(ids.contains).map(printed), tags: note.tags, source: note.source)
  }

  /// Tells whether a role or a note of a workshop has an id, whether it is there or was taken away.
  private func knows(_ record: RecordID, in workshop: Int) -> Bool {
    let documents = workshops[workshop].documents
    return documents[.session]?[SessionCollection.roles, record] != nil
      || documents.values.contains { $0[SessionCollection.notes, record] != nil }
  }
}
