import WorkshopContent
public import WorkshopCore

/// A clock of a rehearsal that is to start at its time of the programme, whatever the time is now.
public struct RehearsedStart: Sendable, Equatable {
  /// The item that starts.
  public let item: RecordID
  /// The day of the programme, from 1.
  public let day: Int
  /// Minutes since midnight.
  public let minute: Int
  /// Tells whether a turn within the item starts with it.
  let isTurn: Bool
}

extension WorkshopScreen {
  /// Starts or halts a clock, or in a rehearsal asks first that the time be put to that of the item.
  ///
  /// Who tries the two days out does not sit through them: without this, every item would start
  /// hours ahead. Items that were started before, or have no time, start when they start.
  mutating func toggleClock(isTurn: Bool, now: WallTime) -> [Effect] {
    if workshop.info.isRehearsal, let item, !item.isOutside, item.clock.began == nil,
      let minute = item.start.flatMap(Timetable.minute)
    {
      // What runs ends now, and not hours later when the time has been put forward.
      return commit(ending(allBut: item, now: now), label: content.word("clock.paused")) + [
        .putClock(
          RehearsedStart(item: item.id, day: item.day, minute: minute, isTurn: isTurn))
      ]
    }
    return isTurn ? toggleInnerClock(now: now) : toggleClock(now: now)
  }

  /// Starts what waited for its time, unless somebody went on to another item meanwhile.
  mutating func start(_ start: RehearsedStart, now: WallTime) -> [Effect] {
    guard item?.id == start.item, item?.clock.began == nil else { return [] }
    return start.isTurn ? toggleInnerClock(now: now) : toggleClock(now: now)
  }
}
