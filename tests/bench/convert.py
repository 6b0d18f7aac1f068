#!/usr/bin/env python3
"""The made-up reviews of corpus.py as the peers want them: one Markdown file, one Typst file. Knows the Markdown that corpus.py writes, and no more.

    convert.py CORPUS FOLDER

Setting Typst's text is not part of any figure: the peers are given what they read best.
"""
import json
import re
import sys
from pathlib import Path

INLINE = re.compile(r"\*\*(?P<strong>.+?)\*\*|\[\^(?P<note>\d+)\]|\[(?P<words>.+?)\]\((?P<address>.+?)\)|\*(?P<emphasis>.+?)\*")
NOTE = re.compile(r"\[\^(\d+)\]: (.*)")

MARKDOWN_HEAD = "---\ntitle: A Year of Made-Up Films\nlang: en-GB\n---\n"

# A5, justified and hyphenated, contents with page numbers, running heads, folios: what halfstar's zine has of it.
TYPST_LOOK = """#set document(title: "A Year of Made-Up Films")
#set text(font: ("Vollkorn", "Libertinus Serif"), size: 9.5pt, lang: "en", region: "GB", hyphenate: true)
#set par(justify: true, leading: 0.62em, first-line-indent: 1.2em)
#show heading.where(level: 1): it => block(above: 2em, below: 1em, text(size: 14pt, it.body))
#show heading.where(level: 2): it => block(above: 1.2em, below: .8em, text(size: 11pt, it.body))
"""
TYPST_BOOK = """#set page(paper: "a5", margin: (x: 16mm, y: 19mm), numbering: "1", header: context {
  let heads = query(selector(heading.where(level: 1)).before(here()))
  if heads.len() > 0 { align(center, emph(text(size: 8pt, heads.last().body))) }
})
#outline(depth: 1)
"""
TYPST_NOTE = '#set page(paper: "a4", numbering: "1")\n'


class Source:
    """A review, parted into its facts and its blocks."""

    def __init__(self, path):
        facts, body = path.read_text(encoding="utf-8")[4:].split("\n---\n\n", 1)
        read = dict(line.split(": ", 1) for line in facts.splitlines() if ": " in line)
        self.head = f"{json.loads(read['title'])} ({read['year']})"
        cast = [line[4:] for line in facts.splitlines() if line.startswith("  - ")]
        self.credits = f"Directed by {read['directors'].strip('[]')}. With {', '.join(cast)}. Seen {read['date']}, {read['venue']}. {read['rating']}"
        self.blocks = body.replace("★", "•").strip().split("\n\n")  # pdfLaTeX has no stars


def markdown(source, number):
    """Notes are numbered anew in each review; in one file they need names of their own."""
    body = "\n\n".join(source.blocks).replace("[^", f"[^{number}-")
    return f"# {source.head}\n\n*{source.credits}*\n\n{body}\n"


class Typst:
    def __init__(self, source):
        self.notes = dict(match.groups() for block in source.blocks for line in block.splitlines() if (match := NOTE.fullmatch(line)))
        blocks = [self.block(block) for block in source.blocks if not NOTE.match(block)]
        self.text = f"= {self.plain(source.head)}\n\n#emph[{self.plain(source.credits)}]\n\n" + "\n\n".join(blocks) + "\n"

    def block(self, text):
        if text.startswith("> "):
            lines = [line[2:] for line in text.splitlines() if line != ">"]
            return "#quote(block: true)[" + "\n\n".join(map(self.inline, lines)) + "]"
        if text.startswith("## "):
            return "== " + self.inline(text[3:])
        if text.startswith("- "):
            return "\n".join("- " + self.inline(line[2:]) for line in text.splitlines())
        if text.startswith("1. "):
            return "\n".join("+ " + self.inline(line.split(". ", 1)[1]) for line in text.splitlines())
        return self.inline(text)

    def inline(self, text):
        out, done = [], 0
        for match in INLINE.finditer(text):
            out += [self.plain(text[done:match.start()]), self.marked(match)]
            done = match.end()
        return "".join(out) + self.plain(text[done:])

    def marked(self, match):
        found = match.groupdict()
        if found["strong"]:
            return f"#strong[{self.inline(found['strong'])}]"
        if found["note"]:
            return f"#footnote[{self.inline(self.notes[found['note']])}]"
        if found["words"]:
            return f"#link({json.dumps(found['address'])})[{self.inline(found['words'])}]"
        return f"#emph[{self.inline(found['emphasis'])}]"

    @staticmethod
    def plain(text):
        return re.sub(r"([\\#$*_@<>\[\]~`=/+])", r"\\\1", text)


def convert(corpus, folder):
    """Writes book.md and book.typ, and the first review alone: one.md and one.typ."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = [Source(path) for path in sorted(Path(corpus).glob("*.md"))]
    texts = {
        "book.md": MARKDOWN_HEAD + "\n" + "\n".join(markdown(source, number) for number, source in enumerate(sources)),
        "book.typ": TYPST_LOOK + TYPST_BOOK + "\n" + "\n".join(Typst(source).text for source in sources),
        "one.md": MARKDOWN_HEAD + "\n" + markdown(sources[0], 0),
        "one.typ": TYPST_LOOK + TYPST_NOTE + "\n" + Typst(sources[0]).text,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
