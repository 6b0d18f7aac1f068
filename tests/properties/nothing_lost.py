#!/usr/bin/env python3
"""Nothing is lost: for each flow (the body, each note, caption and table cell, summary and epigraph) the same words stand in
the same order in the source, the tree, the HTML, the EPUB and the PDF in structure order.

    nothing_lost.py HALFSTAR FILE...             exit 1 and a line for each loss
    nothing_lost.py --issue HALFSTAR FOLDER      the same of every piece of an issue, in what `build` makes of it
    nothing_lost.py --self-test HALFSTAR FILE    takes a paragraph out before each writer and painter, and out of the tree,
                                                 and sees each loss found

The flows are the tree's (the json backend's). A word is a run of letters and digits: marks may be made typographic, hyphens at
line ends are rejoined. What left the body for a fact is looked for among the facts.
"""
import html.parser
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

# Words that only name what follows them, and units that a fact keeps as a number.
LABEL_WORDS = set("directed by written and director writer writers cast starring cinematographer my rating out of min "
                  "review film movie country running time note screen minutes watched seen venue cinema author year music".split())


FACTS = "\n\u241e\n" # between a body's parts; no word


def in_order(parts, whole):
    """Whether each part stands in `whole` in one stretch, one behind the other."""
    at = 0
    for part in parts:
        starts = [i for i in range(at, len(whole) - len(part) + 1) if whole[i:i + len(part)] == part]
        if not starts:
            return False
        at = starts[0] + len(part)
    return True


def words(text):
    text = unicodedata.normalize("NFC", re.sub("\u00ad\\s*", "", text))
    return re.findall(r"\w+", text)


def run(*command):
    done = subprocess.run([str(c) for c in command], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr.decode()}")
    return done.stdout.decode("utf-8")


# ---- the tree ----

class Flows:
    """{name: words} of one piece, and of running flows (body, note) what lies in them."""

    def __init__(self, piece, spoilers="in the text"):
        """In a book `spoilers` are "notes" behind the others."""
        self.captions, self.cells, self.notes = [], [], []
        self.hides, self.hidden = spoilers == "notes", []
        # A mark stands where facts are printed among the body's words: a film's year, the day of a showing.
        self.parts = [words(part) for part in self.blocks(piece["body"]).split(FACTS)]
        self.parts = [part for part in self.parts if part]
        self.body = [word for part in self.parts for word in part]
        for note in piece.get("notes", []):
            self.notes.append(words(self.blocks(note["blocks"])))
        for blocks in self.hidden:  # one may hold another: the list grows
            self.notes.append(words(self.blocks(blocks)))
        self.summary = words(self.inlines(piece.get("summary", [])))
        if self.summary and piece["body"] and words(self.inlines(piece["body"][0].get("inlines", []))) == self.summary:
            self.summary = []  # with which the body begins
        epigraph = piece.get("epigraph", {})
        self.epigraph = words(self.inlines(epigraph.get("words", [])) + " " + self.inlines(epigraph.get("source", [])))

    def all(self):
        return [self.body, self.summary, self.epigraph, *self.notes, *self.captions, *self.cells]

    def inlines(self, inlines):
        text = ""
        for one in inlines:
            kind = one["type"]
            if kind in ("text", "code"):
                text += one["text"]
            elif kind in ("soft-break", "hard-break"):
                text += " "
            elif kind == "image" and "picture" not in one:
                text += one.get("alternative", "")
            text += self.inlines(one.get("inlines", []))
        return text

    def blocks(self, blocks):
        return "\n".join(self.block(b) for b in blocks)

    def block(self, block):
        text = block.get("text", "") + self.inlines(block.get("inlines", [])) + self.inlines(block.get("summary", []))
        if self.hides and block["type"] == "details" and block.get("kind") == "spoiler":
            self.hidden.append(block["blocks"])
            return text
        if "caption" in block:
            self.captions.append(words(self.inlines(block["caption"])))
        if block["type"] == "figure" and "picture" not in block["image"]:
            text += block["image"].get("alternative", "")
        for row in [block.get("head", []), *block.get("rows", [])]:
            self.cells += [words(self.inlines(cell.get("inlines", []))) for cell in row]
        for item in block.get("items", []):
            text += "\n" + self.inlines(item.get("term", [])) + "\n" + self.blocks(item["blocks"])
        for turn in block.get("turns", []):
            text += "\n" + self.inlines(turn["speaker"]) + "\n" + self.blocks(turn["blocks"])
        for entry in block.get("entries", []):
            text += FACTS + self.inlines(entry.get("title", [])) + FACTS + self.blocks(entry["blocks"]) + FACTS
        for showing in block.get("showings", []):
            text += FACTS + self.inlines(showing.get("title", [])) + FACTS + self.inlines(showing.get("words", [])) + FACTS
        return text + "\n" + self.blocks(block.get("blocks", [])) + "\n" + self.inlines(block.get("source", []))


