/// Notes whose record stands in several documents of a workshop, as after somebody copied a file or moved lines from
/// one to another.
///
/// They are one note, with the histories of all places together, as copies of one file are. What follows is a
/// function of the records alone, whatever came first.
struct SharedNotes: Sendable {
  /// A record as each of some documents has it.
  typealias Places = [DocumentName: Record]

  /// The records of notes that stand in several documents, as each has them.
  private(set) var records: [RecordID: Places] = [:]
  /// A document in which each note stands.
  private var seats: [RecordID: DocumentName] = [:]

  /// The document in which a note that stands in several is found, and is changed; `nil` if it stands in one.
  func home(of note: RecordID) -> DocumentName? { records[note].flatMap(SharedNotes.home(among:)) }

  /// A document as its file has it, without what other documents say of the same notes.
  func own(_ document: Document) -> Document {
    var own = document
    for places in records.values {
      if let record = places[document.name] { own.put(record, into: SessionCollection.notes) }
    }
    return own
  }

  /// The place with the latest revision, and of equal ones the one whose name comes first.
  static func home(among places: Places) -> DocumentName? {
    places.max { left, right in
      switch (left.value.revisions.last, right.value.revisions.last) {
      case (let a?, let b?) where Revision.precedes(a, b): true
      case (let a?, let b?) where Revision.precedes(b, a): false
      case (nil, _?): true
      case (_?, nil): false
      default: right.key < left.key
      }
    }?.key
  }

  /// The notes that are there in a document besides the one in which they are found, by that document.
  var seconds: [DocumentName: [(note: RecordID, home: DocumentName)]] {
    var seconds: [DocumentName: [(note: RecordID, home: DocumentName)]] = [:]
    for (id, places) in records {
      guard let home = SharedNotes.home(among: places) else { continue }
      for (name, record) in places where name != home && record.isPresent {
        seconds[name, default: []].append((id, home))
      }
    }
    return seconds
  }

  /// What all places of a note say together.
  static func united(_ places: Places) -> Record? {
    var united: Record?
    for record in places.values {
      if united == nil { united = record } else { united?.merge(record) }
    }
    return united
  }

  /// Takes notice of the notes of a document as its file has them now.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - former: The document as it was.
  ///   - others: The documents as they are shown.
  /// - Returns: The notes that stand in several documents, or did so up to now, with their places as they are now.
  mutating func take(
    _ document: Document, after former: Document?, among others: [DocumentName: Document]
  ) -> [RecordID: Places] {
    let notes = document.collections[SessionCollection.notes] ?? [:]
    var touched: [RecordID: Places] = [:]
    for id in (former?.collections[SessionCollection.notes] ?? [:]).keys where notes[id] == nil {
      leave(id, document.name, &touched)
    }
    for (id, record) in notes { take(record, id, in: document.name, among: others, &touched) }
    return touched
  }

  /// Takes notice of some notes of a document as they are now.
  mutating func take(
    _ ids: Set<RecordID>, of document: Document, among others: [DocumentName: Document]
  ) -> [RecordID: Places] {
    var touched: [RecordID: Places] = [:]
    for id in ids {
      guard let record = document[SessionCollection.notes, id] else { continue }
      take(record, id, in: document.name, among: others, &touched)
    }
    return touched
  }

  private mutating func take(
    _ record: Record, _ id: RecordID, in name: DocumentName,
    among others: [DocumentName: Document], _ touched: inout [RecordID: Places]
  ) {
    if !records.isEmpty, records[id] != nil {
      records[id]?[name] = record
      touched[id] = records[id]
    } else if let seat = seats[id], seat != name {
      guard let other = others[seat]?[SessionCollection.notes, id] else {
        seats[id] = name
        return
      }
      records[id] = [seat: other, name: record]
      touched[id] = records[id]
    } else {
      seats[id] = name
    }
  }

  private mutating func leave(
    _ id: RecordID, _ name: DocumentName, _ touched: inout [RecordID: Places]
  ) {
    guard var places = records[id], places.removeValue(forKey: name) != nil else {
      if seats[id] == name { seats[id] = nil }
      return
    }
    touched[id] = places
    records[id] = places.count > 1 ? places : nil
    seats[id] = places.keys.min()
  }
}
