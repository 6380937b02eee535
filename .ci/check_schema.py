"""Validates the files of sessions with the schemas that the program prints, and sees spoilt ones refused.

The validator is the jsonschema package; formats such as date-time are checked too.
"""

import argparse
import copy
import json
import pathlib
import subprocess
import sys

import jsonschema


def records(document):
    return [r for v in document.values() if isinstance(v, list) for r in v if not r.get("erased")]


def first(document):
    return records(document)[0]


def spoil_stamp(document):
    first(document)["revisions"][0]["stamp"] = "yesterday"


def spoil_id(document):
    first(document)["id"] = first(document)["id"].upper().replace("0", "O")


def spoil_version(document):
    document["formatVersion"] = "1"


def spoil_null(document):
    first(document)["nothing"] = None


def spoil_revisions(document):
    del first(document)["revisions"]


def spoil_time(document):
    first(document)["revisions"][0]["at"] = "2026-02-30T25:00:00+01:00"


def spoil_tags(document):
    first(document)["tags"] = ["twice", "twice"]


def spoil_erased(document):
    record = first(document)
    record["erased"] = True
    record["text"] = "left behind"


def spoil_activity(document):
    for record in records(document):
        if "activity" in record:
            record["activity"] = "dancing"
            return
    raise LookupError


def spoil_place(document):
    for record in records(document):
        if record.get("activity") == "strengths" and "place" in record:
            record["place"] = "formal/charm"
            return
    raise LookupError


SPOILT = [value for name, value in sorted(globals().items()) if name.startswith("spoil_")]


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--program", default="werkplaats")
    arguments.add_argument("sessions", nargs="+", type=pathlib.Path)
    arguments = arguments.parse_args()
    validators = {}
    for kind in ("session", "notes"):
        printed = subprocess.run([arguments.program, "schema", kind], check=True, capture_output=True)
        schema = json.loads(printed.stdout)
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[kind] = jsonschema.Draft202012Validator(
            schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    good = refused = 0
    used = set()
    for folder in arguments.sessions:
        for path in sorted(folder.glob("*.json")):
            validator = validators["session" if path.name == "session.json" else "notes"]
            document = json.loads(path.read_bytes())
            for error in validator.iter_errors(document):
                sys.exit(f"{path}: {error.json_path}: {error.message[:200]}")
            good += 1
            if not records(document):
                continue
            for spoil in SPOILT:
                copied = copy.deepcopy(document)
                try:
                    spoil(copied)
                except LookupError:
                    continue
                if validator.is_valid(copied):
                    sys.exit(f"{path}: {spoil.__name__} went unnoticed")
                used.add(spoil)
                refused += 1
    if not good or used != set(SPOILT):
        sys.exit(f"{good} files; not tried: {[s.__name__ for s in SPOILT if s not in used]}")
    print(f"{good} files are as their schema says, {refused} spoilt ones are refused")


main()
