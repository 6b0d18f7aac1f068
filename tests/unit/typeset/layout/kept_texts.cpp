// Documents that are set one after the other in a house that keeps texts: the same as if each were set in a new house.
#include "zine_setting.h"

#include "typeset/dump.h"
#include "typeset/layout/kept_texts.h"

#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::testing;
using halfstar::layout::RichText;

namespace {

constexpr std::size_t plenty = 64u << 20;

/// Reviews of which one, the edited, says something else, in words that no face has.
Edition year(std::size_t edited) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < 10; ++i) {
        Piece piece = credited(review("Film " + std::to_string(i), 10 + static_cast<int>(i) * 7 % 90, static_cast<int>(i)));
        if (i == edited) piece.body.push_back(paragraph("It ends in \U000F1234, as ever."));
        pieces.push_back(std::move(piece));
    }
    return edition_of(std::move(pieces), {IssuePart::cover, IssuePart::contents, IssuePart::reviews, IssuePart::films});
}

/// Everything on its pages and in its structure, and what there was to say of it.
std::string set_in(const Foundry& house, std::size_t edited, const Style& style, int jobs) {
    Edition edition = year(edited);
    for (Piece& piece : edition.pieces) number_nodes(piece);
    Diagnostics told;
    const auto document = lay_out_zine(edition, style, zine_page(), house, 4, told, nullptr, jobs);
    std::string text = dump_structure(*document);
    for (std::uint32_t i = 0; i < document->page_count(); ++i) text += dump_page(document->page(i), document->faces());
    for (const Diagnostic& one : told.all()) text += std::to_string(static_cast<int>(one.code)) + " " + std::to_string(one.span.begin) + "\n";
    return text;
}

layout::TextAnswer answer(std::string words) {
    layout::TextAnswer answer;
    layout::MeasuredText measured;
    measured.rich.text = std::move(words);
    answer.measured = std::make_shared<const layout::MeasuredText>(std::move(measured));
    return answer;
}

layout::TextManner in_width(double points) {
    layout::TextManner manner;
    manner.shapes = {{{}, Length::points(points)}};
    return manner;
}

} // namespace

TEST_CASE("what is set in a house that keeps texts is what is set in a new one") {
    for (const int jobs : {1, 4}) {
        const Foundry house(fonts(), plenty);
        for (const std::size_t edited : {3u, 3u, 7u, 10u, 3u}) {
            CHECK((set_in(house, edited, programme(), jobs) == set_in(Foundry(fonts()), edited, programme(), 1)));
            house.forget_unused_texts();
        }
    }
}

TEST_CASE("pages are the same whether they are built behind the thread that sets them or when they are asked for") {
    const Foundry builds(fonts()), keeps(fonts(), plenty);
    for (const int jobs : {1, 4}) CHECK((set_in(builds, 3, programme(), jobs) == set_in(keeps, 3, programme(), jobs)));
}

TEST_CASE("texts that are kept are not taken for those of another design") {
    Style loose = programme();
    loose.lines.hyphen_demerits += 100000;
    Style tinted = programme();
    tinted.end_mark_radius = Length::points(9);
    const Foundry house(fonts(), plenty);
    for (const Style* style : {&loose, &tinted, &loose})
        CHECK((set_in(house, 3, *style, 1) == set_in(Foundry(fonts()), 3, *style, 1)));
}

TEST_CASE("a text is found by its words and the manner in which it is wanted") {
    layout::KeptTexts texts(plenty);
    const layout::TextAnswer one = answer("one");
    texts.keep(in_width(100), one);
    CHECK(texts.find(one.measured->rich, in_width(100)));
    CHECK(!texts.find(one.measured->rich, in_width(90)));
    CHECK(!texts.find(answer("two").measured->rich, in_width(100)));
    RichText other_language = one.measured->rich;
    other_language.language = "fr";
    CHECK(!texts.find(other_language, in_width(100)));
}

TEST_CASE("lines that are only asked for are kept beside those of texts that are composed, and apart from them") {
    layout::KeptTexts texts(plenty);
    const RichText words = answer("one").measured->rich;
    layout::TextManner best = in_width(100), title = in_width(100);
    best.lines_of = layout::LinesOf::best;
    title.lines_of = layout::LinesOf::title;
    layout::TextAnswer of_best = answer("one");
    of_best.lines.resize(3);
    texts.keep(best, of_best);
    CHECK(!texts.find(words, in_width(100)));
    CHECK(!texts.find(words, title));
    REQUIRE(texts.find(words, best));
    CHECK(texts.find(words, best)->lines.size() == 3);
}

