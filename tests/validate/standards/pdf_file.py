"""A PDF as qpdf's JSON tells it: objects by reference, streams as they stand, and the bytes of the file.

Values are qpdf's own: names begin with "/", strings with "u:" or "b:", and "5 0 R" refers
to an object. A stream is {"stream": {"dict": ..., "data": base64}}.
"""
import base64
import json
import re
import subprocess
import tempfile
import zlib
from pathlib import Path

REFERENCE = re.compile(r"\d+ \d+ R")


def is_name(value):
    return isinstance(value, str) and value.startswith("/")


def string_bytes(value):
    """The bytes of a string object, UTF-16 text as UTF-8; None for anything else."""
    if not isinstance(value, str) or value[:2] not in ("u:", "b:"):
        return None
    return value[2:].encode() if value[0] == "u" else bytes.fromhex(value[2:])


def text_of(value):
    found = string_bytes(value)
    return None if found is None else found.decode("utf-8", "replace")


def unpack(source, target):
    """Writes a PDF's objects, streams untouched, as files before PDF 1.5 had them: none inside another."""
    subprocess.run(["qpdf", "--object-streams=disable", "--stream-data=preserve", "--newline-before-endstream", str(source), str(target)],
                   capture_output=True, check=False)


def unpacked(data):
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "packed.pdf", Path(folder) / "unpacked.pdf"
        source.write_bytes(data)
        unpack(source, target)
        return target.read_bytes()


class Pdf:
    def __init__(self, path):
        self.path = Path(path)
        self.bytes = self.path.read_bytes()
        told = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=none", str(path)],
                              capture_output=True, check=False)
        if told.returncode not in (0, 3) or not told.stdout:
            raise ValueError(f"qpdf cannot read {path}: {told.stderr.decode()[:300]}")
        self.head, raw = json.loads(told.stdout.decode("utf-8", "surrogateescape"))["qpdf"]
        self.trailer = raw["trailer"]["value"]
        self.objects = {key[4:]: entry.get("value", entry) for key, entry in raw.items() if key.startswith("obj:")}
        #: Streams that carry other objects or say where they are; the document knows nothing of them.
        self.packs = {key: self.objects.pop(key) for key, stream in list(self.streams()) if stream.get("/Type") in ("/ObjStm", "/XRef")}
        self._decoded = {}

    def get(self, value):
        """What a reference refers to; a stream's is its dictionary."""
        while isinstance(value, str) and REFERENCE.fullmatch(value):
            value = self.objects.get(value)
        return value["stream"]["dict"] if isinstance(value, dict) and "stream" in value else value

    def dictionary(self, value):
        found = self.get(value)
        return found if isinstance(found, dict) else {}

    def array(self, value):
        found = self.get(value)
        return found if isinstance(found, list) else []

    @property
    def catalog(self):
        return self.dictionary(self.trailer.get("/Root"))

    def streams(self):
        """(reference, dictionary) of every stream."""
        for key, value in self.objects.items():
            if isinstance(value, dict) and "stream" in value:
                yield key, value["stream"]["dict"]

    def is_stream(self, reference):
        found = self.objects.get(reference) if isinstance(reference, str) else None
        return isinstance(found, dict) and "stream" in found

    def data(self, reference):
        """A stream's bytes, inflated where they are deflated without a predictor."""
        if reference not in self._decoded:
            stream = self.objects[reference]["stream"]
            raw = base64.b64decode(stream.get("data", ""))
            plain = stream["dict"].get("/Filter") == "/FlateDecode" and "/DecodeParms" not in stream["dict"]
            self._decoded[reference] = zlib.decompress(raw) if plain else raw
        return self._decoded[reference]

    def packed(self):
        """(reference, text) of the objects that each object stream carries."""
        for reference, pack in self.packs.items():
            if pack["stream"]["dict"]["/Type"] == "/ObjStm":
                yield reference, zlib.decompress(base64.b64decode(pack["stream"]["data"]))[pack["stream"]["dict"]["/First"]:]

    def set_data(self, reference, data):
        stream = self.objects[reference]["stream"]
        stream["dict"].pop("/Filter", None)
        stream["data"] = base64.b64encode(data).decode()
        self._decoded.pop(reference, None)

    def add(self, value):
        """A new object; its reference."""
        number = max(int(key.split()[0]) for key in self.objects) + 1
        self.objects[f"{number} 0 R"] = value
        return f"{number} 0 R"

    def pages(self):
        """(reference, dictionary) of every page, in order."""
        waiting = [self.catalog.get("/Pages")]
        while waiting:
            reference = waiting.pop(0)
            node = self.dictionary(reference)
            if node.get("/Type") == "/Pages":
                waiting = self.array(node.get("/Kids")) + waiting
            elif node:
                yield reference, node

    def contents(self, page):
        """A page's content as one stream of bytes."""
        contents = page.get("/Contents")
        parts = [contents] if self.is_stream(contents) else self.array(contents)
        return b"\n".join(self.data(part) for part in parts)

    def dictionaries(self):
        """(reference, dictionary) of every object that is one, streams' included, and of all nested in them."""
        for key, value in self.objects.items():
            waiting = [self.get(key)]
            while waiting:
                one = waiting.pop()
                if isinstance(one, dict):
                    yield key, one
                    waiting.extend(one.values())
                elif isinstance(one, list):
                    waiting.extend(one)

    def typed(self, kind):
        """(reference, dictionary) of every object of /Type `kind`."""
        for key in self.objects:
            value = self.get(key)
            if isinstance(value, dict) and value.get("/Type") == kind:
                yield key, value

    def write(self, path):
        """Writes the objects as they are now, by qpdf."""
        raw = {f"obj:{key}": value if isinstance(value, dict) and "stream" in value else {"value": value}
               for key, value in self.objects.items()}
        raw["trailer"] = {"value": self.trailer}
        head = dict(self.head, maxobjectid=max(int(key.split()[0]) for key in self.objects))
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump({"qpdf": [head, raw]}, file)
            file.flush()
            subprocess.run(["qpdf", "--json-input", file.name, str(path), "--stream-data=preserve", "--preserve-unreferenced"],
                           capture_output=True, check=True)
