import CNcurses
import CTerminalGuard
import Glibc
public import TextScreen

/// A terminal painted with ncurses.
///
/// It belongs to the thread that made it, and there is one at a time, since ncurses and signal
/// handlers are global. A crash, an exit and a signal all leave the terminal as it was found. What
/// is written to standard error while the terminal is in use appears when it is given back.
public final class CursesTerminal: Terminal {
  /// The columns and rows there are now.
  public private(set) var size: Size
  /// What other threads use to end a wait.
  public var waker: any Waker { pipe }

  /// Bracketed paste and focus reports, which ncurses does not know.
  private static let modesOn = Array("\u{1B}[?2004h\u{1B}[?1004h".utf8)
  private static let modesOff = Array("\u{1B}[?1004l\u{1B}[?2004l".utf8)

  private let device: TerminalDevice
  private let pipe: WakePipe
  private let palette: Palette
  private var input: TerminalInput
  private var screen: OpaquePointer?
  private let output: OutputBuffer
  private var outlet: Outlet
  private var isClosed = false
  private var isReleased = false
  // What the screen shows; nil if everything has to be painted.
  private var painted: Frame?
  private var last: Frame?
  private var announced: Size
  // Whether the last frame waits until the terminal takes something again.
  private var isBehind = false

  /// Takes the terminal the program was started in.
  ///
  /// - Throws: `TerminalError` if there is none, if its type is unknown, or if no UTF-8 locale
  ///   can be had. The terminal is untouched then.
  public convenience init() throws(TerminalError) {
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    let noColor = getenv("NO_COLOR").map { String(cString: $0) }
    try self.init(device: TerminalDevice.find(), type: type, noColor: noColor)
  }

  /// Takes any pair of files for a terminal of a type; tests give it files that are none.
  init(device: TerminalDevice, type: String, noColor: String?) throws(TerminalError) {
    try UTF8Locale.set()
    self.device = device
    pipe = try WakePipe()
    input = TerminalInput(descriptor: device.input, pipe: pipe)
    outlet = Outlet(to: device.output)
    // Before ncurses starts, so that it leaves these signals alone.
    ctg_watch_signals(pipe.writeEnd)
    do {
      output = try OutputBuffer()
    } catch {
      ctg_unwatch_signals()
      outlet.close()
      throw error
    }
    CursesTerminal.boundEnvironment()
    screen = newterm(type, output.stream, output.stream)
    guard screen != nil, cn_has_string("cup") != 0 else {
      // What ncurses may have to say to such a terminal stays in the buffer.
      if let screen {
        endwin()
        delscreen(screen)
      }
      output.close()
      outlet.close()
      ctg_unwatch_signals()
      throw .unsuitable(type: type)
    }
    palette = CursesTerminal.makePalette(noColor: noColor)
    size = Size(columns: Int(getmaxx(cn_stdscr())), rows: Int(getmaxy(cn_stdscr())))
    announced = size
    var modes = device.modes ?? termios()
    withUnsafePointer(to: &modes) { ctg_claim(outlet.descriptor, device.modes == nil ? nil : $0) }
    prepare()
    takeSize()
    announced = size
    ctg_watch_signals(pipe.writeEnd)
  }

  deinit { release() }

  private static func makePalette(noColor: String?) -> Palette {
    guard has_colors(), start_color() != ERR else { return Palette(colours: 0) }
    let hasDefaults = use_default_colors() != ERR
    let wanted = Palette.colours(available: Int(cn_colours()), noColor: noColor)
    let palette = Palette(colours: wanted)
    for ink in Ink.allCases {
      if let colour = palette[ink].colour {
        init_pair(Int16(ink.rawValue), colour, hasDefaults ? -1 : 0)
      }
    }
    return palette
  }

  private func prepare() {
    device.makeRaw()
    // The modes are set above: for ncurses, which sees no terminal, this is only bookkeeping.
    raw()
    noecho()
    nonl()
    keypad(cn_stdscr(), true)
    leaveok(cn_stdscr(), false)
    // Output is never put off because input waits: ncurses has no input here.
    typeahead(-1)
    clearok(cn_curscr(), true)
    wnoutrefresh(cn_stdscr())
    doupdate()
    outlet.send(output.take() + CursesTerminal.modesOn)
  }

  // MARK: - Painting

