#!/usr/bin/env python3
"""Ten times as many pictures must not take more memory: an ebook's are fetched one after the other when they are written.

    picture_memory.py HALFSTAR      exit 1 when the second book's peak is higher by more than a few pictures
    picture_memory.py --self-test   a program that holds all pictures at once must be found
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "validate"))
import more_books  # noqa: E402

FEW, MANY = 4, 40
WIDTH, HEIGHT = 700, 500
PICTURE = WIDTH * HEIGHT * 3  # bytes, since nothing makes them smaller
HOARDER = "import pathlib, sys; all = [p.read_bytes() for p in pathlib.Path(sys.argv[1]).rglob('*.png')]"


def peak(command):
    """The most memory that the command had, in bytes."""
    process = subprocess.Popen([str(word) for word in command])
    _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} ended with {status}")
    return used.ru_maxrss * 1024


def main():
    testing = sys.argv[1] == "--self-test"
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (FEW, MANY):
            source = Path(folder) / str(count)
            more_books.write_pictures(source, count, WIDTH, HEIGHT)
            book = Path(folder) / f"{count}.epub"
            peaks.append(peak([sys.executable, "-c", HOARDER, source] if testing else [sys.argv[1], "epub", source, "-q", "--jobs", "1", "-o", book]))
            if not testing and book.stat().st_size < count * PICTURE:
                sys.exit(f"the book of {count} pictures is {book.stat().st_size} bytes: they are not in it")
    grown = peaks[1] - peaks[0]
    print(f"{FEW} pictures: {peaks[0] >> 20} MB; {MANY}, {(MANY - FEW) * PICTURE >> 20} MB more of them: {peaks[1] >> 20} MB")
    found = grown > 6 * PICTURE
    sys.exit(0 if found == testing else 1)


if __name__ == "__main__":
    main()
