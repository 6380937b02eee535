import TextScreen
import WorkshopContent
import WorkshopCore

/// A list of groups to choose from.
struct GroupChooser: Sendable {
  /// The groups.
  let choices: [GroupChoice]
  /// The one with the cursor.
  var selection: Int
}

extension WorkshopScreen {
  /// Opens the list of groups, on the one that is chosen now.
  mutating func startChoosingGroup() {
    let choices = team == nil ? stage.groups(self) : []
    guard !choices.isEmpty else { return say(content.word("group.fixed")) }
    let current = chosenGroup ?? ""
    overlay = .chooser(
      GroupChooser(choices: choices, selection: choices.firstIndex { $0.id == current } ?? 0))
  }

  /// Handles a key while a group is chosen.
  mutating func handle(_ event: InputEvent, in chooser: GroupChooser) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    var chooser = chooser
    switch key {
    case "Up", "C-p": chooser.selection = max(0, chooser.selection - 1)
    case "Down", "C-n", "g", "Tab":
      chooser.selection = min(chooser.choices.count - 1, chooser.selection + 1)
    case "Home": chooser.selection = 0
    case "End": chooser.selection = chooser.choices.count - 1
    case "Esc", "q":
      overlay = nil
      return []
    case "C-c": return [.quit]
    case "C-z": return [.suspend]
    case "Enter", "Space":
      overlay = nil
      guard let item else { return [] }
      let choice = chooser.choices[chooser.selection]
      memory.groups[item.id.text] = choice.id
      if let box = boxes.firstIndex(where: { $0.group == choice.id }) { focus.box = box }
      say(choice.name)
      return [.remember(memory)]
    default: return []
    }
    overlay = .chooser(chooser)
    return []
  }
}
