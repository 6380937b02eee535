import Glibc
import Testing
import TextScreen

@testable import CursesScreen

extension CursesScreenTests {
  /// A real terminal, but for the glass.
  struct Reality {
    private func open(_ pseudo: PseudoTerminal) throws -> CursesTerminal {
      try CursesTerminal(device: pseudo.device, type: "xterm-256color", noColor: nil)
    }

    @Test func takenAndGivenBack() throws {
      let pseudo = try PseudoTerminal(columns: 60, rows: 18)
      let terminal = try open(pseudo)
      #expect(terminal.size == Size(columns: 60, rows: 18))
      let raw = try #require(pseudo.modes)
      #expect(raw.c_lflag & tcflag_t(ECHO | ICANON | ISIG | IEXTEN) == 0)
      #expect(raw.c_iflag & tcflag_t(ICRNL | IXON) == 0)
      terminal.paint(Frame(size: terminal.size))
      terminal.release()
      #expect(pseudo.isAsFound)
      let output = pseudo.finish()
      for (on, off) in [("?1049h", "?1049l"), ("?2004h", "?2004l"), ("?1004h", "?1004l")] {
        let parts = output.split(
          separator: "\u{1B}[" + on, omittingEmptySubsequences: false)
        #expect(parts.count == 2, "\(on) once")
        #expect(parts.last?.contains("\u{1B}[" + off) ?? false)
      }
    }

    @Test func resizesAreSeenWithoutAKey() throws {
      let pseudo = try PseudoTerminal()
      let terminal = try open(pseudo)
      for (columns, rows) in [(60, 18), (120, 40), (1, 1), (80, 24)] {
        pseudo.resize(columns: UInt16(columns), rows: UInt16(rows))
        // It is not the terminal of this process, so the kernel does not tell.
        kill(getpid(), SIGWINCH)
        let size = Size(columns: columns, rows: rows)
        #expect(terminal.events(waitingAtMost: 5000) == [.resize(size)])
        terminal.paint(Frame(size: size))
        #expect(terminal.size == size)
      }
      terminal.release()
      _ = pseudo.finish()
    }

    @Test func aLargePasteComesInOnePiece() throws {
      let pseudo = try PseudoTerminal()
      let terminal = try open(pseudo)
      let text = String(repeating: "samen werken é 🙂\n", count: 100_000)
      let writer = Writer(pseudo, "\u{1B}[200~" + text + "\u{1B}[201~x")
      var events: [InputEvent] = []
      let clock = ContinuousClock()
      let deadline = clock.now + .seconds(60)
      let time = clock.measure {
        while !events.contains(.key("x")), clock.now < deadline {
          events += terminal.events(waitingAtMost: 10_000)
        }
      }
      writer.join()
      #expect(events == [.paste(text), .key("x")])
      #expect(time < .seconds(10), "\(time)")
      terminal.release()
      _ = pseudo.finish()
    }

    @Test func aLostTerminalCloses() throws {
      let pseudo = try PseudoTerminal()
      // The reading thread must not hold the other end open.
      let terminal = try open(pseudo)
      let null = Glibc.open("/dev/null", O_RDWR)
      pseudo.stop()
      dup2(null, pseudo.controller)
      #expect(terminal.events(waitingAtMost: 5000) == [.closed])
      var frame = Frame(size: terminal.size)
      frame.fill(frame.bounds, with: "x")
      terminal.paint(frame)
      terminal.release()
      close(null)
      _ = pseudo.finish()
    }
  }
}

/// Types a long text from another thread, since a terminal's buffer is small.
private final class Writer: @unchecked Sendable {
  private let pseudo: PseudoTerminal
  private let text: String
  private var thread = pthread_t()

  init(_ pseudo: PseudoTerminal, _ text: String) {
    self.pseudo = pseudo
    self.text = text
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let writer = Unmanaged<Writer>.fromOpaque(context).takeUnretainedValue()
        writer.pseudo.type(writer.text)
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func join() { pthread_join(thread, nil) }
}
