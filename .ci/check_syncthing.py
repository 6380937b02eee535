"""Two laptops, one workshop, Syncthing between them: both end with every note, in the same bytes.

    python3 .ci/check_syncthing.py --program .build/debug/werkplaats [--seconds 240] [--quick]

Two real Syncthings on loopback, each with a folder and a configuration of its own, without discovery,
relays or internet. On each laptop the built program runs in tmux, and `note add` beside it. One laptop is
cut off for a while; both write on the sheets of one municipality, on the screen, from the command line,
by hand in the file, and with photographs. Afterwards both folders must be the same, byte by byte, with
every note that either said it had kept, and without a copy left beside a document.
"""

import argparse
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import xml.etree.ElementTree as ElementTree

FOLDER = "werkplaats"
SESSION = "proef"
# What stays on each laptop: locks, and files that a save makes and takes away again.
LOCAL = (".lock", ".turn", ".stfolder", ".stignore", ".stversions")


class Failed(Exception):
    """Something is not as it must be."""


class Deadline:
    """The moment at which the whole check gives up."""

    def __init__(self, seconds):
        self.start = time.monotonic()
        self.seconds = seconds

    @property
    def passed(self):
        return time.monotonic() - self.start

    def wait(self, what, condition, seconds=60):
        """Waits until a condition returns something true, and returns it."""
        end = min(time.monotonic() + seconds, self.start + self.seconds)
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                raise Failed(f"waited in vain for {what}")
            time.sleep(0.1)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Laptop:
    """One machine: a home, a folder, a Syncthing, and screens in tmux."""

    def __init__(self, name, root, program, deadline):
        self.name = name
        self.root = root / name
        self.program = program
        self.deadline = deadline
        self.home = self.root / "syncthing"
        self.sessions = self.root / "sessions"
        self.folder = self.sessions / SESSION
        self.api_port, self.sync_port = free_port(), free_port()
        self.socket = f"/tmp/werkplaats-{os.getpid()}-{name}"
        self.syncthing = None
        self.tmux_server = None
        self.sessions.mkdir(parents=True)
        self.environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.root),
            "XDG_STATE_HOME": str(self.root / "state"),
            "WERKPLAATS_SESSIONS": str(self.sessions),
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "STNOUPGRADE": "1",
        }

    # Syncthing

    def prepare(self):
        subprocess.run(
            ["syncthing", "generate", f"--home={self.home}", "--no-default-folder",
             "--skip-port-probing"],
            check=True, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        config = ElementTree.parse(self.home / "config.xml").getroot()
        self.device = config.find("device").get("id")
        self.key = config.find("gui/apikey").text

    def configure(self):
        """Keeps it off the internet; all else stays as whoever installs it has it."""
        path = self.home / "config.xml"
        tree = ElementTree.parse(path)
        config = tree.getroot()
        options = config.find("options")
        settings = {
            "listenAddress": f"tcp://127.0.0.1:{self.sync_port}",
            "globalAnnounceEnabled": "false",
            "localAnnounceEnabled": "false",
            "relaysEnabled": "false",
            "natEnabled": "false",
            "startBrowser": "false",
            "urAccepted": "-1",
            "crashReportingEnabled": "false",
            "autoUpgradeIntervalH": "0",
            "reconnectionIntervalS": "1",
            "stunKeepaliveStartS": "0",
        }
        for name, value in settings.items():
            for old in options.findall(name):
                options.remove(old)
            ElementTree.SubElement(options, name).text = value
        config.find("gui/address").text = f"127.0.0.1:{self.api_port}"
        tree.write(path)

    def share(self, other):
        """Shares the folder with another laptop, with Syncthing's own defaults but for the pace."""
        device = {"deviceID": other.device, "name": other.name,
                  "addresses": [f"tcp://127.0.0.1:{other.sync_port}"]}
        folder = {"id": FOLDER, "label": FOLDER, "path": str(self.folder), "fsWatcherDelayS": 1,
                  "devices": [{"deviceID": self.device}, {"deviceID": other.device}],
                  # After a file that changed under its hands it waits for a minute; here, a second.
                  "pullerPauseS": 1}
        for path, value in (("config/devices", device), ("config/folders", folder)):
            if self.api(path, "POST", value) is None:
                raise Failed(f"Syncthing on {self.name} does not take {path}")

    def start_syncthing(self):
        with open(self.root / "syncthing.log", "ab") as log:
            self.syncthing = subprocess.Popen(
                ["syncthing", "serve", f"--home={self.home}", "--no-browser", "--no-restart"],
                env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.deadline.wait(f"Syncthing on {self.name}", lambda: self.api("system/ping") is not None)

    def api(self, path, method="GET", value=None):
        """Asks Syncthing; None while it does not answer."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.api_port}/rest/{path}", method=method,
            data=None if value is None else json.dumps(value).encode(),
            headers={"X-API-Key": self.key})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                body = answer.read()
        except (urllib.error.URLError, OSError):
            return None
        return json.loads(body) if body.strip() else {}

    def is_idle(self):
        status = self.api(f"db/status?folder={FOLDER}")
        return bool(status) and status["state"] == "idle" and status["needTotalItems"] == 0

    # The program

    def run(self, *arguments, text=None):
        outcome = subprocess.run(
            [str(self.program), *arguments], env=self.environment, input=text, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
        if outcome.returncode != 0:
            raise Failed(
                f"{self.name}: werkplaats {' '.join(arguments)} ended with "
                f"{outcome.returncode}: {outcome.stderr}")
        return outcome.stdout

    def add(self, text, place="formal/skills"):
        self.run(
            "note", "add", SESSION, "--municipality", "Zaandam", "--activity", "strengths",
            "--place", place, "--", text)

    def writer(self):
        """A `note add` that takes a line at a time."""
        return subprocess.Popen(
            [str(self.program), "note", "add", SESSION, "--municipality", "Zaandam", "--activity",
             "tree", "--place", "roots", "-"],
            env=self.environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def notes(self):
        return json.loads(self.run("note", "list", SESSION, "--json"))

    def texts(self):
        return sorted(note["text"] for note in self.notes())

    # The screen

    def tmux(self, *arguments):
        return subprocess.run(
            ["tmux", "-S", self.socket, "-f", "/dev/null", "-u", *arguments], env=self.environment,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout

    def open_screen(self, activity):
        self.tmux(
            "new-session", "-d", "-x", "100", "-y", "30",
            f"exec '{self.program}' open {SESSION} --municipality Zaandam --activity {activity}")
        self.see("bewaard", "nieuw")

    def close_screen(self):
        self.tmux("send-keys", "q")
        self.deadline.wait(f"the end of the screen on {self.name}", lambda: not self.picture())
        self.tmux("kill-server")

    def picture(self):
        return self.tmux("capture-pane", "-p")

    def see(self, *texts, seconds=60):
        try:
            self.deadline.wait(
                f"{texts} on the screen of {self.name}",
                lambda: any(text in self.picture() for text in texts), seconds)
        except Failed as failure:
            raise Failed(f"{failure}; it shows:\n{self.picture()}") from None

    def type(self, text):
        self.tmux("send-keys", "-l", "--", text)

    def press(self, *keys):
        self.tmux("send-keys", *keys)

    def write_note(self, text):
        """Writes a note on the screen and waits until it is kept."""
        self.type("n")
        self.see("Nieuwe notitie")
        self.type(text)
        self.press("Enter")
        self.deadline.wait(
            f"{text} to be kept on {self.name}",
            lambda: text in self.picture() and "Nieuwe notitie" not in self.picture()
            and "wordt bewaard" not in self.picture())

    # Files

    def files(self):
        """The session's files with their bytes, without those that are of this laptop alone."""
        found = {}
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            is_local = name.split("/")[0] in LOCAL or path.name.startswith(".syncthing.")
            if path.is_file() and not is_local:
                found[name] = path.read_bytes()
        return found

    def edit_by_hand(self, old, new):
        """Changes the current text of a note as an editor does: a new file in the old one's place."""
        path = self.folder / "zaandam.json"
        text = path.read_text()
        if f'"text": "{old}"' not in text:
            raise Failed(f"{self.name}: no {old} in {path}")
        fresh = path.with_name(".zaandam.json.swp")
        fresh.write_text(text.replace(f'"text": "{old}"', f'"text": "{new}"', 1))
        fresh.replace(path)

    def end(self):
        self.tmux("kill-server")
        if self.syncthing and self.syncthing.poll() is None:
            self.syncthing.send_signal(signal.SIGTERM)
            try:
                self.syncthing.wait(10)
            except subprocess.TimeoutExpired:
                self.syncthing.kill()
                self.syncthing.wait()


def is_alike(laptops, seen):
    """Tells whether both folders are the same and nothing is on its way."""
    for laptop in laptops:
        seen |= {name for name in laptop.files() if "sync-conflict" in name}
    one, other = (laptop.files() for laptop in laptops)
    return one == other and all(laptop.is_idle() for laptop in laptops)


def settle(deadline, laptops, seen, texts, seconds=90):
    """Waits until both laptops have all notes in the same bytes."""
    expected = sorted(texts)

    def is_done():
        return is_alike(laptops, seen) and not any(
            "sync-conflict" in name for name in laptops[0].files())

    try:
        deadline.wait("both folders to be the same", is_done, seconds)
    except Failed as failure:
        lines = [str(failure)]
        for laptop in laptops:
            files = {name: len(data) for name, data in laptop.files().items()}
            lines.append(f"{laptop.name}: {files} {laptop.api(f'db/status?folder={FOLDER}')}")
        raise Failed("\n".join(lines)) from None
    for laptop in laptops:
        found = laptop.texts()
        if found != expected:
            missing = [text for text in expected if text not in found]
            more = [text for text in found if text not in expected]
            raise Failed(f"{laptop.name} misses {missing} and has {more} besides")
        laptop.run("check", SESSION)


def play(laptops, deadline, root, is_quick):
    """The whole story, or its first half; returns what there is to tell."""
    one, two = laptops
    seen = set()
    texts = []

    def say(text):
        print(f"{deadline.passed:6.1f} s  {text}", flush=True)

    for laptop in laptops:
        laptop.prepare()
        laptop.configure()
    one.run("new", SESSION, "--municipality", "Zaandam", "--municipality", "Utrecht")
    for laptop in laptops:
        laptop.start_syncthing()
    one.share(two)
    two.share(one)
    deadline.wait("the workshop on the other laptop",
                  lambda: (two.folder / "session.json").exists())
    say("two Syncthings; the workshop went over")

    for laptop in laptops:
        laptop.open_screen("strengths")
    one.write_note("vertrouwen")
    two.see("vertrouwen")
    two.write_note("overzicht")
    one.see("overzicht")
    texts += ["vertrouwen", "overzicht"]
    one.add("eerste woord")
    one.add("tweede woord")
    texts += ["eerste woord", "tweede woord"]
    settle(deadline, laptops, seen, texts)
    say("notes go both ways while both screens are open")

    two.api(f"system/pause?device={one.device}", "POST")
    deadline.wait("the laptops to be apart", lambda: not any(
        connection["connected"]
        for connection in one.api("system/connections")["connections"].values()))
    for laptop in laptops:
        for number in range(8):
            laptop.add(f"{laptop.name} {number}")
            texts.append(f"{laptop.name} {number}")
        laptop.write_note(f"op het scherm van {laptop.name}")
        texts.append(f"op het scherm van {laptop.name}")
    one.edit_by_hand("eerste woord", "eerste woord, verbeterd")
    two.edit_by_hand("tweede woord", "tweede woord, verbeterd")
    texts = [f"{text}, verbeterd" if text.endswith(" woord") else text for text in texts]
    for laptop in laptops:
        laptop.see(", verbeterd")
        laptop.close_screen()
        laptop.open_screen("vision")
        photograph = root / f"{laptop.name}.jpg"
        photograph.write_bytes(b"\xff\xd8\xff\xe0" + laptop.name.encode() * 20_000)
        laptop.type("o")
        laptop.see("Waar staat de foto")
        laptop.type(str(photograph))
        laptop.press("Enter")
        deadline.wait(f"the photograph on {laptop.name}",
                      lambda folder=laptop.folder: list(folder.glob("attachments/*.jpg")))
        texts.append("")
    two.api(f"system/resume?device={one.device}", "POST")
    settle(deadline, laptops, seen, texts)
    pictures = [name for name in one.files() if name.endswith(".jpg")]
    if len(pictures) != 2:
        raise Failed(f"two photographs became {pictures}")
    say("one laptop was cut off; both wrote, by hand too, and photographed; all of it is on both")

    apart = len(seen)
    if is_quick:
        return len(texts), apart, len(seen)
    for laptop in laptops:
        laptop.close_screen()
        laptop.open_screen("tree")
    writers = [laptop.writer() for laptop in laptops]
    for number in range(60):
        for laptop, writer in zip(laptops, writers):
            writer.stdin.write(f"samen {laptop.name} {number}\n")
            writer.stdin.flush()
            texts.append(f"samen {laptop.name} {number}")
        time.sleep(0.1)
    for writer in writers:
        writer.stdin.close()
        if writer.wait() != 0:
            raise Failed("a writer failed")
        if len(writer.stdout.read().splitlines()) != 60:
            raise Failed("a writer did not tell of every note")
    settle(deadline, laptops, seen, texts)
    say("both wrote at the same time")

    for laptop in laptops:
        laptop.close_screen()
    two.api(f"system/pause?device={one.device}", "POST")
    for laptop in laptops:
        laptop.add(f"zonder scherm {laptop.name}")
        texts.append(f"zonder scherm {laptop.name}")
    two.api(f"system/resume?device={one.device}", "POST")
    deadline.wait("Syncthing to be done", lambda: is_alike(laptops, seen))
    # Nobody has taken the copy in yet, and it is read all the same.
    for laptop in laptops:
        if laptop.texts() != sorted(texts):
            raise Failed(f"{laptop.name} does not read what lies beside its documents")
    for laptop in laptops:
        laptop.open_screen("strengths")
    settle(deadline, laptops, seen, texts)
    say("with no program open, what lay beside the documents was read, and then taken in")
    return len(texts), apart, len(seen)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=240)
    parser.add_argument("--quick", action="store_true", help="only the first half of the story")
    parser.add_argument("--keep", action="store_true", help="leave the folders for a look")
    options = parser.parse_args()
    for needed in ("syncthing", "tmux"):
        if not shutil.which(needed):
            sys.exit(f"check_syncthing: {needed} is not installed")
    # Whoever starts this may hold signals back, and then tmux would never hear of its end.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    root = pathlib.Path(tempfile.mkdtemp(prefix="werkplaats-syncthing-"))
    deadline = Deadline(options.seconds)
    laptops = [
        Laptop(name, root, options.program.resolve(), deadline) for name in ("een", "twee")]
    try:
        notes, apart, conflicts = play(laptops, deadline, root, options.quick)
    except Failed as failure:
        sys.exit(f"check_syncthing: {failure}")
    finally:
        for laptop in laptops:
            laptop.end()
        if options.keep:
            print(f"kept: {root}")
        else:
            shutil.rmtree(root, ignore_errors=True)
    print(f"Syncthing: {notes} notes and 2 photographs on both laptops, the same bytes; "
          f"{conflicts} conflict copies were seen and taken in; {deadline.passed:.0f} s")
    if apart == 0:
        sys.exit("check_syncthing: no conflict copy came about, so nothing was shown")


if __name__ == "__main__":
    main()
