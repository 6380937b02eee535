import TextScreen
import WorkshopContent
import WorkshopCore

extension WorkshopScreen {
  /// Tells whether a mark may be taken away together with notes in people's own words.
  ///
  /// The first press asks, with how many there are; the second does it. Without such notes there is nothing to
  /// ask.
  mutating func mayTakeAway(_ words: [Note], at place: String, of group: String, by key: Key)
    -> Bool
  {
    let question = Question.takeAway(place: place, group: group)
    guard !words.isEmpty, asked != question else { return true }
    asking = question
    let keyName = key == "Space" ? content.word("keyname.space") : key.description
    say(
      content.word(
        "status.words-go", ["key": keyName, "notes": content.word("notes", count: words.count)]),
      as: .warning)
    return false
  }
}
