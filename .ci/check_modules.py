#!/usr/bin/env python3
"""Compares the page on the architecture, text and picture, with the targets of Package.swift.

usage: check_modules.py

Run it at the top of the repository. Every target that is no test stands in the picture, and the text says of each module of
Swift exactly which of the others it uses. Ends with 1 and what differs.
"""

import pathlib
import re
import sys

DOCC = pathlib.Path("Sources/WorkshopCore/WorkshopCore.docc")


def targets():
    """The targets that are no tests, each with those it depends on."""
    text = pathlib.Path("Package.swift").read_text(encoding="utf-8")
    found = {}
    for part in re.split(r"\n    \.(?=target|executableTarget|systemLibrary|testTarget)", text)[1:]:
        name = re.search(r'name: "(\w+)"', part).group(1)
        if part.startswith("testTarget") or "path: \"Tests/" in part:
            continue
        listed = re.search(r"dependencies: \[(.*?)\]\s*[,)]", part, re.S)
        plain = re.sub(r"\.product\(.*?\)", "", listed.group(1)) if listed else ""
        found[name] = set(re.findall(r'"(\w+)"', plain))
    return found


def told(names):
    """The modules of the text, each with those it uses."""
    page = (DOCC / "Articles/Architecture.md").read_text(encoding="utf-8")
    block = re.search(r"```\n(werkplaats .*?)```", page, re.S).group(1)
    uses = {}
    for line in block.splitlines():
        name, _, rest = line.partition("→")
        words = set(re.findall(r"\w+", rest))
        uses[name.strip()] = words & names if "all below" not in rest else None
    below = list(uses)[1:]
    return {name: set(below) | ({"CAllocator"}) if used is None else used for name, used in uses.items()}


def main():
    packaged = targets()
    picture = (DOCC / "Resources/modules.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r'class="name"[^>]*>(\w+)<', picture))
    faults = [f"modules.svg lacks {name}" for name in sorted(set(packaged) - drawn)]
    faults += [f"modules.svg has {name}, which is no target" for name in sorted(drawn - set(packaged))]
    text = told(set(packaged))
    for name, uses in sorted(packaged.items()):
        if name in text and text[name] != uses:
            faults.append(f"Architecture.md: {name} uses {sorted(uses)}, not {sorted(text[name])}")
        if name not in text and uses:
            faults.append(f"Architecture.md lacks {name}")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"modules: {len(packaged)} targets, {len(faults)} wrong")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
