"""What a monkey types: keys, words, pastes, and bytes that no keyboard sends."""

SPECIAL = [
    b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1bOA", b"\x1bOB", b"\x1bOC", b"\x1bOD", b"\x1b[H", b"\x1b[F",
    b"\x1b[5~", b"\x1b[6~", b"\x1b[2~", b"\x1b[3~", b"\x1b[Z", b"\t", b"\r", b"\x7f", b"\x1b", b" ", b"\x1b\r", b"\x0c",
    b"\x12", b"\x15", b"\x17", b"\x01", b"\x05", b"\x0b", b"\x1bOP", b"\x1b[15~", b"\x1b[1;5C", b"\x1b[1;2D",
    b"\x1b1", b"\x1b4",
]
# Letters that open, move and change things come more often than others do.
LETTERS = b"nedvkfgomwchiptrxujyJHPWXzabs/?![]+-#0123456789.,"
SPOILT = [
    b"\x1b[", b"\x1b]0;title", b"\x1b[200~", b"\x1b[201~", b"\x1b[<0;10;10M", b"\x1bP1$r", b"\xff\xfe", b"\xc3", b"\xf0\x9f",
    b"\x00", b"\x9b31m", b"\x1b[999999999999~", b"\x1b[I", b"\x1b[O", b"\x1b[57344u", b"\x1b[27;5;9~", b"\x1b[1;99A",
]
WORDS = [
    "koffie", "moeders", "Fatma", "🙂", "👩‍🌾", "يوسف", "vertrouwen", "e\u0301e\u0301n", "\u202eomgekeerd", "de wijk", "字字字",
    "a" * 80, "\t", "\x1b[31mrood", "drempel", "'s-Hertogenbosch", "İstanbul", "2.000", "=1+1", "<b>", "#", "*",
]


def text(random, most=6):
    """Words of a person, and of one who pastes."""
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, most)))


def plain(words):
    """Words as keys: what a terminal would take for a command is left out."""
    return "".join(c for c in words if c >= " " and c != "\x7f").encode()


def pieces(typed, most=20):
    """Keys as somebody types them: a few at a time, and none of them cut in two."""
    words = typed.decode()
    return [words[start:start + most].encode() for start in range(0, len(words), most)]


def paste(words):
    """A paste with brackets around it."""
    return b"\x1b[200~" + words.encode() + b"\x1b[201~"


def burst(random):
    """A few keys at random, none of which ends the program."""
    keys = []
    for _ in range(random.randint(1, 12)):
        kind = random.random()
        if kind < 0.55:
            keys.append(bytes([random.choice(LETTERS)]))
        elif kind < 0.9:
            keys.append(random.choice(SPECIAL))
        elif kind < 0.97:
            keys.append(bytes([random.randint(33, 126)]).replace(b"q", b"n"))
        else:
            keys.append(random.choice(SPOILT))
    return keys
