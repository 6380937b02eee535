import WorkshopContent
import WorkshopCore

extension WorkshopScreen {
  /// The texts of the shown item, its own or as built in.
  var texts: ItemTexts { content.texts(of: item ?? .outside) }

  /// The phase of the shown item; `nil` for an item without phases.
  var phase: ProgrammePhase? {
    let phases = texts.phases
    guard item != nil, !phases.isEmpty else { return nil }
    return phases[min(max(0, phaseIndex), phases.count - 1)]
  }

  /// The place of the phase of the shown item among its phases, as remembered or as the stage tells it.
  var phaseIndex: Int {
    stage.phaseIndex(self) ?? item.flatMap { memory.phases[$0.id.text] } ?? 0
  }

  /// The title of the item that is shown.
  var itemTitle: String {
    guard let item else { return "" }
    return item.isOutside ? content.word("outside-programme") : item.title
  }

  /// The line that tells the room what happens now.
  var nowLine: String {
    stage.nowLine(self) ?? phase?.now ?? texts.now
  }

  /// The group that the title names: the one for which a new note would be written, where it names one.
  var namedGroup: String? {
    guard let named = stage.namedGroup(self) else { return nil }
    let boxes = stage.boxes(self)
    guard let box = boxes.indices.contains(focus.box) ? boxes[focus.box] : boxes.first else {
      return named
    }
    return stage.draft(in: box, self).group ?? named
  }

  /// The group chosen for the shown item; `nil` lets the stage decide.
  var chosenGroup: String? {
    if let team { return team.text }
    guard let item, let id = memory.groups[item.id.text], !id.isEmpty else { return nil }
    return id
  }

  /// What the stage of the shown item remembers under a name of its own.
  func choice(_ name: String) -> String? {
    item.flatMap { memory.choices[$0.id.text]?[name] }
  }

  /// Remembers something for the stage of the shown item; `nil` forgets it.
  mutating func choose(_ name: String, _ value: String?) -> [Effect] {
    guard let item else { return [] }
    memory.choices[item.id.text, default: [:]][name] = value
    return [.remember(memory)]
  }

  /// How many minutes the day that is shown is behind (positive) or ahead at the item that runs.
  ///
  /// `nil` while nothing runs that has a planned start, and where another day is shown: its delay is not
  /// this one's.
  func minutesBehind(now: WallTime) -> Int? {
    guard let behind = Timetable.behind(workshop.items, now: now) else { return nil }
    guard let item, !item.isOutside, item.day != behind.day else { return behind.minutes }
    return nil
  }
}