def strings(value):
    """Every string and number below `value`, as text."""
    if isinstance(value, dict):
        return " ".join(strings(v) for v in value.values())
    if isinstance(value, list):
        return " ".join(strings(v) for v in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


# ---- the source ----

def split_source(text):
    """(front matter's values, body's words in a text), from the bytes as they stand."""
    front = re.match(r"\A(---|\+\+\+)\n(.*?)\n\1\n", text, re.S)
    body = text[front.end():] if front else text
    values = ""
    for line in front[2].splitlines() if front else []:
        values += " " + re.sub(r"^\s*(?:- )?[\w. -]+\s*[:=](?=\s|$)", "", line)
    body = re.sub(r"^ {0,3}\[(?!\^)[^\]]+\]:.*$", "", body, flags=re.M)          # reference definitions
    body = re.sub(r"\{\{[<%] */?[\w-]+((?: +\w+=\"[^\"]*\")*) *[>%]\}\}",
                  lambda m: " ".join(re.findall("\"([^\"]*)\"", m[1])), body)       # shortcodes keep their titles
    body = re.sub(r"\[\^[^\]]+\]:?", "", body)                                    # notes' marks
    body = re.sub(r"\[([^\[\]]*)\]\[[^\]]*\]", r"\1", body)                       # reference links
    body = re.sub(r"!\[[^\]]*\]\(\S+?(?:\s+\"(.*?)\")?\)", r"\1", body)           # pictures keep their captions
    body = re.sub(r"\]\(\S+?(?:\s+\".*?\")?\)", "", body)                         # links lose their targets
    body = re.sub(r"<(?!https?:)[^>]*>", " ", body)
    body = re.sub(r"^\s*```.*$", "", body, flags=re.M)
    body = re.sub(r"^ {0,3}:::+ *[\w-]*\s*$", "", body, flags=re.M)              # fences of containers
    body = re.sub(r"^(\s*)\d+[.)] ", r"\1", body, flags=re.M)
    return values, body


def source_losses(text, piece):
    """Words of the source that are in no flow and no fact, and words that no source has."""
    values, body = split_source(text)
    flows, facts = Flows(piece), set(words(strings({k: v for k, v in piece.items() if k not in ("body", "notes")})))
    source = Counter(words(body))
    tree = Counter(w for flow in flows.all() for w in flow)
    from_front = Counter(words(values))
    found = [f"source: lost '{w}'" for w in source - tree if w not in facts and w.lower() not in LABEL_WORDS]
    found += [f"source: came from nowhere '{w}'" for w in tree - source - from_front]
    found += [f"front matter: lost '{w}'" for w in from_front if w not in facts and w.lower() not in LABEL_WORDS
              and str(int(w) if w.isdigit() else w) not in facts]
    if not is_subsequence(flows.body, words(body)):
        found.append("source: the body's words stand in another order")
    return found


def is_subsequence(part, whole):
    rest = iter(whole)
    return all(word in rest for word in part)


# ---- HTML and XHTML ----

class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.parent, self.children = tag, parent, []
        self.classes = set((attributes.get("class") or "").split())
        self.type = attributes.get("epub:type") or ""
        self.role = attributes.get("role") or ""

    def find(self, test):
        for child in self.children:
            if isinstance(child, Element):
                if test(child):
                    yield child
                else:
                    yield from child.find(test)

    def text(self, leave_out):
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            elif not leave_out(child):
                inside = child.text(leave_out)
                parts.append(inside if child.tag in INLINE else f"\n{inside}\n")
        return "".join(parts)


INLINE = set("a em strong cite i b u s del small sup sub q mark kbd code span abbr".split())
VOID = set("meta link img br hr input source wbr".split())


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("root", {}, None)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, dict(attributes), self.at)
        self.at.children.append(element)
        if tag == "br":
            element.children.append(" ")
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.at = self.at.parent

    def handle_endtag(self, tag):
        if tag not in VOID and self.at.parent:
            self.at = self.at.parent

    def handle_data(self, data):
        self.at.children.append(data)


def apart(element):
    """What is not of the flow it stands in."""
    return element.tag in {"figcaption", "caption", "th", "td", "svg", "script", "style"} or \
        element.classes & {"noteref", "back", "epigraph", "summary", "generated"} or "noteref" in element.type or \
        element.role in ("doc-noteref", "doc-backlink")


