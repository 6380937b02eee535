"""Parses a report with markdown-it-py and checks that people's text came out as text.

Nothing but headings, paragraphs, lists, tables, emphasis, links within the report and the report's own anchors may be
there. With --notes each line of that file must be in the visible text, and none of it as markup.
"""

import argparse
import re
import sys
import unicodedata

from markdown_it import MarkdownIt

ANCHOR = re.compile(r'<a id="[a-z0-9-]+"></a>')


def fail(path, what):
    sys.exit(f"{path}: {what}")


def visible(text):
    """The text without what may differ without harm: white space, and marks for controls."""
    return re.sub(r"\s+", " ", text).strip()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("report")
    parser.add_argument("--notes")
    options = parser.parse_args()
    with open(options.report, encoding="utf-8", newline="") as file:
        source = file.read()

    for character in source:
        if unicodedata.category(character) == "Cc" and character != "\n":
            fail(options.report, f"control character U+{ord(character):04X}")

    # As CommonMark, and with what GitHub adds to it.
    for name, markdown in [
        ("CommonMark", MarkdownIt("commonmark")),
        ("GitHub's", MarkdownIt("commonmark").enable(["table", "strikethrough"])),
    ]:
        tokens = markdown.parse(source)
        texts, links, anchors, images = [], [], set(), 0
        for token in tokens:
            if token.type == "html_block":
                if not ANCHOR.fullmatch(token.content.strip()):
                    fail(options.report, f"{name}: HTML block: {token.content!r}")
                anchors.update(re.findall(r'id="([^"]+)"', token.content))
            if token.type in ("fence", "code_block", "blockquote_open", "hr") and options.notes:
                fail(options.report, f"{name}: {token.type} at line {token.map}")
            if token.type != "inline":
                continue
            text = ""
            for child in token.children:
                if child.type == "html_inline":
                    # Anchors are opened and closed by two tokens.
                    if not re.fullmatch(r'<a id="[a-z0-9-]+">|</a>', child.content):
                        fail(options.report, f"{name}: HTML: {child.content!r}")
                    anchors.update(re.findall(r'id="([^"]+)"', child.content))
                elif child.type == "link_open":
                    links.append(child.attrs["href"])
                elif child.type == "image":
                    images += 1
                elif child.type in ("softbreak", "hardbreak"):
                    text += " "
                else:
                    text += child.content
            texts.append(visible(text))
        headings = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
        if not headings or tokens[headings[0]].tag != "h1":
            fail(options.report, f"{name}: no title")
        if sum(tokens[i].tag == "h1" for i in headings) != 1:
            fail(options.report, f"{name}: more than one title")
        if images:
            fail(options.report, f"{name}: a picture")
        outside = [link for link in links if not link.startswith("#")]
        if outside:
            fail(options.report, f"{name}: links that lead out of the report: {outside}")
        dead = {link for link in links if link[1:] not in anchors}
        if dead:
            fail(options.report, f"{name}: links that lead nowhere: {sorted(dead)[:5]}")
        if options.notes:
            with open(options.notes, encoding="utf-8", newline="") as file:
                for note in map(visible, file.read().split("\n")):
                    if note and not any(note in text for text in texts):
                        fail(options.report, f"{name}: not there as text: {note!r}")
        print(
            f"{options.report}: {name}: {len(headings)} headings, {len(links)} links within, "
            f"{len(anchors)} anchors, {len(texts)} pieces of text"
        )


main()
