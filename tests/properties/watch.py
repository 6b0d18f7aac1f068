#!/usr/bin/env python3
"""`halfstar watch` drives itself: a folder is changed as editors, checkouts and people change it, and after each change the
outputs must be those that a fresh `build` makes, byte for byte. No time is measured; what never comes is a fault.

    watch.py HALFSTAR       exit 1 with the first thing that is not so
    watch.py HALFSTAR SEED ROUNDS FOLDER   changes a copy of FOLDER, an issue, at random: for whoever changes what is kept
    watch.py --self-test    programs that are deaf, stale or restless must be found
"""
import os
import queue
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

PATIENCE = 240  # seconds for a line; machines may be busy
QUIET = 1.5     # seconds without a line in which a rebuild would have begun
NAMES = ["stalker", "mirror", "solaris", "nostalghia"]
ISSUE = "title: Four Nights\nnumber: 3\noutputs: [zine, epub, site, reviews]\n"
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
                      "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082")

# Programs that each do one thing wrong, for the self-test. Their zine is the sources one after another.
FAKE = """
import pathlib, sys, time
kind, command, source, out = '{0}', sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[sys.argv.index('-o') + 1])
def texts(): return ''.join(p.name + p.read_text() for p in sorted(source.glob('*.md')))
def times(): return [p.stat().st_mtime_ns for p in sorted(source.glob('*.md'))]
def build(): out.mkdir(exist_ok=True), (out / 'zine.pdf').write_text(texts()), (out / 'reviews').mkdir(exist_ok=True)
build()
if command == 'build': sys.exit(0)
seen = (texts(), times())
print('4 pieces: zine.pdf, 1 ms', flush=True)
while True:
    time.sleep(0.05)
    now = (texts(), times())
    if now == seen or kind == 'deaf': continue
    if kind != 'stale': build()
    if now[0] != seen[0] or kind == 'restless': print('mirror.md: zine.pdf, 1 ms', flush=True)
    seen = now
"""


class Fault(Exception):
    pass


def require(holds, words):
    if not holds:
        raise Fault(words)


def review(title, words="It rains.", day=1):
    return f"---\ntitle: {title}\ndate: 2019-05-{day:02}\nrating: 4/5\n---\n\n{words}\n"


