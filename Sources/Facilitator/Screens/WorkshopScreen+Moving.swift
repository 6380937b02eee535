import WorkshopContent
import WorkshopCore

extension WorkshopScreen {
  /// Moves to another box in the order of Tab, round and round.
  mutating func moveBox(by distance: Int) -> [Effect] {
    let count = boxes.count
    guard count > 1 else {
      say(content.word("status.one-box"))
      return []
    }
    focus.box = (min(focus.box, count - 1) + distance + count) % count
    return rememberBox()
  }

  /// Moves to the box beside this one.
  mutating func moveColumn(to column: Int) -> [Effect] {
    let boxes = boxes
    guard let selected = selectedBox, selected.column != column else { return [] }
    let index = min(focus.box, boxes.count - 1)
    let beside = column > selected.column ? index + 1 : index - 1
    guard boxes.indices.contains(beside), boxes[beside].column == column else { return [] }
    focus.box = beside
    return rememberBox()
  }

  /// Moves the cursor among the rows, at the end of a box into the next one of its column.
  mutating func moveNote(by distance: Int, crossing: Bool = true) -> [Effect] {
    guard let box = selectedBox else { return [] }
    let row = min(focus.row(in: box.id), max(0, box.count - 1))
    let target = distance > 0 ? row + min(distance, box.count) : row + max(distance, -row - 1)
    if crossing, !(0..<box.count).contains(target) {
      return cross(distance > 0 ? 1 : -1, from: box)
    }
    focus.setRow(max(0, min(target, box.count - 1)), in: box.id)
    return []
  }

  private mutating func cross(_ direction: Int, from box: StageBox) -> [Effect] {
    let boxes = boxes
    var index = min(focus.box, boxes.count - 1) + direction
    while boxes.indices.contains(index), boxes[index].column != box.column { index += direction }
    guard boxes.indices.contains(index) else { return [] }
    focus.box = index
    focus.setRow(direction > 0 ? 0 : max(0, boxes[index].count - 1), in: boxes[index].id)
    return rememberBox()
  }

  /// The items that can be gone to, with the place of notes outside the programme if it is in use.
  var shownItems: [ProgrammeItem] {
    let isThere = memory.item == ProgrammeItem.outside.id || !workshop.notes.ofItem(nil).isEmpty
    return ((isThere ? [.outside] : []) + workshop.items).filter {
      !$0.isSkipped || $0.id == memory.item
    }
  }

  /// Shows another item of the programme; what is being typed stays as a draft.
  mutating func moveItem(by distance: Int) -> [Effect] {
    let items = shownItems
    guard let index = items.firstIndex(where: { $0.id == memory.item }) else {
      memory.item = items.first?.id
      return [.remember(memory)]
    }
    if index == 0, distance < 0, !items[0].isOutside {
      // Before the first item lies what was prepared, also when nothing of it is there yet.
      memory.item = ProgrammeItem.outside.id
      return [.remember(memory)]
    }
    guard items.indices.contains(index + distance) else {
      say(content.word(distance > 0 ? "status.last-item" : "status.first-item"))
      return []
    }
    memory.item = items[index + distance].id
    return [.remember(memory)]
  }

  /// Goes to the next phase of the item, after the last to the first.
  mutating func nextPhase() -> [Effect] {
    let phases = texts.phases
    guard let item, phases.count > 1 else {
      say(content.word("phase.only"))
      return []
    }
    let next = (phaseIndex + 1) % phases.count
    let box = selectedBox?.id
    memory.phases[item.id.text] = next
    // The cursor stays in its box, or begins anew where a step has other boxes.
    focus.box = boxes.firstIndex { $0.id == box } ?? 0
    say(phases[next].name)
    return rememberBox()
  }

  private mutating func rememberBox() -> [Effect] {
    guard let item else { return [] }
    memory.boxes[item.id.text] = focus.box
    return [.remember(memory)]
  }
}
