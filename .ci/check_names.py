"""Looks whether any name of anybody on the list is in any byte of any public report, in whatever spelling.

    check_names.py --program .build/debug/werkplaats [--people 200] [--keep FOLDER]

It plays a rehearsal, adds made-up people to it (Dutch, Turkish, Moroccan, Moluccan, Polish, Antillean, Arabic script; double
and hyphenated names), and writes their names, each in two dozen spellings, behind every free text of every file and into notes of their
own, with letters of other scripts, spaced out, as initials, and with telephone numbers. Then it looks for each word of each name,
as a whole word, in all public formats, also of two workshops together; and again after a tenth of the people
withdrew, and after a copy of before that was merged in. It knows nothing of how the program finds names.
"""

import argparse
import concurrent.futures
import html
import itertools
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zlib

# First names, and surnames with what belongs to them. None is a word of Dutch: those are told apart by capital and place.
KINDS = [
    ("Dutch", "Anneke Gijsbert Zoë Sjoerd Daniël Fenna Michiel Loïs Renée Hélène Jurriaan Wietske".split(),
     ["van den|Berkhof", "de|Vries", "van der|Zwaanenburg", "|Hoogstraten", "ter|Brugghe", "van 't|Hoff", "in 't|Houtzager",
      "|Dijkstra", "op den|Kelderman", "van|IJzendoorn", "d'|Hondt", "te|Wierike"]),
    ("Turkish", "Gülşen İbrahim Ayşegül Çağla Işıl Ömer Şükrü Nazlı Yiğit".split(),
     ["|Yıldız", "|Çelik", "|Öztürk", "|Şahin", "|Kılıç", "|Doğan", "|Işık", "|Güneş", "|Özdemir"]),
    ("Moroccan", "Naïma Saïd Fatima-Zahra Abdelkader Khadija Youssef Hafid Sa'ida".split(),
     ["el|Khattabi", "al-|Hassani", "ben|Moussa", "ait|Hammou", "|Bouazzaoui", "El|Idrissi", "|Ouali", "oulad|Hadj-Ali"]),
    ("Moluccan", "Wempi Josina Dominggus Etty Yopie Maatje".split(),
     ["|Tahitu", "|Manuhutu", "|Sahetapy", "|Lekatompessy", "|Pattiwael", "|Sopacua", "|Latuheru"]),
    ("Polish", "Małgorzata Łukasz Paweł Agnieszka Zdzisław Żaneta".split(),
     ["|Wiśniewska", "|Wójcik", "|Kaczyński", "|Żółkiewska", "|Michałowska", "|Łęcka"]),
    ("Antillean", "Jeandrick Sharlindy Guilliano Maria-Elena Roderick Ruthsela".split(),
     ["|Martina-Koeiman", "da|Silveira", "|Croes", "de|Windt", "|Isenia", "|Statia-Wever"]),
    ("Arabic script", "عائشة أحمد فاطمة إبراهيم مُحمَّد خديجة".split(), ["|الحسني", "|منصوري", "|البغدادي", "|يوسفي"]),
    ("Nordic", "Søren Þóra Bjørn Æsa Đorđe Ħanna".split(), ["|Sørensen", "|Guðmundsdóttir", "|Strauß", "|Łęcki", "|Œuvrard"]),
]
LETTERS = str.maketrans({"ı": "i", "İ": "I", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "ħ": "h",
                         "Ħ": "H", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th",
                         "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي"})
# Letters of Cyrillic and Greek that look like those of Latin.
LIKE = dict(zip("aeijopcxysABEHIKMOPCTXYNZ", "аеіјорсхуѕАВЕНІКМОРСТХУΝΖ"))
UNLIKE = str.maketrans({other: letter for letter, other in LIKE.items()})
# Members of records that are ids, words of the program or numbers; every other text is somebody's own.
OWN_WORDS = set("""id activity side voice kind via municipality file phase group language stamp at item template start day rank
    by from addsTo sourceRole relation copies groupForm attachments formatVersion workshopId revisions erased clock clocks order
    groups keepUntil nameWords part score rank""".split())
OWN_STARTS = ("consent", "present", "withdrawn", "speaker-", "clock-", "tables-")
FORMATS = [["--format", "md"], ["--format", "html"], ["--format", "json"], ["--figures"]]


