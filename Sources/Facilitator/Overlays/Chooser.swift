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
  let choices: [Choice]
  /// The one with the cursor.
  var selection: Int

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
    let last = max(0, chooser.choices.count - 1)
    switch key {
    case "Up", "C-p", "S-Tab": chooser.selection = max(0, chooser.selection - 1)
    case "Down", "C-n", "Tab": chooser.selection = min(last, chooser.selection + 1)
    case "PageUp": chooser.selection = max(0, chooser.selection - 10)
    case "PageDown": chooser.selection = min(last, chooser.selection + 10)
    case "Home": chooser.selection = 0
    case "End": chooser.selection = last
    case "Esc", "q":
      overlay = nil
      return []
    case "C-c": return [.quit]
    case "C-z": return [.suspend]
    case "Enter", "Space":
      overlay = nil
      guard chooser.choices.indices.contains(chooser.selection) else { return [] }
      let choice = chooser.choices[chooser.selection]
      switch chooser.purpose {
      case Self.groupPurpose: return choose(group: choice)
      case Self.pastePurpose: return takeIn(pasted, as: choice)
      default: return stage.choose(choice, for: chooser.purpose, on: &self)
      }
    default: return []
    }
    overlay = .chooser(chooser)
    return []
  }

  private mutating func choose(group: Choice) -> [Effect] {
    guard let item else { return [] }
    memory.groups[item.id.text] = group.id
    if let box = boxes.firstIndex(where: { $0.group == group.id }) { focus.box = box }
    say(group.name)
    return [.remember(memory)]
  }
}
