// Pieces that tests are made with.
#pragma once

#include <halfstar/edition.h>

#include <string>
#include <utility>
#include <vector>

namespace samples {

using namespace halfstar;

inline Inline inl(Inline::Node node) { return {std::move(node), {}}; }
inline Inline text(std::string words) { return inl(Text{std::move(words)}); }
inline Inline styled(TextStyle style, Inlines children) { return inl(Styled{style, std::move(children)}); }
inline Block blk(Block::Node node) { return {std::move(node), {}, 0}; }
inline Block paragraph(std::string words) { return blk(Paragraph{{text(std::move(words))}}); }
inline Cell cell(std::string words) {
    return {words.empty() ? Inlines{} : Inlines{text(std::move(words))}, 0, {}};
}

inline Work stalker() {
    Work work;
    work.title.value = "Stalker";
    work.original_title = "Сталкер";
    work.original_language = "ru";
    work.year = 1979;
    work.credits = {{Role::director, "", "Andrei Tarkovsky", "", {}},
                    {Role::cast, "", "Alisa Freindlich", "Stalker's wife", {}},
                    {Role::other, "Puppets", "Nobody", "", {}}};
    work.minutes = 162;
    work.countries = {"Soviet Union"};
    work.languages = {"ru"};
    work.genres = {"science fiction"};
    work.ids = {{"imdb", "tt0079944"}};
    work.rating = Fact<Rating>{{"★★★★½", RatingForm::number, 450, 0, 500}, {}};
    return work;
}

inline Inlines every_inline() {
    return {text("The "),
            styled(TextStyle::emphasis, {text("Zone")}),
            inl(SoftBreak{}),
            inl(CodeSpan{"a  b"}),
            inl(HardBreak{}),
            inl(Phrase{"ru", Direction::inherit, {text("зона")}}),
            text(" "),
            inl(Link{"https://example.org/", "A title", {text("here")}, {}}),
            inl(Image{"i.png", "", "an eye", 0}),
            inl(Image{"lost.png", "", "a lost eye", std::nullopt}),
            inl(NoteReference{0}),
            inl(RawInline{"<wbr>"})};
}

inline Table table() {
    Table table;
    table.columns = {Alignment::left, Alignment::right};
    table.head = {cell("Film"), cell("Stars")};
    table.rows = {{cell("Mirror"), cell("5")}, {cell("Solaris"), cell("")}};
    table.caption = {text("All three")};
    return table;
}

/// A review with every kind of node and fact.
inline Piece everything() {
    Piece piece;
    piece.key = "stalker";
    piece.path = "reviews/stalker.md";
    piece.language = "en-GB";
    piece.title.value = "Stalker";
    piece.subtitle = "A walk";
    piece.works = {stalker()};
    Work solaris, nostalghia;
    solaris.title.value = "Solaris";
    solaris.year = 1972;
    nostalghia.title.value = "Nostalghia";
    piece.listed = {solaris, nostalghia};
    piece.screenings = {{{2020, 1, 3, "19:30", "", "Fri 3 Jan"}, "Screen 2", 1}};
    piece.authors = {"A. Critic"};
    piece.published = Fact<Date>{{2019, 12, 20, "", "", "20/12/2019"}, {}};
    piece.seen = Fact<Date>{{2019, 12, 17, "19:30", "+01:00", "2019-12-17T19:30+01:00"}, {}};
    piece.venue = "Curzon Soho";
    piece.medium = "35 mm";
    piece.epigraph = Epigraph{
        {text("Let it come true."), inl(HardBreak{}), text("All of it.")}, {text("Stalker")}, 0, {}};
    piece.summary = {text("Three men walk.")};
    piece.tags = {"zone", "water"};
    piece.poster = Image{"poster.png", "", "A poster", 0};
    piece.poster_caption = "The poster";
    piece.spoilers = true;
    piece.body = {
        blk(Heading{2, {text("Before")}}),
        blk(Paragraph{every_inline()}),
        blk(Quote{{paragraph("Weakness is great.")}, {text("Lao Tzu")}}),
        blk(List{true, false, 3, {{{paragraph("one")}, {}}, {{paragraph("two")}, {}}}}),
        blk(CodeBlock{"sh", "ls\n  -l\n"}),
        blk(Break{}),
        blk(table()),
        blk(Figure{{"i.png", "", "A still", 0}, {text("The room")}, 0}),
        blk(Definitions{{{{text("Zone")}, {paragraph("a place")}, 0, {}}}}),
        blk(Details{DetailsKind::spoiler, {text("The end")}, 0, {paragraph("They go home.")}}),
        blk(Dialogue{{{Voice::question, {text("Q")}, 0, {paragraph("Why?")}, {}},
                      {Voice::answer, {text("A")}, 0, {paragraph("Because.")}, {}}}}),
        blk(Ranking{{{"1", 0, {text("Solaris")}, 0, {paragraph("The rain.")}, {}}}}),
        blk(Showings{{{0, {text("Nostalghia")}, 0, {text("new print")}, 0, {}}}}),
        blk(RawBlock{"<hr>"}),
    };
    piece.notes = {{"a", {paragraph("Said twice.")}, {}}};
    Picture picture;
    picture.path = "/issue/i.png";
    picture.name = "i.png";
    picture.width = 640;
    picture.height = 480;
    picture.gray = true;
    picture.digest[0] = 0xAB;
    piece.pictures = {picture};
    piece.extras = {{"mood", R"({"rain":[1,true,null,"x"]})", {}}};
    return piece;
}

} // namespace samples
