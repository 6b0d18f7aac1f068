#include <halfstar/diagnostics.h>

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

using namespace halfstar;

namespace {

/// One diagnostic at the first place where `words` stand in the text, as people read it.
std::string shown(const std::string& text, const std::string& words, std::vector<std::string> hints = {}) {
    Sources sources;
    const SourceId id = sources.add("reviews/stalker.md", text);
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string::npos);
    Diagnostics diagnostics;
    diagnostics.report(Code::missing_image,
                       {id, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}, {"x.jpg"},
                       std::move(hints));
    return render_text(diagnostics.all(), sources, Colouring::plain);
}

/// The two lines below the message.
std::string excerpt(const std::string& text, const std::string& words) {
    const std::string all = shown(text, words);
    return all.substr(all.find('\n') + 1);
}

} // namespace

TEST_CASE("codes have names in kebab case that are theirs alone, and messages") {
    std::set<std::string_view> names;
    for (const Code code : all_codes()) {
        const std::string_view name = code_name(code);
        CAPTURE(std::string(name));
        CHECK(names.insert(name).second);
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    }
    CHECK(names.size() > 20);
    CHECK(code_name(Code::missing_image) == "missing-image");
    CHECK(code_severity(Code::missing_input) == Severity::error);
    CHECK(code_severity(Code::missing_image) == Severity::warning);
}

TEST_CASE("every code has a heading in docs/diagnostics.md, and every heading a code") {
    std::ifstream file(HALFSTAR_SOURCE_DIR "/docs/diagnostics.md");
    REQUIRE(file);
    std::set<std::string> headings;
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("## ")) headings.insert(line.substr(3));
    std::set<std::string> names;
    for (const Code code : all_codes()) names.emplace(code_name(code));
    for (const std::string& name : names) {
        CAPTURE(name);
        CHECK(headings.contains(name));
    }
    for (const std::string& heading : headings) {
        CAPTURE(heading);
        CHECK((names.contains(heading) || heading.find(' ') != std::string::npos));
    }
}

TEST_CASE("messages take their words in turn and do not look into them") {
    Diagnostics diagnostics;
    diagnostics.report(Code::corrupt_image, {}, {"{}.jpg", "it ends early"});
    diagnostics.report(Code::corrupt_image, {}, {"a.jpg"});
    CHECK(diagnostics.all()[0].message == "'{}.jpg' cannot be decoded: it ends early");
    CHECK(diagnostics.all()[1].message == "'a.jpg' cannot be decoded: ");
}

TEST_CASE("diagnostics keep their order when they are joined") {
    Diagnostics first, second;
    CHECK(first.empty());
    first.report(Code::empty_piece, {});
    CHECK_FALSE(first.has_errors());
    second.report(Code::missing_input, {}, {"x"});
    first.append(std::move(second));
    CHECK(first.has_errors());
    REQUIRE(first.all().size() == 2);
    CHECK(first.all()[1].code == Code::missing_input);
}

TEST_CASE("positions count lines and code points from 1") {
    Sources sources;
    const SourceId id = sources.add("a", "ab\n\nЗона ★ x\nlast");
    const auto at = [&](std::uint32_t offset) {
        const Sources::Position p = sources.position(id, offset);
        return std::to_string(p.line) + ":" + std::to_string(p.column);
    };
    CHECK(at(0) == "1:1");
    CHECK(at(2) == "1:3");
    CHECK(at(3) == "2:1");
    CHECK(at(4) == "3:1");
    CHECK(at(6) == "3:2");
    CHECK(at(13) == "3:6");
    CHECK(at(16) == "3:7");
    CHECK(at(19) == "4:1");
    CHECK(at(23) == "4:5");
    CHECK(at(999) == "4:5");
    CHECK(sources.line_at(id, 0) == "ab");
    CHECK(sources.line_at(id, 3).empty());
    CHECK(sources.line_at(id, 14) == "Зона ★ x");
    CHECK(sources.line_at(id, 999) == "last");
    CHECK(sources.line_at(7, 0).empty());
    CHECK(sources.position(0, 5).line == 1);
    CHECK_FALSE(sources.contains(0));
    CHECK_FALSE(sources.contains(2));
    sources.set_text(id, "new\ntext");
    CHECK(at(5) == "2:2");
    CHECK(sources.at(id).name == "a");
}

