"""Embedded font programs, as far as a checker asks: which glyphs there are and how wide they are, in thousandths of an em."""
import struct


class TrueType:
    def __init__(self, data):
        self.tables = {}
        for i in range(struct.unpack(">H", data[4:6])[0]):
            tag, _, offset, length = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
            self.tables[tag] = data[offset:offset + length]
        self.em = struct.unpack(">H", self.tables[b"head"][18:20])[0]
        self.count = struct.unpack(">H", self.tables[b"maxp"][4:6])[0]
        self.metrics = struct.unpack(">H", self.tables[b"hhea"][34:36])[0]

    def has(self, cid):
        return 0 <= cid < self.count

    def width(self, cid):
        at = 4 * min(cid, self.metrics - 1)
        return struct.unpack(">H", self.tables[b"hmtx"][at:at + 2])[0] * 1000 / self.em


def real_number(data, at):
    """A real of a DICT, in nibbles; its end."""
    text, digits = "", "0123456789.EE -"
    while True:
        byte = data[at]
        at += 1
        for nibble in (byte >> 4, byte & 15):
            if nibble == 15:
                return float(text), at
            text += "E-" if nibble == 12 else digits[nibble]


def top_dict(data):
    """{operator: operands} of a DICT (Technical Note 5176, 4)."""
    found, operands, at = {}, [], 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte <= 21:
            if byte == 12:
                byte, at = (12, data[at]), at + 1
            found[byte], operands = operands, []
        elif byte == 30:
            value, at = real_number(data, at)
            operands.append(value)
        elif byte == 28:
            operands.append(struct.unpack(">h", data[at:at + 2])[0])
            at += 2
        elif byte == 29:
            operands.append(struct.unpack(">i", data[at:at + 4])[0])
            at += 4
        elif byte <= 246:
            operands.append(byte - 139)
        else:
            operands.append((byte - 247) * 256 + data[at] + 108 if byte <= 250 else -(byte - 251) * 256 - data[at] - 108)
            at += 1
    return found


def index_at(data, at):
    """The entries of an INDEX and its end."""
    count = struct.unpack(">H", data[at:at + 2])[0]
    if count == 0:
        return [], at + 2
    size = data[at + 2]
    offsets = [int.from_bytes(data[at + 3 + size * i:at + 3 + size * (i + 1)], "big") for i in range(count + 1)]
    base = at + 2 + size * (count + 1)
    return [data[base + a:base + b] for a, b in zip(offsets, offsets[1:])], base + offsets[-1]


class Private:
    """Widths and subroutines of a private DICT."""

    def __init__(self, data, entry):
        size, offset = (int(n) for n in entry) if entry else (0, 0)
        found = top_dict(data[offset:offset + size])
        self.default = found.get(20, [0])[0]
        self.nominal = found.get(21, [0])[0]
        self.subroutines = index_at(data, offset + int(found[19][0]))[0] if 19 in found else []


class Cff:
    """A bare CFF program: CIDs are glyph numbers, unless the program is keyed by CIDs of its own."""

    def __init__(self, data):
        _, at = index_at(data, data[2])
        tops, at = index_at(data, at)
        _, at = index_at(data, at)
        self.subroutines, _ = index_at(data, at)
        top = top_dict(tops[0])
        self.glyphs, _ = index_at(data, int(top[17][0]))
        self.em = 1 / top.get((12, 7), [0.001])[0]
        self.keyed = (12, 30) in top
        if self.keyed:
            dicts = [top_dict(one) for one in index_at(data, int(top[(12, 36)][0]))[0]]
            self.privates = [Private(data, one.get(18)) for one in dicts]
            self.select = self._select(data, int(top[(12, 37)][0]))
            order = self._charset(data, int(top.get(15, [0])[0]))
            self.places = {cid: glyph for glyph, cid in enumerate(order)}
        else:
            self.privates, self.select = [Private(data, top.get(18))], [0] * len(self.glyphs)
            self.places = {glyph: glyph for glyph in range(len(self.glyphs))}

    def _charset(self, data, at):
        kind, count, at = data[at], len(self.glyphs), at + 1
        if kind == 0:
            return [0, *struct.unpack(f">{count - 1}H", data[at:at + 2 * (count - 1)])]
        cids, size = [0], 1 if kind == 1 else 2
        while len(cids) < count:
            first = struct.unpack(">H", data[at:at + 2])[0]
            left = int.from_bytes(data[at + 2:at + 2 + size], "big")
            cids.extend(range(first, first + left + 1))
            at += 2 + size
        return cids

    def _select(self, data, at):
        count = len(self.glyphs)
        if data[at] == 0:
            return list(data[at + 1:at + 1 + count])
        ranges = struct.unpack(">H", data[at + 1:at + 3])[0]
        starts = [struct.unpack(">HB", data[at + 3 + 3 * i:at + 6 + 3 * i]) for i in range(ranges)]
        ends = [first for first, _ in starts[1:]] + [count]
        return [which for (first, which), end in zip(starts, ends) for _ in range(first, end)]

    def has(self, cid):
        return cid in self.places

    def width(self, cid):
        glyph = self.places[cid]
        private = self.privates[self.select[glyph]]
        extra = self._extra(self.glyphs[glyph], private, [])
        return (private.default if extra is None else private.nominal + extra) * 1000 / self.em

    def _extra(self, code, private, stack):
        """The width that a charstring states before its first operator (Technical Note 5177, 3.1), else None."""
        at = 0
        while at < len(code):
            byte = code[at]
            at += 1
            if byte == 28:
                stack.append(struct.unpack(">h", code[at:at + 2])[0])
                at += 2
            elif byte == 255:
                stack.append(struct.unpack(">i", code[at:at + 4])[0] / 65536)
                at += 4
            elif byte >= 247:
                stack.append((byte - 247) * 256 + code[at] + 108 if byte <= 250 else -(byte - 251) * 256 - code[at] - 108)
                at += 1
            elif byte >= 32:
                stack.append(byte - 139)
            elif byte in (10, 29):
                all_of = private.subroutines if byte == 10 else self.subroutines
                bias = 107 if len(all_of) < 1240 else 1131 if len(all_of) < 33900 else 32768
                return self._extra(all_of[int(stack.pop()) + bias] + code[at:], private, stack)
            elif byte != 11:
                return self._of_operator(byte, stack)
        return None

    @staticmethod
    def _of_operator(byte, stack):
        wanted = {21: 2, 4: 1, 22: 1, 14: 0}.get(byte)
        has_width = len(stack) % 2 == 1 if wanted is None else len(stack) > wanted
        return stack[0] if has_width else None
