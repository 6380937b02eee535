"""Tells whether a text has a word that may be a name or a word of the language, for recount.py.

Worked out anew from the rules in *Reports and people*, not from the program; only the list of common words is the same file.
"""

import functools
import pathlib
import re
import unicodedata

PARTICLES = set("""van v de den der het t n s ten ter te in op aan by onder over uit tot voor von zu la le les lo du des di da do dos das
    del d l o e y el al as at an bin ben ibn ait oulad mac mc san st sint a i z""".split())
ARTICLES = set("de het een die dat deze dit geen myn jouw zyn haar ons onze hun the a an this that my your his her our their no".split())
TITLES = set("mevrouw meneer mevr mw dhr heer hr fam familie dr drs ir mr mrs ms prof oom tante opa oma juf meester".split())
LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})


@functools.cache
def common():
    """The words that are names as well."""
    file = pathlib.Path(__file__).resolve().parents[1] / "Sources/WorkshopCore/Names/CommonWords.swift"
    return set(file.read_text(encoding="utf-8").split('"""')[1].split())


def key(word):
    """A word without capitals, accents and what nobody sees; ij is y."""
    taken = unicodedata.normalize("NFKD", "".join(c for c in word if unicodedata.category(c) != "Cf")).lower().translate(LETTERS)
    return "".join(c for c in taken if unicodedata.category(c) != "Mn").replace("ij", "y")


class Names:
    """The names of everybody who ever stood on a list."""

    def __init__(self, names):
        self.people = []
        for name in names:
            words = [key(word) for word in re.findall(r"\w+", name)]
            own = [word for index, word in enumerate(words) if index == 0 or word not in PARTICLES]
            # A surname behind what belongs to it is a word when it stands alone in lower case.
            bare = {word for index, word in enumerate(words) if index and word not in PARTICLES and words[index - 1] in PARTICLES}
            if own:
                self.people.append((set(own), bare, "".join(word[0] for word in own)))

    def is_doubtful(self, text):
        """Tells whether something is masked in a text that may be a word."""
        found = [(match, key(match.group())) for match in re.finditer(r"\w+", text)]
        initials = re.findall(r"(?<!\w)(?:\w\.){2,}", text)
        if any(key(one.replace(".", "")) == own and len(own) > 1 and one.isupper() for one in initials for _, _, own in self.people):
            return True
        return any(self.may_be_word(text, found, index) for index in range(len(found)))

    def may_be_word(self, text, found, index):
        match, word = found[index]
        whose = [person for person in self.people if word in person[0]]
        if not whose or self.is_beside(text, found, index, whose):
            return False
        written = match.group()
        before = text[found[index - 1][0].end():match.start()] if index else None
        previous = found[index - 1][1] if before and re.fullmatch(r"[\s.'’/–—-]{1,3}", before) and " " in before else None
        begins = before is None or re.search(r"[.!?:;\n•\"“„«—–]", before) is not None
        if previous in TITLES and len(word) > 2 and word in common():
            return False
        if word in common() or len(word) < 3:
            return written[0].isupper() and (begins or (written.isupper() and len(written) > 1))
        bare = all(word in person[1] for person in whose)
        return not written[0].isupper() and not bare and previous in ARTICLES

    def is_beside(self, text, found, index, whose):
        """Tells whether another word of the same name stands beside it, so that both are a name."""
        for step in (-1, 1):
            other = index + step
            while 0 <= other < len(found) and found[other][1] in PARTICLES:
                other += step
            if not 0 <= other < len(found):
                continue
            first, second = sorted((index, other))
            between = text[found[first][0].end():found[second][0].start()]
            if re.search(r"[^\w\s,.'’/-]", between):
                continue
            if any(found[other][1] in person[0] and found[other][1] != found[index][1] for person in whose):
                return found[first][0].group()[0].isupper()
        return False
