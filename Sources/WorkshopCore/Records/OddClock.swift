/// A record with a change by a machine whose clock cannot have been right.
///
/// Nothing is lost by such a clock, since changes win by what they know. But notes made with it stand in
/// the wrong order, and people should set it right.
public struct OddClock: Hashable, Sendable {
  /// In which way a clock was wrong.
  public enum Kind: String, Hashable, Sendable {
    /// It said a time to come.
    case ahead
    /// It said a time before this workshop was made, or before any was.
    case behind
  }

  /// The file.
  public let document: DocumentName
  /// The collection in that file.
  public let collection: FieldName
  /// The record.
  public let record: RecordID
  /// In which way the clock was wrong.
  public let kind: Kind
  /// What it said, where it was most wrong.
  public let stamp: Stamp

  /// The beginning of 2016, in milliseconds since 1970: clocks that stopped begin years before it.
  private static let firstDay: Int64 = 1_451_606_400_000

  /// Finds the records with such changes, each once for each kind, by file and in the order of the file.
  ///
  /// Edits by hand have no time of their own, and neither have examples without times; they are never
  /// behind.
  ///
  /// - Parameters:
  ///   - documents: The documents of one session.
  ///   - now: Milliseconds since 1970; more than a day after it is odd.
  public static func all(in documents: some Sequence<Document>, now: Int64) -> [OddClock] {
    let documents = documents.sorted { $0.name < $1.name }
    let last = now + HybridClock.day
    let made = documents.first { $0.name == .session }?[
      SessionCollection.workshop, WorkshopInfo.record]?.origin
    var first = firstDay
    // Who made the workshop may have had the wrong time, too; a time to come says nothing of others.
    if let made, made.at != nil, made.stamp.milliseconds <= last {
      first = max(first, made.stamp.milliseconds - HybridClock.day)
    }
    var found: [OddClock] = []
    for document in documents {
      for (collection, record) in document.living {
        func tell(_ kind: Kind, _ stamp: Stamp?) {
          guard let stamp else { return }
          found.append(
            OddClock(
              document: document.name, collection: collection, record: record.id, kind: kind,
              stamp: stamp))
        }
        let behind = record.revisions.first { $0.at != nil }?.stamp
        tell(.behind, behind.flatMap { $0.milliseconds < first ? $0 : nil })
        let ahead = record.revisions.last?.stamp
        tell(.ahead, ahead.flatMap { $0.milliseconds > last ? $0 : nil })
      }
    }
    return found
  }
}
