"""Tries to work out from public reports what they leave out, and fails if anything it is certain of is right.

    eliminate.py --program PATH [--rehearsals 100] [--seed 1] [--keep FOLDER]

It makes rehearsals in which people agree to this and that, reads nothing but what `report` prints of them (Markdown, HTML, JSON
and the figures; of each workshop alone, of two together, of one at several moments, and a team's edition beside the public one), and draws
conclusions as somebody would who wants to know: from what is told, orders, times, totals less what is told, who else is left, what words
remain, under what heading something stands, to what it leads, and what all editions leave open. Only then it looks in the files
whether a conclusion is right. A conclusion that is wrong does no harm: whoever draws it knows nothing.
"""

import argparse
import collections
import concurrent.futures
import html
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import uuid

import printed_ids

TOWNS = ["Almere", "Beekdorp", "Culemborg", "Duinstad", "Vaartstad", "Zeewolde"]
AS_ONE = ["preparation", "pitch", "framework", "vision", "consultations", "plan", "closing"]
FEW = (1, 2)


# Making workshops.

def make(program, folder, seed):
    """A rehearsal in which people answer otherwise than in a real one, some stand nowhere, and some words are signed."""
    draw = random.Random(seed)
    towns = sorted(draw.sample(TOWNS, draw.choice([2, 3, 3, 4, 5])), key=lambda _: draw.random())
    plain, played = folder + "-plain", folder
    options = [word for town in towns for word in ("--municipality", town)]
    run([program, "new", plain, "--language", draw.choice(["nl", "en"]), "--title", f"Workshop {seed}", *options])
    people = str(draw.randint(2 * len(towns), 5 * len(towns)))
    run([program, "rehearse", plain, "--play", "--people", people, "--seed", str(seed), "--keep", played])
    shutil.rmtree(plain)
    change(played, draw)
    return played


def change(folder, draw):
    path = os.path.join(folder, "session.json")
    session = read(path)
    names = {m["file"]: m["name"] for m in session["municipalities"]}
    people = session["participants"]
    how = draw.choice(["all", "most", "half", "few", "one", "one town"])
    chance = {"all": 0.97, "most": 0.85, "half": 0.5, "few": 0.15, "one": 1, "one town": 1}[how]
    refusing = draw.choice(list(names))
    one = draw.choice(people)["id"]
    for person in people:
        agrees = draw.random() < chance
        if how == "one":
            agrees = person["id"] != one
        if how == "one town":
            agrees = person.get("municipality") != refusing
        person["consent-function"] = agrees if draw.random() < 0.9 or agrees else None
        person["consent-quote"] = draw.random() < 0.6
        if person["consent-function"] is None:  # Whoever takes a field out of a file by hand does not change it.
            person["consent-function"] = "unanswered"
        if draw.random() < 0.08:
            person["side"] = draw.choice(["both", "neither", None])
    quiet = [p for p in people if p["consent-function"] is not True]
    if quiet and draw.random() < 0.5:
        draw.choice(quiet)["function"] = "voorzitter"
    write(path, session)
    answers = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".json") or name == "session.json":
            continue
        document = read(os.path.join(folder, name))
        for note in document.get("notes", []):
            signed = note.get("by") in {p["id"] for p in people}
            if signed and note.get("kind", "sheet") == "sheet" and note["activity"] != "role-market":
                if draw.random() < 0.25:
                    note["kind"] = "spoken"
                    note["verbatim"] = draw.random() < 0.5
            if note["activity"] == "closing" and note.get("text") and draw.random() < 0.3:
                own = note.get("place") if note.get("place") in names else None
                if own:
                    note["text"] += f" Wij van {names[own]} gaan door."
            if note["activity"] == "preparation" and note.get("respondent") and draw.random() < 0.2:
                note["respondent"] = "voorzitter"
            if note["activity"] == "plan" and note.get("place") == "action" and draw.random() < 0.5:
                own = [p["name"] for p in people if p.get("name") and p.get("municipality") == name[:-5]]
                if own:
                    note["who"] = draw.choice(own)
            if note["activity"] == "conditions" and "/" in note.get("place", ""):
                answers.append(note)
        if name == "plenary.json":
            more(document, answers, draw)
        write(os.path.join(folder, name), document)


