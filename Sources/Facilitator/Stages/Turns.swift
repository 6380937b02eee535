import TextScreen
import WorkshopContent
import WorkshopCore

extension Action {
  static let nextTurn = Action("next-turn")
  static let moveEarlier = Action("move-earlier")
  static let moveLater = Action("move-later")
}

/// Those who come to the front one after another: whose turn it is, who has been, who comes.
struct Turns: Sendable {
  /// Everybody in the order of turns.
  let all: [InnerClock]
  /// The place of the one whose turn is shown; `nil` for nobody in particular.
  let shown: Int?
  private let clocks: [String: ItemClock]

  init(_ screen: WorkshopScreen) {
    all = screen.stage.innerClocks(screen)
    let id = screen.stage.innerClock(screen)?.id
    shown = all.firstIndex { $0.id == id }
    clocks = screen.item?.clocks ?? [:]
  }

  /// The place of the one whose clock runs; `nil` if none does.
  var running: Int? { all.firstIndex { clocks[$0.id]?.isRunning ?? false } }

  /// Who has not been yet: the first after a place, or else the first of all; `nil` if nobody is left.
  func following(_ place: Int?) -> Int? {
    let start = place.map { $0 + 1 } ?? 0
    let order = Array(start..<max(start, all.count)) + Array(0..<min(start, all.count))
    return order.first { $0 != place && !hasBeen($0) }
  }

  /// Tells whether somebody has had their turn.
  private func hasBeen(_ place: Int) -> Bool { clocks[all[place].id]?.ended != nil }

  /// The names with a dot for whose clock runs, a check for who has been, and else a number.
  var tabs: [String] {
    all.enumerated().map { index, turn in
      let mark = clocks[turn.id]?.isRunning == true ? "●" : hasBeen(index) ? "✓" : "\(index + 1)"
      return "\(mark) \(turn.name)"
    }
  }

  /// The place in the round, and who comes next: `2 van 4 · volgende: …`.
  func line(_ content: Content) -> String? {
    guard let shown else { return nil }
    let place = content.word(
      "turn.round", ["number": String(shown + 1), "all": String(all.count)])
    guard let next = following(shown) else { return place }
    return place + " · " + content.word("turn.next", ["who": all[next].name])
  }
}

extension KeyTable {
  /// The keys of a stage where somebody comes to the front after somebody else.
  static func turns(_ scope: Scope) -> [Binding] {
    [
      innerClock(scope),
      bind(.nextTurn, scope, "v", rank: 25, label: "key.next-turn"),
      bind(.moveEarlier, scope, "<", rank: 78, label: "key.<", shown: "< >"),
      bind(.moveLater, scope, ">"),
    ]
  }
}

extension WorkshopScreen {
  /// Those who come to the front in the shown item.
  var turns: Turns { Turns(self) }

  /// Whose turn is shown while the clock of somebody else's runs; `nil` where these are the same.
  var turnBesideClock: String? {
    let turns = turns
    guard let shown = turns.shown, let running = turns.running, shown != running else { return nil }
    return turns.all[shown].id
  }

  /// Moves the one whose turn is shown to another place in the order of turns.
  mutating func moveTurn(by distance: Int) -> [Effect] {
    let turns = turns
    guard let item, !item.isOutside, team == nil, let shown = turns.shown else {
      say(content.word(team == nil ? "turn.nobodys" : "programme.fixed"))
      return []
    }
    guard turns.all.indices.contains(shown + distance) else {
      say(content.word(distance < 0 ? "turn.is-first" : "turn.is-last"))
      return []
    }
    var order = turns.all.map(\.id)
    order.swapAt(shown, shown + distance)
    let label = content.word("turn.order")
    say(label)
    return commit(
      [
        Scribe.Step(
          .session, SessionCollection.items, item.id,
          set: [ProgrammeItem.Field.order: .texts(order)])
      ], label: label)
  }
}
