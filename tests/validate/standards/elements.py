"""Checkpoints 09, 13, 14, 15 and 19: what structure elements may hold, and what they must say."""
import re

from .pdf_file import text_of
from .registry import NothingToSpoil, checks, need, spoils
from .structure import structure

#: ISO 32000-1, tables 333, 336 and 337: what may stand directly in what. Other elements may hold anything but these.
KIDS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
}
PARENTS = {
    "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"}, "TD": {"TR"},
    "LI": {"L"}, "LBody": {"LI"},
    "TOCI": {"TOC"},
}
CONDITION = {**dict.fromkeys(("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"), "09-004"),
             **dict.fromkeys(("L", "LI", "LBody"), "09-005"), **dict.fromkeys(("TOC", "TOCI"), "09-006")}


@checks("09-004", "09-005", "09-006")
def syntax(pdf):
    for element in structure(pdf).elements:
        kind = element.kind
        for kid in element.kids:
            if kind in KIDS and kid.kind not in KIDS[kind]:
                yield CONDITION[kind], f"{element} holds {kid}"
        if kind in KIDS and element.marks:
            yield CONDITION[kind], f"{element} holds content itself"
        if kind in PARENTS and (element.parent is None or element.parent.kind not in PARENTS[kind]):
            yield CONDITION[kind], f"{element} stands in {element.parent}"
    for table in (e for e in structure(pdf).elements if e.kind == "Table"):
        if not any(e.kind == "TR" for e in structure(pdf).elements if table in e.chain()):
            yield "09-004", f"{table} has no row"


def first(pdf, *kinds):
    """The first element of one of the kinds."""
    return need([e for e in structure(pdf).elements if e.kind in kinds])[0]


def retype(kind, other):
    def spoil(pdf):
        first(pdf, kind).dictionary["/S"] = "/" + other
    return spoil


for condition, kind, other in [("09-004", "TR", "P"), ("09-004", "TD", "Span"), ("09-004", "Table", "Sect"), ("09-005", "LI", "P"),
                               ("09-005", "LBody", "P"), ("09-005", "L", "Sect"), ("09-006", "TOCI", "P"), ("09-006", "TOC", "Sect")]:
    spoils(condition)(retype(kind, other))


@checks("13-004")
def figures_described(pdf):
    for element in structure(pdf).elements:
        if element.kind == "Figure" and not (text_of(element.dictionary.get("/Alt")) or text_of(element.dictionary.get("/ActualText"))):
            yield "13-004", f"{element} has no alternative text"


@spoils("13-004")
def undescribed(pdf):
    need(first(pdf, "Figure").dictionary.pop("/Alt", None))


@spoils("13-004")
def empty_description(pdf):
    first(pdf, "Figure").dictionary["/Alt"] = "u:"


def levels(pdf):
    return [(e, int(e.kind[1:])) for e in structure(pdf).elements if re.fullmatch(r"H\d+", e.kind)]


@checks("14-002", "14-003")
def heading_levels(pdf):
    before = None
    for element, level in levels(pdf):
        if before is None and level != 1:
            yield "14-002", f"the first heading is {element}"
        if before is not None and level > before + 1:
            yield "14-003", f"{element} follows a heading of level {before}"
        before = level


@spoils("14-002")
def first_heading_second(pdf):
    need(levels(pdf))[0][0].dictionary["/S"] = "/H2"


@spoils("14-003")
def skipped_level(pdf):
    found = levels(pdf)
    if len(found) < 2:
        raise NothingToSpoil
    found[1][0].dictionary["/S"] = f"/H{found[0][1] + 2}"


@checks("14-006", "14-007")
def unnumbered_headings(pdf):
    elements = structure(pdf).elements
    for element in elements:
        if sum(kid.kind == "H" for kid in element.kids) > 1:
            yield "14-006", f"{element} has several headings without a level"
    if any(e.kind == "H" for e in elements) and levels(pdf):
        yield "14-007", "headings with a level and without"


@spoils("14-006")
def two_headings(pdf):
    parent = need([e for e in structure(pdf).elements if len(e.kids) > 1])[0]
    for kid in parent.kids[:2]:
        kid.dictionary["/S"] = "/H"


@spoils("14-007")
def mixed_headings(pdf):
    need(len(levels(pdf)) > 1)
    levels(pdf)[1][0].dictionary["/S"] = "/H"


@checks("15-003")
def header_scope(pdf):
    tree = structure(pdf)
    for element in tree.elements:
        if element.kind == "TH" and tree.attributes(element, "/Table").get("/Scope") not in ("/Row", "/Column", "/Both"):
            yield "15-003", f"{element} does not say what it heads"


@spoils("15-003")
def no_scope(pdf):
    need(first(pdf, "TH").dictionary.pop("/A", None))


@checks("17-002")
def formulas_described(pdf):
    for element in structure(pdf).elements:
        if element.kind == "Formula" and not text_of(element.dictionary.get("/Alt")):
            yield "17-002", f"{element} has no alternative text"


@spoils("17-002")
def formula(pdf):
    first(pdf, "P").dictionary["/S"] = "/Formula"


@checks("19-003", "19-004")
def note_ids(pdf):
    seen = set()
    for element in structure(pdf).elements:
        if element.kind != "Note":
            continue
        identifier = element.dictionary.get("/ID")
        if not text_of(identifier):
            yield "19-003", f"{element} has no ID"
        elif identifier in seen:
            yield "19-004", f"{element} has another note's ID"
        seen.add(identifier)


@spoils("19-003")
def note_without_id(pdf):
    need(first(pdf, "Note").dictionary.pop("/ID", None))


@spoils("19-004")
def same_id(pdf):
    notes = [e for e in structure(pdf).elements if e.kind == "Note"]
    need(len(notes) > 1)
    notes[1].dictionary["/ID"] = notes[0].dictionary["/ID"]