def more(document, answers, draw):
    """More people give scores, some of them all the same."""
    forms = collections.defaultdict(list)
    for note in answers:
        forms[note["place"], note.get("group")].append(note)
    for (place, group), notes in forms.items():
        same = draw.choice([None, None, draw.randint(1, 5)])
        for note in notes:
            if same:
                note["score"] = same
        for _ in range(draw.randint(0, 6)):
            copy = {k: v for k, v in notes[0].items() if k not in ("id", "revisions")}
            copy["score"] = same or draw.choice([1, 2, 3, 4, 5, "not-applicable"])
            document["notes"].append({"id": str(uuid.UUID(int=draw.getrandbits(128), version=4)), **copy})
    # At the end the same answers as at the start, and those of somebody who came later.
    for (place, group), notes in forms.items():
        condition, _, moment = place.partition("/")
        if moment != "start" or draw.random() < 0.5:
            continue
        one, other = draw.sample(range(1, 6), 2)
        scores = [one] * draw.randint(3, 5) + [other] * draw.randint(3, 5)
        both = {f"{condition}/start": scores, f"{condition}/end": scores + [other] * draw.randint(1, 2)}
        document["notes"] = [n for n in document["notes"] if n.get("place") not in both or n.get("group") != group]
        sample = {k: v for k, v in notes[0].items() if k not in ("id", "revisions")}
        for where, given in both.items():
            for score in given:
                document["notes"].append({"id": str(uuid.UUID(int=draw.getrandbits(128), version=4)), **sample,
                                          "place": where, "score": score})


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def write(path, value):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=2)


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


# What somebody reads.

def people_of(group):
    """The number of people of a municipality, researchers among them; None where it is not told."""
    return None if group.get("number") is None else group["number"] + group.get("researchers", 0)


class Printed:
    """What is printed of workshops: the report in each format, and the figures."""

    def __init__(self, program, folders, *options):
        self.json = json.loads(run([program, "report", *folders, "--format", "json", *options]))
        self.markdown = run([program, "report", *folders, *options])
        self.html = run([program, "report", *folders, "--format", "html", *options])
        self.figures = json.loads(run([program, "report", *folders, "--figures", *options]))
        self.notes = self.json["notes"]
        self.titles = [w["title"] for w in self.json["workshops"]]
        self.entries = self.register()

    def register(self):
        """What the registers say of each note, as plain words."""
        entries = collections.defaultdict(str)
        ids = {note["mark"]: note["id"] for note in self.notes}
        parts = re.split(r'<a id="note-([^"]+)"></a>', self.markdown)
        for mark, text in zip(parts[1::2], parts[2::2]):
            entries[ids[mark]] += text.split("\n- <a", 1)[0] + "\n"
        parts = re.split(r'<li id="note-([0-9a-f]+)"', self.html)
        for mark, text in zip(parts[1::2], parts[2::2]):
            # Tags go, and what stands in their attributes stays.
            text = html.unescape(re.sub(r"<\s*/?\s*[a-z0-9]+|>", " ", text.split("</li>", 1)[0]))
            entries[ids[mark]] += text + "\n"
        return entries


