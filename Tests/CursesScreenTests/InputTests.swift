import Glibc
import Testing
import TextScreen

@testable import CursesScreen

extension CursesScreenTests {
  /// Bytes, signals and the waker, as they come in.
  struct Input {
    @Test func keysAndPastes() throws {
      let file = try FileTerminal()
      defer { file.end() }
      file.send("né\u{1B}[A\u{1B}OB\r\u{03}\u{1A}\u{1B}[200~q\u{1B}[A\u{1B}[201~")
      #expect(
        file.terminal.events(waitingAtMost: nil) == [
          .key("n"), .key("é"), .key("Up"), .key("Down"), .key("Enter"), .key("C-c"), .key("C-z"),
          .paste("q\u{1B}[A"),
        ])
    }

    @Test func escapeIsAKeyWhenNothingFollows() throws {
      let file = try FileTerminal()
      defer { file.end() }
      file.send("\u{1B}")
      #expect(file.terminal.events(waitingAtMost: nil) == [.key("Esc")])
      file.send("\u{1B}x")
      #expect(file.terminal.events(waitingAtMost: nil) == [.key("A-x")])
    }

    /// Over ssh the bytes of an arrow come apart by a tenth of a second now and then.
    @Test func anArrowWhoseBytesComeApartIsOne() throws {
      let file = try FileTerminal()
      defer { file.end() }
      for pieces in [["\u{1B}", "[D"], ["\u{1B}[", "D"], ["\u{1B}", "OD"]] {
        file.send(pieces[0])
        #expect(file.terminal.events(waitingAtMost: 60) == [])
        file.send(pieces[1])
        #expect(file.terminal.events(waitingAtMost: nil) == [.key("Left")])
      }
    }

    @Test func aLetterAWhileAfterEscapeIsOneByItself() throws {
      let file = try FileTerminal()
      defer { file.end() }
      file.send("\u{1B}")
      #expect(file.terminal.events(waitingAtMost: 60) == [])
      file.send("n")
      #expect(file.terminal.events(waitingAtMost: nil) == [.key("Esc"), .key("n")])
    }

    /// The end of a paste may get lost; until it comes every byte is text, but for who wants to leave.
    @Test func controlCBehindAPauseEndsAPasteThatWasNeverClosed() throws {
      let file = try FileTerminal()
      defer { file.end() }
      file.send("\u{1B}[200~half a list")
      #expect(file.terminal.events(waitingAtMost: 250) == [])
      file.send("\u{03}")
      #expect(file.terminal.events(waitingAtMost: nil) == [.paste("half a list"), .key("C-c")])
      file.send("\u{1B}[200~one\u{03}two")
      #expect(file.terminal.events(waitingAtMost: 250) == [])
      file.send("\u{03}three\u{1B}[201~")
      #expect(file.terminal.events(waitingAtMost: nil) == [.paste("one\u{03}two\u{03}three")])
    }

    @Test func whatWaitedWhileNobodyReadMayHaveComeAnyTime() throws {
      let file = try FileTerminal()
      defer { file.end() }
      #expect(file.terminal.events(waitingAtMost: 0) == [])
      #expect(file.terminal.arrival == nil)
      usleep(60_000)
      file.send("twee woorden")
      #expect(file.terminal.events(waitingAtMost: nil).count == 12)
      #expect(try #require(file.terminal.arrival).span >= 50)
    }

    @Test func theClockIsThatOfArrivals() throws {
      let file = try FileTerminal()
      defer { file.end() }
      file.send("x")
      #expect(file.terminal.events(waitingAtMost: nil).count == 1)
      let latest = try #require(file.terminal.arrival).latest
      let now = try #require(file.terminal.clock)
      #expect(now >= latest)
      usleep(5_000)
      #expect(try #require(file.terminal.clock) >= now + 5)
    }

    @Test func timeEndsAWait() throws {
      let file = try FileTerminal()
      defer { file.end() }
      let clock = ContinuousClock()
      #expect(clock.measure { _ = file.terminal.events(waitingAtMost: 40) } >= .milliseconds(40))
      #expect(clock.measure { _ = file.terminal.events(waitingAtMost: 0) } < .seconds(1))
      #expect(file.terminal.events(waitingAtMost: -5) == [])
    }

    @Test func anyThreadCanWake() async throws {
      let file = try FileTerminal()
      defer { file.end() }
      let waker = file.terminal.waker
      // Before the wait: the next one ends at once.
      waker.wake()
      waker.wake()
      #expect(file.terminal.events(waitingAtMost: nil) == [])
      let other = Task.detached { waker.wake() }
      #expect(file.terminal.events(waitingAtMost: nil) == [])
      await other.value
      let time = ContinuousClock().measure { _ = file.terminal.events(waitingAtMost: 30) }
      #expect(time >= .milliseconds(30), "a wake is used up")
    }

    @Test func aFullPipeDoesNotBlock() throws {
      let file = try FileTerminal()
      defer { file.end() }
      for _ in 0..<200_000 { file.terminal.waker.wake() }
      #expect(file.terminal.events(waitingAtMost: nil) == [])
      file.send("x")
      #expect(file.terminal.events(waitingAtMost: nil) == [.key("x")])
    }

    @Test(arguments: [
      (SIGTERM, InputEvent.interrupted), (SIGHUP, .interrupted), (SIGINT, .interrupted),
      (SIGTSTP, .key("C-z")),
    ])
    func signalsAreEvents(_ signal: Int32, _ expected: InputEvent) throws {
      let file = try FileTerminal()
      defer { file.end() }
      kill(getpid(), signal)
      #expect(file.terminal.events(waitingAtMost: 5000) == [expected])
      #expect(file.terminal.events(waitingAtMost: 0) == [])
    }

    @Test func theEndOfInputCloses() throws {
      let file = try FileTerminal()
      defer { file.end() }
      file.send("x")
      var ends: [Int32] = [-1, -1]
      // The writing end is replaced, so that closing it later closes nothing else.
      #expect(pipe(&ends) == 0)
      dup2(ends[1], file.keys)
      let events = file.terminal.events(waitingAtMost: nil)
      #expect(events == [.key("x"), .closed])
      #expect(file.terminal.events(waitingAtMost: nil) == [.closed])
      file.terminal.paint(Frame(size: Size(columns: 20, rows: 4)))
      for end in ends { close(end) }
    }
  }
}
