#!/usr/bin/env python3
"""Reviews that combine at random what reviews were found to be: encodings, front matter and its defects, keys and labels, ratings,
dates, places of the title, blocks and marks, file names. All words are made up, and each stands once in its file.

    generate.py --count N --seed S --out DIR

writes folders of reviews and `expected.json`, which says of each file what reading it must give. The same seed gives the same files.
"""
import argparse
import json
import random
import re
import struct
import zlib
from pathlib import Path

import facts
from bodies import Body, words
from words import LATIN, SCRIPTS, Vocabulary

FOLDER = 25


def yaml_text(rng, text, awkward):
    """A value as authors write it; `awkward` texts are often left without the quotation marks they need."""
    quoted = rng.choice([json.dumps(text, ensure_ascii=False), "'" + text.replace("'", "''") + "'"])
    plain = not awkward and re.match(r"\w", text) and not re.search(r": |\s#|:$", text)
    ways = [quoted] + [text] * 3 if plain else [quoted, text, text]
    if plain:
        ways += [">\n  " + text, ">-\n  " + text, "|\n  " + text, text + "  ", "\t" + text]
    return rng.choice(ways)


def yaml_value(rng, value, awkward):
    if isinstance(value, list):
        if rng.random() < 0.4:
            return "[" + ", ".join(json.dumps(v, ensure_ascii=False) for v in value) + "]"
        if rng.random() < 0.5:
            return ", ".join(value)
        return "".join(f"\n  - {v}" for v in value)
    return yaml_text(rng, value, awkward)


def yaml_lines(rng, members):
    lines = []
    for key, value, awkward in members:
        lines.append(f"{key}:" if value is None else f"{key}: {yaml_value(rng, value, awkward)}")
    if rng.random() < 0.2:
        lines.append(rng.choice(["", "# a comment", "layout: post", "empty:", "tags: []", "draft: false", "seo:\n  title:\n  noindex: true"]))
    if rng.random() < 0.05:
        lines.append(lines[-1])
    return "---\n" + "\n".join(lines) + rng.choice(["\n---\n", "\n---\n\n", "\n--- \n", "\n...\n"])


def toml_lines(rng, members):
    lines = []
    for key, value, _ in members:
        key = key if re.fullmatch(r"\w+", key) else json.dumps(key)
        if rng.random() < 0.2 and key not in ("name", "title") and "date" not in key.lower():
            key = f"extra.movie.{key}"
        bare = isinstance(value, str) and re.fullmatch(r"\d\d\d\d-\d\d-\d\d|\d{3,4}", value) and rng.random() < 0.5
        lines.append(f"{key} = {value if bare else json.dumps(value or '', ensure_ascii=False)}")
    return "+++\n" + "\n".join(lines) + "\n+++\n\n"


def bare_lines(rng, members):
    """Keys without fences, which a title begins."""
    members = [("category", "review", False)] + members
    members.sort(key=lambda member: member[0].lower() != "title")
    lines = [f"{key}: {', '.join(value) if isinstance(value, list) else value or ''}" for key, value, _ in members]
    return "\n".join(lines) + rng.choice(["\n\n", "\n \n", "  \n\n\n"])


def json_lines(rng, members):
    return json.dumps({k: v for k, v, _ in members}, ensure_ascii=False, indent=rng.choice([1, 2])) + "\n\n"


def encoded(rng, text):
    """(bytes, how)."""
    how = rng.choice(["utf-8"] * 8 + ["bom", "crlf", "crlf", "crlf", "cr", "utf-16", "utf-16-be", "cp1252", "stray", "nul"])
    if how == "crlf":
        return text.replace("\n", "\r\n").encode(), how
    if how == "cr":
        return text.replace("\n", "\r").encode(), how
    if how == "bom":
        return b"\xef\xbb\xbf" + text.encode(), how
    if how == "utf-16":
        return b"\xff\xfe" + text.encode("utf-16-le"), how
    if how == "utf-16-be":
        return b"\xfe\xff" + text.encode("utf-16-be"), how
    if how == "cp1252":
        try:
            return text.encode("cp1252"), how
        except UnicodeEncodeError:
            return text.encode(), "utf-8"
    if how == "stray":
        return text.encode() + b"\n\n\x93\x97\x85\x94\n", how
    if how == "nul":
        data = text.encode()
        for at in sorted(rng.sample(range(1, len(data)), min(3, len(data) - 1)), reverse=True):
            # Within a word too, but not within a character.
            data = data[:at] + b"\0" + data[at:] if data[at] & 0xC0 != 0x80 else data
        return data, how
    return text.encode(), how


