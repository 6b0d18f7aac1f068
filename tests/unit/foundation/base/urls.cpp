#include "foundation/base/urls.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("percent-encoding is undone where it is one") {
    CHECK(percent_decoded("a%20b%C3%a9") == "a bé");
    CHECK(percent_decoded("100%") == "100%");
    CHECK(percent_decoded("%zz%2") == "%zz%2");
}

TEST_CASE("an address with a scheme or a host is no path") {
    CHECK(has_scheme("https://example.org/a"));
    CHECK(has_scheme("mailto:a@example.org"));
    CHECK(has_scheme("//example.org/a"));
    CHECK_FALSE(has_scheme("stalker.md"));
    CHECK_FALSE(has_scheme("a/b:c.md"));
    CHECK_FALSE(has_scheme("#zone:1"));
}

TEST_CASE("a scheme is read as browsers read it") {
    CHECK(scheme_of("HTTPS://example.org") == "https");
    CHECK(scheme_of(" \tjava\nscr\x01ipt\r:a()") == "javascript");
    CHECK(scheme_of("a:b") == "a");
    CHECK_FALSE(scheme_of("a/b:c"));
    CHECK_FALSE(scheme_of("?a:b"));
    CHECK_FALSE(scheme_of("stalker.md"));
}

TEST_CASE("the web, letters and telephones may be published") {
    for (const char* scheme : {"http", "https", "mailto", "tel"})
        CHECK(is_published_scheme(scheme));
    for (const char* scheme : {"", "javascript", "data", "file", "ftp", "httpss", "HTTP"})
        CHECK_FALSE(is_published_scheme(scheme));
}

TEST_CASE("what an address would run is seen through blanks and wrappings") {
    for (const char* url : {"javascript:a()", "JAVASCRIPT:a()", "java\tscript:a()", "\x01javascript:a()", "vbscript:a", "livescript:a",
                            "data:text/html,a", " data:image/png;base64,AA==", "feed:javascript:a()", "view-source:java\nscript:a()"}) {
        CAPTURE(url);
        CHECK(runs_program(url, AddressUse::link));
    }
    for (const char* url : {"https://example.org/javascript:a()", "feed:https://example.org", "#javascript:", "ftp://a", ""}) {
        CAPTURE(url);
        CHECK_FALSE(runs_program(url, AddressUse::link));
    }
}

TEST_CASE("pictures may be data of a raster format") {
    CHECK_FALSE(runs_program("data:image/png;base64,AA==", AddressUse::picture));
    CHECK_FALSE(runs_program("DATA:image/JPEG,a", AddressUse::picture));
    CHECK(runs_program("data:image/svg+xml,a", AddressUse::picture));
    CHECK(runs_program("data:image/pngx,a", AddressUse::picture));
    CHECK(runs_program("data:text/html,image/png", AddressUse::picture));
}
