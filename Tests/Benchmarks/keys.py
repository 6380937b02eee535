#!/usr/bin/env python3
"""How long a key takes with few notes and with many, and what else a large session costs.

usage: keys.py [--program PATH] [--few N] [--many N] [--keys N] [--size COLUMNSxROWS]

Makes two sessions in a temporary folder, all notes of each in one municipality, runs the program on
both side by side in pseudo-terminals and presses keys in turn, so that drift hits both alike. A
repaint counts from writing the key to the last byte before 20 ms of silence. Prints medians, their
ratio and bytes per key for the board of strengths, for the tree with all notes in one part, for a plain
item and for each item that gathers the notes of a municipality; then the time from Enter to the word that a note is kept, the start and the idle load.
Ends with 1 if a ratio is above 1.5 or a key takes 600 bytes or more.
"""
import argparse, fcntl, os, pty, re, select, signal, statistics, struct, subprocess, sys, tempfile, termios, time

DOWN, UP, TAB, BACKTAB = b"\x1bOB", b"\x1bOA", b"\t", b"\x1b[Z"
KEYS = [DOWN] * 24 + [TAB, BACKTAB] + [UP] * 24


class Screen:
    """The program on a pseudo-terminal."""

    def __init__(self, program, folder, session, activity, columns, rows, more=()):
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(
                TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8",
                XDG_STATE_HOME=f"{folder}/state-{session}-{activity}")
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execv(
                program,
                [program, "open", f"{folder}/{session}", "--activity", activity, *more])
        self.times, self.bytes = [], []

    def read(self, silence, limit=10.0):
        """Reads until nothing came for a while; the bytes and when the last of them came."""
        data, last, end = b"", None, time.perf_counter() + limit
        while time.perf_counter() < end and select.select([self.fd], [], [], silence)[0]:
            try:
                data += os.read(self.fd, 65536)
            except OSError:
                break
            last = time.perf_counter()
        return data, last

    def wait(self, pattern, limit=60.0):
        """Reads until something was painted; the seconds since the start."""
        data, end = b"", time.perf_counter() + limit
        while time.perf_counter() < end:
            if select.select([self.fd], [], [], 0.05)[0]:
                data += os.read(self.fd, 65536)
                if re.search(pattern, data):
                    return time.perf_counter() - self.began
        raise SystemExit(f"never painted: {pattern!r}; got {data[-400:]!r}")

    def press(self, key):
        self.read(0, 0.1)
        began = time.perf_counter()
        os.write(self.fd, key)
        if not select.select([self.fd], [], [], 0.5)[0]:
            return
        data, last = self.read(0.02)
        self.times.append((last - began) * 1000)
        self.bytes.append(len(data))

    def load(self):
        """The seconds of processor time until now."""
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        self.read(0.2, 5)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def make(program, folder, session, count, activity, place):
    sessions = ["--sessions", folder]
    path = f"{folder}/{session}"
    if not os.path.exists(path):
        subprocess.run(
            [program, "new", session, "--municipality", "Zaandam"] + sessions, check=True,
            stdout=subprocess.DEVNULL)
    texts = "".join(
        f"notitie {number} over {'samenwerking met sleutelfiguren in de wijk' if number % 3 else 'taal'}\n"
        for number in range(count))
    subprocess.run(
        [program, "note", "add", path, "--municipality", "Zaandam", "--activity", activity]
        + (["--place", place] if place else []) + ["-"],
        input=texts.encode(), check=True, stdout=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/werkplaats")
    parser.add_argument("--few", type=int, default=50)
    parser.add_argument("--many", type=int, default=5000)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--size", default="80x24")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.program)
    columns, rows = map(int, arguments.size.split("x"))
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        cases = [
            ("strengths", "formal", b"Krachten"), ("tree", "apples", b"Boom"),
            ("vision", None, b"visie"), ("consultations", "zaandam", b"consult"),
            ("plan", "action", b"Plan"), ("closing", "zaandam", b"Afsluiting"),
            ("feedback", None, b"oogst")]
        for activity, place, title in cases:
            sizes = [("few", arguments.few), ("many", arguments.many)]
            for name, count in sizes:
                make(program, folder, f"{activity}-{name}", count, activity, place)
            screens = []
            for name, _ in sizes:
                screen = Screen(program, folder, f"{activity}-{name}", activity, columns, rows)
                screen.start = screen.wait(title)
                screen.read(1.0)
                screens.append(screen)
            for turn in range(arguments.keys):
                # So far down and up that pages turn, and to another box and back.
                key = KEYS[turn % len(KEYS)]
                for screen in screens:
                    screen.press(key)
            few, many = (statistics.median(screen.times) for screen in screens)
            sent = [statistics.median(screen.bytes) for screen in screens]
            most = [max(screen.bytes) for screen in screens]
            bad = many / few > 1.5 or max(sent) >= 600
            failed |= bad
            print(
                f"{activity:<10} key {few:6.2f} → {many:6.2f} ms, ratio {many / few:4.2f};"
                f" bytes {sent[0]:.0f} → {sent[1]:.0f} (most {max(most)});"
                f" start {screens[0].start * 1000:.0f} → {screens[1].start * 1000:.0f} ms"
                f"{'  TOO MUCH' if bad else ''}", flush=True)
            # From Enter to the word, on the team's laptop: its notes go to the file with all others.
            for name, _ in sizes:
                team = Screen(
                    program, folder, f"{activity}-{name}", activity, columns, rows,
                    ["--municipality", "Zaandam"])
                team.wait(title)
                team.read(1.0)
                kept = []
                for number in range(10):
                    os.write(team.fd, b"n")
                    team.read(0.1)
                    os.write(team.fd, b"nog een")
                    team.read(0.1)
                    team.began = time.perf_counter()
                    os.write(team.fd, b"\r")
                    kept.append(team.wait(rb"(?<!wordt )bewaard") * 1000)
                    team.read(0.3)
                print(f"{activity:<10} {name}: Enter to kept {statistics.median(kept):.0f} ms")
                team.end()
            os.write(screens[1].fd, b"t")
            screens[1].read(3.0, 3.0)
            before = screens[1].load()
            screens[1].read(11, 10)
            used = screens[1].load() - before
            print(f"{activity:<10} many: idle with the clock running {used * 10:.1f} % of one processor")
            for screen in screens:
                screen.end()
    return 1 if failed else 0


sys.exit(main())
