import WorkshopContent
import WorkshopCore

/// A clock within the clock of an item, such as the one of a single pitch.
struct InnerClock: Sendable, Equatable {
  /// What it stands under in the item's record.
  let id: String
  /// Whose time it is, in words.
  let name: String
  /// The planned minutes; `nil` if none are planned.
  let minutes: Int?
}

extension WorkshopScreen {
  /// The inner clock that is shown: the one that runs, or else the one that its key would start.
  var shownInnerClock: (inner: InnerClock, clock: ItemClock)? {
    guard let item else { return nil }
    let running = stage.innerClocks(self).first { item.clocks[$0.id]?.isRunning ?? false }
    guard let inner = running ?? stage.innerClock(self) else { return nil }
    return (inner, item.clocks[inner.id] ?? ItemClock())
  }

  /// Starts or halts the clock of the shown item; another that runs ends with that.
  ///
  /// A clock within it halts when it halts.
  mutating func toggleClock(now: WallTime) -> [Effect] {
    guard let item, !item.isOutside else { return [] }
    let isRunning = item.clock.isRunning
    var steps = isRunning ? [] : ending(allBut: item, now: now)
    let clocks =
      isRunning ? item.clocks.mapValues { $0.isRunning ? $0.toggled(at: now) : $0 } : item.clocks
    steps.append(item.step(clock: item.clock.toggled(at: now), clocks: clocks))
    return commit(steps, label: content.word(isRunning ? "clock.paused" : "clock.runs"))
  }

  /// Starts or halts the clock of a turn within the shown item.
  ///
  /// Another turn that runs ends with that, and the clock of the item starts if it stood still.
  mutating func toggleInnerClock(now: WallTime) -> [Effect] {
    guard let item, !item.isOutside, let inner = stage.innerClock(self) else {
      say(content.word("turn.nobodys"))
      return []
    }
    let isRunning = item.clocks[inner.id]?.isRunning ?? false
    var clocks = item.clocks
    if !isRunning {
      clocks = clocks.mapValues { $0.isRunning ? $0.stopped(at: now) : $0 }
    }
    clocks[inner.id] = (clocks[inner.id] ?? ItemClock()).toggled(at: now)
    // A team times its own turns; when the programme goes on is the facilitator's.
    let startsItem = !isRunning && !item.clock.isRunning && team == nil
    var steps = startsItem ? ending(allBut: item, now: now) : []
    steps.append(
      item.step(clock: startsItem ? item.clock.toggled(at: now) : item.clock, clocks: clocks))
    let words = content.word(isRunning ? "clock.paused" : "clock.runs")
    return commit(steps, label: "\(inner.name): \(words)")
  }

  /// Ends the turn that runs, or else the one that is shown, and goes to who has not been yet.
  ///
  /// Who comes next begins with all of their time; their clock runs if the one before did.
  mutating func nextTurn(now: WallTime) -> [Effect] {
    let turns = turns
    guard let item, !item.isOutside, !turns.all.isEmpty else {
      say(content.word("turn.nobodys"))
      return []
    }
    var clocks = item.clocks
    let ending = turns.running ?? turns.shown
    let next = turns.following(ending)
    if let ending {
      let clock = clocks[turns.all[ending].id] ?? ItemClock()
      if clock.isRunning, let next {
        let id = turns.all[next].id
        clocks[id] = (clocks[id] ?? ItemClock()).toggled(at: now)
      }
      if clock.ended == nil { clocks[turns.all[ending].id] = clock.stopped(at: now) }
    }
    let who = ending.map { turns.all[$0].name } ?? ""
    let effects =
      clocks == item.clocks
      ? []
      : commit(
        [item.step(clock: item.clock, clocks: clocks)],
        label: content.word("turn.had", ["who": who]))
    say(next.map { turns.all[$0].name } ?? content.word("turn.all-had"))
    return effects + stage.show(turn: next.map { turns.all[$0].id }, on: &self)
  }

  /// Gives the turn that runs a minute more, or else the shown item.
  mutating func addMinute() -> [Effect] {
    guard let item, !item.isOutside else { return [] }
    var clock = item.clock
    var clocks = item.clocks
    if let (inner, running) = shownInnerClock, running.isRunning {
      clocks[inner.id]?.added += 1
    } else {
      clock.added += 1
    }
    return commit([item.step(clock: clock, clocks: clocks)], label: content.word("key.+"))
  }

  /// The steps that end what runs in other items.
  func ending(allBut item: ProgrammeItem, now: WallTime) -> [Scribe.Step] {
    workshop.items.filter { $0.id != item.id && $0.clock.isRunning }.map { other in
      other.step(
        clock: other.clock.stopped(at: now),
        clocks: other.clocks.mapValues { $0.isRunning ? $0.stopped(at: now) : $0 })
    }
  }
}
