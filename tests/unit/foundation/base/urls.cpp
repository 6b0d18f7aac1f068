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
