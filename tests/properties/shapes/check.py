#!/usr/bin/env python3
"""What generate.py made, read by halfstar: no file may be rejected, the facts must be those that were written, and the words of every
flow must stand in their order in the tree, the site, the ebook and the PDF. `check --fix` must change nothing that is set.

    check.py HALFSTAR [--count N] [--seed S] [--keep DIR] [--pdf-every N]     exit 1 and a line for each fault
    check.py --self-test HALFSTAR                             spoils files and expectations, and sees each found
"""
import argparse
import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import nothing_lost
from generate import generate

MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\u00a0": " ", "…": "...", "–": "-", "—": "-"})


def folded(text):
    """Without what smart punctuation and stray marks of quotation change."""
    return " ".join(unicodedata.normalize("NFC", text).translate(MARKS).replace('"', "").split()).strip("': ")


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=600)


def day(date):
    return date and f"{date['year']:04}-{date.get('month', 0):02}-{date.get('day', 0):02}"


def people(work, role):
    return [c["name"] for c in work.get("credits", []) if c["role"] == role]


def fact_faults(expected, piece):
    work = piece["works"][0] if piece.get("works") else {}
    rating = work.get("rating")
    found = {"title": folded(piece.get("title", "")), "year": work.get("year"), "rating": rating and [rating["value"], rating["best"]],
             "published": day(piece.get("published")), "seen": day(piece.get("seen")), "directors": people(work, "director"),
             "authors": piece.get("authors", [])}
    wanted = {**{name: expected[name] for name in found}, "title": folded(expected["title"])}
    faults = [f"{name}: {wanted[name]!r} became {found[name]!r}" for name in found if wanted[name] != found[name]]
    facts = set(nothing_lost.words(nothing_lost.strings({k: v for k, v in piece.items() if k not in ("body", "notes")})))
    return faults + [f"extras: '{word}' is lost" for word in expected["extras"] if word not in facts]


def flow_faults(expected, piece):
    flows, free = nothing_lost.Flows(piece), set(expected["free"])

    def kept(words):
        return [w for w in words if w not in free]

    pairs = [("body", expected["body"], flows.body), ("epigraph", expected["epigraph"], flows.epigraph)]
    summary = expected["summary"] or (expected["body"][:expected["cut"]] if flows.summary and expected["cut"] else [])
    pairs.append(("summary", summary, flows.summary))
    faults = [f"{name}{nothing_lost.first_difference(kept(wanted), kept(got))}" for name, wanted, got in pairs
              if wanted is not None and kept(wanted) != kept(got)]
    for name, wanted, got in (("notes", expected["notes"], flows.notes), ("cells", expected["cells"], flows.cells),
                              ("captions", expected["captions"], flows.captions)):
        if wanted != got:
            faults.append(f"{name}: {wanted} became {got}")
    return faults


def output_faults(halfstar, folder, work, pieces, every):
    """Losses of the site, the ebook and of every so many programme notes beside the tree; an issue must be built, and the program
    itself must find nothing lost in it."""
    commands = [("export", "--to", "site", folder, "-o", work / "site", "-q"), ("epub", folder, "-o", work / "made.epub", "-q"),
                ("pdf", folder, "-o", work / "notes", "-q"), ("build", "--verify", folder, "-o", work / "built", "-q")]
    for command in commands:
        done = run(halfstar, *command)
        if done.returncode != 0:
            return [f"{command[0]} ended with {done.returncode}: {done.stderr[-400:]}"]
    with open(work / "notes" / "index.csv", newline="", encoding="utf-8") as index:
        notes = {row["source"]: work / "notes" / row["file"] for row in csv.DictReader(index)}
    faults = []
    for number, piece in enumerate(pieces):
        flows = nothing_lost.Flows(piece)
        page = (work / "site" / "reviews" / f"{piece['key']}.html").read_text(encoding="utf-8")
        lost = nothing_lost.page_losses("site", nothing_lost.page_flows(page), flows)
        lost += nothing_lost.page_losses("epub", nothing_lost.page_flows(nothing_lost.epub_document(work / "made.epub", piece["key"])),
                                         nothing_lost.Flows(piece, spoilers="notes"))
        if number % every == 0:
            lost += nothing_lost.pdf_losses(nothing_lost.Printed(notes[piece["path"]]), flows)
        faults += [f"{piece['path']}: {loss}" for loss in lost]
    return faults


