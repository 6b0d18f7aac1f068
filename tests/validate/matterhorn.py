#!/usr/bin/env python3
"""Whether PDFs keep PDF/UA-1, by the Matterhorn Protocol 1.1, and PDF/A-2a, clause by clause (ISO 19005-2).

    matterhorn.py FILE.pdf...               what is wrong in them; exit 1 if anything is
    matterhorn.py --list                    every condition and clause, in three groups: covered, not applicable, human
    matterhorn.py --self-test FILE.pdf...   spoils good files in every way that is covered and sees each one found
    matterhorn.py --docs FILE.md            whether the page's table says what --list says
"""
import argparse
import copy
import sys
import tempfile
from pathlib import Path

from standards import annotations, elements, file_bytes, graphics, metadata, scope, tagged_content, text  # noqa: F401
from standards.pdf_file import Pdf
from standards.registry import SPOILS, NothingToSpoil, checked, complaints
from standards.tables import CLAUSES, CONDITIONS, COVERED, HUMAN, NOT_APPLICABLE

#: The protocol's tables, counted: 135 tests and two headings without one.
CONDITION_COUNT = 137


def listing():
    """The tables as lines of Markdown."""
    for title, matter, rows in (("Matterhorn Protocol 1.1 (PDF/UA-1)", "what is wrong", CONDITIONS),
                                ("ISO 19005-2 (PDF/A-2)", "about", CLAUSES)):
        counts = ", ".join(f"{sum(row.group == g for row in rows)} {g}" for g in (COVERED, NOT_APPLICABLE, HUMAN))
        yield from (f"### {title}", "", f"{len(rows)} rows: {counts}.", "", f"| | {matter} | group |", "|---|---|---|")
        for row in rows:
            reason = f": {row.reason}" if row.reason else ""
            yield f"| {row.number.removeprefix('A ')} | {row.subject} | {row.group}{reason} |"
        yield ""


def table_faults():
    """Where tables, checks and spoils do not agree."""
    rows = CONDITIONS + CLAUSES
    covered = {row.number for row in rows if row.group == COVERED}
    spoilt = {condition for condition, *_ in SPOILS}
    scopes = {condition for condition in checked() if condition.startswith("scope ")}
    if len({row.number for row in CONDITIONS}) != CONDITION_COUNT:
        yield f"the table has {len(CONDITIONS)} conditions, not {CONDITION_COUNT}"
    for number in sorted((covered | scopes) ^ checked()):
        yield f"{number} is either covered and not checked, or checked and not covered"
    for number in sorted((covered | scopes) - spoilt):
        yield f"{number} is never spoilt"
    for row in rows:
        if "(scope " in row.reason and row.reason.rsplit("(", 1)[1].split(")")[0] not in scopes:
            yield f"{row.number}: its reason names no check"


def spoilt_file(pdf, spoil, of_bytes, path):
    """The file after the spoil, written and read again; None where it could not be read."""
    if of_bytes:
        changed = spoil(pdf.bytes)
        if changed == pdf.bytes:
            raise NothingToSpoil
        path.write_bytes(changed)
    else:
        spoilt = Pdf.__new__(Pdf)
        spoilt.__dict__.update(path=pdf.path, bytes=pdf.bytes, head=pdf.head, _decoded={},
                               trailer=copy.deepcopy(pdf.trailer), objects=copy.deepcopy(pdf.objects))
        spoil(spoilt)
        spoilt.write(path)
    return Pdf(path)


def is_found(files, condition, spoil, of_bytes, path):
    """Whether the spoil is seen in the first file that it can be done to; None where there is no such file."""
    for pdf in files:
        try:
            spoilt = spoilt_file(pdf, spoil, of_bytes, path)
        except NothingToSpoil:
            continue
        return any(found == condition for found, _ in complaints(spoilt, condition))
    return None


def self_test(paths):
    faults = list(table_faults())
    files = sorted((Pdf(path) for path in paths), key=lambda pdf: len(pdf.bytes))
    for pdf in files:
        faults += [f"{pdf.path} is not good: {condition} {said}" for condition, said in complaints(pdf)]
    with tempfile.TemporaryDirectory() as folder:
        for condition, spoil, of_bytes in SPOILS:
            seen = is_found(files, condition, spoil, of_bytes, Path(folder) / "spoilt.pdf")
            name = f"{condition} ({spoil.__name__})"
            print(f"{'caught' if seen else 'NOT CAUGHT'}: {name}")
            if not seen:
                faults.append(f"{name}: " + ("no file can be spoilt so" if seen is None else "was not found"))
    for fault in faults:
        print(fault)
    print(f"{len(SPOILS)} spoilt files, {len(files)} good ones, {len(faults)} faults")
    return 1 if faults or not files else 0


def check(paths):
    count = 0
    for path in paths:
        for condition, complaint in complaints(Pdf(path)):
            print(f"{path}: {condition}: {complaint}")
            count += 1
    print(f"{len(paths)} PDFs checked against {len(checked())} conditions, {count} complaints")
    return 1 if count or not paths else 0


def compare_docs(path):
    """The page ends with the tables, to the letter."""
    page, tables = Path(path).read_text(encoding="utf-8"), "\n".join(listing()).strip()
    if page.rstrip().endswith("\n" + tables):
        return 0
    lines = page.splitlines()
    print(f"{path} does not end with the tables of --list; it lacks:", *(line for line in tables.splitlines() if line not in lines), sep="\n")
    return 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--docs", type=Path)
    asked = parser.parse_args()
    if asked.list:
        print("\n".join(listing()))
        return 0
    if asked.docs:
        return compare_docs(asked.docs)
    return self_test(asked.files) if asked.self_test else check(asked.files)


if __name__ == "__main__":
    sys.exit(main())
