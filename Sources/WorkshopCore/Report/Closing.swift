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
    /// Files under `attachments/`.
    public var attachments: [String]
  }

  /// What somebody said at the closing; participants have no names here.
  public struct ClosingWords: Hashable, Codable, Sendable {
    /// The municipality for which they spoke; absent for others.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// The number of the researcher, from 1; absent for others.
    public var researcher: Int?
    /// What was said.
    public var words: [Statement]
  }
}

extension Report.Vision {
  init(_ notes: [Note], municipality: DocumentName?, name: String?) {
    self.municipality = municipality?.text
    self.name = name
    words = notes.filter { $0.typedPlace != .vision(.drawing) }.map(Report.Statement.init)
    drawings = notes.filter { $0.typedPlace == .vision(.drawing) }.map { note in
      Report.Drawing(
        note: note.id.text, text: note.text, group: note.group, attachments: note.attachments)
    }
  }
}

extension Report.ClosingWords {
  /// The words of the closing: municipalities in the order given, researchers, everybody else.
  static func gather(
    _ notes: [Note], places: [DocumentName?], names: [DocumentName: String]
  ) -> [Report.ClosingWords] {
    var said: [ClosingPlace?: [Note]] = [:]
    for note in notes {
      let sheet = note.municipality.map(ClosingPlace.municipality)
      said[note.place.flatMap(ClosingPlace.init) ?? sheet, default: []].append(note)
    }
    var order: [ClosingPlace?] = places.compactMap { $0.map(ClosingPlace.municipality) }
    let researchers = said.keys.compactMap { place -> Int? in
      if case .researcher(let number)? = place { number } else { nil }
    }
    let others = said.keys.compactMap { place -> DocumentName? in
      if case .municipality(let document)? = place, !order.contains(place) { document } else { nil }
    }
    order += others.sorted().map(ClosingPlace.municipality)
    order += researchers.sorted().map(ClosingPlace.researcher) + [nil]
    return order.compactMap { place in
      guard let notes = said[place] else { return nil }
      let words = notes.map(Report.Statement.init)
      switch place {
      case .municipality(let document)?:
        return Report.ClosingWords(
          municipality: document.text, name: names[document], researcher: nil, words: words)
      case .researcher(let number)?:
        return Report.ClosingWords(
          municipality: nil, name: nil, researcher: number, words: words)
      case nil:
        return Report.ClosingWords(municipality: nil, name: nil, researcher: nil, words: words)
      }
    }
  }
}
