#include "foundation/data/yaml_plain.h"

#include "foundation/data/syntaxes.h"
#include "foundation/data/yaml_parse.h"

#include <doctest/doctest.h>

#include <string>

using namespace halfstar;

namespace {

std::string place(const Span& span) { return "@" + std::to_string(span.begin) + "-" + std::to_string(span.end); }

/// A value with its spans.
std::string shown(const Value& value) {
    std::string out = place(value.span) + place(value.key_span);
    if (const Scalar* scalar = value.scalar()) out += (scalar->quoted ? "q:" : "p:") + scalar->text;
    if (const auto* list = value.list())
        for (const Value& item : *list) out += "[" + shown(item) + "]";
    if (const Members* members = value.members())
        for (const Member& member : *members) out += "{" + member.first + "=" + shown(member.second) + "}";
    return out + ";";
}

constexpr Span where{1, 4, 1000};

/// The parser of all YAML reads what says that it ends.
std::string as_yaml(const std::string& text) {
    const yaml::Attempt attempt = yaml::parse(text + "...\n", where, Tolerance::settings);
    return attempt.value ? shown(*attempt.value) : "none";
}

} // namespace

TEST_CASE("plain front matter is read as YAML is, to the byte") {
    for (const std::string text : {
             "title: Stalker\n",
             "title: \"The Zone: a film\"\nyear: 1979\nrating: 4.5\ndate: 2011-02-17\n",
             "directors: [\"Ada Quill\", Joss Farrow , 'A. B.']\ntags: [slow]\n",
             "cast:\n  - Bego\u00f1a Vance\n  - J. St. Clair\nrating: 2/5\n",
             "cast:\n- One\n- Two, Three\nvenue:\nmedium: DVD\n",
             "venue:\n",
             "venue: \nmedium:   far off   \n",
             "title: \u00c9t\u00e9 (1968) & more!\n",
             "title: Don't look, now\nkey-with_marks: Rock 'n' roll\n",
             "cast:\n  - 'Q'\n  -  spaced\n",
             "# a remark: one\n\ntitle: a\n\n\n# another\nyear: 1979\n#\n",
             "cast:\n  - a\n# a remark\n\nvenue:\n\n",
         }) {
        CAPTURE(text);
        const auto value = yaml::read_plain(text, where);
        REQUIRE(value);
        CHECK(shown(*value) == as_yaml(text));
    }
}

TEST_CASE("whatever is more than plain is left to the parser of all YAML") {
    for (const std::string text : {
             "", "\n", "title: a: b\n", "title: a # remark\n", "# remark\n", " # remark\ntitle: a\n", "title: a\n\n  b\n", "cast:\n- a\n\n- b\n", "title: [a, [b]]\n", "title: {a: b}\n",
             "title: |\n  a\n", "title: a\n  b\n", "title: 'it''s'\n", "title: \"a\\n\"\n", "title: \"a\n", "title: ~\n", "title: null\n",
             "null: a\n", "title: &x a\n", "title: *x\n", "title: !!str a\n", "title: a\ntitle: b\n", "title: [a, ]\n", "title: []\n",
             "title: \"\"\n", "title:a\n", "title:\ta\n", "a b: c\n", "cast:\n  - a\n    b\n", "cast:\n  - a: b\n", "cast:\n  - a\n  -\n",
             "cast:\n  - a\n - b\n", "- a\n", "title: - a\n", "title: ? a\n", "title: @a\n", "title: a\u0085b\n",
             "title: \" a\"\n", "title: [a\n", "title: \"a\" b\n", "---\ntitle: a\n", "title: a\n...\n",
         }) {
        CAPTURE(text);
        CHECK_FALSE(yaml::read_plain(text, where));
    }
}
