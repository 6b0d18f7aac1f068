#!/usr/bin/env python3
"""What the measurements stand on: the same reviews every time, no review read wrongly, tables that say what was measured. No figure is judged.

    self_test.py HALFSTAR
"""
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import convert  # noqa: E402
import corpus  # noqa: E402
import ledger  # noqa: E402
import measure  # noqa: E402
import memory  # noqa: E402
import report  # noqa: E402
import watching  # noqa: E402
import works  # noqa: E402

HALFSTAR = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else sys.exit(__doc__)


def seconds(*walls):
    return [measure.Cost(wall, wall, 1 << 20) for wall in walls]


def work(name, *walls):
    return works.Work(name, name, [], Path(name), costs=seconds(*walls))


class Corpus(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        corpus.write(self.folder / "few", 12)

    def test_the_beginning_of_a_large_corpus_is_a_small_one(self):
        corpus.write(self.folder / "many", 20)
        for path in (self.folder / "few").iterdir():
            self.assertEqual(path.read_bytes(), (self.folder / "many" / path.name).read_bytes())

    def test_another_seed_gives_other_reviews(self):
        self.assertNotEqual(corpus.Review(1, 3).text(), corpus.Review(2, 3).text())

    def test_reviews_have_about_650_words(self):
        words = corpus.write(self.folder / "words", 200)
        self.assertTrue(600 < words / 200 < 720, words / 200)

    def test_the_words_are_these(self):
        self.assertEqual(corpus.Review(1, 0).text().split("\n\n")[0], FIRST_FACTS)

    def test_half_have_labels_below_their_text_that_say_what_the_facts_say(self):
        texts = [path.read_text(encoding="utf-8") for path in sorted((self.folder / "few").glob("*.md"))]
        labelled = [text for text in texts if "\n\nMy Rating: " in text]
        self.assertTrue(2 < len(labelled) < 10, len(labelled))
        for text in labelled:
            venue, date = re.search("venue: (.*)", text)[1], re.search("date: (.*)", text)[1]
            self.assertIn(f"\n**Seen:** {venue}, {date}\n", text)

    def test_halfstar_has_nothing_to_warn_of(self):
        said = subprocess.run([HALFSTAR, "check", "--diagnostics", "short", "--warnings-as-errors", self.folder / "few"], capture_output=True, text=True)
        self.assertEqual(said.returncode, 0, said.stdout)

    def test_every_kind_of_mark_reaches_typst(self):
        texts = "\n".join(convert.Typst(convert.Source(path)).text for path in sorted((self.folder / "few").glob("*.md")))
        for mark in ("\n- ", "#emph[", "#strong[", "#footnote[", "#quote(", "#link("):
            self.assertIn(mark, texts)
        self.assertNotIn("[^", texts)

    def test_pictures_are_pictures(self):
        memory.add_pictures(self.folder / "few", 1)
        made = self.folder / "zine.pdf"
        subprocess.run([HALFSTAR, "zine", self.folder / "few", "-q", "-o", made], check=True)
        self.assertGreater(made.stat().st_size, 200_000)


class Tables(unittest.TestCase):
    def test_a_ratio_is_the_middle_of_the_rounds(self):
        self.assertEqual(report.ratio_of(work("a", 1, 8, 3), work("b", 2, 4, 3)), 1)

    def test_small_ratios_are_fractions(self):
        self.assertEqual([report.shown(r) for r in (1 / 14.2, 0.96, 1.274)], ["1/14.2", "0.96 x", "1.27 x"])

    def test_a_goal_is_reached_or_not(self):
        few = {w.name: w for w in (work("zine", 1, 1), work("typst", 13, 13), work("floor-ebook", 0.1, 0.1))}
        table = report.goals_table(report.beside_others(few))
        self.assertIn("| zine | typst | 1/13 | 1/12 | yes |", table)
        self.assertIn("| zine | floor-ebook | 10 x | 3.5 x | no |", table)
        self.assertNotIn("mutool", table)

    def test_a_review_of_many_is_held_against_one_of_few(self):
        lines = report.growth({"zine": work("zine", 1)}, 10, {"zine": work("zine", 12)}, 100)
        self.assertIn("| 1.2 x | 1.1 x | no |", lines[0])

    def test_figures_take_the_place_of_the_last_ones(self):
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.md"
            page.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nbehind\n")
            report.update(page, "new")
            self.assertEqual(page.read_text(), f"before\n{report.BEGIN}\n\nnew\n\n{report.END}\nbehind\n")

    def test_the_page_of_docs_has_its_marks(self):
        text = (HERE.parents[1] / "docs" / "performance.md").read_text()
        for mark in (report.BEGIN, report.END, memory.BEGIN, memory.END):
            self.assertEqual(text.count(mark), 1, mark)


class Ledger(unittest.TestCase):
    def test_stages_are_read_and_parts_are_not(self):
        said = "a warning\nstage wall us cpu us\nstart 1500 1000\ntotal 1500 1000\npart wall us cpu us times\nreading 9 9 1\n"
        self.assertEqual(ledger.stages_of(said), {"start": (1.5, 1.0), "total": (1.5, 1.0)})

    def test_each_run_finds_an_empty_place(self):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder)
            says_whether_it_is_there = "import pathlib, sys; made = pathlib.Path(sys.argv[1]); print('there', int(made.exists())); made.mkdir()"
            work = works.Work("site", "site", [sys.executable, "-c", says_whether_it_is_there, out / "site"], out / "site")
            self.assertEqual(ledger.repeated(work, out, 3, str.split), [["there", "0"]] * 3)
            works.remove_aside(out)
            self.assertEqual(sorted(path.name for path in out.iterdir()), ["ledger.log", "site"])

    def test_phases_are_read(self):
        self.assertEqual(ledger.phases_of("parse 0.0155\ntotal 0.02\nshape 0.01 of words\n"), {"parse": 15.5, "total": 20, "shape": 10})


