"""feeds.py [--self-test] SITE...: what RFC 4287 says that feed.xml must be, what JSON Feed 1.1 requires of feed.json, and that
both say the same; where there is a sitemap.xml, that it lists the site's pages and no others. Exit 1 on any fault, and
where a site has no entries. --self-test: each spoiled copy of the first site's feeds has to show a fault."""
import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
INSTANT = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)")
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
ONCE = {"id", "title", "updated"}
AT_MOST_ONCE = {"feed": {"generator", "icon", "logo", "rights", "subtitle"}, "entry": {"published", "summary", "content", "rights", "source"}}
TEXTS = {"title", "subtitle", "summary", "rights"}


def local(element):
    return element.tag.removeprefix(ATOM)


class Atom:
    """RFC 4287, by its sections."""

    def __init__(self, text):
        self.faults, self.root = [], None
        try:
            self.root = ElementTree.fromstring(text)
        except ElementTree.ParseError as error:
            self.faults.append(f"not well-formed: {error}")
            return
        if self.root.tag != ATOM + "feed":
            self.faults.append(f"4.1.1: the root is {self.root.tag}")
            return
        self.entries = self.root.findall(ATOM + "entry")
        self.holder(self.root, "feed")
        for entry in self.entries:
            self.holder(entry, "entry")
        ids = [entry.findtext(ATOM + "id") for entry in self.entries]
        self.want(len(ids) == len(set(ids)), "4.1.2: two entries have one id")
        owned = self.root.find(ATOM + "author") is not None or all(e.find(ATOM + "author") is not None for e in self.entries)
        self.want(owned, "4.1.1: neither the feed nor each entry has an author")

    def want(self, holds, words):
        if not holds:
            self.faults.append(words)

    def holder(self, element, kind):
        names = [local(child) for child in element]
        for name in ONCE:
            self.want(names.count(name) == 1, f"4.1: {kind} has {names.count(name)} {name}")
        for name in AT_MOST_ONCE[kind]:
            self.want(names.count(name) <= 1, f"4.1: {kind} has {names.count(name)} {name}")
        alternates = [(link.get("type"), link.get("hreflang")) for link in element.findall(ATOM + "link") if link.get("rel", "alternate") == "alternate"]
        self.want(len(alternates) == len(set(alternates)), f"4.1: {kind} has two alternates of one type and language")
        if kind == "entry":
            self.want("content" in names or alternates, "4.1.2: an entry has neither content nor an alternate")
        for child in element:
            self.child(child)

    def child(self, element):
        name = local(element)
        if name == "id":
            self.want(IRI.fullmatch(element.text or "") is not None, f"4.2.6: the id {element.text!r} is no absolute IRI")
        if name in ("updated", "published"):
            self.want(INSTANT.fullmatch(element.text or "") is not None, f"3.3: {name} {element.text!r} is no date of RFC 3339")
        if name in TEXTS:
            self.want(element.get("type", "text") in ("text", "html", "xhtml"), f"3.1: {name} of type {element.get('type')}")
            self.want(element.get("type") == "xhtml" or len(element) == 0, f"3.1: {name} holds elements")
        if name == "link":
            self.want(bool(element.get("href")), "4.2.7.1: a link has no href")
        if name == "category":
            self.want(element.get("term") is not None, "4.2.2.1: a category has no term")
        if name in ("author", "contributor"):
            self.person(element)
        if name == "content":
            self.content(element)

    def person(self, element):
        names = [local(child) for child in element]
        self.want(names.count("name") == 1, f"3.2: a person has {names.count('name')} names")
        self.want(names.count("uri") <= 1 and names.count("email") <= 1, "3.2: a person has two addresses")

    def content(self, element):
        kind = element.get("type", "text")
        self.want(kind in ("text", "html", "xhtml") or "/" in kind and not kind.startswith(("multipart/", "message/")), f"4.1.3.1: content of type {kind}")
        if kind in ("text", "html"):
            self.want(len(element) == 0, f"4.1.3.3: {kind} content holds elements")
        if element.get("src") is not None:
            self.want(not (element.text or "").strip() and len(element) == 0, "4.1.3.2: content from elsewhere is not empty")


def faults_of_json(text):
    try:
        feed = json.loads(text)
    except json.JSONDecodeError as error:
        return [f"no JSON: {error}"], []
    faults = []

    def want(holds, words):
        if not holds:
            faults.append(words)

    def is_url(value):
        return isinstance(value, str) and re.match(r"https?://[^/\s]+", value) is not None

    def authors(holder, where):
        for author in holder.get("authors", []):
            want(isinstance(author, dict) and any(author.get(key) for key in ("name", "url", "avatar")), f"{where}: an author without a name")
        want("author" not in holder, f"{where}: author is of version 1.0")

    want(isinstance(feed, dict), "the top is no object")
    if not isinstance(feed, dict):
        return faults, []
    want(feed.get("version") == "https://jsonfeed.org/version/1.1", "version")
    want(isinstance(feed.get("title"), str), "title")
    want(isinstance(feed.get("items"), list), "items")
    for key in ("home_page_url", "feed_url"):
        want(key not in feed or is_url(feed[key]), f"{key} {feed.get(key)!r} is no URL")
    authors(feed, "feed")
    items = feed.get("items") or []
    for item in items:
        want(isinstance(item.get("id"), str) and item["id"] != "", "an item without an id")
        want(isinstance(item.get("content_html"), str) or isinstance(item.get("content_text"), str), "an item without content")
        want("url" not in item or is_url(item["url"]), f"the url {item.get('url')!r} is no URL")
        for key in ("date_published", "date_modified"):
            want(key not in item or INSTANT.fullmatch(item[key]) is not None, f"{key} {item.get(key)!r} is no date of RFC 3339")
        want(all(isinstance(tag, str) for tag in item.get("tags", [])), "a tag that is no string")
        authors(item, "item")
    want(len({item.get("id") for item in items}) == len(items), "two items have one id")
    return faults, items


