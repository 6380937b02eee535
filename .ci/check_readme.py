"""Checks pages for people against the repository: links, commands and options, width of pictures.

Every picture of the screen must be one that a test saw, apart from the time and the clocks in it. Writes the
README's commands into two scripts: those that end by themselves, and those that open a screen.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys


def fail(path, what):
    sys.exit(f"{path}: {what}")


def blocks(text, kind):
    """The code blocks of a kind; the kind of a picture is empty."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, flags=re.M | re.S)
    return [body for name, body in found if name == kind]


def slug(heading):
    """The anchor GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def headings(path):
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"^```.*?^```$", "", file.read(), flags=re.M | re.S)
    return {slug(line.lstrip("#")) for line in text.split("\n") if line.startswith("#")}


def check_links(path, text):
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)]+)\)", prose):
        if re.match(r"[a-z]+:", target):
            fail(path, f"a link that leads away: {target}")
        file, _, anchor = target.partition("#")
        place = os.path.normpath(os.path.join(os.path.dirname(path), file)) if file else path
        if not os.path.exists(place):
            fail(path, f"a link to nothing: {target}")
        if anchor and anchor not in headings(place):
            fail(path, f"a link to no heading: {target}")


def help_text(program, words, cache={}):
    key = tuple(words)
    if key not in cache:
        result = subprocess.run(
            [program, *words, "--help"], capture_output=True, text=True, check=True
        )
        cache[key] = result.stdout
    return cache[key]


def check_command(path, program, line):
    """Every subcommand and option in a line must be in the program's own help."""
    for part in re.split(r"\|\||&&|[|;]", line):
        try:
            words = shlex.split(part)
        except ValueError:
            continue
        if "werkplaats" not in words:
            continue
        words = words[words.index("werkplaats") + 1 :]
        commands = []
        for word in words:
            if word.startswith("-"):
                break
            known = re.findall(r"^  ([a-z]+) {2,}", help_text(program, commands), flags=re.M)
            if word not in known:
                if not commands:
                    fail(path, f"no such command: {word}")
                break
            commands.append(word)
        for word in words:
            if word.startswith("--") and word != "--":
                if not re.search(re.escape(word) + r"\b", help_text(program, commands)):
                    fail(path, f"{' '.join(commands)} has no option {word}")


def timeless(picture):
    """A picture of the screen as the test keeps it: without the time and without what the clocks say."""
    lines = picture.rstrip("\n").split("\n")
    lines[0] = re.sub(r"\s+((?:dag|day) \d) · .*$", r"  \1", lines[0])
    for row in range(min(5, len(lines))):
        lines[row] = re.sub(
            r"(?<=[ ▰▱] )-?\d?\d(:\d\d){1,2}(?=  |$)",
            lambda clock: re.sub(r"\d", "0", clock.group()),
            lines[row],
        ).replace("▰", "▱")
    return "\n".join(lines)


def is_screen(picture):
    return re.search(r" (dag|day) \d · \d\d:\d\d", picture.split("\n")[0]) is not None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--program", required=True)
    parser.add_argument("--script", required=True)
    parser.add_argument("--terminal", required=True)
    parser.add_argument("--album", required=True, help="the pictures that a test keeps")
    options = parser.parse_args()
    with open(options.album, encoding="utf-8") as file:
        album = "\n" + file.read()
    seen = 0
    for path in options.pages:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        check_links(path, text)
        for picture in blocks(text, ""):
            wide = [line for line in picture.split("\n") if len(line) > 80]
            if wide:
                fail(path, f"a picture wider than 80 columns: {wide[0]!r}")
            if is_screen(picture):
                seen += 1
                if "\n" + timeless(picture) + "\n" not in album:
                    fail(path, f"a picture that no test saw:\n{picture}")
        for block in blocks(text, "sh"):
            for line in block.strip().split("\n"):
                check_command(path, options.program, line)
        for line in re.findall(r"`(werkplaats [^`]+)`", text):
            check_command(path, options.program, line)

    page = options.pages[0]
    with open(page, encoding="utf-8") as file:
        text = file.read()
    if seen < 8:
        fail(page, f"only {seen} pictures of the two days")
    if sum(line.strip() != "" for line in re.sub(r"^```\n.*?^```$", "", text, flags=re.M | re.S).split("\n")) > 180:
        fail(page, "more than 180 lines besides the pictures")
    lines = [
        line
        for block in blocks(text, "sh")
        for line in block.strip().split("\n")
        if "swift " not in line
    ]
    screens = [line for line in lines if re.match(r"werkplaats (open|rehearse) ", line)]
    with open(options.script, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines if line not in screens)
    with open(options.terminal, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in screens)
    print(f"{len(lines) - len(screens)} commands, {len(screens)} that open a screen, {seen} pictures")


main()