def files_in(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Watch:
    """A running `watch`, whose lines come one by one."""

    def __init__(self, program, source, out, *options, patience=PATIENCE):
        self.program, self.source, self.out, self.patience = program, source, out, patience
        self.errors = tempfile.TemporaryFile("w+")
        self.run = subprocess.Popen([*program, "watch", str(source), "-o", str(out), *options], stdout=subprocess.PIPE,
                                    stderr=self.errors, text=True)
        self.lines = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.run.stdout:
            self.lines.put(line.rstrip("\n"))

    def line(self, why):
        try:
            return self.lines.get(timeout=self.patience)
        except queue.Empty:
            raise Fault(f"{why}, and no line came") from None

    def no_line(self, why):
        try:
            line = self.lines.get(timeout=QUIET)
        except queue.Empty:
            return
        raise Fault(f"{why}, and yet: {line}")

    def said(self):
        self.errors.seek(0)
        return self.errors.read()

    def end(self, signal_number=signal.SIGINT):
        self.run.send_signal(signal_number)
        return self.run.wait(timeout=self.patience)

    def kill(self):
        if self.run.poll() is None:
            self.run.kill()
            self.run.wait()


class House:
    """A folder of reviews, watched, beside a folder for fresh builds."""

    def __init__(self, program, work, patience=PATIENCE, like=None):
        self.program, self.work, self.patience = program, work, patience
        self.source, self.out, self.fresh = work / "source", work / "out", work / "fresh"
        if like:
            shutil.copytree(like, self.source)
        else:
            self.source.mkdir()
            for day, name in enumerate(NAMES, 1):
                (self.source / f"{name}.md").write_text(review(name.title(), day=day))
        (self.source / "issue.yaml").write_text(ISSUE)
        self.watch = Watch(program, self.source, self.out, patience=patience)
        self.watch.line("watching began")

    def rest(self):
        """The lines until none comes for a while."""
        lines = []
        while True:
            try:
                lines.append(self.watch.lines.get(timeout=QUIET))
            except queue.Empty:
                return lines

    def as_fresh(self, why):
        shutil.rmtree(self.fresh, ignore_errors=True)
        subprocess.run([*self.program, "build", str(self.source), "-o", str(self.fresh), "-q"], check=True)
        self.is_as_fresh(why)

    def is_as_fresh(self, why):
        """Soon, if not yet: a busy machine takes its time."""
        there, end = files_in(self.fresh), time.monotonic() + self.patience
        while wrong := self.differences(there):
            require(time.monotonic() < end, f"{why}, and these are not as a fresh build makes them: {', '.join(wrong)}")
            time.sleep(0.2)

    def differences(self, there):
        try:
            here = files_in(self.out)
        except FileNotFoundError:  # it was replaced while it was looked for
            return ["a file that went meanwhile"]
        if not any(path.startswith("site/") for path in there):  # a site that is not asked for any more stays
            here = {path: content for path, content in here.items() if not path.startswith("site/")}
        return sorted(set(here) ^ set(there)) + [path for path in here if path in there and here[path] != there[path]]

    def settle(self, why):
        """A line, and perhaps more: until the outputs are right or nothing comes any more. The number of lines."""
        lines = [self.watch.line(why), *self.rest()]
        self.as_fresh(why)
        return lines

    def path(self, name):
        return self.source / name


def edit(house):
    before = {path: (house.out / path).stat().st_ino for path in files_in(house.out)}
    house.path("mirror.md").write_text(review("Mirror", "A barn burns.", 2))
    line = house.settle("a review was edited")[0]
    require(line.startswith("mirror.md: ") and line.endswith(" ms"), f"the line of an edited review is: {line}")
    same = [name for name in NAMES if (house.out / f"reviews/{name}.pdf").exists()
            and (house.out / f"reviews/{name}.pdf").stat().st_ino == before.get(f"reviews/{name}.pdf")]
    require(len(before) == 1 or same == ["stalker", "solaris", "nostalghia"], f"one review was edited, and these PDFs stayed: {same}")


def touch(house):
    os.utime(house.path("mirror.md"), (1, 1))
    house.path("stalker.md").write_bytes(house.path("stalker.md").read_bytes())
    house.watch.no_line("a file was touched, and another written as it was")


def come_and_go(house):
    house.path("ivan.md").write_text(review("Ivan's Childhood", day=9))
    require("ivan.md" in house.settle("a review was added")[0], "the line does not name the review that was added")
    house.path("ivan.md").rename(house.path("andrei.md"))
    house.settle("a review was renamed")
    house.path("andrei.md").unlink()
    require("andrei.md" in house.settle("a review was removed")[0], "the line does not name the review that was removed")
    require(not (house.out / "reviews/andrei.pdf").exists(), "a review went, and not its PDF")


def new_folder(house):
    folder = house.path("2019.bak/deep")
    folder.mkdir(parents=True)
    (folder / "sacrifice.md").write_text(review("The Sacrifice", day=11))
    house.settle("a folder with a review was added")
    (folder / "sacrifice.md").write_text(review("The Sacrifice", "A house burns.", 11))
    house.settle("a review in a new folder was edited")
    shutil.rmtree(house.path("2019.bak"))
    house.settle("a folder with a review was removed")


def pictures(house):
    house.path("mirror.md").write_text(review("Mirror", "![A field](stills/field.png)", 2))
    house.settle("a picture that is not there was named")
    house.path("stills").mkdir()
    house.path("stills/field.png").write_bytes(PIXEL)
    house.settle("a picture came")
    house.path("stills/field.png").write_bytes(PIXEL[:-1])
    house.settle("a picture changed")
    house.path("real").mkdir()
    house.path("real/field.png").write_bytes(PIXEL)
    shutil.rmtree(house.path("stills"))
    house.path("stills").symlink_to("real")
    house.settle("a folder of pictures became a link")
    house.path("mirror.md").write_text(review("Mirror", "A barn.", 2))
    house.settle("a picture is shown no more")


def as_editors_save(house):
    path, words = house.path("stalker.md"), iter(f"Rain, {n}." for n in range(9))
    beside = house.path(".stalker.md.swp")
    beside.write_text("swap")
    house.watch.no_line("an editor opened a swap file")

    def vim(text):  # asks whether it may write, moves the old one away, writes anew
        house.path("4913").write_text("")
        house.path("4913").unlink()
        path.rename(house.path("stalker.md~"))
        path.write_text(text)
        house.path("stalker.md~").unlink()

    def rename_over(text):
        house.path(".goutputstream-X").write_text(text)
        house.path(".goutputstream-X").replace(path)

    def slowly(text):
        with open(path, "w") as file:
            for letter in text:
                file.write(letter)
                file.flush()

    def emacs(text):  # keeps a backup that stays
        house.path("#stalker.md#").write_text(text)
        shutil.copy(path, house.path("stalker.md~"))
        path.write_text(text)
        house.path("#stalker.md#").unlink()

    for save in (vim, rename_over, slowly, emacs):
        save(review("Stalker", next(words)))
        lines = house.settle(f"saved as by {save.__name__}")
        require(len(lines) <= 2, f"saved as by {save.__name__}, and rebuilt {len(lines)} times")
    beside.unlink()
    house.path("stalker.md~").unlink()
    house.watch.no_line("an editor tidied up")


def mistakes(house):
    good = files_in(house.out)
    house.path("issue.yaml").write_text(ISSUE + "style: no-such-style\n")
    line = house.watch.line("issue.yaml names no style")
    require("error" in line and line.startswith("issue.yaml: "), f"the line of a mistake is: {line}")
    require("unknown-style" in house.watch.said(), "nothing was said of the unknown style")
    require(files_in(house.out) == good, "after a mistake the outputs are not those of before")
    house.path("issue.yaml").write_text(ISSUE)
    house.settle("the mistake was mended")
    house.path("issue.yaml").write_text(ISSUE.replace("Four", "Five"))
    house.settle("the issue was renamed")
    house.path("issue.yaml").write_text(ISSUE)
    house.settle("the issue was renamed back")


def styles(house):
    folder = house.path("look")
    folder.mkdir()
    (folder / "style.yaml").write_text("extends: programme\n")
    house.path("issue.yaml").write_text(ISSUE + f"style: {folder}\n")
    house.settle("a style of the folder was asked for")
    (folder / "style.yaml").write_text("extends: book\n")
    house.settle("the style was changed")
    house.path("issue.yaml").write_text(ISSUE)
    house.settle("the style was left")


def burst(house):
    for number in range(200):
        house.path(f"burst-{number:03}.md").write_text(review(f"Film {number}", "Short.", 1 + number % 28))
    lines = house.settle("200 reviews came at once")
    require(len(lines) <= 2, f"200 reviews came at once, and were rebuilt {len(lines)} times")
    for number in range(200):
        house.path(f"burst-{number:03}.md").unlink()
    lines = house.settle("200 reviews went at once")
    require(len(lines) <= 2, f"200 reviews went at once, and were rebuilt {len(lines)} times")


SETTINGS = ["rating: 10", "style: book", "style: xerox", "sheet: letter", "language: de", "publisher: Nobody", "order: title",
            "url: https://example.org/", "outputs: [reviews, site]", "outputs: [epub, site]", "group: rating", "title: {", ""]


def change_something(house, dice):
    """One change of one kind to one source; says which."""
    reviews = sorted(house.source.rglob("*.md"))
    one, other = dice.choice(reviews), dice.choice(reviews)
    bytes_of_one, bytes_of_other = one.read_bytes(), other.read_bytes()
    kind = dice.choice(["edit", "edit", "rate", "remove", "rename", "move", "copy", "swap", "issue", "picture", "show"])
    if kind == "edit":
        lines = one.read_text().split("\n")
        lines[dice.randrange(len(lines))] += dice.choice([" And rain.", "  ", "", "\n\nMore *rain*.", f" [See]({other.name})", " A note.[^n]\n\n[^n]: Rain."])
        one.write_text("\n".join(lines))
    elif kind == "rate":
        one.write_text(re.sub(r"(?m)^rating:.*$", "rating: " + dice.choice(["3", "8", "B+", "★★★", "55/100"]), one.read_text()))
    elif kind == "remove" and len(reviews) > 3:
        one.unlink()
    elif kind == "rename":
        one.rename(one.with_name(f"m{dice.randrange(99)}-{one.name[-20:]}"))
    elif kind == "move":
        folder = house.path(f"folder-{dice.randrange(3)}")
        folder.mkdir(exist_ok=True)
        one.rename(folder / one.name)
    elif kind == "copy":
        shutil.copy(one, one.with_name(f"c{dice.randrange(99)}-{one.name[-20:]}"))
    elif kind == "swap":
        one.write_bytes(bytes_of_other)
        other.write_bytes(bytes_of_one)
    elif kind == "issue":
        house.path("issue.yaml").write_text(ISSUE + dice.choice(SETTINGS) + "\n" if dice.random() < 0.5 else ISSUE)
    elif kind == "picture":
        house.path("stills").mkdir(exist_ok=True)
        house.path("stills/field.png").write_bytes(PIXEL[:dice.choice([len(PIXEL), 40, 0])])
    elif kind == "show":
        one.write_text(one.read_text() + f"\n![A field]({'../' * (len(one.relative_to(house.source).parts) - 1)}stills/field.png)\n")
    return f"{kind} {one.name}"


def at_random(house, seed=2019, rounds=8):
    """Changes by ones and by many; after each the outputs are those of a fresh build, or stay when that fails."""
    dice = random.Random(seed)
    for _ in range(rounds):
        before = files_in(house.out)
        changes = [change_something(house, dice) for _ in range(dice.choice([1, 1, 3, 8]))]
        why = f"seed {seed}: {', '.join(changes)}"
        house.rest()
        shutil.rmtree(house.fresh, ignore_errors=True)
        fresh = subprocess.run([*house.program, "build", str(house.source), "-o", str(house.fresh), "-q"], capture_output=True)
        if fresh.returncode == 0:
            house.is_as_fresh(why)
        elif len(changes) == 1:  # of several, the first may have been built before the mistake came
            require(files_in(house.out) == before, f"{why}: a build failed, and outputs changed")
    house.path("issue.yaml").write_text(ISSUE)
    house.rest()
    house.as_fresh("all was well at last")


def clean_end(house):
    require(house.watch.end() == 0, "SIGINT while waiting: not a clean end")
    house.as_fresh("watching ended")
    leftovers = [path for path in house.out.rglob("*.part")]
    require(not leftovers, f"left behind: {leftovers}")


def ended_at_work(program, work):
    """The signal comes at many moments of the first build."""
    for number, name in ((signal.SIGINT, "SIGINT"), (signal.SIGTERM, "SIGTERM")):
        for moment in (0.05, 0.3, 0.8):
            out = work / "cut"
            watch = Watch(program, work / "source", out)
            time.sleep(moment)
            code = watch.end(number)
            # Before the program has taken charge of signals, they end it as any other.
            require(code == 0 or (code == -number and not out.exists()), f"{name} {moment} s after the start: ended with {code}")
            require(not list(out.rglob("*.part")), f"{name} at work left a half file behind")
            for pdf in out.rglob("*.pdf"):
                require(pdf.read_bytes().rstrip().endswith(b"%%EOF"), f"{name} at work left {pdf} half")
            shutil.rmtree(out, ignore_errors=True)


def folder_removed(program, work):
    source = work / "gone"
    shutil.copytree(work / "source", source)
    watch = Watch(program, source, work / "gone-out")
    watch.line("watching began")
    shutil.rmtree(source)
    code = watch.run.wait(timeout=PATIENCE)
    require(code == 3 and "is gone" in watch.said(), f"the folder went, and watching ended with {code}: {watch.said()}")


def limit(program, work):
    """Where a user may have one's own limits of the kernel's, none are left."""
    if subprocess.run(["unshare", "-Ur", "sh", "-c", "echo 1 > /proc/sys/user/max_inotify_watches"], capture_output=True).returncode:
        print("the kernel lets nobody set limits here: not tried")
        return
    script = 'echo 1 > /proc/sys/user/max_inotify_watches; exec "$@"'
    run = subprocess.run(["unshare", "-Ur", "sh", "-c", script, "sh", *program, "watch", str(work / "source"), "-o", str(work / "limit")],
                         capture_output=True, text=True, timeout=PATIENCE)
    require(run.returncode == 3 and "max_user_watches" in run.stderr, f"no watches are left, and: {run.returncode} {run.stderr}")


def check(program, work):
    house = House(program, work)
    try:
        for step in (edit, touch, come_and_go, new_folder, pictures, as_editors_save, mistakes, styles, burst, at_random, clean_end):
            step(house)
    finally:
        house.watch.kill()
    ended_at_work(program, work)
    folder_removed(program, work)
    limit(program, work)


def check_at_random(program, work, seed, rounds, like):
    house = House(program, work, like=like)
    try:
        at_random(house, seed, rounds)
    finally:
        house.watch.kill()


def self_test():
    for kind in ("deaf", "stale", "restless", "good"):
        with tempfile.TemporaryDirectory() as work:
            program = [sys.executable, "-c", FAKE.format(kind)]
            house = None
            try:
                house = House(program, Path(work), patience=3)
                edit(house)
                touch(house)
                found = None
            except Fault as fault:
                found = str(fault)
            finally:
                if house:
                    house.watch.kill()
            if (found is None) != (kind == "good"):
                return f"a program that is {kind} was not judged so: {found}"
    return None


def main():
    if sys.argv[1:] == ["--self-test"]:
        wrong = self_test()
        print(wrong or "deaf, stale and restless programs were found")
        return 1 if wrong else 0
    with tempfile.TemporaryDirectory() as work:
        try:
            if len(sys.argv) == 5:
                check_at_random([sys.argv[1]], Path(work), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
            else:
                check([sys.argv[1]], Path(work))
        except Fault as fault:
            print(fault)
            return 1
    print("every change was seen, and what was written is what a fresh build writes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