class Reader:
    """Somebody who draws conclusions from what is printed."""

    def __init__(self, alone, together):
        self.alone, self.together = alone, together
        self.conclusions = set()
        self.candidates = {}
        self.reasons = {}

    def read(self):
        for printed in self.alone:
            self.candidates_of(printed)
        for printed in self.alone + [self.together]:
            self.words(printed)
            self.orders(printed)
            self.tallies(printed)
            self.strengths(printed)
            self.cells(printed)
            self.scores(printed)
            self.nested(printed)
            self.headings(printed)
            self.links(printed)
            self.one_person(printed)
            self.doers(printed)
        self.who_is_missing()
        self.compare()
        self.score_differences()
        return self.concluded()

    def read_editions(self):
        """Reads several editions of one workshop: what one leaves open another one may rule out."""
        for printed in self.alone:
            self.candidates_of(printed)
        for printed in self.alone:
            for look in (self.words, self.orders, self.tallies, self.strengths, self.nested, self.headings, self.links,
                         self.one_person):
                look(printed)
        self.who_is_missing()
        self.compare()
        return self.concluded()

    def concluded(self):
        """All conclusions, also those that follow when nothing else is left."""
        for id, places in self.candidates.items():
            if len(places) == 1:
                self.conclude("municipality", id, next(iter(places)), self.reasons[id])
        return self.conclusions

    def conclude(self, what, of, value, why):
        self.conclusions.add((what, of, value, why))

    def keep(self, id, places, why):
        """Rules out all other municipalities of a note."""
        if id in self.candidates and not self.candidates[id] <= places and self.candidates[id] & places:
            self.candidates[id] = self.candidates[id] & places
            self.reasons[id] = why

    def places(self, report):
        found = {p["municipality"]: p.get("name") for p in report["participants"] if "municipality" in p}
        found.update({f["municipality"]: f.get("name") for f in report["municipalities"] if "municipality" in f})
        return found

    def candidates_of(self, printed):
        """Who may have said what has no municipality: where somebody is who may not be told of."""
        report = printed.json
        places = self.places(report)
        if len(places) < 2:
            return
        hiding, full = self.hiding(report), self.full(report)
        for note in printed.notes:
            if "municipality" not in note["withheld"]:
                continue
            own = set(places)
            self.candidates.setdefault(note["id"], own)
            self.reasons.setdefault(note["id"], "there is one municipality")
            shown = {note.get("municipality"), note.get("group")} & own
            if shown:
                self.keep(note["id"], own - shown, "it is not of those whose sheet it is")
            self.keep(note["id"], hiding, "who is not listed")
            side = note.get("voice")
            if side in ("formal", "informal"):
                self.keep(note["id"], {p for p in places if (p, side) not in full}, "who is not listed on a side")
            host, slash, round = (note.get("place") or "").partition("/")
            if note.get("activity") == "consultations" and slash:
                seats = [r.get("seats") for t in report.get("consultations", []) if t.get("municipality") == host
                         for r in t["rounds"] if str(r.get("round")) == round]
                if seats and seats[0]:
                    self.keep(note["id"], {v["municipality"] for v in seats[0]["visitors"]}, "who sat at the table")

    def hiding(self, report):
        """The municipalities where somebody may be who is not listed."""
        numbers = {p.get("municipality"): people_of(p) for p in report["participants"]}
        listed = {p.get("municipality"): sum(q.get("number", 1) for q in p["people"]) for p in report["participants"]}
        total = [s.get("number") for s in report["standings"]]
        if list(numbers.values()).count(None) == 1 and None not in total:
            left = next(k for k, v in numbers.items() if v is None)
            numbers[left] = sum(total) - sum(v for v in numbers.values() if v is not None)
        hiding = {m for m in numbers if m and (numbers[m] is None or numbers[m] > listed[m])}
        # All are accounted for, and nobody is left.
        if None not in total:
            rest = sum(total) - sum(listed.values())
            if rest == 0:
                hiding = set()
        return hiding

    def full(self, report):
        """Municipality and side where nobody is who is not listed: warnings tell no more than the list does."""
        full = set()
        listed = collections.Counter()
        for group in report["participants"]:
            for person in group["people"]:
                for side in ["formal", "informal"] if person.get("side") == "both" else [person.get("side")]:
                    listed[group.get("municipality"), side] += person.get("number", 1)
        # Where the number of a side is told, and all but one municipality are full.
        for standing in report["standings"]:
            side, number = standing.get("standing"), standing.get("number")
            if side in ("formal", "informal") and number is not None and not standing.get("isMerged"):
                if sum(c for (_, s), c in listed.items() if s == side) >= number:
                    full |= {(place, side) for place in self.places(report)}
        return full

    def words(self, printed):
        """Municipalities that stand in what is said of a note, and functions that only one municipality has."""
        report = printed.json
        places = self.places(report)
        of = collections.defaultdict(set)
        for group in report["participants"]:
            for person in group["people"]:
                if person.get("function"):
                    of[person["function"]].add(group.get("municipality"))
        for note in printed.notes:
            if note["id"] not in self.candidates or "municipality" not in note["withheld"]:
                continue
            own = self.candidates[note["id"]]
            text = printed.entries[note["id"]] + " " + json.dumps(note, ensure_ascii=False)
            shown = {note.get("municipality"), note.get("group"), (note.get("place") or "").partition("/")[0]}
            named = {p for p, name in places.items() if p in own - shown and (
                re.search(rf"\b{re.escape(name or p)}\b", text) or re.search(rf'"{re.escape(p)}[/"]', text))}
            if len(named) == 1:
                self.keep(note["id"], named, "what words remain")
            place = (note.get("place") or "").partition("/")[0]
            if note.get("activity") == "consultations" and place in own and "/" not in note["place"]:
                self.keep(note["id"], {place}, "whose table it is")
        for words in report.get("closing", []):
            homes = of.get(words.get("speaker"), set()) - {None}
            if words["isMunicipalityWithheld"] and len(homes) == 1:
                for note in words["words"]:
                    self.keep(note["note"], homes, "whose function it is")

    def orders(self, printed):
        """Where municipalities stand in their order, what stands between two of one is of it, too."""
        order = list(self.places(printed.json))
        groups = collections.defaultdict(list)
        for note in printed.notes:
            groups[note["workshop"], note.get("activity"), note.get("item")].append(note)
        for notes in groups.values():
            for key in ("register", "time"):
                if key == "time":
                    notes = sorted((n for n in notes if n.get("at")), key=lambda n: n["at"])
                self.between(notes, order, "the order of the " + key)

    def between(self, notes, order, why):
        told = [(i, n.get("municipality") or n.get("group")) for i, n in enumerate(notes)
                if "municipality" not in n["withheld"]]
        told = [(i, order.index(m)) for i, m in told if m in order]
        hidden = [i for i, n in enumerate(notes) if "municipality" in n["withheld"] and n["id"] in self.candidates]
        places = [m for _, m in told]
        if not hidden or not told or places != sorted(places) or len(set(places)) < 2:
            return
        # All that are left out stand last: nobody takes that for their order.
        if min(hidden) > max(i for i, _ in told):
            return
        for index in hidden:
            before = max((m for i, m in told if i < index), default=0)
            after = min((m for i, m in told if i > index), default=len(order) - 1)
            self.keep(notes[index]["id"], {order[m] for m in range(before, after + 1)}, why)

    def tallies(self, printed):
        """Totals less what is told: who took a role, and how many notes of an activity are whose."""
        by_id = {n["id"]: n for n in printed.notes}
        for role in printed.json.get("roleMarket", []):
            left = collections.Counter()
            for entry in role["municipalities"]:
                if "municipality" in entry:
                    left[entry["municipality"]] += entry["count"]
            untold = []
            for pick in role["picks"]:
                note = by_id[pick["note"]]
                if note.get("municipality"):
                    left[note["municipality"]] -= 1
                elif note["id"] in self.candidates:
                    untold.append(note["id"])
            left = {place for place, count in left.items() if count > 0}
            if untold and len(left) == 1:
                for id in untold:
                    self.keep(id, left, "how often a municipality took a role")
        counted = collections.Counter()
        for file in printed.json["municipalities"]:
            for activity in file["activities"]:
                counted[file.get("municipality"), activity.get("activity")] += len(activity["notes"])
        for file in printed.figures["municipalities"]:
            for activity in file["activities"]:
                key = file.get("municipality"), activity.get("activity")
                if key[0] and activity["notes"] > counted[key]:
                    for note in printed.notes:
                        if note["id"] in self.candidates and note.get("activity") == key[1]:
                            self.keep(note["id"], {key[0]}, "the figures")

    def strengths(self, printed):
        """The number of municipalities that named a strength, less those that are told."""
        by_id = {n["id"]: n for n in printed.notes}
        for side in printed.json["strengths"]:
            for box in side["boxes"]:
                for strength in box["items"]:
                    ids = [strength["note"], *(a["note"] for a in strength["additions"])]
                    untold = [id for id in ids if id in self.candidates and "municipality" in by_id[id]["withheld"]]
                    told, count = set(strength["municipalities"]), strength.get("municipalityCount")
                    if not untold or count is None:
                        continue
                    if count == len(told):
                        for id in untold:
                            self.keep(id, told, "how many municipalities named a strength")
                    elif len(untold) == count - len(told):
                        for id in untold:
                            self.keep(id, self.candidates[id] - told, "how many municipalities named a strength")

    def nested(self, printed):
        """Whatever stands in JSON within something that has a municipality, and the order of rows anywhere."""
        order = list(self.places(printed.json))
        by_id = {n["id"]: n for n in printed.notes}
        places = set(self.places(printed.json))

        def look(value, around):
            if isinstance(value, dict):
                own = {place for key in ("municipality", "host", "visitor") for place in places if value.get(key) == place}
                around = own or around
                for inner in value.values():
                    look(inner, around)
            elif isinstance(value, list):
                rows = [row.get("note") if isinstance(row, dict) else row for row in value]
                rows = [by_id[row] for row in rows if isinstance(row, str) and row in by_id]
                if len(rows) > 2:
                    self.between(rows, order, "the order of rows")
                for inner in value:
                    look(inner, around)
            elif value in by_id and value in self.candidates and len(around) == 1:
                shown = {by_id[value].get("municipality"), by_id[value].get("group")}
                if not around & shown:
                    self.keep(value, around, "what it stands in")

        for key, value in printed.json.items():
            if key != "notes":
                look(value, set())

    def headings(self, printed):
        """The municipality that the nearest heading, row or item names above what leads to a note."""
        places = {name or place: place for place, name in self.places(printed.json).items()}
        ids = {n["mark"]: n["id"] for n in printed.notes}
        by_id = {n["id"]: n for n in printed.notes}
        body, _, _ = printed.html.partition('id="register"')
        for row in re.split(r"(?=<h[2-6]|<tr|<dt|<li|<figcaption|<summary)", body):
            tag = row[1:3]
            named = {place for name, place in places.items()
                     if re.search(rf"(?<![\w-]){re.escape(html.escape(name))}(?![\w-])", re.sub(r"<bdi.*?</bdi>", "", row))}
            if tag.startswith("h"):
                above = named
            for mark in re.findall(r'href="#note-([0-9a-f]+)"', row):
                id = ids[mark]
                shown = {by_id[id].get("municipality"), by_id[id].get("group"), (by_id[id].get("place") or "").partition("/")[0]}
                for near in (named, above):
                    if id in self.candidates and len(near) == 1 and not near & shown:
                        self.keep(id, near, "the heading or row it stands in")

    def links(self, printed):
        """What it grew out of or adds to, and what grew out of it, are often of the same municipality."""
        by_id = {n["id"]: n for n in printed.notes}
        near = collections.defaultdict(set)
        for note in printed.notes:
            for other in [*note["from"], *([note["addsTo"]] if note.get("addsTo") else [])]:
                if other in by_id and note.get("activity") != "strengths":
                    for one, two in ((note, by_id[other]), (by_id[other], note)):
                        table = (two.get("place") or "").partition("/")[0] if two.get("activity") == "consultations" else None
                        near[one["id"]] |= {two.get("municipality"), table} - {None}
        for id, homes in near.items():
            homes &= set(self.places(printed.json))
            shown = {by_id[id].get("municipality"), by_id[id].get("group"), (by_id[id].get("place") or "").partition("/")[0]}
            if id in self.candidates and len(homes) == 1 and not homes & shown:
                self.keep(id, homes, "what it leads to")

    def one_person(self, printed):
        """Where one person is not told of, all that is left out is theirs, so that it is of one municipality."""
        report = printed.json
        numbers = [s.get("number") for s in report["standings"]]
        listed = sum(q.get("number") or 1 for g in report["participants"] for q in g["people"])
        if None in numbers or sum(numbers) - listed != 1:
            return
        ids = [n["id"] for n in printed.notes if n["id"] in self.candidates]
        if not ids:
            return
        left = set.intersection(*(self.candidates[id] for id in ids))
        for note in printed.notes:
            if note["id"] in self.candidates and note.get("activity") not in AS_ONE and left:
                self.keep(note["id"], left, "all is of one person")

    def who_is_missing(self):
        """Each municipality speaks as one: whoever is not named is the one that is left out."""
        for printed in self.alone:
            places = set(self.places(printed.json))
            by_id = {n["id"]: n for n in printed.notes}
            for activity in AS_ONE:
                notes = [n for n in printed.notes if n.get("activity") == activity]
                named = {n.get("municipality") or n.get("group") for n in notes} & places
                if activity == "closing":
                    named = {w.get("municipality") for w in printed.json.get("closing", [])} & places
                hidden = [n["id"] for n in notes if n["id"] in self.candidates and not n.get("municipality")]
                if activity == "closing":
                    hidden = [s["note"] for w in printed.json.get("closing", []) if w["isMunicipalityWithheld"]
                              for s in w["words"] if s["note"] in self.candidates]
                if hidden and places - named:
                    for id in hidden:
                        if by_id[id].get("group") in (None, *places):
                            self.keep(id, places - named, f"who is missing from the {activity}")

    def compare(self):
        """What one report leaves out of a note and another tells."""
        told = collections.defaultdict(dict)
        hidden = collections.defaultdict(set)
        for printed in self.alone + [self.together]:
            for note in printed.notes:
                for key, what in (("municipality", "municipality"), ("respondent", "function")):
                    if what in note["withheld"] and not note.get(key):
                        hidden[note["id"]].add(what)
                    if note.get(key) and (what == "function" or what not in note["withheld"]):
                        told[note["id"]][what] = note[key]
        for id, what in hidden.items():
            for one in what:
                if one in told[id]:
                    self.conclude(one, id, told[id][one], "another report tells it")

    def cells(self, printed):
        """One or two people, as a number or as what is left of a total."""
        report = printed.json
        for group in report["participants"]:
            number, listed = people_of(group), sum(q.get("number", 1) for q in group["people"])
            name = group.get("municipality")
            if group["people"] and all(q.get("source") for q in group["people"]):
                continue
            for own in (group.get("number"), group.get("researchers")):
                if own in FEW and listed != number:
                    self.conclude("cell", ("people of a kind", name), own, "the number of participants or researchers")
            if number in FEW and listed != number:
                self.conclude("cell", ("people", name), number, "the number of participants")
            if number is not None and number - listed in FEW:
                self.conclude("cell", ("not listed", name), number - listed, "the participants less those listed")
        numbers = {s.get("standing"): s.get("number") for s in report["standings"]}
        listed = collections.Counter(p.get("side") for g in report["participants"] for p in g["people"]
                                     for _ in range(p.get("number") or 1))
        for standing, number in numbers.items():
            if number in FEW and listed[standing] != number:
                self.conclude("cell", ("standing", standing), number, "how many stand somewhere")
        by_id = {n["id"]: n for n in printed.notes}
        for role in report.get("roleMarket", []):
            told = collections.Counter(by_id[p["note"]].get("municipality") for p in role["picks"])
            for entry in role["municipalities"]:
                place = entry.get("municipality")
                if entry["count"] in FEW and told[place] < entry["count"]:
                    self.conclude("cell", ("picks", role.get("role"), place), entry["count"], "picks by municipality")
            for entry in role["standings"]:
                if entry["count"] in FEW and entry.get("standing") not in ("formal", "informal"):
                    self.conclude("cell", ("picks", role.get("role"), entry.get("standing")), entry["count"],
                                  "picks by where people stand")
        for table in report.get("consultations", []):
            for round in table["rounds"]:
                seats = round.get("seats") or {"visitors": []}
                for place, number in [(table.get("municipality"), seats.get("hosts")),
                                      *((v["municipality"], v.get("number")) for v in seats["visitors"])]:
                    if number in FEW:
                        self.conclude("cell", ("seats", table.get("municipality"), round.get("round"), place), number,
                                      "who sat at a table")
        for visit in report.get("visits", []):
            if visit.get("number") in FEW:
                self.conclude("cell", ("visits", visit["host"], visit["visitor"]), visit["number"], "who visited whom")

    def score_name(self, printed, score):
        title = printed.titles[score["workshop"]] if "workshop" in score else None
        if title is None and len(printed.titles) == 1:
            title = printed.titles[0]
        return title, score["condition"], score["moment"], score["side"]

    def scores(self, printed):
        """Answers that are known of everybody, or of one or two."""
        for score in printed.json["scores"]:
            name, own = self.score_name(printed, score), score["scores"]
            if name[0] is None:
                continue
            if own.get("low") is not None and own["low"] == own.get("high"):
                self.conclude("all gave", name, own["low"], "the lowest is the highest score")
            for key in ("low", "high"):
                if own.get(key) is not None:
                    self.conclude("somebody gave", name, own[key], "the lowest and the highest score")
            spread = own.get("distribution")
            if spread and sum(n > 0 for n in spread) == 1:
                self.conclude("all gave", name, spread.index(max(spread)) + 1, "how many gave each score")
            for index, number in enumerate(spread or []):
                if number in FEW:
                    self.conclude("few gave", name, (index + 1, number), "how many gave each score")
            if own.get("count") in FEW:
                self.conclude("few scored", name, own["count"], "the number of scores")
            if own.get("notApplicable") in FEW:
                self.conclude("few gave", name, ("not-applicable", own["notApplicable"]), "for whom it does not apply")

    def score_differences(self):
        """Scores of one moment less those of the other, and of one report less those of another."""
        printed = {}
        for report in self.alone + [self.together]:
            for score in report.json["scores"]:
                name = self.score_name(report, score)
                if name[0] is None:
                    continue
                condition = name[1], name[3]
                for (title, other, moment, side), others in printed.items():
                    if title == name[0] and (other, side) == condition:
                        why = "one moment less the other" if moment != name[2] else "one report less another"
                        self.score_difference(name, score["scores"], others, why)
                printed[name] = score["scores"]

    def score_difference(self, name, one, other, why):
        pairs = list(zip(one.get("distribution") or [], other.get("distribution") or []))
        for index, (left, right) in enumerate(pairs):
            if abs(left - right) in FEW:
                self.conclude("cell", (*name, index + 1), abs(left - right), why)
        if pairs and abs(one["count"] - other["count"]) in FEW:
            self.conclude("cell", (*name, "count"), abs(one["count"] - other["count"]), why)
        left, right = one.get("notApplicable"), other.get("notApplicable")
        if left is not None and right is not None and abs(left - right) in FEW:
            self.conclude("cell", (*name, "not-applicable"), abs(left - right), why)

    def doers(self, printed):
        """Where somebody stands who does what a municipality's plan says."""
        if len(printed.titles) > 1:
            return
        for plan in printed.json.get("plans") or []:
            for action in plan["actions"]:
                for standing in action["whoStands"]:
                    if plan.get("municipality"):
                        self.conclude("doer", (printed.titles[0], standing), plan["municipality"],
                                      "where the one stands who does something")


