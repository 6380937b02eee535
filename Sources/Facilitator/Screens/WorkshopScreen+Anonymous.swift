import WorkshopContent
import WorkshopCore

extension WorkshopScreen {
  /// Writes down what people gave without a name, each step as a gesture that nothing ties to
  /// another, to a person or to an order.
  ///
  /// Nothing of it is remembered on this machine either. What was given last can be taken back as
  /// long as nothing else was done.
  mutating func commitAnonymously(_ steps: [Scribe.Step]) -> [Effect] {
    let changes = steps.shuffled(by: scribe.newRecord).flatMap {
      scribe.anonymousEdit([$0], to: .day).changes
    }
    guard let gesture = changes.first?.revision?.gesture else { return [] }
    withdrawal = changes.map {
      Change(document: $0.document, collection: $0.collection, record: $0.record, act: .erase)
    }
    withdrawalItem = memory.item
    return send(Edit(gesture: gesture, changes: changes))
  }

  /// Takes back what was given without a name last: its content and its history are blanked.
  mutating func withdraw() -> [Effect] {
    guard let first = withdrawal.first else { return [] }
    let changes = withdrawal
    withdrawal = []
    say(content.word("scores.withdrawn"))
    return send(Edit(gesture: GestureID(first.record.uuid), changes: changes))
  }
}

extension Array {
  /// The elements in an order that new ids decide.
  fileprivate func shuffled(by newRecord: () -> RecordID) -> [Element] {
    map { (newRecord(), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