  /// Shows a frame; hands ncurses only the rows that differ from what is shown.
  ///
  /// A frame waits while the terminal has not taken the one before, and the next takes its place.
  public func paint(_ frame: Frame) {
    last = frame
    guard !isReleased && !isClosed else { return }
    outlet.flush()
    isBehind = !outlet.isEmpty
    guard !isBehind else { return }
    let isWhole = painted.map { $0.size != frame.size } ?? true
    for row in 0..<size.rows {
      let cells = frame.cells(inRow: row)
      if !isWhole, let painted, painted.cells(inRow: row) == cells { continue }
      let line = CellRow.cells(of: cells, columns: size.columns, palette: palette)
      mvwadd_wchnstr(cn_stdscr(), Int32(row), 0, line, Int32(line.count - 1))
    }
    if let cursor = frame.cursor, Rect(size: size).contains(cursor) {
      curs_set(1)
      wmove(cn_stdscr(), Int32(cursor.row), Int32(cursor.column))
    } else {
      curs_set(0)
    }
    wnoutrefresh(cn_stdscr())
    doupdate()
    outlet.send(output.take())
    painted = frame
  }

  /// Paints everything again, also what ncurses believes is there.
  public func repaint() {
    guard !isReleased && !isClosed else { return }
    painted = nil
    clearok(cn_curscr(), true)
    if let last {
      paint(last)
    } else {
      doupdate()
      outlet.send(output.take())
    }
  }

  // MARK: - Events

  /// Waits for input, a signal, the waker or the time, and returns what came in.
  public func events(waitingAtMost milliseconds: Int?) -> [InputEvent] {
    guard !isReleased && !isClosed else { return [.closed] }
    var events: [InputEvent] = []
    let result = input.wait(
      milliseconds: announced == size ? milliseconds : 0,
      output: outlet.isEmpty ? nil : outlet.descriptor)
    events += result.events
    if result.isWritable {
      outlet.flush()
      if isBehind, outlet.isEmpty, let last { paint(last) }
    }
    let signals = Int(result.signals)
    if signals & CTG_CONTINUED != 0 { resume() }
    if signals & CTG_RESIZED != 0 { takeSize() }
    if announced != size {
      announced = size
      events.append(.resize(size))
    }
    if signals & CTG_STOP_ASKED != 0 { events.append(.key("C-z")) }
    if signals & CTG_INTERRUPTED != 0 { events.append(.interrupted) }
    if result.isClosed {
      isClosed = true
      events.append(.closed)
    }
    return events
  }

  /// When what ``events(waitingAtMost:)`` returned last came in.
  public var arrival: Arrival? { input.arrival }

  /// The present by the clock of ``arrival``, in milliseconds.
  public var clock: Int? { input.now }

  /// Tells whether a signal that ends the program waits to be handled.
  ///
  /// Once the terminal is gone nobody takes signals any more; that it is gone ends the program as well.
  public var isInterrupted: Bool {
    !isClosed && !isReleased && ctg_signals() & UInt32(CTG_INTERRUPTED) != 0
  }

  /// Brings the size up to date with the terminal's.
  private func takeSize() {
    guard let now = device.size, now != size else { return }
    resize(to: now)
  }

  /// Keeps within bounds what ncurses reads of the environment for a terminal that tells no size.
  private static func boundEnvironment() {
    for (name, most) in [("COLUMNS", Size.largest.columns), ("LINES", Size.largest.rows)] {
      guard let text = getenv(name).map({ String(cString: $0) }), let number = Int(text),
        number > most
      else { continue }
      setenv(name, String(most), 1)
    }
  }

  /// Takes another size, as far as it can be painted; for tests, whose files have none.
  func resize(to wanted: Size) {
    let now = wanted.clamped
    resizeterm(Int32(now.rows), Int32(now.columns))
    size = now
    painted = nil
    // What the terminal did with the old screen is unknown.
    clearok(cn_curscr(), true)
  }

  // MARK: - Giving the terminal back

  /// Stops the process group as Ctrl-Z does, with the terminal as it was found.
  public func suspend() {
    guard !isReleased && !isClosed else { return }
    leave()
    ctg_stop_group()
    resume()
  }

  private func leave() {
    curs_set(1)
    endwin()
    outlet.finish(with: CursesTerminal.modesOff + output.take())
    device.restoreModes()
    ctg_release()
  }

  /// Takes the terminal again after the process was stopped, by us or by anyone.
  private func resume() {
    // If it was stopped from outside, ncurses does not know that it has left the screen.
    if !isendwin() { endwin() }
    var modes = device.modes ?? termios()
    withUnsafePointer(to: &modes) { ctg_claim(outlet.descriptor, device.modes == nil ? nil : $0) }
    device.makeRaw()
    takeSize()
    repaint()
    outlet.send(CursesTerminal.modesOn)
    ctg_watch_signals(pipe.writeEnd)
  }

  /// Gives the terminal back as it was found; calling it again does nothing.
  public func release() {
    guard !isReleased else { return }
    isReleased = true
    // In the background the terminal belongs to the shell again, which has put it right.
    if device.isForeground { leave() } else { ctg_release() }
    ctg_unwatch_signals()
    if let screen { delscreen(screen) }
    screen = nil
    output.close()
    outlet.close()
    if let opened = device.opened { close(opened) }
  }
}