class Watched(unittest.TestCase):
    """Against a program that does what a watch does, in the smallest way."""

    def watch(self, program, rounds):
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            corpus.write(folder / "reviews", 3)
            halfstar = folder / "halfstar"
            halfstar.write_text(f"#!{sys.executable}\n{program}")
            halfstar.chmod(0o755)
            watched = watching.Watching(halfstar, folder / "reviews", folder / "watch")
            for turn in range(rounds + 1):
                watched.round(counted=turn > 0)
            watched.stop()
            return watched.works

    def test_every_round_is_an_edit_that_both_outputs_show(self):
        for work in self.watch(WATCH, 2):
            self.assertEqual((work.missing, len(work.costs)), ("", 2))
            self.assertTrue(all(cost.wall >= PAUSE for cost in work.costs))

    def test_what_knows_no_watch_is_said_to_be_missing(self):
        for work in self.watch("import sys; sys.exit(2)", 1):
            self.assertEqual((work.missing, work.costs), ("this halfstar has no such command", []))


class Measuring(unittest.TestCase):
    def test_a_command_that_fails_has_no_cost(self):
        self.assertIsNone(measure.run(["false"]))

    def test_memory_and_output_are_the_command_s(self):
        with tempfile.TemporaryDirectory() as folder:
            cost = measure.run([sys.executable, "-c", "print(len(b'x' * (200 << 20)))"], Path(folder) / "out")
            self.assertEqual((Path(folder) / "out").read_text(), f"{200 << 20}\n")
            self.assertGreater(cost.memory, 200 << 20)

    def test_a_whole_run_says_what_it_measured(self):
        quick = os.environ | {"REVIEWS": "3", "LARGE": "6", "RUNS": "1", "PEERS": "none"}
        said = subprocess.run([sys.executable, HERE / "bench.py", HALFSTAR], env=quick, capture_output=True, text=True, check=True).stdout
        self.assertIn("| build: zine, booklet, ebook, site | zine |", said)
        self.assertIn("| zine of 6, memory |", said)
        self.assertIn("ms of CPU each", said)
        self.assertIn("| composing |", said)


PAUSE = 0.05  # seconds that the program below takes for a build
WATCH = f"""
import pathlib, sys, time
if sys.argv[1] == "--help": sys.exit(print("  watch  Builds again"))
source, made = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[4])
(made / "site").mkdir(parents=True)
def now(): return "".join(path.read_text() for path in sorted(source.glob("*.md")))
built = None
while True:
    text = now()
    if text != built:
        time.sleep({PAUSE})
        for name in ("zine.pdf", "site/page.html"):
            (made / "draft").write_text(text)
            (made / "draft").replace(made / name)
        print("built", flush=True)
        built = text
    time.sleep(0.005)
"""
FIRST_FACTS = """---
title: "Rhythmlike and Film"
year: 2023
directors: [Clafen Grifen]
cast:
  - Lanjor Stobri
  - Montva Wenson
  - Corhol Worthgar
  - Vertam Claquin
  - Pelver Marquindal
rating: 5/5
date: 1990-01-01
venue: Odeon
tags: [comedy, crime]
language: en-GB
---"""

if __name__ == "__main__":
    unittest.main()
