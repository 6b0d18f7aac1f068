#!/usr/bin/env python3
"""Leaves every part of an issue out once, and has every part alone once, and looks at what the zine's pages hold then.

    parts.py HALFSTAR STYLE              exit 1 and a line for each fault
    parts.py --write FOLDER STYLE        the issue alone
    parts.py --self-test HALFSTAR STYLE  a zine that has a part which was left out, and one that lacks its only part, must be found

The issue is made up here, with something for every part to show. A part that is there begins on a page to which its name leads, and
its own words stand from there on, before the next part; one that is not there has neither a name nor words.
"""
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from issue import Zine, letters, run  # noqa: E402

# The parts in the order of docs/issue.md, and words that no other part has.
PARTS = {
    "cover": [], "masthead": ["Zadie Quill"], "letter": ["Sit down before the lights go"], "contents": ["Contents"],
    "reviews": ["nobody knew the way home"], "numbers": ["Most seen", "Every day we went"], "films": ["Index of films"],
    "people": ["Index of people"], "about": ["We meet under the clock"],
    "contributors": ["Notes on contributors", "sells the tickets"], "pictures": ["Picture credits", "Lamplight Archive"],
    "colophon": ["Colophon"], "back": [],
}


def review(number, title, year, day):
    return (f"---\ntitle: {title}\nyear: {year}\ndirector: Agnes Varda\nwriter: {'Agnes Varda' if number % 2 else 'Orson Welles'}\n"
            f"rating: {number % 5 + 1}/5\nseen: {day}\nauthor: Joss Farrow\npicture-credit: Lamplight Archive\n---\n\n"
            + "It rained, and nobody knew the way home. The lamps were lit one by one. " * 9 + "\n")


def write_issue(folder, style, parts):
    folder.mkdir(parents=True, exist_ok=True)
    films = [("Sunrise Again", 1927), ("The Long Wall", 1949), ("Salt", 1967), ("Under the Stairs", 1985), ("Nine Lamps", 2019)]
    for number, (title, year) in enumerate(films):
        (folder / f"{number}.md").write_text(review(number, title, year, f"2019-{number + 2:02}-1{number}"), encoding="utf-8")
    (folder / "letter.md").write_text("# A word first\n\nSit down before the lights go.\n", encoding="utf-8")
    (folder / "about.md").write_text("# Who we are\n\nWe meet under the clock.\n", encoding="utf-8")
    (folder / "issue.yaml").write_text(
        "title: Row C\nsubtitle: Five old films\nnumber: 7\neditor: Zadie Quill\ndate: 2019-12\nlanguage: en-GB\n"
        "contributors: [{name: Joss Farrow, note: sells the tickets}, Ada Pell]\n"
        f"style: {style}\nparts: [{', '.join(parts)}]\n", encoding="utf-8")


def read_zine(halfstar, style, parts, folder):
    write_issue(folder, style, parts)
    run(halfstar, "zine", folder, "-o", folder / "zine.pdf", "-q")
    return Zine(folder / "zine.pdf")


def part_faults(zine, parts):
    """What the pages hold that they must not, and do not hold that they must."""
    starts = {part: zine.destinations.get(f"part-{part}") for part in PARTS}
    faults = [f"{part} has no page" for part in parts if starts[part] is None]
    faults += [f"{part} was left out and has page {starts[part] + 1}" for part in PARTS if part not in parts and starts[part] is not None]
    for part, words in PARTS.items():
        for said in words:
            if part not in parts:
                if letters(said) in zine.text(0, len(zine.pages)):
                    faults.append(f"'{said}' of {part} is there, which was left out")
            elif starts[part] is not None and letters(said) not in zine.text(starts[part], end_of(zine, starts, part, parts)):
                faults.append(f"'{said}' is not in the pages of {part}")
    if "reviews" not in parts:
        faults += [f"page {page + 1}: a link leads to '{target}', which is nowhere"
                   for page in range(len(zine.pages)) for _, target in zine.links(page) if target not in zine.destinations]
    if not any(zine.words):
        faults.append("no page has a word")
    return faults


def end_of(zine, starts, part, parts):
    """The page behind a part's last one: two indexes may share a page."""
    later = [starts[other] for other in parts if starts[other] is not None and starts[other] > starts[part]]
    shared = part in ("films", "people", "pictures")
    return min(later, default=len(zine.pages)) + (1 if shared else 0)


def self_test(halfstar, style, work):
    alone = read_zine(halfstar, style, ["colophon"], work / "alone")
    checks = {"sound": not part_faults(alone, ["colophon"]),
              "a part that was left out": bool(part_faults(alone, ["cover"])),
              "a part that is not there": bool(part_faults(alone, ["colophon", "letter"]))}
    alone.destinations["part-letter"] = 0
    checks["words that are not there"] = any("is not in the pages" in fault for fault in part_faults(alone, ["colophon", "letter"]))
    for name, right in checks.items():
        print(f"{'right' if right else 'WRONG'}: {name}")
    return 0 if all(checks.values()) else 1


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if "--write" in sys.argv:
        return write_issue(Path(arguments[0]), arguments[1], list(PARTS))
    halfstar, style = Path(arguments[0]).resolve(), arguments[1]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if "--self-test" in sys.argv:
            return self_test(halfstar, style, work)
        issues = {"all parts": list(PARTS)}
        issues |= {f"without {part}": [other for other in PARTS if other != part] for part in PARTS}
        issues |= {f"{part} alone": [part] for part in PARTS}
        found = 0
        for number, (name, parts) in enumerate(issues.items()):
            for fault in part_faults(read_zine(halfstar, style, parts, work / str(number)), parts):
                print(f"{style}, {name}: {fault}")
                found += 1
    print(f"{style}: {len(issues)} issues, {found} faults")
    return 1 if found else 0


sys.exit(main())