def faults_of_feeds(atom_text, json_text):
    atom = Atom(atom_text)
    faults = [f"feed.xml: {fault}" for fault in atom.faults]
    json_faults, items = faults_of_json(json_text)
    faults += [f"feed.json: {fault}" for fault in json_faults]
    if faults:
        return faults, 0

    def of_atom(entry):
        text = lambda name: entry.findtext(ATOM + name) or ""
        return (text("id"), text("title"), text("published"), text("summary"), text("content"), entry.get(LANG) or "",
                [author.findtext(ATOM + "name") for author in entry.findall(ATOM + "author")], [c.get("term") for c in entry.findall(ATOM + "category")])

    def of_json(item):
        return (*(item.get(key, "") for key in ("id", "title", "date_published", "summary", "content_html", "language")),
                [author["name"] for author in item.get("authors", [])], item.get("tags", []))

    if [of_atom(entry) for entry in atom.entries] != [of_json(item) for item in items]:
        faults.append("feed.xml and feed.json say different things")
    return faults, len(items)


def faults_of_map(site):
    path = site / "sitemap.xml"
    if not path.exists():
        return []
    root = ElementTree.fromstring(path.read_bytes())
    listed = [loc.text for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    home = min(listed, key=len, default="")
    pages = {home + ("" if name == "index.html" else name) for name in (str(page.relative_to(site)) for page in site.rglob("*.html"))}
    return [] if set(listed) == pages and len(listed) == len(pages) else [f"sitemap.xml: {sorted(pages.symmetric_difference(listed))}"]


SPOILS_ATOM = [("<title>", "<title><b/>"), ("<updated>", "<updated>on "), ("<id>", "<id>not an iri "), ("</feed>", "<title>two</title></feed>"), ("</author>", "<name>two</name></author>"),
               ("<link rel=\"self\" type=\"application/atom+xml\"", "<link type=\"text/html\""), (" href=\"", " ref=\""), ("http://www.w3.org/2005/Atom", "http://www.w3.org/2005/Aton"),
               ("type=\"html\">", "type=\"multipart/mixed\">"), ("</feed>", ""), ("</entry>", "<category/></entry>"), ("</entry>", "<content>x</content></entry>"),
               ("<content type=\"html\">", "<content type=\"html\">other ")]
SPOILS_JSON = [("/version/1.1", "/version/9"), ("\"title\"", "\"titel\""), ("\"items\"", "\"entries\""), ("\"id\"", "\"ident\""), ("\"content_html\"", "\"content\""),
               ("\"date_published\":\"", "\"date_published\":\"on "), ("\"authors\"", "\"author\""), ("\"name\"", "\"called\""), ("\"id\":\"", "\"id\":\"x"),
               ("\"items\"", "\"home_page_url\":\"index.html\",\"items\"")]


def self_test(site):
    atom, feed = (site / "feed.xml").read_text(encoding="utf-8"), (site / "feed.json").read_text(encoding="utf-8")
    missed = 0
    cases = [(before, after, atom, True) for before, after in SPOILS_ATOM] + [(before, after, feed, False) for before, after in SPOILS_JSON]
    cases.append((re.search(r"<entry.*?</entry>\n", atom, re.S).group(), re.search(r"<entry.*?</entry>\n", atom, re.S).group() * 2, atom, True))
    for before, after, text, is_atom in cases:
        if before not in text:
            sys.exit(f"there is no {before} to spoil")
        spoiled = text.replace(before, after, 1)
        faults, _ = faults_of_feeds(spoiled, feed) if is_atom else faults_of_feeds(atom, spoiled)
        print(f"{before[:30]!r} -> {after[:40]!r}: {faults[0] if faults else 'NOT NOTICED'}")
        missed += not faults
    sys.exit(1 if missed else 0)


def main():
    if sys.argv[1] == "--self-test":
        self_test(Path(sys.argv[2]))
    found = 0
    for site in map(Path, sys.argv[1:]):
        faults, count = faults_of_feeds((site / "feed.xml").read_text(encoding="utf-8"), (site / "feed.json").read_text(encoding="utf-8"))
        faults += faults_of_map(site)
        if not faults and count == 0:
            faults.append("no entries")
        for fault in faults:
            print(f"{site}: {fault}")
        found += len(faults)
        print(f"{site}: {count} entries")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
