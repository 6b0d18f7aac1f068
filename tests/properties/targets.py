#!/usr/bin/env python3
"""Reads back with qpdf what was written for print shops: boxes, bleed, what the file carries, the cover's size and its spine.

    targets.py HALFSTAR ISSUE     exit 1 and a line for each fault
    targets.py --self-test HALFSTAR ISSUE   files made for nobody must be found wrong
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

INCH = 72
MM = 72 / 25.4
A5 = (148 * MM, 210 * MM)
# shop: (trim, bleed at left, foot, right, head of a recto, caliper of a page, boards, pages from which the spine has words)
SHOPS = {
    "lulu": ((5.83 * INCH, 8.27 * INCH), (9, 9, 9, 9), 1 / 444 * INCH, 0.06 * INCH, 80),
    "kdp": (A5, (0, 9, 9, 9), 0.002252 * INCH, 0, 79),
    "mixam": (A5, (9, 9, 9, 9), 0.06 * MM, 0, 80),
}
NEAR = 0.02


def halfstar(*words):
    done = subprocess.run([str(w) for w in words], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


class Pdf:
    def __init__(self, path):
        done = subprocess.run(["qpdf", "--json=2", str(path)], capture_output=True, text=True)
        self.json = json.loads(done.stdout)
        self.objects = self.json["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]

    def value(self, reference):
        return self.objects[f"obj:{reference}"]["value"] if isinstance(reference, str) and reference.endswith(" R") else reference

    def pages(self):
        return [self.value(page["object"]) for page in self.json["pages"]]

    def catalog(self):
        return self.value(self.trailer["/Root"])

    def information(self):
        return self.value(self.trailer.get("/Info", {}))


def near(a, b):
    return a is not None and all(abs(x - y) < NEAR for x, y in zip(a, b))


def box_faults(name, pages, trim, recto, facing=True):
    """Pages whose boxes are not the trim with so much round it: left, foot, right, head of a recto."""
    faults = []
    for number, page in enumerate(pages, 1):
        left, foot, right, head = recto if number % 2 == 1 or not facing else (recto[2], recto[1], recto[0], recto[3])
        media = [0, 0, left + trim[0] + right, foot + trim[1] + head]
        cut = [left, foot, left + trim[0], foot + trim[1]]
        for box, wanted in (("/MediaBox", media), ("/BleedBox", media), ("/TrimBox", cut)):
            if not near(page.get(box), wanted):
                faults.append(f"{name}: page {number}: {box} is {page.get(box)}, not {wanted}")
    return faults


def carried_faults(name, pdf, metadata):
    faults = [f"{name}: page {n}: annotations" for n, page in enumerate(pdf.pages(), 1) if page.get("/Annots")]
    catalog = pdf.catalog()
    faults += [f"{name}: the file carries {key}" for key in ("/Outlines", "/Names", "/StructTreeRoot") if key in catalog]
    if not metadata and ("/Metadata" in catalog or pdf.information()):
        faults.append(f"{name}: the file carries metadata")
    return faults


def faults_of(shop, inside, cover):
    trim, recto, caliper, boards, words_from = SHOPS[shop]
    pdf, wrap = Pdf(inside), Pdf(cover)
    pages = len(pdf.pages())
    faults = box_faults(shop, pdf.pages(), trim, recto) + carried_faults(shop, pdf, shop != "kdp")
    if len(wrap.pages()) != 1:
        faults.append(f"{shop}: the cover has {len(wrap.pages())} pages")
    spine = caliper * pages + boards
    faults += box_faults(f"{shop}: cover", wrap.pages(), (trim[0] * 2 + spine, trim[1]), (9, 9, 9, 9), facing=False)
    faults += carried_faults(f"{shop}: cover", wrap, shop != "kdp")
    if "978-0-306-40615-7" not in subprocess.run(["pdftotext", cover, "-"], capture_output=True, text=True).stdout:
        faults.append(f"{shop}: the cover does not say its number")
    return faults


def ground_faults(shop, cover):
    """The cover's ground must reach every corner of the paper."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "36", "-singlefile", cover, f"{folder}/c"], check=True)
        head, size, _, pixels = Path(f"{folder}/c.ppm").read_bytes().split(b"\n", 3)
        wide, high = map(int, size.split())
        pixel = lambda x, y: pixels[(y * wide + x) * 3:(y * wide + x) * 3 + 3]
        corners = [pixel(x, y) for x in (1, wide - 2) for y in (1, high - 2)]
    return [f"{shop}: a corner of the cover is {tuple(c)}" for c in corners if c[0] - c[1] < 100]


def numbered(issue, folder):
    """The issue with a number of a book."""
    copy = Path(folder) / "issue"
    shutil.copytree(issue, copy)
    text = (copy / "issue.yaml").read_text("utf-8")
    (copy / "issue.yaml").write_text(re.sub(r"^(isbn|price):.*\n", "", text, flags=re.M) + "\nisbn: 978-0-306-40615-7\nprice: £5\n", "utf-8")
    return copy


def check(program, issue, folder):
    faults = []
    copy = numbered(issue, folder)
    for shop in SHOPS:
        inside, cover = f"{folder}/{shop}.pdf", f"{folder}/{shop}-cover.pdf"
        halfstar(program, "zine", copy, "--target", shop, "-o", inside)
        halfstar(program, "cover", copy, "--target", shop, "-o", cover)
        halfstar(program, "preflight", "--target", shop, copy, inside)
        faults += faults_of(shop, inside, cover) + ground_faults(shop, cover)
    return faults


def self_test(program, issue, folder):
    """What is made for nobody has none of it."""
    copy = numbered(issue, folder)
    inside = f"{folder}/plain.pdf"
    halfstar(program, "zine", copy, "-o", inside)
    found = " ".join(faults_of("kdp", inside, inside))
    for fault in ("/TrimBox", "annotations", "/Outlines", "metadata", "the cover has"):
        if fault not in found:
            sys.exit(f"not found: {fault}")
    print("self-test: ok")
    return []


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        act = self_test if sys.argv[1] == "--self-test" else check
        told = act(*sys.argv[-2:], place)
    print("\n".join(told))
    sys.exit(1 if told else 0)
