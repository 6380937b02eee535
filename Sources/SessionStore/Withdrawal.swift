public import WorkshopCore

/// What this machine is to forget, as far as it is known.
public enum Withdrawal: Sendable {
  /// All of it, with the names and the gestures, where it is blanked.
  case erasure(Erasure)
  /// Only what is blanked already in a session's documents; they are all of them if `isWhole`.
  ///
  /// Another machine blanked it, and nothing but the ids came here.
  case erased(in: [Document], isWhole: Bool)

  /// Tells whether a record is blanked.
  func blanks(_ record: RecordID) -> Bool {
    switch self {
    case .erasure(let erasure): erasure.blanks(record)
    case .erased(let documents, _): documents.contains { $0.blanks(record) }
    }
  }

  /// Tells whether a text has an id or a name in it of what is blanked.
  func isTold(in text: String) -> Bool {
    switch self {
    case .erasure(let erasure):
      erasure.isNamed(in: text) || erasure.records.contains { text.contains($0.record.text) }
        || erasure.gestures.contains { text.contains($0.text) }
    case .erased(let documents, _):
      documents.contains { document in
        document.erasedRecords.contains { text.contains($0.text) }
          || document.blankedGestures.contains { text.contains($0.text) }
      }
    }
  }
}

extension Document {
  fileprivate func blanks(_ record: RecordID) -> Bool {
    gone.contains(record) || collections.values.contains { $0[record]?.erased != nil }
  }
}
