#!/usr/bin/env python3
"""Runs one command-line case: a text file of sections, each headed by a line that begins with `--- `.

    run.py HALFSTAR CASE.test

Sections, in the order they are carried out:
    --- file NAME          the lines that follow are the file's text
    --- bytes NAME         one Python bytes expression: b'...' * 3 + b'...'
    --- sample NAME        copies NAME (a file or folder below the repository) into the case's folder
    --- run                shell lines, run in an empty folder; `halfstar` is the binary, $NOBODY starts a
                           command without root's rights (a folder's permissions bind only then)
    --- exit N             the exit code of the last `run`
    --- stdout, --- stderr what the last `run` printed, exactly; a line `...` stands for any lines
    --- exists NAME        files that must be there afterwards, a name a line may follow too
    --- absent NAME        files that must not be there
    --- text NAME          the file's text must be exactly this
Text before the first section says what the case shows. Every `run` must be followed by an `exit`.
"""
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def sections(text):
    """[(head words, body)] of the case."""
    parts = re.split(r"^--- (.*)\n", text, flags=re.M)
    return [(parts[i].split(), parts[i + 1]) for i in range(1, len(parts), 2)]


def matches(expected, actual):
    """Whether the lines agree, where a line `...` stands for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in expected.splitlines())
    return re.fullmatch(pattern, actual if actual.endswith("\n") or not actual else actual + "\n") is not None


class Case:
    def __init__(self, folder, halfstar):
        self.folder = folder
        self.faults = []
        self.last = None
        unprivileged = "setpriv --reuid=65534 --regid=65534 --clear-groups" if os.geteuid() == 0 else ""
        tools = folder.parent / "bin"
        tools.mkdir()
        # A copy, since without root's rights the folder of the build may be out of reach.
        shutil.copy(Path(halfstar).resolve(), tools / "halfstar")
        self.environment = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(folder), "LC_ALL": "C.UTF-8",
                            "NOBODY": unprivileged}
        self.environment |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}

    def fault(self, text):
        self.faults.append(text)

    def carry_out(self, words, body):
        name = words[1] if len(words) > 1 else None
        getattr(self, "do_" + words[0])(name, body)

    def path(self, name):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def do_file(self, name, body):
        self.path(name).write_text(body, encoding="utf-8")

    def do_bytes(self, name, body):
        self.path(name).write_bytes(eval(body, {"__builtins__": {"range": range, "bytes": bytes}}))

    def do_sample(self, name, body):
        source, target = REPOSITORY / name, self.path(Path(name).name)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)

    def do_run(self, name, body):
        if self.last is not None:
            self.fault("a run without an exit before this one")
        self.last = subprocess.run(["bash", "-c", body], cwd=self.folder, env=self.environment,
                                   stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
        self.printed = self.last

    def do_exit(self, name, body):
        if self.last.returncode != int(name):
            self.fault(f"exit code {self.last.returncode}, expected {name}\n" + self.last.stderr.decode(errors="replace"))
        self.last = None

    def compare(self, what, expected, actual):
        if not matches(expected, actual):
            self.fault(f"{what} differs:\n" + "\n".join(difflib.unified_diff(
                expected.splitlines(), actual.splitlines(), "expected", "actual", lineterm="")))

    def do_stdout(self, name, body):
        self.compare("standard output", body, self.printed.stdout.decode(errors="replace"))

    def do_stderr(self, name, body):
        self.compare("standard error", body, self.printed.stderr.decode(errors="replace"))

    def do_text(self, name, body):
        self.compare(name, body, (self.folder / name).read_text(encoding="utf-8"))

    def do_exists(self, name, body):
        for each in [name] * bool(name) + body.split():
            if not (self.folder / each).exists():
                self.fault(f"{each} is not there")

    def do_absent(self, name, body):
        for each in [name] * bool(name) + body.split():
            if (self.folder / each).exists():
                self.fault(f"{each} is there")


def main():
    halfstar, file = sys.argv[1:]
    parts = sections(Path(file).read_text(encoding="utf-8"))
    if not any(words[0] == "exit" for words, _ in parts):
        print(f"{file}: no exit code is checked")
        return 1
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "case"
        folder.mkdir()
        os.chmod(root, 0o755)
        case = Case(folder, halfstar)
        for words, body in parts:
            case.carry_out(words, body)
        if case.last is not None:
            case.fault("the last run has no exit")
    print("\n".join(case.faults))
    return 1 if case.faults else 0


sys.exit(main())
