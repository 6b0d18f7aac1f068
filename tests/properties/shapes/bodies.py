"""The body of a made review: Markdown and the HTML that stands in it, with the words of each flow as they must come out."""
import re
import unicodedata

from words import EMOJI, decomposed


def words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFC", text))


class Body:
    """Blocks of source, and the flows that reading them must give."""

    def __init__(self, rng, vocabulary):
        self.rng, self.vocabulary = rng, vocabulary
        self.flow, self.notes, self.captions, self.cells = [], [], [], []
        self.free = set()  # words that may stand in the body or not
        self.definitions, self.foot, self.cut = [], [], None
        self.shapes = set()

    # ---- within a line ----

    def some(self, flow, least=1, most=5):
        made = self.vocabulary.some(least, most)
        flow += made
        if self.vocabulary.script == "han":
            return "，".join(made)
        return " ".join(made) if self.rng.random() > 0.02 else decomposed(" ".join(made))

    def inline(self, flow, depth=0):
        if depth > 2 or self.rng.random() < 0.6:
            return self.some(flow)
        return getattr(self, self.rng.choice(INLINES if depth == 0 else WITHIN))(flow, depth)

    def emphasis(self, flow, depth):
        mark = self.rng.choice(["*", "_", "**", "__", "***", "~~"])
        # Four tildes at the beginning of a line would be a fence.
        return f"{mark}{self.some(flow) if mark == '~~' else self.inline(flow, depth + 1)}{mark}"

    def element(self, flow, depth):
        tag, attributes = self.rng.choice([("em", ""), ("cite", ""), ("i", ""), ("b", ""), ("strong", ""), ("span", ' data-mce-type="x"'),
                                           ("span", ' style="font-weight: 400;"'), ("u", ""), ("small", ""), ("font", ' color="red"'),
                                           ("mark", ""), ("center", "") if depth > 9 else ("q", "")])
        return f"<{tag}{attributes}>{self.inline(flow, depth + 1)}</{tag}>"

    def unclosed(self, flow, depth):
        return f"<{self.rng.choice(['em', 'i', 'b', 'span', 'cite'])}>{self.some(flow)}"

    def stray_end(self, flow, depth):
        return f"{self.some(flow)}</{self.rng.choice(['em', 'b', 'span', 'div', 'p'])}> {self.some(flow)}"

    def link(self, flow, depth):
        title = self.rng.choice(["", ' "a title"', " 'a title'"])
        return f"[{self.some(flow)}](https://example.org/{self.vocabulary.word('latin')}{title})"

    def reference_link(self, flow, depth):
        name = str(len(self.definitions) + 1)
        self.definitions.append(f"[{name}]: https://example.org/{self.vocabulary.word('latin')}")
        return f"[{self.some(flow)}][{name}]"

    def html_link(self, flow, depth):
        return f'<a href="https://example.org/a?b=c&d=e" target="_blank" rel="noopener">{self.some(flow)}</a>'

    def code(self, flow, depth):
        return f"`{self.some(flow)}`"

    def quoted(self, flow, depth):
        left, right = self.rng.choice(['""', "''", "“”", "‘’", "«»"])
        return left + self.some(flow) + right

    def marks(self, flow, depth):
        return self.some(flow) + self.rng.choice([" -- ", "--", " --- ", "...", "… ", "&nbsp;", "&mdash;", " &amp; ", "; ", ": ", "\u00a0",
                                                  "\u200b ", " \\* ", " < ", " > 3 ".replace("3", ""), " * ", "\u2028", " \x85 "]) + self.some(flow)

    def number(self, flow, depth):
        made = self.rng.choice(["1979", "24", "35"])
        first = self.some(flow)
        flow.append(made)
        return f"{first} {made}"

    def emoji(self, flow, depth):
        return self.some(flow) + " " + self.rng.choice(EMOJI)

    def line_break(self, flow, depth):
        return self.some(flow) + self.rng.choice(["<br>", "<br />", "  \n", "\\\n", "<br/>\n"]) + self.some(flow)

    def note(self, flow, depth):
        if self.flow is not flow:
            return self.some(flow)
        label = self.rng.choice([str(len(self.notes) + 1), self.vocabulary.word("latin")])
        first, note = self.some(flow), []
        self.notes.append(note)
        text = self.some(note, 2, 8)
        if self.rng.random() < 0.2:
            text += "\n\n    " + self.some(note, 2, 6)
        self.foot.append(f"[^{label}]: {text}.")
        return f"{first}[^{label}]"

    def inline_note(self, flow, depth):
        if self.flow is not flow:
            return self.some(flow)
        first, note = self.some(flow), []
        self.notes.append(note)
        return f"{first}^[{self.some(note, 2, 6)}]"

    def spoiler(self, flow, depth):
        """What a line gives away is a note of its own."""
        if self.flow is not flow:
            return self.some(flow)
        first, note = self.some(flow), []
        self.notes.append(note)
        return f"{first} ||{self.some(note, 2, 4)}||"

    def picture_in_line(self, flow, depth):
        return f"{self.some(flow)} ![{self.some(flow, 1, 3)}](https://example.org/a.gif) {self.some(flow)}"

    def reading(self, flow, depth):
        open, close = self.rng.choice([("", ""), ("<rp>(</rp>", "<rp>)</rp>")])
        return f"<ruby>{self.some(flow, 1, 1)}{open}<rt>{self.some(flow, 1, 1)}</rt>{close}</ruby> {self.some(flow)}"

    def comment(self, flow, depth):
        return f"{self.some(flow)}<!-- a comment --> {self.some(flow)}"

    # ---- blocks ----

    def sentence(self, flow, least=2, most=4):
        parts = [self.inline(flow) for _ in range(self.rng.randint(least, most))]
        text = self.rng.choice([" ", " ", ", "]).join(parts) if self.rng.random() < 0.7 else "\n".join(parts)
        return text + self.rng.choice([".", ".", "!", "?", "...", ".\u00a0"])

    def sentences(self, flow, most=4):
        return " ".join(self.sentence(flow) for _ in range(self.rng.randint(1, most)))

    def paragraph(self):
        return self.sentences(self.flow)

    def wordpress(self):
        inside = " ".join(self.some(self.flow, 3, 9) for _ in range(2))
        return self.rng.choice([
            f'<p style="text-align: justify;"><span style="font-weight: 400;">{inside}.</span></p>',
            f'<p class="wp-block-paragraph">{inside}.</p>', f"<div>{inside}.</div>", f"<center>{inside}</center>",
            f'<div class="entry">\n\n{inside}.\n\n</div>', f"<p>{inside}.", f"<!-- wp:paragraph -->\n<p>{inside}.</p>\n<!-- /wp:paragraph -->"])

    def heading(self):
        words = self.rng.choice([None, None, "BEFORE", "AFTER", "THE REVIEW"])
        if words:
            self.flow += words.split()
        else:
            words = self.some(self.flow, 1, 4)
        return self.rng.choice([f"## {words}", f"### {words} ###", f"{words}\n---", f"<h3>{words}</h3>", f"#### {words}"])

    def quotation(self):
        shape = self.rng.randrange(5)
        if shape < 2:  # Markdown is not read within HTML
            text = f"{self.some(self.flow, 3, 6)}, <em>{self.some(self.flow)}</em>.\n{self.some(self.flow)}"
            return f"<blockquote>{text}" if shape == 0 else f"<blockquote>\n<p>{text}</p>\n</blockquote>"
        text = self.sentences(self.flow, 2)
        lines = text.split("\n")
        if shape == 2:
            return "> " + "\n> ".join(lines) + f"\n>\n> — {self.some(self.flow, 1, 3)}"
        if shape == 3:
            return ">" + "\n>".join(lines)
        return "> " + "\n".join(lines)

    def items(self):
        mark = self.rng.choice(["- ", "* ", "+ ", "1. ", "1) "])
        loose = self.rng.choice(["\n", "\n\n"])
        made = []
        for _ in range(self.rng.randint(2, 4)):
            text = mark + self.some(self.flow, 2, 6)
            if self.rng.random() < 0.3:
                text += f"\n{' ' * len(mark)}- {self.some(self.flow, 1, 4)}"
            made.append(text)
        return loose.join(made)

    def row(self, count):
        cells = []
        for _ in range(count):
            cell = []
            cells.append(self.some(cell, 1, 3))
            self.cells.append(cell)
        return cells

    def table(self):
        count = self.rng.randint(2, 4)
        rows = [self.row(count) for _ in range(self.rng.randint(2, 4))]
        if self.rng.random() < 0.3:
            return "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>\n" for r in rows) + "</table>"
        edge = self.rng.choice(["|", ""])
        lines = [f"{edge} {' | '.join(r)} {edge}".strip() for r in rows]
        lines.insert(1, f"{edge}{'|'.join([self.rng.choice(['---', ':--', ':-:', '--:'])] * count)}{edge}")
        return "\n".join(lines)

    def listing(self):
        lines = [self.some(self.flow, 1, 3) for _ in range(self.rng.randint(1, 3))]
        if self.rng.random() < 0.3:
            return "\n".join("    " + line for line in lines)
        fence = self.rng.choice(["```", "~~~", "````"])
        return "\n".join([fence + self.rng.choice(["", "python"]), *lines, fence])

    def figure(self):
        shape = self.rng.randrange(5)
        caption = []
        if shape == 0:  # in the folder
            self.captions.append(caption)
            return f'![a word of it](stills/still.png "{self.some(caption, 2, 5)}")'
        if shape == 1:  # missing: its words stand in its place
            return f"![{self.some(self.flow, 2, 4)}](stills/none.jpg)"
        if shape == 2:
            return f"![{self.some(self.flow, 2, 4)}](https://example.org/none.jpg)"
        if shape == 3:
            return f'<img class="size-full" src="https://example.org/a.jpg" alt="{self.some(self.flow, 2, 4)}" width="640">'
        text = self.some(self.flow, 2, 4)
        self.captions.append(caption)
        return f'<figure><img src="https://example.org/a.jpg" alt="{text}"><figcaption>{self.some(caption, 2, 5)}</figcaption></figure>'

    def pause(self):
        return self.rng.choice(["***", "---", "* * *", "<hr>", "<hr />", "___"])

    def cut_mark(self):
        if self.cut is not None:
            return self.paragraph()
        self.cut = len(self.flow)
        mark = self.rng.choice(["<!--more-->", "<!-- more -->", "<!-- end -->", "<!--more-->GLUED"])
        return mark.replace("GLUED", self.sentences(self.flow, 2)) if "GLUED" in mark else mark

    def shortcode(self):
        ident = self.vocabulary.word("latin")
        self.free |= {"youtube", "YouTube", "Vimeo", "figure", "instagram", "https", "www", "com", "watch", "v", "Video", "Watch", "on", "vimeo", "player", "a", "example",
                      "org", "https", "jpg", "video", "picture", "be", "youtu", "embed", "include", "video", "html", "id", "quote", "unknown", ident}
        inside = self.rng.random()
        if inside < 0.3:
            return "{{< quote >}}\n" + self.some(self.flow, 3, 6) + ".\n{{< /quote >}}"
        return self.rng.choice([f"{{{{< youtube {ident} >}}}}", f"{{{{< vimeo {ident} >}}}}", f"{{% youtube {ident} %}}",
                                f'{{{{< unknown a="{ident}" >}}}}', f"{{% include video.html id=\"{ident}\" %}}"])

    def embedded(self):
        self.free |= {"https", "example", "org", "embed", "a", "Video", "video"}
        return self.rng.choice(['<iframe width="560" height="315" src="https://example.org/embed/a" allowfullscreen></iframe>',
                                "<script>let a = 1;</script>", "<style>p { color: red }</style>"])

    def turned_over(self):
        self.free |= {"Spoilers", "Spoiler", "spoiler", "spoilers"}
        if self.rng.random() < 0.5:
            return ">! " + self.some(self.flow, 3, 8) + "."
        return f"<details><summary>{self.some(self.flow, 1, 3)}</summary>\n\n{self.some(self.flow, 3, 8)}.\n\n</details>"

    def make(self, least, most):
        """The source of some blocks; the first is a paragraph."""
        blocks = [self.some(self.flow, 3, 9) + "."] if most else []
        names = [self.rng.choice(BLOCKS) for _ in range(self.rng.randint(least, most))]
        for name in names:
            self.shapes.add(name)
            blocks.append(getattr(self, name)())
        text = "\n\n".join(blocks)
        for part in (self.definitions, self.foot):
            self.rng.shuffle(part)
        if self.foot:
            text += "\n\n" + self.rng.choice(["\n", "\n\n"]).join(self.foot)
        if self.definitions:
            text += "\n\n" + "\n".join(self.definitions)
        return text


INLINES = ("emphasis emphasis element element unclosed stray_end link reference_link html_link code quoted quoted marks marks number emoji "
           "line_break note note inline_note spoiler picture_in_line comment reading").split()
WITHIN = "emphasis element link code quoted".split()
BLOCKS = ("paragraph paragraph paragraph paragraph paragraph wordpress heading quotation items table listing figure figure pause cut_mark shortcode "
          "embedded turned_over").split()
