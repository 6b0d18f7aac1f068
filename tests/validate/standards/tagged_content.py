"""Checkpoints 01, 02 and 11: everything on a page is tagged or an artifact, structure types are standard, languages are known."""
import re

from .content import page_contents
from .pdf_file import text_of
from .registry import checks, need, spoils
from .structure import mapped, structure

#: ISO 32000-1, 14.8.4: the standard structure types.
STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula
Form""".split())


@checks("01-003", "01-004")
def artifacts_apart(pdf):
    for reference, _, content in page_contents(pdf):
        for marks in content.marks_seen:
            tagged = [isinstance(properties, dict) and "/MCID" in properties for _, properties in marks]
            artifact = [tag == "/Artifact" for tag, _ in marks]
            if artifact[-1] and any(tagged[:-1]):
                yield "01-003", f"page {reference}: an artifact inside tagged content"
            if tagged[-1] and any(artifact[:-1]):
                yield "01-004", f"page {reference}: tagged content inside an artifact"


@checks("01-005")
def all_marked(pdf):
    for reference, _, content in page_contents(pdf):
        for shown in content.shown:
            if not shown.is_artifact and shown.mcid is None:
                yield "01-005", f"page {reference}: {shown.operator} is neither tagged nor an artifact"


def change_content(pdf, pattern, replacement):
    """Changes the first page whose content has the pattern."""
    for _, page in pdf.pages():
        data = pdf.contents(page)
        changed = re.sub(pattern, replacement, data, count=1)
        if changed != data:
            pdf.set_data(page["/Contents"], changed)
            return
    need(None)


@spoils("01-003")
def artifact_in_tag(pdf):
    change_content(pdf, rb"(/MCID \d+[^\n]*>> ?BDC\n)", rb"\1/Artifact BMC EMC\n")


@spoils("01-004")
def tag_in_artifact(pdf):
    change_content(pdf, rb"(/Artifact <<[^\n]*BDC\n)", rb"\1/Span <</MCID 0>> BDC EMC\n")


@spoils("01-005")
def unmarked_path(pdf):
    change_content(pdf, rb"\A", b"0 0 1 1 re f\n")


@spoils("01-005")
def unmarked_text(pdf):
    change_content(pdf, rb"/P <</MCID \d+>> BDC", b"/P BMC")


@checks("01-007")
def suspects(pdf):
    if pdf.dictionary(pdf.catalog.get("/MarkInfo")).get("/Suspects") is True:
        yield "01-007", "/Suspects is true"


@spoils("01-007")
def suspect(pdf):
    pdf.catalog["/MarkInfo"]["/Suspects"] = True


@checks("02-001", "02-003", "02-004")
def role_mapping(pdf):
    tree = structure(pdf)
    for kind in {element.dictionary.get("/S") for element in tree.elements} | set(tree.roles):
        end = mapped(tree.roles, kind)
        if end is None:
            yield "02-003", f"{kind} is mapped in a circle"
        elif end.lstrip("/") not in STANDARD:
            yield "02-001", f"{kind} leads to no standard type"
        if kind in tree.roles and kind.lstrip("/") in STANDARD:
            yield "02-004", f"the standard type {kind} is mapped to another"


@spoils("02-001")
def own_type(pdf):
    need(structure(pdf).elements)[-1].dictionary["/S"] = "/Stanza"


@spoils("02-003")
def circle(pdf):
    structure(pdf).root["/RoleMap"] = {"/Stanza": "/Verse", "/Verse": "/Stanza"}


@spoils("02-004")
def remapped(pdf):
    structure(pdf).root["/RoleMap"] = {"/P": "/Span"}


def language_of(pdf, element):
    """The language that holds in an element."""
    for one in element.chain():
        if text_of(one.dictionary.get("/Lang")):
            return text_of(one.dictionary["/Lang"])
    return text_of(pdf.catalog.get("/Lang"))


def outline_entries(pdf):
    waiting, seen = [pdf.dictionary(pdf.catalog.get("/Outlines")).get("/First")], set()
    while waiting:
        reference = waiting.pop()
        if reference is None or reference in seen:
            continue
        seen.add(reference)
        yield pdf.dictionary(reference)
        waiting += [pdf.dictionary(reference).get("/First"), pdf.dictionary(reference).get("/Next")]


@checks("11-001", "11-002", "11-003", "11-004", "11-006")
def languages(pdf):
    for element in structure(pdf).elements:
        if language_of(pdf, element):
            continue
        if element.marks:
            yield "11-001", f"{element}: its text is in no known language"
        for key in ("/Alt", "/ActualText", "/E"):
            if key in element.dictionary:
                yield "11-002", f"{element}: {key} is in no known language"
    if not text_of(pdf.catalog.get("/Lang")):
        if any(text_of(entry.get("/Title")) for entry in outline_entries(pdf)):
            yield "11-003", "the outline is in no known language"
        if any("/Contents" in annotation for _, annotation in pdf.typed("/Annot")):
            yield "11-004", "annotations are described in no known language"
        yield "11-006", "the metadata are in no known language"


def forget_language(pdf):
    pdf.catalog.pop("/Lang", None)
    for element in structure(pdf).elements:
        element.dictionary.pop("/Lang", None)


@spoils("11-001")
def text_without_language(pdf):
    need(any(element.marks for element in structure(pdf).elements))
    forget_language(pdf)


@spoils("11-002")
def description_without_language(pdf):
    need(any("/Alt" in element.dictionary for element in structure(pdf).elements))
    forget_language(pdf)


@spoils("11-003")
def outline_without_language(pdf):
    need(list(outline_entries(pdf)))
    forget_language(pdf)


@spoils("11-004")
def links_without_language(pdf):
    need(list(pdf.typed("/Annot")))
    forget_language(pdf)


@spoils("11-006")
def metadata_without_language(pdf):
    forget_language(pdf)


@checks("A 6.7.4")
def language_tags(pdf):
    places = [("the catalogue", pdf.catalog)] + [(str(e), e.dictionary) for e in structure(pdf).elements]
    for place, dictionary in places:
        tag = text_of(dictionary.get("/Lang"))
        if tag is not None and not re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", tag):
            yield "A 6.7.4", f"{place}: '{tag}' is no language tag"


@spoils("A 6.7.4")
def no_tag(pdf):
    pdf.catalog["/Lang"] = "u:British English"


@checks("A 6.7.2.2")
def marked(pdf):
    if pdf.dictionary(pdf.catalog.get("/MarkInfo")).get("/Marked") is not True:
        yield "A 6.7.2.2", "the file does not say that it is tagged"


@spoils("A 6.7.2.2")
def not_marked(pdf):
    pdf.catalog["/MarkInfo"] = {"/Marked": False}


@checks("A 6.7.3")
def one_tree(pdf):
    """Every mark on a page belongs to one element, and the parent tree leads back to it; of links likewise."""
    tree = structure(pdf)
    if not tree.elements:
        yield "A 6.7.3", "there is no structure"
    owners = {}
    for element in tree.elements:
        for mark in element.marks:
            if mark in owners:
                yield "A 6.7.3", f"{element}: mark {mark} has another element"
            owners[mark] = element.reference
    parents = tree.parents()
    for reference, page, content in page_contents(pdf):
        back = pdf.array(parents.get(page.get("/StructParents")))
        ids = [shown.mcid for shown in content.shown if shown.mcid is not None]
        opened = [p["/MCID"] for marks in content.marks_seen for p in [marks[-1][1]] if isinstance(p, dict) and "/MCID" in p]
        if len(opened) != len(set(opened)) or content.unbalanced:
            yield "A 6.7.3", f"page {reference}: a mark is opened twice or never closed"
        for mcid in set(ids):
            owner = owners.get((reference, mcid))
            if owner is None:
                yield "A 6.7.3", f"page {reference}: mark {mcid} belongs to no element"
            elif mcid >= len(back) or back[mcid] != owner:
                yield "A 6.7.3", f"page {reference}: the parent tree leads mark {mcid} elsewhere than to {owner}"
    for element in tree.elements:
        for annotation in element.objects:
            if parents.get(pdf.dictionary(annotation).get("/StructParent")) != element.reference:
                yield "A 6.7.3", f"{element}: the parent tree does not lead annotation {annotation} to it"


@spoils("A 6.7.3")
def orphaned_mark(pdf):
    element = need([e for e in structure(pdf).elements if e.marks])[0]
    del element.dictionary["/K"]


@spoils("A 6.7.3")
def parents_exchanged(pdf):
    numbers = need(pdf.array(pdf.dictionary(structure(pdf).root["/ParentTree"]).get("/Nums")))
    entries = need(len(numbers) > 1 and pdf.array(numbers[1]))
    entries[0] = "1 0 R"


@spoils("A 6.7.3")
def untagged_altogether(pdf):
    del pdf.catalog["/StructTreeRoot"]