# What is true.

class Truth:
    def __init__(self, folders):
        self.origin, self.respondent = {}, {}
        # The municipalities of those who may not be told of, by title and where they stand.
        self.standings = collections.defaultdict(set)
        self.answers = collections.defaultdict(list)
        self.sessions = []
        # Who said what is one person's; a sheet is the work of its group.
        self.speaker = {}
        for folder in folders:
            session = read(os.path.join(folder, "session.json"))
            self.sessions.append(session)
            home = {p["id"]: p.get("municipality") for p in session["participants"]}
            towns = {m["file"] for m in session["municipalities"]}
            title = session["workshop"][0]["title"]
            for person in session["participants"]:
                if person.get("consent-function") is not True:
                    self.standings[title, person.get("side")].add(person.get("municipality"))
            speakers = {(i["id"], k[8:]): v for i in session.get("items", []) for k, v in i.items()
                        if k.startswith("speaker-")}
            for name in os.listdir(folder):
                if not name.endswith(".json") or name == "session.json":
                    continue
                for note in read(os.path.join(folder, name)).get("notes", []):
                    printed = printed_ids.printed(session["workshopId"], note["id"])
                    file = name[:-5] if name != "plenary.json" else None
                    by = note.get("by")
                    origin = home.get(by) or (by if by in towns else None) or file
                    if origin is None and note.get("group") in towns:
                        origin = note["group"]
                    if note["activity"] == "closing" and note.get("place") in towns:
                        origin = note["place"]
                    self.origin[printed] = origin
                    if note.get("verbatim") or note.get("kind", "sheet") not in ("sheet", "document", "literature") \
                            or note["activity"] in ("role-market", "closing"):
                        self.speaker[printed] = speakers.get((note.get("item"), note.get("place")), by)
                    self.respondent[printed] = note.get("respondent")
                    place = note.get("place", "").split("/")
                    if note["activity"] == "conditions" and len(place) == 2:
                        self.answers[title, place[0], place[1], note.get("group")].append(note.get("score"))

    def is_right(self, conclusion):
        what, of, value, _ = conclusion
        if what == "municipality":
            return self.origin.get(of) == value
        if what == "function":
            return self.respondent.get(of) == value
        if what == "cell":
            return True
        if what == "doer":
            return self.standings.get(of) == {value}
        numbers = [s for s in self.answers.get(of, []) if isinstance(s, int)]
        if what == "all gave":
            return len(numbers) > 0 and set(numbers) == {value}
        if what == "somebody gave":
            return numbers.count(value) in FEW
        if what == "few gave":
            return self.answers.get(of, []).count(value[0]) == value[1]
        return len(numbers) == value


