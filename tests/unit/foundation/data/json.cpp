#include "foundation/data/embedded.h"
#include "foundation/data/syntaxes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace halfstar;

namespace {

std::string again(std::string_view text) {
    const Result<Value> value = read_json(text, {});
    return value ? to_json(*value) : value.error().message;
}

} // namespace

TEST_CASE("JSON is read and written again") {
    const std::pair<std::string, std::string> table[] = {
        {"{}", "{}"},
        {" [ 1 , -2.50 , 1e3 , true , false , null ] ", "[1,-2.50,1e3,true,false,null]"},
        {R"({"a": "x\u00e9\ud83c\udfac\n", "b": {"c": []}})", "{\"a\":\"xé🎬\\n\",\"b\":{\"c\":[]}}"},
        {R"({"a": 1, "a": 2})", R"({"a":1})"},
        {R"("a\"b\\")", R"("a\"b\\")"},
        {"\xEF\xBB\xBF[1]", "[1]"},
    };
    for (const auto& row : table) {
        CAPTURE(row.first);
        CHECK(again(row.first) == row.second);
    }
}

TEST_CASE("malformed JSON says where") {
    CHECK(again("{\n  \"a\": nope\n}") == "malformed JSON at line 2, byte 9");
    CHECK(again("") == "malformed JSON at line 1, byte 1");
    CHECK(again("[1, 2") == "malformed JSON at line 1, byte 6");
    CHECK(again("[1] x") == "malformed JSON at line 1, byte 5");
    CHECK(again("\"\xff\"") == "malformed JSON at line 1, byte 2");
    CHECK(again(std::string(5000, '[')) == "JSON nested more than 1000 levels");
}

TEST_CASE("spans of JSON are those of its tokens") {
    const std::string text = R"(  {"key" : [12, "a\"b", null, {"x":true}] })";
    const Result<Value> value = read_json(text, {3, 10, 0});
    REQUIRE(value);
    const auto covered = [&](const Span& span) { return text.substr(span.begin - 10, span.end - span.begin); };
    CHECK(covered(value->span) == text.substr(2));
    const Value& list = *value->find("key");
    CHECK(covered(list.key_span) == "\"key\"");
    CHECK(covered(list.span) == R"([12, "a\"b", null, {"x":true}])");
    CHECK(covered((*list.list())[0].span) == "12");
    CHECK(covered((*list.list())[1].span) == R"("a\"b")");
    CHECK(covered((*list.list())[2].span) == "null");
    CHECK(covered((*list.list())[3].span) == R"({"x":true})");
    CHECK(list.span.source == 3);
}

TEST_CASE("plain words are JSON only when JSON would read them so") {
    const auto plain = [](const char* text) { return to_json({Scalar{text, false}, {}, {}}); };
    for (const char* number : {"0", "-0", "12", "1.50", "1e9", "-3.2E+4", "true", "false", "null"})
        CHECK(plain(number) == number);
    for (const char* word : {"", "01", "1.", ".5", "+1", "1e", "0x10", "NaN", "yes", "2019-12-17", "-", "True"})
        CHECK(plain(word) == "\"" + std::string(word) + "\"");
    CHECK(to_json({Scalar{"12", true}, {}, {}}) == "\"12\"");
}

TEST_CASE("a JSON string is safe inside a script element") {
    CHECK(json_string("</script> \"q\" \\ \t\x01") == "\"\\u003c/script> \\\"q\\\" \\\\ \\t\\u0001\"");
    CHECK(json_string("a\xE2\x80\xA8z") == "\"a\\u2028z\"");
    CHECK(json_string("\xFFx") == "\"\xEF\xBF\xBDx\"");
}

TEST_CASE("the program's own data is at hand, sorted by path") {
    const std::span<const EmbeddedFile> files = embedded_files();
    CHECK(std::is_sorted(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; }));
    CHECK(embedded_file("locales/en.yaml"));
    CHECK_FALSE(embedded_file("locales/none.yaml"));
}
