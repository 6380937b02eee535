extension ProgrammeItem {
  /// The step that writes down what changed in the clock of the item and in those within it.
  public func step(clock: ItemClock, clocks: [String: ItemClock]) -> Scribe.Step {
    var set: JSONObject = [:]
    if clock != self.clock { set[Field.clock] = clock.value }
    for (id, clock) in clocks where clock != self.clocks[id] {
      set[Field.clock(of: id)] = clock.value
    }
    return Scribe.Step(.session, SessionCollection.items, id, set: set)
  }
}

extension Workshop {
  /// The steps that halt every clock that runs, as if somebody had paused it.
  public func haltingClocks(at now: WallTime) -> [Scribe.Step] {
    items.filter(\.clock.isRunning).map { item in
      item.step(
        clock: item.clock.toggled(at: now),
        clocks: item.clocks.mapValues { $0.isRunning ? $0.toggled(at: now) : $0 })
    }
  }
}
