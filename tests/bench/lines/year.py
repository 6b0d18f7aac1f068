#!/usr/bin/env python3
"""A year of made-up reviews, for measuring: sentences of the sample issue's reviews in new orders. The same count gives the same files.

    year.py FOLDER [COUNT]      COUNT reviews (365) into FOLDER
"""
import datetime
import random
import re
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "2019"
NO_PROSE = re.compile(r"\s*(#|>|\||[-*+] |\d+[.)] |\[|!|<|```|\w+: )")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")


def sentences():
    """Of the paragraphs that are plain prose; those with marks that could be parted from their partners are left out."""
    found = []
    for path in sorted(SAMPLES.glob("*.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        for block in body.split("\n\n"):
            if not NO_PROSE.match(block):
                found += SENTENCE_END.split(" ".join(block.split()))
    return [s for s in found if 5 <= s.count(" ") <= 60 and not re.search(r'[\[\]"“”<>|^`()]|\*\*', s) and s.count("*") % 2 == 0]


def review(number, pool):
    """Five to nine paragraphs, some below a heading."""
    chance = random.Random(number)
    day = datetime.date(2019, 1, 1) + datetime.timedelta(days=number % 365)
    title = " ".join(word.capitalize() for word in chance.choice(pool).rstrip(".!?").replace("*", "").split()[:3])
    blocks = []
    for place in range(chance.randint(5, 9)):
        if place and chance.random() < 0.12:
            blocks.append("## " + " ".join(chance.choice(pool).replace("*", "").split()[:4]).rstrip(".,;:"))
        blocks.append(" ".join(chance.choice(pool) for _ in range(chance.randint(1, 9))))
    facts = f'---\ntitle: "{title} {number}"\nyear: 2019\ndirector: Ada Quill\ndate: {day}\nrating: {number % 10 / 2}\nlanguage: en-GB\n---\n\n'
    return facts + "\n\n".join(blocks) + "\n"


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    pool = sentences()
    for number in range(int(sys.argv[2]) if len(sys.argv) > 2 else 365):
        (folder / f"{number:03}.md").write_text(review(number, pool), encoding="utf-8")


if __name__ == "__main__":
    main()
