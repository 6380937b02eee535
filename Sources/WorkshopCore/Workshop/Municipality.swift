/// A municipality that takes part, with the file of its notes.
public struct Municipality: Identifiable, Hashable, Sendable {
  /// The record; the same on every machine for the same file.
  public let id: RecordID
  /// The file of its notes, which is also its id on the command line.
  public let document: DocumentName
  /// The name as people write it.
  public let name: String

  /// Names of the fields in files.
  package enum Field {
    package static let name: FieldName = "name"
    package static let file: FieldName = "file"
  }

  /// The record of the municipality with a file; two laptops that add it make the same record.
  public static func record(for document: DocumentName) -> RecordID {
    var hash = ContentHash()
    hash.add("municipality")
    hash.add(document.text)
    return RecordID(hash.uuid)
  }

  /// Reads a municipality; `nil` if it is not there or names no file.
  public init?(_ record: Record) {
    guard record.isPresent,
      let document = record.fields[Field.file]?.text.flatMap(DocumentName.init)
    else { return nil }
    id = record.id
    self.document = document
    name = record.fields[Field.name]?.text ?? document.text
  }
}

extension Workshop {
  /// What municipalities are and were called, those among them that do not take part any more.
  var municipalityNames: [String] {
    let records = documents[.session]?.records(SessionCollection.municipalities) ?? []
    let ever = records.flatMap { KnownNames.values(Municipality.Field.name, of: $0) }
    var seen: Set<FieldName> = []
    return (municipalities.map(\.name) + ever).filter { seen.insert(FieldName($0)).inserted }
  }
}
