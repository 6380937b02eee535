import WorkshopCore

/// The people of a workshop by what they are called, for lists that name many.
struct NamedPeople {
  private let workshop: Workshop
  private let byLabel: [FieldName: [Participant]]
  private let byName: [String: [Participant]]

  init(_ workshop: Workshop) {
    self.workshop = workshop
    let people = workshop.participants.filter { !$0.label.isEmpty }
    byLabel = Dictionary(grouping: people) { $0.label.asTyped }
    byName = Dictionary(grouping: people) { ListName.key($0.label) }
  }

  /// Whom a text may mean: the one with that id, else by name or function; one written with the family first
  /// counts as the name in the other order.
  func named(_ text: String) -> [Participant] {
    if let id = RecordID(text), let exact = workshop.participant(id) { return [exact] }
    return byLabel[text.asTyped] ?? turned(text)
  }

  private func turned(_ text: String) -> [Participant] {
    let isTurned = ListName.turned(text, isUsual: true) != nil
    return (byName[ListName.key(text)] ?? []).filter {
      isTurned || ListName.turned($0.label, isUsual: true) != nil
    }
  }
}
