"""A laptop of the monkey's: a copy of the workshop, what the machine remembers, and the screens on it."""

import json
import os
import pathlib
import shutil
import subprocess

from screen import Screen

SESSION = "proef"
SIZES = [(24, 80), (18, 60), (12, 40), (40, 120), (60, 200), (5, 20), (1, 1)]


class Laptop:
    """One machine: commands and screens that work on one copy of the workshop."""

    def __init__(self, program, root, name):
        self.program = str(program)
        self.name = name
        self.root = root / name
        self.sessions = self.root / "sessions"
        self.folder = self.sessions / SESSION
        self.state = self.root / "state"
        self.state.mkdir(parents=True)
        self.sessions.mkdir()
        self.screens = []
        self.environment = {
            "PATH": os.environ.get("PATH", ""), "HOME": str(self.root), "XDG_STATE_HOME": str(self.state),
            "WERKPLAATS_SESSIONS": str(self.sessions), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no", "TZ": "Europe/Amsterdam",
        }

    def run(self, *arguments, text=None, seconds=120):
        """Runs a command to its end."""
        return subprocess.run(
            [self.program, *arguments], env=self.environment, input=text, text=True, encoding="utf-8", errors="replace",
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=seconds, check=False)

    def take(self, other):
        """Gets the workshop as another laptop has it now."""
        shutil.copytree(other.folder, self.folder)

    def open(self, random, *options):
        rows, columns = random.choice(SIZES)
        screen = Screen([self.program, "open", SESSION, *options], self.environment, rows, columns)
        screen.drain(0.7)
        self.screens.append(screen)
        return screen

    def documents(self):
        """The documents that can be read, by name."""
        found = {}
        for path in sorted(self.folder.glob("*.json")):
            try:
                found[path.stem] = json.loads(path.read_text(encoding="utf-8-sig"))
            except (OSError, ValueError):
                continue
        return found

    def record_with(self, words):
        """The document and the id of the record that has a text, also in its history."""
        for name, document in self.documents().items():
            for collection in document.values():
                for record in collection if isinstance(collection, list) else []:
                    if isinstance(record, dict) and words in json.dumps(record, ensure_ascii=False):
                        return name, record.get("id")
        return None

    def bytes_with(self, words):
        """The files of the workshop and of the machine in which words stand."""
        wanted = words.encode()
        return [
            path for path in sorted(self.root.rglob("*"))
            if path.is_file() and not path.is_symlink() and path.name != "errors.txt" and wanted in path.read_bytes()
        ]

    def edit_by_hand(self, random, change):
        """Changes a document as an editor does: in its place, or by renaming over it."""
        # Notes in a session's document, or in a copy of it, are no document's; the program tells of those and leaves them.
        paths = [path for path in sorted(self.folder.glob("*.json")) if not path.stem.startswith("session")]
        if not paths:
            return
        path = random.choice(paths)
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        change(document)
        written = json.dumps(document, ensure_ascii=False, indent=random.choice([None, 2]))
        if random.random() < 0.5:
            path.write_text(written, encoding="utf-8")
        else:
            beside = pathlib.Path(f"{path}~")
            beside.write_text(written, encoding="utf-8")
            beside.rename(path)

    def close(self):
        for screen in self.screens:
            screen.close()
        self.screens = []
