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
  /// Tells whether something was changed in it of which the gesture did not know.
  package let isOvertaken: Bool

  fileprivate init(_ record: Record, after gesture: GestureID) {
    fields = record.isPresent ? record.fields : nil
    tags = record.isPresent ? record.tags : []
    // By what they replaced, for a clock that is behind would put the later change first.
    let over = Dictionary(record.revisions.map { ($0.id, $0.over) }) { first, _ in first }
    var known = Set(record.revisions.filter { $0.gesture == gesture }.map(\.id))
    var open = Array(known)
    while let next = open.popLast() {
      for id in over[next] ?? [] where known.insert(id).inserted { open.append(id) }
    }
    isOvertaken = record.revisions.contains { $0.changesContent && !known.contains($0.id) }
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
