"""Small pictures of pages: read with pdftoppm, cut, set beside each other, and written as a PNG of few shades.

A picture is (width, rows), each row its pixels as bytes of RGB. Shades are rounded to sixteen a channel, so that a page
of black on white takes four bits a pixel.
"""
import struct
import subprocess
import zlib

EDGE = b"\x99\x99\x99"


def page(pdf, number, dpi, crop=None):
    """One page, or the part of it that `crop` says: left, top, width and height in points."""
    part = []
    if crop:
        left, top, width, height = (str(round(length * dpi / 72)) for length in crop)
        part = ["-x", left, "-y", top, "-W", width, "-H", height]
    ppm = subprocess.run(["pdftoppm", "-r", str(dpi), "-f", str(number), "-l", str(number), *part, str(pdf)],
                         capture_output=True, check=True).stdout
    _, size, _, pixels = ppm.split(b"\n", 3)
    width, height = map(int, size.split())
    return width, [pixels[y * width * 3:(y + 1) * width * 3] for y in range(height)]


def beside(parts):
    """Pages of one height next to each other, with a line at the fold."""
    rows = [EDGE.join(row) for row in zip(*(rows for _, rows in parts))]
    return sum(width for width, _ in parts) + len(parts) - 1, rows


def edged(picture):
    """With a line around it, since paper is as white as what shows it."""
    width, rows = picture
    line = EDGE * (width + 2)
    return width + 2, [line, *(EDGE + row + EDGE for row in rows), line]


def shades(rows):
    """The colours that are left after rounding, and for each row their numbers."""
    rounding = bytes((value + 8) // 17 * 17 for value in range(256))
    numbers = {}
    numbered = []
    for row in rows:
        row = row.translate(rounding)
        numbered.append([numbers.setdefault(row[x:x + 3], len(numbers)) for x in range(0, len(row), 3)])
    return list(numbers), numbered


def packed(row, bits):
    if bits == 8:
        return bytes(row)
    row = row + [0] * (len(row) % 2)
    return bytes(left << 4 | right for left, right in zip(row[::2], row[1::2]))


def png(picture):
    """The bytes of an indexed PNG; of four bits a pixel where sixteen colours are enough."""
    width, rows = picture
    colours, numbered = shades(rows)
    if len(colours) > 256:
        raise ValueError(f"{len(colours)} colours are too many for a palette")
    bits = 4 if len(colours) <= 16 else 8

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, len(rows), bits, 3, 0, 0, 0)) +
            chunk(b"PLTE", b"".join(colours)) +
            chunk(b"IDAT", zlib.compress(b"".join(b"\0" + packed(row, bits) for row in numbered), 9)) +
            chunk(b"IEND", b""))
