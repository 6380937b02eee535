import TextScreen
import WorkshopContent
import WorkshopCore

/// Draws a workshop: head, programme, stage, last row, and what lies over the stage.
struct WorkshopDrawing {
  private let view: StageView
  private let chrome: Chrome

  init(_ view: StageView) {
    self.view = view
    chrome = Chrome(view.context.size, for: view.screen.stage)
  }

  /// The columns from which the last row has room for the keys and for where something waits.
  private static let wide = 100

  private var screen: WorkshopScreen { view.screen }
  private var content: Content { view.content }

  func draw(on frame: inout Frame) {
    if screen.isBlank { return drawBlank(&frame) }
    drawHead(&frame)
    drawRules(&frame)
    if let rail = chrome.rail { Rail(view).draw(in: rail, on: &frame) }
    if let folded = chrome.foldedRail { Rail(view).drawFolded(in: folded, on: &frame) }
    drawTitle(&frame)
    if screen.item == nil {
      frame.put(
        content.word("programme.empty"), at: chrome.stageBody.origin, style: Style(.quiet),
        columns: chrome.stageBody.columns)
    } else {
      StrayDrawing(view: view).draw(in: chrome.stageBody, on: &frame)
    }
    OverlayDrawing(view).draw(in: chrome.stage, on: &frame)
    drawFoot(&frame)
  }

  /// A blank wall says only how it comes back, in a corner.
  private func drawBlank(_ frame: inout Frame) {
    let isRehearsal = screen.workshop.info.isRehearsal
    frame.putRight(
      isRehearsal ? content.word("rehearsal") + "  b" : "b",
      endingAt: Point(column: frame.size.columns - 1, row: frame.size.rows - 1),
      style: Style(.quiet))
  }

  // MARK: Head

  private var time: String {
    var parts: [String] = []
    if let item = screen.item, !item.isOutside {
      parts.append(content.word("day", ["number": String(item.day)]))
    }
    parts.append(view.context.now.hourAndMinute)
    if let late = screen.minutesBehind(now: view.context.now) {
      parts.append(
        late > 0
          ? content.word("screen.behind", ["minutes": String(late)])
          : late < 0
            ? content.word("screen.ahead", ["minutes": String(-late)])
            : content.word("screen.on-time"))
    }
    return parts.joined(separator: " · ")
  }

  /// When the second copy was last like the workshop; empty where it is not, which the last row says.
  private var mirrored: String {
    guard let mirror = screen.mirror, mirror.failure == nil else { return "" }
    return mirror.lastWords(content)
  }

  private func drawHead(_ frame: inout Frame) {
    guard chrome.head.rows > 0 else { return }
    let end = Point(column: chrome.head.maxColumn - 1, row: chrome.head.row)
    var title = screen.workshop.info.title
    if title.isEmpty { title = screen.name }
    if let team = screen.team.flatMap(screen.workshop.municipality) { title += " · \(team.name)" }
    var right = time
    // That a second copy is there matters less than the time, and than knowing which workshop it is.
    if !mirrored.isEmpty {
      let both = "\(mirrored) · \(time)"
      let room = chrome.head.columns - TextWidth.columns(of: both) - 4
      if room >= min(TextWidth.columns(of: title), 20) { right = both }
    }
    let used = frame.putRight(right, endingAt: end, columns: chrome.head.columns - 12)
    frame.put(
      title, at: Point(column: 1, row: chrome.head.row),
      style: Style(screen.workshop.info.isRehearsal ? .warning : .normal, bold: true),
      columns: chrome.head.columns - used - 4)
  }

  private func drawRules(_ frame: inout Frame) {
    for (index, row) in chrome.rules.enumerated() {
      frame.horizontalLine(
        at: Point(column: 1, row: row), columns: frame.size.columns - 2, style: Style(.quiet))
      if let rail = chrome.rail {
        frame.put(
          index == 0 ? "┬" : "┴", at: Point(column: rail.maxColumn, row: row), style: Style(.quiet))
      }
    }
    if let rail = chrome.rail {
      frame.verticalLine(
        at: Point(column: rail.maxColumn, row: rail.row), rows: rail.rows, style: Style(.quiet))
    }
  }