class Review:
    """One file: its source, its name, and what must come out."""

    def __init__(self, rng, scale):
        self.rng, self.scale = rng, scale
        script = rng.choice(["latin"] * 8 + list(SCRIPTS))
        self.vocabulary = Vocabulary(rng, script)
        self.body = Body(rng, self.vocabulary)
        self.members, self.top, self.bottom = [], [], []
        self.expected = {"extras": []}
        self.front = rng.choice(["yaml"] * 6 + ["toml", "toml", "json", "lines", "none", "none"])
        self.shapes = {self.front, script}
        self.head = self.date_line = ""
        self.title()
        for fact in (self.year, self.rating, self.dates, self.people, self.others):
            fact()
        self.rng.shuffle(self.members)

    def key(self, keys, value, awkward=False):
        self.members.append((self.rng.choice(keys), value, awkward))

    def label(self, line):
        (self.top if self.rng.random() < 0.3 else self.bottom).append(line)

    def title(self):
        rng = self.rng
        title, awkward = facts.any_title(rng, self.vocabulary)
        self.in_title = rng.choice([None, None, rng.randint(1925, 2022)])
        places = ["heading", "setext", "name", "bold", "second"] + (["key"] * 8 if self.front != "none" else [])
        place = rng.choice(places) if self.front != "lines" else "key"
        if place in ("name", "bold", "second") or self.vocabulary.script not in LATIN:
            a, b = self.vocabulary.capital("latin"), self.vocabulary.capital("latin")
            title, awkward = rng.choice([f"{a} {b}", f"{a}: {b}", f"{a}'s {b}", f"{a} + {b}"]), True
        if place == "heading" or place == "setext":
            title = re.sub(r"^[^\w]+|[*_#\[\]{}]", "", title)  # marks of Markdown are no words there
        shown = f"{title} ({self.in_title})" if self.in_title else title
        shown = rng.choice([shown] * 4 + [f"Review: {shown}", f"{shown} - Movie Review", f"Movie Review: {shown}"] if place != "name" else [title])
        if place == "name":
            self.in_title = None
        self.name = title if place in ("name", "bold", "second") else self.vocabulary.word("latin")
        if place == "key":
            self.key(facts.TITLE_KEYS if self.front != "lines" else ["title", "Title"], shown, awkward or ": " in shown)
        elif place == "heading":
            self.head = rng.choice([f"# {shown}\n\n", f"# {shown} #\n", f"<h1>{shown}</h1>\n\n"])
        elif place == "setext":
            self.head = f"{shown}\n=====\n\n"
        elif place == "bold":
            self.head, self.in_title = f"**{title}**\n\n", None
        elif place == "second":
            self.head, self.in_title = f"## {title}\n\n", None
        if place in ("bold", "second"):
            self.body.free |= set(words(title))
        self.shapes.add(f"title: {place}")
        self.expected |= {"title": title, "year": self.in_title}

    def year(self):
        if self.in_title is None and self.rng.random() < 0.6:
            self.expected["year"] = self.rng.randint(1925, 2022)
            if self.front != "none":
                self.key(facts.YEAR_KEYS, str(self.expected["year"]))
            else:
                self.label(f"Year: {self.expected['year']}")

    def rating(self):
        if self.rng.random() < 0.15:
            if self.front != "none" and self.rng.random() < 0.5:
                self.key(facts.RATING_KEYS, None)
            self.expected["rating"] = None
            return
        value, best, text = self.scale.rating(self.rng)
        self.expected["rating"] = [value, best]
        if self.rng.random() < 0.1:
            remark = " ".join(self.vocabulary.some(1, 3))
            text = self.rng.choice(["{} ({})", "{} - {}"]).format(text, remark)
            self.expected["extras"] += words(remark)
            self.shapes.add("rating: remark")
        else:
            remark = ""
        if self.front != "none" and self.rng.random() < 0.6:
            self.key(facts.RATING_KEYS, text)
        else:
            label = self.rng.choice(facts.RATING_LABELS).format(text)
            self.label(label)
            self.body.free |= {"Rating", *words(label)} if remark else set()  # the line says more, and stays
            self.shapes.add("rating: label")

    def dates(self):
        rng = self.rng
        posted, seen = facts.any_date(rng), facts.any_date(rng)
        self.expected["published"] = self.expected["seen"] = None
        if self.front != "none" and rng.random() < 0.6:
            self.key(facts.POSTED_KEYS, facts.written_date(rng, posted))
            self.expected["published"] = posted.isoformat()
        elif rng.random() < 0.4:
            self.name = f"{posted.isoformat()}-{self.name}"
            self.expected["published"] = posted.isoformat()
        elif rng.random() < 0.3:
            self.date_line = facts.date_line(rng, posted) + "\n\n"
            self.expected["published"] = posted.isoformat()
            self.shapes.add("date: line")
        if rng.random() < 0.3:
            self.expected["seen"] = seen.isoformat()
            if self.front != "none" and rng.random() < 0.6:
                self.key(facts.SEEN_KEYS, facts.written_date(rng, seen))
            else:
                place = self.vocabulary.capital("latin") if rng.random() < 0.3 else ""
                self.expected["extras"] += words(place)
                where = rng.choice([" at the {}", " ({})", ", {}"]).format(place) if place else ""
                self.label(rng.choice(["Watched: ", "Date watched: ", "**Seen:** "]) + facts.written_date(rng, seen) + where)

    def people(self):
        rng = self.rng
        directors = [self.vocabulary.name() for _ in range(rng.choice([0, 1, 1, 1, 2]))]
        self.expected["directors"] = directors
        if directors and self.front != "none" and rng.random() < 0.6:
            self.key(facts.DIRECTOR_KEYS, directors if rng.random() < 0.5 else rng.choice([", ", " and ", " & "]).join(directors))
        elif directors:
            self.label(rng.choice(facts.DIRECTOR_LABELS).format(" and ".join(directors)))
        authors = [self.vocabulary.name() for _ in range(rng.choice([0, 0, 1, 2]))]
        self.expected["authors"] = authors if self.front != "none" else []
        if authors and self.front != "none":
            self.key(facts.AUTHOR_KEYS, authors)
        if rng.random() < 0.3:
            cast = [self.vocabulary.name() for _ in range(rng.randint(1, 4))]
            self.expected["extras"] += words(" ".join(cast))
            self.label(rng.choice(["Cast: ", "**Starring:** ", "_Cast:_ "]) + ", ".join(cast))

    def others(self):
        rng = self.rng
        self.expected["summary"] = self.expected["epigraph"] = []
        if self.front == "none":
            return
        if rng.random() < 0.25:
            summary = self.vocabulary.some(3, 8)
            self.expected["summary"] = words(" ".join(summary))
            self.key(facts.SUMMARY_KEYS, " ".join(summary))
        for key in ("mood", "projection note", "permalink"):
            if rng.random() < 0.2:
                value = self.vocabulary.word()
                self.expected["extras"] += words(value)
                self.key([key], value)

    def epigraph(self):
        if self.rng.random() > 0.12:
            return ""
        line = self.vocabulary.some(2, 6)
        self.expected["epigraph"] = words(" ".join(line))
        return f"{self.rng.choice(['“{}”', '> {}', chr(34) + '{}' + chr(34), '*“{}”*']).format(' '.join(line))}\n\n"

    def labels(self, lines, first, body=""):
        """The lines as a block at one end of the body, which as a list would go on with one that ends it."""
        if not lines:
            return ""
        if len(lines) > 1 and all(": " in line or ":_ " in line or ":** " in line for line in lines) and self.rng.random() < 0.4:
            block = self.box([re.sub(r"[*_]|<br>", "", line).partition(": ")[::2] for line in lines])
            return block + "\n\n" if first else "\n\n" + block + "\n"
        shape = self.rng.choice([0, 2, 3] if re.match(r"\s*[-*+] ", body.rstrip().split("\n")[-1]) else [0, 1, 2, 3])
        if shape == 0:
            block = "\n\n".join(lines)
        elif shape == 1:
            block = "\n".join("- " + line.removesuffix("<br>") for line in lines)
        elif shape == 2:
            block = "  \n".join(lines)
        else:
            block = "<br>\n".join(line.removesuffix("<br>") for line in lines)
        return block + "\n\n" if first else "\n\n" + block + "\n"

    def box(self, pairs):
        """Facts as a table or a list of definitions."""
        rng = self.rng
        shape = rng.choice(["table", "html table", "definitions", "html definitions"])
        self.shapes.add(f"box: {shape}")
        if shape == "definitions":
            return "\n\n".join(f"{label}\n{rng.choice([': ', ':   '])}{value}" for label, value in pairs)
        if shape == "html definitions":
            return "<dl>" + "".join(f"<dt>{label}:</dt>\n<dd>{value}</dd>\n" for label, value in pairs) + "</dl>"
        if rng.random() < 0.3:  # a row of other words stays
            pairs.insert(rng.randrange(len(pairs) + 1), tuple(self.body.row(2)))
        if shape == "html table":
            return "<table>" + "".join(f"<tr><th>{label}</th><td>{value}</td></tr>\n" for label, value in pairs) + "</table>"
        rows = [f"| {label} | {value} |" for label, value in pairs]
        if rng.random() < 0.5:
            rows.insert(0, "| | |")
        return "\n".join(rows[:1] + ["|---|---|"] + rows[1:])

    def source(self):
        rng = self.rng
        front = {"yaml": yaml_lines, "toml": toml_lines, "json": json_lines, "lines": bare_lines}.get(self.front)
        least, most = rng.choice([(1, 4), (2, 8), (4, 12), (0, 0)])
        top = self.labels(self.top, True)
        text = self.head + self.date_line + top
        text += self.epigraph() if not top else ""
        body = self.body.make(least, most)
        if not most and self.expected["epigraph"]:
            self.body.free |= set(self.expected["epigraph"])
            self.expected["epigraph"] = None
        text += body + self.labels(self.bottom, False, body)
        return (front(rng, self.members) if front and self.members else "") + text + rng.choice(["", "\n", "\n\n\n"])

    def file(self):
        """(name, bytes, what must come out)."""
        source = self.source()
        data, how = encoded(self.rng, source)
        body = self.body
        self.expected |= {"body": body.flow, "notes": body.notes, "captions": body.captions, "cells": body.cells,
                          "free": sorted(body.free), "cut": body.cut, "shapes": sorted(self.shapes | body.shapes | {how})}
        for flow in ("body", "notes", "captions", "cells"):
            self.expected[flow] = [words(" ".join(part)) for part in self.expected[flow]] if flow != "body" else words(" ".join(body.flow))
        name = self.name.replace("/", "-") + self.rng.choice([".md"] * 6 + [".markdown", ".txt"])
        return name, data, self.expected


def still():
    """A small picture, as PNG."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes((x * 8 + y * 8) % 256 for x in range(16)) for y in range(16))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def generate(count, seed, out):
    """Writes the folders; gives {folder: {file: what must come out}}."""
    rng, made = random.Random(seed), {}
    for start in range(0, count, FOLDER):
        scale = facts.Scale(rng)
        folder = out / f"issue-{start // FOLDER:03}"
        (folder / "stills").mkdir(parents=True)
        (folder / "stills" / "still.png").write_bytes(still())
        said = f"scale: {scale.best // 100}\n"
        (folder / "issue.yaml").write_text("title: Made\n" + (said if scale.said == "issue" and not scale.letters else ""))
        files = made[folder.name] = {}
        while len(files) < min(FOLDER, count - start):
            name, data, expected = Review(rng, scale).file()
            if name not in files:
                (folder / name).write_bytes(data)
                files[name] = expected
    (out / "expected.json").write_text(json.dumps(made, ensure_ascii=False, indent=1))
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    wish = parser.parse_args()
    generate(wish.count, wish.seed, wish.out)


if __name__ == "__main__":
    main()
