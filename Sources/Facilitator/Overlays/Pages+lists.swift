import TextScreen
import WorkshopContent

// What the keys do in the lists that lie over the stage; these have keys of their own beside the one key table.

extension Pages {
  /// The keys while it shows who sits where.
  static func seatsKeys(_ content: Content) -> [KeyLine.Hint] {
    hints(
      [
        (["Tab", "S-Tab"], "seats.keys.form"), (["m", "2", "9"], "seats.keys.make"),
        (["Left", "Right"], "seats.keys.move"),
      ], leaving: "W", content)
  }

  /// The keys while the programme is changed.
  static func programmeKeys(_ content: Content) -> [KeyLine.Hint] {
    hints(
      [
        (["Enter"], "programme.keys.show"), (["e"], "programme.keys.edit"),
        (["n"], "programme.keys.add"), (["x"], "programme.keys.skip"),
        (["K", "J"], "programme.keys.move"),
      ], leaving: "P", content)
  }

  /// Keys of a list with what each does, and behind them those that every such list has.
  private static func hints(
    _ own: [(keys: [Key], word: String)], leaving: Key, _ content: Content
  ) -> [KeyLine.Hint] {
    let common: [(keys: [Key], word: String)] = [
      (["Up", "Down"], "list.keys.arrows"), (["u", "C-r"], "list.keys.undo"),
      (["b"], "action.blank"), (["Esc", leaving], "list.keys.leave"),
      (["[", "]", "/", "r", "s", "l", "H", "D", "!"], "list.keys.on"), (["?"], "action.help"),
    ]
    return (own + common).map { keys, word in
      let names = keys.map { KeyNames.text($0, content) }.joined(separator: " ")
      return KeyLine.Hint(key: names.replacing("2 9", with: "2-9"), word: content.word(word))
    }
  }
}
