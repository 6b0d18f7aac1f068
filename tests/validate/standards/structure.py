"""The structure tree of a tagged file."""
from dataclasses import dataclass, field


@dataclass
class Element:
    reference: str
    dictionary: dict
    parent: object = None
    kids: list = field(default_factory=list)     #: elements
    marks: list = field(default_factory=list)    #: (page reference, marked-content id)
    objects: list = field(default_factory=list)  #: annotations
    kind: str = ""                               #: after role mapping

    def chain(self):
        """The element and all above it."""
        element = self
        while element is not None:
            yield element
            element = element.parent

    def __str__(self):
        return f"{self.kind} ({self.reference})"


def mapped(roles, kind):
    """Where a role map leads; None where it goes in a circle."""
    seen = set()
    while kind in roles and kind not in seen:
        seen.add(kind)
        kind = roles[kind]
    return None if kind in seen else kind


class Structure:
    def __init__(self, pdf):
        self.pdf = pdf
        self.root = pdf.dictionary(pdf.catalog.get("/StructTreeRoot"))
        self.roles = pdf.dictionary(self.root.get("/RoleMap"))
        self.elements, self.tops, self._seen = [], [], set()
        kids = pdf.get(self.root.get("/K"))
        for kid in [self.root["/K"]] if isinstance(kids, dict) else kids or []:
            if element := self._read(kid, None):
                self.tops.append(element)

    def _read(self, reference, parent):
        if reference in self._seen:
            return None
        self._seen.add(reference)
        dictionary = self.pdf.dictionary(reference)
        element = Element(reference, dictionary, parent)
        element.kind = (mapped(self.roles, dictionary.get("/S")) or dictionary.get("/S") or "?").lstrip("/")
        self.elements.append(element)
        kids = self.pdf.get(dictionary.get("/K"))
        if isinstance(kids, dict):
            kids = [dictionary["/K"]]
        for kid in kids if isinstance(kids, list) else [] if kids is None else [kids]:
            self._read_kid(element, kid)
        return element

    def _read_kid(self, element, kid):
        page, found = element.dictionary.get("/Pg"), self.pdf.get(kid)
        if isinstance(found, int):
            element.marks.append((page, found))
        elif found is not None and found.get("/Type") == "/MCR":
            element.marks.append((found.get("/Pg", page), found["/MCID"]))
        elif found is not None and found.get("/Type") == "/OBJR":
            element.objects.append(found["/Obj"])
        elif found is not None and (child := self._read(kid, element)):
            element.kids.append(child)

    def attributes(self, element, owner):
        """The attributes of one owner, of all its objects together."""
        given = self.pdf.get(element.dictionary.get("/A"))
        found = {}
        for one in given if isinstance(given, list) else [given]:
            one = self.pdf.get(one)
            if isinstance(one, dict) and one.get("/O") == owner:
                found.update(one)
        return found

    def parents(self):
        """The parent tree: {key: what it leads to}."""
        found, waiting = {}, [self.root.get("/ParentTree")]
        while waiting:
            node = self.pdf.dictionary(waiting.pop())
            waiting.extend(self.pdf.array(node.get("/Kids")))
            numbers = self.pdf.array(node.get("/Nums"))
            found.update(zip(numbers[::2], numbers[1::2]))
        return found


def structure(pdf):
    """The file's structure, read once."""
    if not hasattr(pdf, "structure_tree"):
        pdf.structure_tree = Structure(pdf)
    return pdf.structure_tree
