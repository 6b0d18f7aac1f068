#!/usr/bin/env python3
"""Nothing that a review holds does anything but be read: attacks in every fact of reviews and issues and at every place of
their text, and what is made of them opened in Chromium.

    check.py HALFSTAR              page, site, ebook, feeds, drawings, PDFs
    check.py --self-test HALFSTAR  each class of danger, written as no halfstar does, must be found, and what it lets
                                   through when it is told to
"""
import subprocess
import sys
import tempfile
from pathlib import Path

import outputs
import reviews
import self_test
from payloads import payloads

HERE = Path(__file__).parent


def run(halfstar, *words):
    """Errors of the reviews (exit 1) are theirs; anything else is ours."""
    done = subprocess.run([halfstar, *map(str, words), "-q", "--diagnostics", "short"], capture_output=True, timeout=600)
    if done.returncode not in (0, 1) or b"error:" in done.stderr:
        raise SystemExit(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr[-2000:].decode(errors='replace')}")


def make(halfstar, shelf, issues, out):
    run(halfstar, "build", shelf, "-o", out / "shelf")
    for number, issue in enumerate(issues):
        run(halfstar, "build", issue, "-o", out / f"issue-{number}")
        run(halfstar, "html", issue, "-o", out / f"issue-{number}.html")
    all_of_them = sorted(shelf.glob("*/*.md"))
    run(halfstar, "html", *all_of_them[::5], "--root", shelf, "-o", out / "page.html")
    run(halfstar, "pdf", *all_of_them[::15], "--root", shelf, "-o", out / "pdf")
    run(halfstar, "export", "--to", "svg", *all_of_them[::25], "--root", shelf, "-o", out / "svg")


def look(out, unpacked):
    faults = outputs.faults_of_folder(out)
    for number, book in enumerate(sorted(out.rglob("*.epub"))):
        faults += outputs.unpacked(book, unpacked / f"book-{number}")
    faults += outputs.pages_of_feeds(out, unpacked / "feeds")
    faults += outputs.faults_of_xml(out) + outputs.faults_of_xml(unpacked)
    for path in sorted(out.rglob("*.pdf")):
        faults += outputs.faults_of_pdf(path)
    return faults


def opened(folder):
    """What Chromium says of the folder's pages, as lines."""
    done = subprocess.run(["node", HERE / "pages.mjs", folder], capture_output=True, text=True)
    if done.returncode not in (0, 1) or " pages opened, " not in done.stdout:
        raise SystemExit(done.stdout + done.stderr)
    print(done.stdout.splitlines()[-1])
    return done.stdout.splitlines()[:-1]


def check(halfstar, root):
    out, around = root / "out", root / "out.txt"
    around.write_text("mine")
    shelf, attacks = root / "shelf", payloads()
    reviews.write_shelf(shelf, attacks)
    issues = reviews.write_issues(root / "issues", attacks)
    before = {path for path in root.rglob("*") if out not in path.parents and path != out}
    make(Path(halfstar).resolve(), shelf, issues, out)
    after = {path for path in root.rglob("*") if out not in path.parents and path != out}
    faults = [f"name: {path} was written outside" for path in after - before]
    # Below `out`, since pages may show what lies beside them.
    faults += look(out, out / "unpacked") + opened(out)
    print(f"{len(attacks)} attacks, {len(list(out.rglob('*')))} files, {len(faults)} faults")
    return faults


def main():
    with tempfile.TemporaryDirectory() as folder:
        testing = sys.argv[1] == "--self-test"
        faults = self_test.check(sys.argv[2], Path(folder), opened) if testing else check(sys.argv[1], Path(folder))
    print("\n".join(faults[:200]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
