#!/usr/bin/env python3
"""How long the figures of many notes take, next to jq and DuckDB counting the same files.

usage: report.py [--program PATH] [--municipalities N] [--notes M] [--rounds N] [--whole]

Makes one session of N municipalities with M notes each, as the program writes them (see sample_session.py), and lets three
programs count it in turn, round after round, so that drift hits all alike:

- `werkplaats report SESSION --figures`, the numbers of the report alone, on all processors;
- DuckDB (PyPI), read_json with the columns it needs and no others, on all processors; the start of Python and the import
  are left out of its time;
- jq, in as many processes as there are processors, each with its share of the files.

All count notes per activity, per municipality and activity, strengths per side and dimension, the parts of the tree, the
places of the framework, the parts of the plans, advice and insights, and the scores per condition, moment and side with
their range; deleted notes and those off the record nowhere. That they agree is checked in each round.

Werkplaats does more than the others: it refuses what is no JSON, UTF-8 or session; it works out what revisions, undoing and
edits by hand say; a note in two files counts once; and who may be told of decides what counts for which municipality.

Prints the median of each, the ratio to DuckDB and to jq, and the peak memory of each. Ends with 1 if the figures take more
than half of DuckDB's time, or 100 MB. With --whole the report with all statements is timed too (a tenth of the
municipalities): it has to hold every statement, so that its memory grows with them and no aim is set for it.
"""
import argparse, collections, concurrent.futures, json, os, statistics, subprocess, sys, tempfile, time

import sample_session

SQL = """
create temp table notes as select file, note.* from (
  select regexp_extract(filename, '([^/]+)[.]json$', 1) as file, unnest(notes) as note
  from read_json('{folder}/*.json', filename = true, maximum_object_size = 268435456, columns = {{notes:
    'STRUCT(activity VARCHAR, place VARCHAR, "group" VARCHAR, part VARCHAR, addsTo VARCHAR, offRecord BOOLEAN,
      deleted BOOLEAN, score INTEGER)[]'}}))
where file <> 'session' and not coalesce(note.offRecord, false) and not coalesce(note.deleted, false);
"""
SCORED = "activity = 'conditions' and (place like '%/start' or place like '%/end')"
QUERIES = {
    "activities": f"select activity, count(*) from notes where not ({SCORED}) group by 1",
    "municipalities": f"select file || ' ' || activity, count(*) from notes where not ({SCORED}) group by 1",
    "strengths": "select place, count(*) from notes where activity = 'strengths' and addsTo is null group by 1",
    "tree": "select place, count(*) from notes where activity = 'tree' group by 1",
    "framework": "select place, count(*) from notes where activity = 'framework' group by 1",
    "plans": "select place, count(*) from notes where activity = 'plan' group by 1",
    "consultations": "select part, count(*) from notes where activity = 'consultations' group by 1",
    "scores": f"select place || ' ' || \"group\", [count(*), min(score), max(score)] from notes where {SCORED} group by 1",
}
DUCKDB = """
import json, sys, time, duckdb
task = json.load(sys.stdin)
began = time.perf_counter()
connection = duckdb.connect()
connection.execute("set enable_progress_bar = false")
connection.execute(task["table"])
counts = {name: {str(k): v for k, v in connection.execute(query).fetchall()} for name, query in task["queries"].items()}
print(json.dumps({"counts": counts, "seconds": time.perf_counter() - began}))
"""
JQ = r"""
def add($table; $key): .[$table][$key] += 1;
reduce (inputs | (input_filename | split("/")[-1][:-5]) as $file | .notes[]?
    | select(.offRecord != true and .deleted != true) | .file = $file) as $n ({};
  if $n.activity == "conditions" and ($n.place | test("/(start|end)$")) then
    .scores[$n.place + " " + $n.group] |= [.[0] + 1, ([.[1], $n.score | values] | min), ([.[2], $n.score | values] | max)]
  else
    add("activities"; $n.activity) | add("municipalities"; $n.file + " " + $n.activity)
    | if $n.activity == "strengths" then (if $n.addsTo then . else add("strengths"; $n.place) end)
      elif $n.activity == "tree" then add("tree"; $n.place)
      elif $n.activity == "framework" then add("framework"; $n.place)
      elif $n.activity == "plan" then add("plans"; $n.place)
      elif $n.activity == "consultations" then add("consultations"; $n.part)
      else . end
  end)
"""


