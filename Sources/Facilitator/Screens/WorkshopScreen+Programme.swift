import WorkshopContent
import WorkshopCore

extension WorkshopScreen {
  /// The texts of the shown item, its own or as built in.
  var texts: ItemTexts { content.texts(of: item ?? .outside) }

  /// The phase of the shown item; `nil` for an item without phases.
  var phase: ProgrammePhase? {
    let phases = texts.phases
    guard let item, !phases.isEmpty else { return nil }
    let index = memory.phases[item.id.text] ?? 0
    return phases[min(max(0, index), phases.count - 1)]
  }

  /// The title of the item that is shown.
  var itemTitle: String {
    guard let item else { return "" }
    return item.isOutside ? content.word("outside-programme") : item.title
  }

  /// The line that tells the room what happens now.
  var nowLine: String {
    phase?.now ?? texts.now
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

  /// How many minutes the programme is behind (positive) or ahead at the item that runs.
  ///
  /// `nil` while nothing runs that has a planned start.
  func minutesBehind(now: WallTime) -> Int? {
    guard let item = workshop.items.first(where: { $0.clock.isRunning }),
      let start = item.start.flatMap(Self.minutes), let began = item.clock.began
    else { return nil }
    let real = Self.minutes(began.hourAndMinute) ?? start
    var late = real - start
    if let planned = item.minutes {
      let over = -item.clock.left(of: planned, now: now.seconds)
      // Added minutes were planned on the spot, but the next item still starts later for them.
      late += item.clock.added + max(0, over / 60)
    }
    return late
  }

  private static func minutes(_ time: String) -> Int? {
    let parts = time.split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
  }
}
