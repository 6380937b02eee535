import WorkshopCore

/// What a found file's content tells of the document of a session that it is of.
struct Home {
  /// Which document the content tells of.
  enum Place: Hashable {
    case document(DocumentName)
    /// Its notes are of a group for which the session has no document, or none yet: it waits, whatever its
    /// name is.
    case unlisted
    /// It has lists of the programme and notes together, which no one document has.
    case mixed
    /// Nothing tells.
    case untold
  }

  /// Which document it is.
  let place: Place
  /// Whether the document has notes of the file, so that one was copied from the other.
  private let isShared: Bool
  /// Whether the content is of another kind than the document as which it was read.
  private let isOtherKind: Bool

  /// The document; `nil` if the content does not tell of one that the session has.
  var document: DocumentName? { if case .document(let name) = place { name } else { nil } }

  /// Why it is not taken in by itself.
  var fact: StoreError.Fact {
    switch place {
    case .unlisted: .unlisted
    case .mixed: .mixedLists
    case .document, .untold: .kin(document)
    }
  }

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
    if let other = Home.otherKind(of: found) {
      self = other
    } else if let sharing = Home.sharing(found, documents) {
      self.init(.document(sharing), isShared: true)
    } else {
      self.init(Home.ofGroups(found, in: documents[.session]))
    }
  }

  /// Finds the document of a copy, asking for documents besides its own only where nothing else tells.
  ///
  /// - Parameters:
  ///   - found: What the copy says.
  ///   - copy: Which document it seems to be of.
  ///   - own: That document.
  ///   - session: The session's programme and people.
  ///   - documents: The session's documents; `nil` if they cannot be read.
  init(
    of found: Document, in copy: ConflictCopy, of own: Document, session: Document?,
    documents: () -> [DocumentName: Document]?
  ) {
    if let other = Home.otherKind(of: found) {
      self = other
      return
    }
    if found.name == .session {
      self.init(.document(.session), isShared: true)
      return
    }
    let groups = Home.ofGroups(found, in: session)
    let isShared = found.drawnNotes.contains { own[SessionCollection.notes, $0] != nil }
    // Who copied notes to begin a new municipality with may have told its name in them already.
    if isShared, copy.evidence != .computer || groups != .unlisted {
      self.init(.document(copy.document), isShared: true)
    } else if groups != .untold {
      self.init(groups)
    } else if let documents = documents() {
      self.init(Home.sharing(found, documents).map { .document($0) } ?? .untold)
    } else {
      self.init(.unlisted)
    }
  }

  private init(_ place: Place, isShared: Bool = false, isOtherKind: Bool = false) {
    self.place = place
    self.isShared = isShared
    self.isOtherKind = isOtherKind
  }

  /// Tells whether the content may be of the document that a copy seems to be of.
  ///
  /// What stands behind a hyphen may be the name of a computer, or of a municipality that another laptop has
  /// just added; there both must have notes in common.
  func allows(_ copy: ConflictCopy) -> Bool {
    guard !isOtherKind else { return false }
    switch place {
    case .document(let name): return name == copy.document && (isShared || !copy.needsSharing)
    case .unlisted, .mixed: return false
    case .untold: return !copy.needsSharing
    }
  }

  /// What content is that is of another kind than the document as which it was read; `nil` if it is not.
  private static func otherKind(of found: Document) -> Home? {
    if found.name == .session {
      guard found.unknown[SessionCollection.notes]?.elements != nil else { return nil }
      return Home(found.collections.isEmpty ? .untold : .mixed, isOtherKind: true)
    }
    let isSession = sessionCollections.contains { found.unknown[$0]?.elements != nil }
    guard isSession else { return nil }
    let hasNotes = !(found.collections[SessionCollection.notes] ?? [:]).isEmpty
    return Home(hasNotes ? .mixed : .document(.session), isOtherKind: true)
  }

  /// The one document that has notes of the file.
  private static func sharing(_ found: Document, _ documents: [DocumentName: Document])
    -> DocumentName?
  {
    if found.name == .session { return .session }
    let ids = found.drawnNotes
    let sharing = documents.filter { name, document in
      name.holdsNotes && ids.contains { document[SessionCollection.notes, $0] != nil }
    }
    return sharing.count == 1 ? sharing.first?.key : nil
  }

  /// The one document whose groups the notes name.
  private static func ofGroups(_ found: Document, in session: Document?) -> Place {
    let groups = Set(
      (found.collections[SessionCollection.notes] ?? [:]).values.compactMap {
        $0.fields[Note.Field.group]?.text.map { FieldName($0) }
      }
    ).map(\.text)
    let homes = Set(
      groups.map { group -> Place in
        if Workshop.plenaryGroups.contains(where: { $0.hasSameBytes(as: group) })
          || group.hasPrefix("mixed-")
        {
          return .document(.plenary)
        }
        guard let name = DocumentName(group), session?.hasPlace(for: name) ?? true else {
          return .unlisted
        }
        return .document(name)
      })
    if homes.contains(.unlisted) { return .unlisted }
    return homes.count == 1 ? homes.first ?? .untold : .untold
  }
}

extension Document {
  /// The ids of notes that were drawn once, so that another file with one of them was copied.
  fileprivate var drawnNotes: [RecordID] {
    (collections[SessionCollection.notes] ?? [:]).keys.filter(\.isDrawn)
  }
}
