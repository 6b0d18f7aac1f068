#!/usr/bin/env python3
"""Holds the languages that books state against the scripts of their words: a screen reader that is told the wrong one reads nothing.

    book_languages.py BOOK.epub...             exit 1 and a line for each stretch of words whose language is not written in their script
    book_languages.py --self-test BOOK.epub    a book from which statements of languages are taken must be found wrong

The package must name every language that its documents state of whole pieces.
"""
import re
import sys
import unicodedata
import zipfile
from xml.etree import ElementTree as tree

XHTML = "{http://www.w3.org/1999/xhtml}"
SCRIPTS = {"ARABIC": {"ar", "fa", "ur"}, "HEBREW": {"he", "yi"}, "CYRILLIC": {"ru", "uk", "bg", "sr", "be"}, "GREEK": {"el", "grc"},
           "DEVANAGARI": {"hi", "mr", "ne", "sa"}, "THAI": {"th"}, "HANGUL": {"ko"}, "HIRAGANA": {"ja"}, "KATAKANA": {"ja"},
           "CJK": {"ja", "zh", "ko"}}
ALL = set().union(*SCRIPTS.values())


def script_of(text):
    """The script of most letters, by the names of their characters; none where there are no letters."""
    counts = {}
    for c in text:
        if c.isalpha():
            script = unicodedata.name(c, "?").split()[0].split("-")[0]
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=counts.get) if counts else None


def fault_of(text, language):
    script, base = script_of(text), language.split("-")[0]
    if language == "und":
        return None  # said to be unknown
    if script in SCRIPTS and base not in SCRIPTS[script]:
        return f"{script.capitalize()} words are said to be '{language}'"
    # Names in another script than their sentence's are no change of language: only whole sentences of Latin letters count.
    if script == "LATIN" and base in ALL and len(text.split()) > 6:
        return f"Latin words are said to be '{language}'"
    return None


def stretches(element, language):
    """Each text with the language that holds for it."""
    language = element.get("{http://www.w3.org/XML/1998/namespace}lang") or language
    if element.text:
        yield element.text, language
    for child in element:
        yield from stretches(child, language)
        if child.tail:
            yield child.tail, language


def faults(path, spoil=lambda text: text):
    found, languages = [], set()
    with zipfile.ZipFile(path) as archive:
        named = set(re.findall(r"<dc:language>([^<]+)<", archive.read("EPUB/package.opf").decode("utf-8")))
        for name in archive.namelist():
            if not name.endswith(".xhtml"):
                continue
            root = tree.fromstring(spoil(archive.read(name).decode("utf-8")))
            if root.get("lang") is None or root.get("lang") != root.get("{http://www.w3.org/XML/1998/namespace}lang"):
                found.append(f"{path}: {name} states no language, or two")
            if "/piece-" in name:
                languages.add(root.get("lang"))
            for text, language in stretches(root.find(XHTML + "body"), root.get("lang") or ""):
                if fault := fault_of(text, language):
                    found.append(f"{path}: {name}: {fault}: {text.strip()[:60]}")
    if not languages <= named:
        found.append(f"{path}: the package does not name {sorted(filter(None, languages - named))}")
    return found


def main():
    words = sys.argv[1:]
    testing = bool(words) and words[0] == "--self-test"
    books = words[testing:]
    if not books:
        sys.exit("book_languages.py: nothing to check")
    if testing:
        mistakes = {"phrases without their languages": lambda text: re.sub(r'(<(?:a|cite|span|q|i|h1)\b[^>]*) lang="[^"]*" xml:lang="[^"]*"', r"\1", text),
                    "documents without their languages": lambda text: re.sub(r'(<html[^>]*) lang="[^"]*" xml:lang="[^"]*"', r"\1", text)}
        missed = [name for name, spoil in mistakes.items() if not faults(books[0], spoil)]
        for name in missed:
            print(f"{name}: nothing was found")
        sys.exit(1 if missed else 0)
    found = [fault for book in books for fault in faults(book)]
    for fault in found:
        print(fault)
    if not found:
        print(f"languages: {len(books)} books, nothing found")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