  private func drawTitle(_ frame: inout Frame) {
    guard chrome.title.rows > 0, let item = screen.item else { return }
    let row = chrome.title.row
    var used = 0
    if let face = ClockFace(item, now: view.context.now, content: content) {
      let bar = chrome.title.columns >= 50 ? 8 : 0
      face.draw(endingAt: Point(column: chrome.title.maxColumn, row: row), bar: bar, on: &frame)
      used = face.columns(bar: bar) + 2
    }
    // A clock within the clock stands below it, or before it where there is one row only.
    let innerColumns = drawInnerClock(below: chrome.title.rows > 1, used: used, &frame)
    if chrome.title.rows == 1 { used += innerColumns }
    var title = screen.itemTitle
    if let phase = screen.phase { title += " · " + phase.name }
    // Where no row below says it: the clock names somebody else than whose notes these are.
    if chrome.title.rows == 1, screen.turnBesideClock != nil, let group = screen.namedGroup {
      title = "[\(Groups.name(group, workshop: screen.workshop, content: content))] " + title
    }
    frame.put(
      title, at: Point(column: chrome.title.column, row: row),
      style: Style(.normal, bold: true), columns: chrome.title.columns - used)
    guard chrome.title.rows > 1 else { return }
    var now = screen.nowLine
    if let group = screen.namedGroup {
      let name = Groups.name(group, workshop: screen.workshop, content: content)
      now = "[\(name)] " + now
    }
    frame.put(
      now, at: Point(column: chrome.title.column, row: row + 1), style: Style(.accent),
      columns: chrome.title.columns - innerColumns)
  }

  /// Draws the clock of a turn within the item and returns the columns it took.
  private func drawInnerClock(below: Bool, used: Int, _ frame: inout Frame) -> Int {
    guard !screen.stage.showsInnerClock(screen), let (inner, clock) = screen.shownInnerClock,
      let face = ClockFace(clock, of: inner.minutes, now: view.context.now, content: content)
    else { return 0 }
    let bar = below && chrome.title.columns >= 70 ? 8 : 0
    let end = Point(
      column: chrome.title.maxColumn - (below ? 0 : used),
      row: chrome.title.row + (below ? 1 : 0))
    face.draw(endingAt: end, bar: bar, on: &frame)
    let columns = face.columns(bar: bar) + 2
    guard below, chrome.title.columns >= 60 else { return columns }
    let name = frame.putRight(
      inner.name, endingAt: Point(column: end.column - columns + 1, row: end.row),
      style: face.style, columns: 20)
    return columns + name + 1
  }

  // MARK: The last row

  private func drawFoot(_ frame: inout Frame) {
    let row = chrome.foot.row
    var start = 1
    var end = chrome.foot.maxColumn - 1
    let keys = KeyLine(hints)
    var clock = ""
    if chrome.head.rows == 0, !screen.stage.isBare {
      clock = frame.size.columns < 70 ? view.context.now.hourAndMinute : time
      if !mirrored.isEmpty { clock += " · " + mirrored }
    }
    let clockColumns = clock.isEmpty ? 0 : TextWidth.columns(of: clock) + 2
    // Where no title says it, the last row does: nobody must take a rehearsal for the real thing.
    if chrome.head.rows == 0, screen.workshop.info.isRehearsal {
      start +=
        2
        + frame.put(
          content.word("rehearsal"), at: Point(column: start, row: row),
          style: Style(.warning, bold: true))
    }
    if let (text, style) = said {
      // What happened matters more than the time, but the way to all keys stays.
      let room = max(12, end - start - keys.leastColumns)
      if TextWidth.columns(of: text) > room - clockColumns { clock = "" }
      let limit = clock.isEmpty ? room : room - clockColumns
      end -=
        2
        + frame.putRight(text, endingAt: Point(column: end, row: row), style: style, columns: limit)
    }
    if !clock.isEmpty {
      start += 2 + frame.put(clock, at: Point(column: start, row: row), style: Style(.quiet))
    }
    keys.draw(from: start, to: end, row: row, on: &frame)
  }