def plain(text):
    """A text as it is typed on a keyboard without its letters."""
    taken = unicodedata.normalize("NFD", text.translate(LETTERS))
    return "".join(c for c in taken if unicodedata.category(c) != "Mn").translate(LETTERS)


class Name:
    """Somebody's name by its parts."""

    def __init__(self, given, particles, surname):
        self.given, self.particles, self.surname = given, particles, surname

    @property
    def last(self):
        if not self.particles:
            return self.surname
        return self.particles + ("" if self.particles[-1] in "'-" else " ") + self.surname

    @property
    def listed(self):
        return f"{self.given} {self.last}"

    @property
    def is_latin(self):
        return self.given[0] < "\u0250"

    def words(self):
        """Every word by which they are known, as whole words are looked for."""
        parts = [self.given, self.surname, self.given.replace(" ", ""), self.given.replace("-", ""), self.surname.replace("-", "")]
        parts += re.split(r"[ '-]", self.given) + re.split(r"[ '-]", self.surname)
        joined = re.sub(r"[ '-]", "", self.last)
        parts += [joined, re.sub(r"[ '-]", "", self.given) + joined]
        if self.is_latin:
            parts += [f"{part}s" for part in list(parts)]
        else:
            parts += [prefix + part for prefix in "وفبل" for part in list(parts)]
            parts += [part.removeprefix("ال") for part in parts]
        # Two letters are words of Dutch as well, and tell nobody.
        return {word for part in parts for word in tokens(part) if len(word) > 2}

    def signs(self):
        """What tells who it is without a word of the name."""
        if not self.is_latin or not self.particles or self.particles[-1] in "'-":
            return []
        first, last = plain(self.given)[0], plain(self.surname)[0]
        short = "".join(f"{part[0]}." for part in re.findall(r"\w+", self.particles))
        return [f"{first}. {self.particles} {last}.", f"{first}.{short}{last}."]

    def telephone(self):
        """A number that nobody else has, without what stands before it."""
        return f"{zlib.crc32(self.listed.encode()) % 10**8:08}"

    def telephones(self):
        """Ways in which people write it."""
        own = self.telephone()
        pairs = [own[index:index + 2] for index in range(0, 8, 2)]
        return [f"06-{own}", f"06 {' '.join(pairs)}", f"+31 6 {own}", f"0031 (0)6 {own[:4]} {own[4:]}", f"06.{'.'.join(pairs)}",
                f"06_{own}", "06\u202f" + "\u202f".join(pairs)]

    def spellings(self):
        """Ways in which people write it."""
        first = re.split("[ -]", self.given)[0]
        short = "".join(f"{part[0]}." for part in re.findall(r"\w+", self.particles))
        initials = "".join(f"{part[0]}." for part in re.split(r"[ '-]", self.given) if part)
        account = ".".join(re.findall(r"\w+", plain(f"{self.given} {self.last}").lower()))
        ways = [
            self.listed, plain(self.listed), self.listed.lower(), plain(self.listed).upper(),
            f"{self.last}, {self.given}", f"{self.surname}, {self.given} {self.particles}".strip(),
            f"{initials} {short + ' ' if short else ''}{self.surname}", f"{initials}{self.last}", f"mevrouw {self.last}",
            self.given.replace("-", " "), re.sub("[ -]", "", self.given), first, plain(first), self.surname.lower(),
            re.split("[ -]", self.given)[-1],
            unicodedata.normalize("NFD", self.listed).replace("-", "\u2011").replace("'", "\u2019"),
            "\u200b".join([self.given[:2], self.given[2:]]) + " " + self.surname,
        ]
        if self.is_latin:
            ways += [f"{first}'s", f"{first}s", f"{first}s".lower(), f"{first}2", f"{plain(first)}2026".lower(),
                     f"{self.surname}, {first[0]}.", f"{account}@voorbeeld.nl",
                     re.sub(r"[ '-]", "", plain(self.listed)).lower(), self.last[0].upper() + re.sub(" ", "", self.last)[1:],
                     "".join(LIKE.get(c, c) if index % 2 else c for index, c in enumerate(plain(self.surname))),
                     "".join(LIKE.get(c, c) for c in plain(self.listed)),
                     " ".join(plain(self.surname)), " ".join(first), "-".join(plain(first).upper()), *self.signs()]
        else:
            ways += ["و" + self.given, "ل" + first]
        return ways


