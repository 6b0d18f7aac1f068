#!/usr/bin/env python3
"""Reviews shared out among machines: 200 of them under GNU parallel in eight shards, a worker killed in the middle, all run
again. Nothing is lost, nothing is made twice, every output has the bytes that one plain run gives it; and memory does not
grow with the list.

    many_machines.py HALFSTAR       exit 1 with the first thing that is not so
    many_machines.py --self-test HALFSTAR    programs that forget, trust, ignore their shard or hoard must be found
"""
import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

SHARDS, KILLED = 8, 3
# What a wrapper around the program does wrong, for the self-test: `words` are its arguments, `program` the real one. What is said of
# it, by which check, and its doing.
WRAPPER = """#!{python}
import json, os, subprocess, sys
program, words = {program!r}, sys.argv[1:]
def without(option, values):
    at = words.index(option) if option in words else None
    if at is not None: del words[at:at + 1 + values]
{wrong}
os.execv(program, [program, *words])
"""
WRONG = {
    "made twice": ("check_machines", "without('--skip-unchanged', 0)"),
    "in more than one shard": ("check_machines", "without('--shard', 1)"),
    "a review changed: b.pdf differs from what one run makes": ("check_changes", """
if '--skip-unchanged' in words and os.path.exists('out'):
    for source in open('list').read().split('\\0')[:-1]:
        print(json.dumps({'source': source, 'status': 'unchanged', 'output': ''}), flush=True)
    sys.exit(0)"""),
    "takes more memory": ("check_memory", """
if words[0] == 'html':
    hoard = []
    for line in open(words[words.index('--list') + 1]): hoard.append(os.urandom(1 << 14))
    sys.exit(subprocess.run([program, *words]).returncode)"""),
}
# Hands on the first part of a list, and the rest never: whoever reads it is still at work when it is killed.
STALLED = """
import os, sys, time
sys.stdout.buffer.write(open('list', 'rb').read()[:-200])
sys.stdout.flush()
while not os.path.exists('results/over'): time.sleep(0.05)
os._exit(0)"""


class Fault(Exception):
    pass


def require(holds, words):
    if not holds:
        raise Fault(words)


