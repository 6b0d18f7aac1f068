"""The fonts of a file and the text that is set in them."""
import struct
import zlib
from dataclasses import dataclass, field
from functools import cached_property

from .cmaps import CMap, texts
from .content import operators, page_contents
from .font_programs import Cff, TrueType

BROKEN = (IndexError, KeyError, ValueError, struct.error, zlib.error)


@dataclass
class Font:
    """A font and the strings shown in it: (codes, visible, Shown)."""
    pdf: object
    reference: str
    shown: list = field(default_factory=list)

    @property
    def dictionary(self):
        return self.pdf.dictionary(self.reference)

    @property
    def subtype(self):
        return self.dictionary.get("/Subtype")

    @property
    def name(self):
        return f"font {self.dictionary.get('/BaseFont', self.reference)}"

    @property
    def descendant_reference(self):
        return (self.pdf.array(self.dictionary.get("/DescendantFonts")) or [None])[0]

    @property
    def descendant(self):
        return self.pdf.dictionary(self.descendant_reference)

    @property
    def descriptor(self):
        return self.pdf.dictionary(self.descendant.get("/FontDescriptor"))

    @property
    def program_reference(self):
        return self.descriptor.get("/FontFile2") or self.descriptor.get("/FontFile3")

    @cached_property
    def program(self):
        """None where there is none, or none that can be read."""
        if not self.pdf.is_stream(self.program_reference):
            return None
        try:
            data = self.pdf.data(self.program_reference)
            return TrueType(data) if "/FontFile2" in self.descriptor else Cff(data)
        except BROKEN:
            return None

    @cached_property
    def encoding(self):
        """The embedded character map, if that is what it is."""
        encoding = self.dictionary.get("/Encoding")
        return CMap(self.pdf.data(encoding)) if self.pdf.is_stream(encoding) else None

    @cached_property
    def texts(self):
        reference = self.dictionary.get("/ToUnicode")
        return texts(self.pdf.data(reference)) if self.pdf.is_stream(reference) else {}

    def codes(self, string):
        if self.subtype == "/Type0":
            return self.encoding.codes(string) if self.encoding else ((2, int.from_bytes(string[i:i + 2], "big")) for i in range(0, len(string), 2))
        return ((1, byte) for byte in string)

    def cid(self, code):
        return self.encoding.cids.get(code, 0) if self.encoding else code[1]

    @cached_property
    def used(self):
        """The codes that are shown."""
        return {code for string, _ in self.shown for code in self.codes(string)}

    @cached_property
    def used_visibly(self):
        return {code for string, shown in self.shown if shown.visible for code in self.codes(string)}

    @cached_property
    def widths(self):
        """{cid: width} of /W."""
        found, entries = {}, list(self.pdf.array(self.descendant.get("/W")))
        while len(entries) >= 2:
            first, second = entries[0], self.pdf.get(entries[1])
            if isinstance(second, list):
                found.update({first + i: width for i, width in enumerate(second)})
                entries = entries[2:]
            else:
                found.update({cid: entries[2] for cid in range(first, second + 1)})
                entries = entries[3:]
        return found

    def width(self, cid):
        return self.widths.get(cid, self.descendant.get("/DW", 1000))

    def differences(self):
        """{code: glyph name} of a simple font."""
        found, code = {}, 0
        for entry in self.pdf.array(self.pdf.dictionary(self.dictionary.get("/Encoding")).get("/Differences")):
            if isinstance(entry, int):
                code = entry
            else:
                found[code] = entry
                code += 1
        return found

    def procedure_width(self, glyph):
        """What d0 or d1 says in a Type 3 font's procedure."""
        reference = self.pdf.dictionary(self.dictionary.get("/CharProcs")).get(glyph)
        if self.pdf.is_stream(reference):
            for operator, operands in operators(self.pdf.data(reference)):
                return operands[0] if operator in ("d0", "d1") else None
        return None


def fonts(pdf):
    """Every font that the pages name, with what is shown in it, kept with the file."""
    if not hasattr(pdf, "font_list"):
        found = {}
        for _, page, content in page_contents(pdf):
            named = pdf.dictionary(pdf.dictionary(page.get("/Resources")).get("/Font"))
            for reference in named.values():
                found.setdefault(str(reference), Font(pdf, reference))
            for shown in content.shown:
                font = found.get(str(named.get(shown.font)))
                if font is not None and shown.font:
                    font.shown.append((shown.codes, shown))
        pdf.font_list = list(found.values())
    return pdf.font_list
