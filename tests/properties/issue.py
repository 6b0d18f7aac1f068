#!/usr/bin/env python3
"""Recounts an issue from its reviews, and follows every entry of its contents and indexes.

    issue.py HALFSTAR FOLDER       a folder with issue.yaml; exit 1 and a line for each fault
    issue.py --self-test HALFSTAR FOLDER    spoilt numbers and entries that lead elsewhere must be found

The numbers are counted here a second time from the pieces of the issue's JSON, and compared with its statistics and with
what the charts of the zine and the site say in words. Every link on the zine's pages of contents and indexes must show the label of
the page it leads to; on that page a piece must begin that has the entry's film or person.
"""
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True)
    if done.returncode not in (0, 3) or (done.returncode == 3 and command[0] != "qpdf"):
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr.decode()}")
    return done.stdout.decode("utf-8")


# ---- the numbers, counted again ----

def day_of(piece):
    return piece.get("seen") or piece.get("published")


def counted(issue):
    """Statistics from the pieces alone; ratings must be numbers on one scale."""
    works = [(piece, work) for piece in issue["pieces"] for work in piece.get("works", [])]
    ratings = sorted(work["rating"]["value"] for _, work in works if "rating" in work)
    months, days, people = [0] * 12, set(), Counter()
    for piece, work in works:
        day = day_of(piece)
        if day and day.get("month"):
            months[day["month"] - 1] += 1
            if day.get("day"):
                days.add((day["month"], day["day"]))
        people.update({credit["name"] for credit in work.get("credits", [])})
    decades = Counter(work["year"] // 10 * 10 for _, work in works if work.get("year"))
    middle = ratings[len(ratings) // 2], ratings[(len(ratings) - 1) // 2]
    return {"films": len(works), "rated": len(ratings), "ratings": Counter(ratings), "months": months, "days": days, "decades": decades,
            "average": round(sum(ratings) / len(ratings)), "median": sum(middle) / 2,
            "people": {name: count for name, count in people.items() if count > 1},
            "best": ratings[-5:], "worst": ratings[:5]}


def number_faults(issue):
    said, own, found = issue["statistics"], counted(issue), []

    def compare(what, theirs, ours):
        if theirs != ours:
            found.append(f"{what}: {theirs} is said, {ours} is counted")

    for what in ("films", "rated"):
        compare(what, said[what], own[what])
    compare("ratings", {r["rating"]["value"]: r["count"] for r in said["ratings"] if r["count"]}, dict(own["ratings"]))
    compare("months", said["months"], own["months"])
    told = {one["decade"]: one["films"] for one in said.get("decades", [])}
    compare("decades", {decade: films for decade, films in told.items() if films}, dict(own["decades"]))
    compare("decades in a row", list(told), list(range(min(told, default=0), max(told, default=-10) + 10, 10)))
    compare("days", {(day["month"], day["day"]) for day in said["days"]}, own["days"])
    if abs(said["average"]["value"] - own["average"]) > 1:
        compare("average", said["average"]["value"], own["average"])
    compare("median", said["median"]["value"], own["median"])
    for person in said["most_seen"]:
        compare(f"films of {person['name']}", person["films"], own["people"].get(person["name"], 0))
    least = min((person["films"] for person in said["most_seen"]), default=0)
    missed = [name for name, films in own["people"].items() if films > least and name not in {p["name"] for p in said["most_seen"]}]
    compare("most seen who were passed over", missed, [])

    def values(references):
        return sorted(issue["pieces"][r["piece"]]["works"][r["work"]]["rating"]["value"] for r in references)

    compare("the best", values(said["best"]), own["best"])
    compare("the worst", values(said.get("worst", [])), own["worst"] if own["rated"] >= 10 else [])
    return found


def stars(value):
    whole, half = divmod(value, 100)
    return ("½" if not whole else f"{whole}½") if half else str(whole)


def decade_faults(decades, text):
    """The chart of decades, which is drawn when films came out in more than one."""
    chart = re.search(r"Films by decade\.([^\n\"<]*)", text)
    if len(decades) < 2:
        return ["one decade is no chart"] if chart else []
    if not chart:
        return ["the chart of decades is not told in words"]
    told = {int(decade): int(films) for decade, films in re.findall(r"(\d+)s: (\d+)", chart[1])}
    return [] if {decade: films for decade, films in told.items() if films} == dict(decades) else [f"decades: {told} is said, {dict(decades)} is counted"]


def chart_faults(issue, texts):
    """What charts say in words, in the structure of the PDF and on the site's page of numbers."""
    own, found = counted(issue), []
    for name, text in texts.items():
        chart = re.search(r"Bar chart of ratings\.([^\n\"<]*)", text)
        if not chart:
            found.append(f"{name}: the chart of ratings is not told in words")
            continue
        told = {rating: int(count) for rating, count in re.findall(r"([\d½.]+): (\d+)", chart[1])}
        for value, count in own["ratings"].items():
            if told.get(stars(value), told.get(f"{value / 100:g}")) != count:
                found.append(f"{name}: the chart does not say that {count} films have {stars(value)}")
        if sum(told.values()) != own["rated"]:
            found.append(f"{name}: the chart's bars add up to {sum(told.values())}, not {own['rated']}")
        found += [f"{name}: {fault}" for fault in decade_faults(own["decades"], text)]
    return found


# ---- the zine's links ----

class Zine:
    def __init__(self, pdf):
        objects = json.loads(run("qpdf", "--json=2", pdf))["qpdf"][1]
        self.objects = {key[4:]: entry.get("value", entry.get("stream", {}).get("dict")) for key, entry in objects.items()}
        self.pages = []
        self.walk_pages(self.resolved(self.root()["/Pages"]))
        self.numbers = {id(page): i for i, page in enumerate(self.pages)}
        self.destinations = {}
        self.walk_names(self.resolved(self.resolved(self.root()["/Names"])["/Dests"]))
        self.words = []
        for line in run("pdftotext", "-raw", "-bbox", pdf, "-").splitlines():
            if "<page " in line:
                self.words.append([])
            if box := re.search(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>', line):
                self.words[-1].append((*map(float, box.groups()[:4]), box[5].replace("&apos;", "'").replace("&amp;", "&")))

    def root(self):
        return self.resolved(self.objects["ler"]["/Root"]) if "ler" in self.objects else self.catalog()

    def catalog(self):
        return next(o for o in self.objects.values() if isinstance(o, dict) and o.get("/Type") == "/Catalog")

    def resolved(self, value):
        return self.objects[value] if isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value) else value

    def walk_pages(self, node):
        for kid in node["/Kids"]:
            kid = self.resolved(kid)
            self.walk_pages(kid) if "/Kids" in kid else self.pages.append(kid)

    def walk_names(self, node):
        names = node.get("/Names", [])
        for name, where in zip(names[::2], names[1::2]):
            self.destinations[name[2:]] = self.numbers[id(self.resolved(self.resolved(where)[0]))]
        for kid in node.get("/Kids", []):
            self.walk_names(self.resolved(kid))

    def links(self, page):
        """(words under the link, name it leads to) of each link on a page."""
        height = self.pages[page]["/MediaBox"][3]
        for annotation in self.resolved(self.pages[page].get("/Annots", [])):
            annotation = self.resolved(annotation)
            target = annotation.get("/Dest")
            if annotation.get("/Subtype") != "/Link" or not isinstance(target, str):
                continue
            left, bottom, right, top = annotation["/Rect"]
            under = [w[4] for w in self.words[page]
                     if left - 1 <= (w[0] + w[2]) / 2 <= right + 1 and height - top - 1 <= (w[1] + w[3]) / 2 <= height - bottom + 1]
            yield under, target[2:]

    def text(self, first, last):
        return letters(" ".join(w[4] for page in self.words[first:last] for w in page))


def letters(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text.casefold()) if c.isalnum())


def led_to(entry):
    """The pieces that an entry's lines lead to: a line for each role, where roles lead to different pieces."""
    roles = {}
    for reference in entry["references"]:
        for role in reference.get("roles", []):
            roles.setdefault(role, set()).add(reference["piece"])
    told_apart = len({frozenset(pieces) for pieces in roles.values()}) > 1
    return list(roles.values()) if told_apart else [{reference["piece"] for reference in entry["references"]}]


def link_faults(issue, zine):
    found, pieces = [], issue["pieces"]
    starts = {piece["key"]: zine.destinations.get(f"piece-{piece['key']}") for piece in pieces}
    found += [f"nothing leads to {key}" for key, page in starts.items() if page is None]
    if found:
        return found
    ends = dict(zip(starts, [*list(starts.values())[1:], len(zine.pages)]))
    for piece in pieces:
        if letters(piece["title"]) not in zine.text(starts[piece["key"]], starts[piece["key"]] + 1):
            found.append(f"'{piece['title']}' does not stand on page {starts[piece['key']] + 1}, where it begins")
    parts = {name: zine.destinations.get(f"part-{name}") for name in ("contents", "reviews", "numbers", "films", "people", "colophon", "fillers")}
    back_matter = min((page for name, page in parts.items() if page is not None and name in ("numbers", "films", "people")), default=len(zine.pages))
    body = min([*starts.values(), *(zine.destinations[f"section-{section['key']}"] for section in issue.get("sections", []))])
    led, shown = Counter(), {}
    for page in range(len(zine.pages)):
        is_filler = parts["fillers"] is not None and page >= parts["fillers"]
        is_index = parts["films"] is not None and page >= parts["films"] and not is_filler
        is_contents = parts["contents"] is not None and parts["contents"] <= page < body
        for under, target in zine.links(page):
            if not is_index and not is_contents and not is_filler:
                continue
            if target not in zine.destinations:
                found.append(f"page {page + 1}: a link leads to '{target}', which is nowhere")
                continue
            label = str(zine.destinations[target] + 1)
            if is_filler:  # a film's title is a link there too, and may end in a number
                shown.setdefault((page, target), set()).update(under[-1:])
                continue
            # An entry that goes on over two lines has its page on the last.
            if under and under[-1].strip(".,;") != label and (is_index or re.fullmatch(r"\d+", under[-1])):
                found.append(f"page {page + 1}: {' '.join(under)} leads to page {label}")
            led[("index" if is_index else "contents", target)] += 1
    found += [f"page {page + 1}: nothing says that {target} is on page {zine.destinations[target] + 1}"
              for (page, target), words in shown.items() if str(zine.destinations[target] + 1) not in words]
    for piece in pieces:
        if not led[("contents", f"piece-{piece['key']}")]:
            found.append(f"the contents do not lead to '{piece['title']}'")
    for kind in ("films", "people"):
        for entry in issue.get(kind, []):
            if letters(entry["words"]) not in zine.text(back_matter, len(zine.pages)):
                found.append(f"the index has no '{entry['words']}'")
            for reference in entry["references"]:
                piece = pieces[reference["piece"]]
                if not led[("index", f"piece-{piece['key']}")]:
                    found.append(f"the index does not lead to '{piece['title']}'")
                # The last page may be shared with the next piece's first.
                if letters(entry["name"]) not in zine.text(starts[piece["key"]], ends[piece["key"]] + 1):
                    found.append(f"'{entry['name']}' is not in the pages of '{piece['title']}'")
    references = sum(len(pieces) for kind in ("films", "people", "picture_credits") for e in issue.get(kind, []) for pieces in led_to(e))
    in_index = sum(count for (where, _), count in led.items() if where == "index")
    if in_index != references:
        found.append(f"{references} references stand in the indexes' data, {in_index} links on their pages")
    return found


def read(halfstar, folder, work):
    run(halfstar, "export", "--to", "json", folder, "-o", work / "issue.json", "-q")
    run(halfstar, "zine", folder, "-o", work / "zine.pdf", "-q")
    run(halfstar, "export", "--to", "site", folder, "-o", work / "site", "-q")
    issue = json.loads((work / "issue.json").read_text(encoding="utf-8"))
    structure = run("mutool", "show", work / "zine.pdf", "grep")
    told = "\n".join(decoded(value) for value in re.findall(r"/Alt ?(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]+>)", structure))
    return issue, Zine(work / "zine.pdf"), {"zine": told, "site": (work / "site" / "numbers.html").read_text(encoding="utf-8")}


def decoded(value):
    """A PDF text string as text."""
    if value.startswith("<"):
        data = bytes.fromhex(value[1:-1])
    else:
        data = re.sub(rb"\\([0-7]{3}|.)", lambda m: bytes([int(m[1], 8)]) if len(m[1]) == 3 else m[1], value[1:-1].encode("latin-1", "replace"))
    return data[2:].decode("utf-16-be") if data.startswith(b"\xfe\xff") else data.decode("latin-1")


def self_test(issue, zine):
    """A count that is one too many, a film that is never led to, a page that is another's."""
    spoilt = json.loads(json.dumps(issue))
    spoilt["statistics"]["months"][9] += 1
    checks = {"sound": not number_faults(issue) and not link_faults(issue, zine), "a wrong count": bool(number_faults(spoilt))}
    first, second = issue["pieces"][0]["key"], issue["pieces"][-1]["key"]
    places = dict(zine.destinations)
    zine.destinations[f"piece-{first}"] = places[f"piece-{second}"]
    checks["an entry that leads elsewhere"] = bool(link_faults(issue, zine))
    zine.destinations = places
    spoilt["films"][0]["words"] = spoilt["films"][0]["name"] = "No Such Film"
    checks["a film that is not in the index"] = bool(link_faults(spoilt, zine))
    if not checks["sound"]:
        print(*number_faults(issue), *link_faults(issue, zine), sep="\n")
    for name, right in checks.items():
        print(f"{'right' if right else 'WRONG'}: {name}")
    return 0 if all(checks.values()) else 1


def main():
    arguments = [a for a in sys.argv[1:] if a != "--self-test"]
    halfstar, folder = Path(arguments[0]).resolve(), Path(arguments[1])
    with tempfile.TemporaryDirectory() as work:
        issue, zine, texts = read(halfstar, folder, Path(work))
        if "--self-test" in sys.argv:
            return self_test(issue, zine)
        found = number_faults(issue) + chart_faults(issue, texts) + link_faults(issue, zine)
    for fault in found:
        print(fault)
    print(f"{len(issue['pieces'])} pieces, {len(zine.pages)} pages, {len(issue['films'])} films and {len(issue['people'])} people "
          f"in the indexes: {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
