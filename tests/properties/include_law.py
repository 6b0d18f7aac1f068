#!/usr/bin/env python3
"""Reads the #include lines of the sources and says which of them the house plan forbids.

    include_law.py ROOT        checks ROOT/src and ROOT/include; exit 1 and a line for each fault
    include_law.py --self-test plants faults in a copy of a small house and sees each one found

The rows are those of docs/architecture.md, "The rooms".
"""
import re
import sys
import tempfile
from pathlib import Path

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# Rooms by folder, most specific first.
FOUNDATION = ["foundation/base", "foundation/diagnostics", "foundation/data", "foundation/unicode"]
DESIGN = ["design/style", "design/target", "design/fonts", "design/pictures", "design/drawing"]
TREE = {"document.h", "piece.h", "edition.h", "locale.h"}
PAINTER_HEADERS = {"base.h", "diagnostics.h", "resources.h", "structure.h", "pages.h", "style.h", "backend.h", "version.h", "inks.h"}
ALL = TREE | PAINTER_HEADERS | {"target.h", "preflight.h", "issue.h", "export.h", "list.h", "catalogue.h", "proof.h", "imposition.h", "page_list.h", "timings.h"}

ROOMS = {
    # room: (rooms it may include, public headers it may include)
    "foundation/base": ([], {"base.h", "timings.h"}),
    "foundation/diagnostics": (["foundation/base"], {"base.h", "diagnostics.h", "diagnostic_codes.def"}),
    "foundation/data": (["foundation/base", "foundation/diagnostics"], {"base.h", "diagnostics.h"}),
    "foundation/unicode": (["foundation/base"], {"base.h"}),
    "on_demand": ([], set()),
    "document": (FOUNDATION, TREE | {"base.h", "diagnostics.h", "resources.h"}),
    "design/style": (FOUNDATION + ["design/drawing"], PAINTER_HEADERS),
    "design/target": (FOUNDATION + ["design/style"], PAINTER_HEADERS | {"target.h"}),
    "design/fonts": (FOUNDATION, PAINTER_HEADERS),
    "design/pictures": (FOUNDATION, PAINTER_HEADERS),
    "design/drawing": (FOUNDATION, PAINTER_HEADERS),
    "read": (FOUNDATION + ["document", "design/pictures"], ALL),
    "compose": (FOUNDATION + ["document"], TREE | {"issue.h", "base.h", "diagnostics.h", "resources.h"}),
    "preflight": (FOUNDATION + ["design/target"], {"base.h", "pages.h", "resources.h", "target.h", "inks.h", "preflight.h"}),
    "lint": (FOUNDATION + ["document", "read"], TREE | {"base.h", "diagnostics.h", "resources.h"}),
    "typeset/breaking": (["foundation/base"], {"base.h"}),
    "typeset": (FOUNDATION + ["document", "typeset/breaking"] + DESIGN, ALL - {"export.h", "list.h"}),
    "backends/html": (FOUNDATION + ["document"] + DESIGN, ALL - {"export.h", "list.h"}),
    "backends/epub": (FOUNDATION + ["document", "backends/html"] + DESIGN, ALL - {"export.h", "list.h"}),
    "backends/json": (FOUNDATION + ["document"] + DESIGN, ALL - {"export.h", "list.h"}),
    "backends/external": (FOUNDATION + ["document"] + DESIGN, ALL - {"export.h", "list.h"}),
    "backends/pdf": (FOUNDATION + DESIGN, PAINTER_HEADERS),
    "backends/svg": (FOUNDATION + DESIGN, PAINTER_HEADERS),
    "backends/raster": (FOUNDATION + DESIGN, PAINTER_HEADERS),
    "backends": (FOUNDATION + ["backends/" + b for b in "html epub json external pdf svg raster".split()], {"backend.h"}),
    "proof": (FOUNDATION + ["document"], TREE | {"base.h", "diagnostics.h", "resources.h", "proof.h", "preflight.h"}),
    "export": (["*"], ALL),
    "watch": (["export"] + FOUNDATION, ALL),
    "cli": (["export", "watch"] + FOUNDATION, ALL),
}
ROOMS_BY_LENGTH = sorted(ROOMS, key=len, reverse=True)

# A third party's headers and the rooms that may know them. "*": anybody.
THIRD_PARTIES = [
    (r"cmark", ["read"]),
    (r"libxml/", ["read", "proof"]),  # reads the HTML in reviews, and reads the written pages back
    (r"yaml-cpp/", ["foundation/data"]),
    (r"toml\+\+", ["foundation/data"]),
    (r"nlohmann/", ["foundation/data"]),
    (r"unicode/", ["foundation/unicode", "on_demand"]),
    (r"hb(-|\.h)", ["design/fonts", "typeset"]),
    (r"fontconfig/", ["design/fonts"]),
    (r"png\.h|jpeglib\.h|jerror\.h|webp/", ["design/pictures"]),
    (r"lcms2", ["design/pictures", "on_demand"]),
    (r"hpdf", ["backends/pdf"]),
    (r"zlib\.h", ["backends/pdf", "design/pictures"]),
    (r"libdeflate\.h", ["foundation/base"]),
    (r"cpuid\.h|immintrin\.h", ["foundation/base"]),  # the processor's own instructions
    (r"cairo", ["backends/raster"]),
    (r"zip\.h", ["backends/epub", "read", "proof", "on_demand"]),  # makes the ebook's container, and opens it again
    (r"gnutls/", ["on_demand"]),
    (r"qpdf/", ["proof"]),
    (r"pugixml", ["backends/epub"]),
    (r"CLI/", ["cli"]),
    (r"fmt/", ["*"]),
]

