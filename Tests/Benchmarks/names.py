#!/usr/bin/env python3
"""Counts how many words of Dutch are masked for names, and how masking grows with the list of participants.

    swift build -c release && python3 Tests/Benchmarks/names.py

The word list is that of Debian's package wdutch (/usr/share/dict/dutch), which is no part of this repository;
without it only the example and the times are looked at. It fails if more than 0.5 % of the list or 1 % of
the example's words are masked, also after a tenth of two hundred people withdrew, or if a report with
2,000 participants takes more than twice as long as one with 20. The names are some that are words as well, and
those of .ci/check_names.py.
"""

import argparse
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import time

GIVEN = ["Anneke", "Gijsbert", "Zoë", "Sjoerd", "Gülşen", "İbrahim", "Ayşegül", "Naïma", "Saïd", "Youssef", "Wempi",
         "Josina", "Małgorzata", "Łukasz", "Jeandrick", "Sharlindy", "Søren", "عائشة", "Roos", "Wil", "Jan", "Mei"]
SURNAMES = ["van den Berg", "de Vries", "Yıldız", "Çelik", "el Khattabi", "Bouazzaoui", "Manuhutu", "Sahetapy", "Wójcik",
            "Kaczyński", "Martina-Koeiman", "Croes", "Sørensen", "de Wit", "Bakker", "ter Brugge", "Jansen", "الحسني"]


def people(count):
    """As many names as are wanted, all different."""
    pairs = [f"{given} {surname}" for surname in SURNAMES for given in GIVEN]
    extra = (f"Vnaam{number}a Anaam{number}b" for number in range(count))
    return (pairs[:: max(1, len(pairs) // count)] + list(extra))[:count]


def namesakes(count):
    """As many names as are wanted, with twenty first names among them."""
    return [f"{GIVEN[number % 20]} {SURNAMES[number // 20 % 10]}-Anaam{number}b" for number in range(count)]


class Workshop:
    """A workshop in a folder of its own."""

    def __init__(self, program, folder, names):
        self.program, self.path = program, str(folder)
        table = pathlib.Path(f"{folder}.csv")
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["name", "function", "side", "municipality"])
            writer.writerows([name, "buur", "formal", "Duinstad"] for name in names)
        self.run("new", self.path, "--participants", str(table))

    def run(self, *arguments, text=None):
        return subprocess.run(
            [self.program, *arguments], input=text, capture_output=True, text=True, check=True).stdout

    def add(self, lines):
        self.run("note", "add", self.path, "--municipality", "Duinstad", "--activity", "tree", "--place", "roots", "-",
                 text="".join(line + "\n" for line in lines))

    def texts(self):
        report = json.loads(self.run("report", self.path, "--format", "json"))
        return [note["text"] for note in report["notes"]]


def share(workshop, words):
    """The share of words that are masked, each with nothing beside it that could be a name with it."""
    sign = " | "
    workshop.add("x" + sign + sign.join(words[start:start + 200]) for start in range(0, len(words), 200))
    left = [part for text in workshop.texts() for part in text.split("|")[1:]]
    masked = sum("[…]" in part for part in left)
    return masked / len(words)


def example_words(folder):
    """The words of the example, in the lines in which they stand."""
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        for records in json.loads(path.read_text(encoding="utf-8")).values():
            for record in records if isinstance(records, list) else []:
                yield from (record[key] for key in ("text", "description") if isinstance(record.get(key), str))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = pathlib.Path(__file__).resolve().parents[2]
    parser.add_argument("--program", default=str(root / ".build/release/werkplaats"))
    parser.add_argument("--words", default="/usr/share/dict/dutch")
    parser.add_argument("--every", type=int, default=1, help="takes one word of so many of the list")
    parser.add_argument("--masking", action="store_true", help="looks at what is masked and at no times")
    parser.add_argument("--notes", type=int, default=10_000, help="how many notes the reports whose time is taken have")
    options = parser.parse_args()
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        sys.path.insert(0, str(root / ".ci"))
        import check_names

        generated = [name.listed for name in check_names.people(200, 1)]
        lists = [("words as well", people(200)), ("names of all kinds", generated)]
        for number, (what, names, gone) in enumerate((what, names, gone) for what, names in lists for gone in (0, 20)):
            name = f"{what}, {'a tenth withdrew' if gone else 'all there'}"
            example = Workshop(options.program, folder / f"example-{number}", names)
            listed = Workshop(options.program, folder / f"list-{number}", names)
            for workshop in (example, listed):
                for one in names[:gone]:
                    workshop.run("erase", workshop.path, "--participant", one, "--yes", "--mentions", "keep")
            lines = list(example_words(root / "sessions/onderzoekswerkplaats-2015"))
            before = sum(len(line.split()) for line in lines)
            example.add(line.replace("\n", " ") for line in lines)
            after = sum(len(text.replace("[…]", " ").split()) for text in example.texts())
            print(f"{name}: {(before - after) / before:.2%} of {before} words of the example")
            if (before - after) / before > 0.01:
                failures.append(f"the example, {name}")
            path = pathlib.Path(options.words)
            if path.exists():
                words = [word for word in path.read_text(encoding="utf-8").split("\n") if word and "|" not in word][:: options.every]
                masked = share(listed, words)
                print(f"{name}: {masked:.2%} of {len(words)} words of {path}")
                if masked > 0.005:
                    failures.append(f"the word list, {name}")
            else:
                print(f"no {path}: install the package wdutch to count over a list of words")
        for what, listed in () if options.masking else (("nobody is named", people), ("everybody is named, with a hundred namesakes each", namesakes)):
            times = []
            for count in (20, 2000):
                workshop = Workshop(options.program, folder / f"time-{listed.__name__}-{count}", listed(count))
                workshop.add(f"wij zien {GIVEN[number % 20] if listed is namesakes else 'elkaar'} bij school {number} en drinken thee"
                             for number in range(options.notes))
                tries = []
                for _ in range(3):
                    start = time.monotonic()
                    workshop.run("report", workshop.path)
                    tries.append(time.monotonic() - start)
                times.append(min(tries))
                print(f"{what}: {count} participants, {options.notes} notes: {times[-1]:.2f} s")
            print(f"{what}: ratio {times[1] / times[0]:.2f}")
            if times[1] > 2 * times[0]:
                failures.append(f"the time grows with the list of participants where {what}")
    if failures:
        sys.exit("too much: " + "; ".join(failures))


if __name__ == "__main__":
    main()
