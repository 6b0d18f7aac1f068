#!/usr/bin/env python3
"""Writes books of other shapes than the samples': what the checkers of ebooks are to be shown beside them.

    more_books.py HALFSTAR OUT [--pictures N]

OUT/single.epub is one review, OUT/year.epub a book of 365, each seen on a day of its own, OUT/rtl.epub one that is read from right to
left. With --pictures there is OUT/pictures.epub too, a book of N photographs.
"""
import argparse
import random
import struct
import subprocess
import zlib
from datetime import date, timedelta
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "2019-12-17-portrait-of-a-lady-on-fire.md"
SYLLABLES = "ba co di fe gu la me ni po ru sa te vo zi".split()
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def word(rng):
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 4)))


def sentence(rng, of=word):
    words = [of(rng) for _ in range(rng.randint(5, 18))]
    return " ".join([words[0].capitalize(), *words[1:]]) + "."


def paragraph(rng, of=word):
    return " ".join(sentence(rng, of) for _ in range(rng.randint(3, 7)))


def review(rng, number):
    """Every seventh has a note, every eleventh a table, every thirteenth words of another language."""
    day = date(2019, 1, 1) + timedelta(days=number)
    title = f"{word(rng).capitalize()} {word(rng)} {number + 1}"
    text = f"---\ntitle: {title}\nyear: {1920 + number % 100}\ndirector: {word(rng).capitalize()} {word(rng).capitalize()}\n" \
           f"rating: {number % 10 / 2 + 0.5}\ndate: {day}\nauthor: {'Ada Quill' if number % 2 else 'Ines Calder'}\ntags: [{word(rng)}]\n---\n\n"
    text += "\n\n".join(paragraph(rng) for _ in range(rng.randint(2, 5))) + "\n"
    if number % 7 == 0:
        text = text.rstrip("\n") + "[^1]\n\n[^1]: " + sentence(rng) + "\n"
    if number % 11 == 0:
        text += f"\n| {word(rng)} | {word(rng)} |\n|---|---|\n| {word(rng)} | {number} |\n"
    if number % 13 == 0:
        text += '\n<span lang="fr">C’est la vie.</span> ' + sentence(rng) + "\n"
    return text


def arabic(rng):
    return "".join(rng.choice(LETTERS) for _ in range(rng.randint(2, 7)))


def arabic_review(rng, number):
    return f"---\ntitle: {arabic(rng)} {arabic(rng)}\nyear: {1960 + number}\ndirector: {arabic(rng)} {arabic(rng)}\nrating: 4\n" \
           f"date: 2019-0{number + 1}-03\nlang: ar\n---\n\n{paragraph(rng, arabic)}[^1]\n\n## {arabic(rng)}\n\n{paragraph(rng, arabic)} " \
           f'<span lang="en">The Gaiety</span>\n\n[^1]: {sentence(rng, arabic)}\n'


def noise(rng, width, height):
    """A PNG that no compression makes small, as photographs are."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\0" + rng.randbytes(width * 3)
    rows = b"".join(b"\0" + row[1 + at % 97:] + row[1:1 + at % 97] for at in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + \
        chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")


def write_pictures(folder, count, width=300, height=200):
    rng = random.Random(300)
    (folder / "pictures").mkdir(parents=True)
    for number in range(count):
        (folder / "pictures" / f"{number}.png").write_bytes(noise(rng, width, height))
        (folder / f"{number:03}.md").write_text(f"---\ntitle: {word(rng).capitalize()} {number}\nyear: 2000\n---\n\n{paragraph(rng)}\n\n"
                                                f"![{sentence(rng)}](pictures/{number}.png)\n\n{paragraph(rng)}\n", encoding="utf-8")


def write_reviews(folder, count, write, seed):
    rng = random.Random(seed)
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number:03}.md").write_text(write(rng, number), encoding="utf-8")


def main():
    words = argparse.ArgumentParser()
    words.add_argument("halfstar")
    words.add_argument("out", type=Path)
    words.add_argument("--pictures", type=int, default=0)
    asked = words.parse_args()
    subprocess.run(["rm", "-rf", asked.out], check=True)
    sources = asked.out / "sources"
    write_reviews(sources / "year", 365, review, 365)
    (sources / "year" / "issue.yaml").write_text("title: Every Day\nnumber: 1\neditor: Ada Quill\ngroup: month\n", encoding="utf-8")
    write_reviews(sources / "rtl", 5, arabic_review, 5)
    (sources / "rtl" / "issue.yaml").write_text("title: السينما\nlanguage: ar\ngroup: year\n", encoding="utf-8")

    def ebook(name, source, *options):
        subprocess.run([asked.halfstar, "epub", source, *options, "-q", "-o", asked.out / f"{name}.epub"], check=True)

    ebook("single", SAMPLE)
    ebook("year", sources / "year", "--page-list")
    ebook("rtl", sources / "rtl", "--page-list")
    if asked.pictures > 0:
        write_pictures(sources / "pictures", asked.pictures)
        ebook("pictures", sources / "pictures")


if __name__ == "__main__":
    main()
