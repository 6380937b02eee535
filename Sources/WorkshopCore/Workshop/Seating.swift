/// Who sits at which table in one round of consultations.
///
/// A table is that of a municipality. In a file it is an object of municipalities with the ids of
/// those who sit there; it is one field per round, so that two plans for a round never mix.
public struct Seating: Hashable, Sendable {
  /// The people at each table, by the municipality whose table it is.
  public private(set) var tables: [DocumentName: [RecordID]]
  private var places: [RecordID: DocumentName] = [:]

  /// Makes a seating; who stands at two tables sits at the first by name.
  public init(_ tables: [DocumentName: [RecordID]] = [:]) {
    self.tables = [:]
    for table in tables.keys.sorted() {
      self.tables[table] = (tables[table] ?? []).filter { person in
        guard places[person] == nil else { return false }
        places[person] = table
        return true
      }
    }
  }

  /// Reads a seating; `nil` for a value that is none.
  public init?(_ value: JSONValue) {
    guard let members = value.members?.members else { return nil }
    let tables = members.compactMap { member in
      DocumentName(member.name.text).map { ($0, member.value.texts.compactMap(RecordID.init)) }
    }
    self.init(Dictionary(tables) { first, _ in first })
  }

  /// The seating as it stands in a file.
  public var value: JSONValue {
    .object(JSONObject(tables.map { (FieldName($0.text), .texts($1.map(\.text))) }))
  }

  /// The table at which somebody sits; `nil` for who sits nowhere.
  public func table(of person: RecordID) -> DocumentName? {
    places[person]
  }

  /// Seats somebody at a table, and nowhere else.
  public mutating func move(_ person: RecordID, to table: DocumentName) {
    if let old = places[person] { tables[old]?.removeAll { $0 == person } }
    places[person] = table
    tables[table, default: []].append(person)
  }
}
