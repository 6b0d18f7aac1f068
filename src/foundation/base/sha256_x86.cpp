#include "foundation/base/sha256_blocks.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

namespace halfstar {
namespace {

#define HALFSTAR_WITH_SHA __attribute__((target("sha,sse4.1")))

bool has_sha() {
    constexpr unsigned sse41 = 1u << 19, ssse3 = 1u << 9, sha = 1u << 29; // ECX of leaf 1, EBX of leaf 7
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & sse41) == 0 || (c & ssse3) == 0) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & sha) != 0;
}

/// The state as the instructions want it: ABEF and CDGH, each from its highest word down.
struct Halves {
    __m128i abef, cdgh;
};

HALFSTAR_WITH_SHA Halves loaded(const Sha256State& state) {
    const auto* const words = reinterpret_cast<const __m128i*>(state.data());
    const __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128(words), 0xB1);
    const __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128(words + 1), 0x1B);
    return {_mm_alignr_epi8(badc, hgfe, 8), _mm_blend_epi16(hgfe, badc, 0xF0)};
}

HALFSTAR_WITH_SHA void store(const Halves& halves, Sha256State& state) {
    auto* const words = reinterpret_cast<__m128i*>(state.data());
    const __m128i feba = _mm_shuffle_epi32(halves.abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(halves.cdgh, 0xB1);
    _mm_storeu_si128(words, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128(words + 1, _mm_alignr_epi8(dchg, feba, 8));
}

/// Sixteen words of the message, four by four; those of the next four rounds take the place of those just used.
HALFSTAR_WITH_SHA void mix(Halves& halves, const std::uint8_t* bytes) {
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i words[4];
    for (int i = 0; i < 4; ++i)
        words[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes) + i), big_endian);
    const auto* const constants = reinterpret_cast<const __m128i*>(sha256_round_constants.data());
    const Halves before = halves;
    for (int four = 0; four < 16; ++four) {
        __m128i& current = words[four % 4];
        const __m128i sum = _mm_add_epi32(current, _mm_loadu_si128(constants + four));
        halves.cdgh = _mm_sha256rnds2_epu32(halves.cdgh, halves.abef, sum);
        halves.abef = _mm_sha256rnds2_epu32(halves.abef, halves.cdgh, _mm_shuffle_epi32(sum, 0x0E));
        if (four >= 12) continue;
        const __m128i next = words[(four + 1) % 4], after = words[(four + 2) % 4], last = words[(four + 3) % 4];
        const __m128i seven_back = _mm_alignr_epi8(last, after, 4);
        current = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(current, next), seven_back), last);
    }
    halves.abef = _mm_add_epi32(halves.abef, before.abef);
    halves.cdgh = _mm_add_epi32(halves.cdgh, before.cdgh);
}

HALFSTAR_WITH_SHA void mix_blocks(Sha256State& state, const std::uint8_t* bytes, std::size_t count) {
    Halves halves = loaded(state);
    for (; count > 0; --count, bytes += 64) mix(halves, bytes);
    store(halves, state);
}

} // namespace

Sha256Blocks sha256_blocks_of_processor() { return has_sha() ? mix_blocks : nullptr; }

} // namespace halfstar

#else

namespace halfstar {

Sha256Blocks sha256_blocks_of_processor() { return nullptr; }

} // namespace halfstar

#endif
