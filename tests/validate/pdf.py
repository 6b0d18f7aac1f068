#!/usr/bin/env python3
"""What others say of our PDFs.

    pdf.py FILE.pdf...           every file through qpdf, pdffonts, PDFBox preflight, mutool and Ghostscript
    pdf.py --print FILE.pdf...   files for a printer: without preflight, but with what the profile print promises
    pdf.py --self-test           plants faults (a face that is not embedded, a broken object, an annotation for a printer) and
                                 sees each one caught

Preflight knows PDF/A-1b; our files are PDF/A-2a. Two of its complaints are about that difference alone and are allowed: 7.11.2
(the part number) and 3.1.11 (a CIDSet, which part 2 no longer asks for). Anything else is a fault.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from standards.content import operators
from standards.metadata import packet
from standards.pdf_file import Pdf, unpack

JARS = ["pdfbox2", "preflight", "fontbox2", "xmpbox", "commons-logging", "commons-io", "jaxb-api", "javax.activation"]
ALLOWED = {"7.11.2", "3.1.11"}


def run(*words):
    return subprocess.run([str(w) for w in words], capture_output=True, text=True, errors="replace")


def qpdf_faults(file):
    done = run("qpdf", "--check", file)
    return [] if done.returncode == 0 else [f"qpdf: {line}" for line in (done.stdout + done.stderr).splitlines()]


def font_faults(file):
    """Every face embedded, cut down to its glyphs, and with a way back to text."""
    lines = run("pdffonts", file).stdout.splitlines()
    found = []
    columns = re.search(r"emb\s+sub\s+uni", lines[0]) if lines else None
    if columns is None or len(lines) < 3:
        return ["pdffonts: no faces at all"]
    for line in lines[2:]:
        embedded, subset, unicode = line[columns.start():].split()[:3]
        type3 = "Type 3" in line
        if embedded != "yes" or unicode != "yes" or (subset != "yes" and not type3):
            found.append(f"pdffonts: {line.strip()}")
    return found


def preflight(files):
    """{file: [complaints]} from one start of the virtual machine, which takes a folder."""
    jars = [j for j in (Path("/usr/share/java") / f"{name}.jar" for name in JARS) if j.exists()]
    found, seen, current = {str(f): [] for f in files}, set(), None
    with tempfile.TemporaryDirectory() as folder:
        names = {f"{number}.pdf": str(f) for number, f in enumerate(files)}
        for name, file in names.items():
            # PDF/A-1 is older than object streams: preflight is handed the same objects outside of them.
            unpack(file, Path(folder) / name)
        done = run("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", ":".join(map(str, jars)), "org.apache.pdfbox.preflight.Validator_A1b", "batch", folder)
    for line in (done.stdout + done.stderr).splitlines():
        head = re.match(r"The file (\d+\.pdf) is (?:not )?a valid", line)
        if head:
            current = names[head[1]]
            seen.add(current)
        code = re.match(r"\s*(\d+(?:\.\d+)+)\s*:", line)
        if code and current and code[1] not in ALLOWED:
            found[current].append(f"preflight: {line.strip()}")
    for file in found.keys() - seen:
        found[file].append("preflight said nothing of it:\n" + (done.stdout + done.stderr)[-800:])
    return found


def reader_faults(file):
    """mutool and Ghostscript draw every page without a complaint."""
    found = []
    drawn = run("mutool", "draw", "-q", "-F", "txt", "-o", "/dev/null", file)
    # Debian builds mupdf without colour management, and it says so of every file with a profile.
    said = [line for line in drawn.stderr.splitlines() if line.strip() and "ICC support is not available" not in line]
    found += [f"mutool: {line}" for line in said or ["it failed"] * (drawn.returncode != 0)]
    rendered = run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=nullpage", file)
    if rendered.returncode or (rendered.stdout + rendered.stderr).strip():
        found.append(f"ghostscript: {(rendered.stdout + rendered.stderr).strip()}")
    return found


def print_faults(file):
    """What a printer must not get, and what it must: boxes on every page, and black alone for what has no colour."""
    pdf = Pdf(file)
    found = [f"print: the catalogue has {key}" for key in ("/StructTreeRoot", "/MarkInfo", "/OutputIntents") if key in pdf.catalog]
    if re.search(rb"pdf(ua|a)id:part", packet(pdf) or b""):
        found.append("print: the metadata claim a standard of archives")
    for reference, page in pdf.pages():
        if page.get("/TrimBox") != page["/MediaBox"] or page.get("/BleedBox") != page["/MediaBox"] or "/Annots" in page:
            found.append(f"print: page {reference} lacks a box or has annotations")
        for operator, operands in operators(pdf.contents(page)):
            if operator in ("rg", "RG") and len(set(operands)) == 1:
                found.append(f"print: page {reference} says a gray in three colours")
    return found


def faults(files):
    """[(file, complaint)]"""
    complaints = preflight(files)
    found = []
    for file in files:
        for complaint in qpdf_faults(file) + font_faults(file) + complaints[str(file)] + reader_faults(file):
            found.append((str(file), complaint))
    return found


def faults_for_print(files):
    return [(str(file), complaint) for file in files
            for complaint in qpdf_faults(file) + font_faults(file) + print_faults(file) + reader_faults(file)]


def plain_pdf(font, colour=b""):
    """A one-page PDF with the line `text` in `font`, an object's body."""
    stream = colour + b"BT /F 12 Tf 20 20 Td (text) Tj ET"
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
              b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
              b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream), font]
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + \
        b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)


def self_test():
    helvetica = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    with tempfile.TemporaryDirectory() as folder:
        loose, broken = Path(folder) / "loose.pdf", Path(folder) / "broken.pdf"
        loose.write_bytes(plain_pdf(helvetica))
        gray = Path(folder) / "gray.pdf"
        gray.write_bytes(plain_pdf(helvetica, b"0.5 0.5 0.5 rg "))
        broken.write_bytes(plain_pdf(helvetica).replace(b"endstream", b"endstraem"))
        checks = {
            "a face that is not embedded, by pdffonts": bool(font_faults(loose)),
            "a face that is not embedded, by preflight": any("3.1" in c for c in preflight([loose])[str(loose)]),
            "a broken object, by qpdf": bool(qpdf_faults(broken)),
            "a page without boxes, for print": any("lacks a box" in c for c in print_faults(loose)),
            "a gray in three colours, for print": any("three colours" in c for c in print_faults(gray)),
        }
    for name, caught in checks.items():
        print(f"{'caught' if caught else 'NOT CAUGHT'}: {name}")
    return 0 if all(checks.values()) else 1


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    for_print = sys.argv[1:2] == ["--print"]
    files = [Path(a) for a in sys.argv[1 + for_print:]]
    found = (faults_for_print if for_print else faults)(files) if files else []
    for file, complaint in found:
        print(f"{file}: {complaint}")
    print(f"{len(files)} PDFs checked, {len(found)} complaints")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
