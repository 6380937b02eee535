"""Counts the files of sessions by itself and compares every number with the report that Werkplaats made of them.

    recount.py sessions/SESSION... report.json [--mutate]

It reads the JSON files, not the program: records, who wrote what, who agreed to what. The last file is what
`werkplaats report SESSION... --format json` printed, of either edition. Differences are told one a line, and end with 1.

With --mutate each number of the report is made one more in turn, and a number whose change nobody sees ends with 1.
"""

import argparse
import collections
import json
import os
import re
import statistics
import sys

import doubtful_names
import printed_ids

SIDES = ["formal", "informal"]
STANDINGS = ["formal", "informal", "both", "neither", "researcher"]
DIMENSIONS = ["knowledge", "skills", "position", "power"]
ACTIVITIES = """preparation welcome pitch framework strengths tree walk break lunch dinner prejudice-game free breakfast
    recap vision role-market consultations feedback plan conditions closing""".split()
WITHHELD = ["quotation", "name", "municipality", "side", "function", "who", "reasons", "photograph", "time"]
CLAIMS = ["goal", "wish", "intention", "agreement", "practice"]
STATES = {"met": "met", "not-met": "notMet", "not-applicable": "notApplicable"}
FRAMEWORK = {f"{focus}/{way}" for focus in ("family", "community")
             for way in ("informal-to-formal", "formal-to-informal", "mutual")}
FRAMEWORK |= {f"start/{point}" for point in ("formal", "informal", "both")}
# Where a municipality speaks as one, so that the one that is not told follows from all that are.
AS_ONE = ["preparation", "pitch", "framework", "vision", "consultations", "plan", "closing"]
FEWEST = 3
MASK = "[…]"
VERSION = 4


def stamp(revision):
    milliseconds, counter, run = revision["stamp"].split(".")
    return int(milliseconds), int(counter), int(run, 16)


class Record:
    """A record as its file shows it: the current fields first, then the revisions."""

    def __init__(self, raw, file):
        self.id = raw["id"]
        self.file = file
        self.tags = raw.get("tags", [])
        self.revisions = sorted(raw.get("revisions", []), key=lambda r: (stamp(r), r["id"])) if not raw.get("erased") else []
        self.fields = {k: v for k, v in raw.items() if k not in ("id", "erased", "tags", "revisions")}
        self.created = (stamp(self.revisions[0]), self.id) if self.revisions else ((0, 0, 0), self.id)
        # In the order of reports what follows from content has no part, the run of a worked-out stamp neither.
        moment, of = self.created
        self.order = ((*moment[:2], -1), of) if of[14:15] == "8" else self.created
        undone = {}
        for revision in self.revisions:
            for verdict, value in (("undo", True), ("redo", False)):
                if verdict in revision:
                    undone[revision[verdict]] = value
        content = [r for r in self.revisions if "undo" not in r and "redo" not in r]
        alive = any(not undone.get(r.get("gesture"), False) for r in content) if self.revisions else True
        self.present = not raw.get("erased") and alive and self.fields.get("deleted") is not True

    def text(self, name):
        value = self.fields.get(name)
        return value if isinstance(value, str) and value else None

    def raw(self, name):
        value = self.fields.get(name)
        return value if isinstance(value, str) else None

    def texts(self, name):
        value = self.fields.get(name)
        return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []

    def number(self, name):
        value = self.fields.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None


class Session:
    """The files of one workshop."""

    def __init__(self, folder):
        self.documents = {}
        for name in sorted(os.listdir(folder)):
            if name.endswith(".json") and not name.startswith("."):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    self.documents[name[:-5]] = json.load(file)
        session = self.documents.get("session", {})
        # Reports print ids that follow from content as others.
        known = {raw["id"] for document in self.documents.values() for collection in ("roles", "notes")
                 for raw in document.get(collection, [])}
        for collection, names in (("items", ("id",)), ("roles", ("id", "from")),
                                  ("notes", ("id", "item", "addsTo", "place", "from"))):
            for document in self.documents.values():
                for raw in document.get(collection, []):
                    for name in set(names) & set(raw):
                        if name != "place" or raw[name] in known:
                            raw[name] = self.printed(session, raw[name])

        def records(collection):
            found = [Record(raw, "session") for raw in session.get(collection, [])]
            return sorted((r for r in found if r.present), key=lambda r: r.created)

        info = [Record(raw, "session") for raw in session.get("workshop", [])]
        total = info[0].number("participantTotal") if info else None
        self.total = total if total is not None and 1 <= total <= 100_000 else None
        self.beginning = min((r.created, r.revisions[0]["id"]) for r in info if r.revisions)
        self.is_published = any(r.raw("source") is not None for r in info)
        self.municipalities = [r.raw("file") for r in records("municipalities") if r.raw("file")]
        self.municipality_records = records("municipalities")
        self.items = [r for r in records("items") if r.raw("activity") in ACTIVITIES]
        self.people = records("participants")
        self.roles = records("roles")

    @staticmethod
    def printed(session, value):
        if isinstance(value, list):
            return [printed_ids.printed(session["workshopId"], v) for v in value]
        return printed_ids.printed(session["workshopId"], value)

    def notes(self):
        """The notes that are there, file by file."""
        for name, document in sorted(self.documents.items()):
            for raw in document.get("notes", []) if name != "session" else []:
                record = Record(raw, name)
                if record.present:
                    yield record


class Sessions:
    """The files of several workshops, those that were made first first; what two of them have counts once."""

    def __init__(self, folders):
        self.all = sorted((Session(folder) for folder in folders), key=lambda session: session.beginning)
        if len({session.beginning[1] for session in self.all}) < len(self.all):
            sys.exit("two copies of one workshop; this counts each workshop once")
        self.municipalities = list(dict.fromkeys(m for session in self.all for m in session.municipalities))
        self.municipality_records = [m for session in self.all for m in session.municipality_records]
        self.items, self.people, self.roles = [], [], []
        self.published = set()
        self.notes, self.hidden = {}, {}
        people, roles = set(), set()
        for index, session in enumerate(self.all):
            for item in session.items:
                item.workshop = index
                self.items.append(item)
            for person in session.people:
                if session.is_published and person.raw("source") is not None:
                    self.published.add((index, person.id))
                if person.id not in people:
                    people.add(person.id)
                    self.people.append(person)
            for role in session.roles:
                role.workshop = index
                if role.id not in roles:
                    roles.add(role.id)
                    self.roles.append(role)
            for note in session.notes():
                note.workshop = index
                if note.fields.get("offRecord") is True:
                    self.hidden[note.id] = note
                else:
                    self.notes.setdefault(note.id, note)
        self.roles.sort(key=lambda role: role.order)
        self.item = {(i.workshop, i.id): i for i in self.items}
        for index, session in enumerate(self.all):
            session.person = {p.id: p for p in session.people}
            for person in session.people:
                person.workshop = index
        for id in self.hidden:
            self.notes.pop(id, None)
        self.hidden_files = {file for note in self.hidden.values() for file in note.texts("attachments")}

    def is_published(self, record):
        """Whether what has a section was printed before."""
        return record.raw("source") is not None and self.all[record.workshop].is_published


def standing(person):
    value = person.raw("side") if person else None
    return value if value in STANDINGS else None


def home(person):
    return person.raw("municipality") if person else None


def people_number(people):
    """The number of people, or None where one group's size is not recorded."""
    total = 0
    for person in people:
        is_group = person.fields.get("isGroup") is True
        number = person.number("number")
        if number is None:
            if is_group:
                return None
            number = 1
        total += number
    return total


def agrees(person, use):
    own = person.fields.get(f"consent-{use}")
    if own is not None:
        return own is True
    return (person.fields.get("consent") or {}).get(use) is True


