"""The closed world of our files: what they may hold at all.

A condition that is about optional content, forms or film does not apply to a file that has none. This check makes sure that it
has none: every reason in the tables for not checking a condition names one of these.
"""
from .content import page_contents
from .fonts import fonts
from .registry import checks, need, spoils
from .structure import structure

CATALOGUE = {"/Type", "/Pages", "/MarkInfo", "/ViewerPreferences", "/PageLayout", "/Lang", "/PageLabels", "/OutputIntents",
             "/Metadata", "/Names", "/Outlines", "/PageMode", "/StructTreeRoot"}
STRUCTURE = set("""Document Part Art Sect H1 H2 H3 H4 H5 H6 P L LI Lbl LBody BlockQuote Quote Note Reference Link Figure Caption
Table TR TH TD Code Span TOC TOCI Index""".split())
PAGE = {"/Type", "/Parent", "/MediaBox", "/Contents", "/StructParents", "/Tabs", "/Resources", "/Annots"}
STREAM_KINDS = {"/Image", "/CIDFontType0C", "/XML", None}


@checks("scope catalogue")
def catalogue(pdf):
    """Optional content, forms, XFA, permissions, requirements, threads, embedded files stand in the catalogue."""
    if other := set(pdf.catalog) - CATALOGUE:
        yield "scope catalogue", f"the catalogue has {sorted(other)}"
    if other := set(pdf.dictionary(pdf.catalog.get("/Names"))) - {"/Dests"}:
        yield "scope catalogue", f"the catalogue names {sorted(other)}"
    if "/Encrypt" in pdf.trailer:
        yield "scope catalogue", "the file is encrypted"


@spoils("scope catalogue")
def optional_content(pdf):
    pdf.catalog["/OCProperties"] = {"/OCGs": [], "/D": {"/Name": "u:all"}}


@spoils("scope catalogue")
def embedded_files(pdf):
    pdf.catalog.setdefault("/Names", {})["/EmbeddedFiles"] = {"/Names": []}


@checks("scope structure")
def structure_types(pdf):
    kinds = {element.dictionary.get("/S", "/").lstrip("/") for element in structure(pdf).elements}
    if other := kinds - STRUCTURE:
        yield "scope structure", f"structure elements of type {sorted(other)}"
    if "/RoleMap" in structure(pdf).root or "/ClassMap" in structure(pdf).root:
        yield "scope structure", "structure types are mapped"


@spoils("scope structure")
def ruby(pdf):
    need(structure(pdf).elements)[-1].dictionary["/S"] = "/Ruby"


@checks("scope annotations")
def links_only(pdf):
    """Film, sound, attachments, widgets and printers' marks are annotations; actions are links' alone."""
    for reference, annotation in pdf.typed("/Annot"):
        if annotation.get("/Subtype") != "/Link" or set(annotation) & {"/AP", "/BS", "/QuadPoints", "/PA"}:
            yield "scope annotations", f"{reference} is an annotation that is no plain link"
    for reference, dictionary in pdf.dictionaries():
        action = pdf.get(dictionary.get("/A"))
        if isinstance(action, dict) and "/S" in action and (action["/S"] != "/URI" or action.get("/IsMap")):
            yield "scope annotations", f"{reference} has an action {action['/S']}"


@spoils("scope annotations")
def film(pdf):
    need(list(pdf.typed("/Annot")))[0][1]["/Subtype"] = "/Movie"


@spoils("scope annotations")
def script(pdf):
    need(list(pdf.typed("/Annot")))[0][1]["/A"] = {"/S": "/JavaScript", "/JS": "u:app.beep()"}


@checks("scope resources")
def resources(pdf):
    """Form objects, graphics states, patterns, shadings and colour spaces would be resources."""
    for reference, page in pdf.pages():
        found = pdf.dictionary(page.get("/Resources"))
        if other := (set(found) - {"/Font", "/XObject"}) | (set(page) - PAGE):
            yield "scope resources", f"page {reference} has {sorted(other)}"
    for reference, stream in pdf.streams():
        if stream.get("/Subtype") not in STREAM_KINDS:
            yield "scope resources", f"stream {reference} is of kind {stream['/Subtype']}"
        if isinstance(pdf.get(stream.get("/ColorSpace")), list):
            yield "scope resources", f"stream {reference} has a colour space of its own"
    for reference, _, content in page_contents(pdf):
        if used := content.used & {"gs", "cs", "CS", "scn", "SCN", "sc", "SC", "sh", "ri", "BI"}:
            yield "scope resources", f"page {reference} uses {sorted(used)}"


@spoils("scope resources")
def form_object(pdf):
    need([s for _, s in pdf.streams() if s.get("/Subtype") == "/Image"])[0]["/Subtype"] = "/Form"


@spoils("scope resources")
def graphics_state(pdf):
    next(pdf.pages())[1]["/Resources"]["/ExtGState"] = {}


@checks("scope fonts")
def font_kinds(pdf):
    """Type 1 and simple TrueType fonts, sets of characters or CIDs, foreign character maps."""
    for font in fonts(pdf):
        if font.subtype not in ("/Type0", "/Type3"):
            yield "scope fonts", f"{font.name} is of kind {font.subtype}"
        if {"/CharSet", "/CIDSet"} & set(font.descriptor):
            yield "scope fonts", f"{font.name} lists its glyphs"


@spoils("scope fonts")
def simple_font(pdf):
    need(fonts(pdf))[0].dictionary["/Subtype"] = "/TrueType"


@spoils("scope fonts")
def set_of_glyphs(pdf):
    need([font for font in fonts(pdf) if font.descriptor])[0].descriptor["/CIDSet"] = "1 0 R"
