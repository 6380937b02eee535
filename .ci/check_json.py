"""Reads a JSON file strictly: UTF-8, no name twice in an object, no NaN, a line break at the end."""

import json
import sys


def unique(pairs):
    names = [name for name, _ in pairs]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"names that occur twice: {sorted(twice)}")
    return dict(pairs)


def refuse(constant):
    raise ValueError(f"not JSON: {constant}")


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        data = file.read()
    try:
        if not data.endswith(b"\n"):
            raise ValueError("no line break at the end")
        if any(byte < 0x20 and byte != 0x0A for byte in data):
            raise ValueError("a bare control character")
        json.loads(data.decode("utf-8"), object_pairs_hook=unique, parse_constant=refuse)
    except ValueError as error:
        sys.exit(f"{path}: {error}")
