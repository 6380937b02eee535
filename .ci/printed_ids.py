"""The ids under which reports print records, worked out anew from *Reports and people*, for recount.py and eliminate.py.

An id that was drawn stands as it is. One that follows from content (a UUID of version 8) is printed as two SipHash-2-4 of it,
with the id of the workshop as the key.
"""

import uuid

WORD = (1 << 64) - 1


def rotated(value, by):
    return (value << by | value >> 64 - by) & WORD


def siphash(key, data):
    one, two = (int.from_bytes(key[i:i + 8], "little") for i in (0, 8))
    v = [one ^ 0x736F6D6570736575, two ^ 0x646F72616E646F6D, one ^ 0x6C7967656E657261, two ^ 0x7465646279746573]

    def rounds(count):
        for _ in range(count):
            v[0] = v[0] + v[1] & WORD
            v[1] = rotated(v[1], 13) ^ v[0]
            v[0] = rotated(v[0], 32)
            v[2] = v[2] + v[3] & WORD
            v[3] = rotated(v[3], 16) ^ v[2]
            v[0] = v[0] + v[3] & WORD
            v[3] = rotated(v[3], 21) ^ v[0]
            v[2] = v[2] + v[1] & WORD
            v[1] = rotated(v[1], 17) ^ v[2]
            v[2] = rotated(v[2], 32)

    data += bytes(-(len(data) + 1) % 8) + bytes([len(data) & 0xFF])
    for start in range(0, len(data), 8):
        word = int.from_bytes(data[start:start + 8], "little")
        v[3] ^= word
        rounds(2)
        v[0] ^= word
    v[2] ^= 0xFF
    rounds(4)
    return v[0] ^ v[1] ^ v[2] ^ v[3]


def printed(workshop, record):
    """The id of a record as reports of a workshop print it; what is no id stays as it is."""
    try:
        drawn = uuid.UUID(record)
    except (ValueError, AttributeError, TypeError):
        return record
    if str(drawn) != record.lower() or drawn.int >> 76 & 0xF != 8:
        return record
    key = uuid.UUID(workshop).bytes
    found = bytearray(b"".join(siphash(key, f"{n}:{drawn}".encode()).to_bytes(8, "little") for n in (0, 1)))
    found[6] = found[6] & 0x0F | 0x80
    found[8] = found[8] & 0x3F | 0x80
    return str(uuid.UUID(bytes=bytes(found)))
