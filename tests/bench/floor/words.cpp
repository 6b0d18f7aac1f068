#include "words.h"

#include <hb.h>
#include <hyphen.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace halfstar::floors {
namespace {

constexpr std::size_t longest_parted = 100; ///< bytes

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

} // namespace

Words::Words(const char* face_path, const char* patterns)
    : buffer_(hb_buffer_create()), patterns_(hnj_hyphen_load(patterns)) {
    hb_blob_t* file = hb_blob_create_from_file_or_fail(face_path);
    if (file == nullptr || patterns_ == nullptr) {
        std::fprintf(stderr, "no face '%s' or no patterns '%s'\n", face_path, patterns);
        std::exit(1);
    }
    hb_face_t* face = hb_face_create(file, 0);
    font_ = hb_font_create(face);
    em_ = static_cast<std::int32_t>(hb_face_get_upem(face));
    hb_face_destroy(face);
    hb_blob_destroy(file);
}

Words::~Words() {
    hnj_hyphen_free(patterns_);
    hb_buffer_destroy(buffer_);
    hb_font_destroy(font_);
}

const Word& Words::find(std::string_view text) {
    if (const auto known = known_.find(text); known != known_.end()) return known->second;
    const double begun = now();
    Word word = shaped(text);
    const double shaped_at = now();
    word.hyphens = hyphens_of(text);
    shaping_ += shaped_at - begun;
    hyphenating_ += now() - shaped_at;
    return known_.emplace(text, std::move(word)).first->second;
}

Word Words::shaped(std::string_view text) const {
    hb_buffer_clear_contents(buffer_);
    hb_buffer_add_utf8(buffer_, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer_);
    hb_shape(font_, buffer_, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer_, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer_, &count);
    Word word;
    word.shown = "(";
    for (unsigned i = 0; i < count; ++i) {
        word.width += places[i].x_advance;
        word.shown +=
            static_cast<char>(0x30 + glyphs[i].codepoint % 0xC0); // stands for a code: the same glyph has the same
        const int kern = hb_font_get_glyph_h_advance(font_, glyphs[i].codepoint) - places[i].x_advance;
        if (kern != 0 && i + 1 < count) word.shown += ")" + std::to_string(kern * 1000 / em_) + "(";
    }
    word.shown += ")";
    return word;
}

std::uint32_t Words::hyphens_of(std::string_view text) {
    if (text.size() < 5 || text.size() > longest_parted) return 0;
    std::string low(text);
    std::transform(low.begin(), low.end(), low.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    std::vector<char> marks(low.size() + 5);
    char** replaced = nullptr;
    int* places = nullptr;
    int* cuts = nullptr;
    if (hnj_hyphen_hyphenate2(patterns_, low.data(), static_cast<int>(low.size()), marks.data(), nullptr, &replaced,
                              &places, &cuts) != 0)
        return 0;
    return static_cast<std::uint32_t>(std::count_if(
        marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(low.size()), [](char mark) { return mark & 1; }));
}

} // namespace halfstar::floors
