import TextScreen
import WorkshopContent
import WorkshopCore

/// The clock of an item as the room reads it: a bar and the time that is left.
struct ClockFace {
  /// The words, for instance `18:42` or `02:10 over de tijd`.
  let text: String
  /// How much of the planned time has passed, from 0 to 1; `nil` where nothing is planned.
  let share: Double?
  /// Its look: a warning once time is up.
  let style: Style

  /// Reads the clock of an item; `nil` if there is nothing to show.
  init?(_ item: ProgrammeItem, now: WallTime, content: Content) {
    self.init(item.clock, of: item.minutes, now: now, content: content)
  }

  /// Reads a clock of so many planned minutes; `nil` if there is nothing to show.
  init?(_ clock: ItemClock, of minutes: Int?, now: WallTime, content: Content) {
    guard let minutes else {
      guard clock.began != nil else { return nil }
      text = Self.time(clock.elapsed(now: now.seconds))
      share = nil
      style = Style(clock.isRunning ? .accent : .quiet, bold: clock.isRunning)
      return
    }
    let total = (minutes + clock.added) * 60
    guard clock.began != nil else {
      text = "\(minutes + clock.added) \(content.word("minutes"))"
      share = nil
      style = Style(.quiet)
      return
    }
    let left = clock.left(of: minutes, now: now.seconds)
    share = total > 0 ? min(1, Double(total - left) / Double(total)) : 1
    if clock.ended != nil && !clock.isRunning {
      text = "✓ " + Self.time(clock.spent)
      style = Style(.quiet)
    } else if left < 0 {
      text = content.word("clock.over", ["time": Self.time(-left)])
      style = Style(.warning, bold: true)
    } else {
      text = Self.time(left) + (clock.isRunning ? "" : " " + content.word("clock.paused"))
      style = Style(clock.isRunning ? .accent : .quiet, bold: clock.isRunning)
    }
  }

  /// Seconds as `18:42`, or with hours as `1:05:00`.
  static func time(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, rest) = seconds.quotientAndRemainder(dividingBy: 3600)
    let clock = "\(two(rest / 60)):\(two(rest % 60))"
    return hours > 0 ? "\(hours):" + clock : clock
  }

  /// The columns it takes with a bar of some width.
  func columns(bar: Int) -> Int {
    TextWidth.columns(of: text) + (share == nil || bar == 0 ? 0 : bar + 1)
  }

  /// Draws it so that it ends before a column.
  func draw(endingAt point: Point, bar: Int, on frame: inout Frame) {
    let used = frame.putRight(text, endingAt: point, style: style)
    guard let share, bar > 0 else { return }
    let full = Int((share * Double(bar)).rounded(.down))
    let end = Point(column: point.column - used - 1, row: point.row)
    frame.putRight(
      String(repeating: "▰", count: full) + String(repeating: "▱", count: bar - full),
      endingAt: end, style: style)
  }
}
