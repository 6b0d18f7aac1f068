"""Checkpoint 28 and ISO 19005-2, 6.3 and 6.5: annotations, of which links are the only kind, and actions."""
from .pdf_file import text_of
from .registry import checks, need, spoils
from .structure import structure

PRINTED, FORBIDDEN_FLAGS = 4, 1 | 2 | 32 | 256  # invisible, hidden, no view, toggle no view
ACTIONS = {"/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"}
#: ISO 32000-1, table 169.
KINDS = set("""Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup
FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact""".split())


def annotations(pdf):
    """(page reference, page, annotation's reference, annotation)"""
    for page_reference, page in pdf.pages():
        for reference in pdf.array(page.get("/Annots")):
            yield page_reference, page, reference, pdf.dictionary(reference)


def one_link(pdf):
    return need([a for *_, a in annotations(pdf) if a.get("/Subtype") == "/Link"])[0]


@checks("28-002", "28-006", "28-007", "28-010", "28-011", "28-017")
def kinds(pdf):
    owners = {reference: e for e in structure(pdf).elements for reference in e.objects}
    for _, _, reference, annotation in annotations(pdf):
        kind, owner = (annotation.get("/Subtype") or "/").lstrip("/"), owners.get(reference)
        wanted = {"Link": "Link", "Widget": "Form"}.get(kind, "Annot")
        condition = {"Link": "28-011", "Widget": "28-010"}.get(kind, "28-002")
        if kind not in KINDS:
            yield "28-006", f"annotation {reference} is of an unknown kind"
        elif kind == "TrapNet":
            yield "28-007", f"annotation {reference} is a trap network"
        elif kind == "PrinterMark":
            if owner:
                yield "28-017", f"annotation {reference} is a printer's mark in the structure"
        elif owner is None or not any(e.kind == wanted for e in (owner.chain() if kind in ("Link", "Widget") else [owner])):
            yield condition, f"annotation {reference} stands in {owner}, not in a {wanted}"


def retyped(kind):
    def spoil(pdf):
        one_link(pdf)["/Subtype"] = "/" + kind
    return spoil


for condition, kind in [("28-002", "Square"), ("28-006", "Doodle"), ("28-007", "TrapNet"), ("28-010", "Widget"), ("28-017", "PrinterMark")]:
    spoils(condition)(retyped(kind))


@spoils("28-011")
def link_in_span(pdf):
    need([e for e in structure(pdf).elements if e.kind == "Link"])[0].dictionary["/S"] = "/Span"


@spoils("28-011")
def loose_link(pdf):
    element = need([e for e in structure(pdf).elements if e.objects])[0]
    element.dictionary["/K"] = [k for k in pdf.array(element.dictionary["/K"]) if not (isinstance(k, dict) and k.get("/Type") == "/OBJR")]


@checks("28-004", "28-012")
def descriptions(pdf):
    owners = {reference: e for e in structure(pdf).elements for reference in e.objects}
    for _, _, reference, annotation in annotations(pdf):
        if text_of(annotation.get("/Contents")):
            continue
        if annotation.get("/Subtype") == "/Link":
            yield "28-012", f"link {reference} is not described"
        if reference not in owners or not text_of(owners[reference].dictionary.get("/Alt")):
            yield "28-004", f"annotation {reference} is not described"


@spoils("28-004")
def undescribed(pdf):
    one_link(pdf).pop("/Contents", None)


@spoils("28-012")
def emptily_described(pdf):
    one_link(pdf)["/Contents"] = "u:"


@checks("28-008", "28-009")
def tab_order(pdf):
    for reference, page in pdf.pages():
        if pdf.array(page.get("/Annots")):
            if "/Tabs" not in page:
                yield "28-008", f"page {reference} has annotations and no order of them"
            elif page["/Tabs"] != "/S":
                yield "28-009", f"page {reference} has its annotations in another order than the structure's"


def page_with_links(pdf):
    return need([page for _, page, _, _ in annotations(pdf)])[0]


@spoils("28-008")
def no_tab_order(pdf):
    page_with_links(pdf).pop("/Tabs", None)


@spoils("28-009")
def tabs_by_rows(pdf):
    page_with_links(pdf)["/Tabs"] = "/R"


@checks("A 6.3.1", "A 6.3.2", "A 6.3.3")
def archived(pdf):
    for _, _, reference, annotation in annotations(pdf):
        kind, flags = annotation.get("/Subtype"), annotation.get("/F")
        if (kind or "/").lstrip("/") not in KINDS - {"3D", "Sound", "Screen", "Movie"}:
            yield "A 6.3.1", f"annotation {reference} is of kind {kind}"
        if not isinstance(flags, int) or not flags & PRINTED or flags & FORBIDDEN_FLAGS:
            yield "A 6.3.2", f"annotation {reference} has the flags {flags}"
        if kind not in ("/Link", "/Popup") and "/AP" not in annotation:
            yield "A 6.3.3", f"annotation {reference} has no appearance of its own"


@spoils("A 6.3.1")
def film(pdf):
    one_link(pdf)["/Subtype"] = "/Movie"


@spoils("A 6.3.2")
def not_printed(pdf):
    one_link(pdf)["/F"] = 0


@spoils("A 6.3.2")
def hidden(pdf):
    one_link(pdf)["/F"] = 6


@spoils("A 6.3.3")
def shapeless(pdf):
    one_link(pdf)["/Subtype"] = "/Square"


@checks("A 6.5.1", "A 6.5.2")
def actions(pdf):
    for reference, dictionary in pdf.dictionaries():
        for key in ("/A", "/OpenAction"):
            action = pdf.get(dictionary.get(key))
            if isinstance(action, dict) and "/S" in action and action["/S"] not in ACTIONS:
                yield "A 6.5.1", f"{reference}: an action {action['/S']}"
        if "/AA" in dictionary:
            yield "A 6.5.2", f"{reference}: actions that events trigger"


@spoils("A 6.5.1")
def script(pdf):
    pdf.catalog["/OpenAction"] = {"/S": "/JavaScript", "/JS": "u:app.beep()"}


@spoils("A 6.5.1")
def launched(pdf):
    one_link(pdf)["/A"] = {"/S": "/Launch", "/F": "u:a.exe"}


@spoils("A 6.5.2")
def triggered(pdf):
    next(pdf.pages())[1]["/AA"] = {"/O": {"/S": "/Named", "/N": "/NextPage"}}
