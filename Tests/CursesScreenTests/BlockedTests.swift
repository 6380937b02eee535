import Glibc
import Testing
import TextScreen

@testable import CursesScreen

extension CursesScreenTests {
  /// A terminal that takes nothing, or has a size beyond belief.
  struct Blocked {
    private func frame(_ size: Size, _ letter: String) -> Frame {
      var frame = Frame(size: size)
      frame.fill(frame.bounds, with: letter == "a" ? "a" : "b")
      return frame
    }

    @Test func keysAndSignalsComeThroughWhileItTakesNothing() throws {
      let pseudo = try PseudoTerminal(columns: 500, rows: 200)
      let terminal = try CursesTerminal(
        device: pseudo.device, type: "xterm-256color", noColor: nil)
      // Nobody reads any more.
      pseudo.stop()
      let clock = ContinuousClock()
      let painting = clock.measure {
        for number in 0..<20 {
          terminal.paint(frame(terminal.size, number % 2 == 0 ? "a" : "b"))
        }
      }
      #expect(painting < .seconds(5))
      pseudo.type("x")
      #expect(terminal.events(waitingAtMost: 2000) == [.key("x")])
      kill(getpid(), SIGTERM)
      // Another thread may run the handler.
      let end = clock.now + .seconds(5)
      while !terminal.isInterrupted, clock.now < end { usleep(1000) }
      #expect(terminal.isInterrupted)
      #expect(terminal.events(waitingAtMost: 2000).contains(.interrupted))
      #expect(!terminal.isInterrupted)
      #expect(clock.measure { terminal.release() } < .seconds(1))
      #expect(pseudo.isAsFound)
      _ = pseudo.finish()
    }

    @Test func theLastFrameComesOnceItTakesSomethingAgain() throws {
      let file = try PseudoTerminal(columns: 300, rows: 100)
      let terminal = try CursesTerminal(device: file.device, type: "xterm-256color", noColor: nil)
      for letter in ["a", "b", "a", "b"] { terminal.paint(frame(terminal.size, letter)) }
      var last = Frame(size: terminal.size)
      last.put("einde", at: Point(column: 0, row: 0))
      terminal.paint(last)
      for _ in 0..<50 { _ = terminal.events(waitingAtMost: 20) }
      terminal.release()
      #expect(file.finish().contains("einde"))
    }

    @Test(arguments: [(32_767, 1), (32_768, 1), (65_535, 65_535), (1, 65_535)])
    func sizesBeyondBeliefAreCut(_ columns: Int, _ rows: Int) throws {
      let pseudo = try PseudoTerminal()
      let terminal = try CursesTerminal(
        device: pseudo.device, type: "xterm-256color", noColor: nil)
      pseudo.resize(columns: UInt16(columns), rows: UInt16(rows))
      kill(getpid(), SIGWINCH)
      let size = Size(columns: columns, rows: rows).clamped
      #expect(terminal.events(waitingAtMost: 5000) == [.resize(size)])
      terminal.paint(Frame(size: size))
      #expect(size.columns <= Size.largest.columns && size.rows <= Size.largest.rows)
      terminal.release()
      _ = pseudo.finish()
    }

    @Test func sizesOfTheEnvironmentAreCut() throws {
      setenv("COLUMNS", "70000", 1)
      setenv("LINES", "40000", 1)
      defer {
        unsetenv("COLUMNS")
        unsetenv("LINES")
      }
      let file = try FileTerminal()
      defer { file.end() }
      file.terminal.paint(Frame(size: file.terminal.size))
    }
  }
}
