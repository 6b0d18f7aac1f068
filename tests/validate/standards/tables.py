"""The tables: every condition of the Matterhorn Protocol 1.1 and every clause of ISO 19005-2, in exactly one of three groups.

Covered: a check of ours finds it, and a spoilt file proves that. Not applicable: nothing that it is about is in our files; where
that is a matter of the file, a check named "scope ..." makes sure. Human: software cannot tell.
"""
from dataclasses import dataclass

COVERED, NOT_APPLICABLE, HUMAN = "covered", "not applicable", "human"


@dataclass(frozen=True)
class Row:
    number: str
    subject: str
    group: str
    reason: str = ""


def read(text):
    """A row a line: number | subject | what. `what` is empty for covered, "human", or the reason it does not apply."""
    for line in text.strip().splitlines():
        number, subject, what = (part.strip() for part in line.split("|"))
        group = {"": COVERED, "human": HUMAN}.get(what, NOT_APPLICABLE)
        yield Row(number, subject, group, what if group == NOT_APPLICABLE else "")


#: The wording is ours; numbers and matter are the PDF Association's (Matterhorn Protocol 1.1, CC BY 4.0).
CONDITIONS = list(read("""
01-001 | an artifact is tagged as content | human
01-002 | content is marked as an artifact | human
01-003 | an artifact inside tagged content |
01-004 | tagged content inside an artifact |
01-005 | content is neither tagged nor an artifact |
01-006 | a structure type does not fit its content | human
01-007 | the file suspects its own tags |
02-001 | a type's mapping does not end in a standard type |
02-002 | a type's mapping does not fit in meaning | no types are mapped (scope structure)
02-003 | types are mapped in a circle |
02-004 | a standard type is mapped to another |
03-001 | an action flickers | no actions but links (scope annotations)
03-002 | film flickers | no film or sound (scope annotations)
03-003 | a script flickers | no scripts (scope annotations)
04-001 | colour, contrast, format or layout alone carries meaning | human
05-001 | film without its sound in another form | no film or sound (scope annotations)
05-002 | sound without another form | no film or sound (scope annotations)
05-003 | a script beeps and says nothing else | no scripts (scope annotations)
06-001 | there are no XMP metadata |
06-002 | the metadata do not claim PDF/UA |
06-003 | the metadata have no title |
06-004 | the title does not tell the document from others | human
07-001 | readers are not told to show the title |
07-002 | readers are told not to show the title |
08-001 | recognised text is full of errors | no text is recognised from pictures: it is set
08-002 | recognised text is not tagged | no text is recognised from pictures: it is set
09-001 | tags are not in the order of reading | human
09-002 | elements are nested without sense | human
09-003 | a mapped type does not fit its content | no types are mapped (scope structure)
09-004 | a table's elements are out of place |
09-005 | a list's elements are out of place |
09-006 | a table of contents' elements are out of place |
09-007 | ruby elements are out of place | no ruby (scope structure)
09-008 | warichu elements are out of place | no warichu (scope structure)
10-001 | a code has no text |
11-001 | the language of text on a page is unknown |
11-002 | the language of a description is unknown |
11-003 | the language of the outline is unknown |
11-004 | the language of an annotation's description is unknown |
11-005 | the language of a field's description is unknown | no forms (scope catalogue)
11-006 | the language of the metadata is unknown |
11-007 | a language is not the right one | human
12-001 | stretched characters are not said rightly | no character is put together from stretched pieces
13-001 | a graphic is not tagged as a figure | human
13-002 | a link on a graphic describes one of them alone | human
13-003 | a caption is not tagged as one | human
13-004 | a figure without alternative text |
13-005 | replacement text where alternative text is wanted | human
13-006 | parts of a graphic are tagged one by one | human
13-007 | a more accessible form exists and is not used | human
13-008 | a figure to be read as text has no replacement text | human
14-001 | headings are not tagged | human
14-002 | the first heading is not of level 1 |
14-003 | heading levels are skipped |
14-004 | levels of headings are not in Arabic numerals | no types but H1 to H6 (scope structure)
14-005 | a heading of level 7 is not tagged as one | six levels are all that Markdown has
14-006 | several headings without level under one element |
14-007 | headings with and without levels |
15-001 | a row's header is not tagged as one | human
15-002 | a column's header is not tagged as one | human
15-003 | a header cell does not say what it heads |
15-004 | what is no table is tagged as one | human
15-005 | a cell's header is not clear | human
16-001 | an ordered list says no numbering | human
16-002 | an ordered list says another numbering than its own | human
16-003 | a list is not tagged as one | human
17-001 | a formula is not tagged as one | human
17-002 | a formula without alternative text |
17-003 | a formula's characters have no text | no formulas (scope structure); all text is held to 10-001
18-001 | heads and feet are not artifacts of pagination | human
18-002 | heads and feet are not told apart | human
19-001 | notes are not tagged as notes | human
19-002 | references are not tagged as references | human
19-003 | a note has no ID |
19-004 | two notes have one ID |
20-001 | a configuration of optional content has no name | no optional content (scope catalogue)
20-002 | the default configuration has no name | no optional content (scope catalogue)
20-003 | optional content changes by itself | no optional content (scope catalogue)
21-001 | an embedded file is not named | no embedded files (scope catalogue)
22-001 | article threads do not follow the reading | no threads (scope catalogue)
23-001 | digital signatures | the protocol defines no test; no signatures (scope catalogue)
24-001 | printed forms are not tagged | no forms (scope structure)
25-001 | a dynamic XFA form | no forms (scope catalogue)
26-001 | an encrypted file without permissions | no encryption (scope catalogue)
26-002 | an encrypted file that locks readers out | no encryption (scope catalogue)
27-001 | navigation | the protocol defines no test
28-001 | an annotation is out of the order of reading | human
28-002 | an annotation is not in an Annot element |
28-003 | an annotation is for looks alone | no annotations but links (scope annotations)
28-004 | an annotation without description |
28-005 | a field without description | no forms (scope catalogue)
28-006 | an annotation of an unknown kind |
28-007 | a trap network |
28-008 | a page with annotations has no order of them |
28-009 | that order is not the structure's |
28-010 | a widget is not in a Form element |
28-011 | a link is not in a Link element |
28-012 | a link without description |
28-013 | a server's image map with no other way | no image maps (scope annotations)
28-014 | a media clip without its type | no film or sound (scope annotations)
28-015 | a media clip without description | no film or sound (scope annotations)
28-016 | an attached file is not named | no attachments (scope annotations)
28-017 | a printer's mark in the structure |
28-018 | a printer's mark is no artifact | no printers' marks (scope annotations)
29-001 | a script needs quick hands | no scripts (scope annotations)
30-001 | a page of another file is shown | no form objects (scope resources)
30-002 | a tagged form object is shown twice | no form objects (scope resources)
31-001 | a face and its codes differ in registry |
31-002 | a face and its codes differ in ordering |
31-003 | a face is of an older supplement than its codes |
31-004 | the map from CIDs to glyphs is neither |
31-005 | there is no map from CIDs to glyphs |
31-006 | a character map is neither known nor embedded |
31-007 | a character map and its dictionary differ in direction |
31-008 | a character map builds on an unknown one |
31-009 | a face is not embedded |
31-010 | a face may not be embedded | human
31-011 | a glyph is missing from an embedded face |
31-012 | a Type 1 face lists too few characters | no Type 1 fonts (scope fonts)
31-013 | a Type 1 face lists too many characters | no Type 1 fonts (scope fonts)
31-014 | a face lists too few CIDs | no sets of CIDs (scope fonts)
31-015 | a face lists too many CIDs | no sets of CIDs (scope fonts)
31-016 | a width is not the face's |
31-017 | a plain TrueType face without a cmap that fits | no simple TrueType fonts (scope fonts)
31-018 | a plain TrueType face without the glyphs it encodes | no simple TrueType fonts (scope fonts)
31-019 | a plain TrueType font without encoding | no simple TrueType fonts (scope fonts)
31-020 | a plain TrueType font's encoding without base | no simple TrueType fonts (scope fonts)
31-021 | a plain TrueType font's base is neither of two | no simple TrueType fonts (scope fonts)
31-022 | its differences name unknown glyphs | no simple TrueType fonts (scope fonts)
31-023 | its differences need a cmap that is missing | no simple TrueType fonts (scope fonts)
31-024 | a symbolic TrueType font has an encoding | no simple TrueType fonts (scope fonts)
31-025 | a symbolic TrueType face without cmap | no simple TrueType fonts (scope fonts)
31-026 | a symbolic TrueType face with several cmaps, none symbolic | no simple TrueType fonts (scope fonts)
31-027 | a font has no way back to text |
31-028 | a code's text is U+0000 |
31-029 | a code's text is U+FEFF or U+FFFE |
31-030 | text shows .notdef |
"""))

