#!/usr/bin/env python3
"""What others read out of PDFs is what was written, in every language of samples/languages and in every style.

    languages.py HALFSTAR FOLDER               exit 1 and a line for each text that a reader gives back otherwise
    languages.py --self-test HALFSTAR FOLDER   swaps two words of every review, then takes a sign from a letter, then paints .notdef,
                                               and sees each found

For each review the words of the body and of the notes, marks of punctuation and signs above and below letters included, must
stand in the printed text one behind the other, line by line: in the zine and in the PDF of the review alone. pdftotext reads all
scripts; mutool and pdf.js, which know neither ActualText nor letters that are reordered, read those whose letters stand one by one. Words
that pdftotext is known to break (pointed Hebrew, vowelled Arabic) are looked for in the structure. No glyph .notdef is painted.
"""
import html
import json
import re
import shutil
import sys
import tempfile
import unicodedata
from pathlib import Path

from nothing_lost import FACTS, Flows, run

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "validate"))
from matterhorn import is_found  # noqa: E402
from standards.pdf_file import Pdf, text_of  # noqa: E402
from standards.registry import SPOILS, complaints  # noqa: E402

STYLES = ["programme", "book", "xerox"]
NOTDEF = "31-030"
PDFJS = Path(__file__).resolve().with_name("pdfjs_text.mjs")
#: Scripts that are written without spaces: each letter with its signs is a word.
SOLID = re.compile("[\u0e00-\u0eff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
#: In lines from right to left pdftotext takes a sign above or below a letter for a word's end, and with -raw it turns lam and alef
#: around. What stands here is looked for in the structure.
UNREADABLE = re.compile("[\u0591-\u05c7\u064b-\u0655\u0670]|ل[اأإآ]")
#: Letters that change by their neighbours, are reordered, or run from right to left.
SHAPED = re.compile("[\u0590-\u0fff\ufb1d-\ufdff\ufe70-\ufefc]")
HYPHENS = re.compile("[\u00ad\u2010-]\\s*")
#: Set before items and behind words.
MARKS = set("•–—·*★☆")


def words(text):
    """Words with their signs, and marks of punctuation one by one; hyphens at line ends are undone."""
    found, word = [], ""
    for character in unicodedata.normalize("NFC", re.sub("\u00ad\\s*", "", text)) + " ":
        kind = unicodedata.category(character)
        joins = kind[0] in "LNM" and not (word and kind[0] != "M" and (SOLID.match(word[0]) or SOLID.match(character)))
        if word and not joins and kind != "Cf":
            found.append(word)
            word = ""
        if kind[0] in "LNM":
            word += character
        elif kind != "Cf" and not character.isspace():
            found.append(character)
    return found


def lines_of(text):
    joined = re.sub("\u00ad\\s*", "", text)
    return [line for line in map(words, re.split("[\n\f]", joined)) if line]


# ---- the tree ----

def flows(piece):
    """[(what, text)] of the running texts of a piece."""
    reader = Flows(piece)
    found = [("body", reader.blocks(piece["body"]).replace(FACTS, "\n"))]
    return found + [("note", reader.blocks(note["blocks"])) for note in piece.get("notes", [])]


# ---- the printed page ----

def taken(line, wanted, at):
    """How many of the words wanted next this line is; 0 if it says anything else. Numbers of notes and items may stand between."""
    count = 0
    if len(line) > 1 and line[0].isnumeric() and line[1] == "." and wanted[at:at + 1] != line[:1]:
        line = line[2:]  # an item's number
    for word in line:
        if wanted[at + count:at + count + 1] == [word]:
            count += 1
        elif not (word.isnumeric() or word in MARKS):
            return 0
    return count


def with_initial_apart(wanted):
    """A large initial stands on a line of its own, before the rest of its word."""
    first = next((i for i, word in enumerate(wanted) if word[0].isalpha()), 0)
    word = wanted[first]
    return [*wanted[:first], word[0], *([word[1:]] if word[1:] else []), *wanted[first + 1:]]


def furthest(wanted, lines):
    """How many of the words wanted stand in the lines one behind the other, from the best beginning. Whole lines of other
    words may stand between: heads, folios, what is in the margin."""
    best = 0
    for start, line in enumerate(lines):
        if not taken(line, wanted, 0):
            continue
        at = 0
        for later in lines[start:]:
            at += taken(later, wanted, at)
            if at == len(wanted):
                return at
        best = max(best, at)
    return best


def difference(wanted, lines):
    """None, or the words about the first one that does not follow."""
    forms = [wanted, with_initial_apart(wanted)]
    reached = [furthest(form, lines) for form in forms]
    if any(at == len(form) for at, form in zip(reached, forms)):
        return None
    return " ".join(forms[0][max(0, max(reached) - 3):max(reached) + 12])


def rejoined(lines, wanted):
    """pdf.js leaves the hyphens at line ends away: halves of a word are put together where the word is wanted, and the two are not."""
    vocabulary, neighbours = set(wanted), set(zip(wanted, wanted[1:]))
    found = [list(line) for line in lines]
    for line, following in zip(found, found[1:]):
        if line and following and (line[-1], following[0]) not in neighbours and line[-1] + following[0] in vocabulary:
            line[-1] += following.pop(0)
    return [line for line in found if line]


# ---- the readers ----

def boxed_words(pdf):
    """pdftotext's words in the order they are painted, a line a row of boxes. Its text has no spaces where a line is tight."""
    lines, bottom = [], None
    told = run("pdftotext", "-raw", "-bbox", pdf, "-")
    for match in re.finditer(r'yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">(.*)</word>', told):
        top, low = float(match[1]), float(match[2])
        if bottom is None or abs(low - bottom) > (low - top) / 2:
            lines.append("")
        bottom = low
        lines[-1] += " " + html.unescape(match[3])
    return "\n".join(lines)


class Readings:
    """What each reader makes of a PDF."""

    @classmethod
    def of(cls, pdfs):
        run("node", PDFJS, *pdfs)  # which takes longer to start than to read one
        return [cls(pdf) for pdf in pdfs]

    def __init__(self, pdf):
        self.pdf = Pdf(pdf)
        self.boxes = lines_of(boxed_words(pdf))
        self.raw = lines_of(run("pdftotext", "-raw", pdf, "-"))
        # mupdf and pdf.js keep one text a glyph: small capitals may be either case, and a hyphen either kind.
        self.mupdf = self.unjoined(run("mutool", "draw", "-q", "-F", "txt", pdf))
        self.pdfjs = self.unjoined(Path(f"{pdf}.pdfjs.txt").read_text(encoding="utf-8"))
        spans = (d for _, d in self.pdf.dictionaries() if d.get("/S") == "/Span" and "/ActualText" in d)
        self.replacements = {word for span in spans for word in words(text_of(span["/ActualText"]))}

    @staticmethod
    def unjoined(text):
        return lines_of(HYPHENS.sub("", text.casefold()))

    def of_shaped(self, text):
        """(reader, what is lost) of a text whose letters change, are reordered or signed."""
        wanted = words(text)
        yield "pdftotext", difference([word for word in wanted if not UNREADABLE.search(word)], self.raw)
        unsaid = [word for word in wanted if UNREADABLE.search(word) and word not in self.replacements]
        yield "structure", " ".join(unsaid)

    def of_plain(self, text):
        yield "pdftotext", difference(words(text), self.boxes)
        unjoined = words(HYPHENS.sub("", text.casefold()))
        yield "mutool", difference(unjoined, self.mupdf)
        yield "pdf.js", difference(unjoined, rejoined(self.pdfjs, unjoined))

    def losses(self, piece):
        for what, text in flows(piece):
            for reader, lost in (self.of_shaped if SHAPED.search(text) else self.of_plain)(text):
                if lost:
                    yield f"{reader}: {piece['path']}: {what} differs at '{lost}'"

    def painted_notdef(self):
        return [complaint for _, complaint in complaints(self.pdf, NOTDEF)]


# ---- the whole ----

def tree_of(halfstar, folder):
    return json.loads(run(halfstar, "export", "--to", "json", folder, "-q", "-o", "-"))["pieces"]


def printed(halfstar, folder, style, out):
    """(PDF, keys of the pieces in it; None for all)"""
    run(halfstar, "zine", folder, "--style", style, "-q", "-o", out / "zine.pdf")
    run(halfstar, "pdf", folder, "--style", style, "-q", "-o", f"{out}/single/")
    yield out / "zine.pdf", None
    for pdf in sorted((out / "single").glob("*.pdf")):
        yield pdf, pdf.stem


def all_losses(halfstar, folder, pieces):
    """[complaint], glyphs .notdef among them."""
    for style in STYLES:
        with tempfile.TemporaryDirectory() as out:
            pdfs, names = zip(*printed(halfstar, folder, style, Path(out)))
            for readings, name in zip(Readings.of(pdfs), names):
                inside = [p for p in pieces if name in (None, Path(p["path"]).stem)]
                for complaint in [c for piece in inside for c in readings.losses(piece)] + readings.painted_notdef():
                    yield f"{style}, {name or 'zine'}: {complaint}"


# ---- the test of the test ----

def with_two_swapped(paragraph):
    """The paragraph with two neighbours changed round: words, or letters where no spaces stand between words."""
    space = " " if " " in paragraph else ""
    parts = paragraph.split(" ") if space else list(paragraph)

    def movable(part):
        return words(part) and not UNREADABLE.search(part) and not re.search("[*_]", part) and (space or SOLID.match(part))

    at = next(i for i in range(2, len(parts) - 1) if parts[i] != parts[i + 1] and movable(parts[i]) and movable(parts[i + 1]))
    return space.join([*parts[:at], parts[at + 1], parts[at], *parts[at + 2:]])


def with_a_sign_less(paragraph):
    """The paragraph without its last sign above or below a letter; where it has none, without its last letter."""
    apart = unicodedata.normalize("NFD", paragraph)
    last = next((i for kinds in ("M", "L") for i in range(len(apart) - 1, 0, -1) if unicodedata.category(apart[i])[0] == kinds))
    return unicodedata.normalize("NFC", apart[:last] + apart[last + 1:])


def unseen(halfstar, folder, pieces, spoil):
    """The reviews of which the longest paragraph was spoilt before they were printed, and nothing of it was seen."""
    with tempfile.TemporaryDirectory() as work:
        spoilt, zine = Path(work) / "spoilt", Path(work) / "zine.pdf"
        shutil.copytree(folder, spoilt)
        for piece in pieces:
            text = (spoilt / piece["path"]).read_text(encoding="utf-8")
            longest = max(text.split("\n\n")[1:], key=len)
            (spoilt / piece["path"]).write_text(text.replace(longest, spoil(longest)), encoding="utf-8")
        run(halfstar, "zine", spoilt, "-q", "-o", zine)
        readings, = Readings.of([zine])
        return [piece["path"] for piece in pieces if not list(readings.losses(piece))]


def sees_notdef(halfstar, folder):
    with tempfile.TemporaryDirectory() as work:
        zine = Path(work) / "zine.pdf"
        run(halfstar, "zine", folder, "-q", "-o", zine)
        spoil, of_bytes = next(rest for condition, *rest in SPOILS if condition == NOTDEF)
        return is_found([Pdf(zine)], NOTDEF, spoil, of_bytes, Path(work) / "spoilt.pdf")


def self_test(halfstar, folder):
    pieces = tree_of(halfstar, folder)
    missed = {"two neighbours changed round": unseen(halfstar, folder, pieces, with_two_swapped),
              "a sign taken away": unseen(halfstar, folder, pieces, with_a_sign_less),
              "a glyph .notdef": [] if sees_notdef(halfstar, folder) else ["the zine"]}
    for what, where in missed.items():
        print(f"{'NOT SEEN in ' + ', '.join(where) if where else 'seen wherever it was'}: {what}")
    return 1 if any(missed.values()) or not pieces else 0


def main():
    if sys.argv[1] == "--self-test":
        return self_test(*sys.argv[2:])
    halfstar, folder = sys.argv[-2:]
    pieces = tree_of(halfstar, folder)
    found = list(all_losses(halfstar, folder, pieces))
    print(*found, sep="\n")
    print(f"{len(pieces)} reviews in {len(STYLES)} styles, {len(found)} losses")
    return 1 if found or not pieces else 0


if __name__ == "__main__":
    sys.exit(main())
