"""Dangers as no halfstar writes them, each with the word by which it must be found; and a page without any."""
import subprocess

import outputs
from payloads import payloads

HEAD = '<!DOCTYPE html><html><head><title>x</title>HEAD</head><body>BODY</body></html>'

IN_BODY = {
    "ran": ["<script>__xss()</script>", "<img src=x onerror=__xss()>", "<script>alert(1)</script>", "<svg onload=__xss()></svg>",
            "<details open ontoggle=__xss()><summary>a</summary></details>"],
    "script": ["<script>1</script>", '<script src="https://xss.invalid/a.js"></script>', '<script src="a.js">1</script>',
               '<script type="application/ld+json">{"a</script>', "<svg><script>1</script></svg>", '<script type="text/plain"></script>'],
    "handler": ["<p onclick=a()>a</p>", '<a ONMOUSEOVER="a()">b</a>', "<template><p onclick=a()></p></template>"],
    "address": ['<a href="javascript:__xss()">a</a>', '<a href=" java\tscript:a()">a</a>', '<a href="vbscript:a">a</a>',
                '<a href="data:text/html,a">a</a>', '<a href="file:///etc/passwd">a</a>', '<a href="//xss.invalid">a</a>',
                '<svg><a xlink:href="javascript:a()"></a></svg>', '<img src="data:image/svg+xml;base64,AAAA">', '<q cite="javascript:a()">a</q>',
                '<img srcset="javascript:a()">', '<a href="ms-word:a">a</a>', '<a ping="javascript:a()">a</a>',
                '<table background="javascript:a()"></table>',
                '<script type="application/ld+json">{"@context":"https://schema.org","url":"javascript:a()"}</script>'],
    "fetched": ['<img src="https://xss.invalid/a.png">', '<link rel="stylesheet" href="https://xss.invalid/a.css">'],
    "element": ["<iframe></iframe>", "<object></object>", "<embed>", "<base>", "<math></math>", "<template></template>", "<x-y></x-y>", "<video></video>",
                "<svg><foreignObject></foreignObject></svg>", "<svg><animate /></svg>", "<svg><set /></svg>", "<noscript></noscript>", "<marquee>a</marquee>",
                "<textarea></textarea>", "<svg><feImage /></svg>"],
    "meta": ['<meta http-equiv="refresh" content="9;url=a">', '<meta http-equiv="Set-Cookie" content="a">'],
    "form": ["<form></form>", '<div class="filter"><form action="a"></form></div>'],
    "attribute": ['<button formaction="a">a</button>', '<p srcdoc="a">a</p>', '<p is="x-y">a</p>'],
    "style": ["<style>@import 'a.css';</style>", "<style>p{background:url(a.png)}</style>", '<p style="width:expression(a())">a</p>',
              '<p style="background:\\75 rl(a.png)">a</p>', '<p style="behavior:url(#a)">a</p>', "<style>p{}<!--</style>"],
    "away": ["<script>location='about:srcdoc'</script>", "<iframe src='about:blank'></iframe>", '<meta http-equiv="refresh" content="0;url=other.html">'],
}
IN_XHTML = {
    "script": ["<script>1</script>", '<x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>'],
    "ran": ["<script>__xss()</script>", '<img src="x" onerror="__xss()"/>'],
    "broken": ["<p>a", "&unknown;", "<p a=b/>"],
    "instruction": ["<?xml-stylesheet href='a.css'?>"],
    "element": ['<iframe xmlns="http://www.w3.org/1999/xhtml"/>', '<p xmlns="urn:x">a</p>'],
}
HARMLESS = ['<p>a <a href="https://example.org/">b</a> <a href="../a.html#b">c</a> <a href="mailto:a@b.example">d</a></p>',
            '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Review"}</script>',
            '<p>&lt;script>__xss()&lt;/script> javascript:a() onclick=a()</p><p title="&lt;script>">b</p>',
            '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><style>p::before{content:"url(x)"}</style>']
OBJECTS = {
    "an action /JavaScript": {"/S": "/JavaScript"}, "/JS": {"/A": {"/JS": "u:a"}}, "an action /Launch": [{"/S": "/Launch"}],
    "an address": {"/S": "/URI", "/URI": "u:javascript:a()"}, "an address 'file": {"/A": {"/URI": "u:file:///etc/passwd"}},
    "/OpenAction": {"/OpenAction": {}}, "/AA": {"/AA": {}}, "/EmbeddedFiles": {"/Names": {"/EmbeddedFiles": {}}},
}
NAMES = {"leaves": ["../a", "/a", "a/../b", "a\\b", "c:a", "a//b"], "holds": ["a\nb", "a\u202eb", "a<b"],
         "another file": ["con.html", "reviews/AUX", "a.", " a", "-o"], "are one file": ["a.html\0A.html", "é\0e\u0301"], "too long": ["a" * 201]}