#: ISO 19005-2:2011 at level a; levels u and b ask for less.
CLAUSES = list(read("""
A 6.1.2 | file header |
A 6.1.3 | trailer, identifier, end of the file |
A 6.1.4 | cross-reference table |
A 6.1.5 | document information |
A 6.1.6.1 | strings in hexadecimal digits |
A 6.1.7.1 | streams and their length |
A 6.1.7.2 | filters |
A 6.1.8 | names |
A 6.1.9 | objects stand on lines of their own |
A 6.1.10 | inline images |
A 6.1.11 | linearization | the clause asks for nothing
A 6.1.12 | permissions |
A 6.1.13 | limits |
A 6.2.2 | content streams and their resources |
A 6.2.3 | output intent |
A 6.2.4.2 | ICC-based colour spaces | no colour spaces but the device's (scope resources)
A 6.2.4.3 | device colours |
A 6.2.4.4 | Separation and DeviceN | no colour spaces but the device's (scope resources)
A 6.2.4.5 | Indexed and Pattern | no colour spaces but the device's (scope resources)
A 6.2.5 | graphics states | no graphics states (scope resources)
A 6.2.6 | rendering intents |
A 6.2.8.1 | pictures |
A 6.2.8.2 | thumbnails | no thumbnails (scope resources)
A 6.2.8.3 | JPEG 2000 |
A 6.2.9 | form, reference and PostScript objects |
A 6.2.10 | transparency |
A 6.2.11.2 | font dictionaries |
A 6.2.11.3.1 | CID systems |
A 6.2.11.3.2 | maps from CIDs to glyphs |
A 6.2.11.3.3 | character maps |
A 6.2.11.4.1 | embedding |
A 6.2.11.4.2 | subsets |
A 6.2.11.5 | widths |
A 6.2.11.6 | encodings of simple TrueType fonts | no simple TrueType fonts (scope fonts)
A 6.2.11.7.2 | text of every code (levels u and a) |
A 6.2.11.7.3 | text of private characters (level a) |
A 6.2.11.8 | .notdef |
A 6.3.1 | kinds of annotations |
A 6.3.2 | annotations' flags |
A 6.3.3 | annotations' appearances |
A 6.4.1 | form fields | no forms (scope catalogue)
A 6.4.2 | XFA | no forms (scope catalogue)
A 6.4.3 | digital signatures | no forms (scope catalogue)
A 6.5.1 | actions |
A 6.5.2 | actions that events trigger |
A 6.6.2.1 | the packet of metadata |
A 6.6.2.3 | extension schemas |
A 6.6.3 | metadata of parts of the file | no stream but the catalogue's has metadata
A 6.6.4 | the claim to PDF/A |
A 6.6.5 | identifiers in the metadata | the clause recommends alone
A 6.6.6 | provenance in the metadata | the clause recommends alone
A 6.7.2.2 | the file says that it is tagged (level a) |
A 6.7.3 | the structure is whole (level a) |
A 6.7.4 | language tags (level a) |
A 6.7.5 | alternative texts say what is seen (level a) | human
A 6.7.6 | annotations' descriptions say where they lead (level a) | human
A 6.7.7 | replacement texts say what is read (level a) | human
A 6.7.8 | abbreviations are spelt out (level a) | human
A 6.8 | embedded files | no embedded files (scope catalogue)
A 6.9 | optional content | no optional content (scope catalogue)
A 6.10 | alternate presentations | none (scope catalogue)
A 6.11 | requirements of readers | none (scope catalogue)
"""))
