import Foundation

// Who and what somebody means by a name that they type. Names are compared as people read them, and
// whoever may be meant is an answer: two people never become one.

extension String {
  /// The form in which names are compared: composed, and without a difference of upper and lower case
  /// or of white space.
  package var asTyped: FieldName {
    let words = folding(options: .caseInsensitive, locale: nil)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return FieldName(words.precomposedStringWithCanonicalMapping)
  }
}

extension Workshop {
  /// The municipalities that a text may mean: the one with that id, else all of that name, each file
  /// once.
  public func municipalities(named text: String) -> [Municipality] {
    if let exact = municipalities.first(where: { $0.document.text.hasSameBytes(as: text) }) {
      return [exact]
    }
    let typed = text.asTyped
    var seen: Set<DocumentName> = []
    let named = municipalities.filter {
      $0.name.asTyped == typed && seen.insert($0.document).inserted
    }
    if !named.isEmpty { return named }
    let document = DocumentName(municipality: text)
    return municipalities.first { $0.document == document }.map { [$0] } ?? []
  }

  /// The participants that a text may mean: the one with that id, else by name, or by function where no
  /// name is known.
  ///
  /// An id is the one way to tell people of one name apart, so that nobody can take it by being called so.
  public func participants(named text: String) -> [Participant] {
    if let id = RecordID(text), let exact = participants.first(where: { $0.id == id }) {
      return [exact]
    }
    let typed = text.asTyped
    return participants.filter { $0.label.asTyped == typed && !$0.label.isEmpty }
  }
}
