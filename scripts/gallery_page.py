#!/usr/bin/env python3
"""Prints docs/gallery/README.md: each page's picture with the measure, leading and lines that the PDF itself shows.

    gallery_page.py PDF-FOLDER PICTURE-FOLDER

Lines are baselines of the text column, read back with pdftotext -bbox-layout; the measure is the widest of them, and the
leading the commonest distance between two that follow each other.
"""
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path


def page_lines(pdf):
    """For each page the (left, bottom, right) boxes of its lines, in points."""
    text = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pages = []
    for page in text.split("<page ")[1:]:
        pages.append([tuple(map(float, box)) for box in re.findall(
            r'<line xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)"', page)])
    return pages


def figures(lines):
    """(measure, leading, lines) of the column that has most lines."""
    lefts = Counter(round(left / 4) for left, _, _ in lines)
    column = [line for line in lines if abs(line[0] / 4 - lefts.most_common(1)[0][0]) < 8]
    bottoms = sorted({round(bottom, 1) for _, _, bottom in column})
    gaps = Counter(round(b - a, 1) for a, b in zip(bottoms, bottoms[1:]))
    measure = max(right - left for left, right, _ in column)
    return measure, gaps.most_common(1)[0][0] if gaps else 0.0, len(bottoms)


def main():
    pdfs, pictures = map(Path, sys.argv[1:])
    print("# Pages of the samples\n\nMade by `make gallery`. Measures are in points, as the PDF's own text stands.\n")
    for pdf in sorted(pdfs.glob("*.pdf")):
        print(f"## {pdf.stem}\n")
        for number, lines in enumerate(page_lines(pdf), 1):
            measure, leading, count = figures(lines) if lines else (0, 0, 0)
            picture = next(pictures.glob(f"{pdf.stem}-{number}.png"))
            print(f"![{pdf.stem}, page {number}]({picture.name})\n")
            print(f"Page {number}: measure {measure:.0f} pt, leading {leading:g} pt, {count} lines.\n")


main()
