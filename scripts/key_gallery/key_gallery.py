#!/usr/bin/env python3
"""Draws the pictures of docs/styles.md that show what a key does: docs/gallery/keys.

    key_gallery.py HALFSTAR [NAME...]      only the pictures of these names

docs/styles.md says what is drawn. A picture is a cell of a table, and the code in the cell over it is laid upon the
ground that subjects.py has for its name: what readers see under `setting: ragged` was set with exactly that.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import raster
from subjects import FOLDER, PASSAGE, SUBJECTS

DOCS = FOLDER.parent.parent / "docs"


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def asked():
    """(file, keys) for each picture in docs/styles.md, as "gallery/keys/size-1.png" and "size: 8pt, leading: 10pt"."""
    lines = (DOCS / "styles.md").read_text().splitlines()
    for head, row in zip(lines, lines[2:]):
        if "(gallery/keys/" in row:
            for keys, picture in zip(cells(head), cells(row)):
                yield re.search(r"\((gallery/keys/[^)]+)\)", picture)[1], ", ".join(re.findall(r"`([^`]+)`", keys))


def nested(under, keys):
    """The keys in the map they belong to: "elements.text" and "size: 8pt" make elements: {text: {size: 8pt}}."""
    for name in reversed(under.split(".") if under else []):
        keys = f"{name}: {{{keys}}}"
    return keys


def words(folder):
    """The passage without its facts: a title and what follows the epigraph."""
    body = PASSAGE.read_text().split("---\n", 2)[2]
    file = folder / "words.md"
    file.write_text("# The Ferry\n\n" + body[body.index("Nobody"):])
    return file


def typeset(halfstar, subject, keys, folder):
    """The PDF of a subject in a style that is its ground and these keys."""
    for name, text in [("ground", subject.ground), ("style", f"extends: ../ground\n{nested(subject.under, keys)}\n")]:
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "style.yaml").write_text(text)
    pdf = folder / "picture.pdf"
    inputs = subject.inputs or [words(folder)]
    subprocess.run([halfstar, subject.command, *inputs, "--style", folder / "style", "-q", "-o", pdf], check=True)
    return pdf


def draw(halfstar, subject, keys, folder):
    pdf = typeset(halfstar, subject, keys, folder)
    pages = [raster.page(pdf, int(number), subject.dpi, subject.crop) for number in subject.pages.split("-")]
    return raster.png(raster.edged(raster.beside(pages)))


def main():
    halfstar, *wanted = sys.argv[1:]
    halfstar = Path(halfstar).resolve()
    pictures = DOCS / "gallery" / "keys"
    pictures.mkdir(exist_ok=True)
    for old in [] if wanted else pictures.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        for file, keys in asked():
            name = re.fullmatch(r"gallery/keys/(.+)-\d+\.png", file)[1]
            if not wanted or name in wanted:
                (DOCS / file).write_bytes(draw(halfstar, SUBJECTS[name], keys, Path(folder)))


main()
