import Foundation

/// A place whose words seem to name a participant who withdraws.
///
/// Nothing can tell for certain whom a text means, and taking words out of it would change what
/// somebody else said; a person has to look.
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

  /// Finds the places in documents, apart from records that are blanked anyway.
  static func all(
    of person: RecordID, named names: [String], in documents: [Document], besides erasure: Erasure
  ) -> [Mention] {
    let search = NameSearch(names)
    var mentions: [Mention] = []
    for document in documents {
      for member in document.unknown.members {
        mentions += search.texts(in: member.value).map {
          Mention(
            document: document.name, collection: nil, record: nil, field: member.name, text: $0,
            isHistory: false)
        }
      }
      for (collection, record) in document.living
      where !erasure.blanks(record.id, in: document.name) {
        mentions += search.mentions(in: record, collection, document.name, person)
      }
    }
    return mentions
  }
}

/// Looks for the names of one person in texts.
struct NameSearch {
  private let words: Set<String>

  /// Looks for each part of the names that begins with a capital, or for all parts where none does.
  init(_ names: [String]) {
    var words: Set<String> = []
    for name in names {
      let parts = name.split { !$0.isLetter && !$0.isNumber }
      let capitals = parts.filter { $0.first?.isUppercase ?? false }
      for part in capitals.isEmpty ? parts : capitals where part.count > 1 {
        words.insert(NameSearch.folded(part))
      }
    }
    self.words = words
  }

  /// Tells whether a text has one of the words, or its genitive.
  func matches(_ text: String) -> Bool {
    guard !words.isEmpty else { return false }
    return NameSearch.folded(text).split { !$0.isLetter && !$0.isNumber }.contains { word in
      words.contains(String(word)) || (word.last == "s" && words.contains(String(word.dropLast())))
    }
  }

  /// The texts in a value that have one of the words.
  func texts(in value: JSONValue) -> [String] {
    switch value {
    case .string(let text): matches(text) ? [text] : []
    case .array(let elements): elements.flatMap(texts)
    case .object(let object):
      object.members.flatMap { member in
        (matches(member.name.text) ? [member.name.text] : []) + texts(in: member.value)
      }
    default: []
    }
  }

  /// The places in a record that have one of the words, each text once.
  func mentions(
    in record: Record, _ collection: FieldName, _ document: DocumentName, _ person: RecordID
  ) -> [Mention] {
    var seen: Set<FieldName> = []
    var mentions: [Mention] = []
    func add(_ texts: [String], _ field: FieldName, isHistory: Bool) {
      for text in texts where seen.insert(FieldName(text)).inserted {
        mentions.append(
          Mention(
            document: document, collection: collection, record: record.id, field: field, text: text,
            isHistory: isHistory))
      }
    }
    for member in record.fields.members {
      add(texts(in: member.value), member.name, isHistory: false)
    }
    add(record.tags.filter(matches), "tags", isHistory: false)
    for revision in record.revisions {
      for member in revision.set.members {
        // Whoever was written down as the writer once may have been the one who wrote it.
        let isWriter = member.name == Note.Field.by && member.value == .string(person.text)
        if isWriter { add([record.fields[Note.Field.text]?.text ?? ""], "by", isHistory: true) }
        add(texts(in: member.value), member.name, isHistory: true)
      }
      add((revision.tag + revision.untag).filter(matches), "tags", isHistory: true)
      for member in revision.unknown.members {
        add(texts(in: member.value), member.name, isHistory: true)
      }
    }
    return mentions
  }

  private static func folded(_ text: some StringProtocol) -> String {
    text.folding(
      options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
  }
}
