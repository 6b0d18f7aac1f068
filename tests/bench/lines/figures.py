#!/usr/bin/env python3
"""Figures of justified lines, read from finished PDFs, so that whatever set them is measured in the same way.

    figures.py --measure POINTS --size POINTS [--indent POINTS] FILE.pdf...

Looked at are the lines of body text: glyphs of the body's size, from the left edge (or the indent) to the right edge of a column
of the given measure. What begins or ends elsewhere (lists, quotations, lines beside an initial) is left out.

The stretch of a line is the mean gap between its words over the face's own space, less 1; the face's own space is the median
gap of the lines that are not flush. A line is loose when its mean gap is over half an em; a ladder is three line ends in a row with
a hyphen; a line is overfull when it ends further out than any hanging sign would. A river is a run of gaps, each below the other in
four lines or more, that lie over one another by half of the narrower; the figure is how many lines lie in one.
"""
import argparse
import html
import re
import statistics
import subprocess
from collections import Counter, namedtuple

Glyph = namedtuple("Glyph", "left right baseline character size")
# `gap`: mean between words, None for one word; `end`: last character; `gaps`: where each is, from left to right
Line = namedtuple("Line", "left right gap end gaps baseline")

CHAR = re.compile(r'<char quad="([\d.-]+) [\d.-]+ ([\d.-]+) [^"]*" x="[\d.-]+" y="([\d.-]+)"[^>]* c="([^"]*)"/>')
HYPHENS = "-\u00ad\u2010"
EDGE = 1.5          # points within which a line keeps to an edge
LOOSE = 0.5         # em
HANG = 0.35         # em: further out than that is overfull
LADDER = 3
RIVER = 4           # lines
LEADING = 1.6       # sizes: lines further apart are not neighbours


def glyphs_of_pages(pdf):
    """A list of glyphs for each page, as mutool finds them."""
    text = subprocess.run(["mutool", "draw", "-q", "-F", "stext", str(pdf)], capture_output=True, text=True, check=True).stdout
    for page in text.split("<page ")[1:]:
        glyphs, size = [], 0.0
        for row in page.splitlines():
            if row.startswith("<font "):
                size = float(re.search(r'size="([\d.]+)"', row)[1])
            elif found := CHAR.match(row):
                left, right, baseline, character = found.groups()
                glyphs.append(Glyph(float(left), float(right), round(float(baseline), 1), html.unescape(character), size))
        yield glyphs


def line_of(glyphs):
    """Words are parted by spaces or by nothing but room; hanging spaces at the end do not count."""
    gaps, previous, parted = [], None, False
    for glyph in sorted(glyphs):
        if glyph.character.isspace():
            parted = True
            continue
        if previous is not None and parted:
            gaps.append((previous.right, glyph.left))
        previous, parted = glyph, False
    inked = [g for g in glyphs if not g.character.isspace()]
    return Line(min(g.left for g in inked), max(g.right for g in inked),
                statistics.mean(right - left for left, right in gaps) if gaps else None, previous.character, gaps, glyphs[0].baseline)


def lines_in_rivers(lines, size):
    """How many lines of a page lie in a river."""
    runs, before, wet = [], None, set()     # runs: of each gap of the line before, in how many lines it goes on
    for at, line in enumerate(lines):
        near = before is not None and line.baseline - before.baseline < LEADING * size
        lengths = []
        for left, right in line.gaps:
            over = [run for run, (l, r) in zip(runs, before.gaps if near else [])
                    if min(r, right) - max(l, left) >= 0.5 * min(r - l, right - left)]
            lengths.append(1 + max(over, default=0))
        runs, before = lengths, line
        longest = max(lengths, default=0)
        if longest >= RIVER:
            wet.update(range(at - longest + 1, at + 1))
    return len(wet)


def lines_of_page(glyphs, size):
    """The lines of glyphs of the body's size, from top to bottom."""
    rows = {}
    for glyph in glyphs:
        if abs(glyph.size - size) < 0.06 * size:    # glyphs drawn wider or narrower may say another size
            rows.setdefault(glyph.baseline, []).append(glyph)
    inked = (row for _, row in sorted(rows.items()) if any(not g.character.isspace() for g in row))
    return [line_of(row) for row in inked]


class Figures:
    """Counts over all the lines of body text of a document."""

    def __init__(self, measure, size, indent):
        self.measure, self.size, self.indent = measure, size, indent
        self.gaps, self.own_gaps = [], []
        self.beyond = []    # gaps of lines that end beyond the measure
        self.hyphens = self.ladders = self.loose = self.lines = self.wet = 0

    def add_page(self, glyphs):
        lines = lines_of_page(glyphs, self.size)
        if not lines:
            return
        edge = Counter(round(line.left) for line in lines).most_common(1)[0][0]
        column = [statistics.median(l.left for l in lines if round(l.left) == edge), 0]
        column[1] = column[0] + self.measure
        self.wet += lines_in_rivers(lines, self.size)
        in_a_row = 0
        for line in lines:
            in_a_row = self.add_line(line, column, in_a_row)

    def add_line(self, line, column, in_a_row):
        """Returns how many lines in a row end in a hyphen now."""
        from_edge = line.left - column[0]
        if min(abs(from_edge), abs(from_edge - self.indent)) > EDGE + 0.3 * self.size * (from_edge < 0):
            return 0
        beyond = line.right - column[1]
        if beyond < -EDGE:
            if line.gap is not None and beyond < -3 * self.size:
                self.own_gaps.append(line.gap)
            return 0
        if beyond > HANG * self.size:
            self.beyond.append(line.gap)
            return 0
        self.lines += 1
        if line.gap is not None:
            self.gaps.append(line.gap)
            self.loose += line.gap > LOOSE * self.size
        if line.end not in HYPHENS:
            return 0
        self.hyphens += 1
        self.ladders += in_a_row + 1 == LADDER
        return in_a_row + 1

    def row(self):
        space = statistics.median(self.own_gaps)
        # Titles in a list may be longer than the text's measure, but only what should have been flush has its spaces shrunk.
        overfull = sum(gap is None or gap < 0.95 * space for gap in self.beyond)
        stretches = sorted(gap / space - 1 for gap in self.gaps)
        return {"lines": self.lines, "deviation": statistics.pstdev(stretches), "p99": stretches[int(0.99 * len(stretches))],
                "hyphens": 100 * self.hyphens / self.lines, "ladders": self.ladders, "rivers": 100 * self.wet / self.lines,
                "loose": 100 * self.loose / self.lines, "overfull": overfull}


def figures_of(pdf, measure, size, indent):
    figures = Figures(measure, size, indent)
    for glyphs in glyphs_of_pages(pdf):
        figures.add_page(glyphs)
    return figures.row()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measure", type=float, required=True)
    parser.add_argument("--size", type=float, required=True)
    parser.add_argument("--indent", type=float, default=13)
    parser.add_argument("files", nargs="+")
    wanted = parser.parse_args()
    print(f"{'':24}{'lines':>7}{'deviation':>11}{'99 %':>8}{'hyphens':>10}{'ladders':>9}{'rivers':>9}{'loose':>9}{'overfull':>10}")
    for pdf in wanted.files:
        row = figures_of(pdf, wanted.measure, wanted.size, wanted.indent)
        print(f"{pdf.split('/')[-1]:24}{row['lines']:7}{row['deviation']:11.4f}{row['p99']:8.3f}{row['hyphens']:8.2f} %"
              f"{row['ladders']:9}{row['rivers']:7.2f} %{row['loose']:7.2f} %{row['overfull']:10}")


if __name__ == "__main__":
    main()
