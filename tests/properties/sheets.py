#!/usr/bin/env python3
"""Folds sheets in software. Issues of several sizes are made in reading order and on sheets; the sheets' sides are read back from the
PDF, printed (front and back of a sheet), turned over, folded, cut and bound as their scheme says, and leafed through. Page by page the
same words must stand at the same places: 1, 2, 3 ... n, upright.

    sheets.py HALFSTAR SCHEME PAPER EDGE      as: booklet A4 short
    sheets.py --self-test                     unsound sheets must be found
"""
import re
import subprocess
import sys
import tempfile
from collections import namedtuple
from pathlib import Path

COUNTS = {"booklet": range(1, 25)}  # of pieces
OTHER_COUNTS = (1, 4, 11)
MINIS = ("mini8", "mini16")
TOLD = {"short": "/DuplexFlipShortEdge", "long": "/DuplexFlipLongEdge", "manual": "/Simplex"}
NEAR = 0.2          # points

Word = namedtuple("Word", "text left top right bottom")
Page = namedtuple("Page", "width height words")
# What a reader meets: a cell of a side of a sheet, and whether what is there must stand on its head on that side to be upright now.
Face = namedtuple("Face", "sheet back column row turned")


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
    pages = []
    for line in run("pdftotext", "-bbox", pdf, "-").splitlines():
        if page := re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line):
            pages.append(Page(float(page[1]), float(page[2]), []))
        if word := re.search(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>', line):
            pages[-1].words.append(Word(word[5], *(float(word[i]) for i in range(1, 5))))
    return pages


# ---- paper ----

def grid(scheme):
    """Columns and rows."""
    return (4, 2) if scheme in MINIS else (2, 2) if scheme == "quarter" else (2, 1)


def printed(number, scheme, wide, edge):
    """A sheet as rows of panels, each (face above, face below), its front up. Turned over about an axis beside the edge."""
    columns, rows = grid(scheme)
    about_upright = wide == (edge != "long")
    sheet = []
    for row in range(rows):
        sheet.append([])
        for column in range(columns):
            behind = (columns - 1 - column, row, False) if about_upright else (column, rows - 1 - row, True)
            sheet[-1].append((Face(number, False, column, row, False), Face(number, True, *behind)))
    return sheet


def turned_over(stack, about_level):
    """A stack of panels, from top to bottom, laid down on its other side."""
    def face(one):
        return one._replace(turned=not one.turned) if about_level else one
    return [(face(below), face(above)) for above, below in reversed(stack)]


def fold_right_over(stacks):
    return [[turned_over(row[len(row) - 1 - i], False) + row[i] for i in range(len(row) // 2)] for row in stacks]


def fold_upper_over(stacks):
    half = len(stacks) // 2
    lower = [list(row) for row in stacks[half:]]
    for i in range(half):
        target = lower[half - 1 - i]
        for column, stack in enumerate(stacks[i]):
            target[column] = turned_over(stack, True) + target[column]
    return lower


def nest(strips):
    """Sheets of two panels, the first outermost, its front outside."""
    read = [face for strip in strips for face in strip[1]]
    for strip in reversed(strips):
        read += [strip[0][1], strip[0][0]]
    return read


def mini_of_eight(sheet):
    """Folded lengthwise, cut through the middle and pushed together to a cross; the upper row hangs on its head behind the lower."""
    upper = [above._replace(turned=True) for above, _ in sheet[0]]
    lower = [above for above, _ in sheet[1]]
    return [lower[3], upper[3], upper[2], upper[1], upper[0], lower[0], lower[1], lower[2]]


def mini_of_sixteen(sheet):
    """Front down, folded right over left, upper over lower, right over left."""
    stacks = [[[(below, above)] for above, below in reversed(row)] for row in sheet]
    book = fold_right_over(fold_upper_over(fold_right_over(stacks)))[0][0]
    return [face for above, below in reversed(book) for face in (below, above)]


def bound(scheme, sheets, pages, wide, edge, signature=16):
    """Faces in the order in which a reader meets them."""
    all_sheets = [printed(number, scheme, wide, edge) for number in range(sheets)]
    if scheme == "mini8":
        return [face for sheet in all_sheets for face in mini_of_eight(sheet)]
    if scheme == "mini16":
        return [face for sheet in all_sheets for face in mini_of_sixteen(sheet)]
    strips = [sheet[row] for row in range(grid(scheme)[1]) for sheet in all_sheets]
    if scheme == "quarter":
        strips = strips[:(pages + 3) // 4]  # the last lower half may be empty, and is no part of the booklet
    if scheme == "perfect":
        return [face for half in (0, 1) for strip in strips for face in strip[half]]
    if scheme.startswith("signature"):
        size = signature // 4
        return [face for first in range(0, len(strips), size) for face in nest(strips[first:first + size])]
    return nest(strips)


# ---- what stands on it ----

def side_index(face, sheets, one_sided, edge):
    if one_sided:
        return face.sheet
    if edge == "manual":
        return face.sheet if not face.back else 2 * sheets - 1 - face.sheet
    return 2 * face.sheet + face.back


def words_in(side, face, scheme, trim):
    """The words of a cell as (text, left, top) within the trim, as they stand when the cell is seen upright."""
    columns, rows = grid(scheme)
    wide, high = side.width / columns, side.height / rows
    found = []
    for word in side.words:
        if int((word.left + word.right) / 2 / wide) != face.column or int((word.top + word.bottom) / 2 / high) != face.row:
            continue
        left, top = word.left - face.column * wide, word.top - face.row * high
        if face.turned:
            left, top = (face.column + 1) * wide - word.right, (face.row + 1) * high - word.bottom
        found.append((word.text, left, top))
    return found


def origin_of(number, scheme, side, trim):
    """Where the trim's corner is in an upright cell: pages touch their back, the heads of minis the fold across."""
    columns, rows = grid(scheme)
    left = 0 if number % 2 == 0 else side.width / columns - trim[0]
    return left, 0 if scheme in MINIS else (side.height / rows - trim[1]) / 2


def same(a, b):
    """Whether the same words stand at the same places."""
    rest = {}
    for word, x, y in b:
        rest.setdefault(word, []).append((x, y))
    for word, x, y in a:
        near = next((place for place in rest.get(word, []) if abs(place[0] - x) < NEAR and abs(place[1] - y) < NEAR), None)
        if near is None:
            return False
        rest[word].remove(near)
    return len(a) == len(b)


def faults_of(reading, sides, scheme, edge):
    """What is wrong with the sides as sheets of the pages."""
    one_sided = scheme == "mini8"
    sheets = len(sides) if one_sided else len(sides) // 2
    faces = bound(scheme, sheets, len(reading), sides[0].width >= sides[0].height, edge)
    if len(faces) < len(reading):
        return [f"{len(reading)} pages on {len(sides)} sides"]
    trim = reading[0].width, reading[0].height
    faults = []
    for number, face in enumerate(faces):
        at = side_index(face, sheets, one_sided, edge)
        side = sides[at] if at < len(sides) else Page(sides[0].width, sides[0].height, [])
        left, top = origin_of(number, scheme, side, trim)
        there = [(word, x - left, y - top) for word, x, y in words_in(side, face, scheme, trim)]
        page = [(w.text, w.left, w.top) for w in reading[number].words] if number < len(reading) else []
        if not same(page, there):
            faults.append(f"page {number + 1} is not what is there after folding")
    return faults


def check(halfstar, scheme, paper, edge, folder, count):
    reviews = folder / str(count)
    reviews.mkdir()
    for number in range(1, count + 1):
        (reviews / f"{number:02}.md").write_text(review(number), encoding="utf-8")
    (reviews / "issue.yaml").write_text("outputs: [zine, booklet]\n", encoding="utf-8")
    out = folder / f"{count}-out"
    run(halfstar, "build", reviews, "-o", out, "--paper", paper, "--impose", scheme, "--duplex", edge, "-q")
    reading = pages_of(out / "zine.pdf")
    sheets = next(path for path in out.glob("zine-*.pdf"))
    faults = faults_of(reading, pages_of(sheets), scheme, edge)
    if sum(len(page.words) for page in reading) < 40 * count:
        faults.append("hardly any words were read back")
    told = run("qpdf", "--json=2", "--json-key=qpdf", sheets)
    duplex = "/Simplex" if scheme == "mini8" else TOLD[edge]
    for preference in ('"/PrintScaling": "/None"', f'"/Duplex": "{duplex}"'):
        if preference not in told:
            faults.append(f"{preference} is not set")
    forms = told.count('"/Subtype": "/Form"')
    if forms != len(reading):
        faults.append(f"{forms} forms for {len(reading)} pages")
    return len(reading), faults


# ---- itself ----

def self_test():
    reading = [Page(100.0, 150.0, [Word(f"page{n}", 10.0, 20.0, 30.0, 25.0)]) for n in range(1, 9)]

    def side(left, right):
        return Page(200.0, 150.0, [Word(f"page{left}", 10.0, 20.0, 30.0, 25.0), Word(f"page{right}", 110.0, 20.0, 130.0, 25.0)])

    def faults(sides, edge="short"):
        return faults_of(reading, sides, "booklet", edge)

    good = [side(8, 1), side(2, 7), side(6, 3), side(4, 5)]
    swapped = [side(8, 1), side(7, 2), side(6, 3), side(4, 5)]
    shifted = [one._replace(words=[w._replace(left=w.left + 5, right=w.right + 5) for w in one.words]) for one in good]
    assert not faults(good), "a sound booklet is called unsound"
    assert len(faults(swapped)) == 2, "a back that is turned round was not found"
    assert faults(shifted), "pages that moved were not found"
    assert faults(good[:3]), "a lost side was not found"
    assert faults(good, "long"), "sheets for the other edge were not found"
    print("sheets.py: unsound sheets are found")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    halfstar, (scheme, paper, edge) = Path(sys.argv[1]).resolve(), sys.argv[2:5]
    failed, counts = False, []
    with tempfile.TemporaryDirectory() as folder:
        for count in COUNTS.get(scheme, OTHER_COUNTS):
            pages, faults = check(halfstar, scheme, paper, edge, Path(folder), count)
            counts.append(pages)
            for fault in faults:
                print(f"{count} pieces: {fault}")
                failed = True
    print(f"{scheme} of {min(counts)} to {max(counts)} pages on {paper}, {edge}" + ("" if failed else ": all read in order"))
    sys.exit(failed)


main()
