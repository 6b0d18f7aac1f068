"""Writes reviews and issues in which attacks stand: each attack in every fact of a review, and at every place of its text."""
import json
import re
import shutil
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]

# Facts that take a text. PAYLOAD stands for the attack, and for what it is joined with where a fact needs a form.
FACTS = {
    "title": "PAYLOAD", "subtitle": "PAYLOAD", "original_title": "PAYLOAD", "year": "1979 PAYLOAD", "director": "PAYLOAD",
    "writer": ["PAYLOAD", "Ada Quill"], "cast": [{"name": "PAYLOAD", "role": "PAYLOAD"}, "Ada Quill as PAYLOAD"],
    "cinematographer": "PAYLOAD", "composer": "PAYLOAD", "editor": "PAYLOAD", "producer": "PAYLOAD", "studio": "PAYLOAD",
    "distributor": "PAYLOAD", "country": ["PAYLOAD", "France"], "language": "PAYLOAD", "runtime": "122 PAYLOAD",
    "genre": ["PAYLOAD", "drama"], "rating": "4/5 (PAYLOAD)", "scale": "PAYLOAD", "date": "2019-12-17 PAYLOAD",
    "published": "PAYLOAD", "watched": "12 March 2019 at PAYLOAD", "venue": "PAYLOAD", "medium": "PAYLOAD",
    "poster": "PAYLOAD", "image_alt": "PAYLOAD", "image_caption": "PAYLOAD", "picture-credit": "PAYLOAD",
    "author": ["PAYLOAD"], "tags": ["PAYLOAD", "rain"], "summary": "PAYLOAD", "epigraph": "PAYLOAD",
    "imdb_id": "tt0079944PAYLOAD", "tmdb_id": "PAYLOAD", "letterboxd_url": "PAYLOAD", "url": "PAYLOAD", "slug": "PAYLOAD",
    "spoilers": "PAYLOAD", "PAYLOAD": "PAYLOAD", "kept": {"PAYLOAD": ["PAYLOAD"]},
}
# A fact that would keep the others from being read in some reviews: these reviews have it instead of its neighbours.
OTHERS = [
    {"lang": "PAYLOAD"},
    {"lang": "en", "poster": "/still.jpg"},
    {"lang": "en", "poster": "/still.jpg", "title": "Stalker", "letterboxd_url": "https://letterboxd.com/film/PAYLOAD"},
    {"lang": "en", "kind": "list", "films": [{"title": "PAYLOAD", "year": "1979PAYLOAD", "director": "PAYLOAD", "rating": "PAYLOAD"}]},
    {"lang": "en", "films": [{"title": "PAYLOAD", "director": "PAYLOAD"}, {"title": "Solaris", "cast": ["PAYLOAD"]}]},
]
# Places of the text, one paragraph each. LINE is the attack in one line, CELL that without what parts cells.
PLACES = """\
> LINE
>
> — LINE

Words LINE words, *LINE*, **LINE**, ~~LINE~~ and <b title="LINE">LINE</b>.

[words](LINE) [words](<LINE>) [words](https://example.org/LINE) [words](a.md "LINE") [LINE](https://example.org/)

[words][n] [words][LINE] <a href="LINE">words</a> <a href='LINE' title='LINE'>words</a> <a href=LINE>words</a>

[n]: <LINE> "LINE"
[LINE]: https://example.org/ "LINE"

<LINE> <https://example.org/LINE> ![LINE](/still.jpg "LINE") and ![words](LINE "LINE") and ![words](<LINE>).

![LINE](/still.jpg "LINE (credit: LINE)")

<figure><img src="/still.jpg" alt="LINE"><figcaption>LINE</figcaption></figure>
<img src="LINE" alt='LINE'> <iframe src="LINE" title="LINE"></iframe> <video src='LINE'></video>

## LINE

- LINE
- [ ] LINE

1. LINE

| CELL | b |
|---|---|
| CELL | [words](CELL) |

Term
: LINE

`LINE` and ``LINE``, see [^a] and ^[LINE].

```LINE
LINE
```

    LINE

<p lang="LINE" id="LINE" class="LINE">LINE</p>
<div class="spoiler" title="LINE">LINE</div>
<q cite="LINE">LINE</q><details><summary>LINE</summary>LINE</details>
<aside class="pullquote">LINE</aside>

{{< figure src="/still.jpg" alt="LINE" caption="LINE" link="LINE" >}}
{{< youtube "LINE" >}} [[LINE]] [[LINE|words]] ||LINE|| ==LINE==

**LINE:** What was it?

Rating: 3/5 LINE

Directed by: LINE

Sat 14 Dec, 19:30 — LINE (1979), LINE

[^a]: LINE

    [words](LINE)
"""
ISSUE = {
    "title": "PAYLOAD", "subtitle": "PAYLOAD", "number": "PAYLOAD", "editor": "PAYLOAD", "publisher": "PAYLOAD", "place": "PAYLOAD",
    "price": "PAYLOAD", "rights": "PAYLOAD", "language": "en",
}


