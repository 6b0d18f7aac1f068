#include "foundation/base/hash.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("SHA-256 gives the digests of the standard's examples") {
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hex(sha256(std::string(1000000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a digest does not depend on how the bytes come") {
    for (std::size_t size = 0; size < 200; ++size) {
        const std::string bytes(size, 'x');
        Sha256 parts;
        for (std::size_t at = 0; at < size; at += 7) parts.update(std::string_view(bytes).substr(at, 7));
        REQUIRE(parts.finish() == sha256(bytes));
    }
}

TEST_CASE("the processor's own instructions mix as FIPS 180-4 does") {
    const Sha256Blocks own = sha256_blocks_of_processor();
    if (own == nullptr) return;
    std::array<std::uint8_t, 3 * 64> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * 37 + 11);
    for (std::size_t count = 0; count <= 3; ++count) {
        Sha256State with = {1, 2, 3, 4, 5, 6, 7, 0xFFFFFFFF}, without = with;
        own(with, bytes.data(), count);
        sha256_blocks_portably(without, bytes.data(), count);
        CHECK(with == without);
    }
}

TEST_CASE("bytes are shown in hexadecimal") {
    CHECK(hex(std::string_view("\x00\x0F\xA5\xFF", 4)) == "000fa5ff");
    CHECK(hex("").empty());
}

TEST_CASE("an identifier is a UUID of version 8") {
    Digest digest{};
    CHECK(uuid_urn(digest) == "urn:uuid:00000000-0000-8000-8000-000000000000");
    digest.fill(0xFF);
    CHECK(uuid_urn(digest) == "urn:uuid:ffffffff-ffff-8fff-bfff-ffffffffffff");
}
