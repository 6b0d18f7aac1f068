"""What is looked at without a browser: names of files, archives, XML, feeds, PDFs. Each function gives faults as lines."""
import json
import re
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
# Of the devices that Windows keeps for itself.
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.I)
PUBLISHED = re.compile(r"(https?://[^/]|mailto:.|tel:.)", re.I)


def faults_of_names(names):
    """Names that leave the folder, that some system reads otherwise, or of which two are one elsewhere."""
    faults, seen = [], {}
    for name in names:
        parts = name.split("/")
        if any(part in ("", ".", "..") for part in parts) or "\\" in name or ":" in name:
            faults.append(f"name: {name!r} leaves its folder")
        if any(unicodedata.category(c) in ("Cc", "Cf", "Cs") or c in '<>"|?*$`' for c in name):
            faults.append(f"name: {name!r} holds what names should not")
        if any(RESERVED.match(part) or part.endswith((".", " ")) or part.startswith((" ", "-")) for part in parts):
            faults.append(f"name: {name!r} is another file on some system")
        if any(len(part.encode()) > 200 for part in parts):
            faults.append(f"name: {name!r} is too long")
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            faults.append(f"name: {name!r} and {seen[folded]!r} are one file on some system")
        seen[folded] = name
    return faults


def faults_of_folder(folder):
    files = [path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()]
    return faults_of_names(str(path.relative_to(folder)) for path in files) + [f"name: {path} is a link" for path in files if path.is_symlink()]


def unpacked(book, into):
    """The faults of the archive's names; its documents stand in `into`, once to be read as XML and once as HTML."""
    faults = []
    with zipfile.ZipFile(book) as archive:
        names = archive.namelist()
        faults += faults_of_names(names)
        if len(set(names)) != len(names):
            faults.append("name: an entry stands twice")
        for number, name in enumerate(names):
            if faults_of_names([name]):
                continue
            target = into / "xml" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(name))
            # Only bad readers take XHTML for HTML: some of them will do.
            if name.endswith(".xhtml") and number % 6 == 0:
                as_html = into / "html" / name.removesuffix(".xhtml")
                as_html.parent.mkdir(parents=True, exist_ok=True)
                as_html.with_name(as_html.name + ".html").write_bytes(archive.read(name))
    return faults


def faults_of_xml(folder):
    faults = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".xhtml", ".opf", ".ncx", ".xml", ".svg"):
            text = path.read_bytes()
            if b"<!ENTITY" in text or re.search(rb"<!DOCTYPE[^>]*(\[|SYSTEM|PUBLIC)", text[:2000]):
                faults.append(f"xml: {path.name} declares entities")
            if len(re.findall(rb"<\?(?!xml version)", text)) > 0:
                faults.append(f"xml: {path.name} has processing instructions")
            try:
                ElementTree.fromstring(text)
            except ElementTree.ParseError as error:
                faults.append(f"xml: {path.name}: {error}")
    return faults


def pages_of_feeds(folder, into):
    """Puts what feeds carry as HTML into pages of their own, as readers of feeds do. Returns faults of the feeds themselves."""
    faults, number = [], 0
    into.mkdir(parents=True, exist_ok=True)

    def page(html):
        nonlocal number
        number += 1
        (into / f"feed-{number:04}.html").write_text(f"<!DOCTYPE html><title>x</title><div>{html}</div>", encoding="utf-8")

    for path in folder.rglob("feed*.xml"):
        root = ElementTree.parse(path).getroot()
        for element in root.iter():
            href = element.get("href")
            if href is not None and re.match(r"[^/?#]*:", href) and not PUBLISHED.match(href):
                faults.append(f"feed: an address {href!r}")
            if element.get("type") in ("html", "xhtml"):
                page(element.text or "")
                if len(element):
                    faults.append("feed: markup within markup")
    for path in folder.rglob("*.json"):
        data = json.loads(path.read_text(encoding="utf-8"))
        for item in data.get("items", []) if isinstance(data, dict) else []:
            page(item.get("content_html", ""))
            if re.match(r"[^/?#]*:", item.get("url", "")) and not PUBLISHED.match(item["url"]):
                faults.append(f"feed: an address {item['url']!r}")
    return faults


def faults_of_objects(value, faults):
    """Walks objects as qpdf gives them: actions but links out, and whatever opens, carries or runs something."""
    if isinstance(value, dict):
        for key in ("/JavaScript", "/JS", "/AA", "/OpenAction", "/EmbeddedFiles", "/EmbeddedFile", "/RichMedia", "/XFA", "/AcroForm", "/Launch"):
            if key in value:
                faults.append(f"pdf: {key}")
        action = value.get("/S")
        if action in ("/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Named", "/Movie", "/Sound", "/Rendition"):
            faults.append(f"pdf: an action {action}")
        uri = value.get("/URI")
        if isinstance(uri, str):
            address = uri.removeprefix("u:")
            if uri.startswith("b:"):
                address = bytes.fromhex(uri[2:]).decode("latin-1")
            if not PUBLISHED.match(address) or re.search(r"[\x00-\x20\x7f-\xff<>\"]", address):
                faults.append(f"pdf: an address {address!r}")
        for each in value.values():
            faults_of_objects(each, faults)
    elif isinstance(value, list):
        for each in value:
            faults_of_objects(each, faults)
    return faults


def faults_of_pdf(path):
    shown = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", path], capture_output=True)
    objects = json.loads(shown.stdout)["qpdf"][1]
    if not any("/MediaBox" in str(each)[:100000] for each in list(objects.values())[:50] + list(objects.values())):
        return ["pdf: no page was found"]
    faults = faults_of_objects(objects, [])
    packets = [part["stream"]["dict"] for part in objects.values() if "stream" in part and part["stream"]["dict"].get("/Type") == "/Metadata"]
    for name, part in objects.items():
        if "stream" in part and part["stream"]["dict"].get("/Type") == "/Metadata":
            number = name.removeprefix("obj:").split()[0]
            packet = subprocess.run(["qpdf", f"--show-object={number}", "--filtered-stream-data", path], capture_output=True).stdout
            try:
                ElementTree.fromstring(packet)
            except ElementTree.ParseError as error:
                faults.append(f"pdf: metadata: {error}")
            if packet.count(b"<?xpacket") != 2:
                faults.append("pdf: metadata: another packet's end")
    if not packets:
        faults.append("pdf: no metadata was found")
    return faults