def page_flows(text):
    reader = Reader()
    reader.feed(text)
    root = reader.root

    def all_of(test):
        return [words(e.text(apart)) for e in root.find(test)]

    def is_note(e):
        return (e.tag == "li" and e.parent.tag == "ol" and "notes" in e.parent.parent.classes) or \
            (e.tag == "aside" and "footnote" in e.type)

    return {"body": [w for part in all_of(lambda e: "e-content" in e.classes or "body" in e.classes and e.tag != "body") for w in part],
            "notes": all_of(is_note),
            "captions": all_of(lambda e: e.tag in ("figcaption", "caption")),
            "cells": all_of(lambda e: e.tag in ("th", "td")),
            "everything": words(root.text(lambda e: e.tag in ("script", "style")))}


def page_losses(name, pages, flows):
    """Losses of a web page, or of an ebook's document that holds the piece."""
    found = []
    if len(flows.parts) > 1 and not in_order(flows.parts, pages["body"]):
        found.append(f"{name}: the body is not there whole and in order")
    body = flows.body if len(flows.parts) < 2 else pages["body"]
    for what, wanted in (("body", body), ("notes", flows.notes), ("captions", flows.captions), ("cells", flows.cells)):
        if pages[what] != wanted:
            found.append(f"{name}: {what} differ{first_difference(wanted, pages[what])}")
    for what, wanted in (("summary", flows.summary), ("epigraph", flows.epigraph)):
        if not is_subsequence(wanted, pages["everything"]):
            found.append(f"{name}: the {what} is lost")
    return found


def first_difference(wanted, got):
    for i, word in enumerate(wanted):
        if i >= len(got) or got[i] != word:
            return f" at {wanted[max(0, i - 3):i + 3]}, there {got[max(0, i - 3):i + 3]}"
    return f": {got[len(wanted):len(wanted) + 6]} too many"


# ---- PDF ----

def structure_flows(pdf):
    """The PDF's text in structure order, as pdfinfo reads it back."""
    stack, body, notes, captions, cells = [], [], [], [], []
    for line in run("pdfinfo", "-struct-text", pdf).splitlines():
        depth = len(line) - len(line.lstrip())
        text = re.match(r'\s*"(.*)"$', line)
        if not text:
            head = re.match(r"\s*([A-Z][A-Za-z0-9]*)", line)
            if not head or line.strip().startswith("/"):
                continue
            stack = [(d, t) for d, t in stack if d < depth] + [(depth, head[1])]
            for kind, into in (("Note", notes), ("Caption", captions), ("TH", cells), ("TD", cells)):
                if head[1] == kind:
                    into.append("")
            continue
        inside = [t for d, t in stack if d < depth]
        if "Lbl" in inside or "Reference" in inside:
            continue
        # An inline element's text follows on; a block's stands apart.
        glue = "" if inside[-1] in ("Link", "Span", "Code", "Quote", "Note") else "\n"
        for kind, into in (("Caption", captions), ("TH", cells), ("TD", cells), ("Note", notes)):
            if kind in inside:
                into[-1] += glue_text(into[-1], text[1], line, inside)
                break
        else:
            body.append((tuple(d for d, t in stack if t not in ("Link", "Span", "Code", "Quote", "Reference")), text[1]))
    return body, notes, captions, cells


def glue_text(before, text, line, inside):
    return text if not before or inside[-1] in ("Link", "Span", "Code", "Quote") else "\u2060" + text


RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def letters(text):
    """(letters and digits in their order, those of right-to-left scripts as a bag). pdfinfo gives no sign where one part of
    a word ends and the next begins, and it shows right-to-left words as they stand on the line, last letter first."""
    joined = "".join(words(text))
    return RIGHT_TO_LEFT.sub("", joined), Counter(RIGHT_TO_LEFT.findall(joined))


class Printed:
    """A PDF's flows: the running text, and the parts of the structure that stand apart."""

    def __init__(self, pdf):
        body, *self.apart = structure_flows(pdf)
        self.text, self.bag = letters(" ".join(part for _, part in body))
        self.apart = [[letters(part) for part in parts] for parts in self.apart]


def pdf_losses(printed, flows, alone=True):
    """`alone`: nothing but this piece is printed there."""
    found = []
    for what, wanted in (("body", flows.parts), ("epigraph", [flows.epigraph])):
        at, bag = 0, Counter()
        for part in wanted:
            part_text, part_bag = letters(" ".join(part))
            at, bag = printed.text.find(part_text, at) if at >= 0 else -1, bag + part_bag
            at = at + len(part_text) if at >= 0 else -1
        if at < 0 or bag - printed.bag:
            found.append(f"pdf: the {what} is not there whole and in order")
    for what, wanted, got in zip(("notes", "captions", "cells"), (flows.notes, flows.captions, flows.cells), printed.apart):
        wanted = [letters(" ".join(w)) for w in wanted]
        if wanted != got and (alone or not holds(got, wanted)):
            found.append(f"pdf: {what} differ: {wanted} became {got if alone else 'others'}")
    return found


