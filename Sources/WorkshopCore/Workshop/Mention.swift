/// A place whose words name a participant who withdraws, or may do so.
///
/// Nothing can tell for certain whom a text means, and taking words out of it changes what somebody else
/// said; a person has to look.
public struct Mention: Hashable, Sendable {
  /// The file.
  public let document: DocumentName
  /// The collection in that file; `nil` for a member at the top of the file.
  public let collection: FieldName?
  /// The record; `nil` for a member at the top of the file.
  public let record: RecordID?
  /// The field, or another member.
  public let field: FieldName
  /// The text.
  public let text: String
  /// Tells whether it is a text of before, which only the history has.
  public let isHistory: Bool
  /// Tells whether the words may be no name at all, so that nothing but a person may take them out.
  public let isDoubtful: Bool
  /// The text without the name, where something stays in it that may be the name still: somebody has to look at that.
  public var remainder: String?

  /// Tells whether the name can be taken out: out of notes, roles and items, which can be written anew.
  ///
  /// The name of a photograph's file is changed with the file, by hand.
  public var canBeRedacted: Bool {
    !isDoubtful && field != Note.Field.attachments
      && collection.map(Redaction.collections.contains) ?? false
  }

  /// The same place as it is written anew, where somebody has to look at what stays.
  public var left: Mention? {
    remainder.map {
      Mention(
        document: document, collection: collection, record: record.map(Redaction.successor),
        field: field, text: $0, isHistory: isHistory, isDoubtful: true)
    }
  }

  /// Finds the places in documents, apart from records that are blanked anyway.
  static func all(
    of person: RecordID, _ search: NameSearch, in documents: [Document], besides erasure: Erasure
  ) -> [Mention] {
    var mentions: [Mention] = []
    for document in documents {
      for member in document.unknown.members {
        mentions += search.texts(in: member.value).map {
          Mention(
            document: document.name, collection: nil, record: nil, field: member.name,
            text: $0.text,
            isHistory: false, isDoubtful: $0.isDoubtful)
        }
      }
      for (collection, record) in document.living
      where !erasure.blanks(record.id, in: document.name)
        // A municipality that is called as a person is names nobody.
        && collection != SessionCollection.municipalities
      {
        // What is blanked of its history is not there any more.
        mentions += search.mentions(
          in: record.withoutFormerWords(of: [person]).withoutWords(saidBy: person), collection,
          document.name, person)
      }
    }
    return mentions
  }
}

/// Looks for the names of one person in texts.
struct NameSearch: Sendable {
  /// A text that has a name.
  typealias Match = (text: String, isDoubtful: Bool)

  private let finder: NameFinder
  /// The names of everybody else: what may be theirs is doubtful.
  private let others: NameFinder
  /// Tells whether it looks for what somebody does, which is a word of the language.
  private let isByFunction: Bool
  /// Tells whether only hashes are known of the names, which may fit a word by chance.
  private let isVeiled: Bool

