"""ISO 19005-2, 6.1: how the bytes of a file stand, which qpdf does not tell."""
import re

from .content import page_contents
from .pdf_file import unpacked
from .registry import checks, spoils, spoils_bytes

#: A table, or a stream in its place (ISO 32000-1, 7.5.4 and 7.5.8).
CROSS_REFERENCE = re.compile(rb"xref\n\d+ \d+\n\d{10} \d{5} [nf][ \r][\r\n]|\d+ 0 obj\n<<[^>]*/Type */XRef")
OBJECT = re.compile(rb"(?:^|\n)(\d+) (\d+) obj\n")
NAMES = re.compile(rb"/(?:BaseFont|FontName|S) ?/([^\s/<>\[\]()]+)")
LONGEST_STRING, LONGEST_NAME, DEEPEST_STATE, LARGEST_OBJECT = 32767, 127, 28, 8388607
SMALLEST_PAGE, LARGEST_PAGE = 3, 14400
LARGEST_INTEGER = 2147483647
FILTERS = {"/FlateDecode", "/DCTDecode"}


@checks("A 6.1.2", "A 6.1.3", "A 6.1.4")
def frame(pdf):
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4,}", pdf.bytes):
        yield "A 6.1.2", "the file does not begin with its version and a line of high bytes"
    if len(pdf.trailer.get("/ID", [])) != 2 or "/Encrypt" in pdf.trailer:
        yield "A 6.1.3", "the trailer has no identifier, or says that the file is encrypted"
    if not re.search(rb"startxref\n\d+\n%%EOF\n?\Z", pdf.bytes):
        yield "A 6.1.3", "something stands behind the end of the file"
    start = re.search(rb"startxref\n(\d+)\n", pdf.bytes)
    if not start or not CROSS_REFERENCE.match(pdf.bytes, int(start[1])):
        yield "A 6.1.4", "no cross-reference stands, or stands as it should, where the end of the file says"


spoils_bytes("A 6.1.2")(lambda data: b"\n" + data)
spoils_bytes("A 6.1.2")(lambda data: re.sub(rb"\n%[\x80-\xff]+", lambda m: b"\n%" + b"a" * (len(m[0]) - 2), data, count=1))
spoils_bytes("A 6.1.3")(lambda data: data + b"afterwards\n")
spoils_bytes("A 6.1.3")(lambda data: re.sub(rb"/ID *\[.*?\]", lambda m: b" " * len(m[0]), data, flags=re.S))
spoils_bytes("A 6.1.4")(lambda data: re.sub(rb"startxref\n(\d+)", lambda m: b"startxref\n%d" % (int(m[1]) - 1), data))


def bodies(data):
    """(number, body) of every object as it stands."""
    starts = list(OBJECT.finditer(data))
    end = max(data.rfind(b"\nxref\n"), 0) or data.rfind(b"\nstartxref\n")
    for start, after in zip(starts, starts[1:] + [None]):
        yield int(start[1]), data[start.end():after.start() + 1 if after else end + 1]


def packed_bodies(pdf):
    """(where, dictionaries) of the objects that object streams carry."""
    for reference, text in pdf.packed():
        yield f"packed in {reference}", text


def loose_digits(text):
    """What stands between < and > and is no string of bytes."""
    for digits in re.findall(rb"(?<!<)<([^<>()]*)>(?!>)", re.sub(rb"\((?:\\.|[^\\()])*\)", b"", text, flags=re.S)):
        if not re.fullmatch(rb"[0-9A-Fa-f\s]*", digits) or len(re.sub(rb"\s", b"", digits)) % 2:
            yield digits[:40].decode("latin-1")


@checks("A 6.1.6.1", "A 6.1.7.1", "A 6.1.9")
def objects_as_they_stand(pdf):
    seen = 0
    for number, body in bodies(pdf.bytes):
        seen += 1
        head, _, rest = body.partition(b"\nstream\n")
        if b"stream" in body and not rest:
            yield "A 6.1.7.1", f"object {number}: 'stream' does not stand on a line of its own"
        if rest:
            length = re.search(rb"/Length (\d+)", head)
            if not length or not rest[int(length[1]):].startswith(b"\nendstream\nendobj"):
                yield "A 6.1.7.1", f"object {number}: /Length is not the stream's length"
        elif not re.search(rb"\nendobj\s*\Z", body):
            yield "A 6.1.9", f"object {number} does not end on a line of its own"
        for digits in loose_digits(head):
            yield "A 6.1.6.1", f"object {number}: <{digits}> is no string of bytes"
    carried = sum(pack["stream"]["dict"].get("/N", 0) for pack in pdf.packs.values())
    if seen + carried != len(pdf.objects) + len(pdf.packs):
        yield "A 6.1.9", f"{seen} objects stand in the file as they should and {carried} are packed, of {len(pdf.objects)}"
    for where, text in packed_bodies(pdf):
        for digits in loose_digits(text):
            yield "A 6.1.6.1", f"{where}: <{digits}> is no string of bytes"


