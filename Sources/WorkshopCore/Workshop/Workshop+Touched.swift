/// A record that a gesture changed, with the fields that it changed.
package struct TouchedRecord: Sendable {
  /// The collection it stands in.
  package let collection: FieldName
  /// The record.
  package let record: RecordID
  /// The names of the fields; empty where only tags or verdicts were changed.
  package let fields: Set<FieldName>
}

/// What a record says now; nothing where it is not there.
package struct RecordLook: Hashable, Sendable {
  private let fields: JSONObject?
  private let tags: [String]
  /// Tells whether something was changed in it after the gesture.
  package let isOvertaken: Bool

  fileprivate init(_ record: Record, after gesture: GestureID) {
    fields = record.isPresent ? record.fields : nil
    tags = record.isPresent ? record.tags : []
    let last = record.revisions.lastIndex { $0.gesture == gesture && $0.changesContent }
    isOvertaken = record.revisions.dropFirst(last.map { $0 + 1 } ?? 0).contains(
      where: \.changesContent)
  }

  /// Tells whether it says the same as another, whatever came to that.
  package func says(_ other: RecordLook) -> Bool { fields == other.fields && tags == other.tags }
}

extension Workshop {
  /// What the records that a gesture changed say now.
  package func looks(after gesture: GestureID) -> [RecordID: RecordLook] {
    var looks: [RecordID: RecordLook] = [:]
    for step in steps(to: .undo(gesture)) {
      if let record = documents[step.document]?[step.collection, step.record] {
        looks[step.record] = RecordLook(record, after: gesture)
      }
    }
    return looks
  }

  /// The records that a gesture changed, those that it took away or made included.
  package func touched(by gesture: GestureID) -> [TouchedRecord] {
    steps(to: .undo(gesture)).map { step in
      let revisions = documents[step.document]?[step.collection, step.record]?.revisions ?? []
      let fields = revisions.filter { $0.gesture == gesture }.flatMap { $0.set.members.map(\.name) }
      return TouchedRecord(
        collection: step.collection, record: step.record, fields: Set(fields))
    }
  }
}