def attack(program, folders):
    alone = [Printed(program, [folder]) for folder in folders]
    together = Printed(program, folders)
    reader = Reader(alone, together)
    found = reader.read()
    truth = Truth(folders)
    return {c for c in found if truth.is_right(c)}, found, len(reader.candidates)


def editions(program, folder, draw):
    """Public reports of a workshop before it was over, as it is, after somebody agreed, and after somebody withdrew."""
    session = read(os.path.join(folder, "session.json"))
    quiet = [p["id"] for p in session["participants"] if p.get("consent-function") is not True]
    paths = [folder + "-early", folder, folder + "-agreed", folder + "-left"]
    shutil.copytree(folder, paths[0])
    for name in os.listdir(paths[0]):
        path = os.path.join(paths[0], name)
        if name.endswith(".json") and name != "session.json":
            document = read(path)
            document["notes"] = [n for n in document.get("notes", []) if draw.random() < 0.6]
            write(path, document)
    changed = set()
    if quiet:
        shutil.copytree(folder, paths[2])
        changed.add(draw.choice(quiet))
        later = read(os.path.join(paths[2], "session.json"))
        for person in later["participants"]:
            if person["id"] in changed:
                person["consent-function"] = True
        write(os.path.join(paths[2], "session.json"), later)
    else:
        paths.remove(folder + "-agreed")
    shutil.copytree(paths[-2], paths[-1])
    gone = draw.choice(session["participants"])["id"]
    run([program, "erase", paths[-1], "--participant", gone, "--yes", "--mentions", "redact"])
    return [Printed(program, [path]) for path in paths], changed | {gone}


