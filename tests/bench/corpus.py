#!/usr/bin/env python3
"""A folder of made-up film reviews, to measure with: Markdown with front matter, about 650 words each.

    corpus.py FOLDER [--reviews 365] [--seed 1]      writes the reviews and an issue.yaml; says how many words they have

The same count and seed give the same bytes. A review follows from the seed and its number alone, so a small folder is the beginning of a
large one. Reviews have what reviews have: ratings, credits, quotations, notes, lists, headings, emphasis, labels below the text; all films and people are invented.
"""
import argparse
import datetime
import math
import random
from pathlib import Path

from vocabulary import Vocabulary

ISSUE = """title: A Year of Made-Up Films
subtitle: To measure with
date: 2024-12-31
language: en-GB
outputs: [zine, booklet, epub, site]
"""
TAGS = ["drama", "comedy", "crime", "western", "silent", "documentary", "musical", "animation", "war", "horror", "debut", "restored", "festival", "rewatch"]
PLACES = ["The Gaiety", "Odeon", "Film Museum", "at home", "Open air, the park", "Lux"]
FIRST_DAY = datetime.date(1990, 1, 1)


class Review:
    def __init__(self, seed, number):
        self.chance = random.Random(f"{seed}/{number}").random  # seeds of text and `random` are the same in every Python
        self.words = Vocabulary(self.chance)
        self.number = number
        self.title = self.film()
        self.year = 1915 + int(self.chance() ** 0.6 * 109)
        self.directors = [self.words.name() for _ in range(1 if self.chance() < 0.93 else 2)]
        self.cast = [self.words.name() for _ in range(self.between(3, 8))]
        self.films = [self.title, self.title, self.film(), self.film(), self.film()]
        self.seen = FIRST_DAY + datetime.timedelta(days=number % 12000)
        self.place = self.words.one_of(PLACES)
        self.halves = self.between(1, 10)  # half stars
        self.notes = []

    def between(self, least, most):
        return least + int(self.chance() * (most - least + 1))

    def film(self):
        word = self.words
        shape = self.between(0, 3)
        text = (f"The {word.adjective()} {word.noun()}", f"{word.noun()} of {word.surname()}", f"{word.verb()} the {word.noun()}",
                f"{word.noun()} and {word.noun()}")[shape]
        return " ".join(part if part in ("of", "and", "the") else part[0].upper() + part[1:] for part in text.split())

    def word(self):
        draw = self.chance()
        if draw < 0.46:
            return self.words.small()
        if draw < 0.70:
            return self.words.noun()
        if draw < 0.82:
            return self.words.verb()
        if draw < 0.96:
            return self.words.adjective()
        if draw < 0.98:
            return self.words.surname()
        return f"*{self.words.one_of(self.films)}*" if draw < 0.99 else f"*{self.words.noun()}*"

    def sentence(self):
        words = [self.word() for _ in range(max(4, min(45, int(math.exp(2.9 + 0.5 * (self.chance() + self.chance() - 1)) * 1.02))))]
        for place in range(4, len(words) - 3):
            if self.chance() < 0.05:
                words[place] += ","
        if self.chance() < 0.05:
            words[len(words) // 2] += " —"
        if self.chance() < 0.07:
            words[1], words[3] = f'"{words[1]}', f'{words[3]}"'
        if self.chance() < 0.03:
            words[2] = f"**{self.words.adjective()}**"
        if self.chance() < 0.02:
            words[-1] = f"[{self.words.noun()} of {self.words.surname()}](https://films.example/{self.words.noun()}/{self.between(1, 999)})"
        text = " ".join(words)
        return text[0].upper() + text[1:] + (".", ".", ".", ".", ".", ".", ".", ".", "?", "!")[self.between(0, 9)]

    def paragraph(self, words):
        sentences = []
        while words > 0:
            sentences.append(self.sentence())
            words -= sentences[-1].count(" ") + 1
        text = " ".join(sentences)
        if self.chance() < 0.12:
            self.notes.append(f"[^{len(self.notes) + 1}]: {self.sentence()}")
            text += f"[^{len(self.notes)}]"
        return text

    def list(self):
        numbered = self.chance() < 0.4
        return "\n".join(f"{f'{place}.' if numbered else '-'} {self.sentence()}" for place in range(1, self.between(4, 6)))

    def body(self):
        blocks = [f"> {self.sentence()}\n>\n> — {self.words.one_of(self.cast)}, *{self.title}*"] if self.chance() < 0.7 else []
        paragraphs = self.between(5, 9)
        heading = self.between(2, paragraphs - 1) if self.chance() < 0.15 else -1
        items = self.between(1, paragraphs - 1) if self.chance() < 0.12 else -1
        for place in range(paragraphs):
            if place == heading:
                blocks.append(f"## The {self.words.adjective()} {self.words.noun()}")
            blocks.append(self.paragraph(int(74 * math.exp(0.9 * (self.chance() + self.chance() - 1)))))
            if place == items:
                blocks.append(self.list())
        return blocks + (self.labels() if self.chance() < 0.5 else []) + self.notes

    def labels(self):
        """What half of all critics write below their text, whatever stands in the front matter."""
        stars = "★" * (self.halves // 2) + "½" * (self.halves % 2)
        lines = [f"**Director:** {', '.join(self.directors)}", f"**Cast:** {', '.join(self.cast)}", f"**Seen:** {self.place}, {self.seen}"]
        return [f"My Rating: {stars}", "  \n".join(lines)]

    def facts(self):
        lines = [f'title: "{self.title}"', f"year: {self.year}", f"directors: [{', '.join(self.directors)}]", "cast:"]
        lines += [f"  - {name}" for name in self.cast]
        lines += [f"rating: {self.halves / 2:g}/5", f"date: {self.seen}", f"venue: {self.place}"]
        first = self.between(0, len(TAGS) - 1)
        return lines + [f"tags: [{', '.join(TAGS[first:first + self.between(1, 4)])}]", "language: en-GB"]

    def text(self):
        return "---\n" + "\n".join(self.facts()) + "\n---\n\n" + "\n\n".join(self.body()) + "\n"


def write(folder, reviews, seed=1):
    """Returns how many words the reviews have without their facts."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "issue.yaml").write_text(ISSUE, encoding="utf-8")
    words = 0
    for number in range(reviews):
        text = Review(seed, number).text()
        words += len(text.split("\n---\n", 1)[1].split())
        (folder / f"{number:05}.md").write_text(text, encoding="utf-8", newline="\n")
    return words


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--reviews", type=int, default=365)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    print(f"{asked.reviews} reviews, {write(asked.folder, asked.reviews, asked.seed)} words")


if __name__ == "__main__":
    main()
