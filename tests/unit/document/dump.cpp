#include "document/tree.h"

#include "unit/document/samples.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace samples;

TEST_CASE("the dump shows facts first, then the body, a node a line") {
    CHECK(dump(everything()) == R"(review "stalker"
  path "reviews/stalker.md"
  language "en-GB"
  title "Stalker"
  subtitle "A walk"
  work "Stalker"
    original-title "Сталкер"
    original-language "ru"
    year 1979
    director "Andrei Tarkovsky"
    cast "Alisa Freindlich" as "Stalker's wife"
    other label="Puppets" "Nobody"
    minutes 162
    countries "Soviet Union"
    languages "ru"
    genres "science fiction"
    id "imdb" "tt0079944"
    rating number 450 of 0 to 500 written="★★★★½"
  listed "Solaris"
    year 1972
  listed "Nostalghia"
  screening 2020-01-03 time="19:30" written="Fri 3 Jan" film=2 at "Screen 2"
  authors "A. Critic"
  published 2019-12-20 written="20/12/2019"
  seen 2019-12-17 time="19:30" offset="+01:00" written="2019-12-17T19:30+01:00"
  venue "Curzon Soho"
  medium "35 mm"
  tags "zone" "water"
  spoilers
  poster "poster.png" alternative="A poster" picture=0
  poster-caption "The poster"
  epigraph
    words
      text "Let it come true."
      hard-break
      text "All of it."
    source "Stalker"
  summary "Three men walk."
  extra "mood" {"rain":[1,true,null,"x"]}
  picture 0 "i.png" png 640 x 480 gray
body
  heading 2 "Before"
  paragraph
    text "The "
    emphasis "Zone"
    soft-break
    code "a  b"
    hard-break
    phrase language="ru" "зона"
    text " "
    link "https://example.org/" title="A title" "here"
    image "i.png" alternative="an eye" picture=0
    image "lost.png" alternative="a lost eye"
    note-reference 1
    raw "<wbr>"
  quote
    paragraph "Weakness is great."
    source "Lao Tzu"
  list ordered from 3 loose
    item
      paragraph "one"
    item
      paragraph "two"
  code-block info="sh"
    "ls\n"
    "  -l\n"
  break
  table left right
    caption "All three"
    head
      cell "Film"
      cell "Stars"
    row
      cell "Mirror"
      cell "5"
    row
      cell "Solaris"
      cell
  figure "i.png" alternative="A still" picture=0
    caption "The room"
  definitions
    term "Zone"
    definition
      paragraph "a place"
  spoiler
    summary "The end"
    paragraph "They go home."
  dialogue
    question
      speaker "Q"
      paragraph "Why?"
    answer
      speaker "A"
      paragraph "Because."
  ranking
    entry rank="1" film=1
      title "Solaris"
      paragraph "The rain."
  showings
    showing screening=1
      title "Nostalghia"
      words "new print"
  raw-block "<hr>"
note 1 "a"
  paragraph "Said twice."
)");
}

TEST_CASE("what is not there is not shown, and what cannot be seen is") {
    Piece piece;
    piece.key = "a";
    piece.kind = PieceKind::essay;
    piece.direction = Direction::right_to_left;
    piece.body = {paragraph("a\xC2\xA0"
                            "b\xC2\xAD\\ \"q\"\xE2\x80\x8F"),
                  blk(CodeBlock{"", "no end"})};
    CHECK(dump(piece) == "essay \"a\"\n  right-to-left\nbody\n"
                         "  paragraph \"a\\u00a0b\\u00ad\\\\ \\\"q\\\"\\u200f\"\n"
                         "  code-block\n    \"no end\"\n");
}