def attack_editions(program, folder, seed):
    """What follows from several moments, and from a team's edition beside the public one, of those who never agreed."""
    truth = Truth([folder])
    printed, changed = editions(program, folder, random.Random(seed))
    reader = Reader(printed, printed[-1])
    kept = {id: p.get("consent-function") for p in truth.sessions[0]["participants"] for id in [p["id"]]}

    def counts(conclusion, besides=None):
        # Whoever agreed since may be told of; who withdrew is told of in a report of before, which nobody gets back.
        speaker = truth.speaker.get(conclusion[1]) if isinstance(conclusion[1], str) else None
        return conclusion[0] in ("municipality", "function") and speaker in kept and kept[speaker] is not True \
            and speaker not in changed and truth.origin.get(conclusion[1]) != besides

    found = {(*c[:3], f"{c[3]} (several editions)") for c in reader.read_editions() if counts(c)}
    team = random.Random(seed + 1).choice(truth.sessions[0]["municipalities"])["file"]
    other = Printed(program, [folder], "--municipality", team)
    reader = Reader([printed[1], other], other)
    found |= {(*c[:3], f"{c[3]} (a team's edition)") for c in reader.read_editions() if counts(c, team)}
    return {c for c in found if truth.is_right(c)}, found


def pair(job):
    program, folder, seeds, example, others = job
    folders = [make(program, os.path.join(folder, f"workshop-{seed}"), seed) for seed in seeds]
    if example:
        folders.append(example)
    right, found, hidden = attack(program, folders)
    if others:
        for folder, seed in zip(folders, seeds):
            more, every = attack_editions(program, folder, seed)
            right, found = right | more, found | every
    return folders, right, found, hidden


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True, help="the built werkplaats")
    parser.add_argument("--rehearsals", type=int, default=100, help="how many workshops")
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--example", help="a published workshop, reported together with some")
    parser.add_argument("--alone", action="store_true", help="leave out the editions of several moments and of a team")
    parser.add_argument("--keep", help="a folder in which the workshops stay")
    parser.add_argument("--show", type=int, default=3, help="how many conclusions of each kind are shown")
    options = parser.parse_args()
    folder = options.keep or tempfile.mkdtemp(prefix="eliminate-")
    os.makedirs(folder, exist_ok=True)
    os.environ["XDG_STATE_HOME"] = os.path.join(folder, "state")
    seeds = list(range(options.seed, options.seed + options.rehearsals))
    jobs = []
    for index in range(0, len(seeds), 2):
        lone = options.example and (index % 6 == 4 or index + 1 == len(seeds))
        if lone:
            jobs += [(options.program, folder, [s], options.example, not options.alone) for s in seeds[index:index + 2]]
        else:
            jobs.append((options.program, folder, seeds[index:index + 2], None, not options.alone))
    kinds, wrong, hidden = collections.defaultdict(list), 0, 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for folders, right, found, number in pool.map(pair, jobs):
            hidden += number
            wrong += len(found) - len(right)
            for what, of, value, why in sorted(right, key=str):
                kinds[what, why].append((", ".join(map(os.path.basename, folders)), of, value))
    if not options.keep:
        shutil.rmtree(folder)
    for (what, why), found in sorted(kinds.items()):
        print(f"{len(found)} × {what}, from {why}")
        for where, of, value in found[:options.show]:
            print(f"    {where}: {of} is {value}")
    number = sum(map(len, kinds.values()))
    print(
        f"{options.rehearsals} workshops, {hidden} notes of which the municipality is left out: {number} conclusions are "
        f"right, {wrong} wrong")
    if number:
        sys.exit(1)


if __name__ == "__main__":
    main()
