import WorkshopCore

/// Somebody whom a name on the command line may mean, as a message tells them from the others.
struct Candidate: Hashable {
  let id: RecordID
  /// The name, or the function where no name is known.
  let label: String
  /// Name and function, for who knows them.
  let title: String
  private let municipality: String?

  /// Describes a participant by the fields of their record.
  ///
  /// - Parameters:
  ///   - record: The record, also of somebody who was taken off the list.
  ///   - workshop: The workshop, which knows how municipalities are written.
  init(_ record: Record, in workshop: Workshop) {
    func text(_ field: FieldName) -> String? {
      record.fields[field]?.text.flatMap { $0.isEmpty ? nil : $0 }
    }
    let name = text(Participant.Field.name)
    let function = text(Participant.Field.function)
    id = record.id
    label = name ?? function ?? ""
    title = [name, function].compactMap(\.self).joined(separator: ", ")
    let home = text(Participant.Field.municipality)
    municipality = home.flatMap(DocumentName.init).flatMap(workshop.municipality)?.name ?? home
  }

  /// What tells them from others of the same name: function, municipality and id.
  var description: String {
    let known = [title.isEmpty ? nil : title, municipality].compactMap(\.self)
    return (known.isEmpty ? "" : known.joined(separator: ", ") + " ") + "(\(id.text))"
  }

  /// Tells whether a text may be their name.
  func answers(to text: String) -> Bool { !label.isEmpty && label.asTyped == text.asTyped }
}
