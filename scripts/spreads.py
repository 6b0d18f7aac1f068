#!/usr/bin/env python3
"""Pages of a PDF as spreads on a desk, in one PNG.

    spreads.py FILE.pdf OUT.png DPI SPREADS...      a spread is "1" or "4-5"; "/" begins a new row
"""
import struct
import subprocess
import sys
import zlib

DESK = b"\xd6\xd5\xd1"
GAP = 14


def page(pdf, number, dpi):
    """(width, rows of RGB bytes) of one page."""
    ppm = subprocess.run(["pdftoppm", "-r", str(dpi), "-f", str(number), "-l", str(number), pdf],
                         capture_output=True, check=True).stdout
    _, size, _, pixels = ppm.split(b"\n", 3)
    width, height = map(int, size.split())
    return width, [pixels[y * width * 3:(y + 1) * width * 3] for y in range(height)]


def beside(parts, gap):
    """Pictures next to each other, as high as the highest."""
    height = max(len(rows) for _, rows in parts)
    out = [[] for _ in range(height)]
    for index, (width, rows) in enumerate(parts):
        for y in range(height):
            if index:
                out[y].append(DESK * gap)
            out[y].append(rows[y] if y < len(rows) else DESK * width)
    return sum(width for width, _ in parts) + gap * (len(parts) - 1), [b"".join(row) for row in out]


def below(parts, gap):
    """Pictures under each other, centred."""
    width = max(w for w, _ in parts) + 2 * gap
    out = [DESK * width] * gap
    for w, rows in parts:
        left = (width - w) // 2
        out += [DESK * left + row + DESK * (width - w - left) for row in rows] + [DESK * width] * gap
    return width, out


def png(width, rows):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 9)) + chunk(b"IEND", b""))


def main():
    pdf, out, dpi, *spreads = sys.argv[1:]
    lines = [[]]
    for spread in spreads:
        if spread == "/":
            lines.append([])
        else:
            lines[-1].append(beside([page(pdf, number, dpi) for number in spread.split("-")], 0))
    with open(out, "wb") as file:
        file.write(png(*below([beside(line, GAP * 2) for line in lines], GAP)))


main()
