import Glibc
import Testing
import TextScreen

@testable import CursesScreen

extension CursesScreenTests {
  /// However the program ends, the terminal is as it was.
  struct Leaving {
    private static let variable = "WERKPLAATS_TEST_TERMINAL"

    /// The pseudo-terminal for a child process, which inherits the environment.
    private func prepare() throws -> PseudoTerminal {
      let pseudo = try PseudoTerminal(columns: 30, rows: 5)
      setenv(Leaving.variable, pseudo.path, 1)
      setenv("SWIFT_BACKTRACE", "enable=no", 1)
      return pseudo
    }

    /// - Parameter words: What was written to standard error while the screen was there.
    private func check(_ pseudo: PseudoTerminal, says words: String? = nil) {
      #expect(pseudo.isAsFound)
      let parts = pseudo.finish().split(separator: "\u{1B}[?1049h")
      #expect(parts.count >= 1)
      let end = parts.last ?? ""
      #expect(end.contains("hier"), "it was painted")
      for sequence in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?1004l", "\u{1B}[?25h"] {
        #expect(end.contains(sequence))
      }
      guard let words else { return }
      let afterwards = end.split(separator: "\u{1B}[?1049l").last ?? ""
      #expect(afterwards.contains(words), "it can be read when the screen is gone")
    }

    /// In the child: takes the parent's pseudo-terminal and paints on it.
    static func takeTerminal(withErrors: Bool = false) throws -> CursesTerminal {
      let path = getenv(variable).map { String(cString: $0) } ?? ""
      let descriptor = open(path, O_RDWR | O_NOCTTY)
      if withErrors { dup2(descriptor, STDERR_FILENO) }
      let device = TerminalDevice(
        input: descriptor, output: descriptor, modes: TerminalDevice.modes(of: descriptor),
        opened: descriptor)
      let terminal = try CursesTerminal(device: device, type: "xterm-256color", noColor: nil)
      var frame = Frame(size: terminal.size)
      frame.put("hier", at: Point(column: 0, row: 0))
      terminal.paint(frame)
      return terminal
    }

    @Test func afterABadPointer() async throws {
      let pseudo = try prepare()
      await #expect(processExitsWith: .signal(SIGSEGV)) {
        let terminal = try Leaving.takeTerminal()
        withExtendedLifetime(terminal) {
          UnsafeMutablePointer<Int>(bitPattern: 16)?.pointee = 1
        }
      }
      check(pseudo)
    }

    @Test func afterASwiftTrap() async throws {
      let pseudo = try prepare()
      await #expect(processExitsWith: .failure) {
        let terminal = try Leaving.takeTerminal(withErrors: true)
        withExtendedLifetime(terminal) { fatalError("on purpose") }
      }
      check(pseudo, says: "on purpose")
    }

    @Test func afterAnAbort() async throws {
      let pseudo = try prepare()
      await #expect(processExitsWith: .signal(SIGABRT)) {
        let terminal = try Leaving.takeTerminal()
        withExtendedLifetime(terminal) { abort() }
      }
      check(pseudo)
    }

    @Test func afterASentSignal() async throws {
      let pseudo = try prepare()
      await #expect(processExitsWith: .signal(SIGQUIT)) {
        // Test runners and shells without job control may start it ignored.
        signal(SIGQUIT, SIG_DFL)
        let terminal = try Leaving.takeTerminal()
        withExtendedLifetime(terminal) {
          // Sent to the process: this thread may be one that blocks signals.
          kill(getpid(), SIGQUIT)
          while true { pause() }
        }
      }
      check(pseudo)
    }

    @Test func afterAnExitInTheMiddle() async throws {
      let pseudo = try prepare()
      await #expect(processExitsWith: .exitCode(3)) {
        let terminal = try Leaving.takeTerminal()
        withExtendedLifetime(terminal) { exit(3) }
      }
      check(pseudo)
    }

    @Test func whenTheTerminalIsLetGo() async throws {
      let pseudo = try prepare()
      await #expect(processExitsWith: .exitCode(0)) {
        _ = try Leaving.takeTerminal()
        exit(0)
      }
      check(pseudo)
    }

    @Test func aSignalThatWaitedComesAsAnEvent() async throws {
      let pseudo = try prepare()
      await #expect(processExitsWith: .exitCode(0)) {
        var held = sigset_t()
        sigemptyset(&held)
        sigaddset(&held, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &held, nil)
        raise(SIGTERM)
        let terminal = try Leaving.takeTerminal()
        let events = terminal.events(waitingAtMost: 5000)
        terminal.release()
        exit(events.contains(.interrupted) ? 0 : 9)
      }
      check(pseudo)
    }

    @Test func whileStopped() async throws {
      let pseudo = try prepare()
      await #expect(processExitsWith: .exitCode(0)) {
        // A group of its own, so that the tests are not stopped as well.
        setpgid(0, 0)
        let terminal = try Leaving.takeTerminal()
        try Leaving.continueOnceStopped()
        terminal.suspend()
        guard let device = TerminalDevice.modes(of: STDIN_FILENO) ?? Leaving.modesNow(),
          device.c_lflag & tcflag_t(ICANON) == 0
        else { exit(9) }
        terminal.release()
        exit(0)
      }
      #expect(pseudo.isAsFound)
      let output = pseudo.finish()
      // Left and entered twice, and painted again without being asked.
      #expect(output.split(separator: "\u{1B}[?1049l").count >= 2)
      #expect(output.split(separator: "\u{1B}[?1049h").count >= 2)
      #expect(output.split(separator: "hier", omittingEmptySubsequences: false).count == 3)
      #expect(output.split(separator: "\u{1B}[?2004h", omittingEmptySubsequences: false).count == 3)
    }

    /// In the child: the modes of the parent's pseudo-terminal.
    static func modesNow() -> termios? {
      let path = getenv(variable).map { String(cString: $0) } ?? ""
      let descriptor = open(path, O_RDWR | O_NOCTTY)
      defer { close(descriptor) }
      return TerminalDevice.modes(of: descriptor)
    }

    /// In the child: has a shell wait until this process is stopped, and continue it.
    static func continueOnceStopped() throws {
      let script = """
        i=0
        until grep -q '^State:.T' /proc/\(getpid())/status || [ $i -gt 200 ]
        do i=$((i+1)); sleep 0.02; done
        kill -CONT \(getpid())
        """
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
      posix_spawnattr_setpgroup(&attributes, 0)
      var arguments: [UnsafeMutablePointer<CChar>?] = []
      for argument in ["sh", "-c", script] as [String] { arguments.append(strdup(argument)) }
      arguments.append(nil)
      var child: pid_t = 0
      guard posix_spawn(&child, "/bin/sh", nil, &attributes, &arguments, environ) == 0 else {
        throw TerminalError.system("posix_spawn", errno)
      }
    }
  }
}
