import WorkshopCore

/// The document of a session that a found file's content is of.
struct Home {
  /// The document; `nil` if the content does not tell of one.
  let document: DocumentName?
  /// Whether the content is of another kind than the document as which it was read.
  private let isOtherKind: Bool

  /// The lists that only a session's document has.
  static let sessionCollections: [FieldName] = [
    SessionCollection.workshop, SessionCollection.municipalities, SessionCollection.items,
    SessionCollection.participants, SessionCollection.roles,
  ]

  /// Finds the document by the records that both have, else by the groups that the notes name.
  ///
  /// - Parameters:
  ///   - found: What a file says.
  ///   - documents: The session's documents.
  init(of found: Document, among documents: [DocumentName: Document]) {
    if found.name == .session {
      isOtherKind = found.unknown[SessionCollection.notes]?.elements != nil
      document = isOtherKind ? nil : .session
      return
    }
    isOtherKind = Home.sessionCollections.contains { found.unknown[$0]?.elements != nil }
    document =
      isOtherKind ? .session : Home.sharing(found, documents) ?? Home.ofGroups(found, documents)
  }

  /// Tells whether the content may be of a document.
  func allows(_ name: DocumentName) -> Bool {
    !isOtherKind && (document == nil || document == name)
  }

  /// The one document that has notes of the file.
  private static func sharing(_ found: Document, _ documents: [DocumentName: Document])
    -> DocumentName?
  {
    let ids = (found.collections[SessionCollection.notes] ?? [:]).keys.filter(\.isDrawn)
    let sharing = documents.filter { name, document in
      name.holdsNotes && ids.contains { document[SessionCollection.notes, $0] != nil }
    }
    return sharing.count == 1 ? sharing.first?.key : nil
  }

  /// The one document whose groups the notes name.
  private static func ofGroups(_ found: Document, _ documents: [DocumentName: Document])
    -> DocumentName?
  {
    let groups = Set(
      found.records(SessionCollection.notes).compactMap {
        $0.fields[Note.Field.group]?.text.map { FieldName($0) }
      }
    ).map(\.text)
    let homes = Set(
      groups.map { group -> DocumentName? in
        if Workshop.plenaryGroups.contains(where: { $0.hasSameBytes(as: group) })
          || group.hasPrefix("mixed-")
        {
          return .plenary
        }
        guard let name = DocumentName(group) else { return nil }
        let isListed = documents[.session]?.listedDocuments.contains(name) ?? false
        return isListed || documents[name] != nil ? name : nil
      })
    return homes.count == 1 ? homes.first ?? nil : nil
  }
}
