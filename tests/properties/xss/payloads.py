"""The attacks of payloads.txt, decoded to bytes: (class, payload)."""
import re
from pathlib import Path

SIMPLE = {"n": b"\n", "t": b"\t", "r": b"\r", "0": b"\0", "f": b"\f", "\\": b"\\"}
ESCAPE = re.compile(r"\\(?:([ntr0f\\])|x([0-9a-f]{2})|u\{([0-9a-f]+)\})")


def decode(line):
    """The bytes of a line, its escapes undone. What looks like none stays."""
    out, end = b"", 0
    for match in ESCAPE.finditer(line):
        simple, byte, code = match.groups()
        out += line[end:match.start()].encode()
        out += SIMPLE[simple] if simple else bytes([int(byte, 16)]) if byte else chr(int(code, 16)).encode()
        end = match.end()
    return out + line[end:].encode()


def payloads():
    kind, all_of_them = None, []
    for line in (Path(__file__).parent / "payloads.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("== "):
            kind = line[3:]
        elif line and not line.startswith("# "):
            all_of_them.append((kind, decode(line)))
    return all_of_them
