extension Report {
  /// The vision of one municipality.
  public struct Vision: Hashable, Codable, Sendable {
    /// The municipality's id; absent for the sheets of other groups.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// The vision in words, and whatever names no form.
    public var words: [Statement]
    /// The drawings, each with the group's own explanation.
    public var drawings: [Drawing]
  }

  /// A drawing with what its makers say about it.
  public struct Drawing: Hashable, Codable, Sendable {
    /// The note's id.
    public var note: String
    /// The group's own explanation.
    public var text: String
    /// The group whose sheet it stands on; absent means not recorded.
    public var group: String?
    /// Files under `attachments/`, as far as this edition may name them.
    public var attachments: [String]
    /// The number of files that this edition does not name.
    public var withheldAttachments: Int
  }

  /// What somebody said at the closing.
  public struct ClosingWords: Hashable, Codable, Sendable {
    /// The municipality for which they spoke; absent for others, and where it is left out.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// The number of the researcher, from 1; absent for others.
    public var researcher: Int?
    /// Tells whether somebody spoke for a municipality that is left out of this edition.
    public var isMunicipalityWithheld: Bool
    /// Where the speaker stands; absent where that is not known.
    public var standing: Standing?
    /// What to call the speaker, in the edition of their own team by name, else by a function that
    /// they agreed to be told by; absent where that is not known or not to be told.
    public var speaker: String?
    /// What was said.
    public var words: [Statement]
  }
}

extension Gathering {
  /// The visions by municipality; `nil` where none was recorded.
  func visions() -> [Report.Vision]? {
    filed(.vision).map { file, notes in
      Report.Vision(
        municipality: file?.text, name: name(of: file),
        words: notes.filter { $0.typedPlace != .vision(.drawing) }.map(statement),
        drawings: notes.filter { $0.typedPlace == .vision(.drawing) }.map { note in
          Report.Drawing(
            note: note.printedID, text: note.text, group: note.group, attachments: note.attachments,
            withheldAttachments: note.withheldAttachments)
        })
    }.nonempty
  }

  /// The words of the closing: municipalities in their order, those that are left out, researchers,
  /// everybody else; `nil` where nothing was recorded.
  func closingWords() -> [Report.ClosingWords]? {
    let said = Dictionary(grouping: byActivity[.closing] ?? [], by: ClosingKey.init)
    let places = sorted(said.keys.map(\.municipality)).compactMap { $0 }
    let researchers = Set(said.keys.compactMap(\.researcher)).sorted()
    let standings: [Standing?] = Standing.allCases.map(Optional.some) + [nil]
    let order =
      places.map(ClosingKey.municipality) + standings.map(ClosingKey.withheld)
      + researchers.map(ClosingKey.researcher) + [.everybody]
    return order.compactMap { key -> Report.ClosingWords? in
      guard let notes = said[key], let first = notes.first else { return nil }
      let isOne = notes.allSatisfy { $0.speaker == first.speaker && $0.standing == first.standing }
      return Report.ClosingWords(
        municipality: key.municipality?.text, name: name(of: key.municipality),
        researcher: key.researcher, isMunicipalityWithheld: key.isWithheld,
        standing: key == .everybody || !isOne ? nil : first.standing,
        speaker: key == .everybody || !isOne ? nil : first.speaker, words: notes.map(statement))
    }.nonempty
  }
}

/// For whom something was said at the closing.
private enum ClosingKey: Hashable {
  case municipality(DocumentName)
  /// For a municipality that is left out, by somebody who stands somewhere.
  case withheld(Standing?)
  case researcher(Int)
  case everybody

  init(_ note: ToldNote) {
    switch note.place.flatMap(ClosingPlace.init) {
    case .municipality(let name)?: self = .municipality(name)
    case .researcher(let number)?: self = .researcher(number)
    case nil:
      if let file = note.municipality {
        self = .municipality(file)
      } else {
        self = note.isSpokenForWithheld ? .withheld(note.standing) : .everybody
      }
    }
  }

  var municipality: DocumentName? { if case .municipality(let name) = self { name } else { nil } }

  var researcher: Int? { if case .researcher(let number) = self { number } else { nil } }

  var isWithheld: Bool { if case .withheld = self { true } else { false } }
}
