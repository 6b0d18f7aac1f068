#!/usr/bin/env python3
"""Every diagnostic is explained and shown: for each line of include/halfstar/diagnostic_codes.def there is a heading
`## code` in docs/diagnostics.md and a transcript samples/broken/CODE.expected, whose commands print what it says.

    broken.py HALFSTAR     checks codes, docs and transcripts
    broken.py --self-test  sees that a code without docs, one without a transcript and a wrong transcript are found

A transcript is a list of lines `$ command`, each followed by all that the command prints on both streams. Commands run in a
copy of samples/broken.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def codes(table):
    return re.findall(r'^HALFSTAR_CODE\(\w+, "([\w-]+)"', table, flags=re.M)


def missing(table, docs, transcripts):
    """What a code lacks, or what explains a code that does not exist; `transcripts`: {code: text}."""
    known = codes(table)
    headings = re.findall(r"^## `?([\w-]+)`?\s*$", docs, flags=re.M)
    found = [f"{c}: no heading in docs/diagnostics.md" for c in known if c not in headings]
    found += [f"{c}: no samples/broken/{c}.expected" for c in known if c not in transcripts]
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


def check(halfstar):
    source = REPOSITORY / "samples/broken"
    transcripts = {p.stem: p.read_text(encoding="utf-8") for p in sorted(source.glob("*.expected"))}
    faults = missing((REPOSITORY / "include/halfstar/diagnostic_codes.def").read_text(encoding="utf-8"),
                     (REPOSITORY / "docs/diagnostics.md").read_text(encoding="utf-8"), transcripts)
    with tempfile.TemporaryDirectory() as root:
        tools = Path(root) / "bin"
        tools.mkdir()
        (tools / "halfstar").symlink_to(Path(halfstar).resolve())
        environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        for code, transcript in transcripts.items():
            folder = Path(root) / code
            shutil.copytree(source, folder)
            now = replay(transcript, folder, environment)
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
        "a wrong transcript": replay("$ echo a\nb\n", ".", dict(os.environ)) != "$ echo a\nb\n",
    }
    for name, right in checks.items():
        print(f"{'right' if right else 'WRONG'}: {name}")
    return 0 if all(checks.values()) else 1


sys.exit(self_test() if sys.argv[1:] == ["--self-test"] else check(sys.argv[1]))
