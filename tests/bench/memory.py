#!/usr/bin/env python3
"""How much memory zines and ebooks take at their most, by the number of reviews and of pictures: tables in Markdown.

    memory.py HALFSTAR

By environment variables:
    COUNTS=365,5000,20000   numbers of reviews
    PICTURES=0,10,40        numbers of large pictures, one a review, in a folder of as many reviews as the most
    UPDATE=1                writes the tables into docs/performance.md too
"""
import os
import random
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import measure
import report

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- memory: written by make memory -->", "<!-- end of memory -->"
WIDTH, HEIGHT = 3000, 2000  # 18 MB, once decoded
COMMANDS = {"zine": ".pdf", "epub": ".epub"}


def picture(number):
    """A PNG about as large as a photograph's JPEG: noise in dashes of four pixels, other noise for each number."""
    noise = random.Random(number)
    def line():
        dashes = noise.randbytes(WIDTH // 4 * 3)
        return b"\0" + b"".join(dashes[place:place + 3] * 4 for place in range(0, len(dashes), 3))
    lines = [line() for _ in range(50)]
    rows = b"".join(noise.choice(lines) for _ in range(HEIGHT))
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


def generate(folder, reviews, pictures=0):
    """In a process of its own, since a child's memory is counted from that of who starts it."""
    subprocess.run([sys.executable, HERE / "corpus.py", folder, "--reviews", str(reviews)], check=True, stdout=subprocess.DEVNULL)
    if pictures:
        subprocess.run([sys.executable, __file__, "--pictures", folder, str(pictures)], check=True)


def add_pictures(folder, count):
    for number, review in enumerate(sorted(folder.glob("*.md"))[:count]):
        (folder / f"{review.stem}.png").write_bytes(picture(number))
        with review.open("a", encoding="utf-8") as text:
            text.write(f"\n![A still that is large]({review.stem}.png)\n")


def peaks(halfstar, corpus, folder):
    """What each command took: "52 MB, 1.2 s"."""
    found = []
    for command, suffix in COMMANDS.items():
        made = folder / f"out{suffix}"
        cost = measure.run([halfstar, command, corpus, "-q", "-o", made], None, folder / "log")
        found.append(f"{cost.memory >> 20} MB, {cost.wall:.3g} s" if cost else f"failed: {(folder / 'log').read_text()[:200]}")
        made.unlink(missing_ok=True)
    return found


def numbers(name, otherwise):
    return [int(word) for word in os.environ.get(name, otherwise).split(",") if word]


def table(head, rows):
    return "\n".join([report.row(head, *COMMANDS), report.row("--:", "--:", "--:"), *(report.row(*cells) for cells in rows)])


def measured(halfstar, folder):
    by_reviews, by_pictures = [], []
    for count in numbers("COUNTS", "365,5000,20000"):
        generate(folder / f"{count}", count)
        by_reviews.append((f"{count:,}", *peaks(halfstar, folder / f"{count}", folder)))
    pictures = numbers("PICTURES", "0,10,40")
    for count in pictures:
        generate(folder / f"pictures-{count}", max(pictures), count)
        by_pictures.append((f"{count}", *peaks(halfstar, folder / f"pictures-{count}", folder)))
    parts = [f"Peak memory and wall time, each of one run. {measure.machine()}."]
    parts += [table("reviews", by_reviews)] if by_reviews else []
    parts += [table(f"pictures of {WIDTH} x {HEIGHT}", by_pictures)] if by_pictures else []
    return "\n\n".join(parts)


def main():
    if sys.argv[1:2] == ["--pictures"]:
        return add_pictures(Path(sys.argv[2]), int(sys.argv[3]))
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="halfstar-memory-") as folder:
        text = measured(Path(sys.argv[1]).resolve(), Path(folder))
    if os.environ.get("UPDATE"):
        report.update(PAGE, text, BEGIN, END)
    print(text)


if __name__ == "__main__":
    main()
