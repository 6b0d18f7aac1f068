"""site_budget.py HALFSTAR OUT: writes OUT, a site of 365 reviews, and says what its first page weighs on its way to a reader,
compressed as a server does, with all that it brings in but pictures. Exit 1 when that is more than 150 KB, or when a page
brings in what is not of the site. `--self-test OUT`: each spoiled copy of that site has to fail."""
import gzip
import re
import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from more_books import review, write_reviews

BUDGET = 150_000
BRINGING = {"script": "src", "img": "src", "source": "src", "iframe": "src", "audio": "src", "video": "src", "embed": "src", "object": "data", "image": "href", "use": "href"}
SHEETS = {"stylesheet", "preload", "icon", "modulepreload", "manifest"}


class Brought(HTMLParser):
    """What a page brings in without being asked."""

    def __init__(self):
        super().__init__()
        self.addresses = []

    def handle_starttag(self, tag, attributes):
        facts = dict(attributes)
        if tag == "link" and set((facts.get("rel") or "").split()) & SHEETS:
            self.addresses.append(facts.get("href") or "")
        elif facts.get(BRINGING.get(tag, "")):
            self.addresses.append(facts[BRINGING[tag]])


def brought(path):
    reader = Brought()
    reader.feed(path.read_text(encoding="utf-8"))
    return [address for address in reader.addresses if not address.startswith(("#", "data:"))]


def faults_of(site):
    faults = []
    for page in site.rglob("*.html"):
        for address in brought(page):
            inside = not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/", address) and (page.parent / address.split("?")[0]).resolve().is_file()
            if not inside:
                faults.append(f"{page.relative_to(site)} brings in {address}")
    for sheet in site.rglob("*.css"):
        faults += [f"{sheet.name} brings in {found}" for found in re.findall(r"@import[^;]*|url\([^)]*\)", sheet.read_text(encoding="utf-8"))]
    files = ["index.html", *(address for address in brought(site / "index.html") if address.endswith((".css", ".js")))]
    weights = {name: len(gzip.compress((site / name).read_bytes(), 6, mtime=0)) for name in files if (site / name).is_file()}
    weight = sum(weights.values())
    print(f"{weight} bytes: " + ", ".join(f"{name} {size}" for name, size in weights.items()))
    if weight > BUDGET:
        faults.append(f"the first page weighs {weight} bytes, more than {BUDGET}")
    return faults


def self_test(site):
    import random
    heavy = "<p>" + random.Random(1).randbytes(BUDGET).hex() + "</p>"
    spoils = [("index.html", "</body>", heavy + "</body>"), ("index.html", "</body>", '<img src="https://example.org/a.png"></body>'),
              ("people.html", "</head>", '<link rel="stylesheet" href="//example.org/a.css"></head>'), ("index.html", "site.js", "gone.js"),
              ("style.css", "* {", "@import 'https://example.org/a.css';\n* {")]
    missed = 0
    for name, before, after in spoils:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "site"
            shutil.copytree(site, copy)
            text = (copy / name).read_text(encoding="utf-8")
            if before not in text:
                sys.exit(f"{name} has no {before}")
            (copy / name).write_text(text.replace(before, after, 1), encoding="utf-8")
            faults = faults_of(copy)
            print(f"{name}: {after[:40]}: {faults[0] if faults else 'NOT NOTICED'}")
            missed += not faults
    return missed


def main():
    if sys.argv[1] == "--self-test":
        sys.exit(1 if self_test(Path(sys.argv[2])) else 0)
    site = Path(sys.argv[2])
    shutil.rmtree(site, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "year"
        write_reviews(source, 365, review, 365)
        (source / "issue.yaml").write_text("title: Every Day\nnumber: 1\neditor: Ada Quill\n", encoding="utf-8")
        subprocess.run([sys.argv[1], "export", "--to", "site", source, "-q", "-o", site], check=True)
    faults = faults_of(site)
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
