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
  mutating func takeRush(_ arrived: [InputEvent]) -> [Effect] {
    var effects: [Effect] = []
    // What is no key cuts no text in two, of which the rest would be typed.
    let others = arrived.filter(\.isAbout)
    for event in others { effects += handle(.input(event)) }
    let events = others.isEmpty ? arrived : arrived.filter { !$0.isAbout }
    var next = 0
    // As far as this it is known that no burst begins: what has been read is not read again for each key.
    var known = 0
    while next < events.count, !isLeaving {
      if next >= known, !isTyping {
        switch Burst.read(events[next...]) {
        case .burst(let burst):
          next += burst.count
          effects += take(burst)
          continue
        case .keys(let count): known = next + count
        }
      }
      if case .key(let key) = events[next], next > 0, events[next - 1] == events[next] {
        effects += handle(.held(key))
      } else {
        effects += handle(.input(events[next]))
      }
      next += 1
    }
    return effects
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
      if case .editor = overlay, message == nil { say(content.word("burst.offered")) }
      return effects
    }
    guard burst.text.fits(Limits.text) else { return sayTooLong() }
    guard var note = freshNote() else { return leaveWithoutBox(burst.text) }
    note.text = burst.text
    memory.take(ScreenMemory.Draft(note: note))
    say(content.word("burst.left"))
    return [.remember(memory)]
  }
}

extension InputEvent {
  /// Tells whether it is about the terminal, and nothing that somebody pressed.
  fileprivate var isAbout: Bool {
    switch self {
    case .resize, .focus: true
    default: false
    }
  }
}
