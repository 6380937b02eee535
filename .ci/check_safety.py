"""Checks that every test which the safety page names exists, and that every promise names one.

    python3 .ci/check_safety.py [--page FILE] [--tests FOLDER]

In the second column of a table of promises a name in code is a suite (`ErasingTests`, `TerminalTests.Leaving`), a
test of the suite named last (`mergingIsAssociative`), both (`RecordsUndoTests.theNewestStampWinsPerField`) or a file
of the repository; a name in italics is a test of the suite named last, and one that ends in an ellipsis begins so.
"""

import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "Sources/SessionStore/SessionStore.docc/Articles/Safety.md"
SUITE = re.compile(r"^ *(?:@Suite.* )?(?:final )?(?:struct|enum|class|actor|extension) ([A-Z]\w*)", re.MULTILINE)
TEST = re.compile(r"\bfunc (?:`([^`]+)`|(\w+))\s*\(")
NAME = re.compile(r"`([^`]+)`|(?<!\*)\*([^*]+)\*(?!\*)")


def suites(folder):
    """The names of types and of functions in each file of tests."""
    files = []
    for path in sorted(folder.rglob("*.swift")):
        text = path.read_text(encoding="utf-8")
        functions = {quoted or plain for quoted, plain in TEST.findall(text)}
        files.append((set(SUITE.findall(text)), functions))
    return files


def promises(page):
    """The rows of the tables whose first heading is “promise”: number of the line, and cells."""
    inside = False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("|"):
            inside = False
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells[0] == "promise":
            inside = True
        elif inside and not set(line) <= set("|-: "):
            yield number, cells


def faults(cells, files):
    """What is wrong with a row; the number of names that were found."""
    if len(cells) != 3 or not all(cells):
        return ["a promise needs its test, and what it fails without"], 0
    names = NAME.findall(cells[1])
    if not names and not cells[1].startswith("the same"):
        return ["no test is named"], 0
    return missing(names, files), len(names)


def missing(names, files):
    """Which of some names, as (code, title), nothing has."""
    wrong = []
    held = None  # the functions in the files of the suite named last
    for code, title in names:
        if "/" in code:
            if not (ROOT / code).is_file():
                wrong.append(f"there is no file {code}")
            continue
        types = [part for part in code.split(".") if part[:1].isupper()]
        tests = [part for part in code.split(".") if not part[:1].isupper()] if code else [title]
        if types:
            holding = [functions for kinds, functions in files if kinds.issuperset(types)]
            if not holding:
                wrong.append(f"there is no suite {'.'.join(types)}")
            held = set().union(*holding)
        for test in filter(None, tests):
            if held is None:
                wrong.append(f"no suite is named before “{test}”")
            elif test.endswith("…"):
                if not any(name.startswith(test[:-1]) for name in held):
                    wrong.append(f"no test begins with “{test}”")
            elif test not in held:
                wrong.append(f"there is no test “{test}”")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--page", type=pathlib.Path, default=PAGE)
    parser.add_argument("--tests", type=pathlib.Path, default=ROOT / "Tests")
    options = parser.parse_args()
    files = suites(options.tests)
    others = set(re.findall(r"`(\w*Tests\.[\w.]+)`", options.page.read_text(encoding="utf-8")))
    rows = count = failed = 0
    for number, cells in promises(options.page):
        wrong, found = faults(cells, files)
        rows += 1
        count += found
        failed += len(wrong)
        for words in wrong:
            print(f"{options.page.name}:{number}: {words}")
    for words in missing([(name, "") for name in sorted(others)], files):
        failed += 1
        print(f"{options.page.name}: {words}")
    if not rows:
        sys.exit(f"{options.page}: no table of promises")
    print(f"{options.page.name}: {rows} promises, {count} names of tests and checks, {failed} wrong")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
