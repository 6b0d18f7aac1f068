#!/usr/bin/env python3
"""Writes the paragraphs of an edition as a document for LuaLaTeX, in the measure, face and size of halfstar's zine.

    halfstar export --to json FOLDER -o edition.json
    latex.py edition.json FOLDER        lualatex.tex and the patterns that it reads, into FOLDER

Set are the paragraphs of bodies, the text that the zine sets in its full measure; what stands between them (headings, quotations,
lists) is left out. Hyphenation goes by the patterns that halfstar uses, so that the difference is the line breaking alone.
"""
import json
import re
import sys
from pathlib import Path

PATTERNS = Path("/usr/share/hyphen/hyph_en_GB.dic")
STYLES = {"emphasis": "emph", "strong": "textbf"}
SPECIAL = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
           "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}

PREAMBLE = r"""\documentclass{article}
\usepackage[paperwidth=419.528bp,paperheight=595.276bp,textwidth=243.78bp,textheight=481bp,headsep=0bp,headheight=0bp]{geometry}
\usepackage{fontspec}
\setmainfont{Vollkorn}[Path=/usr/share/fonts/truetype/vollkorn/,Extension=.ttf,UprightFont=*-Regular,
  ItalicFont=*-Italic,BoldFont=*-Bold,BoldItalicFont=*-BoldItalic,Numbers=OldStyle,RawFeature=+ss11]
\usepackage{microtype}
\directlua{
  local english = lang.new()
  lang.patterns(english, io.open("patterns.txt"):read("a"))
  tex.language = lang.id(english)
}
\lefthyphenmin=2 \righthyphenmin=3
\frenchspacing \parindent=13bp \parskip=0bp \pagestyle{empty}
% more
\widowpenalty=10000 \clubpenalty=10000 \raggedbottom
\begin{document}
\fontsize{9.5bp}{13bp}\selectfont
"""


def escaped(text):
    return "".join(SPECIAL.get(c, c) for c in text).replace("\u00ad", r"\-")


def inline(node):
    """One inline as LaTeX. Pictures and marks of notes are left out."""
    inner = "".join(inline(child) for child in node.get("inlines", []))
    if node["type"] in {"text", "code"}:
        return escaped(node.get("text", ""))
    if node["type"] == "soft-break":
        return " "
    if node["type"] == "hard-break":
        return r"\newline "
    command = STYLES.get(node.get("style", node["type"]))
    return f"\\{command}{{{inner}}}" if command else inner


def paragraphs(edition):
    for piece in edition["pieces"]:
        for block in piece.get("body", []):
            if block["type"] == "paragraph":
                yield "".join(inline(node) for node in block["inlines"])


def patterns():
    """The lines of libhyphen's file that LuaTeX understands too."""
    text = PATTERNS.read_bytes().decode("utf-8")
    return "\n".join(line for line in text.splitlines()[1:] if re.fullmatch(r"[.\w'’]+", line) and not line.isupper())


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        edition = json.load(file)
    folder = Path(sys.argv[2])
    (folder / "patterns.txt").write_text(patterns(), encoding="utf-8")
    body = "\n\n".join(paragraphs(edition))
    (folder / "lualatex.tex").write_text(PREAMBLE + body + "\n\\end{document}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