TEST_CASE("positions are right in lines longer than a table's step") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "é";
    Sources sources;
    const SourceId id = sources.add("a", "x\n" + text);
    for (const std::uint32_t n : {0u, 1u, 511u, 512u, 1023u, 2047u, 2999u, 3000u})
        CHECK(sources.position(id, 2 + 2 * n).column == n + 1);
}

TEST_CASE("a diagnostic shows its place, its line, a caret and help") {
    const std::string text = std::string(13, '\n') + "The Zone ![the Zone](stills/zone.jpg) breathes.\n";
    CHECK(shown(text, "stills/zone.jpg", {"did you mean 'stills/zone-1.jpg'?"}) ==
          "reviews/stalker.md:14:22: warning: image file not found: 'x.jpg' [missing-image]\n"
          " 14 | The Zone ![the Zone](stills/zone.jpg) breathes.\n"
          "    |                      ^^^^^^^^^^^^^^^\n"
          "    = help: did you mean 'stills/zone-1.jpg'?\n");
}

TEST_CASE("carets stand under what is shown, whatever its width") {
    CHECK(excerpt("東京 here", "here") == " 1 | 東京 here\n   |      ^^^^\n");
    CHECK(excerpt("a 東京", "東京") == " 1 | a 東京\n   |   ^^^^\n");
    CHECK(excerpt("\tx\ty", "y") == " 1 |     x   y\n   |         ^\n");
    CHECK(excerpt("cafe\xCC\x81 x", "x") == " 1 | cafe\xCC\x81 x\n   |      ^\n");
    CHECK(excerpt("🎬 x", "x") == " 1 | 🎬 x\n   |    ^\n");
}

TEST_CASE("a span without width has one caret, also at the end of a line") {
    CHECK(excerpt("abc\ndef", "") == " 1 | abc\n   | ^\n");
    Sources sources;
    const SourceId id = sources.add("a", "abc\n\nx");
    Diagnostics diagnostics;
    diagnostics.report(Code::empty_piece, {id, 3, 3});
    diagnostics.report(Code::empty_piece, {id, 4, 4});
    diagnostics.report(Code::empty_piece, {id, 900, 990});
    CHECK(render_text(diagnostics.all(), sources, Colouring::plain) ==
          "a:1:4: warning: nothing to set but the title [empty-piece]\n 1 | abc\n   |    ^\n"
          "a:2:1: warning: nothing to set but the title [empty-piece]\n 2 |\n   | ^\n"
          "a:3:2: warning: nothing to set but the title [empty-piece]\n 3 | x\n   |  ^\n");
}

TEST_CASE("a span over several lines shows its first") {
    CHECK(excerpt("one two\nthree", "two\nthree") == " 1 | one two\n   |     ^^^\n");
}

TEST_CASE("long lines are cut about the span") {
    const std::string filler(200, 'a');
    const std::string cut = excerpt(filler + "HERE" + filler, "HERE");
    CHECK(cut == " 1 | …" + std::string(32, 'a') + "HERE" + std::string(60, 'a') + "…\n   | " + std::string(33, ' ') +
                     "^^^^\n");
    CHECK(excerpt("HERE" + filler, "HERE") == " 1 | HERE" + std::string(92, 'a') + "…\n   | ^^^^\n");
    CHECK(excerpt(filler + "HERE", "HERE") ==
          " 1 | …" + std::string(92, 'a') + "HERE\n   | " + std::string(93, ' ') + "^^^^\n");
    const std::string megabytes(4 << 20, 'b');
    CHECK(excerpt(megabytes + "é" + megabytes, "é").size() < 300);
    CHECK(excerpt("x" + filler, filler).find(std::string(95, '^')) != std::string::npos);
}