spoils_bytes("A 6.1.6.1")(lambda data: re.sub(rb"/ID \[<(\w\w)\w", rb"/ID [<\1 ", data))
spoils_bytes("A 6.1.7.1")(lambda data: re.sub(rb"/Length (\d)(\d\d+)", lambda m: b"/Length %d%s" % (int(m[1]) % 9 + 1, m[2]), data, count=1))
spoils_bytes("A 6.1.9")(lambda data: re.sub(rb"\n(\d+) 0 obj\n", rb"\n\1  0 obj", data, count=1))


@checks("A 6.1.7.2")
def filters(pdf):
    for reference, stream in pdf.streams():
        given = stream.get("/Filter", [])
        if {"/F", "/FFilter", "/FDecodeParms"} & set(stream) or set(given if isinstance(given, list) else [given]) - FILTERS:
            yield "A 6.1.7.2", f"stream {reference} stands elsewhere, or under a filter that is not allowed"


@spoils("A 6.1.7.2")
def lzw(pdf):
    next(stream for _, stream in pdf.streams() if "/Filter" in stream)["/Filter"] = "/LZWDecode"


@spoils("A 6.1.7.2")
def elsewhere(pdf):
    next(stream for _, stream in pdf.streams())["/F"] = "u:other.bin"


@checks("A 6.1.8")
def names(pdf):
    """Names of faces and structure types are UTF-8."""
    standing = [(f"object {number}", body.partition(b"stream")[0]) for number, body in bodies(pdf.bytes)]
    for where, text in standing + list(packed_bodies(pdf)):
        for name in NAMES.findall(text):
            plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes.fromhex(m[1].decode()), name)
            if plain.decode("utf-8", "ignore").encode() != plain:
                yield "A 6.1.8", f"{where}: the name {name.decode('latin-1')} is no UTF-8"


@spoils_bytes("A 6.1.8")
def latin_name(data):
    return re.sub(rb"(/BaseFont /[A-Z]{6}\+)\w{3}", rb"\1#e9", unpacked(data))


@checks("A 6.1.10")
def no_inline_images(pdf):
    """The clause restricts their filters; there are none at all."""
    for reference, _, content in page_contents(pdf):
        if "BI" in content.used:
            yield "A 6.1.10", f"page {reference} has an inline image"


@spoils("A 6.1.10")
def inline_image(pdf):
    page = next(pdf.pages())[1]
    pdf.set_data(page["/Contents"], pdf.contents(page) + b"\nBI /W 1 /H 1 /BPC 8 /CS /G ID a EI\n")


@checks("A 6.1.12")
def permissions(pdf):
    if "/Perms" in pdf.catalog:
        yield "A 6.1.12", "the file restricts what may be done with it"


@spoils("A 6.1.12")
def restricted(pdf):
    pdf.catalog["/Perms"] = {"/Other": {}}


def atoms(value):
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from atoms(one)
    else:
        yield value


@checks("A 6.1.13")
def limits(pdf):
    if len(pdf.objects) > LARGEST_OBJECT:
        yield "A 6.1.13", "too many objects"
    for reference in pdf.objects:
        for atom in atoms(pdf.get(reference)):
            size = len(atom) - 2 if isinstance(atom, str) else 0
            too_long = isinstance(atom, str) and size > (LONGEST_NAME if atom.startswith("/") else 2 * LONGEST_STRING)
            if too_long or isinstance(atom, int) and abs(atom) > LARGEST_INTEGER:
                yield "A 6.1.13", f"{reference}: {str(atom)[:40]} is too large"
    for reference, page, content in page_contents(pdf):
        if content.deepest > DEEPEST_STATE:
            yield "A 6.1.13", f"page {reference}: graphics states nest {content.deepest} deep"
        box = pdf.array(page.get("/MediaBox"))
        if len(box) != 4 or not all(SMALLEST_PAGE <= side <= LARGEST_PAGE for side in (box[2] - box[0], box[3] - box[1])):
            yield "A 6.1.13", f"page {reference}: its size is {box}"


@spoils("A 6.1.13")
def nested_states(pdf):
    page = next(pdf.pages())[1]
    pdf.set_data(page["/Contents"], b"q " * 29 + b"Q " * 29 + pdf.contents(page))


@spoils("A 6.1.13")
def endless_name(pdf):
    pdf.catalog["/" + "n" * 200] = 1


@spoils("A 6.1.13")
def enormous_page(pdf):
    next(pdf.pages())[1]["/MediaBox"] = [0, 0, 20000, 500]
