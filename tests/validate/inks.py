#!/usr/bin/env python3
"""What files for inks print, as Ghostscript sees it: plates hold only their ink, areas of plates keep the cap, black alone is
black and white alone, words of four inks are in black alone.

    inks.py HALFSTAR FOLDER   exports the issue in FOLDER and looks at its first pages
    inks.py --self-test       sees that files which break each rule are found
"""
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

PAGES = 4
#: The shade of an area of 85 %, and how much of a page may be darker: its words.
CAPPED, WORDS = 38, 0.2


def ghostscript(device, pdf, output, resolution, pages=PAGES):
    subprocess.run(["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", f"-sDEVICE={device}", f"-r{resolution}", "-dTextAlphaBits=1",
                    "-dGraphicsAlphaBits=1", f"-dLastPage={pages}", f"-sOutputFile={output}", str(pdf)], check=True)


def gray_pages(pdf, folder, resolution):
    """The samples of each page, as bytes of a PGM."""
    ghostscript("pgmraw", pdf, folder / "page-%d.pgm", resolution)
    for path in sorted(folder.glob("page-*.pgm")):
        yield path.read_bytes().split(b"\n255\n", 1)[1]


def shades(pdf, resolution):
    """How many pixels of each shade there are on the first pages."""
    counts = [0] * 256
    with tempfile.TemporaryDirectory() as folder:
        for samples in gray_pages(pdf, Path(folder), resolution):
            for shade in set(samples):
                counts[shade] += samples.count(shade)
    return counts


