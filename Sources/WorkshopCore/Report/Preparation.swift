extension Report {
  /// What was done before the two days: interviews by topic, documents, literature and talks.
  ///
  /// Source: *Onderzoeksopzet*, ch. 1, *Voorbereidende fase*.
  public struct Preparation: Hashable, Codable, Sendable {
    /// The interviews by topic, in the order of the topic list; those of no topic come last.
    public var interviews: [InterviewTopic]
    /// The documents that were read.
    public var documents: [Prepared]
    /// The literature.
    public var literature: [Prepared]
    /// The exploratory talks.
    public var talks: [Prepared]
    /// Notes of the preparation that are none of these.
    public var others: [Prepared]

    /// The number of notes in all of it.
    public var count: Int {
      interviews.reduce(0) { $0 + $1.items.count } + documents.count + literature.count
        + talks.count + others.count
    }
  }

  /// What interviews told of one topic.
  public struct InterviewTopic: Hashable, Codable, Sendable {
    /// The topic: `what`, `origin`, `problems` or `solutions`, or another as written; absent for what
    /// is not sorted.
    public var topic: String?
    /// The notes in the order of making.
    public var items: [Prepared]
  }

  /// A note of the preparation.
  public struct Prepared: Hashable, Codable, Sendable {
    /// The note's id.
    public var note: String
    /// The text as written.
    public var text: String
    /// The municipality whose preparation it is; absent for the sheets of other groups.
    public var municipality: String?
    /// What kind of material it is.
    public var kind: Note.Kind
    /// Whose voice it is; absent means not recorded.
    public var voice: Note.Voice?
    /// What the respondent does; absent means not recorded, unless it was left out of this edition.
    public var respondent: String?
    /// What this edition leaves out.
    public var withheld: [Withheld]
    /// The section of a publication.
    public var source: String?
  }
}

extension Gathering {
  /// What was done before the two days; `nil` where nothing was recorded.
  func preparation() -> Report.Preparation? {
    guard let notes = byActivity[.preparation], !notes.isEmpty else { return nil }
    var topics: [String?: [Report.Prepared]] = [:]
    var preparation = Report.Preparation(
      interviews: [], documents: [], literature: [], talks: [], others: [])
    for note in notes {
      let entry = prepared(note)
      let parts = (note.place ?? "").split(
        separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      switch parts.first {
      case "interview":
        let topic = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
        topics[topic, default: []].append(entry)
      case "document" where parts.count == 1: preparation.documents.append(entry)
      case "literature" where parts.count == 1: preparation.literature.append(entry)
      case "talk" where parts.count == 1: preparation.talks.append(entry)
      default: preparation.others.append(entry)
      }
    }
    let order = PreparationPlace.allCases.compactMap { place in
      place.rawValue.split(separator: "/").dropFirst().first.map(String.init)
    }
    let others = topics.keys.compactMap { $0 }.filter { !order.contains($0) }
      .sorted { $0.precedesByBytes($1) }
    let keys: [String?] = (order + others).map(Optional.some) + [nil]
    preparation.interviews = keys.compactMap { topic in
      topics[topic].map { Report.InterviewTopic(topic: topic, items: $0) }
    }
    return preparation
  }

  private func prepared(_ note: ToldNote) -> Report.Prepared {
    Report.Prepared(
      note: note.printedID, text: note.text, municipality: note.municipality?.text,
      kind: note.kind, voice: note.voice, respondent: note.respondent, withheld: note.withheld,
      source: note.source)
  }
}