TEST_CASE("lines are asked for in vain in a house that knows them, and what no face has is noted each time") {
    const Foundry house(fonts(), plenty), other(fonts());
    const Style style = programme();
    const auto page = zine_page();
    Diagnostics told;
    const layout::TypeCase types(style, page, house.fonts(), told);
    layout::ComposingStick keeps(types, house), forgets(types, other);
    layout::SetText text;
    text.write = [](const layout::TypeCase& of) {
        layout::RichTextWriter writer(of, Element::text, "en");
        writer.add("A sentence of several lines, if its measure is narrow, that ends in \U000F1234.", Element::text, layout::RichTextWriter::Origin::source);
        return writer.take();
    };
    text.shapes = {{{}, Length::points(90)}};
    text.line_height = Length::points(12);
    int decided = 0;
    for (int i = 0; i < 3; ++i) {
        const auto lines = keeps.lines_of(text, layout::LinesOf::best, [&](const layout::MeasuredText& measured) {
            ++decided;
            return keeps.break_text(text, measured).front().lines;
        });
        const auto anew = forgets.best_lines(text);
        REQUIRE(lines.size() == anew.size());
        CHECK(lines.size() > 2);
        for (std::size_t line = 0; line < lines.size(); ++line) CHECK(lines[line].break_at == anew[line].break_at);
        for (layout::ComposingStick* stick : {&keeps, &forgets}) {
            Diagnostics missing;
            layout::SetText whole = text;
            whole.write = [](const layout::TypeCase& of) {
                layout::RichTextWriter writer(of, Element::text, "en");
                writer.add("Nothing is wanting here.", Element::text, layout::RichTextWriter::Origin::source);
                return writer.take();
            };
            stick->compose(whole, missing);
            CHECK(missing.all().size() == 1); // of what was asked before it
        }
    }
    CHECK(decided == 1);
}

TEST_CASE("whether a text takes so many lines is told without breaking it as it is by its lines") {
    const Foundry house(fonts(), plenty), other(fonts());
    const Style style = programme();
    const auto page = zine_page();
    Diagnostics told;
    const layout::TypeCase types(style, page, house.fonts(), told);
    layout::ComposingStick counts(types, house), tells(types, other); // who keeps texts counts the lines of the best way
    for (const std::string words : {"ill ill ", "WWW MMM ", "A sentence of words as they come. ", "Hottentottententoonstelling ", "—"})
        for (const int times : {1, 3, 8, 30, 90}) {
            layout::SetText text;
            text.write = [&](const layout::TypeCase& of) {
                layout::RichTextWriter writer(of, Element::text, "en");
                for (int i = 0; i < times; ++i) writer.add(words, Element::text, layout::RichTextWriter::Origin::source);
                return writer.take();
            };
            text.shapes = {{{}, Length::points(150)}};
            text.line_height = Length::points(12);
            for (std::size_t lines = 1; lines < 8; ++lines) {
                CAPTURE(words);
                CAPTURE(times);
                CAPTURE(lines);
                CHECK(tells.takes_lines(text, lines) == counts.takes_lines(text, lines));
            }
        }
}

TEST_CASE("what nobody asks for goes away, and what has no room does not stay") {
    layout::KeptTexts texts((sizeof(layout::TextAnswer) + sizeof(layout::MeasuredText)) * 3);
    for (const char* words : {"one", "two", "three", "four"}) CHECK(texts.keep(in_width(100), answer(words)));
    CHECK(texts.find(answer("one").measured->rich, in_width(100)));
    CHECK(!texts.find(answer("four").measured->rich, in_width(100)));
    texts.forget_unused();
    CHECK(texts.find(answer("one").measured->rich, in_width(100)));
    texts.forget_unused();
    CHECK(!texts.find(answer("two").measured->rich, in_width(100)));
    texts.keep(in_width(100), answer("four"));
    CHECK(texts.find(answer("four").measured->rich, in_width(100)));
}