def contents(pdf):
    """The contents of a file's pages and forms, unpacked."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.pdf"
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(pdf), str(plain)], check=True)
        return plain.read_bytes().decode("latin-1")


def faults_of_black(pdf):
    between = sum(shades(pdf, 600)[1:255])
    return [f"{pdf}: {between} pixels are neither black nor white"] if between else []


def faults_of_gray(pdf):
    text = contents(pdf)
    colours = len(re.findall(r"(?m)^[\d. -]+ (?:rg|RG|k|K)$|/Device(?:RGB|CMYK)", text))
    return [f"{pdf}: {colours} times colours where only gray may be"] if colours else []


def words(pdf):
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout.split()


def faults_of_plates(plates):
    """Each plate says something; and how many words all say."""
    said = [words(plate) for plate in plates]
    faults = [f"{plate}: an empty plate" for plate, found in zip(plates, said) if not found]
    whole = sum(len(found) for found in said)
    return faults, whole


def ink_coverage(pdf, device="inkcov"):
    """Cyan, magenta, yellow and black of each page: parts of it that have the ink, or with the device ink_cov how much of the ink
    it has, in hundredths of a page."""
    lines = subprocess.run(["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", f"-sDEVICE={device}", "-o", "-", str(pdf)], check=True,
                           capture_output=True, text=True).stdout.splitlines()
    return [[float(part) for part in line.split()[:4]] for line in lines if "CMYK" in line]


def faults_of_words_in_black(pdf):
    """`pdf` has no colour but black: no other ink may be used."""
    faults = []
    for number, (cyan, magenta, yellow, _) in enumerate(ink_coverage(pdf), 1):
        if cyan or magenta or yellow:
            faults.append(f"{pdf}: page {number} of black words uses cyan, magenta or yellow")
    return faults


def faults_of_areas(plate):
    """Areas of a plate are of 85 % at most: most of a page that is inked at all is no darker."""
    counts = shades(plate, 72)
    darker, inked = sum(counts[:CAPPED - 1]), sum(counts[:255])
    return [f"{plate}: {darker} of {inked} inked pixels are darker than 85 %"] if darker > inked * WORDS else []


def faults_of_pictures(pdf):
    """Pictures of a file for four inks have four channels."""
    dictionaries = re.findall(r"<<[^<>]*>>\s*(?=stream)", contents(pdf))
    pictures = [one for one in dictionaries if "/Subtype /Image" in one]
    wrong = [one for one in pictures if "/SMask" not in one and not re.search(r"/DeviceCMYK|/DeviceGray", one)]
    faults = [f"{pdf}: {len(wrong)} pictures are not in the four inks"] if wrong else []
    if not any("/DeviceCMYK" in one for one in pictures):
        faults.append(f"{pdf}: no picture of four inks")
    return faults


def png(width, height, colour):
    """A PNG of two fields: the colour, and white."""
    row = b"\0" + bytes(colour) * (width // 2) + b"\xff\xff\xff" * (width - width // 2)
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b""))


def export(halfstar, folder, output, *options):
    subprocess.run([halfstar, "zine", "-q", *options, str(folder), "-o", str(output)], check=True)
    return output


def words_alone(folder):
    """An issue without pictures, for a style without colours."""
    reviews = folder / "reviews"
    reviews.mkdir()
    (reviews / "stalker.md").write_text("---\ntitle: Stalker\nyear: 1979\ndate: 2019-03-04\nrating: 4/5\n---\n\nThree men drive.\n")
    return reviews


def with_colour_picture(folder):
    """A review of black words with a picture that is half orange."""
    folder.mkdir()
    (folder / "zone.png").write_bytes(png(400, 300, (230, 120, 20)))
    (folder / "stalker.md").write_text("---\ntitle: Stalker\nyear: 1979\ndate: 2019-03-04\nrating: 4/5\n---\n\nThree men drive.\n\n"
                                       "![The Zone](zone.png)\n")
    return folder


def note_with_picture(halfstar, samples, output, *options):
    review = samples / "2020-01-14-1917.md"
    subprocess.run([halfstar, "pdf", "-q", *options, str(review), "-o", str(output)], check=True)
    return output


def check(halfstar, issue):
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        export(halfstar, issue, folder / "riso.pdf", "--inks", "black,red")
        plates = [folder / "riso-black.pdf", folder / "riso-red.pdf"]
        for plate in plates:
            faults += faults_of_gray(plate)
        faults += faults_of_areas(plates[1])
        plain = export(halfstar, issue, folder / "plain.pdf", "--pdf", "print")
        empty, said = faults_of_plates(plates)
        faults += empty
        if abs(said - len(words(plain))) > len(words(plain)) // 100:
            faults.append(f"{said} words on all plates, {len(words(plain))} in the file")
        if not (folder / "riso-preview.pdf").exists():
            faults.append("no preview")
        faults += faults_of_black(export(halfstar, issue, folder / "copier.pdf", "--process", "black"))
        faults += faults_of_black(note_with_picture(halfstar, issue.parent, folder / "note.pdf", "--process", "black"))
        faults += faults_of_gray(export(halfstar, issue, folder / "gray.pdf", "--process", "gray"))
        faults += faults_of_words_in_black(export(halfstar, words_alone(folder), folder / "four.pdf", "--process", "cmyk", "--style", "book"))
        if not any(c or m or y for c, m, y, _ in ink_coverage(export(halfstar, issue, folder / "colour.pdf", "--process", "cmyk"))):
            faults.append("colours of four inks are in black alone")
        orange = export(halfstar, with_colour_picture(folder / "orange"), folder / "orange.pdf", "--process", "cmyk", "--style", "book")
        faults += faults_of_pictures(orange)
        coverage = [page for page in ink_coverage(orange, "ink_cov") if page[2] > 0]
        if not coverage or any(cyan > magenta / 2 or magenta > yellow for cyan, magenta, yellow, _ in coverage):
            faults.append("an orange picture is not made of yellow and magenta")
    return faults


ONE_PAGE = """%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 40 40] /Resources << >> /Contents 4 0 R >> endobj
4 0 obj << /Length {length} >> stream
{content}
endstream endobj
trailer << /Root 1 0 R >>
"""


def self_test():
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        def page(content):
            path = Path(folder) / "page.pdf"
            path.write_text(ONE_PAGE.format(length=len(content), content=content))
            return path
        square = "5 5 30 30 re f"
        for name, faults, wrong, right in [("black alone", faults_of_black, "0.5 g " + square, "0 g " + square),
                                           ("areas", faults_of_areas, "0 g " + square, "0.15 g " + square),
                                           ("words in black", faults_of_words_in_black, "1 0 0 1 k " + square, "0 0 0 1 k " + square)]:
            if not faults(page(wrong)):
                missed.append(f"{name}: a fault was not found")
            if faults(page(right)):
                missed.append(f"{name}: a fault was found where there is none")
    return missed


def main(arguments):
    found = self_test() if arguments == ["--self-test"] else check(arguments[0], Path(arguments[1]))
    print("\n".join(found) or "inks: nothing is wrong")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
