"""Two writers in a loop on one workshop: all notes of both must be there, and in minutes.

    swift build -c release && python3 Tests/Benchmarks/writers.py [--notes 10000]

Three ways to write, from the kindest to the hardest. `piped`: both programs take all their lines from a
pipe, and save what has come in. `one by one`: both take a line only when the note before is on the disk.
`a program each`: both start the program anew for every note, in a workshop that already holds the notes of
the others (--programs says how many).

Afterwards every note is counted, and a checksum over all texts is compared with that of what was written.
"""

import argparse
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

SESSION = "bench"


def digest(texts):
    return hashlib.sha256("\n".join(sorted(texts)).encode()).hexdigest()[:16]


class Bench:
    """A workshop in a temporary folder, and the program."""

    def __init__(self, program, root):
        self.program = str(program)
        self.root = root
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(root), "WERKPLAATS_SESSIONS": str(root / "sessions"),
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
        }
        self.written = []
        self.run("new", SESSION, "--municipality", "Zaandam")

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], env=self.environment, check=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True).stdout

    def add(self, text):
        return [self.program, "note", "add", SESSION, "--municipality", "Zaandam", "--activity",
                "strengths", "--place", "formal/skills", text]

    def start(self):
        return subprocess.Popen(self.add("-"), env=self.environment, text=True,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def piped(self, texts):
        writer = self.start()
        output, _ = writer.communicate("".join(f"{text}\n" for text in texts))
        return writer.returncode, output.splitlines()

    def one_by_one(self, texts):
        writer = self.start()
        ids = []
        for text in texts:
            writer.stdin.write(f"{text}\n")
            writer.stdin.flush()
            ids.append(writer.stdout.readline().strip())
        writer.stdin.close()
        return writer.wait(), ids

    def a_program_each(self, texts):
        ids = []
        for text in texts:
            outcome = subprocess.run(self.add(text), env=self.environment, text=True, check=False,
                                     stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
            if outcome.returncode != 0:
                return outcome.returncode, ids
            ids.append(outcome.stdout.strip())
        return 0, ids

    def measure(self, name, way, notes, writers=2):
        """Lets the writers write side by side, and counts what came of it."""
        texts = [[f"{name} {writer} {number}" for number in range(notes)]
                 for writer in range(writers)]
        outcomes = [None] * writers

        def write(writer):
            outcomes[writer] = way(texts[writer])

        threads = [threading.Thread(target=write, args=(writer,)) for writer in range(writers)]
        start = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.monotonic() - start
        self.written += [text for own in texts for text in own]
        there = [note["text"] for note in json.loads(self.run("note", "list", SESSION, "--json"))]
        size = (self.root / "sessions" / SESSION / "zaandam.json").stat().st_size
        print(f"{name:15} {writers} x {notes:6}  {seconds:7.1f} s  "
              f"{1000 * seconds / (notes * writers):7.2f} ms a note  "
              f"{len(there):6} notes  {digest(there)}  {size / 1e6:5.1f} MB", flush=True)
        codes = [code for code, _ in outcomes]
        ids = [line for _, lines in outcomes for line in lines]
        if any(codes) or len(set(ids)) != notes * writers:
            sys.exit(f"writers.py: {name}: exit codes {codes}, {len(set(ids))} ids")
        if len(there) != len(self.written) or digest(there) != digest(self.written):
            sys.exit(f"writers.py: {name}: notes are missing, or there are more than were written")
        return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=pathlib.Path,
                        default=pathlib.Path(".build/release/werkplaats"))
    parser.add_argument("--notes", type=int, default=10_000, help="of each writer")
    parser.add_argument("--programs", type=int, default=100,
                        help="notes of each writer for which the program is started anew")
    parser.add_argument("--minutes", type=float, default=10, help="the most that all of it may take")
    options = parser.parse_args()
    root = pathlib.Path(tempfile.mkdtemp(prefix="werkplaats-writers-"))
    try:
        program = options.program.resolve()
        total = 0
        for name, way in (("piped", Bench.piped), ("one by one", Bench.one_by_one)):
            folder = root / name.replace(" ", "-")
            folder.mkdir()
            bench = Bench(program, folder)
            total += bench.measure(name, lambda texts: way(bench, texts), options.notes)
        # In the workshop that is full already.
        total += bench.measure("a program each", bench.a_program_each, options.programs)
        bench.run("check", SESSION)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    if total > options.minutes * 60:
        sys.exit(f"writers.py: it took {total / 60:.1f} minutes")


if __name__ == "__main__":
    main()
