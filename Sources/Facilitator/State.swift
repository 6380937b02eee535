public import TextScreen
public import WorkshopContent
public import WorkshopCore

/// Everything the front end knows; a frame is worked out from it and from nothing else.
public struct State: Sendable {
  /// The columns and rows there are.
  public internal(set) var size: Size
  /// Where time and ids come from.
  let surroundings: Surroundings
  /// The words and the programme, per language.
  let contents: [Language: Content]
  /// The language of the screens outside a workshop.
  let language: Language
  /// The time at the latest event, by which a frame shows clocks.
  var now: WallTime
  /// What is on the screen.
  var screen: Screen
  /// Tells whether the program is to end.
  public internal(set) var isLeaving = false
  /// Tells whether it was told to end from outside, or by Ctrl-C, so that it must not be waited for.
  public private(set) var isInterrupted = false

  /// What is on the screen.
  enum Screen: Sendable {
    /// Nothing yet: a workshop is being opened.
    case opening
    case picker(PickerScreen)
    case form(NewSessionForm)
    case workshop(WorkshopScreen)
    /// A workshop could not be opened; the words say why.
    case refused(String)
  }

  /// Starts with nothing on the screen.
  ///
  /// - Parameters:
  ///   - contents: The content of each language that can occur; Dutch must be there.
  ///   - language: The language of the screens outside a workshop.
  public init(
    size: Size, surroundings: Surroundings, contents: [Language: Content], language: Language
  ) {
    self.size = size
    self.surroundings = surroundings
    self.contents = contents
    self.language = language
    now = surroundings.wallTime
    screen = .opening
  }

  /// The content in the language on the screen.
  var content: Content? {
    switch screen {
    case .workshop(let workshop): workshop.content
    default: contents[language]
    }
  }
}

extension State {
  /// Takes in one event and says what is to be done outside.
  public mutating func handle(_ event: Event) -> [Effect] {
    now = surroundings.wallTime
    guard let content else { return [] }
    switch event {
    case .input(.resize(let size)):
      self.size = size
      settle()
      return []
    case .input(.interrupted), .input(.closed):
      isLeaving = true
      isInterrupted = true
      return remembering() + [.quit]
    case .input(.focus):
      return []
    case .tick:
      workOn()
      return []
    case .input(.key("C-l")), .held("C-l"):
      return [.repaint]
    case .rush(let events):
      return takeRush(events)
    case .input(.key(let key)), .held(let key):
      let isHeld = if case .held = event { true } else { false }
      let effects = finish(press(.key(key), isHeld: isHeld, content))
      if isLeaving, key == "C-c" { isInterrupted = true }
      return effects
    case .input(.paste(let text)):
      return finish(press(.paste(text), content))
    case .sessions(let sessions):
      if case .picker(var picker) = screen {
        picker.replace(sessions)
        screen = .picker(picker)
      } else {
        screen = .picker(PickerScreen(sessions: sessions))
      }
      return []
    case .opened(let session):
      screen = .workshop(
        WorkshopScreen(session, surroundings: surroundings, contents: contents, content: content))
      settle()
      return session.commands == nil ? [] : remembering() + [.tookInCommands]
    case .refused(let words):
      refuse(words)
      return []
    case .store(let news):
      guard case .workshop(var workshop) = screen else { return [] }
      // The enum would keep a second reference and every change would copy all notes.
      screen = .opening
      let effects = workshop.take(news)
      if let content = contents[workshop.workshop.info.language] { workshop.content = content }
      screen = .workshop(workshop)
      settle()
      return effects
    case .attached(let attachment, let name, let others):
      guard case .workshop(var workshop) = screen else { return [] }
      screen = .opening
      let effects = workshop.take(attachment, named: [name] + others)
      screen = .workshop(workshop)
      settle()
      return effects
    case .notAttached(let refusal):
      guard case .workshop(var workshop) = screen else { return [] }
      workshop.refuse(refusal)
      screen = .workshop(workshop)
      return []
    case .listed(let text):
      guard case .workshop(var workshop) = screen else { return [] }
      screen = .opening
      workshop.offerPeople(in: text)
      let effects: [Effect] = [.remember(workshop.memory)]
      screen = .workshop(workshop)
      settle()
      return effects
    case .notListed(let words):
      if case .workshop(var workshop) = screen {
        workshop.reopenRefused()
        screen = .workshop(workshop)
      }
      refuse(words)
      return []
    case .adopted(let memories):
      guard case .workshop(var workshop) = screen else { return [] }
      workshop.adopt(memories)
      screen = .workshop(workshop)
      return [.remember(workshop.memory), .tookOver]
    case .clockWasPut(let start):
      guard case .workshop(var workshop) = screen else { return [] }
      screen = .opening
      let effects = workshop.start(start, now: now)
      screen = .workshop(workshop)
      settle()
      return effects
    case .report(let news):
      guard case .workshop(var workshop) = screen else { return [] }
      screen = .opening
      let effects = workshop.take(news)
      screen = .workshop(workshop)
      settle()
      return effects
    }
  }

