"""Checkpoints 10 and 31 and ISO 19005-2, 6.2.11: fonts are embedded and whole, and every code has its text."""
import re
import unicodedata

from .cmaps import PREDEFINED
from .fonts import fonts
from .pdf_file import is_name, text_of
from .registry import checks, need, spoils

FONT_KINDS = {"/Type0", "/Type1", "/MMType1", "/Type3", "/TrueType"}
WIDTH_TOLERANCE = 1  # thousandths of an em (ISO 14289-1, 7.21.5)
DESCRIBED = ("/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/StemV")


def composite(pdf):
    return [font for font in fonts(pdf) if font.subtype == "/Type0"]


@checks("10-001", "31-027", "31-028", "31-029", "A 6.2.11.7.2")
def every_code_has_text(pdf):
    for font in fonts(pdf):
        if not pdf.is_stream(font.dictionary.get("/ToUnicode")):
            yield "31-027", f"{font.name} has no way back to text"
        for code in sorted(font.used):
            if not font.texts.get(code):
                yield "10-001", f"{font.name}: code {code} has no text"
                yield "A 6.2.11.7.2", f"{font.name}: code {code} has no text"
        for code, text in font.texts.items():
            if "\0" in text:
                yield "31-028", f"{font.name}: code {code} is U+0000"
            if "\ufeff" in text or "\ufffe" in text:
                yield "31-029", f"{font.name}: code {code} is U+FEFF or U+FFFE"


def change_map(pdf, key, pattern, replacement):
    """Changes the map under `key` of the first font whose map has the pattern."""
    for font in composite(pdf):
        reference = font.dictionary.get(key)
        if font.used and pdf.is_stream(reference):
            changed = re.sub(pattern, replacement, pdf.data(reference), count=1)
            if changed != pdf.data(reference):
                pdf.set_data(reference, changed)
                return font
    return need(None)


for condition in ("10-001", "A 6.2.11.7.2"):
    spoils(condition)(lambda pdf: change_map(pdf, "/ToUnicode", rb"\d+ beginbfchar\n(.*\n)*?endbfchar\n", b""))
spoils("31-028")(lambda pdf: change_map(pdf, "/ToUnicode", rb"(<[0-9A-F]+> )<[0-9A-F]+>\nendbfchar", rb"\1<0000>\nendbfchar"))
spoils("31-029")(lambda pdf: change_map(pdf, "/ToUnicode", rb"(<[0-9A-F]+> )<[0-9A-F]+>\nendbfchar", rb"\1<FEFF>\nendbfchar"))


@spoils("31-027")
def textless(pdf):
    need(fonts(pdf))[0].dictionary.pop("/ToUnicode")


@checks("A 6.2.11.7.3")
def private_use_replaced(pdf):
    """A character of a private use area means something only where ActualText says what."""
    for font in fonts(pdf):
        private = {code for code, text in font.texts.items() if any(unicodedata.category(c) == "Co" for c in text)}
        for string, shown in font.shown:
            said = any(isinstance(p, dict) and "/ActualText" in p for _, p in shown.marks)
            if not said and not shown.is_artifact and private.intersection(font.codes(string)):
                yield "A 6.2.11.7.3", f"{font.name}: private use without ActualText"


@spoils("A 6.2.11.7.3")
def private_use(pdf):
    """The commonest letter has the first code, which every text uses."""
    for font in composite(pdf):
        for string, shown in font.shown:
            if string and not shown.is_artifact and not any("/ActualText" in p for _, p in shown.marks):
                length, code = next(iter(font.codes(string)))
                reference, entry = font.dictionary["/ToUnicode"], b"\n<%0*X> <" % (2 * length, code)
                pdf.set_data(reference, re.sub(re.escape(entry) + rb"\w+>", entry + b"E001>", pdf.data(reference)))
                return
    need(None)


@checks("31-001", "31-002", "31-003", "A 6.2.11.3.1")
def systems(pdf):
    for font in composite(pdf):
        system = pdf.dictionary(font.descendant.get("/CIDSystemInfo"))
        reference = font.dictionary.get("/Encoding")
        if not pdf.is_stream(reference):
            continue
        theirs = pdf.dictionary(pdf.dictionary(reference).get("/CIDSystemInfo"))
        for condition, key in (("31-001", "/Registry"), ("31-002", "/Ordering")):
            if system.get(key) is None or system.get(key) != theirs.get(key):
                yield condition, f"{font.name}: {key} of the face and of its codes differ"
                yield "A 6.2.11.3.1", f"{font.name}: {key} of the face and of its codes differ"
        if system.get("/Supplement", 0) < theirs.get("/Supplement", 0):
            yield "31-003", f"{font.name}: the codes' supplement is newer than the face's"
        if font.encoding.registry != text_of(theirs.get("/Registry")) or font.encoding.ordering != text_of(theirs.get("/Ordering")):
            yield "A 6.2.11.3.1", f"{font.name}: the map and its dictionary name different systems"