def presence(person):
    """Whether somebody was marked present in any part of the days; None where nothing was marked."""
    answers = []
    for part in ("day-1-morning", "day-1-afternoon", "day-1-evening", "day-2"):
        own = person.fields.get(f"present-{part}")
        if own is None:
            own = (person.fields.get("present") or {}).get(part)
        if isinstance(own, bool):
            answers.append(own)
    return any(answers) if answers else None


def is_small(number):
    return number is not None and 0 < number < FEWEST


def merged(cells, others=0, unlisted=None):
    """Cells of people without those of one or two, or of which one or two are in no list beside them; what is left over, and
    None where that is one or two people still."""
    unlisted = unlisted or {}
    told = {key: number for key, number in cells.items() if number >= FEWEST and not is_small(unlisted.get(key, 0))}
    small = [key for key in cells if key not in told]
    rest, hidden = others + sum(cells[key] for key in small), sum(unlisted.get(key, 0) for key in small)
    while (is_small(rest) or is_small(hidden)) and told:
        least = min(told, key=lambda key: told[key])
        rest += told.pop(least)
        hidden += unlisted.get(least, 0)
    return told, None if is_small(rest) or is_small(hidden) else rest


def lottery(*texts):
    """FNV-1a of 128 bits over texts that are closed off by their lengths, as a UUID of version 8."""
    state = 0x6C62272E07BB014262B821756295C58D
    for text in texts:
        data = text.encode()
        for byte in data + len(data).to_bytes(8, "little"):
            state = ((state ^ byte) * ((1 << 88) + 0x13B)) % (1 << 128)
    data = bytearray(state.to_bytes(16, "big"))
    data[6] = data[6] & 0x0F | 0x80
    data[8] = data[8] & 0x3F | 0x80
    return bytes(data)


def closing_place(place):
    match = re.fullmatch(r"researcher-(\d+)", place or "")
    if match and int(match[1]) > 0:
        return "researcher", int(match[1])
    if place and re.fullmatch(r"[\w-]+", place) and place == place.lower() and not place.startswith("researcher-"):
        return "municipality", place
    return None


def usual_kind(activity, place):
    """What a note is where its file does not say so."""
    if activity != "preparation":
        return "sheet"
    if place in ("interview", *(f"interview/{topic}" for topic in ("what", "origin", "problems", "solutions"))):
        return "interview"
    return {"document": "document", "literature": "literature", "talk": "spoken"}.get(place, "sheet")


class Told:
    """What the edition tells of a note, worked out anew."""

    def __init__(self, note, count):
        session, team = count.session, count.team
        workshop = session.all[note.workshop]
        left = count.left.get((note.workshop, note.raw("activity")), {})
        self.note, self.id, self.created = note, note.id, note.order
        self.activity = note.raw("activity") if note.raw("activity") in ACTIVITIES else None
        self.file = None if note.file == "plenary" else note.file
        self.kind = note.raw("kind") or usual_kind(self.activity, note.raw("place"))
        by = note.raw("by")
        self.author = workshop.person.get(by)
        self.writer = by if by and re.fullmatch(r"[0-9a-f-]{36}", by) else None
        self.origin = count.origin(note)
        self.place = note.raw("place")
        self.is_remark = (note.fields.get("remark") is True and (
            self.activity == "plan" and re.fullmatch(r"(form|model)/[^/]+", self.place or "") is not None
            or self.activity == "framework" and self.place in FRAMEWORK))
        self.claim = note.raw("claim") if self.activity == "plan" and note.raw("claim") in CLAIMS else None
        self.is_pick = self.activity == "role-market" and self.place is not None
        self.is_published = session.is_published(note)
        is_citation = note.raw("source") is not None and self.kind in ("document", "literature")
        self.spoken_for = None
        if self.activity == "closing":
            place = closing_place(self.place)
            if place is None:
                self.spoken_for = self.file
            elif place[0] == "municipality":
                self.spoken_for = place[1]
        self.speaker = self.author
        if self.spoken_for:
            item = session.item.get((note.workshop, note.raw("item")))
            chosen = item.raw(f"speaker-{self.spoken_for}") if item else None
            self.speaker = workshop.person.get(chosen) or self.author
        may_describe = (
            self.is_published
            or (self.speaker is not None and count.may_describe(self.speaker))
            or (team is not None and (self.spoken_for or self.origin) == team))
        is_verbatim = note.fields.get("verbatim") is True
        if self.kind in ("document", "literature"):
            is_speech = is_verbatim and note.raw("source") is None
        else:
            is_speech = is_verbatim or self.kind != "sheet"
        signed_speech = self.writer is not None and is_speech
        personal = self.is_pick or self.spoken_for is not None or signed_speech
        self.group = note.raw("group")
        sheet_home = self.group if self.group in workshop.municipalities else None
        sheet = self.author is None or self.origin in (self.file, note.raw("group"))
        named = sheet or may_describe or home(self.author) != self.origin
        hides = personal and not may_describe
        as_one = (self.file, sheet_home, self.origin if named and self.activity == "framework" else None)
        if self.activity == "closing":
            as_one = (self.spoken_for,)
        self.told_home = None if hides else next((place for place in as_one if place), None)
        if not self.is_published and set(left.values()) & set(as_one):
            hides = True
        self.hides = hides
        # Whose side may be told: where it stands for people of several municipalities.
        self.tells_side = True
        if hides and team is None and self.speaker is not None and home(self.speaker):
            own = [p for p in workshop.people if standing(p) == standing(self.speaker) and home(p)]
            if self.spoken_for and left:
                # It stays open between the one and the other that is left out with it.
                other = {left.get(self.spoken_for)} - {None} or {k for k, v in left.items() if v == self.spoken_for}
                homes = {home(p) for p in own} & (other | {self.spoken_for})
            else:
                homes = {home(p) for p in own if not count.may_describe(p)}
            self.tells_side = len(homes) > 1
        withheld = set()
        if not self.tells_side:
            withheld.add("side")
        gone = (self.origin, self.spoken_for)
        self.municipality = None if hides and (team is None or self.file in gone) else self.file
        if sheet_home and hides and (team is None or self.group in gone):
            self.group = None
        if self.group in SIDES and not self.tells_side:
            self.group = None
        self.speakers = self.origin if named and not hides else None
        unknown = self.origin is not None and self.speakers is None
        if unknown and not hides and team is None:
            unknown = len(count.origins(note, workshop) - {self.file, sheet_home}) > 1
        if unknown:
            withheld.add("municipality")
        self.table_left_out = team is None and hides and self.activity == "consultations"
        if hides and self.spoken_for and closing_place(self.place) or self.table_left_out:
            self.place = None
        self.hides_spoken_for = hides and self.spoken_for is not None
        self.is_out_of_order = team is None and (hides or unknown)
        at = note.revisions[0].get("at") if note.revisions else None
        if (hides or unknown and team is None) and at:
            withheld.add("time")

        # Whether literal words may be quoted, stand there as text, or are left out.
        self.refused = False
        self.quoted = False
        if is_verbatim:
            speaker = self.speaker
            voice = note.raw("voice")
            if speaker is not None and (
                    self.kind == "interview"
                    or (standing(speaker) == "researcher" and voice in ("formal", "informal", "together"))):
                speaker = None
            if self.is_published or is_citation:
                self.quoted = True
            elif speaker is None:
                self.quoted = team is not None and self.file == team
            elif count.is_own(speaker) or agrees(speaker, "quote"):
                self.quoted = True
            else:
                self.refused = team is None
        if self.refused:
            withheld.add("quotation")
        self.leaves_reasons = self.is_pick and team is None and not self.is_published
        if self.leaves_reasons and (note.text("about") or note.text("why") or note.text("text")):
            withheld.add("reasons")
        if note.text("respondent") and team is None and not self.is_published:
            meant = count.called(note.text("respondent"), self.file, note.workshop)
            if not (len(meant) == 1 and not hides and count.may_describe(meant[0]) and meant[0].text("function")):
                withheld.add("function")
        self.who_stands = 0
        if note.text("who") and team is None and not self.is_published:
            for part in re.split(r"\s+(?:en|and|met|with)\s+|[,;/&+]", note.text("who"), flags=re.I):
                part = part.strip()
                if not part:
                    continue
                meant = count.called(part, self.file or self.origin, note.workshop)
                if hides:
                    withheld.add("who")
                    continue
                if len(meant) == 1 and count.may_describe(meant[0]) and meant[0].text("function"):
                    continue
                places = {standing(p) for p in meant}
                if len(places) == 1 and None not in places:
                    self.who_stands += 1
                else:
                    withheld.add("who")
        files = [f for f in note.texts("attachments") if f not in session.hidden_files]
        if team is not None or self.is_published:
            photographs = True
        elif self.author is not None:
            photographs = agrees(self.author, "photograph") or count.is_published_person(self.author)
        else:
            place = self.file or self.origin
            group = [p for p in workshop.people if place is not None and home(p) == place]
            photographs = bool(group) and all(agrees(p, "photograph") for p in group)
        self.attachments = files if photographs else []
        self.withheld_attachments = 0 if photographs else len(files)
        if files and not photographs:
            withheld.add("photograph")
        self.withheld = withheld

    def own_texts(self):
        """What somebody typed and a public edition prints without names; what a publication printed stands as printed."""
        if self.is_published:
            return []
        texts = [] if self.refused or self.leaves_reasons else [self.note.raw("text") or ""]
        return texts + [self.note.raw(key) or "" for key in ("when", "needed", "source")] + self.note.tags