def people(count, seed):
    """As many names as are wanted, all different; some have two first names, some two surnames."""
    choice = random.Random(seed)
    found = {}
    for number in itertools.count():
        _, given, surnames = KINDS[number % len(KINDS)]
        first = choice.choice(given)
        particles, surname = choice.choice(surnames).split("|")
        if number % 5 == 3:
            first += " " + choice.choice([one for one in given if one != first])
        if number % 5 == 4:
            surname += "-" + choice.choice(surnames).split("|")[1]
        name = Name(first, particles, surname)
        found.setdefault(name.listed, name)
        if len(found) == count:
            return list(found.values())


def tokens(text):
    """The words of a text, without capitals, accents and what nobody sees."""
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return set(re.findall(r"\w+", plain(unicodedata.normalize("NFKC", seen)).lower()))


class Trial:
    """A rehearsal full of names."""

    def __init__(self, program, folder, names):
        self.program, self.folder, self.names = program, folder, names
        self.path = folder / "played"
        self.plain = folder / "plain"
        self.run("new", self.plain, "--title", "Lente", "--municipality", "Beekdorp", "--municipality", "Duinstad")
        self.run("rehearse", self.plain, "--play", "--people", "9", "--seed", "5", "--keep", self.path)
        self.before = self.found({word for name in names for word in name.words()})
        table = folder / "people.csv"
        rows = ["name;function;side;municipality;organisation;consent"]
        for index, name in enumerate(names):
            # Whoever agreed is told with function and organisation, in which somebody else is named.
            other = names[-1 - index].spellings()
            side, home = ("formal", "Beekdorp") if index % 2 else ("informal", "Duinstad")
            answer = "yes" if index % 3 == 0 else ""
            rows.append(";".join([name.listed, f"buur van {other[index % len(other)]}", side, home,
                                  f"Stichting {other[(index + 3) % len(other)]}", answer]))
        table.write_text("\n".join(rows) + "\n", encoding="utf-8")
        self.run("people", "add", self.path, table, "--yes")
        self.add_notes()
        self.fill()

    def run(self, *arguments, text=None, codes=(0,)):
        result = subprocess.run([self.program, *map(str, arguments)], input=text, capture_output=True, text=True)
        if result.returncode not in codes:
            sys.exit(f"{arguments}: {result.returncode}\n{result.stderr[-2000:]}")
        return result.stdout

    def add_notes(self):
        """A note for each spelling of each name, in several activities."""
        homes = [("--municipality", "Beekdorp", "tree", "roots"), ("--municipality", "Duinstad", "plan", "action"),
                 ("--group", "informal", "strengths", "formal/skills"), ("--group", "plenary", "closing", None)]
        self.added = 0
        for index, (option, home, activity, place) in enumerate(homes):
            lines = [f"volgens {spelled} gaat het goed" for number, name in enumerate(self.names)
                     for way, spelled in enumerate(name.spellings() + name.telephones()) if (number + way) % len(homes) == index]
            where = ["--place", place] if place else []
            self.added += len(lines)
            self.run("note", "add", self.path, option, home, "--activity", activity, *where, "-", text="\n".join(lines) + "\n")

    def fill(self):
        """Writes a name behind every free text, by hand, as somebody with an editor would."""
        turn = itertools.count()

        def spelled():
            number = next(turn)
            ways = self.names[number % len(self.names)].spellings()
            return ways[(number // len(self.names) + number) % len(ways)]

        def written(value):
            if isinstance(value, str):
                return f"{value} met {spelled()} erbij"
            if isinstance(value, list):
                return [written(one) for one in value]
            return value

        self.fields = set()
        for path in sorted(self.path.glob("*.json")):
            document = json.loads(path.read_text(encoding="utf-8"))
            for collection, records in document.items():
                for record in records if isinstance(records, list) else []:
                    if collection == "municipalities":
                        continue  # A municipality keeps its name.
                    for key in list(record):
                        if (collection, key) in (("participants", "name"), ("notes", "place")) or key in OWN_WORDS:
                            continue
                        if key.startswith(OWN_STARTS) or ".condition." in key or not isinstance(record[key], (str, list)):
                            continue
                        record[key] = written(record[key])
                        self.fields.add(f"{collection}.{key}")
                    more = {"items": ("now", "researchGoal", "developmentGoal"), "roles": ("description", "source"),
                            "notes": ("who", "when", "needed", "about", "why", "respondent", "source")}
                    for key in more.get(collection, ()):
                        if collection != "notes" or next(turn) % 6 == 0:
                            record.setdefault(key, f"via {spelled()}")
                            self.fields.add(f"{collection}.{key}")
                    if collection == "notes" and next(turn) % 5 == 0:
                        record.setdefault("tags", []).append(spelled())
                # Where a group, a place and a step are told, somebody may have typed anything.
                if collection == "notes":
                    # Conditions of a plan are called as somebody typed them.
                    for record in records:
                        if record.get("activity") == "plan" and next(turn) % 3 == 0:
                            record[spelled()] = "met"
                            self.fields.add("notes.(a condition)")
                    records += [{"text": f"getypt door {spelled()}", "activity": activity, "group": spelled(), "place": spelled(),
                                 "phase": spelled(), "attachments": [f"{plain(spelled())}.jpg"]}
                                for activity in ("tree", "pitch", "plan", "vision", "role-market", "closing", "preparation")]
            path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        # What was written by hand becomes revisions with the next save.
        self.run("describe", self.path, "--place", f"thuis bij {spelled()}", "--date", f"toen {spelled()} kon")
        self.run("check", self.path, codes=(0, 65))

    def found(self, secrets):
        """The secret words in the public formats, with where they stand."""
        hits = []
        with concurrent.futures.ThreadPoolExecutor() as pool:
            every = [(options, paths) for paths in ([self.plain, self.path], [self.path]) for options in FORMATS]
            reports = list(pool.map(lambda one: self.run("report", *one[1], *one[0]), every))
        for (options, _), text in zip(every, reports):
            if options[-1] == "json":
                self.told = sum("gaat het goed" in note["text"] for note in json.loads(text)["notes"])
            whole = tokens(text) | tokens(html.unescape(text))
            if text.startswith("{"):
                whole |= tokens(json.dumps(json.loads(text), ensure_ascii=False))
            # Letters that look alike, and letters by themselves.
            whole |= tokens(text.translate(UNLIKE))
            simple = plain(text)
            spaced = ["".join(re.findall(r"\w", run)).lower()
                      for run in re.findall(r"(?<!\w)\w(?:[ .\u00a0-]{1,2}\w(?!\w)){3,}", simple)]
            whole |= {word for word in secrets if len(word) > 3 for run in spaced if word in run}
            for name in self.names:
                hits += [(options[-1], sign, sign) for sign in name.signs() if sign in simple]
                number = name.telephone()
                if re.search(r"[^\w]{0,3}".join(number), text):
                    hits.append((options[-1], number, f"the number of {name.listed}"))
            for word in sorted(whole & secrets):
                place = re.search(rf".{{0,40}}\b{re.escape(word)}\b.{{0,40}}", plain(text), flags=re.I)
                hits.append((options[-1], word, place.group(0) if place else ""))
        return hits

    def expect_none(self, when):
        secrets = {word for name in self.names for word in name.words()}
        allowed = {(form, word) for form, word, _ in self.before}
        hits = [hit for hit in self.found(secrets) if hit[:2] not in allowed]
        if self.told != self.added:
            sys.exit(f"{when}: {self.told} of {self.added} notes with names are in the report, so it proves nothing")
        for form, word, place in hits[:20]:
            print(f"{when}: {form}: {word}: …{place}…")
        print(f"{when}: {len(hits)} of {len(secrets)} words of {len(self.names)} names in {len(FORMATS)} formats")
        return len(hits)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="a folder in which the rehearsal is left")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        names = people(options.people, options.seed)
        trial = Trial(str(pathlib.Path(options.program).resolve()), folder, names)
        if trial.before:
            print("words of names that the rehearsal has by itself: " + ", ".join(sorted({hit[1] for hit in trial.before})))
        spelled = sum(len(name.spellings() + name.telephones()) for name in names)
        print(f"{len(names)} names, {spelled} spellings, texts of {len(trial.fields)} fields: {' '.join(sorted(trial.fields))}")
        missed = trial.expect_none("all on the list")
        old = folder / "old"
        shutil.copytree(trial.path, old)
        for name in names[::10]:
            trial.run("erase", trial.path, "--participant", name.listed, "--yes", "--mentions", "redact")
        missed += trial.expect_none("a tenth withdrew")
        trial.run("merge", trial.path, old)
        missed += trial.expect_none("an old copy came in")
    if missed:
        sys.exit(f"{missed} words of names are in public reports")


if __name__ == "__main__":
    main()
