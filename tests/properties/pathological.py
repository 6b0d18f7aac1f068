#!/usr/bin/env python3
"""Texts made to make readers slow or deep: each must go through check, html, epub and pdf without a crash and in time.

    pathological.py HALFSTAR [--size small|large] [NAME...]     exit 1 and a line for each that did not

Small ones are a test (the limit is wide, since machines differ); large ones, a megabyte each, are run by hand.
"""
import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMANDS = (("check",), ("html",), ("epub",), ("pdf",))


def texts(n):
    """{name: text}, each of about n bytes."""
    def fill(pattern):
        return pattern * max(1, n // len(pattern))

    def several(count, line):
        return "".join(line.format(i) for i in range(max(1, count)))

    made = {f"run of {mark}": fill(mark) for mark in ("[", "]", "*", "_", "**", ">", "> ", "<", "`", "|", "||", "~~", "{{<", "{%", "^[", "![", "](", "&", "\\", "#",
                                                       "- ", "1. ", "\t", "\u00a0", "'", '"', "-", ".", "★", "a", "!", "[^", "<!--", "-->", "<a ", "</p>", "<p>", "$", ":", "\u0301")}
    made |= {f"pairs of {a} {b}": fill(a) + fill(b) for a, b in (("[", "]"), ("**a", "a**"), ("*a_", "_a*"), ("<div>", "</div>"), ("<b>", "</b>"), ("^[a", "]"), ("||a ", "a||"), ("{{< a >}}", "{{< /a >}}"), ("(", ")"),
                                                              ("<blockquote>\n\n", "</blockquote>\n\n"), ("<ul><li>", "</ul>"), ("<table><tr><td>", "</table>"), ("<details><summary>a</summary>\n\n", "</details>\n\n"))}
    made |= {
        "an open fence": "```\n" + fill("a b\n"), "an open comment": "<!-- " + fill("a b\n"), "open tags": fill("<i>a "), "unclosed quotations": fill("<blockquote>a\n\n"),
        "fences that do not close": fill("```\na\n~~~\n\n"), "deep quotation": fill("> " * 100 + "a\n"), "deep list": "".join("  " * i + "- a\n" for i in range(int(n ** 0.5))),
        "notes": several(n // 40, "a[^{0}]\n\n[^{0}]: b c\n\n"), "one note often": fill("a[^1] ") + "\n\n[^1]: b\n", "notes without text": several(n // 12, "a[^{0}] "), "notes in notes": several(n // 30, "[^{0}]: b[^{0}a]\n\n"),
        "inline notes": fill("a^[b] "), "a long table": "| a | b |\n|---|---|\n" + fill("| c | d |\n"), "a wide table": "|" + fill("a|") + "\n|" + fill("-|") + "\n", "many tables": fill("| a | b |\n|---|---|\n| c | d |\n\n"),
        "rows of labels": fill("Rating: 4/5\n"), "labels of credits": several(n // 30, "Directed by: Ada Quill{}\n"), "a long cast": "Cast: " + fill("Noor Fell, ") + "Sam Low\n", "labels that wait": fill("Cast:\n"),
        "references": several(n // 20, "[a{0}]: b\n") + several(n // 20, "[a{0}] "), "one long word": fill("a"), "one long line": fill("word "), "paragraphs": fill("word\n\n"), "headings": fill("# a\n\n"), "breaks": fill("***\n\n"),
        "hard breaks": fill("a  \n"), "images": fill("![a](b.png) "), "long front matter": "---\n" + several(n // 12, "key{0}: a\n") + "---\n", "front matter that never ends": "---\n" + fill("a: b\n"),
        "broken front matter": "---\n" + fill("a: b: c\n") + "---\n", "tabs in front matter": "---\na:\n" + fill("\t- b: c: d\n") + "---\n", "nested front matter": "---\na: " + fill("[") + "\n---\n", "nested json": '{"a": ' + fill("[") + "}\n",
        "long toml": "+++\n" + several(n // 12, "k{0} = 1\n") + "+++\n", "deep toml": "+++\n" + "a." * (n // 2) + "b = 1\n+++\n", "a long title": "# " + fill("word ") + "\n", "a rating of stars": "Rating: " + fill("★") + "\n",
        "entities": fill("&amp;&#65;&nosuch;"), "combining marks": "a" + fill("\u0301"), "right to left": fill("\u05d0 a 1 "), "marks of direction": fill("\u202e\u202d\u2066"), "emoji": fill("👩‍🎤"), "cut marks": fill("<!--more-->a "),
        "spoilers": fill("||a b|| "), "spoiler lines": fill(">! a\n\n"), "shortcodes": fill("{{< youtube a >}} "), "open shortcodes": fill("{{< a "), "scripts": fill("<script>a</script>"), "definitions of one name": fill("[a]: b\n"),
        "dashes": fill("a--b "), "quotation marks": fill("\"a 'b "), "carriage returns": fill("a\r"), "setext": fill("a\n=\n"), "strikes": fill("~~a "), "autolinks": fill("<https://a.b/c> "),
    }
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("halfstar")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", choices=("small", "large"), default="small")
    parser.add_argument("--slow", type=float, default=0, metavar="S", help="say what took longer than S seconds")
    wish = parser.parse_args()
    size, limit = (3000, 120) if wish.size == "small" else (1_000_000, 300)
    faults = 0
    made = {name: text for name, text in texts(size).items() if not wish.names or name in wish.names}
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for number, (name, text) in enumerate(made.items()):
            file = folder / f"{number}.md"
            file.write_text(text, encoding="utf-8", newline="")
            for command in COMMANDS:
                output = [] if command[0] == "check" else ["-o", folder / f"out.{command[0]}"]
                begin = time.monotonic()
                try:
                    done = subprocess.run([wish.halfstar, *command, file, *output, "-q"], capture_output=True, timeout=limit)
                    said = "" if done.returncode == 0 else f"ended with {done.returncode}: {done.stderr.decode(errors='replace')[-200:]}"
                except subprocess.TimeoutExpired:
                    said = f"took longer than {limit} s"
                took = time.monotonic() - begin
                if said or (wish.slow and took > wish.slow):
                    print(f"{name}, {command[0]}: {said or f'{took:.1f} s'}", flush=True)
                faults += bool(said)
            file.unlink()
    print(f"{len(made)} texts, {faults} faults")
    return 1 if faults or not made else 0


if __name__ == "__main__":
    sys.exit(main())
