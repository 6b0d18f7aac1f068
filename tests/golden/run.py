#!/usr/bin/env python3
"""Compares what the samples become with what stands in tests/golden/samples, at every boundary:

    NAME.json            the tree
    NAME.html            the web page; pictures as their digests
    NAME.structure.txt   the PDF's text in structure order (pdfinfo -struct-text)
    NAME.words.txt       the PDF's words with page, left edge and baseline box (pdftotext -bbox)
    book/...             the unzipped EPUB's texts; pictures as their digests
    structure/NAME.txt   the text in structure order of every kind of block (tests/golden/inputs) and of a zine in fifteen languages
    styles/STYLE/NAME    in the styles that are not the first, the words of one review and of an issue's first pages

    run.py HALFSTAR            exit 1 and a difference for each file that differs, is missing, or is left over, and for each kind of
                               block of the schema that stands in none of the trees
    run.py --update HALFSTAR   writes them anew; refused where CI is set
"""
import difflib
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples"
GOLDEN = HERE / "samples"
INPUTS = HERE / "inputs"
SCHEMA = HERE.parents[1] / "docs" / "halfstar.schema.json"
RAW = "raw-block" # is only there with --allow-raw-html
OTHER_STYLES = ["book"]
STYLED = "2019-12-17-portrait-of-a-lady-on-fire"
FRONT = 8 # pages of the issue: cover to the first review
TEXTS = {".xhtml", ".opf", ".ncx", ".css", ".xml", ""}


def sample_files():
    return sorted(p for p in SAMPLES.iterdir() if p.suffix in {".md", ".markdown", ".txt"} and not p.name.startswith("README"))


def run(*words):
    done = subprocess.run([str(w) for w in words], capture_output=True, cwd=SAMPLES.parent)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))} ended with {done.returncode}:\n{done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def digest(data):
    return hashlib.sha256(data).hexdigest()[:16]


def words_with_places(pdf):
    """A line a word: page, x, y of its box's left and lower edge in points, the word."""
    lines, page = [], 0
    for line in run("pdftotext", "-bbox", pdf, "-").splitlines():
        if "<page " in line:
            page += 1
        box = re.search(r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="[\d.-]+" yMax="([\d.-]+)">(.*)</word>', line)
        if box:
            lines.append(f"{page} {float(box[1]):.1f} {float(box[2]):.1f} {box[3]}")
    return "\n".join(lines) + "\n"


def book(epub):
    """{path: text} of the container's entries, in its order."""
    with zipfile.ZipFile(epub) as archive:
        return {name: archive.read(name).decode("utf-8") if Path(name).suffix in TEXTS else digest(archive.read(name)) + "\n"
                for name in archive.namelist()}


def structures(halfstar, folder):
    """{relative path: text} of the structure of every kind of block, and of a whole issue in many scripts."""
    out = {}
    for command, source in [*(("pdf", path) for path in sorted(INPUTS.iterdir())), ("zine", SAMPLES / "languages")]:
        pdf = f"{folder}/structure.pdf"
        run(halfstar, command, source.relative_to(SAMPLES.parent), "-o", pdf, "-q")
        out[f"structure/{source.stem}.txt"] = run("pdfinfo", "-struct-text", pdf)
    return out


def kinds_of_blocks(value):
    """Every "type" below a list of blocks."""
    if isinstance(value, dict):
        yield from (block["type"] for block in value.get("blocks", []) + value.get("body", []))
        value = value.values()
    if not isinstance(value, str) and hasattr(value, "__iter__"):
        for below in value:
            yield from kinds_of_blocks(below)


def missing_kinds(halfstar):
    """Kinds of blocks that the schema names and no golden shows."""
    defined = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]["block"]["oneOf"]
    trees = json.loads(run(halfstar, "export", "--to", "json", *sample_files(), *sorted(INPUTS.iterdir()), "-q", "-o", "-"))
    return sorted({block["properties"]["type"]["const"] for block in defined} - {RAW} - set(kinds_of_blocks(trees)))


def made(halfstar):
    """{relative path: text} of all that is compared."""
    out = {}
    with tempfile.TemporaryDirectory() as folder:
        for sample in sample_files():
            name, source = sample.stem, sample.relative_to(SAMPLES.parent)
            for extension, command in (("json", ["export", "--to", "json"]), ("html", ["html"]), ("pdf", ["pdf"])):
                run(halfstar, *command, source, "-o", f"{folder}/{name}.{extension}", "-q")
            out[f"{name}.json"] = Path(f"{folder}/{name}.json").read_text(encoding="utf-8")
            out[f"{name}.html"] = re.sub(r"data:([a-z/]+);base64,([A-Za-z0-9+/=]+)",
                                         lambda m: f"data:{m[1]},{digest(m[2].encode())}",
                                         Path(f"{folder}/{name}.html").read_text(encoding="utf-8"))
            out[f"{name}.structure.txt"] = run("pdfinfo", "-struct-text", f"{folder}/{name}.pdf")
            out[f"{name}.words.txt"] = words_with_places(f"{folder}/{name}.pdf")
        out |= structures(halfstar, folder)
        for style in OTHER_STYLES:
            run(halfstar, "pdf", f"samples/{STYLED}.md", "--style", style, "-o", f"{folder}/{style}.pdf", "-q")
            out[f"styles/{style}/{STYLED}.words.txt"] = words_with_places(f"{folder}/{style}.pdf")
            run(halfstar, "zine", "samples/2019", "--style", style, "-o", f"{folder}/{style}-zine.pdf", "-q")
            front = words_with_places(f"{folder}/{style}-zine.pdf").splitlines(keepends=True)
            out[f"styles/{style}/2019.words.txt"] = "".join(line for line in front if int(line.split()[0]) <= FRONT)
        run(halfstar, "epub", *(s.relative_to(SAMPLES.parent) for s in sample_files()), "-o", f"{folder}/book.epub",
            "--title", "Nine pieces", "-q")
        out |= {f"book/{path}": text for path, text in book(f"{folder}/book.epub").items()}
    return out


def kept():
    return {str(p.relative_to(GOLDEN)): p.read_text(encoding="utf-8") for p in sorted(GOLDEN.rglob("*")) if p.is_file()}


def update(new):
    if os.environ.get("CI"):
        sys.exit("goldens are not rewritten in continuous integration")
    for path in kept().keys() - new.keys():
        (GOLDEN / path).unlink()
    for path, text in new.items():
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_text(text, encoding="utf-8")
    print(f"{len(new)} goldens written")


def compare(new):
    old, faults = kept(), 0
    for path in sorted(old.keys() | new.keys()):
        if path not in new:
            print(f"left over: {path}")
        elif path not in old:
            print(f"no golden: {path}")
        elif old[path] != new[path]:
            print("\n".join(list(difflib.unified_diff(old[path].splitlines(), new[path].splitlines(), f"golden/{path}",
                                                      f"now/{path}", lineterm="", n=1))[:60]))
        else:
            continue
        faults += 1
    print(f"{len(new)} compared, {faults} differ")
    return 1 if faults or not new else 0


def main():
    halfstar = str(Path(sys.argv[-1]).resolve())
    if sys.argv[1] == "--update":
        return update(made(halfstar))
    missing = missing_kinds(halfstar)
    if missing:
        print(f"no golden shows these kinds of blocks: {', '.join(missing)}")
    return compare(made(halfstar)) or (1 if missing else 0)


sys.exit(main())