def run(command, **more):
    """Runs a command: what it printed, the seconds, and the most memory it had at one time, in MB."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE)
    if more.get("input"):
        process.stdin.write(more["input"].encode())
    process.stdin.close()
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return output, time.perf_counter() - began, usage.ru_maxrss / 1024


def by_werkplaats(program, folder):
    output, seconds, memory = run([program, "report", folder, "--figures"])
    figures = json.loads(output)
    places = lambda list: {p["place"]: p["notes"] for p in list}
    return {
        "activities": {a["activity"]: a["notes"] for a in figures["activities"]},
        "municipalities": {f"{m['municipality']} {a['activity']}": a["notes"]
                           for m in figures["municipalities"] for a in m["activities"]},
        "strengths": {s["side"] + ("/" + b["dimension"] if "dimension" in b else ""): b["count"]
                      for s in figures["strengths"] for b in s["boxes"] if b["count"]},
        "tree": places(figures["tree"]),
        "framework": places(figures["framework"]),
        "plans": places(figures["plans"]),
        "consultations": {part: figures["consultations"][key] for part, key in (("advice", "advice"), ("insight", "insights"))},
        "scores": {f"{s['condition']}/{s['moment']} {s['side']}":
                   [s["scores"]["count"], s["scores"]["low"], s["scores"]["high"]] for s in figures["scores"]},
    }, seconds, memory


def by_duckdb(python, folder):
    task = {"table": SQL.format(folder=folder), "queries": QUERIES}
    output, _, memory = run([python, "-c", DUCKDB], input=json.dumps(task))
    result = json.loads(output)
    return result["counts"], result["seconds"], memory


def by_jq(folder):
    files = sorted(entry.path for entry in os.scandir(folder)
                   if entry.name.endswith(".json") and entry.name != "session.json")
    shares = os.cpu_count() or 1
    began = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(shares) as pool:
        results = list(pool.map(lambda n: run(["jq", "-n", JQ, *files[n::shares]]), range(min(shares, len(files)))))
    counts = {}
    for output, _, _ in results:
        for table, rows in json.loads(output).items():
            mine = counts.setdefault(table, {})
            for key, value in rows.items():
                if table != "scores":
                    mine[key] = mine.get(key, 0) + value
                elif key in mine:
                    mine[key] = [mine[key][0] + value[0], min(mine[key][1], value[1]), max(mine[key][2], value[2])]
                else:
                    mine[key] = value
    return counts, time.perf_counter() - began, sum(memory for _, _, memory in results)


def duckdb_python(folder):
    """A Python that has DuckDB: this one, or that of an environment made for it."""
    if not subprocess.run([sys.executable, "-c", "import duckdb"], stderr=subprocess.DEVNULL).returncode:
        return sys.executable
    subprocess.run([sys.executable, "-m", "venv", f"{folder}/venv"], check=True)
    subprocess.run([f"{folder}/venv/bin/pip", "install", "--quiet", "--disable-pip-version-check", "duckdb"], check=True)
    return f"{folder}/venv/bin/python"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=".build/release/werkplaats")
    parser.add_argument("--municipalities", type=int, default=1000)
    parser.add_argument("--notes", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--whole", action="store_true", help="time the report with all statements, too")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    with tempfile.TemporaryDirectory() as folder:
        python = duckdb_python(folder)
        session = f"{folder}/session"
        size = sample_session.make(program, session, options.municipalities, options.notes)
        subprocess.run([program, "check", session], check=True, stdout=subprocess.DEVNULL)
        print(f"{options.municipalities} municipalities x {options.notes} notes, {size / 1e6:.0f} MB in files, "
              f"{os.cpu_count()} processors")
        ways = {
            "werkplaats": lambda: by_werkplaats(program, session),
            "duckdb": lambda: by_duckdb(python, session),
            "jq": lambda: by_jq(session),
        }
        times, memory = collections.defaultdict(list), collections.Counter()
        for round in range(options.rounds):
            counts = {}
            for name, way in ways.items():
                counts[name], seconds, most = way()
                times[name].append(seconds)
                memory[name] = max(memory[name], most)
            for name in ("duckdb", "jq"):
                for table in QUERIES:
                    if counts[name][table] != counts["werkplaats"][table]:
                        sys.exit(f"{name} and Werkplaats count other {table}")
            print(f"round {round + 1}: " + ", ".join(f"{name} {times[name][-1]:.2f} s" for name in ways) + "; same counts",
                  flush=True)
        middle = {name: statistics.median(times[name]) for name in ways}
        for name in ways:
            print(f"{name:<11} {middle[name]:6.2f} s  peak {memory[name]:4.0f} MB")
        ratio = middle["werkplaats"] / middle["duckdb"]
        print(f"Werkplaats takes {ratio:.2f} of DuckDB's time and {middle['werkplaats'] / middle['jq']:.2f} of jq's")
        if options.whole:
            small = f"{folder}/tenth"
            municipalities = max(1, options.municipalities // 10)
            sample_session.make(program, small, municipalities, options.notes)
            for format in ("json", "md", "html"):
                output, seconds, most = run([program, "report", small, "--format", format])
                print(f"whole report of {municipalities} x {options.notes} notes as {format}: {seconds:.2f} s, "
                      f"{len(output) / 1e6:.0f} MB, peak {most:.0f} MB")
    return 1 if ratio > 0.5 or memory["werkplaats"] >= 100 else 0


if __name__ == "__main__":
    sys.exit(main())
