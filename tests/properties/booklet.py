#!/usr/bin/env python3
"""Folds booklets in software. For issues of 1 to 24 pieces the zine is made in reading order and as a booklet; the
booklet's sides are read back from the PDF, printed (front and back of a sheet), flipped on the short edge, nested,
folded and leafed through. Page by page the same words must stand at the same places: 1, 2, 3 ... n, upright.

    booklet.py HALFSTAR [A4|Letter]
    booklet.py --self-test        an unsound booklet must be found
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PIECES = range(1, 25)


def review(number):
    """Reviews of different lengths, so that issues have all counts of pages."""
    sentence = f"Film number {number} is told by its own words and by no other film's."
    body = "\n\n".join(" ".join([sentence] * (3 + number * 5 % 23)) for _ in range(1 + number % 4))
    return f"---\ntitle: Film {number}\nyear: 2019\ndate: 2019-{1 + number % 12:02}-{1 + number:02}\nrating: {number % 5 + 0.5}\n---\n\n{body}\n"


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def pages_of(pdf):
    """For each page its size and its words as (word, left, top), in points."""
    pages = []
    for line in run("pdftotext", "-bbox", pdf, "-").splitlines():
        if page := re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line):
            pages.append(((float(page[1]), float(page[2])), []))
        if word := re.search(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)".*?>(.*)</word>', line):
            pages[-1][1].append((word[4], float(word[1]), float(word[2]), float(word[3])))
    return pages


def leafed_through(sides, trim):
    """The pages of the folded booklet in the order in which a reader meets them."""
    def half(side, left):
        (width, height), words = sides[side]
        fold, top = width / 2, (height - trim[1]) / 2
        origin = fold - trim[0] if left else fold
        found = []
        for word, x, y, right in words:
            if (x < fold) != (right - 0.5 < fold):
                sys.exit(f"'{word}' crosses the fold")
            if (x < fold) == left:
                found.append((word, x - origin, y - top))
        return found

    sheets = len(sides) // 2
    first_half = [half(2 * sheet + back, left=bool(back)) for sheet in range(sheets) for back in (0, 1)]
    second_half = [half(2 * sheet + back, left=not back) for sheet in reversed(range(sheets)) for back in (1, 0)]
    return first_half + second_half


def same(a, b):
    """Whether the same words stand at the same places, to a fifth of a point."""
    rest = {}
    for word, x, y in b:
        rest.setdefault(word, []).append((x, y))
    for word, x, y in a:
        near = next((place for place in rest.get(word, []) if abs(place[0] - x) < 0.2 and abs(place[1] - y) < 0.2), None)
        if near is None:
            return False
        rest[word].remove(near)
    return len(a) == len(b)


def faults_of(reading, sides):
    """What is wrong with the sides as a booklet of the pages."""
    if len(reading) % 4:
        return [f"{len(reading)} pages do not fold"]
    if len(sides) * 2 != len(reading):
        return [f"{len(reading)} pages on {len(sides)} sides"]
    trim = reading[0][0]
    folded = leafed_through(sides, trim)
    pages = [[word[:3] for word in words] for _, words in reading]
    return [f"page {number} is not what is there after folding"
            for number, (page, place) in enumerate(zip(pages, folded), 1) if not same(page, place)]


def check(halfstar, paper, folder, count):
    reviews = folder / str(count)
    reviews.mkdir()
    for number in range(1, count + 1):
        (reviews / f"{number:02}.md").write_text(review(number), encoding="utf-8")
    zine, booklet = folder / f"{count}.pdf", folder / f"{count}-booklet.pdf"
    run(halfstar, "zine", reviews, "-o", zine, "--paper", paper, "-q")
    run(halfstar, "zine", reviews, "-o", booklet, "--paper", paper, "--impose", "booklet", "-q")
    reading = pages_of(zine)
    faults = faults_of(reading, pages_of(booklet))
    if sum(len(words) for _, words in reading) < 40 * count:
        faults.append("hardly any words were read back")
    told = run("qpdf", "--json=2", "--json-key=qpdf", booklet)
    for preference in ('"/PrintScaling": "/None"', '"/Duplex": "/DuplexFlipShortEdge"'):
        if preference not in told:
            faults.append(f"{preference} is not set")
    return len(reading), faults


def self_test():
    trim = (100.0, 150.0)
    reading = [(trim, [(f"page{n}", 10.0, 20.0, 30.0)]) for n in range(1, 9)]

    def side(left, right):
        return ((200.0, 150.0), [(f"page{left}", 10.0, 20.0, 30.0), (f"page{right}", 110.0, 20.0, 130.0)])

    good = [side(8, 1), side(2, 7), side(6, 3), side(4, 5)]
    swapped = [side(8, 1), side(7, 2), side(6, 3), side(4, 5)]
    shifted = [((200.0, 150.0), [(w, x + 5, y, r + 5) for w, x, y, r in words]) for _, words in good]
    assert not faults_of(reading, good), "a sound booklet is called unsound"
    assert len(faults_of(reading, swapped)) == 2, "a back that is turned round was not found"
    assert faults_of(reading, shifted), "pages that moved were not found"
    assert faults_of(reading, good[:3]), "a lost side was not found"
    print("booklet.py: unsound booklets are found")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    halfstar, paper = Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) > 2 else "A4"
    failed, counts = False, []
    with tempfile.TemporaryDirectory() as folder:
        for count in PIECES:
            pages, faults = check(halfstar, paper, Path(folder), count)
            counts.append(pages)
            for fault in faults:
                print(f"{count} pieces: {fault}")
                failed = True
    print(f"booklets of {min(counts)} to {max(counts)} pages on {paper}" + ("" if failed else ": all read in order"))
    sys.exit(failed)


if __name__ == "__main__":
    main()
