#!/usr/bin/env python3
"""Every diagnostic is explained and shown: for each line of include/halfstar/diagnostic_codes.def there is a heading
`## code` in docs/diagnostics.md and a transcript samples/broken/CODE.expected, whose commands print what it says.

    broken.py HALFSTAR     checks codes, docs and transcripts
    broken.py --update HALFSTAR  writes down what the transcripts' commands print now; refused where CI is set
    broken.py --self-test  sees that a code without docs, one without a transcript and a wrong transcript are found

A transcript is a list of lines `$ command`, each followed by all that the command prints on both streams. Commands run in a
copy of samples/broken; $NOBODY starts one without root's rights.
A code that no input can cause has no transcript. It stands in NO_INPUT with the test in which the program makes its own
mistake; a code that has both, and a test that does not name its code, are faults.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

# What is wrong is ours, or the moment's: {code: (the test that causes it, how it names the code)}.
NO_INPUT = {"lost-words": ("tests/unit/proof/losses.cpp", "Code::lost_words"),
            "changed-meanwhile": ("tests/unit/export/check.cpp", "Code::changed_meanwhile")}


def codes(table):
    return re.findall(r'^HALFSTAR_CODE\(\w+, "([\w-]+)"', table, flags=re.M)


def missing(table, docs, transcripts, no_input=None):
    """What a code lacks, or what explains a code that does not exist; `transcripts`: {code: text}, `no_input`: {code: whether
    its test names it}."""
    no_input = no_input or {}
    known = codes(table)
    headings = re.findall(r"^## `?([\w-]+)`?\s*$", docs, flags=re.M)
    found = [f"{c}: no heading in docs/diagnostics.md" for c in known if c not in headings]
    found += [f"{c}: no samples/broken/{c}.expected" for c in known if c not in transcripts and c not in no_input]
    found += [f"{c}: said to have no transcript, but has one" for c in no_input if c in transcripts]
    found += [f"{c}: said to have no transcript, but no such code" for c in no_input if c not in known]
    found += [f"{c}: its test does not name it" for c, tested in no_input.items() if not tested]
    found += [f"{c}: its transcript never prints [{c}]" for c in known if c in transcripts and f"[{c}]" not in transcripts[c]]
    found += [f"{c}: explained, but no such code" for c in headings if c not in known]
    found += [f"{c}: shown, but no such code" for c in transcripts if c not in known]
    return found


def replay(transcript, folder, environment):
    """What the transcript's commands print now, in the transcript's own form."""
    printed = ""
    for command in re.findall(r"^\$ (.*)$", transcript, flags=re.M):
        done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        printed += f"$ {command}\n{done.stdout.decode(errors='replace')}"
    return printed


def transcribe(halfstar):
    """[(code, transcript, what its commands print now)]"""
    source = REPOSITORY / "samples/broken"
    with tempfile.TemporaryDirectory() as root:
        os.chmod(root, 0o755)
        tools = Path(root) / "bin"
        tools.mkdir()
        shutil.copy(Path(halfstar).resolve(), tools / "halfstar")
        unprivileged = "setpriv --reuid=65534 --regid=65534 --clear-groups" if os.geteuid() == 0 else ""
        environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "NOBODY": unprivileged}
        for file in sorted(source.glob("*.expected")):
            folder = Path(root) / file.stem
            shutil.copytree(source, folder)
            transcript = file.read_text(encoding="utf-8")
            yield file.stem, transcript, replay(transcript, folder, environment)


def update(halfstar):
    if os.environ.get("CI"):
        sys.exit("transcripts are not rewritten in continuous integration")
    for code, _, now in list(transcribe(halfstar)):
        (REPOSITORY / f"samples/broken/{code}.expected").write_text(now, encoding="utf-8")
    return 0


def tested(code):
    """Whether the test that stands in for the code's transcript is there and names it."""
    path, name = NO_INPUT[code]
    return (REPOSITORY / path).is_file() and name in (REPOSITORY / path).read_text(encoding="utf-8")


def check(halfstar):
    source = REPOSITORY / "samples/broken"
    transcripts = {p.stem: p.read_text(encoding="utf-8") for p in sorted(source.glob("*.expected"))}
    faults = missing((REPOSITORY / "include/halfstar/diagnostic_codes.def").read_text(encoding="utf-8"),
                     (REPOSITORY / "docs/diagnostics.md").read_text(encoding="utf-8"), transcripts,
                     {code: tested(code) for code in NO_INPUT})
    for code, transcript, now in transcribe(halfstar):
        if now != transcript:
            faults.append(f"{code}: the transcript says\n{transcript}\nbut now it is\n{now}")
    print("\n".join(faults))
    print(f"{len(transcripts)} transcripts, {len(faults)} faults")
    return 1 if faults or not transcripts else 0


def self_test():
    table = 'HALFSTAR_CODE(a, "one", warning, "")\nHALFSTAR_CODE(b, "two", warning, "")\n'
    shown = {"one": "$ x\n[one]\n", "two": "$ x\n[two]\n"}
    checks = {
        "a whole house": missing(table, "## one\n\n## two\n", shown) == [],
        "a code without docs": missing(table, "## one\n", shown) == ["two: no heading in docs/diagnostics.md"],
        "a code without a transcript": missing(table, "## one\n\n## two\n", {"one": shown["one"]}) ==
        ["two: no samples/broken/two.expected"],
        "a transcript of something else": missing(table, "## one\n\n## two\n", {**shown, "two": "$ x\n[one]\n"}) ==
        ["two: its transcript never prints [two]"],
        "a code that no input causes": missing(table, "## one\n\n## two\n", {"one": shown["one"]}, {"two": True}) == [],
        "one that has a transcript all the same": missing(table, "## one\n\n## two\n", shown, {"two": True}) ==
        ["two: said to have no transcript, but has one"],
        "one that does not exist": missing(table, "## one\n\n## two\n", shown, {"three": True}) ==
        ["three: said to have no transcript, but no such code"],
        "one that its test does not name": missing(table, "## one\n\n## two\n", {"one": shown["one"]}, {"two": False}) ==
        ["two: its test does not name it"],
        "a wrong transcript": replay("$ echo a\nb\n", ".", dict(os.environ)) != "$ echo a\nb\n",
    }
    for name, right in checks.items():
        print(f"{'right' if right else 'WRONG'}: {name}")
    return 0 if all(checks.values()) else 1


if sys.argv[1] == "--self-test":
    sys.exit(self_test())
sys.exit(update(sys.argv[2]) if sys.argv[1] == "--update" else check(sys.argv[1]))
