#!/usr/bin/env python3
"""Lets a monkey work on three laptops at once, and looks whether the promises hold.

usage: monkey.py [--program PATH] [--seconds N] [--seed N] [--work SECONDS] [--ending SECONDS]
                 [--memory MB] [--keep]

Screens get random keys, pastes, sizes, signals and spoilt bytes; commands, hands and a synchroniser write in the
same files; copies are merged, people withdraw, a stick is pulled out, programs are killed. A screen must come to
rest after each key within its share of processor time (--work), must not grow (--memory), must not crash, must end
within a second (--ending) of being told to by Ctrl-C or a signal, also while its terminal takes nothing, and must
leave its terminal as it was. Most notes that are typed must be on the disk within seconds, and most commands must do
what they say. At the end all laptops meet: then they have the same bytes, every confirmed note is there, and no byte
of any laptop has the words of somebody who withdrew.

Prints what was done and the slowest key. Ends with 1 and the seed if a promise does not hold; with --keep the folder
stays.
"""

import argparse
import collections
import faulthandler
import itertools
import os
import pathlib
import random as randomness
import shutil
import signal
import sys
import tempfile
import time

import keys
from laptop import SESSION, SIZES, Laptop

CONTROL_C = b"\x03"
MUNICIPALITIES = ["Zaandam", "Den Haag", "Súdwest-Fryslân"]
PEOPLE = ["Anja", "Bert", "Çelik", "Dunya", "يوسف", "Fenna", "Gülşen", "Hans"]


class Broken(Exception):
    """A promise does not hold."""


