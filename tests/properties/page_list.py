#!/usr/bin/env python3
"""Holds the page list of an issue's ebook against the printed zine, page by page.

    page_list.py HALFSTAR FOLDER STYLE               exit 1 and a line for each fault
    page_list.py --self-test HALFSTAR FOLDER STYLE   marks that are moved by a word, exchanged or taken away must be found

What stands on a page is what pdftotext finds on it. The words behind a mark must begin on its page, those before it must stand on an
earlier one, and no page may hold words of both sides together. A page that holds a stretch of a review's text must be listed; of the
others it is said why they are not. Letters alone are compared: drop caps, hyphens, small capitals and the marks of notes
are set otherwise in print.
"""
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from xml.etree import ElementTree as tree

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
STRETCH = 60  # letters of a review that make a page one of its pages
AFTER, BEFORE, ACROSS = 24, 16, 9


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def letters(text):
    """Letters alone, in one case."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalpha())


def printed_pages(pdf):
    pages = run("pdftotext", "-raw", pdf, "-").split("\f")[:-1]
    return {str(number): letters(text) for number, text in enumerate(pages, 1)}


class Book:
    """The book's documents in the order of the spine: their texts with the marks as places in them."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            package = tree.fromstring(archive.read("EPUB/package.opf"))
            opf = "{http://www.idpf.org/2007/opf}"
            hrefs = {item.get("id"): item.get("href") for item in package.iter(opf + "item")}
            self.spine = [hrefs[item.get("idref")] for item in package.iter(opf + "itemref")]
            self.documents = {href: tree.fromstring(archive.read(f"EPUB/{href}")) for href in self.spine}
            nav = tree.fromstring(archive.read("EPUB/nav.xhtml"))
            ncx = tree.fromstring(archive.read("EPUB/toc.ncx"))
            self.package = archive.read("EPUB/package.opf").decode("utf-8")
        lists = [one for one in nav.iter(XHTML + "nav") if one.get(EPUB + "type") == "page-list"]
        self.listed = [(link.text, link.get("href")) for one in lists for link in one.iter(XHTML + "a")]
        dtb = "{http://www.daisy.org/z3986/2005/ncx/}"
        self.ncx = [(target.find(f"{dtb}navLabel/{dtb}text").text, target.find(f"{dtb}content").get("src"))
                    for target in ncx.iter(dtb + "pageTarget")]
        self.order = [int(target.get("playOrder")) for target in ncx.iter(dtb + "pageTarget")]
        self.marks = []   # (label, href, letters before it in its document)
        self.texts = {}   # href: letters
        self.bodies = {}  # href: stretches of letters that one paragraph of the review holds
        for href in self.spine:
            self.read(href)

    def read(self, href):
        parts, count = [], 0

        def add(text):
            nonlocal count
            parts.append(letters(text or ""))
            count += len(parts[-1])

        def walk(element):
            if element.get(EPUB + "type") == "pagebreak":
                self.marks.append((element.get("aria-label"), f"{href}#{element.get('id')}", count))
            add(element.text)
            for child in element:
                walk(child)
                add(child.tail)

        walk(self.documents[href].find(XHTML + "body"))
        self.texts[href] = "".join(parts)
        self.bodies[href] = [letters("".join(paragraph.itertext()))
                             for body in self.documents[href].iter(XHTML + "div") if body.get("class") == "body"
                             for paragraph in body.iter(XHTML + "p")]


def mark_faults(book, pages):
    """Each mark against its page and the one before it."""
    for label, href, at in book.marks:
        document = href.split("#")[0]
        text, page = book.texts[document], pages.get(label)
        if page is None:
            yield f"page {label} is marked, and not printed"
        elif at > 0:
            after, before = text[at:at + AFTER], text[max(0, at - BEFORE):at]
            across = text[max(0, at - ACROSS):at + ACROSS]
            earlier = [pages[number] for number in pages if int(number) < int(label)]
            if after not in page:
                yield f"page {label}: '{after}' is not on it"
            if not any(before in one for one in earlier[-3:]):
                yield f"page {label}: '{before}', which stands before it, is on no page before it"
            if across in page or any(across in one for one in earlier[-1:]):
                yield f"page {label}: '{across}' is together on one page"
        elif document.startswith(("piece-", "section-")):
            title = letters("".join(next(book.documents[document].iter(XHTML + "h1")).itertext()))
            if title not in page:
                yield f"page {label}: it begins with {document}, but its title is not there"


