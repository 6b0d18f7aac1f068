#!/usr/bin/env python3
"""The same input gives the same bytes: exports the samples and builds the sample issue twice, the second time in another time zone, locale,
working directory, number of threads and umask, and compares every file.

    determinism.py HALFSTAR SAMPLES
"""
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def sample_files(samples):
    return sorted(p for p in Path(samples).iterdir()
                  if p.suffix in {".md", ".markdown", ".txt"} and not p.name.startswith("README"))


def export(halfstar, samples, out, folder, environment, jobs):
    """Every format below `out`, started in `folder`."""
    sources = [os.path.relpath(p, folder) for p in sample_files(samples)]
    for words in (["pdf", "-o", f"{out}/pdf/"], ["pdf", "--paper", "Letter", "-o", f"{out}/letter/"],
                  ["html", "-o", f"{out}/html/"], ["html", "-o", f"{out}/all.html"], ["epub", "-o", f"{out}/all.epub"],
                  ["export", "--to", "json", "-o", f"{out}/all.json"], ["export", "--to", "svg", "-o", f"{out}/svg/"],
                  ["export", "--to", "png", "-o", f"{out}/png/"], ["build", "-o", f"{out}/issue"]):
        inputs = [os.path.relpath(Path(samples) / "2019", folder)] if words[0] == "build" else sources
        done = subprocess.run([halfstar, *words, *inputs, "--jobs", jobs, "-q"], cwd=folder,
                              env={**os.environ, **environment})
        if done.returncode != 0:
            sys.exit(f"halfstar {' '.join(words)} ended with {done.returncode}")


def digests(folder):
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def main():
    halfstar, samples = (str(Path(a).resolve()) for a in sys.argv[1:])
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        export(halfstar, samples, one, Path(samples).parent, {"TZ": "UTC", "LANG": "C", "LC_ALL": "C"}, "1")
        export(halfstar, samples, two, two, {"TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}, "4")
        first, second = digests(Path(one)), digests(Path(two))
    different = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    for name in different:
        print(f"differs: {name}")
    print(f"{len(first)} files compared, {len(different)} differ")
    return 1 if different or not first else 0


sys.exit(main())