# include/ may include downwards alone.
PUBLIC_ORDER = ["base.h version.h timings.h structure.h proof.h catalogue.h", "diagnostics.h resources.h imposition.h inks.h", "document.h", "piece.h style.h",
                "edition.h pages.h locale.h target.h", "backend.h issue.h preflight.h page_list.h", "export.h", "list.h"]
PUBLIC_LEVEL = {name: level for level, row in enumerate(PUBLIC_ORDER) for name in row.split()}


def room_of(path):
    """The room that a path below src/ belongs to, or None."""
    return next((room for room in ROOMS_BY_LENGTH if path.startswith(room + "/")), None)


def fault_in_source(room, mark, header):
    """Why a file of `room` may not include `header`, or None."""
    rooms, public = ROOMS[room]
    if header.startswith("halfstar/"):
        name = header.removeprefix("halfstar/")
        return None if name in public else f"the room {room} may not know {header}"
    if mark == '"':
        other = room_of(header)
        if other is None:
            return f"{header} names no room"
        return None if other == room or "*" in rooms or other in rooms else f"{room} may not include {other}"
    for pattern, owners in THIRD_PARTIES:
        if re.match(pattern, header):
            return None if "*" in owners or room in owners else f"{header} stays in {', '.join(owners)}"
    return None if "." not in header or is_system(header) else f"no row says who may include <{header}>"


def is_system(header):
    return header.startswith(("sys/", "linux/")) or header in {
        "dirent.h", "unistd.h", "fcntl.h", "errno.h", "setjmp.h", "stdio.h", "stdlib.h", "string.h", "signal.h", "poll.h", "fenv.h", "link.h", "dlfcn.h", "malloc.h"}


def faults(root):
    """Faults of the house below `root`, one text each; and how many files were read."""
    found, read = [], 0
    for file in sorted((root / "src").rglob("*")) + sorted((root / "include").rglob("*")):
        if file.suffix not in {".h", ".cpp", ".def"}:
            continue
        read += 1
        path = file.relative_to(root)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            why = fault_of(path, *match.groups())
            if why:
                found.append(f"{path}:{number}: {why}")
    return found, read


def fault_of(path, mark, header):
    if path.parts[0] == "include":
        level, other = PUBLIC_LEVEL.get(path.name), PUBLIC_LEVEL.get(header)
        if mark == "<":
            return None if "." not in header else f"a public header may include the standard library alone, not <{header}>"
        if path.suffix == ".def" or header.endswith(".def"):
            return None
        if level is None or other is None:
            return f"{path.name} or {header} has no place in the order of public headers"
        return None if other < level else f"{path.name} may include only what stands below it, not {header}"
    inside = path.relative_to("src").as_posix()
    room = room_of(inside)
    return fault_in_source(room, mark, header) if room else f"{inside} is in no room"


def self_test():
    """Each planted line must be found; the lines beside them must not."""
    good = {
        "src/backends/pdf/a.cpp": '#include "design/fonts/face.h"\n#include <halfstar/pages.h>\n#include <hpdf.h>\n',
        "src/typeset/breaking/a.cpp": '#include "typeset/breaking/paragraph.h"\n#include <vector>\n',
        "include/halfstar/pages.h": '#include "base.h"\n',
    }
    bad = {
        "src/backends/pdf/b.cpp": '#include <halfstar/document.h>\n',
        "src/backends/svg/b.cpp": '#include "document/tree.h"\n',
        "src/backends/raster/b.cpp": '#include "typeset/layout/layout.h"\n',
        "src/typeset/breaking/b.cpp": '#include "design/fonts/face.h"\n',
        "src/compose/b.cpp": '#include <cmark.h>\n',
        "src/foundation/base/b.cpp": '#include "document/tree.h"\n',
        "src/cli/b.cpp": '#include "read/read.h"\n',
        "src/proof/b.cpp": '#include "backends/pdf/cmap.h"\n',
        "src/backends/pdf/c.cpp": '#include <qpdf/QPDF.hh>\n',
        "src/attic/b.cpp": '#include <vector>\n',
        "include/halfstar/base.h": '#include "pages.h"\n',
        "include/halfstar/style.h": '#include <fmt/core.h>\n',
    }
    with tempfile.TemporaryDirectory() as folder:
        for path, text in {**good, **bad}.items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        found, _ = faults(Path(folder))
    places = {line.split(":")[0] for line in found}
    missed = sorted(set(bad) - places)
    wrong = sorted(places & set(good))
    for path in missed:
        print(f"planted fault not found: {path}")
    for path in wrong:
        print(f"called a fault though it is none: {path}")
    print(f"{len(bad) - len(missed)} of {len(bad)} planted faults found")
    return 1 if missed or wrong else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    found, read = faults(Path(sys.argv[1]))
    print("\n".join(found))
    print(f"{read} files read, {len(found)} forbidden includes")
    return 1 if found or read == 0 else 0


sys.exit(main())
