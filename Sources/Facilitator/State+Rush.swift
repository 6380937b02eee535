import TextScreen
import WorkshopContent
import WorkshopCore

// Letters that came in faster than anybody types are no commands, unless text is being typed.

extension State {
  /// Tells whether letters are typed into a field.
  var isTyping: Bool {
    switch screen {
    case .workshop(let workshop): workshop.isTyping
    case .form: true
    case .opening, .picker, .refused: false
    }
  }

  /// Takes in keys that came fast: text is offered as a note, and what else there is are keys.
  mutating func takeRush(_ events: [InputEvent]) -> [Effect] {
    var effects: [Effect] = []
    var rest = events[...]
    while let event = rest.first, !isLeaving {
      if !isTyping, let burst = Burst(rest, isCommand: isCommand) {
        rest = rest.dropFirst(burst.count)
        effects += take(burst)
      } else {
        rest = rest.dropFirst()
        effects += handle(.input(event))
      }
    }
    return effects
  }

  /// Tells whether a key does something on this screen.
  private func isCommand(_ key: Key) -> Bool {
    guard case .workshop(let workshop) = screen, workshop.overlay == nil else { return true }
    return KeyTable.standard.action(for: key, in: workshop.stage.scope) != nil
  }

  private mutating func take(_ burst: Burst) -> [Effect] {
    // Outside a workshop there is nothing that it could be a note of.
    guard case .workshop(var workshop) = screen else { return [] }
    screen = .opening
    let effects = workshop.takeIn(burst)
    screen = .workshop(workshop)
    settle()
    return effects
  }
}

extension WorkshopScreen {
  /// Tells whether letters are typed into a field.
  var isTyping: Bool {
    if isBlank { return false }
    return switch overlay {
    case .editor, .form, .search: true
    case .programme(let editor): editor.form != nil
    case .chooser, .seats, .history, .pager, .people, .report, nil: false
    }
  }

  /// Offers what was typed without `n` as a note; where something else is open or the wall is blank it waits.
  mutating func takeIn(_ burst: Burst) -> [Effect] {
    if overlay == nil, !isBlank {
      message = nil
      let effects = takeIn(burst.text)
      if case .editor = overlay { say(content.word("burst.offered")) }
      return effects
    }
    guard var note = freshNote(), burst.text.fits(Limits.text) else { return [] }
    note.text = burst.text
    memory.draft = ScreenMemory.Draft(note: note)
    memory.leaveDraft()
    say(content.word("burst.left"))
    return [.remember(memory)]
  }
}
