#include "markdown_reading.h"

using namespace halfstar;
using namespace halfstar::testing;

namespace {

struct Removal {
    std::string_view text, tree, problems;
};

void check_removals(const std::vector<Removal>& removals) {
    for (const Removal& each : removals) {
        CAPTURE(each.text);
        const MarkdownReading reading = read_text(each.text);
        CHECK(reading.tree() == each.tree);
        CHECK(reading.problems() == each.problems);
    }
}

} // namespace

TEST_CASE("programs and controls are left out, and said") {
    check_removals({
        {"a\n\n<script>\nb\n\nc</script>\n\nd", "p[a] p[d]", "removed-html: <script>\nb\n\nc</script>"},
        {"a <script>b</script> c", "p[a  c]", "removed-html: <script>b</script>"},
        {"<style>b</style>\n\na", "p[a]", "removed-html: <style>b</style>"},
        {"<div><noscript>b</noscript>a</div>", "p[a]", "removed-html: <noscript>b</noscript>"},
        {"<form>a <input name=b><button>c</button></form>",
         "p[a]", "removed-html: <input name=b>\nremoved-html: <button>c</button>"},
        {"<select><option>a</select>b", "p[b]", "removed-html: <select><option>a</select>"},
        {"<html><head><title>a</title></head><body>b</body></html>",
         "p[b]", "removed-html: <head><title>a</title></head>"},
        {"<video src=a>b</video>", "p[link(a)[a]]", "removed-html: <video src=a>b</video>"},
    });
}

TEST_CASE("what is removed swallows nothing when it never ends") {
    check_removals({
        {"<div><button>a\n\nb", "p[a] p[b]", "removed-html: <button>a\n"},
        {"<div><noscript>\n\n*a*", "p[em[a]]", "removed-html: <noscript>\n\n*a*"},
    });
}

TEST_CASE("event handlers never survive") {
    check_removals({
        {"x <b onclick=\"a()\" OnMouseOver=b>c</b>", "p[x b[c]]",
         "removed-html: <b onclick=\"a()\" OnMouseOver=b>\nremoved-html: <b onclick=\"a()\" OnMouseOver=b>"},
    });
}

TEST_CASE("links that run programs become their words") {
    check_removals({
        {"[a](javascript:b)", "p[a]", "removed-html: [a](javascript:b)"},
        {"[*a*](JaVaScRiPt:b)", "p[em[a]]", "removed-html: [*a*](JaVaScRiPt:b)"},
        {"[a](vbscript:b) <a href=data:text/html,x>c</a>", "p[a c]",
         "removed-html: [a](vbscript:b)\nremoved-html: <a href=data:text/html,x>c</a>"},
        {"[a](&#106;avascript&colon;b)", "p[a]", "removed-html: [a](&#106;avascript&colon;b)"},
        {"<p><a href=' \tjava&#10;script:b'>c</a>", "p[c]", "removed-html: <a href=' \tjava&#10;script:b'>c</a>"},
        {"<a href='javascript:b'>\n\nc\n\n</a>", "p[c]", "removed-html: <a href='javascript:b'>\n\nc\n\n</a>"},
        {"![a](data:text/html,b)", "p[a]", "removed-html: ![a](data:text/html,b)"},
        {"<iframe src=javascript:a></iframe>b", "p[b]", "removed-html: <iframe src=javascript:a></iframe>"},
    });
}

TEST_CASE("pictures may carry their own bytes, but no programs") {
    check_trees({{"x ![a](data:image/png;base64,AA==)", "p[x img(data:image/png;base64,AA==)[a]]"}});
    CHECK(read_text("x ![a](data:image/svg+xml,b)").tree() == "p[x a]");
}

TEST_CASE("authors who pass raw HTML through are trusted") {
    const MarkdownReading reading = read_text("[a](javascript:b)", {true, true});
    CHECK(reading.tree() == "p[link(javascript:b)[a]]");
    CHECK(reading.problems() == "");
}
