"""What the pictures of keys show: for each a ground that the keys are laid upon, what is set, which part is cut out.

The keys themselves stand in docs/styles.md, over each picture.
"""
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
SAMPLES = FOLDER.parent.parent / "samples"
PASSAGE = FOLDER / "passage.md"
ISSUE = (SAMPLES / "2019" / "bait.md", PASSAGE, SAMPLES / "2019" / "le-mans-66.md")

LONG = (SAMPLES / "2019" / "bait.md", SAMPLES / "2019" / "the-irishman.md")

# Words and a title on a page hardly larger than they are: nothing stands there but what is looked at.
WORDS = """
extends: programme
colours: {spot: black}
elements: {title: {size: 20pt}}
links-as-notes: false
pages:
  note-a4:
    {trim: [234pt, 340pt], grid: 13pt, first-baseline: 20pt, rows: 22, inner: 12pt, outer: 12pt, side: 0, gutter: 0,
     folio-drop: 40pt, opener: {title-row: 0, title-step: 2, credit-after-title: 1, text-after-epigraph: 1,
     band-height: 0, foot-rule: 0, drop-cap-lines: 0, lead-in-words: 0}}
"""
ZINE = "extends: programme\ncolours: {spot: black}\n"
RED = "extends: programme\n"
BOOK = "extends: book\n"
XEROX = "extends: xerox\n"


@dataclass
class Subject:
    """One row of pictures. The keys over them are those of the map `under`; without `inputs` the words of the passage
    are set alone. Of `pages`, which stand beside each other, the part `crop` is cut out: left, top, width and height in
    points."""
    under: str
    ground: str = WORDS
    inputs: tuple = ()
    command: str = "pdf"
    pages: str = "1"
    crop: tuple = None
    dpi: int = 110


def zine(under, pages, ground=ZINE, crop=None, dpi=50):
    return Subject(under, ground, ISSUE, "zine", pages, crop, dpi)


WORDS_ONLY = (0, 32, 234, 86)
HEAD = (0, 30, 420, 250)
NOTE = (PASSAGE,)
SUBJECTS = {
    "end-mark": Subject("end-mark", crop=(0, 160, 234, 60)),
    "rules": zine("rules", "6", crop=(0, 30, 420, 90), dpi=60),
    "leaders": zine("leaders", "3", crop=(30, 40, 390, 170), dpi=64),
    "screen": Subject("pictures", ZINE, (SAMPLES / "capernaum.md",), crop=(45, 184, 148, 104), dpi=150),
    "links": Subject("", ZINE, NOTE, crop=(190, 280, 360, 90), dpi=72),
    "colours": Subject("colours", RED, NOTE, crop=(0, 0, 595, 280), dpi=40),
    "size": Subject("pages.note-a4.elements.text", crop=WORDS_ONLY),
    "setting": Subject("elements.text", crop=WORDS_ONLY),
    "face": Subject("elements.text", crop=WORDS_ONLY),
    "features": Subject("elements.text", crop=(0, 102, 234, 30)),
    "case": zine("elements.credit", "6", crop=(122, 102, 278, 22), dpi=90),
    "tracking": Subject("elements.title", crop=(0, 0, 234, 32)),
    "indent": Subject("lines", crop=(0, 72, 234, 68)),
    "spaces": Subject("lines", crop=WORDS_ONLY),
    "expansion": Subject("lines", crop=WORDS_ONLY),
    "hyphens": Subject("lines", WORDS + "lines: {stretch: 2000}\n", crop=(0, 98, 234, 116)),
    "hang": Subject("lines", crop=(0, 98, 234, 84)),
    "margins": zine("pages.zine-a5", "4-5", dpi=36),
    "side-edge": zine("pages.zine-a5", "6-7", dpi=36),
    "grid": zine("pages.zine-a5", "4", ZINE + "pages: {zine-half-letter: {grid: 13pt}}\n", dpi=50),
    "columns": zine("pages.zine-a5", "4", XEROX, dpi=50),
    "pieces-start": zine("pages.zine-a5", "4-5-6-7", XEROX, dpi=26),
    "run-on": Subject("pages.zine-a5", XEROX, LONG, "zine", "4-5", dpi=36),
    "running": zine("pages.zine-a5", "5", XEROX, dpi=50),
    "folio-drop": zine("pages.zine-a5", "5", crop=(0, 420, 420, 175), dpi=60),
    "folio": zine("pages.zine-a5.folio", "5", XEROX, crop=(0, 480, 420, 115), dpi=60),
    "section": Subject("pages.zine-a5", ZINE, (SAMPLES / "2019",), "zine", "6", dpi=50),
    "ground-inset": zine("pages.zine-a5", "1", dpi=50),
    "stars": zine("pages.zine-a5.stars", "6", crop=(30, 140, 97, 36), dpi=144),
    "axis": zine("pages.zine-a5", "6", ZINE + "elements: {title: {size: 20pt, leading: 26pt}}\n" +
                 "pages: {zine-a5: {opener: {credit-after-title: 3}}}\n", crop=HEAD, dpi=60),
    "title": zine("pages.zine-a5.opener", "7", crop=HEAD, dpi=50),
    "credit": zine("pages.zine-a5.opener", "6", crop=HEAD, dpi=50),
    "side-rows": zine("pages.zine-a5.opener", "6", crop=HEAD, dpi=60),
    "drop-cap": zine("pages.zine-a5.opener", "6", crop=(122, 170, 278, 90), dpi=80),
    "drop-cap-box": zine("pages.zine-a5.opener", "4", XEROX, crop=(0, 160, 230, 110), dpi=110),
    "lead-in": zine("pages.zine-a5.opener", "6", crop=(122, 170, 278, 90), dpi=80),
    "head": zine("pages.zine-a5.opener", "6", crop=(0, 0, 420, 160), dpi=60),
    "foot": Subject("pages.note-a4.opener", ZINE, NOTE, crop=(0, 740, 595, 102), dpi=45),
    "credits-place": zine("pages.zine-a5.opener", "4-5", dpi=36),
    "credits": zine("pages.zine-a5.opener", "5", crop=(0, 460, 420, 120), dpi=60),
    "block": zine("pages.zine-a5.opener.block", "4", XEROX, crop=(0, 0, 420, 240), dpi=60),
}
