/// A record that a gesture changed, with the fields that it changed.
package struct TouchedRecord: Sendable {
  /// The collection it stands in.
  package let collection: FieldName
  /// The record.
  package let record: RecordID
  /// The names of the fields; empty where only tags or verdicts were changed.
  package let fields: Set<FieldName>
}

extension Workshop {
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
