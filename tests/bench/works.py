"""What is measured: the commands of halfstar, the floors, and the peers that are installed."""
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
TYPST = HERE / "node_modules" / "@myriaddreamin" / "typst-ts-node-compiler"
FACES = "/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf"
PATTERNS = "/usr/share/hyphen/hyph_en_GB.dic"
ASIDE = "aside"
SHORT = 0.1  # seconds: what takes less is run several times in a round


@dataclass
class Work:
    """A command, and why it cannot be run if it cannot. `made` is what it writes; what an earlier run wrote is out of its way by then."""
    name: str
    title: str
    command: list
    made: Path
    missing: str = ""
    captured: bool = False  # what it makes comes from its standard output
    costs: list = field(default_factory=list)  # a round each

    def set_aside(self, out):
        """Puts what an earlier run made out of the way. It is removed at the end: a file system that has just removed a thousand files makes the
        next ones slowly."""
        if self.made.exists():
            aside = out / ASIDE
            aside.mkdir(exist_ok=True)
            self.made.rename(aside / str(sum(1 for _ in aside.iterdir())))


def remove_aside(out):
    shutil.rmtree(out / ASIDE, ignore_errors=True)


def tool(name):
    return "" if shutil.which(name) else f"{name} is not installed"


def ours(halfstar, corpus, out):
    """The commands of the goals, into the folder `out`. Sources and outputs are apart, so that no output is read."""
    def work(name, title, words, made):
        return Work(name, title, [halfstar, *words, "-q", "-o", made], made)
    one = sorted(corpus.glob("*.md"))[0]
    return [
        work("zine", "zine", ["zine", corpus], out / "zine.pdf"),
        work("epub", "epub", ["epub", corpus], out / "book.epub"),
        work("site", "site", ["export", "--to", "site", corpus], out / "site"),
        work("build", "build: zine, booklet, ebook, site", ["build", corpus], out / "build"),
        work("pdfs", "pdf, one each", ["pdf", corpus], out / "notes"),
        work("one", "one review to PDF", ["pdf", one], out / "one.pdf"),
    ]


def floors(programs, corpus, out):
    def work(name, title, *more):
        program = programs / f"floor_{name}"
        return Work(f"floor-{name}", title, [program, corpus, out / f"floor-{name}", *more], out / f"floor-{name}",
                    "" if program.exists() else "it is built by the preset bench")
    return [work("ebook", "floor of ebooks: cmark, XHTML, deflate"), work("pdf", "floor of PDFs: text work, deflate", FACES, PATTERNS)]


def prepare(corpus, folder):
    """What the peers read, and what some of them read is made by others: returns the Markdown, Typst, HTML and TeX of the book."""
    subprocess.run(["python3", HERE / "convert.py", corpus, folder], check=True)
    for name in ("book", "one"):
        with open(folder / f"{name}.html", "wb") as page:
            if not tool("cmark"):
                subprocess.run(["cmark", "--smart", folder / f"{name}.md"], stdout=page, check=True)
    if not tool("pandoc") and not tool("pdflatex"):
        subprocess.run(["pandoc", folder / "book.md", "-s", "--toc", "--top-level-division=section", "-V", "documentclass=article", "-V", "classoption=10pt",
                        "-V", "geometry:a5paper,hmargin=16mm,vmargin=19mm", "-o", folder / "book.tex"], check=True)


def peers(corpus, source, out):
    """`source` is what `prepare` made."""
    typst = "" if TYPST.exists() else "its compiler is not installed (scripts/install_packages.sh bench)"
    def set_by_typst(name, title):
        made = out / f"{name}.pdf"
        return Work(name, title, ["node", HERE / "typst.cjs", source / ("one.typ" if name.endswith("one") else "book.typ"), made], made, tool("node") or typst)
    tex = out / "latex"
    return [
        Work("cmark", "cmark, HTML", ["cmark", "--smart", *sorted(corpus.glob("*.md"))], out / "cmark.html", tool("cmark"), captured=True),
        Work("pandoc-html", "pandoc, HTML", ["pandoc", source / "book.md", "-s", "--toc", "--toc-depth=1", "-o", out / "pandoc.html"], out / "pandoc.html", tool("pandoc")),
        Work("pandoc-epub", "pandoc, EPUB", ["pandoc", source / "book.md", "--toc", "--toc-depth=1", "-o", out / "pandoc.epub"], out / "pandoc.epub", tool("pandoc")),
        set_by_typst("typst", "Typst, PDF"),
        set_by_typst("typst-one", "Typst, one review"),
        mutool("mutool", "MuPDF (mutool), PDF", source / "book.html", out),
        mutool("mutool-one", "MuPDF (mutool), one review", source / "one.html", out),
        Work("pdflatex", "pdfLaTeX, one pass of two", ["pdflatex", "-interaction=batchmode", f"-output-directory={tex}", source / "book.tex"], tex,
             tool("pdflatex") or tool("pandoc")),
    ]


def mutool(name, title, page, out):
    made = out / f"{name}.pdf"
    return Work(name, title, ["mutool", "convert", "-F", "pdf", "-O", "width=420,height=595,em=10", "-o", made, page], made, tool("mutool") or tool("cmark"))


def version_of(words):
    said = subprocess.run(words, capture_output=True, text=True)
    return (said.stdout or said.stderr).splitlines()[0].split(" - ")[0]


def versions(out):
    """Of the peers that are there, in their own words. Typst says it in what it has set."""
    commands = {"cmark": ["cmark", "--version"], "pandoc": ["pandoc", "--version"], "mutool": ["mutool", "-v"], "pdflatex": ["pdflatex", "--version"]}
    found = [version_of(words) for name, words in commands.items() if not tool(name)]
    printed = next((path for path in (out / "typst.pdf", out / "typst-one.pdf") if path.exists()), None)
    typst = re.search(rb"Typst \d[\d.]*\d", printed.read_bytes()) if printed else None
    return found + [typst[0].decode()] if typst else found
