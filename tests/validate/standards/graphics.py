"""ISO 19005-2, 6.2: colours that mean the same everywhere, and nothing that shines through."""
import struct

from .content import OPERATORS, page_contents
from .registry import checks, need, spoils

DEVICE_COLOURS = {"g", "G", "rg", "RG"}
CMYK = {"k", "K"}
IMAGE_SPACES = {"/DeviceGray", "/DeviceRGB"}


def images(pdf):
    for reference, stream in pdf.streams():
        if stream.get("/Subtype") == "/Image":
            yield reference, stream


@checks("A 6.2.2")
def operators_known(pdf):
    for reference, page, content in page_contents(pdf):
        if unknown := content.used - OPERATORS:
            yield "A 6.2.2", f"page {reference}: the operators {sorted(unknown)[:3]}"
        resources = pdf.dictionary(page.get("/Resources"))
        fonts, objects = (pdf.dictionary(resources.get(key)) for key in ("/Font", "/XObject"))
        for shown in content.shown:
            named = shown.operands[0] if shown.operator == "Do" else shown.font
            if named and named not in (objects if shown.operator == "Do" else fonts):
                yield "A 6.2.2", f"page {reference}: {named} is not among its resources"


@spoils("A 6.2.2")
def unknown_operator(pdf):
    page = next(pdf.pages())[1]
    pdf.set_data(page["/Contents"], pdf.contents(page) + b"\nBX 1 2 shine EX\n")


@spoils("A 6.2.2")
def lost_resources(pdf):
    need([page for _, page, content in page_contents(pdf) if any(s.font for s in content.shown)])[0]["/Resources"] = {}


def output_profile(pdf):
    """The profile that PDF/A's output intent embeds."""
    for intent in pdf.array(pdf.catalog.get("/OutputIntents")):
        intent = pdf.dictionary(intent)
        if intent.get("/S") == "/GTS_PDFA1" and pdf.is_stream(intent.get("/DestOutputProfile")):
            return intent["/DestOutputProfile"]
    return None


@checks("A 6.2.3")
def output_intent(pdf):
    intents = [pdf.dictionary(one) for one in pdf.array(pdf.catalog.get("/OutputIntents"))]
    if any("/DestOutputProfileRef" in intent or "/OutputConditionIdentifier" not in intent for intent in intents) or len(intents) > 1:
        yield "A 6.2.3", "the output intent is not one, named and embedded"
    reference = output_profile(pdf)
    if reference is None:
        return
    data = pdf.data(reference)
    size = struct.unpack(">I", data[:4])[0] if len(data) >= 128 else 0
    if size != len(data) or data[36:40] != b"acsp" or data[12:16] not in (b"mntr", b"prtr") or data[8] > 4:
        yield "A 6.2.3", "the output intent's profile is no profile of a display or printer"
    channels = {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4}.get(data[16:20])
    if channels is None or pdf.dictionary(reference).get("/N") != channels:
        yield "A 6.2.3", "the profile has another number of colours than the file says"


@spoils("A 6.2.3")
def no_profile(pdf):
    pdf.set_data(need(output_profile(pdf)), b"no profile")


@spoils("A 6.2.3")
def four_colours(pdf):
    pdf.dictionary(need(output_profile(pdf)))["/N"] = 4


@checks("A 6.2.4.3")
def device_colours(pdf):
    intended = output_profile(pdf) is not None
    for reference, _, content in page_contents(pdf):
        if content.used & CMYK or content.used & DEVICE_COLOURS and not intended:
            yield "A 6.2.4.3", f"page {reference}: device colours that no output intent explains"
    for reference, image in images(pdf):
        if image.get("/ColorSpace") not in IMAGE_SPACES or not intended:
            yield "A 6.2.4.3", f"picture {reference}: colours that no output intent explains"


@spoils("A 6.2.4.3")
def no_intent(pdf):
    del pdf.catalog["/OutputIntents"]


@spoils("A 6.2.4.3")
def four_inks(pdf):
    page = next(pdf.pages())[1]
    pdf.set_data(page["/Contents"], b"0 0 0 1 k\n" + pdf.contents(page))


@checks("A 6.2.6")
def rendering_intents(pdf):
    """The clause allows four; none is named."""
    for reference, _, content in page_contents(pdf):
        if "ri" in content.used:
            yield "A 6.2.6", f"page {reference} names a rendering intent"
    for reference, image in images(pdf):
        if "/Intent" in image:
            yield "A 6.2.6", f"picture {reference} names a rendering intent"


@spoils("A 6.2.6")
def own_intent(pdf):
    page = next(pdf.pages())[1]
    pdf.set_data(page["/Contents"], b"/Vivid ri\n" + pdf.contents(page))


@checks("A 6.2.8.1", "A 6.2.8.3")
def pictures(pdf):
    for reference, image in images(pdf):
        if {"/Alternates", "/OPI"} & set(image) or image.get("/Interpolate") is True:
            yield "A 6.2.8.1", f"picture {reference} has alternates, is kept elsewhere or is interpolated"
        if not {"/Width", "/Height", "/BitsPerComponent"} <= set(image):
            yield "A 6.2.8.1", f"picture {reference} does not say its size"
        if "/JPXDecode" in str(image.get("/Filter")):
            yield "A 6.2.8.3", f"picture {reference} is JPEG 2000"


def one_image(pdf):
    return need(list(images(pdf)))[0][1]


@spoils("A 6.2.8.1")
def smoothed(pdf):
    one_image(pdf)["/Interpolate"] = True


@spoils("A 6.2.8.3")
def other_coding(pdf):
    one_image(pdf)["/Filter"] = "/JPXDecode"


@checks("A 6.2.9", "A 6.2.10")
def placed_objects(pdf):
    for reference, stream in pdf.streams():
        if stream.get("/Subtype") == "/PS" or "/Ref" in stream or "/OPI" in stream or stream.get("/Subtype2") == "/PS":
            yield "A 6.2.9", f"{reference} is PostScript, kept elsewhere or a reference"
    for reference, dictionary in pdf.dictionaries():
        see_through = [dictionary[key] for key in ("/CA", "/ca") if dictionary.get(key, 1) != 1]
        blended = dictionary.get("/BM", "/Normal") not in ("/Normal", "/Compatible")
        masked = dictionary.get("/SMask", "/None") != "/None" or dictionary.get("/SMaskInData", 0) != 0
        if see_through or blended or masked or pdf.dictionary(dictionary.get("/Group")).get("/S") == "/Transparency":
            yield "A 6.2.10", f"{reference}: something shines through"


@spoils("A 6.2.9")
def post_script(pdf):
    one_image(pdf)["/Subtype"] = "/PS"


@spoils("A 6.2.10")
def soft_mask(pdf):
    image = one_image(pdf)
    image["/SMask"] = next(key for key, _ in images(pdf))


@spoils("A 6.2.10")
def transparency(pdf):
    next(pdf.pages())[1]["/Group"] = {"/S": "/Transparency", "/CS": "/DeviceRGB"}
