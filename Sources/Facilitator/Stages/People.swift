import WorkshopContent
import WorkshopCore

// How participants are called and ordered on the screen.

extension Participant {
  /// What to call somebody with the municipality they come from, and with what tells them from others
  /// of the same name.
  func called(in workshop: Workshop) -> String {
    guard workshop.namesakes[id] == nil else { return told(in: workshop) }
    let place = municipality.flatMap(workshop.municipality)?.name
    return [label, place].compactMap { $0 }.joined(separator: ", ")
  }

  /// What to call somebody; who shares that with others is told apart by function, municipality and, if
  /// they share these too, by a number in the order of the list.
  func told(in workshop: Workshop) -> String {
    guard let number = workshop.namesakes[id] else { return label }
    let place = municipality.flatMap(workshop.municipality)?.name
    return [label, toldFunction, place].compactMap { $0 }.joined(separator: ", ")
      + (number > 0 ? " (\(number))" : "")
  }

  /// What stands behind the label, where the municipality is told anyway, for who shares it with others.
  func toldApart(in workshop: Workshop) -> String {
    guard let number = workshop.namesakes[id] else { return label }
    return [label, toldFunction].compactMap { $0 }.joined(separator: ", ")
      + (number > 0 ? " (\(number))" : "")
  }

  /// The name with what they do, and a number where others share these and the municipality.
  func fullTold(in workshop: Workshop) -> String {
    guard let number = workshop.namesakes[id], number > 0 else { return fullLabel }
    return fullLabel + " (\(number))"
  }

  /// The function, unless they are called by it.
  private var toldFunction: String? { name == nil ? nil : function }

  /// The name with what they do, as far as both are known.
  var fullLabel: String { [name, function].compactMap { $0 }.joined(separator: ", ") }
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

  /// What the letters before people's names mean, of those that some people have; `nil` where nobody has one.
  func letters(of people: [Participant]) -> String? {
    let used = Set(people.compactMap(\.standing))
    let meanings = Standing.allCases.filter { used.contains($0) && !$0.sides.isEmpty }
      .map { "\(letter(for: $0)) \(word(for: $0))" }
    return meanings.isEmpty ? nil : meanings.joined(separator: " · ")
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
