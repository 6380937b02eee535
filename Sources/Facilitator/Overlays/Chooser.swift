import TextScreen
import WorkshopContent
import WorkshopCore

/// A list of which one is chosen: a group, a person, a role.
struct Chooser: Sendable {
  /// What it is for, as the one who made it knows it.
  let purpose: String
  /// What is asked, in words.
  let title: String
  /// What has to be known before one chooses.
  let facts: [String]
  /// What can be chosen.
  var choices: [Choice]
  /// The one with the cursor.
  var selection: Int
  /// The text it is about, kept for the one who asked.
  var text = ""

  /// Offers choices, with the cursor on one of them.
  init(
    purpose: String, title: String, facts: [String] = [], choices: [Choice], chosen: String? = nil
  ) {
    self.purpose = purpose
    self.title = title
    self.facts = facts
    self.choices = choices
    selection = choices.firstIndex { $0.id == chosen } ?? 0
  }
}

extension Chooser {
  /// Takes away what can be chosen no more because it was erased.
  mutating func leaveOut(_ erased: Set<RecordID>) {
    let chosen = choices.indices.contains(selection) ? choices[selection] : nil
    choices.removeAll { choice in erased.contains { choice.id.contains($0.text) } }
    selection = choices.firstIndex { $0 == chosen } ?? 0
  }
}

extension WorkshopScreen {
  /// The purpose of the list of groups, which every stage can have.
  private static let groupPurpose = "group"

  /// Opens the list of groups, on the one that is chosen now.
  mutating func startChoosingGroup() {
    let choices = team == nil ? stage.groups(self) : []
    guard !choices.isEmpty else { return say(content.word("group.fixed")) }
    overlay = .chooser(
      Chooser(
        purpose: Self.groupPurpose, title: content.word("group.choose"), choices: choices,
        chosen: chosenGroup ?? ""))
  }

  /// Handles a key while something is chosen.
  mutating func handle(_ event: InputEvent, in chooser: Chooser) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    var chooser = chooser
    let asArrow: [Key: Key] = ["Tab": "Down", "S-Tab": "Up"]
    if let row = (asArrow[key] ?? key).row(from: chooser.selection, of: chooser.choices.count) {
      chooser.selection = row
      overlay = .chooser(chooser)
      return []
    }
    switch key {
    case "Esc", "q":
      let isHolding = isHolding
      overlay = nil
      return isHolding ? leaveHeld() : []
    case "C-c": return [.quit]
    case "C-z": return [.suspend]
    case "Enter", "Space":
      overlay = nil
      guard chooser.choices.indices.contains(chooser.selection) else { return [] }
      return take(chooser.choices[chooser.selection], of: chooser)
    default:
      guard let choice = chooser.choices.first(where: { $0.key == key }) else { return [] }
      overlay = nil
      return take(choice, of: chooser)
    }
  }

  private mutating func take(_ choice: Choice, of chooser: Chooser) -> [Effect] {
    switch chooser.purpose {
    case Self.groupPurpose: choose(group: choice)
    case Self.pastePurpose: takeIn(chooser.text, as: choice)
    case Self.draftsPurpose: goToDraft(choice)
    default: stage.choose(choice, for: chooser.purpose, on: &self)
    }
  }

  private mutating func choose(group: Choice) -> [Effect] {
    guard let item else { return [] }
    memory.groups[item.id.text] = group.id
    if let box = boxes.firstIndex(where: { $0.group == group.id }) { focus.box = box }
    say(group.name)
    return [.remember(memory)]
  }
}