class Count:
    def __init__(self, session, report):
        self.session, self.report = session, report
        self.team = report["edition"].get("municipality")
        self.people = [p for p in session.people if self.team is None or home(p) == self.team]
        notes = [n for n in session.notes.values() if self.team in (None, n.file, self.origin(n))]
        self.scores = [n for n in notes if is_score(n)]
        self.left = {}
        rest = [n for n in notes if not is_score(n)]
        if self.team is None:
            self.left = self.left_besides([Told(n, self) for n in rest if n.raw("activity") in AS_ONE])
        self.told = [Told(n, self) for n in rest]
        self.told.sort(key=lambda t: (1, ACTIVITIES.index(t.activity) if t.activity else 99, t.id)
                       if t.is_out_of_order else (0, t.created))
        self.ids = {t.id for t in self.told}
        self.elsewhere = {n.id: n for n in session.notes.values()
                          if self.team and n.raw("activity") == "strengths" and n.id not in self.ids}
        self.values = {}

    def unlisted(self, people):
        """How many of some people are in no list."""
        number = people_number([p for p in people if not self.is_listed(p)])
        return FEWEST if number is None else number

    def is_telling(self, item):
        """Whether an item says when something was said: its activity has others, or it is called after a municipality."""
        names = {m.raw("name") or "" for m in self.session.municipality_records}
        others = [i for i in self.session.items if i.workshop == item.workshop and i.id != item.id]
        return any(i.raw("activity") == item.raw("activity") for i in others) or any(
            name and name in (item.raw("title") or "") for name in names)

    def left_besides(self, told):
        """What is left out with what is hidden, by workshop and activity: another municipality for each."""
        hidden, named = collections.defaultdict(set), collections.defaultdict(set)
        for t in told:
            named[t.note.workshop, t.activity] |= {t.told_home} - {None}
            key = t.note.workshop, t.activity
            if t.hides and (t.spoken_for if t.activity == "closing" else t.origin):
                hidden[key].add(t.spoken_for if t.activity == "closing" else t.origin)
        left = {}
        for (index, activity), homes in hidden.items():
            homes = homes - named[index, activity]
            session = self.session.all[index]
            every = set(session.municipalities)
            if len(every) < 2:
                continue
            # Each has another one that is always left out with it.
            workshop = session.documents["session"]["workshopId"]
            left[index, activity] = {
                home: min(every - {home}, key=lambda place: lottery("complement", workshop, home, place)) for home in homes}
        return left

    def origins(self, note, workshop):
        """The municipalities of whose hidden people a note may be."""
        homes = self.hidden_homes(note.workshop, note.raw("group"))
        host, slash, round = (note.raw("place") or "").partition("/")
        item = self.session.item.get((note.workshop, note.raw("item")))
        if note.raw("activity") == "consultations" and slash and item:
            seated = (item.fields.get(f"tables-{round}") or {}).get(host)
            if seated is not None:
                homes &= {home(workshop.person[p]) for p in seated if p in workshop.person}
        return homes

    def hidden_homes(self, workshop, group):
        """The municipalities of hidden people, of a side where the group is one."""
        return {home(p) for p in self.hidden_people(workshop) if home(p) and (
            group not in SIDES or standing(p) in (group, "both", None))}

    def hidden_people(self, workshop):
        return [p for p in self.session.all[workshop].people if not self.may_describe(p)]

    def tells_numbers(self, workshop):
        """Whether the numbers of people by municipality lead to none of them: all or none."""
        if self.team or all(self.is_listed(p) for p in self.session.all[workshop].people):
            return True
        places = collections.defaultdict(list)
        for person in self.session.all[workshop].people:
            places[home(person)].append(person)
        for people in places.values():
            hidden = [p for p in people if not self.is_listed(p)]
            few = sum(FEWEST if people_number([p]) is None else people_number([p]) for p in hidden)
            for own in self.apart(people):
                if own and people_number(own) is not None and people_number(own) < FEWEST:
                    return False
            if few < FEWEST:
                return False
        return True

    @staticmethod
    def apart(people):
        """Participants and researchers."""
        return ([p for p in people if standing(p) != "researcher"], [p for p in people if standing(p) == "researcher"])

    # Who may be told of, and how.

    def origin(self, note):
        by = note.raw("by")
        workshop = self.session.all[note.workshop]
        if by in workshop.person:
            if home(workshop.person[by]):
                return home(workshop.person[by])
        elif by and not re.fullmatch(r"[0-9a-f-]{36}", by):
            return by
        if note.file != "plenary":
            return note.file
        return note.raw("group") if note.raw("group") in workshop.municipalities else None

    def is_own(self, person):
        return self.team is not None and home(person) == self.team

    def is_published_person(self, person):
        return (person.workshop, person.id) in self.session.published

    def may_describe(self, person):
        return self.is_own(person) or agrees(person, "function") or self.is_published_person(person)

    def is_listed(self, person):
        """Whether somebody stands in the list of who took part: for everybody nobody does who was absent throughout."""
        return self.may_describe(person) and (self.team is not None or presence(person) is not False)

    def called(self, text, place, workshop):
        wanted = " ".join(text.split()).lower()
        ways = [
            lambda p: " ".join((p.raw("name") or "\0").split()).lower() == wanted,
            lambda p: ((p.raw("name") or "").split() or ["\0"])[0].lower() == wanted,
            lambda p: " ".join((p.raw("function") or "\0").split()).lower() == wanted,
        ]
        for way in ways:
            found = [p for p in self.session.all[workshop].people if way(p)]
            own = [p for p in found if place is not None and home(p) == place]
            if found:
                return own or found
        return []

    def of(self, activity):
        return [t for t in self.told if t.activity == activity]

    # Counting.

    def put(self, name, value):
        if value is not None:
            self.values[name] = value

    def put_ids(self, name, notes):
        if notes:
            self.values[name] = sorted(n.id for n in notes)

    def all(self):
        self.method()
        self.preparation()
        self.strengths()
        self.roles()
        self.market()
        self.tree()
        self.framework()
        self.conditions()
        self.day_two()
        self.consultations()
        self.closing()
        self.register()
        return self.values

    def method(self):
        for item in self.session.items:
            clock = item.fields.get("clock") or {}
            name = f"programme {item.id}"
            self.put(f"{name}: day", item.number("day") if item.number("day") is not None else 1)
            minutes = item.number("minutes")
            self.put(f"{name}: planned minutes", minutes if minutes is not None and 0 <= minutes <= 100_000 else None)
            self.put(f"{name}: minutes added", clock.get("added") or None)
            if clock.get("began"):
                self.put(f"{name}: real minutes", max(0, clock.get("spent", 0)) // 60)
            self.put(f"{name}: notes", sum(t.note.raw("item") == item.id and not (t.hides and self.team is None and self.is_telling(item))
                                            for t in self.told))
        for index, workshop in enumerate(self.session.all):
            total = workshop.total
            self.put(f"participants of workshop {index} in all", total)
            own = [p for p in workshop.people if self.team in (None, home(p))]
            if any(presence(p) is not None for p in own):
                is_open = self.team is not None or all(self.is_published_person(p) for p in own)
                for word, wanted in (("participants", False), ("researchers", True)):
                    meant = [p for p in own if (standing(p) == "researcher") == wanted]
                    there, listed = people_number([p for p in meant if presence(p)]), people_number(meant)
                    away = None if None in (there, listed) else listed - there
                    small = (is_small(there) or is_small(away)) and not is_open
                    self.put(f"{word} present in workshop {index}", None if small else there)
        places = collections.defaultdict(list)
        for person in self.people:
            places[home(person)].append(person)
        for place, people in places.items():
            listed = [p for p in people if self.is_listed(p)]
            tells = all(self.tells_numbers(p.workshop) for p in people)
            participants, researchers = self.apart(people)
            numbers = people_number(participants), people_number(researchers) if researchers else None
            self.put(f"people of {place}: numbers left out", not tells and numbers != (None, None))
            if tells:
                self.put(f"people of {place}: number", numbers[0])
                self.put(f"people of {place}: researchers", numbers[1])
                self.put(f"people of {place}: not listed", len(people) - len(listed))
            self.put(f"people of {place}: listed", len(listed))
            sizes = sorted(n for n in (people_number([p]) for p in listed) if n is not None)
            self.put(f"people of {place}: sizes", sizes or None)
            for side in SIDES:
                sharing = [p for p in people if standing(p) in (side, "both")]
                small = is_small(people_number(sharing))
                if self.team is None and any(self.hidden_people(p.workshop) for p in people):
                    told = people_number([p for p in sharing if self.may_describe(p)])
                    small = told is not None and told < FEWEST
                if place is not None and small:
                    self.put(f"few people: {place} {side}", True)
        together, rooms = set(), []
        for index in {p.workshop for p in self.people}:
            own = [p for p in self.people if p.workshop == index]
            sizes = {w: people_number([p for p in own if standing(p) == w]) for w in [*STANDINGS, None]
                     if any(standing(p) == w for p in own)}
            if self.team is None and not all(self.is_published_person(p) for p in own):
                kept = merged({w: 10**9 if n is None else n for w, n in sizes.items()},
                              unlisted={w: self.unlisted([p for p in own if standing(p) == w]) for w in sizes})[0]
                together |= set(sizes) - set(kept)
                rooms.append(own)
            for where in sizes:
                mine = [p for p in own if standing(p) == where and not self.is_published_person(p)]
                if is_small(people_number(mine)):
                    self.put(f"few people: {where} in a room", True)
        for where in [*STANDINGS, None]:
            people = [p for p in self.people if standing(p) == where]
            if people and where not in together:
                self.put(f"people who stand {where}", people_number(people))
                self.put(f"people who stand {where}: there", True)
        rest = [p for p in self.people if standing(p) in together]
        if rest:
            self.put("people who stand elsewhere: there", True)
            others = [[p for p in own if standing(p) in together] for own in rooms]

            def is_few(people):
                return is_small(people_number(people)) or is_small(self.unlisted(people))

            # What is small in one workshop alone follows from the others and the sum.
            left_out = sum(map(is_few, others)) == 1 or is_few([p for own in others for p in own])
            self.put("people who stand elsewhere: left out", left_out)
            if not left_out:
                self.put("people who stand elsewhere", people_number(rest))
        counts = collections.Counter(what for t in self.told for what in t.withheld)
        hidden = [p for p in self.people if not self.may_describe(p)]
        few = sum(is_small(number) for number in collections.Counter(p.workshop for p in hidden).values())
        if self.team is not None or few != 1 and not is_small(len(hidden)):
            counts["function"] += len(hidden)
        for what in WITHHELD:
            if what != "name":
                self.put(f"left out: {what}", counts[what] or None)
        if self.team is None:
            names = doubtful_names.Names([p.raw("name") or "" for p in self.session.people])
            doubtful = sum(any(names.is_doubtful(text) for text in told.own_texts()) for told in self.told)
            self.put("notes with what may be a word or a name", doubtful or None)

    def preparation(self):
        for told in self.of("preparation"):
            kind, _, topic = (told.place or "").partition("/")
            if kind == "interview":
                name = f"interviews on {topic or None}"
            elif told.place in ("document", "literature", "talk"):
                name = told.place
            else:
                name = "other"
            self.values.setdefault(f"preparation, {name}", []).append(told.id)
        for told in self.of("pitch"):
            part = told.place if told.place in ("goal", "phase", "target-group", "hope") else "other"
            self.values.setdefault(f"pitch of {told.municipality}, {part}", []).append(told.id)

    def strengths(self):
        named = self.of("strengths")
        known = {t.id for t in named}
        below = collections.defaultdict(list)
        grounds = []
        for told in named:
            ground = told.note.raw("addsTo")
            if ground in known:
                below[ground].append(told)
            else:
                grounds.append(told)
        placed, boxes = set(), collections.defaultdict(list)
        for told in grounds + named:
            if told.id in placed:
                continue
            placed.add(told.id)
            additions, waiting = [], [told]
            while waiting:
                for addition in below[waiting.pop().id]:
                    if addition.id not in placed:
                        placed.add(addition.id)
                        additions.append(addition)
                        waiting.append(addition)
            side, _, dimension = (told.place or "").partition("/")
            whole = [told, *additions]
            if side not in SIDES or dimension not in ["", "unsorted", *DIMENSIONS]:
                if told.note.raw("addsTo") not in self.elsewhere:
                    self.values.setdefault("strengths outside boxes", []).extend(t.id for t in whole)
                continue
            if told.note.raw("addsTo") in self.elsewhere:
                key = f"added elsewhere, {side} {dimension if dimension in DIMENSIONS else None}"
                self.values.setdefault(key, []).extend(t.id for t in whole)
                continue
            boxes[side, dimension if dimension in DIMENSIONS else None].append(told)
            name = f"strength {told.id}"
            self.put(f"{name}: additions", len(additions))
            origins = {t.origin for t in whole if t.origin}
            shown = {t.speakers for t in whole if t.speakers}
            untold = sorted((t for t in whole if t.origin and not t.speakers), key=lambda t: whole.index(t))
            if not (untold and self.team is None and self.leads_to_one(untold, origins, shown)):
                self.put(f"{name}: municipalities", len(origins) or None)
            self.put(f"{name}: municipalities told", sorted(shown))
            self.put(f"{name}: groups", len({t.group for t in whole if t.group}) or None)
            self.put(f"{name}: roles", sum(told.id in r.texts("from") for r in self.shown_roles()))
        if self.team is not None:
            everybody = Count(self.session, {**self.report, "edition": {"kind": "public"}})
            others = {t.activity for t in everybody.told if t.id not in self.ids and t.activity}
            if everybody.scores and not self.scores:
                others.add("conditions")
            self.put("activities of others", [a for a in ACTIVITIES if a in others])
        for side in SIDES:
            for dimension in [*DIMENSIONS, None]:
                box = boxes[side, dimension]
                if box or dimension or f"added elsewhere, {side} None" in self.values:
                    self.put(f"strengths, {side} {dimension}", len(box))
            self.put(f"strengths, {side}", sum(len(boxes[side, d]) for d in [*DIMENSIONS, None]))

    def leads_to_one(self, untold, origins, shown):
        """Whether the number of municipalities says which one is left out."""
        homes = self.hidden_homes(untold[0].note.workshop, untold[0].group)
        new = len(origins) - len(shown)
        possible = homes - shown if new else set()
        if len(untold) > new:
            possible |= homes & shown
        return len(possible) < 2

    def shown_roles(self):
        return [r for r in self.session.roles if self.team is None or self.ids & set(r.texts("from"))]

    def roles(self):
        for role in self.shown_roles():
            side = role.raw("side") if role.raw("side") in SIDES else None
            origin = "made here" if role.raw("sourceRole") is None else "of the source"
            name = f"roles, {side} {origin}"
            self.values[name] = self.values.get(name, 0) + 1
            self.put(f"role {role.id}: from", [id for id in role.texts("from") if id in self.ids])

    def market(self):
        by_place = {}
        for index, workshop in enumerate(self.session.all):
            for role in workshop.roles:
                if role.raw("sourceRole"):
                    by_place.setdefault((index, role.raw("sourceRole")), role)
        by_place.update({(role_at, role.id): role for role_at, w in enumerate(self.session.all) for role in w.roles})
        picks, seen, markets = collections.defaultdict(list), set(), set()
        for told in self.of("role-market"):
            if not told.is_pick:
                continue
            role = by_place.get((told.note.workshop, told.place))
            if role and told.writer:
                key = (told.note.raw("item"), role.id, told.writer)
                if key in seen:
                    continue
                seen.add(key)
            markets.add(told.note.workshop)
            picks[role.id if role else None].append(told)
        if not picks:
            return
        offered = [r.id for r in self.session.roles
                   if r.workshop in markets and (self.team is None or r.id in picks)]
        for role in offered + ([None] if None in picks else []):
            name = f"picks of {role}"
            self.put(f"{name}: count", len(picks[role]))
            self.put_ids(f"{name}: notes", picks[role])
            sides = collections.Counter(
                standing(self.session.all[t.note.workshop].person.get(t.writer)) for t in picks[role])
            places = collections.Counter(t.origin if self.team else t.speakers for t in picks[role])
            if self.team is None:
                others = places.pop(None, 0)
                sides, rest = merged({w: sides[w] for w in [*STANDINGS, None] if sides[w]})
                self.put(f"{name}: elsewhere", rest if sides and rest else None)
                places, rest = merged({p: places[p] for p in sorted(places)}, others)
                self.put(f"{name}: of others", rest if places and rest else None)
            for where, count in sides.items():
                self.put(f"{name}: {where}", count)
            for place, count in places.items():
                self.put(f"{name}: of {place}", count)

    def tree(self):
        for part in ("apples", "can", "roots"):
            items = [t for t in self.of("tree") if t.place == part]
            self.put(f"tree, {part}", len(items))
            for told in items:
                left_out = told.group is None and "municipality" in told.withheld
                name = f"tree, {part} of {'(left out)' if left_out else told.group}"
                self.values.setdefault(name, []).append(told.id)

    def framework(self):
        placed = {(t.place, t.municipality) for t in self.of("framework") if not t.is_remark}
        for told in self.of("framework"):
            if told.place in FRAMEWORK and told.is_remark:
                if (told.place, told.municipality) in placed:
                    self.values.setdefault(f"framework {told.place}: notes", []).append(told.id)
                else:
                    self.values.setdefault("framework, remarks", []).append(told.id)
            elif told.place in FRAMEWORK:
                self.values.setdefault(f"framework {told.place}: notes", []).append(told.id)
                places = self.values.setdefault(f"framework {told.place}: municipalities", [])
                if told.speakers and told.speakers not in places:
                    places.append(told.speakers)

    def conditions(self):
        for told in self.of("conditions"):
            self.values.setdefault(f"condition {told.place}", []).append(told.id)
        scores = collections.defaultdict(list)
        for note in self.scores if self.team is None else []:
            if note.raw("group") in SIDES:
                condition, moment = note.raw("place").split("/")
                scores[note.workshop, condition, moment, note.raw("group")].append(note.fields.get("score"))
        for (workshop, condition, moment, side), given in scores.items():
            name = f"scores of {condition} at the {moment}, {side}, in {workshop}"
            numbers = [s for s in given if isinstance(s, int) and not isinstance(s, bool) and 1 <= s <= 5]
            others = sum(s == "not-applicable" for s in given)
            self.put(f"{name}: not applicable", others if others >= 3 else None)
            self.put(f"{name}: too few", len(numbers) < 5 and (bool(numbers) or 0 < others < 3))
            if len(numbers) >= 5:
                self.put(f"{name}: count", len(numbers))
                self.put(f"{name}: median", float(statistics.median(numbers)))
                by_score = [numbers.count(score) for score in range(1, 6)]
                if sum(n > 0 for n in by_score) > 1 and min(n for n in by_score if n) >= 3:
                    self.put(f"{name}: how many gave each", by_score)

    def day_two(self):
        for told in self.of("vision"):
            if told.place == "drawing":
                name = f"drawing {told.id}"
                self.put(f"{name}: of", str(told.municipality))
                self.put(f"{name}: attachments", len(told.attachments))
                self.put(f"{name}: attachments left out", told.withheld_attachments)
            else:
                self.values.setdefault(f"vision of {told.municipality}: words", []).append(told.id)
        chosen = collections.defaultdict(list)
        picked = {(t.place, t.municipality) for t in self.of("plan") if not t.is_remark}
        for told in self.of("plan"):
            self.put(f"claim of {told.id}", told.claim)
            kind, _, id = (told.place or "").partition("/")
            name = f"plan of {told.municipality}: "
            if kind in ("form", "model") and id:
                # What researchers saw in a cooperation is not what its team chose.
                if (told.place, told.municipality) not in picked:
                    kind = "considered"
                elif kind == "form" and told.note.raw("voice") == "researcher" and told.tells_side:
                    kind = "reading"
                chosen[kind, id, told.municipality].append(told)
                self.values.setdefault(name + f"{kind} {id}", []).append(told.id)
            elif told.place in ("action", "lasting", "none"):
                self.values.setdefault(name + told.place, []).append(told.id)
                if told.place == "action":
                    self.put(f"action {told.id}: told by side", told.who_stands)
            else:
                self.values.setdefault(name + "other", []).append(told.id)
        totals = collections.defaultdict(collections.Counter)
        for (kind, id, place), notes in chosen.items():
            states = {}
            for told in notes:
                for field, value in told.note.fields.items():
                    if isinstance(value, str) and value in STATES:
                        states.setdefault(field, value)
            for condition, state in states.items():
                self.put(f"plan of {place}: {kind} {id}: {condition}", state)
            if kind in ("form", "reading"):
                totals[kind, id].update(STATES[s] for s in states.values())
                totals[kind, id][("at", place)] += 1
        for (kind, id), counts in totals.items():
            for state in STATES.values():
                self.put(f"{kind} {id}: {state}", counts[state])
            self.put(f"{kind} {id}: municipalities", sum(isinstance(k, tuple) and k[1] is not None for k in counts))

    def consultations(self):
        session = self.session
        places, first, people, seatings = {}, {}, {}, {}
        for index, workshop in enumerate(session.all):
            order = sorted(workshop.items, key=lambda i: (i.number("day") or 1, (i.raw("rank") or "").encode(), i.id))
            for place, item in enumerate(order):
                places[index, item.id] = place
            first[index] = next((p for p, i in enumerate(order) if i.raw("activity") == "consultations"), -1)
            people[index] = [p for p in workshop.people
                             if standing(p) != "researcher" and home(p) in workshop.municipalities]
            for item in workshop.items:
                for field, tables in item.fields.items() if item.raw("activity") == "consultations" else []:
                    match = re.fullmatch(r"tables-(\d+)", field)
                    if match and int(match[1]) > 0 and isinstance(tables, dict):
                        table_of = {}
                        for table in sorted(tables, reverse=True):
                            for person in tables[table]:
                                table_of[person] = table
                        seatings[index, places[index, item.id], int(match[1])] = table_of
        said = collections.defaultdict(lambda: collections.defaultdict(list))
        visited, uncounted = collections.defaultdict(set), set()
        tables = {t.municipality for t in self.of("consultations") if not t.table_left_out}
        tables |= {m for m in session.municipalities if self.team in (None, m)}
        for told in self.of("consultations"):
            host, slash, round = (told.place or "").partition("/")
            part = told.note.text("part")
            if told.table_left_out:
                host, slash, round = told.note.raw("place").partition("/") if told.note.raw("place") else ("", "", "")
                what = "questions" if host and not slash else "home"
                if host and re.fullmatch(r"[1-9]\d*", round):
                    what = ("insights" if part == "insight" else "advice") + f" in {told.note.workshop}"
                self.values.setdefault(f"consultations left out: {what}", []).append(told.id)
            elif host and not slash:
                self.values.setdefault(f"consultations at {host}: questions", []).append(told.id)
            elif host and re.fullmatch(r"[1-9]\d*", round):
                index = told.note.workshop
                moment = (index, places.get((index, told.note.raw("item")), first[index]), int(round))
                what = "insights" if part == "insight" else "advice"
                said[host, moment][what].append(told.id)
                if told.speakers and told.speakers != host and host in session.municipalities and moment not in seatings:
                    visited[host, told.speakers].add(moment)
                    uncounted.add((host, told.speakers))
            else:
                self.values.setdefault(f"consultations at {told.municipality}: home", []).append(told.id)
        rounds = collections.defaultdict(set)
        for host, moment in said:
            rounds[host].add(moment)
        for moment in seatings:
            for host in session.all[moment[0]].municipalities:
                rounds[host].add(moment)
        numbers = collections.defaultdict(list)
        for moment, table_of in seatings.items():
            for person in people[moment[0]]:
                table = table_of.get(person.id)
                if table and table != home(person):
                    numbers[table, home(person)].append(person)
                    visited[table, home(person)].add(moment)
        # Of a table of others a team's edition tells what the team wrote down there, and nothing of who sat at it.
        others = {table for table, _ in said} - {table or "plenary" for table in tables}
        for table in others:
            for index, moment in enumerate(sorted(moment for host, moment in said if host == table)):
                name = f"consultations at {None if table == 'plenary' else table}: round {index}"
                self.put(f"{name}: number", moment[2])
                self.put(f"{name}: workshop", moment[0])
                for what in ("advice", "insights"):
                    self.put(f"{name}: {what}", said[table, moment][what] or None)
        for table in tables:
            host = table or "plenary"
            for index, moment in enumerate(sorted(rounds[host])):
                name = f"consultations at {table}: round {index}"
                self.put(f"{name}: number", moment[2])
                self.put(f"{name}: workshop", moment[0])
                for what in ("advice", "insights"):
                    self.put(f"{name}: {what}", said[host, moment][what] or None)
                if moment in seatings and table:
                    self.put(f"{name}: numbers left out", not self.tells_seats(moment[0], seatings, people))
                    here = [p for p in people[moment[0]] if seatings[moment].get(p.id) == table]
                    own = [p for p in here if home(p) == table]
                    tells = self.tells_seats(moment[0], seatings, people)
                    self.put(f"{name}: hosts", people_number(own) if tells else None)
                    for place in {home(p) for p in here} - {table}:
                        visitors = [p for p in here if home(p) == place]
                        self.put(f"{name}: visitors from {place}: there", True)
                        self.put(f"{name}: visitors from {place}", people_number(visitors) if tells else None)
        for (host, visitor), moments in visited.items():
            if self.team in (None, host, visitor):
                self.put(f"visits of {visitor} to {host}: rounds", len(moments))
                tells = all(self.tells_seats(m[0], seatings, people) for m in moments)
                known = (host, visitor) not in uncounted and people_number(numbers[host, visitor]) is not None
                self.put(f"visits of {visitor} to {host}: number left out", not tells and known)
                if tells and (host, visitor) not in uncounted:
                    self.put(f"visits of {visitor} to {host}: number", people_number(numbers[host, visitor]))

    def tells_seats(self, workshop, seatings, people):
        """Whether no number of people of one municipality at one table of a workshop is one or two: all or none."""
        if self.team:
            return True
        for moment, table_of in seatings.items():
            cells = collections.defaultdict(list)
            for person in people[moment[0]] if moment[0] == workshop else []:
                if table_of.get(person.id):
                    cells[table_of[person.id], home(person)].append(person)
            if any(is_small(people_number(c)) for c in cells.values()):
                return False
        return True

    def closing(self):
        for told in self.of("closing"):
            place = closing_place(told.place)
            if place:
                name = f"{place[0]} {place[1]}"
            elif told.municipality:
                name = f"municipality {told.municipality}"
            elif told.hides_spoken_for:
                name = f"a municipality that is left out, {standing(told.speaker) if told.tells_side else None}"
            else:
                name = "everybody"
            self.values.setdefault(f"closing, {name}", []).append(told.id)

    def register(self):
        for told in self.told:
            name = f"notes of {told.municipality}, {told.activity}"
            self.values.setdefault(name, []).append(told.id)
            self.put(f"note {told.id}: workshop", told.note.workshop)
            self.put(f"note {told.id}: quoted", told.quoted)
            self.put(f"note {told.id}: left out", sorted(told.withheld) or None)
        if self.team:
            known = self.ids | set(self.elsewhere)
            self.put("strengths of others", sum(n.raw("addsTo") not in known for n in self.elsewhere.values()))
            shown = {r.id for r in self.shown_roles()}
            self.put("roles of others", sum(r.id not in shown for r in self.session.roles))


def is_score(note):
    return note.raw("activity") == "conditions" and re.fullmatch(r"[^/]+/(start|end)", note.raw("place") or "") is not None


def reported(report):
    """The same values as the report has them, and the paths of the numbers that were looked at."""
    values, seen = {}, set()

    def put(name, value, *paths):
        seen.update(paths)
        if value is not None:
            values[name] = value

    def ids(name, items, key="note"):
        if items:
            values[name] = [item[key] if isinstance(item, dict) else item for item in items]

    for item in (i for w in report["workshops"] for i in w["programme"]):
        name = f"programme {item['id']}"
        for key, word in (("day", "day"), ("plannedMinutes", "planned minutes"), ("addedMinutes", "minutes added"),
                          ("realMinutes", "real minutes"), ("notes", "notes")):
            put(f"{name}: {word}", item.get(key), f"workshops[].programme[].{key}")
    for index, workshop in enumerate(report["workshops"]):
        put(f"participants of workshop {index} in all", workshop.get("participantTotal"), "workshops[].participantTotal")
        for word in ("participants", "researchers"):
            put(f"{word} present in workshop {index}", workshop.get("attendance", {}).get(word),
                f"workshops[].attendance.{word}")
    for group in report["participants"]:
        name = f"people of {group.get('municipality')}"
        put(f"{name}: numbers left out", group["isNumberWithheld"])
        put(f"{name}: number", group.get("number"), "participants[].number")
        put(f"{name}: researchers", group.get("researchers"), "participants[].researchers")
        put(f"{name}: listed", len(group["people"]))
        put(f"{name}: not listed", group.get("unlisted"), "participants[].unlisted")
        sizes = sorted(p["number"] for p in group["people"] if "number" in p)
        put(f"{name}: sizes", sizes or None, "participants[].people[].number")
    for where in report["standings"]:
        name = f"people who stand {'elsewhere' if where['isMerged'] else where.get('standing')}"
        put(name, where.get("number"), "standings[].number")
        put(f"{name}: there", True)
        put(f"{name}: left out", where["isNumberWithheld"] if where["isMerged"] else None)
    for group in report["protection"]["smallGroups"]:
        put(f"few people: {group['municipality']} {group['side']}", True)
    for place in report["protection"]["smallStandings"]:
        put(f"few people: {place.get('standing')} in a room", True)
    for entry in report["protection"]["withheld"]:
        seen.add("protection.withheld[].count")
        if entry["what"] != "name":
            put(f"left out: {entry['what']}", entry["count"])
    put("notes with what may be a word or a name", report["protection"].get("doubtfulNames"), "protection.doubtfulNames")
    put("notes of people who are not on the list", report["protection"].get("unknownWriters"), "protection.unknownWriters")
    preparation = report.get("preparation", {})
    for topic in preparation.get("interviews", []):
        ids(f"preparation, interviews on {topic.get('topic')}", topic["items"])
    for key, word in (("documents", "document"), ("literature", "literature"), ("talks", "talk"), ("others", "other")):
        ids(f"preparation, {word}", preparation.get(key))
    for pitch in report.get("pitches", []):
        for part in pitch["parts"]:
            ids(f"pitch of {pitch.get('municipality')}, {part['part']}", part["items"])
        ids(f"pitch of {pitch.get('municipality')}, other", pitch["others"])
    for side in report["strengths"]:
        put(f"strengths, {side['side']}", side["count"], "strengths[].count")
        for box in side["boxes"]:
            put(f"strengths, {side['side']} {box.get('dimension')}", len(box["items"]))
            ids(f"added elsewhere, {side['side']} {box.get('dimension')}", box["additionsElsewhere"])
            for strength in box["items"]:
                name = f"strength {strength['note']}"
                put(f"{name}: additions", len(strength["additions"]))
                put(f"{name}: municipalities", strength.get("municipalityCount"),
                    "strengths[].boxes[].items[].municipalityCount")
                put(f"{name}: municipalities told", strength["municipalities"])
                put(f"{name}: groups", strength.get("groupCount"), "strengths[].boxes[].items[].groupCount")
                put(f"{name}: roles", len(strength["roles"]))
    ids("strengths outside boxes", report.get("strengthsOutside"))
    if "shared" in report:
        put("activities of others", report["shared"]["activities"])
    for side in report["roles"]:
        for key, word in (("madeHere", "made here"), ("source2016", "of the source")):
            put(f"roles, {side.get('side')} {word}", len(side[key]) or None)
            for role in side[key]:
                put(f"role {role['id']}: from", role["from"])
                if [s["note"] for s in role["lineage"]] != role["from"]:
                    sys.exit(f"role {role['id']}: its lineage has other notes than it grew out of")
    for role in report.get("roleMarket", []):
        name = f"picks of {role.get('role')}"
        put(f"{name}: count", role["count"], "roleMarket[].count")
        put(f"{name}: notes", sorted(p["note"] for p in role["picks"]) or None)
        for entry in role["standings"]:
            where = "elsewhere" if entry["isMerged"] else entry.get("standing")
            put(f"{name}: {where}", entry["count"], "roleMarket[].standings[].count")
        for entry in role["municipalities"]:
            place = "others" if entry["isMerged"] else entry.get("municipality")
            put(f"{name}: of {place}", entry["count"], "roleMarket[].municipalities[].count")
    for part in report["tree"]:
        put(f"tree, {part['part']}", part["count"], "tree[].count")
        for group in part["groups"]:
            place = "(left out)" if group["isGroupWithheld"] else group.get("group")
            ids(f"tree, {part['part']} of {place}", group["items"])
    for place in report["framework"]:
        put(f"framework {place['place']}: notes", place["notes"])
        put(f"framework {place['place']}: municipalities", place["municipalities"])
    ids("framework, remarks", report.get("frameworkRemarks"))
    for condition in report.get("conditions", []):
        ids(f"condition {condition.get('condition')}", condition["items"])
    for score in report["scores"]:
        name = (f"scores of {score['condition']} at the {score['moment']}, {score['side']}, in {score['workshop']}")
        seen.add("scores[].workshop")
        own = score["scores"]
        for key, word in (("count", "count"), ("notApplicable", "not applicable"), ("median", "median")):
            put(f"{name}: {word}", own.get(key), f"scores[].scores.{key}")
        put(f"{name}: too few", own["isTooFew"])
        put(f"{name}: how many gave each", own.get("distribution"), "scores[].scores.distribution[]")
    for vision in report.get("visions", []):
        ids(f"vision of {vision.get('municipality')}: words", vision["words"])
        for drawing in vision["drawings"]:
            name = f"drawing {drawing['note']}"
            put(f"{name}: of", str(vision.get("municipality")))
            put(f"{name}: attachments", len(drawing["attachments"]))
            put(f"{name}: attachments left out", drawing["withheldAttachments"],
                "visions[].drawings[].withheldAttachments")
    claims = {note["id"]: note["claim"] for note in report["notes"] if "claim" in note}
    for id, claim in claims.items():
        put(f"claim of {id}", claim)
    for plan in report.get("plans", []):
        name = f"plan of {plan.get('municipality')}: "
        for key, word in (("actions", "action"), ("lasting", "lasting"), ("noPlan", "none"), ("others", "other")):
            ids(name + word, plan[key])
        for action in plan["actions"]:
            put(f"action {action['note']}: told by side", len(action["whoStands"]))
            if action.get("claim") != claims.get(action["note"]):
                sys.exit(f"action {action['note']}: the register has another claim")
        for key, word in (("forms", "form"), ("readings", "reading"), ("models", "model"), ("considered", "considered")):
            for choice in plan.get(key, []):
                ids(name + f"{word} {choice['id']}", choice["notes"])
                for condition in choice["conditions"]:
                    put(name + f"{word} {choice['id']}: {condition['id']}", condition["state"])
    for form in report.get("forms", []):
        kind = "reading" if form["isReading"] else "form"
        for state in STATES.values():
            put(f"{kind} {form['id']}: {state}", form[state], f"forms[].{state}")
        put(f"{kind} {form['id']}: municipalities", len(form["municipalities"]))
    for table in report.get("consultations", []):
        name = f"consultations at {table.get('municipality')}: "
        if table["isMunicipalityWithheld"]:
            name = "consultations left out: "
        ids(name + "questions", table["questions"])
        ids(name + "home", table["home"])
        for index, round in enumerate(table["rounds"]):
            if table["isMunicipalityWithheld"]:
                for what in ("advice", "insights"):
                    ids(f"{name}{what} in {round['workshop']}", round[what])
                continue
            own = name + f"round {index}"
            put(f"{own}: number", round["round"], "consultations[].rounds[].round")
            put(f"{own}: workshop", round["workshop"], "consultations[].rounds[].workshop")
            for what in ("advice", "insights"):
                ids(f"{own}: {what}", round[what])
            seats = round.get("seats", {"visitors": []})
            put(f"{own}: numbers left out", seats.get("isNumberWithheld"))
            put(f"{own}: hosts", seats.get("hosts"), "consultations[].rounds[].seats.hosts")
            for visitor in seats["visitors"]:
                put(f"{own}: visitors from {visitor['municipality']}: there", True)
                put(f"{own}: visitors from {visitor['municipality']}", visitor.get("number"),
                    "consultations[].rounds[].seats.visitors[].number")
    for visit in report.get("visits", []):
        name = f"visits of {visit['visitor']} to {visit['host']}"
        put(f"{name}: rounds", visit["rounds"], "visits[].rounds")
        put(f"{name}: number", visit.get("number"), "visits[].number")
        put(f"{name}: number left out", visit["isNumberWithheld"])
    for words in report.get("closing", []):
        if "municipality" in words:
            name = f"municipality {words['municipality']}"
        elif "researcher" in words:
            name = f"researcher {words['researcher']}"
        elif words["isMunicipalityWithheld"]:
            name = f"a municipality that is left out, {words.get('standing')}"
        else:
            name = "everybody"
        seen.add("closing[].researcher")
        ids(f"closing, {name}", words["words"])
    for file in report["municipalities"]:
        for activity in file["activities"]:
            ids(f"notes of {file.get('municipality')}, {activity.get('activity')}", activity["notes"])
    for note in report["notes"]:
        put(f"note {note['id']}: workshop", note["workshop"], "notes[].workshop")
        put(f"note {note['id']}: quoted", note["verbatim"])
        put(f"note {note['id']}: left out", sorted(set(note["withheld"]) - {"name"}) or None)
    for key in ("strengths", "roles"):
        put(f"{key} of others", report.get("elsewhere", {}).get(key), f"elsewhere.{key}")
    return values, seen


def numbers(value, path=""):
    """The paths of all numbers in a report."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from numbers(member, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for member in value:
            yield from numbers(member, path + "[]")
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield path


def check_words(count, report):
    """Every text is the file's, without what is left out; names are left out, and nothing but names."""
    problems = []
    told = {t.id: t for t in count.told}
    names = {w.casefold() for p in count.session.people for w in re.findall(r"\w+", p.raw("name") or "")}
    names |= {name + "s" for name in names}
    places = {w.casefold() for s in count.session.all for r in s.documents["session"].get("municipalities", [])
              for w in re.findall(r"\w+", r.get("name") or "")}
    masked = 0
    for note in report["notes"]:
        own = told.get(note["id"])
        if own is None:
            continue
        text = own.note.raw("text") or ""
        if own.refused or own.leaves_reasons:
            text = ""
        if "name" in note["withheld"]:
            masked += 1
        if note["text"] == text:
            continue
        pattern = ".*".join(f"({re.escape(part)})" for part in note["text"].split(MASK)).replace(")(", ")(.*)(")
        pieces = re.fullmatch(pattern.replace(").*(", ")(.*?)("), text, flags=re.S)
        removed = re.findall(r"\w+", " ".join(pieces.groups()[1::2])) if pieces else ["?"]
        strange = [word for word in removed if word.casefold() not in names | (places if own.hides else set())]
        if strange:
            problems.append(f"note {note['id']}: the text is not the file's: {note['text']!r}")
    listed = [e["count"] for e in report["protection"]["withheld"] if e["what"] == "name"]
    if (listed or [0])[0] != masked:
        problems.append(f"left out: name: {masked} notes say so, the report says {listed}")
    if count.team is None:
        whole = json.dumps(report, ensure_ascii=False)
        for person in count.session.people:
            name = person.raw("name")
            if name and len(name.split()) > 1 and name.casefold() in whole.casefold():
                problems.append(f"a participant's name is in the public edition: {name!r}")
    return problems


def differences(count, expected, report):
    """What the report says otherwise than the files, a line each."""
    found, seen = reported(report)
    found = {k: v for k, v in found.items() if v != []}
    problems = check_words(count, report)
    for path in sorted({p for p in numbers(report)} - seen - {"reportVersion"}):
        problems.append(f"a number that nobody counts again: {path}")
    if report["reportVersion"] != VERSION:
        problems.append(f"reportVersion: this counts version {VERSION} again, not {report['reportVersion']}")
    order = [note["id"] for note in report["notes"]]
    if order != [told.id for told in count.told]:
        problems.append("the notes are not in the order of making, with those that are left out last and by id")
    for name in sorted(expected.keys() | found.keys()):
        mine, theirs = expected.get(name, "nothing"), found.get(name, "nothing")
        if isinstance(mine, list) and isinstance(theirs, list) and ": range" not in name:
            mine, theirs = sorted(mine), sorted(theirs)
        if mine != theirs:
            problems.append(f"{name}: {mine} in the files, {theirs} in the report")
    return problems


def holders(value, path=""):
    """Where the numbers of a report stand: the object or list, the key in it, and the path."""
    if isinstance(value, (dict, list)):
        for key, member in value.items() if isinstance(value, dict) else enumerate(value):
            own = f"{path}[{key}]" if isinstance(value, list) else f"{path}.{key}".lstrip(".")
            if isinstance(member, (int, float)) and not isinstance(member, bool):
                yield value, key, own
            yield from holders(member, own)


def unseen(count, expected, report):
    """The numbers that can be one more without a difference, and how many were tried."""
    missed, tried = [], 0
    for holder, key, path in list(holders(report)):
        right = holder[key]
        holder[key] = right + 1
        tried += 1
        try:
            if not differences(count, expected, report):
                missed.append(path)
        except (KeyError, IndexError):
            pass  # What points nowhere is seen, too.
        holder[key] = right
    return missed, tried


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sessions", nargs="+", metavar="session", help="the folder of a session")
    parser.add_argument("report", help="what werkplaats report SESSION... --format json printed")
    parser.add_argument("--mutate", action="store_true", help="change each number and see whether that is noticed")
    options = parser.parse_args()
    with open(options.report, encoding="utf-8") as file:
        report = json.load(file)
    folders = ", ".join(options.sessions)
    if len(report["workshops"]) != len(options.sessions):
        sys.exit(f"{options.report}: a report of {len(report['workshops'])} workshops, not of {len(options.sessions)}")
    count = Count(Sessions(options.sessions), report)
    expected = {k: v for k, v in count.all().items() if v != []}
    problems = differences(count, expected, report)
    if problems:
        print("\n".join(problems))
        print(f"{options.report}: {len(problems)} differences from {folders}", file=sys.stderr)
        sys.exit(1)
    edition = f"team {count.team}" if count.team else "public"
    print(
        f"{options.report}: {edition}: {len(expected)} values, {sum(1 for _ in numbers(report))} numbers and "
        f"{len(count.told)} notes agree with the files")
    if options.mutate:
        missed, tried = unseen(count, expected, report)
        print("\n".join(f"nobody saw the change of {path}" for path in missed), end="\n" if missed else "")
        print(f"{options.report}: {tried - len(missed)} of {tried} changed numbers were seen")
        if missed:
            sys.exit(1)


main()