def tree_of(halfstar, folder, to):
    """The pieces of a folder, by the names of their files."""
    done = run(halfstar, "export", "--to", "json", folder, "-o", to, "-q")
    if done.returncode != 0:
        raise RuntimeError(f"json ended with {done.returncode}: {done.stderr[-400:]}")
    return {Path(p["path"]).name: p for p in json.loads(to.read_text(encoding="utf-8"))["pieces"]}


def repair_faults(halfstar, folder, work, pieces):
    """Whether `check --fix` changes anything but the number of spaces, or finds something to repair when it has repaired."""
    copy = work / folder.name
    shutil.copytree(folder, copy)
    done = run(halfstar, "check", "--fix", "-q", copy)
    if done.returncode != 0:
        return [f"check --fix ended with {done.returncode}: {done.stderr[-400:]}"]
    spaces = re.compile(" +")
    faults = [f"{name}: repaired, it is another" for name, piece in tree_of(halfstar, copy, work / "repaired.json").items()
              if spaces.sub(" ", json.dumps(piece)) != spaces.sub(" ", json.dumps(pieces[name]))]
    again = run(halfstar, "check", "--fix", "--dry-run", "-q", copy).stdout
    return faults + ([f"not repaired at once: {again[:400]}"] if again else [])


def folder_faults(halfstar, folder, expected, every):
    """The faults of one folder; `every` is 0 when nothing but reading is looked at."""
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        try:
            pieces = tree_of(halfstar, folder, work / "made.json")
            faults = repair_faults(halfstar, folder, work, pieces)
        except RuntimeError as failure:
            return [f"{folder.name}: {failure}"]
        for name, wanted in expected.items():
            if name not in pieces:
                faults.append(f"{name}: rejected")
                continue
            faults += [f"{name}: {fault}" for fault in fact_faults(wanted, pieces[name]) + flow_faults(wanted, pieces[name])]
        if every:
            faults += output_faults(halfstar, folder, work, pieces.values(), every)
        return [f"{folder.name}/{fault}" for fault in faults]


def check(halfstar, root, expected, every=0):
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda item: folder_faults(halfstar, root / item[0], item[1], every), expected.items())
        return [fault for faults in found for fault in faults]


def self_test(halfstar):
    """Each spoilt file must be found, and the others must not."""
    with tempfile.TemporaryDirectory() as root:
        root = Path(root)
        made = generate(25, 7, root)
        folder, files = next(iter(made.items()))
        name = max(files, key=lambda n: len(files[n]["body"]))
        spoilt = json.loads(json.dumps(made))
        spoilt[folder][name]["body"].pop(len(files[name]["body"]) // 2)
        checks = {"a word too many in the body": any(name in f and ": body" in f for f in check(halfstar, root, spoilt))}
        for fact, value in (("title", "Another"), ("rating", [1, 2]), ("published", "1999-01-01"), ("directors", ["Nobody"])):
            spoilt = json.loads(json.dumps(made))
            spoilt[folder][name][fact] = value
            checks[f"another {fact}"] = any(name in f and f": {fact}:" in f for f in check(halfstar, root, spoilt))
        (root / folder / name).unlink()
        checks["a file that is not read"] = any(f.endswith(f"{name}: rejected") for f in check(halfstar, root, made))
    for what, right in checks.items():
        print(f"{'right' if right else 'WRONG'}: {what}")
    return 0 if all(checks.values()) else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("halfstar")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a new folder for what is made, instead of one that is removed")
    parser.add_argument("--pdf-every", type=int, default=1, metavar="N", help="one PDF of so many is read back, which is slow; 0: nothing but reading")
    wish = parser.parse_args()
    if wish.self_test:
        return self_test(wish.halfstar)
    with tempfile.TemporaryDirectory() as root:
        root = wish.keep or Path(root)
        made = generate(wish.count, wish.seed, root)
        faults = check(wish.halfstar, root, made, wish.pdf_every)
    shapes = Counter(shape for files in made.values() for one in files.values() for shape in one["shapes"])
    print(*faults, "shapes: " + ", ".join(f"{name} {count}" for name, count in shapes.most_common()),
          f"{wish.count} files of seed {wish.seed}, {len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
