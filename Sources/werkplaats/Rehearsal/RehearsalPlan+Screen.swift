import SessionStore
import WorkshopContent
import WorkshopCore

extension RehearsalPlan {
  /// Runs the rehearsal on this terminal until somebody leaves, and says what became of it.
  ///
  /// - Parameters:
  ///   - activity: The activity to begin at; `nil` for the first item.
  ///   - pace: How many contributions others make in a minute.
  ///   - kept: The folder in which the rehearsal stays; `nil` for one that is thrown away.
  func run(at activity: ActivityKind?, pace: Int, keptIn kept: SessionFolder?) throws {
    HeldSignals.hold()
    defer { HeldSignals.letThrough() }
    guard let kept else { return try runThrowingAway(at: activity, pace: pace) }
    let clock = clock(at: activity)
    let contributions = try run(in: kept, memory: nil, clock, at: activity, pace: pace)
    try haltClocks(in: kept, clock.surroundings)
    say("rehearsal.kept", contributions, ["path": VisibleText.line(kept.path)])
  }

  private func runThrowingAway(at activity: ActivityKind?, pace: Int) throws {
    let temporary = try ThrowAwayFolder()
    let folder: SessionFolder
    let result: Result<Int, any Error>
    do {
      folder = SessionFolder(try SessionLocation("\(temporary.path)/\(name)"))
      result = .success(
        try run(
          in: folder, memory: "\(temporary.path)/state", clock(at: activity), at: activity,
          pace: pace))
    } catch {
      result = .failure(error)
    }
    try temporary.remove()
    switch result {
    case .success(let contributions): say("rehearsal.over", contributions)
    // What could not be written into a folder that is gone is no loss.
    case .failure(is UnsavedNotes), .failure(is LeftInHaste): say("rehearsal.over", 0)
    case .failure(let error): throw error
    }
  }

  /// Makes the session, opens the screen on it, and tells how often others contributed.
  private func run(
    in folder: SessionFolder, memory: String?, _ clock: RehearsalClock,
    at activity: ActivityKind?, pace: Int
  ) throws -> Int {
    var scribe = Scribe(surroundings: clock.surroundings)
    try folder.create(
      rehearsal.opening(of: workshop, title: title, people: people, scribe: &scribe))
    let driver = RehearsalDriver(
      rehearsal, folder: folder, surroundings: clock.surroundings, pace: pace)
    driver.start()
    let front = FrontEnd(
      sessions: sessions,
      opening: FrontEnd.Opening(folder: folder, activity: activity, memory: memory),
      clock: clock, leaving: HeldSignals.hold)
    let unsaved = Result { try front.run() }
    let contributions = driver.stop()
    let left = try unsaved.get()
    if !left.isEmpty { throw UnsavedNotes(unsaved: left) }
    return contributions
  }

  /// A clock that stands at the time of the item it begins at, whatever the time is: a rehearsal in
  /// the evening is not eleven hours late.
  private func clock(at activity: ActivityKind?) -> RehearsalClock {
    let clock = RehearsalClock()
    let items = workshop.items.filter { !$0.isSkipped }
    if let first = items.first(where: { activity == nil || $0.kind == activity }),
      let minute = first.start.flatMap(Timetable.minute)
    {
      clock.put(day: first.day, minute: minute, mayGoBack: true)
    }
    return clock
  }

  /// Halts the clocks that run, since the time of the rehearsal ends with it.
  private func haltClocks(in folder: SessionFolder, _ surroundings: Surroundings) throws {
    let documents = try folder.load().documents
    var scribe = Scribe(surroundings: surroundings)
    for document in documents.values { scribe.observe(document) }
    let steps = Workshop(documents: documents.values).haltingClocks(at: surroundings.wallTime)
    if !steps.isEmpty { try folder.save(scribe.edit(steps, knowing: documents).changes) }
  }

  private func say(_ key: String, _ contributions: Int, _ values: [String: String] = [:]) {
    var values = values
    values["name"] = VisibleText.line(name)
    let line = content.word(key, count: contributions, values)
    // Where the terminal is gone there is nobody to tell.
    try? StandardOutput.write(line: line)
  }
}
