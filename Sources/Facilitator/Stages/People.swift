import WorkshopContent
import WorkshopCore

// How participants are called and ordered on the screen.

extension Participant {
  /// What to call somebody with the municipality they come from.
  func called(in workshop: Workshop) -> String {
    let place = municipality.flatMap(workshop.municipality)?.name
    return [label, place].compactMap { $0 }.joined(separator: ", ")
  }

  /// The name with what they do, as far as both are known.
  var fullLabel: String { [name, function].compactMap { $0 }.joined(separator: ", ") }
}

extension Workshop {
  /// People in the order of their municipalities; those of none come last.
  func ordered(_ people: [Participant]) -> [Participant] {
    let order = municipalities.map(\.document)
    let ranked = people.enumerated().map { index, person in
      (person.municipality.flatMap(order.firstIndex) ?? order.count, index, person)
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}

extension Content {
  /// Where somebody stands, in a word.
  func word(for standing: Standing?) -> String {
    switch standing {
    case .formal: word("formal.adjective")
    case .informal: word("informal.adjective")
    case .both: word("side-both")
    case .neither: word("side-none")
    case .researcher: word("researcher")
    case nil: word("side-unknown")
    }
  }

  /// Where somebody stands, in one letter; a question mark where that was not stated.
  func letter(for standing: Standing?) -> String {
    switch standing {
    case .formal: word("formal.letter")
    case .informal: word("informal.letter")
    case .both: word("side-both.letter")
    case .neither: "–"
    case .researcher: word("researcher.letter")
    case nil: "?"
    }
  }
}
