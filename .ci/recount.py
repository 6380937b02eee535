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
import sys

SIDES = ["formal", "informal"]
STANDINGS = ["formal", "informal", "both", "neither", "researcher"]
DIMENSIONS = ["knowledge", "skills", "position", "power"]
ACTIVITIES = """preparation welcome pitch framework strengths tree walk break lunch dinner prejudice-game free breakfast
    recap vision role-market consultations feedback plan conditions closing""".split()
WITHHELD = ["quotation", "name", "municipality", "function", "who", "reasons", "photograph", "time"]
STATES = {"met": "met", "not-met": "notMet", "not-applicable": "notApplicable"}
FRAMEWORK = {f"{focus}/{way}" for focus in ("family", "community")
             for way in ("informal-to-formal", "formal-to-informal", "mutual")}
FRAMEWORK |= {f"start/{point}" for point in ("formal", "informal", "both")}
# What is a municipality's as a whole, and not one person's.
SHARED = {"preparation", "pitch", "framework", "vision", "consultations", "plan"}
MASK = "[…]"
VERSION = 2


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

        def records(collection):
            found = [Record(raw, "session") for raw in session.get(collection, [])]
            return sorted((r for r in found if r.present), key=lambda r: r.created)

        info = [Record(raw, "session") for raw in session.get("workshop", [])]
        self.beginning = min((r.created, r.revisions[0]["id"]) for r in info if r.revisions)
        self.is_published = any(r.raw("source") is not None for r in info)
        self.municipalities = [r.raw("file") for r in records("municipalities") if r.raw("file")]
        self.items = [r for r in records("items") if r.raw("activity") in ACTIVITIES]
        self.people = records("participants")
        self.roles = records("roles")

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
                    self.published.add(person.id)
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
        self.roles.sort(key=lambda role: role.created)
        self.person = {p.id: p for p in self.people}
        self.item = {(i.workshop, i.id): i for i in self.items}
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
        self.note, self.id, self.created = note, note.id, note.created
        self.activity = note.raw("activity") if note.raw("activity") in ACTIVITIES else None
        self.file = None if note.file == "plenary" else note.file
        self.kind = note.raw("kind") or usual_kind(self.activity, note.raw("place"))
        by = note.raw("by")
        self.author = session.person.get(by)
        self.writer = by if by and re.fullmatch(r"[0-9a-f-]{36}", by) else None
        self.origin = count.origin(note)
        self.place = note.raw("place")
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
            self.speaker = session.person.get(chosen) or self.author
        may_describe = (
            self.is_published
            or (self.speaker is not None and count.may_describe(self.speaker))
            or (team is not None and (self.spoken_for or self.origin) == team))
        is_verbatim = note.fields.get("verbatim") is True
        signed_speech = (self.writer is not None and (is_verbatim or self.kind != "sheet")
                         and self.activity not in SHARED)
        personal = self.is_pick or self.spoken_for is not None or signed_speech
        hides = personal and not may_describe
        withheld = set()

        def shown(place):
            return None if hides and place in (self.origin, self.spoken_for) else place

        self.municipality = shown(self.file)
        self.group = note.raw("group")
        if self.group in session.municipalities:
            self.group = shown(self.group)
        sheet = self.author is None or self.origin in (self.file, note.raw("group"))
        named = not hides and (sheet or may_describe or home(self.author) != self.origin)
        self.speakers = self.origin if named else None
        if self.origin is not None and not named:
            withheld.add("municipality")
        if hides and self.spoken_for and closing_place(self.place):
            self.place = None
        self.hides_spoken_for = hides and self.spoken_for is not None
        at = note.revisions[0].get("at") if note.revisions else None
        if hides and at:
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
            meant = count.called(note.text("respondent"), self.file)
            if not (len(meant) == 1 and count.may_describe(meant[0]) and meant[0].text("function")):
                withheld.add("function")
        self.who_stands = 0
        if note.text("who") and team is None and not self.is_published:
            for part in re.split(r"\s+(?:en|and|met|with)\s+|[,;/&+]", note.text("who"), flags=re.I):
                part = part.strip()
                if not part:
                    continue
                meant = count.called(part, self.file or self.origin)
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
            group = [p for p in session.people if place is not None and home(p) == place]
            photographs = bool(group) and all(agrees(p, "photograph") for p in group)
        self.attachments = files if photographs else []
        self.withheld_attachments = 0 if photographs else len(files)
        if files and not photographs:
            withheld.add("photograph")
        self.withheld = withheld


