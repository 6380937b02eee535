import WorkshopCore

extension DocumentName {
  /// The file of a municipality in tests.
  public static let amsterdam = DocumentName(municipality: "Amsterdam")
}

/// Writes notes in tests: ids and times are the same on every run.
public struct SampleWriter: Sendable {
  private let surroundings: Surroundings
  private var scribe: Scribe

  /// Makes a writer; two machines in one test need two series.
  public init(series: UInt8 = 1, from start: Int64 = 1_795_000_000) {
    surroundings = .counted(series: series, from: start)
    scribe = Scribe(surroundings: surroundings)
  }

  /// A new note.
  public mutating func note(_ text: String, in document: DocumentName = .amsterdam) -> Change {
    revise(scribe.newRecord(), set: ["text": .string(text)], in: document)
  }

  /// A change of a note.
  public mutating func revise(
    _ record: RecordID, set: JSONObject = [:], tag: [String] = [], untag: [String] = [],
    verdict: Revision.Verdict? = nil, over: [RevisionID] = [],
    in document: DocumentName = .amsterdam
  ) -> Change {
    let step = Scribe.Step(
      document, SessionCollection.notes, record, set: set, tag: tag, untag: untag, verdict: verdict,
      over: over)
    return scribe.edit([step]).changes[0]
  }

  /// A municipality that takes part.
  public mutating func municipality(_ name: String) -> [Change] {
    scribe.edit([NewWorkshop.step(addingMunicipality: name)]).changes
  }

  /// The withdrawal of a note.
  public func erase(_ record: RecordID, in document: DocumentName = .amsterdam) -> Change {
    Change(
      document: document, collection: SessionCollection.notes, record: record, act: .erase)
  }

  /// Takes notice of what others wrote.
  public mutating func observe(_ document: Document) { scribe.observe(document) }
}

extension Document {
  /// The texts of the notes that are there, in the order of their making.
  public var texts: [String] {
    records(SessionCollection.notes).filter(\.isPresent).compactMap { $0.fields["text"]?.text }
  }
}