def one_composite(pdf):
    return need([f for f in composite(pdf) if f.used and pdf.is_stream(f.dictionary.get("/Encoding"))])[0]


def system_entry(key, entry):
    def spoil(pdf):
        pdf.dictionary(one_composite(pdf).dictionary["/Encoding"])["/CIDSystemInfo"][key] = entry
    return spoil


for condition, key, entry in [("31-001", "/Registry", "u:Bodoni"), ("31-002", "/Ordering", "u:Japan1"), ("31-003", "/Supplement", 7),
                              ("A 6.2.11.3.1", "/Ordering", "u:Japan1")]:
    spoils(condition)(system_entry(key, entry))


@checks("31-004", "31-005", "A 6.2.11.3.2")
def glyph_maps(pdf):
    for font in composite(pdf):
        if font.descendant.get("/Subtype") != "/CIDFontType2":
            continue
        entry = font.descendant.get("/CIDToGIDMap")
        if entry is None:
            yield "31-005", f"{font.name}: no map from CIDs to glyphs"
        elif entry != "/Identity" and not pdf.is_stream(entry):
            yield "31-004", f"{font.name}: the map from CIDs to glyphs is {entry}"
        if entry != "/Identity" and not pdf.is_stream(entry):
            yield "A 6.2.11.3.2", f"{font.name}: the map from CIDs to glyphs is {entry}"


def one_true_type(pdf):
    return need([f for f in composite(pdf) if f.descendant.get("/Subtype") == "/CIDFontType2"])[0]


@spoils("31-004")
def other_map(pdf):
    one_true_type(pdf).descendant["/CIDToGIDMap"] = "/Other"


@spoils("31-005")
def no_map(pdf):
    one_true_type(pdf).descendant.pop("/CIDToGIDMap")


@spoils("A 6.2.11.3.2")
def no_map_either(pdf):
    one_true_type(pdf).descendant.pop("/CIDToGIDMap")


@checks("31-006", "31-007", "31-008", "A 6.2.11.3.3")
def character_maps(pdf):
    for font in composite(pdf):
        reference = font.dictionary.get("/Encoding")
        if not pdf.is_stream(reference):
            if not is_name(reference) or reference[1:] not in PREDEFINED:
                yield "31-006", f"{font.name}: the map {reference} is not embedded"
                yield "A 6.2.11.3.3", f"{font.name}: the map {reference} is not embedded"
            continue
        if pdf.dictionary(reference).get("/WMode", 0) != font.encoding.wmode:
            yield "31-007", f"{font.name}: the map and its dictionary differ in /WMode"
            yield "A 6.2.11.3.3", f"{font.name}: the map and its dictionary differ in /WMode"
        if [one for one in font.encoding.uses if one not in PREDEFINED] or "/UseCMap" in pdf.dictionary(reference):
            yield "31-008", f"{font.name}: the map builds on another"


@spoils("31-006")
def unembedded_map(pdf):
    one_composite(pdf).dictionary["/Encoding"] = "/Codes"


@spoils("A 6.2.11.3.3")
def unembedded_map_too(pdf):
    one_composite(pdf).dictionary["/Encoding"] = "/Codes"


@spoils("31-007")
def upright(pdf):
    pdf.dictionary(one_composite(pdf).dictionary["/Encoding"])["/WMode"] = 1


spoils("31-008")(lambda pdf: change_map(pdf, "/Encoding", rb"begincmap\n", b"begincmap\n/Other usecmap\n"))


@checks("31-009", "A 6.2.11.4.1")
def embedded(pdf):
    for font in composite(pdf):
        if font.used_visibly and not pdf.is_stream(font.program_reference):
            yield "31-009", f"{font.name} is not embedded"
        if font.used and font.program is None:
            yield "A 6.2.11.4.1", f"{font.name} has no program that can be read"


@spoils("31-009")
def unembedded(pdf):
    font = one_composite(pdf)
    for key in ("/FontFile2", "/FontFile3"):
        font.descriptor.pop(key, None)


