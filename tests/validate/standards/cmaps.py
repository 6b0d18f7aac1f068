"""Character maps (ISO 32000-1, 9.7.5 and 9.10.3): from codes to CIDs, and from codes to text."""
import re

HEX = rb"<([0-9A-Fa-f]*)>"
#: The character maps that a reader has by itself, as far as their names go (ISO 32000-1, table 118).
PREDEFINED = {"Identity-H", "Identity-V"}


def sections(data, kind):
    for body in re.findall(rb"begin" + kind + rb"\s(.*?)end" + kind, data, re.S):
        yield body


def value(digits):
    return int(digits, 16) if digits else 0


class CMap:
    def __init__(self, data):
        self.data = data
        self.lengths = {len(low) // 2 for body in sections(data, b"codespacerange") for low, _ in re.findall(HEX + rb"\s*" + HEX, body)}
        self.wmode = self._number(rb"/WMode\s+(\d+)", 0)
        self.registry = self._word(rb"/Registry\s*\((.*?)\)")
        self.ordering = self._word(rb"/Ordering\s*\((.*?)\)")
        self.supplement = self._number(rb"/Supplement\s+(\d+)", 0)
        self.uses = [name.decode() for name in re.findall(rb"/(\S+)\s+usecmap", data)]
        self.cids = {}
        for body in sections(data, b"cidrange"):
            for low, high, cid in re.findall(HEX + rb"\s*" + HEX + rb"\s*(\d+)", body):
                for step in range(value(high) - value(low) + 1):
                    self.cids[(len(low) // 2, value(low) + step)] = int(cid) + step
        for body in sections(data, b"cidchar"):
            for code, cid in re.findall(HEX + rb"\s*(\d+)", body):
                self.cids[(len(code) // 2, value(code))] = int(cid)

    def _number(self, pattern, otherwise):
        found = re.search(pattern, self.data)
        return int(found[1]) if found else otherwise

    def _word(self, pattern):
        found = re.search(pattern, self.data)
        return found[1].decode("latin-1") if found else None

    def codes(self, text):
        """The codes of a string as (length, value); the code space has one length only."""
        length = max(self.lengths, default=1)
        for at in range(0, len(text), length):
            part = text[at:at + length]
            yield len(part), int.from_bytes(part, "big")


def texts(data):
    """{(length, code): text} of a ToUnicode map."""
    found = {}
    for body in sections(data, b"bfchar"):
        for code, words in re.findall(HEX + rb"\s*" + HEX, body):
            found[(len(code) // 2, value(code))] = bytes.fromhex(words.decode()).decode("utf-16-be", "replace")
    for body in sections(data, b"bfrange"):
        for low, high, words in re.findall(HEX + rb"\s*" + HEX + rb"\s*" + HEX, body):
            text = bytes.fromhex(words.decode()).decode("utf-16-be", "replace")
            for step in range(value(high) - value(low) + 1):
                found[(len(low) // 2, value(low) + step)] = text[:-1] + chr(ord(text[-1]) + step)
    return found
