#!/usr/bin/env python3
"""A site that is written again: what stays the same keeps its inode and time, what is no longer made goes away, and what
somebody else put into the folder is never touched.

    kept_folder.py HALFSTAR         exit 1 with the first thing that is not so
    kept_folder.py --self-test      a program that writes everything anew, and one that clears the folder, must be found
"""
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

REVIEWS = {"stalker": "A field, and rain in it.", "mirror": "A barn burns.", "solaris": "Weeds under water."}
LIST = ".halfstar-files"
# Programs that each do one thing wrong, for the self-test: pages for reviews, as they should be written but for that.
WRITER = """
import pathlib, sys
kind, source, site = '{0}', pathlib.Path(sys.argv[-3]), pathlib.Path(sys.argv[-1])
(site / 'reviews').mkdir(parents=True, exist_ok=True)
pages = {'reviews/%s.html' % p.stem: p.read_text() for p in sorted(source.glob('*.md'))}
pages = {'style.css': 'plain', '.halfstar-files': chr(10).join(pages), **pages}
old = (site / '.halfstar-files').read_text().split() if (site / '.halfstar-files').exists() else []
for path, text in pages.items():
    if kind == 'anew' or not (site / path).exists() or (site / path).read_text() != text: (site / path).write_text(text)
for path in site.rglob('*'):
    name = str(path.relative_to(site))
    if not path.is_dir() and name not in pages and (kind == 'clears' or name in old and kind != 'hoards'): path.unlink()
"""
WRONG = {
    "anew": "nothing was changed, yet these were written",
    "clears": "strangers were added, and these changed",
    "hoards": "a review went, but not its page",
    "overwrites": "a stranger's file stood in the way",
}


class Fault(Exception):
    pass


def require(holds, words):
    if not holds:
        raise Fault(words)


def write_reviews(source):
    source.mkdir()
    for day, (name, words) in enumerate(REVIEWS.items(), 1):
        (source / f"{name}.md").write_text(f"---\ntitle: {name.title()}\ndate: 2019-05-0{day}\nrating: 4\n---\n\n{words}\n")


def snapshot(site):
    """What stands where: kind, inode, time and bytes of everything in the folder."""
    found = {}
    for path in sorted(site.rglob("*")):
        facts = path.lstat()
        if stat.S_ISDIR(facts.st_mode):
            continue
        found[str(path.relative_to(site))] = (facts.st_ino, facts.st_mtime_ns, os.readlink(path) if path.is_symlink() else path.read_bytes())
    return found


def age(site):
    """Sets all times back by a day, so that a file that is written again shows it."""
    for path in site.rglob("*"):
        facts = path.lstat()
        os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns - 86_400 * 10**9), follow_symlinks=False)


def changed(before, after):
    return sorted(path for path in before.keys() & after.keys() if before[path] != after[path])


