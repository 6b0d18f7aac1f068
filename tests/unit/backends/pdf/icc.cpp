#include "backends/pdf/icc.h"

#include <doctest/doctest.h>
#include <map>
#include <string>

using namespace halfstar;

namespace {

std::uint32_t number(const std::string& bytes, std::size_t at, int count = 4) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    }
    return value;
}

} // namespace

TEST_CASE("the profile is a display profile in RGB whose size and tags are right") {
    const std::string profile = pdf::srgb_profile();
    CHECK(number(profile, 0) == profile.size());
    CHECK(number(profile, 8) == 0x02100000);
    CHECK(profile.substr(12, 12) == "mntrRGB XYZ ");
    CHECK(profile.substr(36, 4) == "acsp");
    REQUIRE(number(profile, 128) == 9);
    std::map<std::string, std::string> tags;
    for (std::size_t i = 0; i < 9; ++i) {
        const std::size_t at = 132 + 12 * i, begin = number(profile, at + 4), size = number(profile, at + 8);
        REQUIRE(begin + size <= profile.size());
        CHECK(begin % 4 == 0);
        tags[profile.substr(at, 4)] = profile.substr(begin, size);
    }
    for (const char* name : {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}) {
        CHECK(tags.contains(name));
    }
    CHECK(tags["desc"].substr(12, 17) == "sRGB IEC61966-2.1");
    CHECK(tags["rTRC"] == tags["bTRC"]);
    for (const std::size_t axis : {8u, 12u, 16u}) {
        CHECK(number(tags["rXYZ"], axis) + number(tags["gXYZ"], axis) + number(tags["bXYZ"], axis) ==
              number(tags["wtpt"], axis));
    }
}

TEST_CASE("the profile's curve is sRGB's") {
    const std::string profile = pdf::srgb_profile();
    const std::size_t curve = profile.find("curv");
    REQUIRE(curve != std::string::npos);
    REQUIRE(number(profile, curve + 8) == 1024);
    const auto at = [&](std::size_t i) { return number(profile, curve + 12 + 2 * i, 2); };
    CHECK(at(0) == 0);
    CHECK(at(1023) == 65535);
    CHECK(at(512) == doctest::Approx(0.2145 * 65535).epsilon(0.001)); // half the signal is a fifth of the light
    for (std::size_t i = 1; i < 1024; ++i) {
        REQUIRE(at(i) >= at(i - 1));
    }
}
