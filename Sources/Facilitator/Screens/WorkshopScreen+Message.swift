extension WorkshopScreen {
  /// Something that just happened, in words.
  struct Message: Sendable, Equatable {
    enum Tone: Sendable { case good, plain, warning }
    var text: String
    var tone: Tone
    /// Tells whether it came by itself and can be missed, so that a failure that lasts stands in its place.
    var givesWay = false
  }

  /// Says what just happened.
  mutating func say(_ text: String, as tone: Message.Tone = .plain) {
    message = Message(text: text, tone: tone)
  }

  /// Takes in what the files say.
  mutating func take(_ news: StoreNews) -> [Effect] {
    let before = message
    let effects = takeIn(news)
    // What answers a key stays until the next one; but nobody presses any while a stick begins to fail.
    let begins = if case .mirror(.failing) = news { true } else { false }
    if begins || message != before, let tone = message?.tone {
      message?.givesWay = tone != .warning
    }
    return effects
  }
}