  private mutating func press(_ event: InputEvent, isHeld: Bool = false, _ content: Content)
    -> [Effect]
  {
    switch screen {
    case .opening: return leavingOnly(event)
    case .refused: return leavingOnly(event, anyKey: true)
    case .picker(var picker):
      let effects = picker.handle(event, state: &self, content: content)
      if case .picker = screen { screen = .picker(picker) }
      return effects
    case .form(var form):
      let effects = form.handle(event, state: &self, content: content)
      if case .form = screen { screen = .form(form) }
      return effects
    case .workshop(var workshop):
      screen = .opening
      let context = WorkshopContext(
        now: now, size: size, milliseconds: surroundings.now().milliseconds, isHeld: isHeld)
      let effects = workshop.handle(event, context)
      screen = .workshop(workshop)
      settle()
      return effects
    }
  }

  private func leavingOnly(_ event: InputEvent, anyKey: Bool = false) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    return anyKey || key == "q" || key == "C-c" ? [.quit] : []
  }

  private mutating func finish(_ effects: [Effect]) -> [Effect] {
    if effects.contains(.quit) { isLeaving = true }
    return effects
  }

  private mutating func refuse(_ words: String) {
    switch screen {
    case .picker(var picker):
      picker.problem = words
      screen = .picker(picker)
    case .form(var form):
      form.problem = words
      screen = .form(form)
    case .workshop(var workshop):
      workshop.say(words, as: .warning)
      screen = .workshop(workshop)
    case .opening, .refused:
      screen = .refused(words)
    }
  }

  /// Remembers where the screen stands when the program ends by a signal.
  private func remembering() -> [Effect] {
    if case .workshop(let workshop) = screen { [.remember(workshop.memory)] } else { [] }
  }

  /// Brings the selection of the shown stage into view.
  mutating func settle() {
    guard case .workshop(var workshop) = screen else { return }
    screen = .opening
    workshop.settle(WorkshopContext(now: now, size: size))
    screen = .workshop(workshop)
  }

  /// Goes on with what takes long, behind the keys that came in.
  private mutating func workOn() {
    guard case .workshop(var workshop) = screen, workshop.isAtWork else { return }
    screen = .opening
    workshop.workOn()
    screen = .workshop(workshop)
  }

  /// Milliseconds until a tick is due: until a clock on the screen shows something else, or 0 while something
  /// that takes long goes on; `nil` if there is none.
  public var untilNextTick: Int? {
    guard case .workshop(let workshop) = screen else { return nil }
    if workshop.isAtWork { return 0 }
    let now = surroundings.now().milliseconds
    let step: Int64 = workshop.showsRunningClock ? 1_000 : 60_000
    return Int(step - now % step) + 5
  }
}

/// What a screen needs to know besides itself.
struct WorkshopContext: Sendable {
  let now: WallTime
  let size: Size
  /// The present, in milliseconds since 1970.
  var milliseconds: Int64 = 0
  /// Whether the key that is handled is the same as the one before, and came so soon that it is being held down.
  var isHeld = false
}
