"""Checkpoints 06 and 07 and ISO 19005-2, 6.1.5 and 6.6: what the file says of itself, once and the same."""
import re
import xml.etree.ElementTree as tree

from .pdf_file import text_of
from .registry import checks, need, spoils

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/", "pdf": "http://ns.adobe.com/pdf/1.3/", "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/", "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}
#: Schemas that PDF/A knows (ISO 19005-2, 6.6.2.3.1); any other must be described in the file.
KNOWN = {SPACES[prefix] for prefix in ("rdf", "dc", "xmp", "pdf", "xmpMM", "pdfaid", "pdfaExtension")}
#: Info's keys and their properties; dates are written in two ways.
PAIRS = {"/Title": "dc:title", "/Author": "dc:creator", "/Subject": "dc:description", "/Keywords": "pdf:Keywords",
         "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer", "/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}


def packet(pdf):
    reference = pdf.catalog.get("/Metadata")
    return pdf.data(reference) if pdf.is_stream(reference) else None


def root_of(pdf):
    try:
        return tree.fromstring((packet(pdf) or b"").decode())
    except (tree.ParseError, UnicodeDecodeError):
        return None


def property_of(pdf, name):
    """A property's text: of its one value, or of those in its container, joined."""
    root = root_of(pdf)
    prefix, key = name.split(":")
    found = None if root is None else root.find(f".//{{{SPACES[prefix]}}}{key}")
    if found is None:
        return None
    values = [item.text or "" for item in found.iter(f"{{{SPACES['rdf']}}}li")]
    return ", ".join(values) if values else found.text or ""


def change_packet(pdf, pattern, replacement):
    reference, data = pdf.catalog["/Metadata"], packet(pdf)
    pdf.set_data(reference, need(re.sub(pattern, replacement, data, count=1) != data) and re.sub(pattern, replacement, data, count=1))


@checks("06-001", "06-002", "06-003")
def metadata(pdf):
    if packet(pdf) is None:
        yield "06-001", "there are no metadata"
        return
    if property_of(pdf, "pdfuaid:part") != "1":
        yield "06-002", "the metadata do not claim PDF/UA-1"
    if not property_of(pdf, "dc:title"):
        yield "06-003", "the metadata have no title"


@spoils("06-001")
def none_at_all(pdf):
    del pdf.catalog["/Metadata"]


spoils("06-002")(lambda pdf: change_packet(pdf, rb"<pdfuaid:part>.*?</pdfuaid:part>", b""))
spoils("06-003")(lambda pdf: change_packet(pdf, rb"(?s)<dc:title>.*?</dc:title>", b""))


@checks("07-001", "07-002")
def title_shown(pdf):
    preferences = pdf.dictionary(pdf.catalog.get("/ViewerPreferences"))
    if "/DisplayDocTitle" not in preferences:
        yield "07-001", "readers are not told to show the title"
    elif preferences["/DisplayDocTitle"] is not True:
        yield "07-002", "readers are told not to show the title"


@spoils("07-001")
def title_not_told(pdf):
    del pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"]


@spoils("07-002")
def title_hidden(pdf):
    pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"] = False


def as_xmp(date):
    found = re.fullmatch(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z", date or "")
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else None


@checks("A 6.1.5")
def information(pdf):
    """Stricter than the clause, which no longer asks for it: readers that know one of the two must not be misled."""
    info = pdf.dictionary(pdf.trailer.get("/Info"))
    for key, name in PAIRS.items():
        said = text_of(info.get(key))
        said = as_xmp(said) if key.endswith("Date") else said
        if said != property_of(pdf, name):
            yield "A 6.1.5", f"{key} is '{said}', {name} '{property_of(pdf, name)}'"


@spoils("A 6.1.5")
def other_title(pdf):
    pdf.dictionary(pdf.trailer["/Info"])["/Title"] = "u:Another"


@spoils("A 6.1.5")
def other_date(pdf):
    pdf.dictionary(pdf.trailer["/Info"])["/ModDate"] = "u:D:20010101000000Z"


@checks("A 6.6.2.1")
def one_packet(pdf):
    data = packet(pdf) or b""
    head = re.match(rb"<\?xpacket begin=\"[^\"]*\" id=\"W5M0MpCehiHzreSzNTczkc9d\"([^?]*)\?>", data)
    if root_of(pdf) is None or not head or b"bytes=" in head[1] or b"encoding=" in head[1]:
        yield "A 6.6.2.1", "the metadata are no well-formed packet of UTF-8"
    stream = pdf.dictionary(pdf.catalog.get("/Metadata"))
    if "/Filter" in stream or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        yield "A 6.6.2.1", "the metadata's stream is not plain XML"


spoils("A 6.6.2.1")(lambda pdf: change_packet(pdf, rb"</rdf:RDF>", b""))
spoils("A 6.6.2.1")(lambda pdf: change_packet(pdf, rb"W5M0MpCehiHzreSzNTczkc9d\"", b"W5M0MpCehiHzreSzNTczkc9d\" bytes=\"100\""))


@checks("A 6.6.2.3")
def schemas_described(pdf):
    root = root_of(pdf)
    described = set() if root is None else {e.text for e in root.iter(f"{{{SPACES['pdfaSchema']}}}namespaceURI")}
    for element in [] if root is None else [p for d in root.iter(f"{{{SPACES['rdf']}}}Description") for p in d]:
        space = element.tag[1:].split("}")[0]
        if space not in KNOWN | described:
            yield "A 6.6.2.3", f"the schema of {element.tag} is not described"


spoils("A 6.6.2.3")(lambda pdf: change_packet(pdf, rb"http://www.aiim.org/pdfua/ns/id/</pdfaSchema", b"http://other.example/</pdfaSchema"))


@checks("A 6.6.4")
def claim(pdf):
    if property_of(pdf, "pdfaid:part") != "2" or property_of(pdf, "pdfaid:conformance") not in ("A", "U", "B"):
        yield "A 6.6.4", "the metadata do not claim a level of PDF/A-2"
    if packet(pdf) is not None and b'xmlns:pdfaid="' not in packet(pdf):
        yield "A 6.6.4", "the claim's prefix is not pdfaid"


spoils("A 6.6.4")(lambda pdf: change_packet(pdf, rb"<pdfaid:part>2", b"<pdfaid:part>1"))
spoils("A 6.6.4")(lambda pdf: change_packet(pdf, rb"<pdfaid:conformance>.", b"<pdfaid:conformance>C"))
