#!/usr/bin/env python3
"""halfstar beside its floors and its peers on made-up reviews, all in one run: prints tables in Markdown, ratios first. Never fails on time.

    bench.py HALFSTAR [FLOORS]      FLOORS is the folder of the floors' programs (beside HALFSTAR: tests/bench)

Round by round everything runs once, so that whatever slows the machine slows all alike; the first round warms up and is not counted. Figures
are medians, and a ratio is the median of the rounds' ratios. By environment variables:
    REVIEWS=365   LARGE=5000   how many reviews; LARGE=0 leaves out how time and memory grow
    RUNS=5                     counted rounds
    PEERS=small                at which count the peers run: small, all or none (at 5,000 they take minutes each)
    UPDATE=1                   writes the tables into docs/performance.md too
    WORK=FOLDER                keeps corpora and outputs there
"""
import datetime
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import ledger
import measure
import report
import works
from watching import Watching

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "performance.md"
LARGE_WORKS = ("zine", "epub", "floor-ebook", "floor-pdf")


def number(name, otherwise):
    return int(os.environ.get(name, otherwise))


def say(text):
    print(text, file=sys.stderr, flush=True)


class Size:
    """All works at one count of reviews."""

    def __init__(self, folder, reviews, halfstar, floors, with_peers, only=None):
        """`only`: what is run of our own, and no watch."""
        self.reviews = reviews
        corpus, source, out = (folder / f"{part}-{reviews}" for part in ("reviews", "source", "out"))
        out.mkdir(parents=True, exist_ok=True)
        # In a process of its own: a child's memory is counted from that of who starts it.
        said = subprocess.run([sys.executable, HERE / "corpus.py", corpus, "--reviews", str(reviews)], check=True, capture_output=True, text=True)
        self.corpus = said.stdout.strip()
        found = works.floors(floors, corpus, out) + works.ours(halfstar, corpus, out)
        if with_peers:
            source.mkdir(exist_ok=True)
            works.prepare(corpus, source)
            found += works.peers(corpus, source, out)
        self.works = {work.name: work for work in found if only is None or work.name in only or with_peers}
        self.out = out
        self.watching = Watching(halfstar, corpus, out / "watch") if only is None else None
        if self.watching:
            self.works |= {work.name: work for work in self.watching.works}

    def round(self, counted):
        for work in self.works.values():
            if work.command and not work.missing:
                run(work, self.out, counted)
        if self.watching:
            self.watching.round(counted)

    def stop(self):
        if self.watching:
            self.watching.stop()
        works.remove_aside(self.out)


def run(work, out, counted):
    """What is short is run until it has taken a while, and its middle is the round's figure."""
    costs, log = [], out / f"{work.name}.log"
    while not costs or (counted and len(costs) < 9 and sum(cost.wall for cost in costs) < works.SHORT * 3):
        work.set_aside(out)
        if work.name == "pdflatex":
            work.made.mkdir()
        cost = measure.run(work.command, work.made if work.captured else None, log)
        if cost is None:
            work.missing = f"it failed ({log})"
            return
        costs.append(cost)
    if counted:
        work.costs.append(measure.middle(costs))


def measure_all(sizes, runs):
    for turn in range(runs + 1):
        say(f"round {turn} of {runs}" if turn else "warming up")
        for size in sizes:
            size.round(counted=turn > 0)


def figures(small, large, runs):
    lines = [f"{datetime.date.today()}. {measure.machine()}.", f"{'; '.join(works.versions(small.out))}.",
             f"{small.corpus}" + (f"; {large.corpus}" if large else "") + f". Medians of {runs} rounds.", ""]
    groups = [report.beside_others(small.works), report.singles(small.works, small.reviews)]
    if large:
        groups.append(report.growth(small.works, small.reviews, large.works, large.reviews))
    parts = ["\n".join(lines), report.goals_table(*groups)]
    for size in (small, large) if large else (small,):
        parts += ["", f"Everything that was run on {size.reviews} reviews:", "", report.all_figures(size.works, size.works["floor-ebook"])]
    parts += ["", f"The same on {small.reviews} reviews, from within:", "", ledger.tables(small.works, small.out, runs)]
    missing = [f"{work.title}: {work.missing}" for size in (small, large) if size for work in size.works.values() if work.missing]
    return "\n".join(parts + (["", "Not measured: " + "; ".join(missing) + "."] if missing else []))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    halfstar = Path(sys.argv[1]).resolve()
    floors = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else halfstar.parent / "tests" / "bench"
    runs, count, many, peers = number("RUNS", 5), number("REVIEWS", 365), number("LARGE", 5000), os.environ.get("PEERS", "small")
    with tempfile.TemporaryDirectory(prefix="halfstar-bench-") as temporary:
        folder = Path(os.environ.get("WORK", temporary)).resolve()
        small = Size(folder, count, halfstar, floors, peers != "none")
        large = Size(folder, many, halfstar, floors, peers == "all", LARGE_WORKS) if many else None
        sizes = [small, large] if large else [small]
        try:
            measure_all(sizes, runs)
        finally:
            for size in sizes:
                size.stop()
        text = figures(small, large, runs)
    if os.environ.get("UPDATE"):
        report.update(PAGE, text)
    print(text)


if __name__ == "__main__":
    main()