def png(shade):
    """A small gray picture."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes([shade]) * 40 for _ in range(30))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def review(number):
    does = ["waits", "runs", "sleeps"]
    words = " ".join(f"A dog {does[(number + i) % 3]} in the rain, {i} times." for i in range(1, 4 + number % 9))
    picture = f"\n![A dog](stills/{number % 3}.png)\n" if number % 10 == 0 else ""
    facts = f"title: Film {number}\nyear: {1920 + number % 100}\ndate: 2019-0{1 + number % 9}-11\nrating: {number % 6}/5\n"
    return f"---\n{facts}---\n\n{words}\n{picture}"


def write_reviews(work, count):
    """Paths from `work`: names that come in several folders, one that is missing, one that is broken, one outside, odd names."""
    paths = []
    for number in range(count):
        path = work / f"year {number % 7}" / f"film-{number // 14}.{'txt' if number // 7 % 2 else 'md'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(review(number))
        paths.append(str(path.relative_to(work)))
    for folder in sorted({Path(p).parent for p in paths}):
        (work / folder / "stills").mkdir()
        for shade in range(3):
            (work / folder / "stills" / f"{shade}.png").write_bytes(png(60 * shade))
    (work.parent / "outside.md").write_text(review(999))
    (work / "odd\nname.md").write_text(review(998))
    (work / "broken.md").write_bytes(b"\0\1\2\3" * 200)
    return paths + ["../outside.md", "odd\nname.md", "broken.md", "nowhere.md"]


def results_of(text):
    """Whole lines; whoever was killed may have left half of one."""
    return [json.loads(line) for line in text.split("\n")[:-1]]


def run(halfstar, work, words, paths=None, code=None):
    if paths is not None:
        (work / "list").write_text("".join(p + "\0" for p in paths))
    done = subprocess.run([halfstar, *words], cwd=work, capture_output=True, text=True)
    require(code is None or done.returncode == code, f"{' '.join(words)} ended with {done.returncode}: {done.stderr}")
    return results_of(done.stdout)


def by_status(results, status):
    return {r["source"] for r in results if r["status"] == status}


def outputs(folder, ending="pdf"):
    return {str(p.relative_to(folder)): p.read_bytes() for p in Path(folder).rglob(f"*.{ending}")}


def parallel(halfstar, work, out, stall=False):
    """All shards under GNU parallel; with `stall` the list of one of them stalls, and its worker is killed at work."""
    results = work / "results"
    shutil.rmtree(results, ignore_errors=True)
    results.mkdir()
    feed = f"if [ {{}} = {KILLED} ]; then {sys.executable} -c \"$STALLED\"; else cat list; fi" if stall else "cat list"
    make = f"pdf --list - --shard {{}}/{SHARDS} -o {out} --jobs 1 --skip-unchanged"
    worker = f"echo $$ > results/pid.{{}}; exec \"$HALFSTAR\" {make} > results/{{}}"
    numbers = map(str, range(1, SHARDS + 1))
    command = ["parallel", "--will-cite", "--halt", "never", "-j", "4", f"({feed}) | sh -c '{worker}'", ":::", *numbers]
    environment = {**os.environ, "HALFSTAR": str(halfstar), "STALLED": STALLED, "PARALLEL_HOME": str(work / "home")}
    process = subprocess.Popen(command, cwd=work, env=environment, stderr=subprocess.DEVNULL)
    if stall:
        said = results / str(KILLED)
        while process.poll() is None and not (said.exists() and said.read_bytes().count(b"\n") >= 4):
            time.sleep(0.002)
        os.kill(int((results / f"pid.{KILLED}").read_text()), signal.SIGKILL)
        while any(not_done(results, n) for n in range(1, SHARDS + 1) if n != KILLED):
            time.sleep(0.05)
        (results / "over").touch()
    process.wait()
    return [results_of((results / str(n)).read_text()) for n in range(1, SHARDS + 1)]


def not_done(results, number):
    """Whether the worker has not begun or is still there."""
    pid = results / f"pid.{number}"
    return not pid.exists() or not pid.read_text().strip() or os.path.exists(f"/proc/{pid.read_text().strip()}")


def check_machines(halfstar, program, top, counted=200):
    """`halfstar` is what is checked; what is right is what `program` makes in one run."""
    work = top / "work"
    work.mkdir()
    paths = write_reviews(work, counted)
    plain = run(program, work, ["pdf", "--list", "list", "-o", "plain"], paths, 1)
    failed = {"broken.md", "nowhere.md"}
    require(by_status(plain, "failed") == failed, f"failed: {by_status(plain, 'failed')}")
    require(by_status(plain, "written") == set(paths) - failed and len(plain) == len(paths), "not every review has its line")
    right = outputs(work / "plain")
    places = {r["output"] for r in plain if r["status"] == "written"}
    require(len(right) == len(paths) - 2 == len(places), "two reviews share an output")
    for path in paths[:counted:29]:
        run(program, work, ["pdf", path, "-o", str(top / "alone.pdf"), "-q"])
        output = next(r["output"] for r in plain if r["source"] == path)
        require((top / "alone.pdf").read_bytes() == (work / output).read_bytes(), f"{path} differs from what it is alone")

    def none_differs(out):
        for name, data in outputs(work / out).items():
            require(right.get(name) == data, f"{out}/{name} differs from what one run makes")

    first = parallel(halfstar, work, "out", stall=True)
    listed = [r["source"] for shard in first for r in shard]
    require(len(set(listed)) == len(listed), "a review was in more than one shard")
    require(0 < len(first[KILLED - 1]), "the worker was killed before it began")
    none_differs("out")
    finished = set().union(*(by_status(shard, "written") for shard in first))
    again = parallel(halfstar, work, "out")
    listed = sorted(r["source"] for shard in again for r in shard)
    require(len(set(listed)) == len(listed), "a review was in more than one shard")
    require(listed == sorted(paths), f"lost: {set(paths) - set(listed)}")
    written = set().union(*(by_status(shard, "written") for shard in again))
    require(not written & finished, f"made twice: {sorted(written & finished)[:3]}")
    require(written, "nothing was left to do: the worker was not killed in the middle")
    none_differs("out")
    require(outputs(work / "out").keys() == right.keys(), "an output is missing")
    print(f"{len(paths)} reviews, {SHARDS} shards: {len(finished)} before a worker was killed, {len(written)} behind")
    check_storm(halfstar, work, paths, right, none_differs)
    check_together(halfstar, work, right, none_differs)


def check_storm(halfstar, work, paths, right, none_differs):
    """Killed again and again, each time a little further on, it gets to the end, and no half output passes for whole."""
    command = [halfstar, "pdf", "--list", "list", "-o", "storm", "--skip-unchanged"]
    rounds, finished = 0, set()
    for rounds in range(1, 30):
        process = subprocess.Popen(command, cwd=work, stdout=subprocess.PIPE, text=True)
        lines = []
        for line in process.stdout:
            lines.append(line)
            if '"written"' in line and sum('"written"' in one for one in lines) > 24 + rounds:
                process.kill()
        process.wait()
        results = results_of("".join(lines))
        require(not by_status(results, "written") & finished, "made twice")
        finished |= by_status(results, "written")
        none_differs("storm")
        if process.returncode >= 0:
            break
    require(rounds > 3 and outputs(work / "storm").keys() == right.keys(), "it never got to the end")
    print(f"killed {rounds - 1} times on the way")


def check_together(halfstar, work, right, none_differs):
    """Four at the same list, without shards."""
    command = [halfstar, "pdf", "--list", "list", "-o", "together", "--jobs", "2"]
    processes = [subprocess.Popen(command, cwd=work, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    for process in processes:
        results = results_of(process.communicate()[0])
        require(by_status(results, "failed") == {"broken.md", "nowhere.md"}, "they were in each other's way")
    none_differs("together")
    require(outputs(work / "together").keys() == right.keys(), "an output is missing")
    require(not list((work / "together").rglob("*.part")), "something half done was left")


def check_changes(halfstar, program, top):
    """What is made again when what changes: that, and nothing else."""
    work = top / "changes"
    work.mkdir()
    (work / "issue.yaml").write_text("")  # the root, which moves with its reviews
    paths = [f"{name}.md" for name in "abcdef"]
    (work / "stills").mkdir()
    for shade in range(3):
        (work / "stills" / f"{shade}.png").write_bytes(png(60 * shade))
    for number, path in enumerate(paths):
        (work / path).write_text(review(number + 11) + f"\n![A dog](stills/{number}.png)\n")  # 3 to 5 are not there
    words = ["pdf", "--list", "list", "-o", "out", "--skip-unchanged"]

    def made_again(what, expected, *more):
        results = run(halfstar, work, words + list(more), paths, 0)
        shutil.rmtree(work / "plain", ignore_errors=True)
        run(program, work, ["pdf", "--list", "list", "-o", "plain", *more])
        for name, data in outputs(work / "plain").items():
            require((work / "out" / name).read_bytes() == data, f"{what}: {name} differs from what one run makes")
        found = by_status(results, "written")
        require(found == set(expected), f"{what}: {sorted(found)} were made again instead of {sorted(expected)}")
        require(by_status(results, "unchanged") == set(paths) - set(expected), f"{what}: not every review has its line")

    made_again("at first", paths)
    made_again("nothing changed", [])
    for path in paths:
        os.utime(work / path, (1, 1))
    made_again("times changed", [])
    (work / "b.md").write_text((work / "b.md").read_text() + "\nOne more word.\n")
    made_again("a review changed", ["b.md"])
    (work / "stills/0.png").write_bytes(png(200))
    made_again("a picture changed", ["a.md"])
    (work / "stills/3.png").write_bytes(png(220))
    made_again("a missing picture came", ["d.md"])
    (work / "stills/1.png").unlink()
    made_again("a picture went", ["b.md"])
    (work / "stills/1.png").symlink_to("2.png")
    made_again("a link came", ["b.md"])
    (work / "stills/1.png").unlink()
    (work / "stills/1.png").symlink_to("0.png")
    made_again("a link led elsewhere", ["b.md"])
    (work / "out/c.pdf").unlink()
    made_again("an output went", ["c.md"])
    (work / "out/d.pdf").write_bytes((work / "out/d.pdf").read_bytes()[:-10])
    made_again("an output was cut", ["d.md"])
    (work / "out/e.pdf").write_bytes(b"%" + (work / "out/e.pdf").read_bytes())
    made_again("an output was changed", ["e.md"])
    record = sorted((work / "out/.halfstar/made").rglob("*"))[-1]
    record.write_bytes(record.read_bytes()[:-1])
    require(len(by_status(run(halfstar, work, words, paths, 0), "written")) == 1, "a torn record was believed")
    shutil.rmtree(work / "out/.halfstar")
    made_again("the records went", paths)
    made_again("another paper", paths, "--paper", "Letter")
    made_again("the first paper again", paths)
    style = work / "plainer"
    style.mkdir()
    (style / "style.yaml").write_text("extends: programme\n")
    made_again("a style of one's own", paths, "--style", "plainer/")
    made_again("the same style", [], "--style", "plainer/")
    (style / "style.yaml").write_text("extends: programme\n# changed\n")
    made_again("the style changed", paths, "--style", "plainer/")
    shutil.move(work, top / "moved")
    results = run(halfstar, top / "moved", words + ["--style", "plainer/"], paths, 0)
    require(by_status(results, "unchanged") == set(paths), "a folder that was moved was made again")
    print("what changed was made again, and nothing else")


def peak(command, work):
    process = subprocess.Popen([str(word) for word in command], cwd=work, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    require(os.waitstatus_to_exitcode(status) == 0, f"{command} failed")
    return used.ru_maxrss


def check_memory(halfstar, _, top):
    work = top / "memory"
    work.mkdir()
    peaks = []
    for count in (200, 2000):
        for number in range(count):
            (work / f"{number}.md").write_text(review(number % 9 + 1))
        (work / "list").write_text("".join(f"{number}.md\n" for number in range(count)))
        peaks.append(peak([halfstar, "html", "--list", "list", "-o", f"out-{count}", "--jobs", "2"], work))
    print(f"200 reviews: {peaks[0]} KB; 2,000: {peaks[1]} KB")
    require(peaks[1] < peaks[0] + 6 * 1024, f"a longer list takes more memory: {peaks} KB")


def check(halfstar, program, checks):
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        (top / "issue.yaml").write_text("")  # the root of all sources
        for one in checks:
            one(halfstar, program, top)


def self_test(program):
    missed = 0
    for words, (checked, wrong) in WRONG.items():
        with tempfile.TemporaryDirectory() as folder:
            wrapper = Path(folder) / "halfstar"
            wrapper.write_text(WRAPPER.format(python=sys.executable, program=program, wrong=wrong))
            wrapper.chmod(0o755)
            try:
                check(str(wrapper), program, [globals()[checked]])
                said = "nothing"
            except Fault as fault:
                said = str(fault)
        print(f"{words}: said {said}")
        missed += words not in said
    return missed


if __name__ == "__main__":
    if shutil.which("parallel") is None:
        sys.exit("GNU parallel is not installed")
    program = str(Path(sys.argv[-1]).resolve())
    if sys.argv[1] == "--self-test":
        sys.exit(1 if self_test(program) else 0)
    try:
        check(program, program, [check_machines, check_changes, check_memory])
    except Fault as fault:
        sys.exit(str(fault))