class Count:
    def __init__(self, session, report):
        self.session, self.report = session, report
        self.team = report["edition"].get("municipality")
        self.people = [p for p in session.people if self.team is None or home(p) == self.team]
        notes = [n for n in session.notes.values() if self.team in (None, n.file, self.origin(n))]
        self.scores = [n for n in notes if is_score(n)]
        self.told = sorted((Told(n, self) for n in notes if not is_score(n)), key=lambda t: t.created)
        self.ids = {t.id for t in self.told}
        self.values = {}

    # Who may be told of, and how.

    def origin(self, note):
        by = note.raw("by")
        if by in self.session.person:
            if home(self.session.person[by]):
                return home(self.session.person[by])
        elif by and not re.fullmatch(r"[0-9a-f-]{36}", by):
            return by
        if note.file != "plenary":
            return note.file
        return note.raw("group") if note.raw("group") in self.session.municipalities else None

    def is_own(self, person):
        return self.team is not None and home(person) == self.team

    def is_published_person(self, person):
        return person.id in self.session.published

    def may_describe(self, person):
        return self.is_own(person) or agrees(person, "function") or self.is_published_person(person)

    def called(self, text, place):
        wanted = " ".join(text.split()).lower()
        ways = [
            lambda p: " ".join((p.raw("name") or "\0").split()).lower() == wanted,
            lambda p: ((p.raw("name") or "").split() or ["\0"])[0].lower() == wanted,
            lambda p: " ".join((p.raw("function") or "\0").split()).lower() == wanted,
        ]
        for way in ways:
            found = [p for p in self.session.people if way(p)]
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
            self.put(f"{name}: notes", sum(t.note.raw("item") == item.id for t in self.told))
        places = collections.defaultdict(list)
        for person in self.people:
            places[home(person)].append(person)
        for place, people in places.items():
            listed = [p for p in people if self.may_describe(p)]
            self.put(f"people of {place}: number", people_number(people))
            self.put(f"people of {place}: listed", len(listed))
            self.put(f"people of {place}: not listed", len(people) - len(listed))
            sizes = sorted(n for n in (people_number([p]) for p in listed) if n is not None)
            self.put(f"people of {place}: sizes", sizes or None)
            for side in SIDES:
                sharing = [p for p in people if standing(p) in (side, "both")]
                number = people_number(sharing)
                if place is not None and sharing and number is not None and number < 3:
                    self.put(f"few people: {place} {side}", True)
        for where in [*STANDINGS, None]:
            people = [p for p in self.people if standing(p) == where]
            if people:
                self.put(f"people who stand {where}", people_number(people))
                self.put(f"people who stand {where}: there", True)
        counts = collections.Counter(what for t in self.told for what in t.withheld)
        counts["function"] += sum(not self.may_describe(p) for p in self.people)
        for what in WITHHELD:
            if what != "name":
                self.put(f"left out: {what}", counts[what] or None)

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
            if side not in SIDES or dimension not in ["", "unsorted", *DIMENSIONS]:
                continue
            boxes[side, dimension if dimension in DIMENSIONS else None].append(told)
            whole = [told, *additions]
            name = f"strength {told.id}"
            self.put(f"{name}: additions", len(additions))
            self.put(f"{name}: municipalities", len({t.origin for t in whole if t.origin}) or None)
            self.put(f"{name}: municipalities told", sorted({t.speakers for t in whole if t.speakers}))
            self.put(f"{name}: groups", len({t.group for t in whole if t.group}) or None)
            self.put(f"{name}: roles", sum(told.id in r.texts("from") for r in self.shown_roles()))
        for side in SIDES:
            for dimension in [*DIMENSIONS, None]:
                box = boxes[side, dimension]
                if box or dimension:
                    self.put(f"strengths, {side} {dimension}", len(box))
            self.put(f"strengths, {side}", sum(len(boxes[side, d]) for d in [*DIMENSIONS, None]))

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
            for where, count in collections.Counter(
                    standing(self.session.person.get(t.writer)) for t in picks[role]).items():
                self.put(f"{name}: {where}", count)
            for place, count in collections.Counter(t.origin for t in picks[role]).items():
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
        for told in self.of("framework"):
            if told.place in FRAMEWORK:
                self.values.setdefault(f"framework {told.place}: notes", []).append(told.id)
                places = self.values.setdefault(f"framework {told.place}: municipalities", [])
                if told.speakers and told.speakers not in places:
                    places.append(told.speakers)

    def conditions(self):
        for told in self.of("conditions"):
            self.values.setdefault(f"condition {told.place}", []).append(told.id)
        scores = collections.defaultdict(list)
        for note in self.scores:
            if note.raw("group") in SIDES:
                condition, moment = note.raw("place").split("/")
                scores[condition, moment, note.raw("group")].append(note.fields.get("score"))
        for (condition, moment, side), given in scores.items():
            name = f"scores of {condition} at the {moment}, {side}"
            numbers = [s for s in given if isinstance(s, int) and not isinstance(s, bool) and 1 <= s <= 5]
            self.put(f"{name}: count", len(numbers))
            self.put(f"{name}: not applicable", sum(s == "not-applicable" for s in given))
            if len(numbers) >= 3:
                self.put(f"{name}: range", [min(numbers), max(numbers)])

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
        for told in self.of("plan"):
            kind, _, id = (told.place or "").partition("/")
            name = f"plan of {told.municipality}: "
            if kind in ("form", "model") and id:
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
            if kind == "form":
                totals[id].update(STATES[s] for s in states.values())
                totals[id][("at", place)] += 1
        for id, counts in totals.items():
            for state in STATES.values():
                self.put(f"form {id}: {state}", counts[state])
            self.put(f"form {id}: municipalities", sum(isinstance(k, tuple) and k[1] is not None for k in counts))

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
        tables = {t.municipality for t in self.of("consultations")}
        tables |= {m for m in session.municipalities if self.team in (None, m)}
        for told in self.of("consultations"):
            host, slash, round = (told.place or "").partition("/")
            part = told.note.text("part")
            if host and not slash:
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
        for table in tables:
            host = table or "plenary"
            for index, moment in enumerate(sorted(rounds[host])):
                name = f"consultations at {table}: round {index}"
                self.put(f"{name}: number", moment[2])
                self.put(f"{name}: workshop", moment[0])
                for what in ("advice", "insights"):
                    self.put(f"{name}: {what}", said[host, moment][what] or None)
                if moment in seatings and table:
                    here = [p for p in people[moment[0]] if seatings[moment].get(p.id) == table]
                    own = [p for p in here if home(p) == table]
                    self.put(f"{name}: hosts", people_number(own))
                    for place in {home(p) for p in here} - {table}:
                        visitors = [p for p in here if home(p) == place]
                        self.put(f"{name}: visitors from {place}", people_number(visitors))
        for (host, visitor), moments in visited.items():
            if self.team in (None, host, visitor):
                self.put(f"visits of {visitor} to {host}: rounds", len(moments))
                if (host, visitor) not in uncounted:
                    self.put(f"visits of {visitor} to {host}: number", people_number(numbers[host, visitor]))

    def closing(self):
        for told in self.of("closing"):
            place = closing_place(told.place)
            if place:
                name = f"{place[0]} {place[1]}"
            elif told.municipality:
                name = f"municipality {told.municipality}"
            elif told.hides_spoken_for:
                name = f"a municipality that is left out, {standing(told.speaker)}"
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
    for group in report["participants"]:
        name = f"people of {group.get('municipality')}"
        put(f"{name}: number", group.get("number"), "participants[].number")
        put(f"{name}: listed", len(group["people"]))
        put(f"{name}: not listed", group["unlisted"], "participants[].unlisted")
        sizes = sorted(p["number"] for p in group["people"] if "number" in p)
        put(f"{name}: sizes", sizes or None, "participants[].people[].number")
    for where in report["standings"]:
        name = f"people who stand {where.get('standing')}"
        put(name, where.get("number"), "standings[].number")
        put(f"{name}: there", True)
    for group in report["protection"]["smallGroups"]:
        put(f"few people: {group['municipality']} {group['side']}", True)
    for entry in report["protection"]["withheld"]:
        seen.add("protection.withheld[].count")
        if entry["what"] != "name":
            put(f"left out: {entry['what']}", entry["count"])
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
            for strength in box["items"]:
                name = f"strength {strength['note']}"
                put(f"{name}: additions", len(strength["additions"]))
                put(f"{name}: municipalities", strength.get("municipalityCount"),
                    "strengths[].boxes[].items[].municipalityCount")
                put(f"{name}: municipalities told", strength["municipalities"])
                put(f"{name}: groups", strength.get("groupCount"), "strengths[].boxes[].items[].groupCount")
                put(f"{name}: roles", len(strength["roles"]))
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
            put(f"{name}: {entry.get('standing')}", entry["count"], "roleMarket[].standings[].count")
        for entry in role["municipalities"]:
            put(f"{name}: of {entry.get('municipality')}", entry["count"], "roleMarket[].municipalities[].count")
    for part in report["tree"]:
        put(f"tree, {part['part']}", part["count"], "tree[].count")
        for group in part["groups"]:
            place = "(left out)" if group["isGroupWithheld"] else group.get("group")
            ids(f"tree, {part['part']} of {place}", group["items"])
    for place in report["framework"]:
        put(f"framework {place['place']}: notes", place["notes"])
        put(f"framework {place['place']}: municipalities", place["municipalities"])
    for condition in report.get("conditions", []):
        ids(f"condition {condition.get('condition')}", condition["items"])
    for score in report["scores"]:
        name = f"scores of {score['condition']} at the {score['moment']}, {score['side']}"
        own = score["scores"]
        for key, word in (("count", "count"), ("notApplicable", "not applicable")):
            put(f"{name}: {word}", own[key], f"scores[].scores.{key}")
        put(f"{name}: range", [own["low"], own["high"]] if "low" in own else None,
            "scores[].scores.low", "scores[].scores.high")
    for vision in report.get("visions", []):
        ids(f"vision of {vision.get('municipality')}: words", vision["words"])
        for drawing in vision["drawings"]:
            name = f"drawing {drawing['note']}"
            put(f"{name}: of", str(vision.get("municipality")))
            put(f"{name}: attachments", len(drawing["attachments"]))
            put(f"{name}: attachments left out", drawing["withheldAttachments"],
                "visions[].drawings[].withheldAttachments")
    for plan in report.get("plans", []):
        name = f"plan of {plan.get('municipality')}: "
        for key, word in (("actions", "action"), ("lasting", "lasting"), ("noPlan", "none"), ("others", "other")):
            ids(name + word, plan[key])
        for action in plan["actions"]:
            put(f"action {action['note']}: told by side", len(action["whoStands"]))
        for key, word in (("forms", "form"), ("models", "model")):
            for choice in plan[key]:
                ids(name + f"{word} {choice['id']}", choice["notes"])
                for condition in choice["conditions"]:
                    put(name + f"{word} {choice['id']}: {condition['id']}", condition["state"])
    for form in report.get("forms", []):
        for state in STATES.values():
            put(f"form {form['id']}: {state}", form[state], f"forms[].{state}")
        put(f"form {form['id']}: municipalities", len(form["municipalities"]))
    for table in report.get("consultations", []):
        name = f"consultations at {table.get('municipality')}: "
        ids(name + "questions", table["questions"])
        ids(name + "home", table["home"])
        for index, round in enumerate(table["rounds"]):
            own = name + f"round {index}"
            put(f"{own}: number", round["round"], "consultations[].rounds[].round")
            put(f"{own}: workshop", round["workshop"], "consultations[].rounds[].workshop")
            for what in ("advice", "insights"):
                ids(f"{own}: {what}", round[what])
            seats = round.get("seats", {"visitors": []})
            put(f"{own}: hosts", seats.get("hosts"), "consultations[].rounds[].seats.hosts")
            for visitor in seats["visitors"]:
                put(f"{own}: visitors from {visitor['municipality']}", visitor.get("number"),
                    "consultations[].rounds[].seats.visitors[].number")
    for visit in report.get("visits", []):
        name = f"visits of {visit['visitor']} to {visit['host']}"
        put(f"{name}: rounds", visit["rounds"], "visits[].rounds")
        put(f"{name}: number", visit.get("number"), "visits[].number")
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
        strange = [word for word in removed if word.casefold() not in names]
        if strange or count.team is not None:
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
