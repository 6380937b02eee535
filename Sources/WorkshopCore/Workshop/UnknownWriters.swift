/// Writers of notes of whom the list of a workshop knows nothing.
///
/// They come with a list that is older than the notes: out of a backup, or because another laptop's notes arrived
/// before its list. Nobody knows their names, so that no edition can take those out of texts.
public struct UnknownWriters: Sendable {
  /// The number of notes in each file whose writers' records were never on the list, as a report counts them: those that
  /// are on the record, and no scores; a file that has none but others stands here with 0.
  public private(set) var notes: [DocumentName: Int] = [:]
  /// Those records.
  private(set) var records: Set<RecordID> = []
  /// What somebody typed by hand in the place of a writer and is no word of ours, with the file in which it stands.
  private(set) var typed: [(name: String, file: DocumentName)] = []

  /// Looks for them in the notes of a workshop that are there.
  ///
  /// - Parameters:
  ///   - workshop: The workshop; where it has no list at all, nobody is missed on it.
  ///   - others: Workshops that are told of together with it, copies of it with a newer list among them.
  public init(in workshop: Workshop, besides others: [Workshop] = []) {
    guard workshop.documents[.session] != nil else { return }
    let lists = ([workshop] + others).compactMap { $0.documents[.session] }.compactMap {
      $0.collections[SessionCollection.participants]
    }
    let gone = workshop.documents.values.reduce(into: Set<RecordID>()) { $0.formUnion($1.gone) }
    let words = Words(of: workshop)
    for document in workshop.documents.values.sorted(by: { $0.name < $1.name })
    where document.name.holdsNotes {
      for record in (document.collections[SessionCollection.notes] ?? [:]).values {
        guard let writer = record.fields[Note.Field.by]?.text, !writer.isEmpty, record.isPresent
        else { continue }
        guard let id = RecordID(writer) else {
          if !words.contain(writer) { typed.append((writer, document.name)) }
          continue
        }
        guard !gone.contains(id), !lists.contains(where: { $0[id] != nil }) else { continue }
        records.insert(id)
        let isTold = Note(record, in: document.name).map { !$0.isOffRecord && !$0.isScore } ?? false
        notes[document.name, default: 0] += isTold ? 1 : 0
      }
    }
  }

  /// What stands in the place of a writer and names nobody.
  struct Words {
    private let groups: Set<FieldName>
    private let municipalities: Set<String>
    private let functions: Set<String>

    init(of workshop: Workshop) {
      var groups = Set(Workshop.plenaryGroups.map { FieldName($0) })
      groups.formUnion(Note.Voice.allCases.map { FieldName($0.rawValue) })
      groups.formUnion(Standing.allCases.map { FieldName($0.rawValue) })
      groups.formUnion(workshop.homes.map { FieldName($0.text) })
      self.groups = groups
      municipalities = Set(workshop.municipalities.map { Self.folded($0.name) })
      functions = Set(workshop.participants.compactMap { $0.function.map(Self.folded) })
    }

    /// Tells whether a text stands for several people: a group, a side, a municipality.
    func areOfGroup(_ writer: String) -> Bool {
      groups.contains(FieldName(writer)) || Workshop.mixedGroup(writer) != nil
        || municipalities.contains(Self.folded(writer))
    }

    /// Tells whether a text is no name of anybody.
    func contain(_ writer: String) -> Bool {
      areOfGroup(writer) || functions.contains(Self.folded(writer))
    }

    private static func folded(_ text: String) -> String { Folding.text(text, hyphen: " ") }
  }
}

extension Workshop {
  /// The municipalities that take part, and those of its people.
  var homes: Set<DocumentName> {
    Set(municipalities.map(\.document) + participants.compactMap(\.municipality))
  }
}