TEST_CASE("what a terminal would obey is shown, not sent") {
    CHECK(excerpt("a\x1b[31mb\x07", "b") == " 1 | a␛[31mb␇\n   |       ^\n");
    CHECK(excerpt("x\xE2\x80\xAEy", "y") == " 1 | x\xEF\xBF\xBDy\n   |   ^\n");
    Sources sources;
    const SourceId id = sources.add("a\x1b]0;b\n.md", "x");
    Diagnostics diagnostics;
    diagnostics.report(Code::missing_note, {id, 0, 1}, {"\x1b[2J\nnew line"});
    CHECK(render_short(diagnostics.all(), sources) ==
          "a␛]0;b .md:1:1: warning: no footnote is called '␛[2J new line' [missing-note]\n");
}

TEST_CASE("a diagnostic without a place begins with its severity") {
    Sources sources;
    const SourceId unread = sources.add("missing.md", "");
    Diagnostics diagnostics;
    diagnostics.report(Code::unknown_style, {}, {"xrox"}, {"did you mean 'xerox'?"});
    diagnostics.report(Code::unreadable_input, {unread, 0, 0}, {"missing.md", "No such file"});
    CHECK(render_text(diagnostics.all(), sources, Colouring::plain) ==
          "error: no style is called 'xrox' [unknown-style]\n"
          "    = help: did you mean 'xerox'?\n"
          "missing.md: error: cannot read 'missing.md': No such file [unreadable-input]\n");
    CHECK(render_short(diagnostics.all(), sources) ==
          "error: no style is called 'xrox' [unknown-style]\n"
          "missing.md: error: cannot read 'missing.md': No such file [unreadable-input]\n");
}

TEST_CASE("colours are asked for, and change no word") {
    Sources sources;
    const SourceId id = sources.add("a.md", "abc");
    Diagnostics diagnostics;
    diagnostics.report(Code::missing_input, {id, 1, 2}, {"x"}, {"look again"});
    diagnostics.report(Code::empty_piece, {id, 0, 1});
    std::string painted = render_text(diagnostics.all(), sources, Colouring::ansi);
    CHECK(painted.find("\x1b[1;31merror:\x1b[0m") != std::string::npos);
    CHECK(painted.find("\x1b[1;33mwarning:\x1b[0m") != std::string::npos);
    std::string plain;
    for (std::size_t at = 0; at < painted.size(); ++at) {
        if (painted[at] == '\x1b') at = painted.find('m', at);
        else plain += painted[at];
    }
    CHECK(plain == render_text(diagnostics.all(), sources, Colouring::plain));
}

TEST_CASE("JSON has every member, null where there is no place") {
    Sources sources;
    const SourceId id = sources.add("a \"b\".md", "one\ntwo");
    Diagnostics diagnostics;
    diagnostics.report(Code::missing_note, {id, 2, 6}, {"<x>"}, {"one", "two"});
    diagnostics.report(Code::unknown_style, {}, {"y"});
    CHECK(render_json(diagnostics.all(), sources) ==
          "[\n"
          "  {\"code\": \"missing-note\", \"severity\": \"warning\", "
          "\"message\": \"no footnote is called '\\u003cx>'\", "
          "\"file\": \"a \\\"b\\\".md\", \"line\": 1, \"column\": 3, \"end_line\": 2, \"end_column\": 3, "
          "\"hints\": [\"one\", \"two\"]},\n"
          "  {\"code\": \"unknown-style\", \"severity\": \"error\", \"message\": \"no style is called 'y'\", "
          "\"file\": null, \"line\": null, \"column\": null, \"end_line\": null, \"end_column\": null, \"hints\": []}\n"
          "]\n");
    CHECK(render_json({}, sources) == "[]\n");
}
