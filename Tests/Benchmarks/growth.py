#!/usr/bin/env python3
"""Whether work grows with a session as its size does, also where somebody doctored the files.

usage: growth.py [--program PATH] [--count N] [--only SHAPE[,SHAPE]] [--work WORK[,WORK]] [--limit RATIO]

For each shape (very many revisions of one record, fields, tags, people, municipalities, …) it makes a session
of N and one of 2N, and lets the program do the same work on both in turn: check, list, report, merge, erase, and
keys on the screen. It counts processor time, which other programs on the machine disturb least: of a command
all of it, of a key that of the thread that paints. What is linear doubles; what is quadratic becomes four times
as much. The time of a session with nothing in it is taken off first. Ends with 1 if anything grows by more than
the limit. Times are only printed.
"""
import argparse, copy, fcntl, json, os, pty, random, select, shutil, signal, struct, subprocess, sys, tempfile, termios, time

EPOCH = 1_795_000_000_000
RUN = "c8b03e67ecc95b4d"
TOO_LONG = 60.0


class Maker:
    """The files of one session in one shape."""

    def __init__(self, program, count, part):
        self.program, self.count, self.part = program, count, part
        self.random = random.Random(7)
        self.clock = 0

    def uuid(self):
        bits = f"{self.random.getrandbits(128):032x}"
        return f"{bits[:8]}-{bits[8:12]}-4{bits[13:16]}-a{bits[17:20]}-{bits[20:]}"

    def revision(self, at=None, **more):
        self.clock += 1
        at = self.clock if at is None else at
        return {"id": self.uuid(), "stamp": f"{EPOCH + at * 1000}.0.{RUN}", "at": "2026-11-22T09:00:00+00:00",
                "gesture": self.uuid(), **more}

    def record(self, revisions, **fields):
        return {"id": self.uuid(), **fields, "revisions": revisions}

    def single(self, **fields):
        return self.record([self.revision(set=fields)], **fields)

    def has(self, index):
        """Whether this copy has a part; the two copies of a merge lack another third each."""
        return index == 0 or self.part is None or index % 3 != self.part

    def some(self, things):
        return [thing for index, thing in enumerate(things) if self.has(index)]

    def note(self, **fields):
        return {"activity": "strengths", "group": "zaandam", "item": self.items["strengths"], "place": "formal",
                "text": "koffie drinken in de wijk", "via": "keyboard", **fields}

    def revised(self, revisions):
        """One note with a history; what it shows follows from that."""
        self.notes.append({"id": self.uuid(), "revisions": self.some(revisions)})

    # The shapes.

    def nothing(self):
        pass

    def notes_(self):
        for number in range(self.count):
            self.notes.append(self.single(**self.note(
                text=f"notitie {number} over {self.random.choice(WORDS)}", by=self.person)))
        self.notes = self.some(self.notes)

    def additions(self):
        before = None
        for number in range(self.count):
            before = self.single(**self.note(**({"addsTo": before["id"]} if before else {})))
            self.notes.append(before)
        self.notes = self.some(self.notes)

    def typed(self):
        self.notes = [{"text": f"getypt {number}", "group": "zaandam", "activity": "strengths", "place": "formal"}
                      for number in range(self.count)]

    def chain(self):
        history = []
        for number in range(self.count):
            over = [history[-1]["id"]] if history else []
            history.append(self.revision(over=over, set=self.note(text=f"versie {number}", by=self.person)))
        self.revised(history)

    def backwards(self):
        history = []
        for number in range(self.count):
            over = [history[-1]["id"]] if history else []
            history.append(
                self.revision(at=self.count - number, over=over, set=self.note(text=f"versie {number}")))
        self.revised(history)

    def strangers(self):
        self.revised([self.revision(set=self.note(text=f"versie {number}")) for number in range(self.count)])

    def rivals(self):
        first = self.revision(set=self.note(text="eerst"))
        self.revised([first] + [
            self.revision(over=[first["id"]], set={"text": f"versie {number}"}) for number in range(self.count)])

    def crossed(self):
        """Each field set twice, by a laptop whose clock was wrong."""
        first = self.revision(set=self.note())
        history = [first]
        names = [f"veld{self.random.getrandbits(40)}" for _ in range(self.count // 2)]
        for number, name in enumerate(names):
            history.append(self.revision(over=[first["id"]], set={name: f"een {number}"}))
        for number, name in enumerate(names):
            over = [history[1 + number]["id"], history[1 + (number * 7) % len(names)]["id"]]
            history.append(self.revision(at=-number, over=over, set={name: f"twee {number}"}))
        self.revised(history)

    def fields(self):
        history = [self.revision(set=self.note())]
        for number in range(self.count):
            history.append(self.revision(set={f"veld{self.random.getrandbits(40)}": str(number)}))
        self.revised(history)

    def wide(self):
        more = {f"veld{self.random.getrandbits(40)}": str(number) for number in range(self.count)}
        self.notes.append(self.single(**self.note(**more)))
        self.top = {f"boven{self.random.getrandbits(40)}": number for number in range(self.count)}
        self.top = dict(self.some(self.top.items()))

    def tags(self):
        first = self.revision(set=self.note())
        history = [first]
        for number in range(self.count):
            history.append(self.revision(at=-number, over=[first["id"]], tag=[f"label{number}"]))
        self.revised(history)

    def labels(self):
        first = self.revision(set=self.note())
        names = [f"label{number}" for number in range(self.count)]
        second = self.revision(at=-5, over=[first["id"]], tag=names)
        self.revised([first, second])

    def gestures(self):
        history = [self.revision(set=self.note())]
        for number in range(self.count // 2):
            made = self.revision(at=number, set={"text": f"versie {number}"})
            history += [made, self.revision(at=-number, over=[made["id"]], undo=made["gesture"])]
        self.revised(history)

    def erased(self):
        ids = [{"id": self.uuid()} for _ in range(self.count)]
        self.notes.append({"id": self.uuid(), "erased": True, "revisions": self.some(ids)})

    def people(self):
        made = [self.single(name=f"Oefen Persoon{number}", function="doe iets", side=("formal", "informal")[number % 2],
                            municipality="zaandam") for number in range(self.count)]
        self.session["participants"] += self.some(made)

    def namesakes(self):
        made = [self.single(name="Oefen Persoon", function=f"doe {number % 9}", side="formal", municipality="zaandam")
                for number in range(self.count)]
        self.session["participants"] += self.some(made)

    def writers(self):
        """As many people as notes, each named in the note of another."""
        made = [self.single(name=f"Anna{number} Oefen{number}", function="doe iets", side="formal", municipality="zaandam")
                for number in range(self.count)]
        self.session["participants"] += self.some(made)
        for number, person in enumerate(made):
            other = (number * 7 + 1) % self.count
            self.notes.append(self.single(**self.note(text=f"met Anna{other} in de wijk", by=person["id"])))
        self.notes = self.some(self.notes)

    def towns(self):
        made = [self.single(name=f"Oefendorp {number}", file=f"oefendorp-{number}") for number in range(self.count)]
        self.session["municipalities"] += self.some(made)

    def programme(self):
        made = [self.single(title=f"Onderdeel {number}", activity=("strengths", "tree", "plan")[number % 3], day=1,
                            minutes=5, rank=f"{number:06}") for number in range(self.count)]
        self.session["items"] += self.some(made)

    def roles(self):
        made = [self.single(name=f"Rol {number}", side="formal", description="iets") for number in range(self.count)]
        self.session["roles"] += self.some(made)

    def picks(self):
        role = self.single(name="Rol", side="formal")
        self.session["roles"].append(role)
        self.notes = self.some([
            self.single(**self.note(activity="role-market", item=self.items["role-market"], place=role["id"],
                                    by=self.person, text="omdat")) for _ in range(self.count)])

    def tables(self):
        """Seats that one hand wrote: everybody at each table."""
        self.people()
        ids = [person["id"] for person in self.session["participants"]]
        item = self.single(title="Consult", activity="consultations", day=1, minutes=5, rank="000001",
                           **{"tables-1": {"zaandam": ids}, "groups": {"mixed-1": ids}})
        self.session["items"].append(item)

    def make(self, shape, folder):
        subprocess.run([self.program, "new", folder, "--municipality", "Zaandam"], check=True, stdout=subprocess.DEVNULL)
        with open(f"{folder}/session.json", encoding="utf-8") as file:
            self.session = json.load(file)
        # The same programme in every copy.
        with open(Maker.base, encoding="utf-8") as file:
            self.session = json.load(file)
        self.items = {item["activity"]: item["id"] for item in self.session["items"]}
        self.notes, self.top = [], {}
        writer = self.single(name="Truus Schrijver", function="schrijver", side="formal", municipality="zaandam")
        self.session["participants"].append(writer)
        self.person = writer["id"]
        getattr(self, {"notes": "notes_"}.get(shape, shape))()
        with open(f"{folder}/session.json", "w", encoding="utf-8") as file:
            json.dump(self.session, file)
        with open(f"{folder}/zaandam.json", "w", encoding="utf-8") as file:
            json.dump({"formatVersion": 1, "workshopId": self.session["workshopId"], **self.top, "notes": self.notes}, file)


WORDS = "koffie huiskamer drempel wijk spreekuur taal buurvrouw school geduld netwerk fiets sleutel tuin".split()
SHAPES = ["notes", "additions", "typed", "chain", "backwards", "strangers", "rivals", "crossed", "fields", "wide",
          "tags", "labels", "gestures", "erased", "people", "namesakes", "writers", "towns", "programme", "roles",
          "picks", "tables"]
FEWER = {"towns": 10, "programme": 10, "roles": 5}
COMMANDS = {
    "check": ["check", "{session}"],
    "list": ["note", "list", "{session}", "--json"],
    "people": ["people", "list", "{session}"],
    "add": ["note", "add", "{session}", "--municipality", "Zaandam", "--activity", "strengths", "--place", "formal", "nog een"],
    "report": ["report", "{session}"],
    "html": ["report", "{session}", "--format", "html"],
    "cards": ["cards", "{session}"],
    "script": ["script", "{session}"],
    "look": ["erase", "{session}", "--participant", "Truus Schrijver"],
    "merge": ["merge", "{session}", "{other}"],
    "erase": ["erase", "{session}", "--participant", "Truus Schrijver", "--mentions", "redact", "--yes"],
}
STAGES = ["welcome", "strengths", "role-market", "consultations", "plan"]
KEYS = [b"\x1bOB", b"\x1b[6~", b"\x1bOA", b"\t", b"v", b"\x1bOC", b"?", b"\x1b", b"P", b"\x1b", b"W", b"\x1b",
        b"h", b"\x1b", b"g", b"\x1b", b"/", b"w", b"\x1b"]


def command(program, words, folder):
    """The processor time of a command, and how it ended."""
    environment = dict(os.environ, XDG_STATE_HOME=f"{folder}/state", LC_ALL="C.UTF-8")
    process = subprocess.Popen([program] + words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    end = time.monotonic() + TOO_LONG
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            return usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status)
        if time.monotonic() > end:
            os.kill(process.pid, signal.SIGKILL)
            os.wait4(process.pid, 0)
            return TOO_LONG, "too long"
        time.sleep(0.003)


class Screen:
    """The program on a pseudo-terminal, with the processor time of the thread that paints."""

    def __init__(self, program, session, folder, activity):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", XDG_STATE_HOME=f"{folder}/state-{activity}")
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execv(program, [program, "open", session, "--activity", activity])

    def used(self):
        with open(f"/proc/{self.pid}/schedstat") as file:
            return int(file.read().split()[0]) / 1e9

    def rest(self, silence=0.03, limit=TOO_LONG):
        """Reads until the thread that paints does nothing more; false if that takes too long."""
        end, before = time.monotonic() + limit, -1.0
        while time.monotonic() < end:
            while select.select([self.fd], [], [], silence)[0]:
                try:
                    os.read(self.fd, 65536)
                except OSError:
                    return False
            now = self.used()
            if now - before < 0.0005:
                return True
            before = now
        return False

    def keys(self):
        """The time from the start to the first screen, and that of the slowest key."""
        end, drawn = time.monotonic() + TOO_LONG, b""
        while time.monotonic() < end and b"Zaandam" not in drawn and b"dag " not in drawn:
            if select.select([self.fd], [], [], 0.2)[0]:
                drawn += os.read(self.fd, 65536)
        self.rest(0.5)
        start, slowest, which = self.used(), 0.0, b""
        for key in KEYS:
            before = self.used()
            os.write(self.fd, key)
            if not self.rest():
                return start, TOO_LONG, key
            if self.used() - before > slowest:
                slowest, which = self.used() - before, key
        return start, slowest, which

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def measure(program, folder, shape, count, work):
    """The times of each kind of work on one session, by its name."""
    session, other = f"{folder}/{shape}-{count}", f"{folder}/{shape}-{count}-other"
    Maker(program, count, None).make(shape, session)
    times = {}
    for name, words in COMMANDS.items():
        if name not in work:
            continue
        subject = session
        if name in ("merge", "erase", "add"):
            subject = f"{session}-{name}"
            if name == "merge":
                Maker(program, count, 0).make(shape, subject)
                Maker(program, count, 1).make(shape, other)
            else:
                shutil.copytree(session, subject)
        once = [command(program, [word.format(session=subject, other=other) for word in words], folder)
                for _ in range(1 if name in ("merge", "erase") else 2)]
        times[name] = min(once)
    for activity in STAGES:
        if "keys" in work:
            screen = Screen(program, session, folder, activity)
            start, slowest, which = screen.keys()
            screen.end()
            times[f"open {activity}"] = (start, 0)
            times[f"key {activity}"] = (slowest, which)
    return times


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/werkplaats")
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--only", default=",".join(SHAPES))
    parser.add_argument("--work", default=",".join(list(COMMANDS) + ["keys"]))
    parser.add_argument("--limit", type=float, default=2.8)
    arguments = parser.parse_args()
    program, work = os.path.abspath(arguments.program), arguments.work.split(",")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "new", f"{folder}/base", "--municipality", "Zaandam"], check=True, stdout=subprocess.DEVNULL)
        Maker.base = f"{folder}/base/session.json"
        ground = measure(program, folder, "nothing", 0, work)
        for shape in arguments.only.split(","):
            count = max(1, arguments.count // FEWER.get(shape, 1))
            few = measure(program, folder, shape, count, work)
            many = measure(program, folder, shape, 2 * count, work)
            for name in few:
                base, (low, _), (high, end) = ground[name][0], few[name], many[name]
                ratio = (high - base) / max(low - base, 1e-4)
                # What takes no longer than a session with nothing in it tells nothing.
                bad = high >= TOO_LONG or (ratio > arguments.limit and high - base > 0.5 * max(base, 0.02))
                failed |= bad
                print(f"{shape:<10} {2 * count:>6} {name:<20} {low * 1000:8.0f} → {high * 1000:8.0f} ms, "
                      f"growth {ratio:5.1f} {end if end not in (0, None) else ''}{'  TOO MUCH' if bad else ''}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
