#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The ids under which reports of one workshop print its notes, roles and items.
///
/// A drawn id says nothing and stands as it is. What was typed by hand has an id that follows from its content, also
/// from what an edition leaves out: whoever guesses that could work out the same id. So it is printed under a keyed hash
/// of it. The key is the id of the workshop, which no report prints, so that all editions and formats have the same.
public struct PrintedIDs: Sendable {
  private let key: KeyedHash

  /// Takes the key of a workshop.
  public init(_ workshop: Workshop) {
    if let identity = workshop.documents[.session]?.identity {
      key = KeyedHash(identity.uuid)
      return
    }
    // All of it was typed by hand. Nobody guesses all of its words, and the first save draws an id.
    var hash = ContentHash()
    hash.add("printed ids")
    for document in workshop.documents.values.sorted(by: { $0.name < $1.name }) {
      hash.add(document.name.text)
      hash.add(DocumentCoding.bytes(of: document))
    }
    key = KeyedHash(hash.uuid)
  }

  /// The id of a record as reports print it.
  public func text(of record: RecordID) -> String { id(of: record).text }

  /// The id under which reports print a record.
  func id(of record: RecordID) -> RecordID {
    record.isDrawn ? record : RecordID(key.uuid(of: record.text))
  }

  /// The place of a record in the order of making.
  func order(of record: RecordID, created: Stamp) -> Order {
    // The run of a stamp that was worked out follows from content as well.
    Order(
      milliseconds: created.milliseconds, counter: created.counter,
      run: record.isDrawn ? created.run.value : nil, id: text(of: record))
  }

  /// A place in the order of making, which tells nothing of the content from which an id follows.
  struct Order: Comparable {
    fileprivate let milliseconds: Int64
    fileprivate let counter: UInt32
    /// The run in which it was made; `nil` for what was typed by hand, which comes first.
    fileprivate let run: UInt64?
    /// The id as it is printed.
    fileprivate let id: String

    static func < (left: Order, right: Order) -> Bool {
      let moments = (left.milliseconds, left.counter, left.run == nil ? 0 : 1, left.run ?? 0)
      let others = (right.milliseconds, right.counter, right.run == nil ? 0 : 1, right.run ?? 0)
      return moments == others ? left.id.precedesByBytes(right.id) : moments < others
    }

    static func == (left: Order, right: Order) -> Bool { !(left < right) && !(right < left) }
  }

  /// The note that reports print under an id; `nil` if there is none.
  ///
  /// - Parameters:
  ///   - text: The id, in whatever case.
  ///   - documents: All documents.
  public func note(printedAs text: String, in documents: some Sequence<Document>) -> RecordID? {
    guard let wanted = RecordID(text)?.text else { return nil }
    return documents.lazy.flatMap { ($0.collections[SessionCollection.notes] ?? [:]).keys }
      .first { !$0.isDrawn && self.text(of: $0).hasSameBytes(as: wanted) }
  }
}
