#include <doctest/doctest.h>

#include <gnutls/crypto.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace {

std::string md5(const char* text) {
    gnutls_hash_hd_t sum;
    std::array<std::uint8_t, 16> digest{};
    REQUIRE(gnutls_hash_init(&sum, GNUTLS_DIG_MD5) == 0);
    CHECK(gnutls_hash(sum, text, std::strlen(text)) == 0);
    gnutls_hash_deinit(sum, digest.data());
    std::string hex;
    for (const std::uint8_t byte : digest) hex += "0123456789abcdef"[byte >> 4], hex += "0123456789abcdef"[byte & 15];
    return hex;
}

} // namespace

TEST_CASE("a library is opened when one of its functions is called, and answers as if it had been linked") {
    CHECK(md5("abc") == "900150983cd24fb0d6963f7d28e17f72"); // RFC 1321, A.5
    CHECK(gnutls_cipher_get_key_size(GNUTLS_CIPHER_AES_128_CBC) == 16);
    CHECK(std::string(gnutls_strerror(GNUTLS_E_SUCCESS)).size() > 0);
}