class Monkey:
    """Three laptops, what was confirmed on them, and who withdrew."""

    def __init__(self, arguments, root):
        self.arguments = arguments
        self.random = randomness.Random(arguments.seed)
        self.laptops = [Laptop(arguments.program, root, name) for name in "abc"]
        self.done = collections.Counter()
        self.confirmed = {}
        self.secrets = collections.defaultdict(list)
        self.withdrawn = set()
        self.slowest = (0.0, b"")
        self.slowest_end = 0.0
        self.memory = 0.0
        self.number = 0

    # MARK: Beginning

    def prepare(self):
        first = self.laptops[0]
        people = first.root / "people.csv"
        rows = [f"{name},{'nurse' if index % 2 else ''},{'formal' if index % 2 else 'informal'},"
                f"{MUNICIPALITIES[index % 3]}" for index, name in enumerate(PEOPLE)]
        people.write_text("name,function,side,municipality\n" + "\n".join(rows) + "\n", encoding="utf-8")
        outcome = first.run("new", SESSION, "--language", self.random.choice(["nl", "en"]), "--participants", str(people),
                            *[part for name in MUNICIPALITIES for part in ("--municipality", name)])
        if outcome.returncode != 0:
            raise Broken(f"new: {outcome.stderr}")
        for other in self.laptops[1:]:
            other.take(first)
        for laptop in self.laptops:
            for _ in range(self.random.choice([1, 1, 2])):
                laptop.open(self.random)

    # MARK: Deeds

    def marker(self):
        self.number += 1
        return f"MERK{self.number}X"

    def screen(self):
        laptop = self.random.choice(self.laptops)
        if not laptop.screens:
            laptop.open(self.random)
        return laptop, self.random.choice(laptop.screens)

    def press(self, screen, data):
        if not screen.send(data):
            raise Broken(f"20 s after {data[:60]!r} the screen is not at rest")
        worked, slow = screen.slowest
        self.slowest = max(self.slowest, (worked, slow))
        if worked > self.arguments.work:
            raise Broken(f"the key {slow!r} took {worked * 1000:.0f} ms of work; last painted: {screen.tail[-1500:]!r}")

    def type_keys(self):
        laptop, screen = self.screen()
        for key in keys.burst(self.random):
            self.press(screen, key)
        self.see_end(laptop, screen)

    def type_note(self):
        laptop, screen = self.screen()
        marker = self.marker()
        for key in (b"\x1b", b"\x1b", b"\x1b", b"n"):
            self.press(screen, key)
        for piece in keys.pieces(keys.plain(f"{marker} {keys.text(self.random)}")):
            self.press(screen, piece)
        self.press(screen, b"\r")
        self.see_end(laptop, screen)
        end = time.monotonic() + 3
        while time.monotonic() < end:
            screen.drain(0.05)
            found = laptop.record_with(marker)
            if found:
                self.confirmed[marker] = found[1]
                self.done["typed note kept"] += 1
                return

    def paste(self):
        laptop, screen = self.screen()
        size = self.random.choice([1, 3, 20, 200])
        words = "\n".join(keys.text(self.random) for _ in range(size))
        if self.random.random() < 0.05:
            words = ("vertrouwen é " * 40000)[: self.random.choice([65_536, 520_000])]
        self.press(screen, keys.paste(words))
        self.press(screen, self.random.choice([b"\x1b", b"\r"]))
        self.see_end(laptop, screen)

    def resize(self):
        _, screen = self.screen()
        screen.resize(*self.random.choice(SIZES + [(self.random.randint(1, 90), self.random.randint(1, 250))]))
        screen.drain(0.05)

    def add_note(self):
        laptop = self.random.choice(self.laptops)
        marker = self.marker()
        person = self.random.choice(PEOPLE)
        place, activity = self.random.choice([("roots", "tree"), ("apples", "tree"), ("hope", "pitch"), ("goal", "pitch")])
        options = ["--municipality", self.random.choice(MUNICIPALITIES), "--activity", activity, "--place", place]
        isSecret = self.random.random() < 0.4
        if isSecret:
            options += ["--by", person]
        outcome = laptop.run("note", "add", SESSION, *options, "--", f"{marker} {keys.text(self.random)}")
        if outcome.returncode == 0 and outcome.stdout.strip():
            self.done["note added"] += 1
            self.confirmed[marker] = outcome.stdout.strip()
            if isSecret:
                self.secrets[person].append(marker)
        elif outcome.returncode not in (64, 65, 66, 74, 75):
            raise Broken(f"note add ended with {outcome.returncode}: {outcome.stderr}")
        elif outcome.returncode == 64 and person not in self.withdrawn and "participant" not in outcome.stderr:
            raise Broken(f"note add: {outcome.stderr}")

    def hand(self):
        laptop = self.random.choice(self.laptops)
        marker = self.marker()

        def change(document):
            notes = document.setdefault("notes", [])
            there = [note for note in notes if "text" in note and not note.get("erased")]
            if there and self.random.random() < 0.5:
                self.random.choice(there)["text"] += f" {marker}"
            else:
                notes.append({"text": marker, "activity": "tree", "place": "roots"})

        laptop.edit_by_hand(self.random, change)

    def merge(self):
        one, other = self.random.sample(self.laptops, 2)
        outcome = one.run("merge", SESSION, str(other.folder))
        if outcome.returncode not in (0, 65, 74, 75):
            raise Broken(f"merge ended with {outcome.returncode}: {outcome.stderr}")
        self.done["merged"] += outcome.returncode in (0, 65)

    def synchronise(self):
        """Puts a file of one laptop beside that of another, as a synchroniser does."""
        one, other = self.random.sample(self.laptops, 2)
        files = sorted(path for path in one.folder.glob("*.json") if "." not in path.stem and " " not in path.stem)
        if not files:
            return
        path = self.random.choice(files)
        mark = self.random.choice([".sync-conflict-20261125-101112-ABCDEFG", " (Noor's conflicted copy 2026-11-25)"])
        shutil.copyfile(path, other.folder / f"{path.stem}{mark}.json")

    def withdraw(self):
        if len(self.withdrawn) >= 3:
            return
        person = self.random.choice([name for name in PEOPLE if name not in self.withdrawn])
        laptop = self.random.choice(self.laptops)
        outcome = laptop.run("erase", SESSION, "--participant", person, "--yes")
        if outcome.returncode == 0:
            self.withdrawn.add(person)
        elif outcome.returncode not in (64, 65, 74, 75):
            raise Broken(f"erase ended with {outcome.returncode}: {outcome.stderr}")

    def pull_out(self):
        """Takes the folder away for a while, as a stick is pulled out."""
        laptop = self.random.choice(self.laptops)
        away = laptop.folder.with_name("gone")
        laptop.folder.rename(away)
        for screen in laptop.screens:
            for key in keys.burst(self.random):
                self.press(screen, key)
        time.sleep(0.3)
        if laptop.folder.exists():
            raise Broken("a folder was made where a stick had been pulled out")
        away.rename(laptop.folder)

    def pause(self):
        _, screen = self.screen()
        os.kill(screen.pid, signal.SIGSTOP)
        time.sleep(0.05)
        os.kill(screen.pid, signal.SIGCONT)
        screen.drain(0.05)

    def end_one(self):
        laptop, screen = self.screen()
        how = self.random.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT, CONTROL_C])
        isBlocked = how != signal.SIGKILL and self.random.random() < 0.3
        if isBlocked:
            self.block(screen)
        if how == CONTROL_C:
            # It is a key, and its turn comes behind those before it.
            screen.rest(reads=not isBlocked)
        laptop.screens.remove(screen)
        self.memory = max(self.memory, screen.memory())
        try:
            self.end(screen, how, reads=not isBlocked)
        finally:
            screen.close()
        self.done["end while blocked" if isBlocked else "end in time"] += 1
        laptop.open(self.random)

    def end(self, screen, how, reads=True):
        """Tells a screen to end, which it must do in time and in order unless it is killed."""
        name = "Ctrl-C" if how == CONTROL_C else how.name
        if not screen.is_running():
            return
        code = screen.end(how, reads=reads)
        if code is None:
            raise Broken(f"{screen.ending:.1f} s after {name} the program goes on{'' if reads else ', blocked'}; "
                         f"threads {screen.threads()}; {screen.unread()} bytes not taken; last typed: {screen.typed!r}; "
                         f"last painted: {screen.tail[-1500:]!r}")
        if how == signal.SIGKILL:
            return
        self.slowest_end = max(self.slowest_end, screen.ending)
        if screen.ending > self.arguments.ending:
            raise Broken(f"the program ended {screen.ending:.2f} s after {name}{'' if reads else ', blocked'}")
        if code not in (0, 74):
            raise Broken(f"after {name} the program ended with {code}; last painted: {screen.tail[-300:]!r}")
        if not screen.is_put_back():
            raise Broken(f"after {name} the terminal has other modes")

    @staticmethod
    def block(screen):
        """Lets the program paint until the terminal takes no more."""
        for turn in range(300):
            try:
                os.write(screen.master, b"][" if turn % 2 else b"?\x1b")
            except OSError:
                break
            screen.resize(60 + turn % 2, 200)
            time.sleep(0.002)

    def see_end(self, laptop, screen):
        """A screen that ended by itself must have done so in order, since a key may have told it to."""
        if screen.is_running():
            self.memory = max(self.memory, screen.memory())
            if self.memory > self.arguments.memory:
                raise Broken(f"a screen had {self.memory:.0f} MB")
            return
        code = screen.process.poll()
        laptop.screens.remove(screen)
        screen.close()
        if code not in (0, 74):
            raise Broken(f"a screen ended with {code}; last painted: {screen.tail[-300:]!r}")
        self.done["left by a key"] += 1
        laptop.open(self.random)

    DEEDS = [
        ("type_keys", 60), ("type_note", 8), ("paste", 4), ("resize", 4), ("add_note", 4), ("hand", 2), ("merge", 2),
        ("synchronise", 1), ("withdraw", 0.3), ("pull_out", 0.4), ("pause", 0.5), ("end_one", 2),
    ]

    def play(self):
        names, weights = zip(*self.DEEDS)
        end = time.monotonic() + self.arguments.seconds
        while time.monotonic() < end:
            deed = self.random.choices(names, weights)[0]
            getattr(self, deed)()
            self.done[deed] += 1

    # MARK: Reaching

    def reach(self):
        """A monkey that is refused everything proves nothing: most of what it does must be done."""
        for deed, done in [
            ("type_note", "typed note kept"), ("add_note", "note added"), ("merge", "merged"), ("end_one", "end in time"),
        ]:
            least = {"end_one": 0.3, "type_note": 0.7}.get(deed, 0.5)
            # A few may meet a folder that is away, or something else that is in their way.
            if self.done[deed] >= 5 and self.done[done] < least * self.done[deed]:
                raise Broken(f"of {self.done[deed]} times {deed} only {self.done[done]} came to “{done}”")

    # MARK: Meeting

    def meet(self):
        """Ends all screens, lets each laptop send what waits, and merges until nothing changes."""
        for laptop in self.laptops:
            for screen in laptop.screens:
                self.memory = max(self.memory, screen.memory())
                self.end(screen, signal.SIGTERM)
            laptop.close()
        for _ in range(4):
            for one in self.laptops:
                for other in self.laptops:
                    if one is not other:
                        outcome = one.run("merge", SESSION, str(other.folder))
                        if outcome.returncode not in (0, 65):
                            raise Broken(f"merge at the end: {outcome.returncode} {outcome.stderr}")
            for laptop in self.laptops:
                screen = laptop.open(self.random)
                screen.drain(3)
                self.end(screen, signal.SIGTERM)
                laptop.close()
            if len({self.content(laptop) for laptop in self.laptops}) == 1:
                return
        raise Broken(f"the laptops do not come to the same bytes: {self.difference()}")

    def difference(self):
        """Where the files of the laptops first differ."""
        contents = [dict(self.content(laptop)) for laptop in self.laptops]
        for name in sorted(set().union(*contents)):
            versions = [content.get(name) for content in contents]
            if len(set(versions)) == 1:
                continue
            sizes = ", ".join("none" if version is None else f"{len(version)} bytes" for version in versions)
            lines = [(version or b"").decode(errors="replace").splitlines() for version in versions]
            place = next((place for place, rows in enumerate(itertools.zip_longest(*lines)) if len(set(rows)) > 1), 0)
            around = [[row[:200] for row in rows[max(0, place - 3):place + 4]] for rows in lines]
            return f"{name}: {sizes}; from line {place + 1}: {around}"
        return "nothing any more"

    @staticmethod
    def content(laptop):
        return tuple((path.name, path.read_bytes()) for path in sorted(laptop.folder.glob("*.json")))

    def judge(self):
        for laptop in self.laptops:
            there = laptop.documents()
            records = {record.get("id"): record for document in there.values() for collection in document.values()
                       if isinstance(collection, list) for record in collection if isinstance(record, dict)}
            gone = {marker for person in self.withdrawn for marker in self.secrets[person]}
            for marker in gone:
                if laptop.bytes_with(marker):
                    raise Broken(f"{marker} of somebody who withdrew is in {laptop.bytes_with(marker)}")
            for marker, identifier in self.confirmed.items():
                record = records.get(identifier)
                if record is None:
                    raise Broken(f"the confirmed note {marker} ({identifier}) is not on laptop {laptop.name}")
                if not record.get("erased") and marker not in str(record):
                    raise Broken(f"the confirmed note {marker} ({identifier}) lost its words on laptop {laptop.name}")
            for form in ("md", "html", "json"):
                outcome = laptop.run("report", SESSION, "--format", form)
                if outcome.returncode not in (0, 65):
                    raise Broken(f"report --format {form}: {outcome.returncode} {outcome.stderr}")
            errors = (laptop.state / "errors.txt").read_bytes()
            if b"Fatal error" in errors or b"Sanitizer" in errors:
                raise Broken(f"a program crashed: {errors[-500:]!r}")

    def summary(self):
        deeds = ", ".join(f"{name} {count}" for name, count in sorted(self.done.items()))
        worked, slow = self.slowest
        return (f"{deeds}; {len(self.confirmed)} confirmed notes, {len(self.withdrawn)} withdrew; "
                f"slowest end {self.slowest_end * 1000:.0f} ms; slowest key {worked * 1000:.0f} ms of work ({slow!r}); most memory {self.memory:.0f} MB")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path, default=pathlib.Path(".build/debug/werkplaats"))
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--work", type=float, default=0.1, help="seconds of work that a key may take")
    parser.add_argument("--ending", type=float, default=1, help="seconds within which a screen must end")
    parser.add_argument("--memory", type=float, default=600, help="megabytes that a screen may have")
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    arguments.program = arguments.program.resolve()
    # What waits for ever is a fault, too: it is ended, and told with the place where it waits.
    faulthandler.dump_traceback_later(arguments.seconds * 1.2 + 300, exit=True)
    root = pathlib.Path(tempfile.mkdtemp(prefix="monkey-"))
    monkey = Monkey(arguments, root)
    isBroken = False
    try:
        monkey.prepare()
        monkey.play()
        monkey.reach()
        monkey.meet()
        monkey.judge()
        print(f"seed {arguments.seed}: {monkey.summary()}; all promises hold")
    except Broken as broken:
        isBroken = True
        print(f"seed {arguments.seed}: {monkey.summary()}\nBROKEN: {broken}", file=sys.stderr)
    finally:
        for laptop in monkey.laptops:
            laptop.close()
        if arguments.keep:
            print(root)
        else:
            shutil.rmtree(root, ignore_errors=True)
    sys.exit(1 if isBroken else 0)


if __name__ == "__main__":
    main()
