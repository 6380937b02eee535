"""A session of any size, as real files: what a benchmark of the report reads.

The program makes session.json; each municipality gets a file with its notes, written as the program writes them, with
made-up words. Among them are additions, second thoughts, notes that were deleted and notes off the record.
"""
import json, os, random, subprocess

WORDS = """oefen koffie huiskamer drempel wijk spreekuur taal buurvrouw school moeder vader geduld netwerk fiets sleutel
    tuin tafel deur avond afspraak vertrouwen vrijwilliger bezoek rust moed café één""".split()
DIMENSIONS = ["/knowledge", "/skills", "/position", "/power", ""]
FORMS = ["across-threshold", "consulting", "care-process", "helping-hand", "neighbourhood-problems", "safe-space"]
CONDITIONS = ["feeding-evaluation", "clear-purpose", "equal-say"]
EPOCH = 1_795_000_000_000


def places(activity, number, municipalities, me):
    """The place of a note in an activity, and the fields that come with it."""
    if activity == "strengths":
        return ("formal", "informal")[number % 2] + DIMENSIONS[number % 5], {}
    if activity == "tree":
        return ("roots", "apples", "can")[number % 3], {}
    if activity == "pitch":
        return ("goal", "phase", "target-group", "hope")[number % 4], {}
    if activity == "framework":
        return ("family/mutual", "community/formal-to-informal", "start/both")[number % 3], {}
    if activity == "vision":
        return "words", {}
    if activity == "consultations":
        host = municipalities[(me + 1 + number % 3) % len(municipalities)]
        return f"{host}/{1 + number % 2}", {"part": ("advice", "insight")[number % 2]}
    if activity == "plan":
        if number % 3:
            return "action", {"needed": "een uur", "when": "volgende week"}
        return "form/" + FORMS[number // 3 % len(FORMS)], {}
    if activity == "conditions":
        return f"{CONDITIONS[number % 3]}/{('start', 'end')[number // 3 % 2]}", {"score": 1 + number % 5}
    return None, {}


ACTIVITIES = ["strengths", "tree", "pitch", "framework", "vision", "consultations", "plan", "conditions", "feedback"]
# How the program orders the fields of a note: these first, all others by name.
FIRST = ["text", "item", "activity", "phase", "place", "group", "voice"]


def listed(fields, indent):
    """The members of an object, a line each."""
    return "".join(
        f',\n{indent}{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}' for name, value in fields)


def write_notes(path, me, municipalities, items, people, count, random):
    """Writes the file of one municipality; some of its notes were written in two steps."""
    def uuid():
        bits = f"{random.getrandbits(128):032x}"
        return f"{bits[:8]}-{bits[8:12]}-4{bits[13:16]}-a{bits[17:20]}-{bits[20:]}"

    run = f"{random.getrandbits(64):016x}"
    name = municipalities[me]
    parts, ground = [], None
    for number in range(count):
        activity = ACTIVITIES[number % len(ACTIVITIES)]
        place, more = places(activity, number // len(ACTIVITIES), municipalities, me)
        fields = {"activity": activity, "by": people[number % len(people)], "group": name, "item": items[activity],
                  "text": " ".join(random.choices(WORDS, k=3 + number % 12)), "via": "keyboard", **more}
        if place:
            fields["place"] = place
        if activity == "conditions":
            fields["group"] = ("formal", "informal")[number % 2]
            fields["text"] = ""
            del fields["by"]
        id = uuid()
        if activity == "strengths":
            if ground and number % 4 == 1:
                fields["addsTo"] = ground
            else:
                ground = id
        if number % 50 == 7:
            fields["offRecord"] = True
        later = {"text": fields["text"] + ", en nog iets"} if number % 10 == 3 and fields["text"] else {}
        if number % 100 == 11:
            later = {"deleted": True}
        now = {**fields, **later}
        at = EPOCH + number * 1000
        revisions = [(at, fields)] + ([(at + 500_000_000, later)] if later else [])
        written = []
        for stamp, values in revisions:
            written.append(
                f'        {{\n          "id": "{uuid()}",\n          "stamp": "{stamp}.0.{run}",\n'
                f'          "at": "2026-11-{22 + (stamp > at):02}T09:{number // 60 % 60:02}:{number % 60:02}+00:00",\n'
                f'          "gesture": "{uuid()}",\n          "set": {{'
                + listed(sorted(values.items()), " " * 12)[1:] + "\n          }\n        }")
        shown = [(key, now[key]) for key in FIRST if key in now] + sorted(p for p in now.items() if p[0] not in FIRST)
        parts.append(
            (at, id, f'    {{\n      "id": "{id}"' + listed(shown, " " * 6) + ',\n      "revisions": [\n'
             + ",\n".join(written) + "\n      ]\n    }"))
    parts.sort()
    with open(path, "w", encoding="utf-8") as file:
        file.write('{\n  "formatVersion": 1,\n  "notes": [\n' + ",\n".join(p[2] for p in parts) + "\n  ]\n}\n")


def make(program, folder, municipalities, notes, seed=1):
    """Makes the session and says how many bytes its files have."""
    numbers = random.Random(seed)
    names = [f"Oefendorp {number:04}" for number in range(1, municipalities + 1)]
    listing = folder + ".csv"
    with open(listing, "w", encoding="utf-8") as file:
        file.write("name,function,side,municipality\n")
        for name in names:
            for number, side in enumerate(("formal", "informal", "formal", "informal"), 1):
                file.write(f"Oefen-{side.capitalize()} {name[-4:]}-{number},oefen-functie {number},{side},{name}\n")
    options = [option for name in names for option in ("--municipality", name)]
    subprocess.run(
        [program, "new", folder, "--title", "Oefenwerkplaats", "--participants", listing, *options], check=True,
        stdout=subprocess.DEVNULL)
    with open(f"{folder}/session.json", encoding="utf-8") as file:
        session = json.load(file)
    files = [record["file"] for record in session["municipalities"]]
    items = {item["activity"]: item["id"] for item in session["items"]}
    items["conditions"] = items["framework"]
    people = {}
    for person in session["participants"]:
        people.setdefault(person["municipality"], []).append(person["id"])
    for me, name in enumerate(files):
        write_notes(f"{folder}/{name}.json", me, files, items, people[name], notes, numbers)
    return sum(entry.stat().st_size for entry in os.scandir(folder))
