"""Kills the built program at each call to the system that a save makes, and makes each of them fail.

    python3 .ci/check_kills.py --program .build/debug/werkplaats [--seconds 300]

strace stops `note add` at every call that touches the workshop's folder, once with SIGKILL and once with a
full disk, and stops the screen, which saves on a thread of its own, at each kind of call. After each the
next start must have every note that was told to be kept, and what was being typed. Where the system lets it,
a disk that is really full is tried, too: a small tmpfs, with the screen in tmux.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

SESSION = "proef"
CALL = re.compile(r"^(?P<pid>\d+) +(?P<name>[a-z0-9_]+)\((?P<rest>.*)$")


class Failed(Exception):
    """Something is not as it must be."""


class Kills:
    """The program, a workshop to break, and how much time is left."""

    def __init__(self, program, root, seconds):
        self.program = program
        self.root = root
        self.template = root / "template"
        self.sessions = root / "sessions"
        self.folder = self.sessions / SESSION
        self.end = time.monotonic() + seconds
        self.points = collections.Counter()
        self.lost = 0
        self.environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(root),
            "XDG_STATE_HOME": str(root / "state"), "WERKPLAATS_SESSIONS": str(self.sessions),
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
            "SWIFT_BACKTRACE": "enable=no",
        }

    def run(self, *arguments, before=()):
        return subprocess.run(
            [*before, str(self.program), *arguments], env=self.environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60,
            check=False)

    def add(self, text, before=()):
        return self.run("note", "add", SESSION, "--municipality", "Zaandam", "--activity",
                        "strengths", "--place", "formal/skills", "--", text, before=before)

    def texts(self, point):
        outcome = self.run("note", "list", SESSION, "--json")
        if outcome.returncode != 0:
            raise Failed(f"{point}: the next start ended with {outcome.returncode}: "
                         f"{outcome.stderr}")
        return [note["text"] for note in json.loads(outcome.stdout)]

    def fresh(self):
        """Puts the workshop back as it was before anything went wrong."""
        shutil.rmtree(self.sessions, ignore_errors=True)
        shutil.rmtree(self.root / "state", ignore_errors=True)
        shutil.copytree(self.template, self.sessions)

    def prepare(self):
        self.sessions.mkdir()
        for outcome in (self.run("new", SESSION, "--municipality", "Zaandam"),
                        self.add("eerste"), self.add("tweede")):
            if outcome.returncode != 0:
                raise Failed(outcome.stderr)
        shutil.copytree(self.sessions, self.template)

    def expect(self, kept, point):
        """Counts what is lost of what was kept, now and after another save."""
        self.points[point.split(":")[0]] += 1
        for when in ("at the next start", "after another save"):
            there = self.texts(point)
            missing = [text for text in kept if text not in there]
            if missing:
                self.lost += len(missing)
                print(f"LOST {missing} {when}: {point}")
            if len(there) != len(set(there)):
                raise Failed(f"{point}: a note is there twice")
            if when == "at the next start" and self.add("daarna").returncode != 0:
                raise Failed(f"{point}: nothing can be written any more")
        outcome = self.run("check", SESSION)
        if outcome.returncode != 0:
            raise Failed(f"{point}: {outcome.stderr}")
        litter = [path.name for path in self.folder.iterdir()
                  if path.suffix != ".json" and path.name not in (".lock", ".turn")]
        if litter:
            raise Failed(f"{point}: left behind {litter}")

    def calls(self):
        """The calls of a save that touch the workshop, as (name, which of its kind)."""
        self.fresh()
        log = self.root / "calls.log"
        outcome = self.add("derde", before=["strace", "-f", "-y", "-qq", "-o", str(log)])
        if outcome.returncode != 0:
            raise Failed(f"strace: {outcome.stderr}")
        counts = collections.Counter()
        found = []
        for line in log.read_text(errors="replace").splitlines():
            match = CALL.match(line)
            if not match or "resumed" in line[:60]:
                continue
            key = (match["pid"], match["name"])
            counts[key] += 1
            if str(self.folder) in line:
                found.append((match["name"], counts[key]))
        return found

    def commands(self):
        """`note add`, stopped at every call of its save."""
        calls = self.calls()
        needed = {"openat", "read", "write", "fsync", "renameat2", "rename", "unlink", "flock"}
        missing = needed - {name for name, _ in calls}
        if missing or len(calls) < 30:
            raise Failed(f"the save made no {missing or 'more than a few'} calls: {calls}")
        for what, inject in (("killed", "signal=KILL"), ("full disk", "error=ENOSPC")):
            for name, number in calls:
                if time.monotonic() > self.end:
                    raise Failed("out of time")
                if what == "full disk" and name in ("close", "newfstatat", "fstat", "lseek"):
                    continue
                self.fresh()
                outcome = self.add("derde", before=[
                    "strace", "-f", "-qq", "-o", "/dev/null",
                    "-e", f"inject={name}:{inject}:when={number}"])
                kept = ["eerste", "tweede"]
                # An id is printed when the note is on the disk, and not before.
                if outcome.stdout.strip():
                    kept.append("derde")
                elif outcome.returncode == 0:
                    raise Failed(f"{name} {number}: it ended well and told no id")
                self.expect(kept, f"note add, {what}: {name} {number}")

    # The screen

    def tmux(self, *arguments):
        return subprocess.run(
            ["tmux", "-S", f"/tmp/werkplaats-kills-{os.getpid()}", "-f", "/dev/null", "-u",
             *arguments], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, check=False).stdout

    def picture(self):
        return self.tmux("capture-pane", "-p")

    def wait(self, what, condition, seconds=20):
        end = min(time.monotonic() + seconds, self.end)
        while not condition():
            if time.monotonic() > end:
                raise Failed(f"waited in vain for {what}; the screen:\n{self.picture()}")
            time.sleep(0.05)

    def see(self, text, seconds=20):
        self.wait(text, lambda: text in self.picture(), seconds)

    def open_screen(self, before=""):
        self.tmux("kill-server")
        self.tmux("new-session", "-d", "-x", "90", "-y", "26",
                  f"exec {before} '{self.program}' open {SESSION} --municipality Zaandam "
                  "--activity tree")
        self.see("nieuw")

    def is_over(self):
        return not self.picture().strip()

    def screens(self):
        """The screen, killed at each kind of call that its save makes, while a note is typed."""
        # It writes to the terminal, too, so that its writes cannot be told apart from here.
        for name, numbers in (("flock", (1, 2, 3)), ("fsync", (1, 2, 3)), ("rename", (1, 2)),
                              ("renameat2", (1, 2)), ("unlink", (1, 2))):
            for number in numbers:
                self.fresh()
                log = self.root / "screen.log"
                # The screen opens undisturbed; then strace takes hold of it, and of all its threads.
                self.open_screen()
                pid = self.tmux("display-message", "-p", "#{pane_pid}").strip()
                strace = subprocess.Popen(
                    ["strace", "-f", "-qq", "-y", "-o", str(log), "-p", pid,
                     "-e", f"trace={name}",
                     "-e", f"inject={name}:signal=KILL:when={number}"],
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                try:
                    print(f"{name} {number}", end=" ", flush=True)
                    self.one_screen(f"screen, killed: {name} {number}")
                finally:
                    strace.terminate()
                    strace.wait()
                    self.tmux("kill-server")

    def one_screen(self, point):
        kept = ["eerste", "tweede"]
        typed = None
        for number in range(8):
            text = f"notitie nummer {number}"
            self.tmux("send-keys", "-l", "--", "n")
            self.tmux("send-keys", "-l", "--", text)
            self.wait("the words or the end", lambda text=text: self.is_over()
                      or text in self.picture())
            if self.is_over():
                break
            # Letters are remembered a moment after they are shown.
            time.sleep(0.3)
            typed = text
            if self.is_over():
                break
            self.tmux("send-keys", "Enter")
            self.wait("the note or the end", lambda text=text: self.is_over() or (
                text in self.picture() and "Nieuwe notitie" not in self.picture()
                and self.picture().rstrip().endswith("bewaard")
                and not self.picture().rstrip().endswith("wordt bewaard")))
            if self.is_over():
                break
            kept.append(text)
            typed = None
        if not self.is_over():
            raise Failed(f"{point}: it was never killed")
        self.open_screen()
        if typed:
            # What was typed is a note, or stands in the editor again.
            self.wait(f"{typed} after {point}", lambda: typed in self.picture())
        if "Nieuwe notitie" in self.picture():
            self.tmux("send-keys", "Escape")
        self.wait("the editor to close", lambda: "Nieuwe notitie" not in self.picture())
        self.tmux("send-keys", "q")
        self.wait("the end", self.is_over)
        self.expect(kept, point)

    # A disk that is really full

    def full_disk(self):
        """The screen on a full disk: it says so, goes on trying, and keeps the notes when it can."""
        self.fresh()
        disk = self.root / "disk"
        disk.mkdir()
        mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)],
                               stderr=subprocess.PIPE, text=True, check=False)
        if mount.returncode != 0:
            print(f"full disk: left out, no disk can be mounted here ({mount.stderr.strip()})")
            return
        try:
            shutil.copytree(self.sessions / SESSION, disk / SESSION)
            shutil.rmtree(self.sessions)
            self.sessions.symlink_to(disk)
            self.open_screen()
            filler = disk / "filler"
            with open(filler, "wb") as file:
                try:
                    while True:
                        file.write(b"x" * 4096)
                        file.flush()
                except OSError:
                    pass
            self.tmux("send-keys", "-l", "--", "n")
            self.tmux("send-keys", "-l", "--", "op een volle schijf")
            self.see("op een volle schijf")
            self.tmux("send-keys", "Enter")
            self.see("nog niet bewaard: de schijf is vol; probeert opnieuw")
            time.sleep(2.5)
            self.see("nog niet bewaard: de schijf is vol")
            outcome = self.add("ook vol")
            if outcome.returncode != 74 or "No space left on device" not in outcome.stderr:
                raise Failed(f"note add on a full disk: {outcome.returncode} {outcome.stderr}")
            if "op een volle schijf" in self.texts("full disk"):
                raise Failed("the disk was not full")
            filler.unlink()
            self.wait("the note to be kept by itself", lambda: "nog niet bewaard"
                      not in self.picture() and "op een volle schijf" in self.picture())
            if "op een volle schijf" not in self.texts("full disk"):
                raise Failed("it was said to be kept and is not")
            self.tmux("send-keys", "q")
            self.wait("the end", self.is_over)
            self.expect(["eerste", "tweede", "op een volle schijf"], "full disk: tmpfs")
        finally:
            self.tmux("kill-server")
            self.sessions.unlink(missing_ok=True)
            subprocess.run(["umount", str(disk)], check=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--screens", action="store_true")
    options = parser.parse_args()
    for needed in ("strace", "tmux"):
        if not shutil.which(needed):
            sys.exit(f"check_kills: {needed} is not installed")
    root = pathlib.Path(tempfile.mkdtemp(prefix="werkplaats-kills-"))
    kills = Kills(options.program.resolve(), root, options.seconds)
    start = time.monotonic()
    try:
        probe = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], check=False)
        if probe.returncode != 0:
            sys.exit("check_kills: no process may be traced here")
        kills.prepare()
        if not options.screens: kills.commands()
        kills.screens()
        kills.full_disk()
    except Failed as failure:
        sys.exit(f"check_kills: {failure}")
    finally:
        kills.tmux("kill-server")
        shutil.rmtree(root, ignore_errors=True)
    for name, count in kills.points.items():
        print(f"{name}: {count} points tried")
    print(f"notes lost: {kills.lost}; {time.monotonic() - start:.0f} s")
    if kills.lost:
        sys.exit(1)


if __name__ == "__main__":
    main()