class Trial:
    def __init__(self, program, folder):
        self.program, self.source, self.site = program, folder / "reviews", folder / "site"
        write_reviews(self.source)

    def build(self):
        return subprocess.run([*self.program, "export", "--to", "site", str(self.source), "-o", str(self.site)], capture_output=True, text=True)

    def rebuilt(self):
        """Builds again; (what stood there before, what stands there now)."""
        age(self.site)
        before = snapshot(self.site)
        run = self.build()
        require(run.returncode == 0, f"a rebuild ended with {run.returncode}: {run.stderr}")
        return before, snapshot(self.site)

    def run(self):
        run = self.build()
        require(run.returncode == 0, f"the first build ended with {run.returncode}: {run.stderr}")
        self.nothing_changed()
        self.a_word_changed()
        self.strangers_stay()
        self.a_review_went()
        self.a_stranger_in_the_way()
        self.a_link_in_the_way()
        self.cut_short()

    def nothing_changed(self):
        before, after = self.rebuilt()
        require(before == after, f"nothing was changed, yet these were written: {changed(before, after)}")

    def a_word_changed(self):
        with open(self.source / "mirror.md", "a") as review:
            review.write("\nA second fire.\n")
        before, after = self.rebuilt()
        require("reviews/mirror.html" in changed(before, after), "a review was changed, but not its page")
        stay = {"style.css", "reviews/stalker.html", LIST} & set(changed(before, after))
        require(not stay, f"one review was changed, yet these were written: {sorted(stay)}")

    def strangers_stay(self):
        (self.site / "robots.txt").write_text("mine")
        (self.site / "reviews" / "mine.html").write_text("mine")
        (self.site / "own").mkdir()
        (self.site / "own" / "cat.txt").write_text("mine")
        (self.site / "away").symlink_to("nowhere")
        before, after = self.rebuilt()
        require(before == after, f"strangers were added, and these changed: {changed(before, after)}, went: {sorted(before.keys() - after.keys())}")

    def a_review_went(self):
        (self.source / "solaris.md").unlink()
        before, after = self.rebuilt()
        require("reviews/solaris.html" not in after, "a review went, but not its page")
        gone = sorted(before.keys() - after.keys() - {"reviews/solaris.html"})
        require(not gone, f"a review went, and with it {gone}")

    def a_stranger_in_the_way(self):
        (self.site / "reviews" / "nostalgia.html").write_text("mine")
        (self.source / "nostalgia.md").write_text("---\ntitle: Nostalgia\n---\n\nA candle.\n")
        run = self.build()
        require(run.returncode == 3, f"a stranger's file stood in the way, and the build ended with {run.returncode}")
        require("reviews/nostalgia.html" in run.stderr, f"the file in the way is not named: {run.stderr}")
        require((self.site / "reviews" / "nostalgia.html").read_text() == "mine", "a stranger's file was overwritten")
        (self.site / "reviews" / "nostalgia.html").unlink()
        self.rebuilt()

    def a_link_in_the_way(self):
        (self.source / "sacrifice.md").write_text("---\ntitle: Sacrifice\n---\n\nA house.\n")
        link = self.site / "reviews" / "sacrifice.html"
        link.symlink_to("nowhere.html")
        require(self.build().returncode == 3 and link.is_symlink(), "a stranger's link was overwritten")
        link.unlink()
        self.rebuilt()

    def cut_short(self):
        """A run that ended in the middle: its new files are ours, though no last list names them alone."""
        blocked = self.site / "reviews" / "zerkalo.html"
        (self.source / "ivan.md").write_text("---\ntitle: Ivan\ndate: 2018-01-01\n---\n\nA well.\n")
        (self.source / "zerkalo.md").write_text("---\ntitle: Zerkalo\ndate: 2020-01-01\n---\n\nAgain.\n")
        blocked.write_text("mine")
        require(self.build().returncode == 3, "a stranger's file did not stop the build")
        require((self.site / "reviews" / "ivan.html").exists(), "the run was not cut short in its middle")
        with open(self.source / "ivan.md", "a") as review:
            review.write("\nA tree.\n")
        blocked.unlink()
        self.rebuilt()
        require("A tree." in (self.site / "reviews" / "ivan.html").read_text(), "a file of a run cut short was not written again")


def fault_of(program):
    with tempfile.TemporaryDirectory() as folder:
        try:
            Trial(program, Path(folder)).run()
        except Fault as fault:
            return str(fault)
    return None


def main():
    if sys.argv[1] == "--self-test":
        faults = {kind: fault_of([sys.executable, "-c", WRITER.replace("{0}", kind)]) for kind in WRONG}
        print("\n".join(f"{kind}: {fault}" for kind, fault in faults.items()))
        sys.exit(0 if all((faults[kind] or "").startswith(words) for kind, words in WRONG.items()) else 1)
    fault = fault_of([shutil.which(sys.argv[1]) or sys.argv[1]])
    print(fault or "what stays keeps its time, what is not ours stays")
    sys.exit(1 if fault else 0)


if __name__ == "__main__":
    main()
