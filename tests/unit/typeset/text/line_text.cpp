#include "typeset/text/line_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace halfstar;

/// Segments parted by what may happen behind them: `|` a line may end, `=` with a hyphen, `/` it ends, `,`
/// neither. A space is `_`, a no-break space `~`.
std::string cut(std::string_view text, std::string_view language = "en") {
    std::string result;
    for (const Segment& part : segment(text, language)) {
        const std::string_view bytes = text.substr(part.begin, part.end - part.begin);
        if (part.kind == SegmentKind::word) result += bytes;
        else result += bytes == "\u00A0" ? "~" : "_";
        result += std::string(",|=/")[static_cast<std::size_t>(part.break_after)];
    }
    return result;
}

TEST_CASE("words and spaces take turns, and a line may end at a space") {
    CHECK(cut("") == "");
    CHECK(cut("one") == "one,");
    CHECK(cut("one two") == "one,_|two,");
    CHECK(cut("one  \t two ") == "one,_|two,_,");
    CHECK(cut("Mr. O’Neil’s “best” film!") == "Mr.,_|O’Neil’s,_|“best”,_|film!,");
}

TEST_CASE("a no-break space stretches and ends no line") {
    CHECK(cut("35\u00A0mm film") == "35,~,mm,_|film,");
    CHECK(cut("«\u00A0oui\u00A0»", "fr") == "«,~,oui,~,»,");
    CHECK(cut("a\u00A0\u00A0b") == "a,~,~,b,");
}

TEST_CASE("narrow and fixed spaces are part of their word") {
    CHECK(cut("quoi\u202F? non", "fr") == "quoi\u202F?,_|non,");
    CHECK(cut("10\u2007000") == "10\u2007000,");
}

TEST_CASE("a soft hyphen is a place for a hyphen and is not set") {
    CHECK(cut("cine\u00ADmatic") == "cine=matic,");
    CHECK(cut("cine\u00AD matic") == "cine,_|matic,");
    CHECK(cut("\u00ADcine\u00AD") == "cine,");
}

TEST_CASE("a zero-width space is a place to break and is not set") {
    CHECK(cut("ki\u200Bno") == "ki|no,");
}

TEST_CASE("line ends are mandatory, and two in a row leave an empty line") {
    CHECK(cut("a\nb") == "a/b,");
    CHECK(cut("a \nb") == "a,_/b,");
    CHECK(cut("a\r\nb") == "a/b,");
    CHECK(cut("a\u2028b") == "a/b,");
    CHECK(cut("a\n\nb") == "a//b,");
    CHECK(cut("\nb") == "/b,");
}

TEST_CASE("a line may end after a written hyphen with enough on both sides") {
    CHECK(cut("well-known") == "well-|known,");
    CHECK(cut("e-book") == "e-book,");
    CHECK(cut("co-op") == "co-op,");
    CHECK(cut("-5") == "-5,");
    CHECK(cut("non\u2011stop") == "non\u2011stop,");
}

TEST_CASE("a line may end after an em dash and never starts with a dash") {
    CHECK(cut("life—and death") == "life—|and,_|death,");
    CHECK(cut("life — and") == "life,_,—,_|and,");
    CHECK(cut("Leben – und", "de") == "Leben,_,–,_|und,");
    CHECK(cut("palabra —inciso— otra", "es") == "palabra,_|—inciso—,_|otra,");
    CHECK(cut("—Sí", "es") == "—Sí,");
    CHECK(cut("1914–18 war") == "1914–|18,_|war,");
}

TEST_CASE("a line may end after a slash between longer words") {
    CHECK(cut("director/writer") == "director/|writer,");
    CHECK(cut("and/or") == "and/or,");
    CHECK(cut("1/2") == "1/2,");
}

TEST_CASE("addresses are parted after their signs") {
    CHECK(cut("https://example.org/a-b/film_x.html") == "https://|example.|org/|a-|b/|film_|x.|html,");
    CHECK(cut("see www.kino.de now") == "see,_|www.|kino.|de,_|now,");
    CHECK(cut("letterboxd.com/film/stalker") == "letterboxd.|com/|film/|stalker,");
    CHECK(cut("x.org/?q=1&page=22") == "x.|org/?|q=|1&|page=|22,");
    CHECK(cut("me@kino.example") == "me@|kino.|example,");
    CHECK(cut("(https://a.org/b).") == "(https://|a.|org/|b).,");
}

TEST_CASE("what only looks a little like an address stays whole") {
    CHECK(cut("e.g. this") == "e.g.,_|this,");
    CHECK(cut("3.5/5") == "3.5/5,");
    CHECK(cut("@someone") == "@someone,");
    CHECK(cut("...and") == "...and,");
}

TEST_CASE("Japanese breaks between characters but not before its marks") {
    CHECK(cut("東京物語。", "ja") == "東|京|物|語。,");
    CHECK(cut("「天国と地獄」", "ja") == "「天|国|と|地|獄」,");
    CHECK(cut("ブンミおじさんの森", "ja-u-lw-phrase") == "ブンミ|おじさんの森,");
}

TEST_CASE("Thai is parted by its dictionary") {
    const std::string parted = cut("ภาพยนตร์ไทย", "th");
    CHECK(parted == "ภาพยนตร์|ไทย,");
}

TEST_CASE("segments cover the text in order") {
    const std::string text = "A — b\u00ADc https://x.org/y 東京 \u200B\nend\u00A0!";
    std::uint32_t at = 0;
    for (const Segment& part : segment(text, "en")) {
        CHECK(part.begin >= at);
        CHECK(part.end >= part.begin);
        at = part.end;
    }
    CHECK(at == text.size());
}

TEST_CASE("plain words are cut as the rules cut them, whatever stands beside them") {
    const std::vector<std::string> parts = {
        "word", "Étude,", "don’t", "“said", "him.”", "a", "end!", "‘tis", "naïve?!", "’90s", "“", "”", "—", "–", "well-made", "and/or",
        "(in", "fact)", "www.a.org", "x@y.org", "3.5", "£10", "", "no\u00A0way", "soft\u00ADhyphen", "line\nend", "tab\tbed", "«",
        "mot»", "кино", "映画", "שלום", "e\u0301t", "film…", "O'Neil", "a’", "“‘Yes’,”", "Mr.", "…and", "×", "one—two", "—but", "so—",
        "U.S.A.", "re\u200Blay", "50%", "$5", "’"};
    std::uint32_t seed = 7;
    const auto below = [&](std::size_t end) { return seed = seed * 1664525 + 1013904223, (seed >> 8) % end; };
    for (const std::string language : {"en", "de", "fr", "es", "fi", "sv", "he", "ru"})
        for (int round = 0; round < 1500; ++round) {
            std::string text;
            for (std::size_t i = 0, count = below(9); i < count; ++i)
                text += (i == 0 ? "" : " ") + parts[below(below(3) != 0 ? 9 : parts.size())];
            CAPTURE(text);
            CHECK(segment(text, language) == segment_by_rules(text, language));
        }
}

} // namespace
