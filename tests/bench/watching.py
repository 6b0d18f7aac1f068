"""How soon outputs are on disk again after a review was edited, while `halfstar watch` runs."""
import os
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

import measure
import works

PATIENCE = 120  # seconds until a build is given up
MARK = "Zyxomarked"  # a word that stands in the edited review alone
TICKS = os.sysconf("SC_CLK_TCK")


class Watching:
    """One watch over a copy of the reviews. Every round edits one of them and waits for two files."""

    def __init__(self, halfstar, corpus, out):
        self.halfstar, self.corpus, self.out = halfstar, corpus, out
        self.process = None
        self.edits = 0
        missing = "" if knows_watch(halfstar) else "this halfstar has no such command"
        self.works = [works.Work("watch-zine", "zine after an edit, watched", [], out / "zine.pdf", missing),
                      works.Work("watch-site", "page of the site after an edit, watched", [], out / "site", missing)]

    def round(self, counted):
        if self.works[0].missing:
            return
        if self.process is None and not self.start():
            return self.give_up("its first build did not end")
        before = cpu_of(self.process.pid)
        walls = self.edit()
        if walls is None:
            return self.give_up("an edit was not seen in the outputs")
        for work, wall in zip(self.works, walls):
            if counted:
                work.costs.append(measure.Cost(wall, cpu_of(self.process.pid) - before, peak_of(self.process.pid)))

    def start(self):
        source = self.out / "reviews"
        shutil.rmtree(source, ignore_errors=True)
        shutil.copytree(self.corpus, source)
        self.review = sorted(source.glob("*.md"))[len(list(source.glob("*.md"))) // 2]
        self.text = self.review.read_text(encoding="utf-8")
        self.save(f"{self.text}\n{MARK} first.\n")
        self.process = subprocess.Popen([self.halfstar, "watch", source, "-o", self.out / "made"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if not self.line():
            return False
        page = next((page for page in (self.out / "made" / "site").rglob("*.html") if MARK in page.read_text(encoding="utf-8")), None)
        self.files = [self.out / "made" / "zine.pdf", page]
        return page is not None

    def edit(self):
        """Seconds from the edit until each of the files is another one; None when one never is. The rebuild is over when it returns."""
        self.edits += 1
        known = [stamp(path) for path in self.files]
        begun = time.perf_counter()
        self.save(f"{self.text}\n{MARK} for the {self.edits}. time.\n")
        walls = [None for _ in self.files]
        while None in walls and time.perf_counter() - begun < PATIENCE:
            for place, path in enumerate(self.files):
                if walls[place] is None and stamp(path) != known[place]:
                    walls[place] = time.perf_counter() - begun
            time.sleep(0.001)
        return walls if self.line() and None not in walls else None

    def save(self, text):
        """As editors do: whole or not at all."""
        draft = self.review.with_suffix(".draft")
        draft.write_text(text, encoding="utf-8")
        draft.replace(self.review)

    def line(self):
        """The line that tells of a build; nothing when none comes."""
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        return self.process.stdout.readline() if ready else b""

    def give_up(self, why):
        for work in self.works:
            work.missing = why
        self.stop()

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
            self.process.stdout.close()
            self.process = None


def knows_watch(halfstar):
    said = subprocess.run([halfstar, "--help"], capture_output=True, text=True).stdout
    return re.search(r"^\s+watch\b", said, re.M) is not None


def stamp(path):
    found = os.stat(path)
    return found.st_ino, found.st_mtime_ns


def cpu_of(process):
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def peak_of(process):
    line = next(line for line in Path(f"/proc/{process}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024
