/// Both days of a rehearsal, played from beginning to end in no time.
///
/// Every item of the programme gets what it is for. The clocks begin and end at minutes as they might
/// be: some items take longer than planned, some less. All of it lies in the past.
public struct RehearsalPlay: Sendable {
  /// The workshop as it is at the end.
  public private(set) var workshop = Workshop()
  /// All that was written, in order.
  public private(set) var changes: [Change] = []
  private let rehearsal: Rehearsal
  private var scribe: Scribe
  /// The beginning of the first day in milliseconds since 1970.
  private let firstDay: Int64
  private let offset: Int
  /// Milliseconds since the beginning of the first day.
  private var now: Int64 = 0

  private static let day: Int64 = 86_400_000
  private static let minute: Int64 = 60_000

  /// Plays a workshop with the programme of another one.
  public init(
    _ rehearsal: Rehearsal, of other: Workshop, title: String, people: Int,
    surroundings: Surroundings
  ) {
    self.rehearsal = rehearsal
    let (milliseconds, offset) = surroundings.now()
    let days = Int64(max(1, other.items.map(\.day).max() ?? 1))
    let today = WallTime(seconds: milliseconds / 1000, offset: offset).wholeDay
    firstDay = today.seconds * 1000 - days * Self.day
    self.offset = offset
    scribe = Scribe(surroundings: surroundings)
    // The list is made on the evening before.
    now = -4 * 60 * Self.minute
    let moment = moment
    write(
      rehearsal.opening(of: other, title: title, people: people, scribe: &scribe, now: moment))
    for item in workshop.items where !item.isSkipped { play(item.id) }
  }

  private var moment: (milliseconds: Int64, offset: Int) { (firstDay + now, offset) }

  private var wallTime: WallTime {
    WallTime(seconds: (firstDay + now) / 1000, offset: offset)
  }

  private mutating func write(_ changes: [Change]) {
    workshop.apply(changes)
    self.changes += changes
  }

  // MARK: An item

  private mutating func play(_ id: RecordID) {
    guard let item = workshop.item(id) else { return }
    now = start(of: item)
    let scene = RehearsalScene(
      workshop, item: item, setting: rehearsal.setting, seed: rehearsal.seed, isAsked: true)
    let planned = item.minutes ?? 15
    // Between a seventh less and a fifth more than planned; meals are more punctual.
    let share =
      86 + scene.number("minutes", below: RehearsalActs.act(for: item.kind) == nil ? 20 : 35)
    let real = max(1, planned * share / 100)
    var clock = item.clock.toggled(at: wallTime)
    // Half of those who run over are given the minutes.
    if real > planned, scene.number("added", below: 2) == 0 { clock.added = real - planned }
    set(clock, of: id)
    let begin = now
    let length = Int64(real) * Self.minute
    let moves = rehearsal.moves(in: item, of: workshop, isAsked: true)
    for (index, move) in moves.enumerated() {
      now = begin + length * Int64(index + 1) / Int64(moves.count + 1)
      take(move.turn, in: id)
      if let rest = workshop.remainder(of: move) {
        let moment = moment
        write(rest.changes(by: &scribe, knowing: workshop.documents, now: moment))
      }
    }
    now = begin + length
    take(nil, in: id)
    if let clock = workshop.item(id)?.clock { set(clock.stopped(at: wallTime), of: id) }
  }

  /// When an item begins: at its time, or when the one before it has ended.
  private func start(of item: ProgrammeItem) -> Int64 {
    let day = Int64(max(1, item.day) - 1) * Self.day
    let planned = item.start.flatMap(Timetable.minute).map { day + Int64($0) * Self.minute }
    // The first day begins at nine where nobody said when.
    return max(now, planned ?? max(day + 9 * 60 * Self.minute, now))
  }

  private mutating func set(_ clock: ItemClock, of id: RecordID) {
    guard let item = workshop.item(id) else { return }
    write(item.step(clock: clock, clocks: item.clocks))
  }

  /// Ends the turn that runs and begins another one, if it is another.
  private mutating func take(_ turn: String?, in id: RecordID) {
    guard let item = workshop.item(id) else { return }
    let running = item.clocks.first { $0.value.isRunning }
    guard running?.key != turn else { return }
    var clocks = item.clocks
    if let running { clocks[running.key] = running.value.stopped(at: wallTime) }
    if let turn { clocks[turn] = (clocks[turn] ?? ItemClock()).toggled(at: wallTime) }
    write(item.step(clock: item.clock, clocks: clocks))
  }

  private mutating func write(_ step: Scribe.Step) {
    let moment = moment
    write(scribe.edit([step], knowing: workshop.documents, now: moment).changes)
  }
}