def pages():
    """{file name: (expected word or None, text)}"""
    written = {}
    for kind, bodies in IN_BODY.items():
        for number, body in enumerate(bodies):
            written[f"{kind}-{number}.html"] = (kind, HEAD.replace("HEAD", "").replace("BODY", body))
    for kind, bodies in IN_XHTML.items():
        for number, body in enumerate(bodies):
            text = HEAD.replace("HEAD", "").replace("<html>", '<html xmlns="http://www.w3.org/1999/xhtml">').replace("BODY", body)
            written[f"{kind}-{number}.xhtml"] = (kind, text)
    written["base.html"] = ("element", HEAD.replace("HEAD", '<base href="https://xss.invalid/">'))
    written["quirks.html"] = ("broken", "<p>a")
    for number, body in enumerate(HARMLESS):
        written[f"harmless-{number}.html"] = (None, HEAD.replace("HEAD", "").replace("BODY", body))
    return written


def missed_by_browser(root, opened):
    written = pages()
    for name, (_, text) in written.items():
        (root / name).write_text(text, encoding="utf-8")
    (root / "other.html").write_text(HEAD)
    lines = opened(root)
    missed = []
    for name, (kind, _) in written.items():
        said = [line.split(": ")[1] for line in lines if line.startswith(name + ": ")]
        if kind is None and said:
            missed.append(f"{name}: nothing is wrong, but {said}")
        if kind is not None and kind not in said:
            missed.append(f"{name}: {kind} was not found, only {said}")
    return missed


def missed_without():
    missed = [f"PDF: {word} was not found" for word, value in OBJECTS.items() if not any(word in fault for fault in outputs.faults_of_objects(value, []))]
    missed += ["PDF: a link to the web is no fault"] * bool(outputs.faults_of_objects({"/S": "/URI", "/URI": "u:https://example.org/"}, []))
    for word, names in NAMES.items():
        missed += [f"name {name!r}: not found" for name in names if not any(word in fault for fault in outputs.faults_of_names(name.split("\0")))]
    missed += ["names: these are fine"] * bool(outputs.faults_of_names(["index.html", "reviews/a-1.html", "万引き家族.html"]))
    return missed


def missed_in_files(root):
    (root / "a.svg").write_text('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')
    (root / "b.xhtml").write_text("<html>")
    (root / "feed.xml").write_text('<feed xmlns="http://www.w3.org/2005/Atom"><link href="javascript:a()"/><content type="html">&lt;p onclick="a()"></content></feed>')
    said = " ".join(outputs.faults_of_xml(root) + outputs.pages_of_feeds(root, root / "feeds"))
    missed = [f"{word}: not found" for word in ("a.svg declares entities", "b.xhtml", "an address 'javascript:a()'") if word not in said]
    return missed + ["the feed's content is no page"] * ("onclick" not in (root / "feeds/feed-0001.html").read_text())


def missed_in_raw_html(halfstar, root, opened):
    """What --allow-raw-html lets through is all that this test is about."""
    pages = root / "pages"
    for number, (kind, payload) in enumerate(payloads()):
        if kind in ("script tags", "event handlers", "style", "embedded documents") and number % 3 == 0:
            (root / f"{number}.md").write_bytes(b"Words.\n\n" + payload + b"\n")
    subprocess.run([halfstar, "html", root, "-o", pages / "raw.html", "-q", "--allow-raw-html"], check=True)
    for each in sorted(root.glob("*.md")):
        subprocess.run([halfstar, "html", each, "-o", pages / (each.stem + ".html"), "-q", "--allow-raw-html"], check=True)
    said = {line.split(": ")[1] for line in opened(pages)}
    return [f"raw HTML: {kind} was not found" for kind in ("ran", "script", "handler", "element", "style", "fetched") if kind not in said]


def check(halfstar, root, opened):
    for name in ("files", "pages", "raw"):
        (root / name).mkdir()
    return (missed_without() + missed_in_files(root / "files") + missed_by_browser(root / "pages", opened) +
            missed_in_raw_html(halfstar, root / "raw", opened))