def one_line(payload):
    return re.sub(rb"[\r\n]+", b" ", payload)


def filled(value, words):
    """The value with the attack in it, keys too."""
    if isinstance(value, dict):
        return {key.replace("PAYLOAD", words): filled(each, words) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, words) for each in value]
    return value.replace("PAYLOAD", words)


def quoted(value):
    """As YAML: JSON, but that its escapes know no pairs of surrogates."""
    return json.dumps(value, ensure_ascii=False)


def front_matter(facts, payload):
    """YAML whose values are quoted as JSON, so that the attack arrives as it is."""
    words = payload.decode("utf-8", "replace")
    lines = [f"{quoted(key)}: {quoted(value)}" for key, value in filled(facts, words).items()]
    return ("---\n" + "\n".join(lines) + "\n---\n\n").encode()


def file_name(number, payload):
    """A name that the system takes and that is the attack otherwise."""
    name = payload.replace(b"/", b"_").replace(b"\0", b"")[:150]
    return b"%03d " % number + name + b".md"


def body(payload):
    line = one_line(payload)
    return PLACES.encode().replace(b"LINE", line).replace(b"CELL", line.replace(b"|", b""))


def review(number, payload):
    facts = FACTS | OTHERS[number % len(OTHERS)]
    return front_matter(facts, payload) + body(payload) + b"\nThe end.\n\n" + payload + b"\n\nWords behind it.\n"


def bare_review(payload):
    """The attack in front matter as people type it, and before all words."""
    line = one_line(payload)
    return b"---\ntitle: " + line + b"\ndirector: [" + line + b"]\nsummary: '" + line + b"'\n---\n\n" + payload + b"\n\n" + b"Words behind it. " * 20 + b"\n"


def write_shelf(folder, payloads):
    """An issue of all of them. Its sections are the directors: each attack is the title of one, too."""
    folder.mkdir(parents=True)
    shutil.copy(REPOSITORY / "samples/pictures/capernaum.jpg", folder / "still.jpg")
    (folder / "issue.yaml").write_text("title: A shelf\nurl: https://example.org/a/\ngroup: director\noutputs: [site, epub]\n")
    for number, (_, payload) in enumerate(payloads):
        # A folder each: what is lost is looked for among all that lies beside a review.
        own = folder / f"{number:03}"
        own.mkdir()
        with open(bytes(own) + b"/" + file_name(number, payload), "wb") as file:
            file.write(review(number, payload))
        if number % 2 == 0:
            (own / "bare.md").write_bytes(bare_review(payload))


def write_issues(folder, payloads, each=40):
    """Issues in whose own facts the attacks stand, so many in one. Returns their folders."""
    folders = []
    for start in range(0, len(payloads), each):
        issue = folder / f"issue-{start:03}"
        issue.mkdir(parents=True)
        some = [payload.decode("utf-8", "replace") for _, payload in payloads[start:start + each]]
        facts = filled(ISSUE, " ".join(some)) | {"url": "https://example.org/" + re.sub(r"[\s\x00-\x20]", "", some[0]), "group": "author" if start % 2 else "tag", "outputs": ["site", "epub", "zine"][:2 if start % 3 else 3]}
        facts["contributors"] = [{"name": words, "note": words} for words in some]
        (issue / "issue.yaml").write_text("\n".join(f"{key}: {quoted(value)}" for key, value in facts.items()) + "\n")
        (issue / "letter.md").write_bytes(bare_review(some[0].encode()))
        (issue / "about.md").write_bytes(bare_review(some[-1].encode()))
        for number, words in enumerate(some[:3]):
            facts = {"title": "Stalker", "director": "Ada Quill", "tags": [words], "author": [words], "date": f"2019-12-{number + 1:02}"}
            (issue / f"{number}.md").write_bytes(front_matter(facts, b"") + b"Words.\n")
        folders.append(issue)
    return folders