def list_faults(book):
    marks = [(label, href) for label, href, _ in book.marks]
    if not marks:
        yield "no page is marked"
    if book.listed != marks:
        yield f"the page list is {book.listed}, the marks are {marks}"
    if book.ncx != book.listed:
        yield "the NCX lists other pages"
    if book.order != sorted(set(book.order)):
        yield f"the NCX reads its pages in the order {book.order}"
    if [int(label) for label, _ in marks] != sorted({int(label) for label, _ in marks}):
        yield "the pages are not in their order"
    for wanted in ("printPageNumbers", 'property="source-of">pagination'):
        if wanted not in book.package:
            yield f"the package does not say {wanted}"
    if "pageBreakSource" in book.package:
        yield "the package says pageBreakSource, which EPUBCheck does not know"


def stretch_on(page, book, others):
    """The document of a stretch that stands on the page and on no other: what fills an issue up quotes its reviews."""
    for href, paragraphs in book.bodies.items():
        for paragraph in paragraphs:
            for at in range(0, len(paragraph) - STRETCH + 1, STRETCH // 2):
                stretch = paragraph[at:at + STRETCH]
                if stretch in page and not any(stretch in one for one in others):
                    return href
    return None


def missing_faults(book, pages, say):
    """Pages of reviews that are not marked are faults; the reasons of the others are said."""
    marked = {label for label, _, _ in book.marks}
    for label, page in pages.items():
        if label in marked:
            continue
        document = stretch_on(page, book, [text for other, text in pages.items() if other != label])
        if document:
            yield f"page {label} holds words of {document} and is not listed"
        else:
            say(f"  page {label} is not listed: {'it is blank' if not page else 'no text of a piece begins or goes on there: ' + page[:40]}")


def faults(book, pages, say=lambda line: None):
    return [*list_faults(book), *mark_faults(book, pages), *missing_faults(book, pages, say)]


def spoilt(book, how):
    """A book's marks with one mistake in them."""
    marks = list(book.marks)
    within = [i for i, (_, _, at) in enumerate(marks) if at > 0]
    if how == "moved on by a word":
        i = within[len(within) // 2]
        marks[i] = (marks[i][0], marks[i][1], marks[i][2] + 4)
    elif how == "moved back by a word":
        i = within[len(within) // 2]
        marks[i] = (marks[i][0], marks[i][1], marks[i][2] - 4)
    elif how == "exchanged":
        i, j = within[0], within[-1]
        marks[i], marks[j] = (marks[j][0], *marks[i][1:]), (marks[i][0], *marks[j][1:])
    elif how == "taken away":
        del marks[within[0]]
    return marks


def self_test(book, pages):
    good, missed = list(book.marks), []
    if faults(book, pages):
        missed.append("the book as it is has faults")
    for how in ("moved on by a word", "moved back by a word", "exchanged", "taken away"):
        book.marks = good
        book.marks = spoilt(book, how)
        book.listed = book.ncx = [(label, href) for label, href, _ in book.marks]
        if not faults(book, pages):
            missed.append(f"marks {how} went by")
    return missed


def main():
    words = sys.argv[1:]
    testing = words[0] == "--self-test"
    halfstar, folder, style = words[testing:]
    with tempfile.TemporaryDirectory() as out:
        run(halfstar, "zine", folder, "--style", style, "-q", "-o", f"{out}/zine.pdf")
        run(halfstar, "epub", folder, "--style", style, "--page-list", "-q", "-o", f"{out}/book.epub")
        book, pages = Book(f"{out}/book.epub"), printed_pages(f"{out}/zine.pdf")
    found = self_test(book, pages) if testing else faults(book, pages, print)
    for fault in found:
        print(fault)
    if not found:
        print(f"page list: {len(book.marks)} of {len(pages)} pages, each where it begins" if not testing else "page list: all mistakes found")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