def holds(whole, part):
    """Whether `part` stands in `whole` in one stretch."""
    return any(whole[at:at + len(part)] == part for at in range(len(whole) - len(part) + 1))


# ---- the whole ----

def made(halfstar, file, folder):
    """Every output of one file: {format: path}."""
    out = {}
    for name, command in (("json", ["export", "--to", "json"]), ("html", ["html"]), ("epub", ["epub"]), ("pdf", ["pdf"])):
        out[name] = Path(folder) / f"{name}.{name}"
        run(halfstar, *command, file, "-o", out[name], "-q")
    return out


def epub_document(epub, key=""):
    """The document of a book that holds the review; without a key of a book of one."""
    with zipfile.ZipFile(epub) as archive:
        return archive.read(next(n for n in archive.namelist() if re.search(f"/(piece-)?{key or 'piece-.*'}\\.xhtml$", n))).decode("utf-8")


def losses(tree, source, out):
    piece = tree["pieces"][0]
    flows = Flows(piece)
    found = source_losses(source, piece)
    found += page_losses("html", page_flows(out["html"].read_text(encoding="utf-8")), flows)
    found += page_losses("epub", page_flows(epub_document(out["epub"])), Flows(piece, spoilers="notes"))
    return found + pdf_losses(Printed(out["pdf"]), flows)


def tree_of(path):
    return json.loads(path.read_text(encoding="utf-8"))


def self_test(halfstar, file):
    """Outputs made without one paragraph must each be found wanting beside the whole source and tree."""
    source = Path(file).read_text(encoding="utf-8")
    paragraphs = [p for p in source.split("\n\n") if re.match("[A-Z]", p) and len(words(p)) > 40]
    with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as less:
        (Path(less) / Path(file).name).write_text(source.replace(paragraphs[len(paragraphs) // 2], ""), encoding="utf-8")
        good, bad = made(halfstar, file, whole), made(halfstar, Path(less) / Path(file).name, less)
        checks = {"a whole review": not losses(tree_of(good["json"]), source, good)}
        for name in ("html", "epub", "pdf"):
            found = losses(tree_of(good["json"]), source, {**good, name: bad[name]})
            checks[f"a paragraph lost in {name}"] = any(f.startswith(name) for f in found)
        found = losses(tree_of(bad["json"]), source, bad)
        checks["a paragraph lost by the reader"] = any(f.startswith("source") for f in found)
    for name, right in checks.items():
        print(f"{'right' if right else 'WRONG'}: {name}")
    return 0 if all(checks.values()) else 1


def issue_losses(halfstar, folder):
    """(pieces, losses) of an issue: the tree beside the sources, and the zine, the ebook, the site and each note beside the tree."""
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        run(halfstar, "export", "--to", "json", folder, "-o", work / "issue.json", "-q")
        run(halfstar, "build", folder, "-o", work / "out", "-q")
        issue, found = tree_of(work / "issue.json"), []
        zine, epub = Printed(work / "out" / "zine.pdf"), next((work / "out").glob("*.epub"))
        pieces = [(piece, f"reviews/{piece['key']}.html", piece["key"]) for piece in issue["pieces"]]
        if "letter" in issue:
            pieces.append((issue["letter"], "letter.html", "letter"))
        for piece, page, key in pieces:
            flows = Flows(piece)
            lost = source_losses((Path(folder) / piece["path"]).read_text(encoding="utf-8"), piece)
            lost += page_losses("site", page_flows((work / "out" / "site" / page).read_text(encoding="utf-8")), flows)
            lost += page_losses("epub", page_flows(epub_document(epub, key)), Flows(piece, spoilers="notes"))
            lost += [f"zine {loss}" for loss in pdf_losses(zine, flows, alone=False)]
            if key != "letter":
                lost += pdf_losses(Printed(work / "out" / "reviews" / f"{key}.pdf"), flows)
            found += [f"{piece['path']}: {loss}" for loss in lost]
    return len(pieces), found


def main():
    if sys.argv[1] == "--issue":
        count, found = issue_losses(*sys.argv[2:])
        print(*found, f"{count} pieces, {len(found)} losses", sep="\n")
        return 1 if found or not count else 0
    if sys.argv[1] == "--self-test":
        return self_test(*sys.argv[2:])
    halfstar, files, count = sys.argv[1], sys.argv[2:], 0
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            out = made(halfstar, file, folder)
            for loss in losses(tree_of(out["json"]), Path(file).read_text(encoding="utf-8"), out):
                print(f"{file}: {loss}")
                count += 1
    print(f"{len(files)} reviews, {count} losses")
    return 1 if count or not files else 0


if __name__ == "__main__":
    sys.exit(main())