  /// What just happened; that notes are not on disk stays there until they are.
  private var said: (String, Style)? {
    if case .failing(let problem) = screen.keeping {
      let words = content.word("status.unsaved", ["reason": problem.words(content)])
      return ("! \(words)", Style(.warning, bold: true))
    }
    let failing = screen.mirror?.failureWords(content)
    if let message = screen.message, failing == nil || !message.givesWay {
      let ink: Ink =
        switch message.tone {
        case .good: .good
        case .plain: .accent
        case .warning: .warning
        }
      return (message.text, Style(ink, bold: true))
    }
    if screen.keeping == .pending { return (content.word("status.keeping"), Style(.quiet)) }
    if let words = failing {
      return ("! \(words)", Style(.warning))
    }
    // The keys of the stage matter more than where something waits; D tells that.
    if chrome.foot.columns < Self.wide, let sign = screen.draftSign {
      return (sign, Style(.accent, bold: true))
    }
    // While something is typed on a narrow screen, its keys matter more.
    if let words = screen.draftWords, screen.overlay == nil || chrome.foot.columns >= leastForDraft
    {
      return (words, Style(.accent, bold: true))
    }
    // Made-up participants wait for a clock; until the first one runs that has to be known.
    let workshop = screen.workshop
    if workshop.info.isRehearsal, !workshop.items.contains(where: { $0.clock.began != nil }) {
      return (content.word("rehearsal.begin"), Style(.accent))
    }
    return nil
  }

  /// The columns from which a draft is told beside the keys of what lies on top; those of the groups are more.
  private var leastForDraft: Int {
    if case .seats = screen.overlay { 120 } else { 60 }
  }

  /// Tells whether the last row has a key here: not where it could only say that it does nothing.
  private func isOffered(_ action: Action) -> Bool {
    let isThere =
      switch action {
      case .nextBox: view.boxes.count + (view.strayBox == nil ? 0 : 1) > 1
      case .chooseGroup: screen.team == nil
      default: true
      }
    return isThere && screen.stage.offers(action, screen)
  }

  /// Tells whether nobody would find another box without Tab; empty notes below a list or a page are not missed.
  private var needsTab: Bool {
    view.strayBox != nil
      || view.boxes.enumerated().contains { index, box in
        index != view.selectedBox
          && (index == 0 || box.count > 0 || box.place != nil || box.group != nil)
      }
  }

  private var hints: [KeyLine.Hint] {
    switch screen.overlay {
    case .form(let form): KeyLine.form(form, content)
    case .editor:
      [
        KeyLine.Hint(key: content.word("keyname.enter"), word: content.word("edit.keep")),
        KeyLine.Hint(key: content.word("keyname.esc"), word: content.word("key.esc")),
        KeyLine.Hint(key: "Alt-Enter", word: content.word("edit.new-line")),
      ]
    case .programme(let editor):
      editor.form.map { KeyLine.form($0, content) } ?? KeyLine.programme(content)
    case .seats: KeyLine.seats(content)
    case .history:
      [
        KeyLine.Hint(key: content.word("keyname.enter"), word: content.word("key.bring-back")),
        KeyLine.Hint(key: content.word("keyname.esc"), word: content.word("key.esc")),
        KeyLine.Hint(key: "↑↓", word: content.word("key.arrows")),
      ]
    case .chooser, .search:
      [
        KeyLine.Hint(key: content.word("keyname.enter"), word: content.word("key.enter")),
        KeyLine.Hint(key: content.word("keyname.esc"), word: content.word("key.esc")),
        KeyLine.Hint(key: "↑↓", word: content.word("key.arrows")),
      ]
    case .pager(let pager): KeyLine.hints(pager.scope, content: content)
    case .people(let preview): KeyLine.people(preview, content)
    case .report: KeyLine.hints(.report, content: content)
    case nil:
      // A screen that has one thing to show does not fill its last row with keys either.
      KeyLine.hints(
        screen.stage.scope, content: content, where: isOffered,
        label: { screen.stage.label($0, screen) }
      ).filter { hint in
        !screen.stage.isBare || ["?", "[ ]", "n"].contains(hint.key)
      }.map { hint in
        var hint = hint
        hint.isKept = needsTab && hint.key == content.word("keyname.tab")
        return hint
      }
    }
  }
}