@spoils("A 6.2.11.4.1")
def damaged(pdf):
    font = one_composite(pdf)
    pdf.set_data(font.program_reference, b"no font")


@checks("31-011", "31-030", "A 6.2.11.8")
def glyphs_present(pdf):
    for font in composite(pdf):
        for code in font.used:
            cid = font.cid(code)
            if cid == 0:
                yield "31-030", f"{font.name}: code {code} is .notdef"
                yield "A 6.2.11.8", f"{font.name}: code {code} is .notdef"
            elif font.program is not None and code in font.used_visibly and not font.program.has(cid):
                yield "31-011", f"{font.name}: no glyph for code {code}"
    for font in fonts(pdf):
        if font.subtype == "/Type3":
            procedures = pdf.dictionary(font.dictionary.get("/CharProcs"))
            missing = [code for code in font.used if font.differences().get(code[1]) not in procedures]
            if missing:
                yield "31-011", f"{font.name}: no procedure for the codes {missing}"


spoils("31-011")(lambda pdf: change_map(pdf, "/Encoding", rb"(<[0-9A-F]+> <[0-9A-F]+> )\d+\nendcidrange", rb"\g<1>60000\nendcidrange"))
for condition in ("31-030", "A 6.2.11.8"):
    spoils(condition)(lambda pdf: change_map(pdf, "/Encoding", rb"\d+ begincidrange\n(.*\n)*?endcidrange\n", b""))


@checks("31-016", "A 6.2.11.5")
def widths(pdf):
    for font in composite(pdf):
        for cid in {font.cid(code) for code in font.used_visibly} if font.program else ():
            if font.program.has(cid) and abs(font.width(cid) - font.program.width(cid)) > WIDTH_TOLERANCE:
                said = f"{font.name}: CID {cid} is {font.program.width(cid):.1f} wide, the file says {font.width(cid)}"
                yield "31-016", said
                yield "A 6.2.11.5", said
    for font in fonts(pdf):
        if font.subtype == "/Type3":
            given, start, names = pdf.array(font.dictionary.get("/Widths")), font.dictionary.get("/FirstChar", 0), font.differences()
            for _, code in font.used:
                width = font.procedure_width(names.get(code))
                if width is None or not 0 <= code - start < len(given) or abs(given[code - start] - width) > WIDTH_TOLERANCE:
                    yield "31-016", f"{font.name}: code {code} has another width than its procedure says"


def wrong_widths(pdf):
    font = one_composite(pdf)
    font.descendant["/W"] = [0, 60000, 333.25]


for condition in ("31-016", "A 6.2.11.5"):
    spoils(condition)(wrong_widths)


@spoils("31-016")
def wrong_width_of_picture(pdf):
    font = need([f for f in fonts(pdf) if f.subtype == "/Type3"])[0]
    font.dictionary["/Widths"] = [width + 7 for width in pdf.array(font.dictionary["/Widths"])]


@checks("A 6.2.11.2", "A 6.2.11.4.2")
def dictionaries(pdf):
    for font in fonts(pdf):
        if font.subtype not in FONT_KINDS:
            yield "A 6.2.11.2", f"{font.name} is of kind {font.subtype}"
        if font.subtype != "/Type0":
            continue
        base, name = font.descendant.get("/BaseFont"), font.descriptor.get("/FontName")
        missing = [key for key in DESCRIBED if key not in font.descriptor]
        if missing or base != name or not is_name(font.dictionary.get("/BaseFont")):
            yield "A 6.2.11.2", f"{font.name}: lacks {missing}, or its names differ ({base}, {name})"
        kinds = {"/FontFile2": {"/CIDFontType2"}, "/FontFile3": {"/CIDFontType0"}}
        for key, allowed in kinds.items():
            if key in font.descriptor and font.descendant.get("/Subtype") not in allowed:
                yield "A 6.2.11.2", f"{font.name}: {key} in a {font.descendant.get('/Subtype')}"
        if not re.match(r"/[A-Z]{6}\+", str(base)):
            yield "A 6.2.11.4.2", f"{font.name} is not named as a subset"


@spoils("A 6.2.11.2")
def other_name(pdf):
    one_composite(pdf).descriptor["/FontName"] = "/Other"


@spoils("A 6.2.11.2")
def bare_descriptor(pdf):
    one_composite(pdf).descriptor.pop("/StemV")


@spoils("A 6.2.11.4.2")
def subset_unsaid(pdf):
    font = one_composite(pdf)
    font.descendant["/BaseFont"] = font.descriptor["/FontName"] = "/Vollkorn"