  /// Tells whether a text is a name of the participant, and of nobody else, and says nothing besides.
  func isNothingElse(_ text: String) -> Bool {
    guard !isByFunction else { return false }
    let found = finder.names(in: text)
    guard !found.isEmpty, !others.names(in: text).contains(where: { $0.certainty > .word }) else {
      return false
    }
    var rest = text
    for name in found.reversed() { rest.removeSubrange(name.range) }
    return !rest.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// Looks for names, or for what somebody does of whom no name is known.
  init(_ names: [String], isByFunction: Bool, besides others: KnownNames) {
    finder = KnownNames(of: names).finder
    self.others = others.finder
    self.isByFunction = isByFunction
    isVeiled = false
  }

  /// Looks for names that cannot be read any more.
  init(veiled finder: NameFinder, besides others: KnownNames) {
    self.finder = finder
    self.others = others.finder
    isByFunction = false
    isVeiled = true
  }

  /// Tells whether a text has a name; `nil` if it has none, and whether it is doubtful otherwise.
  ///
  /// Of an address in which a part of the name stands nobody knows for certain whose it is.
  func isDoubtful(_ text: String) -> Bool? {
    let found = finder.names(in: text).filter(\.isLikely)
    guard !found.isEmpty else { return addresses(in: text).isEmpty ? nil : true }
    return isByFunction || !found.contains { isCertain($0, in: text) }
  }

  /// Tells whether nobody else can be meant, and no word.
  private func isCertain(_ found: NameFinder.Found, in text: String) -> Bool {
    guard found.certainty == .name else { return false }
    if isVeiled, !String(text[found.range]).isWrittenAsName { return false }
    return !isOthers(found, in: text)
  }

  /// Tells whether it is the name of somebody else as well.
  private func isOthers(_ found: NameFinder.Found, in text: String) -> Bool {
    let words = String(text[found.range])
    return others.names(in: words).contains {
      $0.certainty > .word && $0.range == words.startIndex..<words.endIndex
    }
  }

  /// The e-mail addresses in a text in which a part of the name stands, and nobody else's name.
  private func addresses(in text: String) -> [Range<String.Index>] {
    guard !isByFunction else { return [] }
    return ContactFinder.addresses(in: text).filter { range in
      let address = String(text[range])
      let isTheirs =
        finder.hasPart(in: address)
        || finder.names(in: address).contains { $0.certainty > .word && !isOthers($0, in: address) }
      return isTheirs && !others.names(in: address).contains { $0.certainty == .name }
    }
  }

  /// The text without the names; `nil` where none is certain.
  ///
  /// Where one is certain, what may be the same person's name goes with it, and addresses of theirs: who is meant
  /// need not be asked any more. What may be somebody else's stays.
  func redacted(_ text: String) -> String? {
    guard !isByFunction else { return nil }
    let found = finder.names(in: text)
    guard found.contains(where: { isCertain($0, in: text) }) else { return nil }
    let theirs = found.filter {
      isCertain($0, in: text)
        || !isVeiled && $0.certainty == .doubtful && !isOthers($0, in: text)
    }
    return NameMask.text(text, without: theirs.map(\.range) + addresses(in: text))
  }

  /// The text without the names, where something stays in it that may be one still.
  private func remainder(of text: String) -> String? {
    redacted(text).flatMap { isDoubtful($0) == nil ? nil : $0 }
  }

  /// The texts in a value that have a name.
  func texts(in value: JSONValue) -> [Match] {
    switch value {
    case .string(let text): match(text).map { [$0] } ?? []
    case .array(let elements): elements.flatMap(texts)
    case .object(let object):
      object.members.flatMap { member in
        (matchName(member.name).map { [$0] } ?? []) + texts(in: member.value)
      }
    default: []
    }
  }

  private func matchName(_ name: FieldName) -> Match? {
    Redaction.isMachineWord(name.text) ? nil : match(name.text)
  }

  private func match(_ text: String) -> Match? {
    // Ids are long and many, and no names.
    if text.utf8.count == 36, RecordID(text) != nil { return nil }
    return isDoubtful(text).map { (text, $0) }
  }

  /// The places in a record that have a name, each text once.
  func mentions(
    in record: Record, _ collection: FieldName, _ document: DocumentName, _ person: RecordID?
  ) -> [Mention] {
    var seen: Set<FieldName> = []
    var mentions: [Mention] = []
    func add(_ matches: [Match], _ field: FieldName, isHistory: Bool) {
      for match in matches where seen.insert(FieldName(match.text)).inserted {
        mentions.append(
          Mention(
            document: document, collection: collection, record: record.id, field: field,
            text: match.text, isHistory: isHistory, isDoubtful: match.isDoubtful,
            remainder: isHistory || match.isDoubtful ? nil : remainder(of: match.text)))
      }
    }
    // Most of what the history says is what stands there still.
    var looked: Set<JSONValue> = []
    func add(_ object: JSONObject, isHistory: Bool) {
      for member in object.members where !VeiledNames.isField(member.name) {
        if Redaction.isMachineWord(member) {
          // Somebody may have typed the name there; a word that the program knows is nobody's.
          if let text = member.value.text, RecordID(text) == nil, isNothingElse(text) {
            add([(text, true)], member.name, isHistory: isHistory)
          }
          continue
        }
        // Somebody else's own name mentions nobody.
        let isOwn =
          member.name == Participant.Field.name || member.name == Participant.Field.nameWords
        if isOwn, collection == SessionCollection.participants { continue }
        if looked.insert(member.value).inserted {
          add(texts(in: member.value), member.name, isHistory: isHistory)
        }
        if looked.insert(.string(member.name.text)).inserted,
          let match = matchName(member.name)
        {
          add([match], member.name, isHistory: isHistory)
        }
      }
    }
    add(record.fields, isHistory: false)
    add(record.tags.compactMap(match), "tags", isHistory: false)
    // Whoever was written down as the writer once may have been the one who wrote it.
    for word in person.map(record.doubtfulWords) ?? [] {
      add([(word.text, true)], word.field, isHistory: true)
    }
    for revision in record.revisions {
      add(revision.set, isHistory: true)
      add((revision.tag + revision.untag).compactMap(match), "tags", isHistory: true)
      add(revision.unknown, isHistory: true)
    }
    return mentions
  }
}

extension JSONObject {
  /// Tells whether it says of itself that it is by a person, or is that person.
  func isSaid(by person: String) -> Bool {
    [Note.Field.by, "id"].contains { self[$0]?.text?.hasSameBytes(as: person) ?? false }
  }
}

extension String {
  /// Tells whether it begins with a capital, in letters that have capitals, or is more than one word.
  fileprivate var isWrittenAsName: Bool {
    guard let first else { return false }
    return first.isUppercase || !first.isCased || contains { $0.isWhitespace || $0 == "-" }
  }
}
