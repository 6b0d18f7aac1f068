#include "typeset/text/shaping.h"

#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "typeset/text/face_choice.h"
#include "typeset/text/shape_plans.h"
#include "typeset/text/sizes.h"
#include "typeset/text/word_table.h"

#include <hb.h>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <tuple>
#include <utility>

namespace halfstar {

namespace {

constexpr int wide_tracking = 150; ///< thousandths of an em

struct BufferEnd {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Buffer = std::unique_ptr<hb_buffer_t, BufferEnd>;

/// A TextFont with what is worked out once for it.
struct NumberedFont {
    TextFont font;
    std::vector<hb_feature_t> features;
    hb_language_t language = HB_LANGUAGE_INVALID;
    Length tracking;
    Length space; ///< between words
    std::vector<std::pair<FontNumber, const NumberedFont*>> other_sizes; ///< that were numbered before
};

bool same(const TextFont& a, const TextFont& b) {
    const auto fields = [](const TextFont& f) {
        return std::tie(f.face, f.size, f.tracking, f.weight, f.italic, f.language, f.features);
    };
    return fields(a) == fields(b);
}

/// Letters far apart bring their own room to the space behind them.
Length space_of(const TextFont& font, Length tracking) {
    if (font.face == nullptr) return {};
    const std::uint32_t glyph = font.face->glyph(U' ');
    const int em = font.face->metrics().units_per_em;
    const std::int64_t advance = glyph != 0 ? font.face->advance(glyph) : em / 4;
    return at_size(advance, font.size, em) + (font.tracking < wide_tracking ? tracking : Length{});
}

std::vector<hb_feature_t> features_of(const TextFont& font) {
    std::vector<hb_feature_t> features;
    const auto add = [&](std::string_view name) {
        hb_feature_t feature;
        if (hb_feature_from_string(name.data(), static_cast<int>(name.size()), &feature)) features.push_back(feature);
    };
    // letters that stand apart are not tied together
    if (font.tracking != 0) add("-liga"), add("-clig");
    for (const std::string& name : font.features) add(name);
    return features;
}

/// What of a level words are kept by.
std::uint8_t way_of(std::uint8_t level) { return level % 2; }

/// Scripts whose letters touch: air between them would tear words apart.
bool is_joined(std::string_view script) {
    constexpr std::string_view joined[] = {"Arab", "Syrc", "Mong", "Nkoo", "Phag", "Adlm", "Mand", "Rohg",
                                           "Deva", "Beng", "Guru", "Gujr", "Tibt"};
    return std::find(std::begin(joined), std::end(joined), script) != std::end(joined);
}

/// Scripts whose letters HarfBuzz takes as they come.
bool is_set_in_pairs(hb_script_t script) {
    return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC || script == HB_SCRIPT_COMMON;
}

/// Where the clusters of a shaped stretch end in its word: where the next one begins.
void end_clusters(std::vector<PlacedGlyph>& placed, std::uint32_t end) {
    std::vector<std::uint32_t> starts;
    for (const PlacedGlyph& glyph : placed) starts.push_back(glyph.begin);
    std::sort(starts.begin(), starts.end());
    for (PlacedGlyph& glyph : placed) {
        const auto next = std::upper_bound(starts.begin(), starts.end(), glyph.begin);
        glyph.end = next == starts.end() ? end : *next;
    }
}

void note_missing(std::string_view text, const Face& face, std::vector<char32_t>& missing) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        if (!unicode::is_ignorable(decoded.code_point) && face.glyph(decoded.code_point) == 0)
            missing.push_back(decoded.code_point);
        at += decoded.length;
    }
}

/// Where a word of one run from left to right may be cut without another look at its glyphs.
std::uint64_t safe_cuts(const std::vector<PlacedGlyph>& placed) {
    std::uint64_t cuts = 0;
    for (std::size_t i = 1; i < placed.size(); ++i) {
        const bool starts = placed[i - 1].begin < placed[i].begin && placed[i].begin < 64;
        if (starts && !placed[i].is_joined && placed[i].x == 0) cuts |= std::uint64_t{1} << placed[i].begin;
    }
    return cuts;
}

} // namespace

std::optional<Length> ShapedWord::width_before(std::uint32_t byte) const {
    if (byte >= 64 || (safe_cuts >> byte & 1) == 0) return std::nullopt;
    for (const Glyph& glyph : runs.front().glyphs)
        if (glyph.text_begin == byte) return glyph.x;
    return std::nullopt;
}

/// What siblings share.
struct Shaper::Shared {
    Shared(const FontBook& book, std::vector<std::string> names) : fonts(book), families(std::move(names)) {}

    const FontBook& fonts;
    const std::vector<std::string> families;
    SharedPairs pairs;

    std::pair<FontNumber, const NumberedFont*> number(const TextFont& font);
    const NumberedFont* font(FontNumber number) {
        const std::lock_guard lock(mutex_);
        return &numbered_[number];
    }

private:
    std::mutex mutex_;
    std::deque<NumberedFont> numbered_; ///< never move
};

std::pair<FontNumber, const NumberedFont*> Shaper::Shared::number(const TextFont& font) {
    const std::lock_guard lock(mutex_);
    for (FontNumber i = 0; i < numbered_.size(); ++i)
        if (same(numbered_[i].font, font)) return {i, &numbered_[i]};
    NumberedFont fresh;
    fresh.font = font;
    fresh.features = features_of(font);
    fresh.language = hb_language_from_string(font.language.data(), static_cast<int>(font.language.size()));
    fresh.tracking = at_size(font.tracking, font.size, 1000);
    fresh.space = space_of(font, fresh.tracking);
    for (FontNumber i = 0; i < numbered_.size(); ++i)
        if (differ_in_size_alone(numbered_[i].font, font)) fresh.other_sizes.emplace_back(i, &numbered_[i]);
    numbered_.push_back(std::move(fresh));
    return {static_cast<FontNumber>(numbered_.size() - 1), &numbered_.back()};
}

struct Shaper::State {
    State(std::shared_ptr<Shared> all, std::shared_ptr<ShapedWords> table)
        : shared(std::move(all)), choice(shared->fonts, shared->families), words(std::move(table)), buffer(hb_buffer_create()),
          plans(shared->pairs) {
        hb_buffer_set_flags(buffer.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    }

    std::shared_ptr<Shared> shared;
    FaceChoice choice;
    RecentWords<ShapedWord> words;
    std::vector<const NumberedFont*> numbered; ///< null: not met by this one
    FontNumber last = 0;
    std::map<FontNumber, ShapedWord> hyphens;
    std::set<char32_t> missing;
    Buffer buffer;
    std::vector<PlacedGlyph> placed; ///< of the stretch that is shaped
    std::vector<Glyph> glyphs;       ///< the same at its size
    ShapePlans plans;

    FontNumber number(const TextFont& font);
    /// The font that a sibling may have numbered.
    const NumberedFont& font(FontNumber number) {
        if (numbered.size() <= number) numbered.resize(std::size_t{number} + 1, nullptr);
        if (numbered[number] == nullptr) numbered[number] = shared->font(number);
        return *numbered[number];
    }
    ShapedWord shape(const WordKey& key, const NumberedFont& font, std::uint8_t level);
    const ShapedWord* known(const WordKey& key);
    ShapedWord shape_anew(std::string_view word, const NumberedFont& font, std::uint8_t level);
    ShapedRun shape_stretch(std::string_view word, const FaceStretch& stretch, const NumberedFont& font,
                            std::uint8_t level, ShapedWord& shaped);
    void place(std::string_view word, const FaceStretch& stretch, const NumberedFont& font, std::uint8_t level);
    void run_harfbuzz(std::string_view word, const FaceStretch& stretch, const NumberedFont& font, const hb_segment_properties_t& about,
                      hb_shape_plan_t* plan);
    const ShapedWord& asked_for(const ShapedWord& word);
};

FontNumber Shaper::State::number(const TextFont& font) {
    if (last < numbered.size() && numbered[last] != nullptr && same(numbered[last]->font, font)) return last;
    for (FontNumber i = 0; i < numbered.size(); ++i)
        if (numbered[i] != nullptr && same(numbered[i]->font, font)) return last = i;
    const auto [number, known] = shared->number(font);
    if (numbered.size() <= number) numbered.resize(std::size_t{number} + 1, nullptr);
    numbered[number] = known;
    return last = number;
}

/// By pairs of glyphs where they are known, else by HarfBuzz, whose buffer goes into `placed`.
void Shaper::State::place(std::string_view word, const FaceStretch& stretch, const NumberedFont& font, std::uint8_t level) {
    hb_segment_properties_t about = HB_SEGMENT_PROPERTIES_DEFAULT;
    about.direction = level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
    about.script = hb_script_from_string(stretch.tag, 4);
    about.language = font.language;
    const ShapePlan& plan = plans.find(about, *stretch.face, &font, font.features);
    const bool in_pairs = about.direction == HB_DIRECTION_LTR && is_set_in_pairs(about.script);
    if (in_pairs && plan.pairs->place(word, stretch.begin, stretch.end, placed)) return;
    run_harfbuzz(word, stretch, font, about, plan.plan);
    if (in_pairs) plan.pairs->learn(word, stretch.begin, stretch.end, placed);
}

void Shaper::State::run_harfbuzz(std::string_view word, const FaceStretch& stretch, const NumberedFont& font,
                                 const hb_segment_properties_t& about, hb_shape_plan_t* plan) {
    hb_buffer_t* b = buffer.get();
    hb_buffer_clear_contents(b);
    // the whole word is given for context: letters join across faces
    hb_buffer_add_utf8(b, word.data(), static_cast<int>(word.size()), stretch.begin,
                       static_cast<int>(stretch.end - stretch.begin));
    hb_buffer_set_segment_properties(b, &about);
    hb_shape_plan_execute(plan, stretch.face->hb_font(), b, font.features.data(), static_cast<unsigned>(font.features.size()));
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(b, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(b, &count);
    placed.clear();
    for (unsigned i = 0; i < count; ++i) {
        const bool is_joined = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
        placed.push_back({infos[i].codepoint, places[i].x_advance, places[i].x_offset, places[i].y_offset, infos[i].cluster, 0, is_joined});
    }
    end_clusters(placed, stretch.end);
}

const ShapedWord& Shaper::State::asked_for(const ShapedWord& word) {
    missing.insert(word.missing.begin(), word.missing.end());
    return word;
}

ShapedRun Shaper::State::shape_stretch(std::string_view word, const FaceStretch& stretch, const NumberedFont& font,
                                       std::uint8_t level, ShapedWord& shaped) {
    place(word, stretch, font, level);
    ShapedRun run;
    run.face = stretch.face;
    run.size = fallback_size(*stretch.face, stretch.tag, font.font);
    run.right_to_left = level % 2 == 1;
    const int em = stretch.face->metrics().units_per_em;
    const Length tracking = is_joined(stretch.tag) ? Length{} : font.tracking;
    glyphs.clear();
    std::int64_t pen = 0; // font units
    Length tracked;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const PlacedGlyph& glyph = placed[i];
        if (glyph.id == 0) {
            note_missing(word.substr(glyph.begin, glyph.end - glyph.begin), *stretch.face, shaped.missing);
            continue;
        }
        const bool starts = i == 0 || placed[i - 1].begin != glyph.begin;
        const bool ends = i + 1 == placed.size() || placed[i + 1].begin != glyph.begin;
        if (run.right_to_left && starts) tracked += tracking;
        const Length x = shaped.width + at_size(pen + glyph.x, run.size, em) + tracked;
        glyphs.push_back({glyph.id, x, at_size(glyph.y, run.size, em), at_size(glyph.advance, run.size, em), glyph.begin, glyph.end});
        pen += glyph.advance;
        if (!run.right_to_left && ends) tracked += tracking;
    }
    run.glyphs = PackedGlyphs(glyphs);
    run.width = at_size(pen, run.size, em) + tracked;
    const bool whole = stretch.begin == 0 && stretch.end == word.size() && glyphs.size() == placed.size();
    if (whole && !run.right_to_left) shaped.safe_cuts = safe_cuts(placed);
    return run;
}

const ShapedWord* Shaper::State::known(const WordKey& key) {
    const ShapedWord* word = words.find(key);
    return word != nullptr ? word : words.find_before(key);
}

/// What the table does not know: from the table before, from another size, else by HarfBuzz.
ShapedWord Shaper::State::shape(const WordKey& key, const NumberedFont& font, std::uint8_t level) {
    if (font.font.face == nullptr) return {};
    if (const ShapedWord* before = words.find_before(key)) return *before;
    for (const auto& [number, other] : font.other_sizes)
        if (const ShapedWord* in_other = known({key.word, number, key.way}))
            if (std::optional<ShapedWord> shaped = resized(*in_other, other->font, font.font)) return std::move(*shaped);
    return shape_anew(key.word, font, level);
}

ShapedWord Shaper::State::shape_anew(std::string_view word, const NumberedFont& font, std::uint8_t level) {
    ShapedWord shaped;
    std::vector<FaceStretch> stretches = choice.stretches(word, font.font);
    if (level % 2 == 1) std::reverse(stretches.begin(), stretches.end());
    for (const FaceStretch& stretch : stretches) {
        ShapedRun run = shape_stretch(word, stretch, font, level, shaped);
        shaped.width += run.width;
        if (!run.glyphs.empty()) shaped.runs.push_back(std::move(run));
    }
    std::sort(shaped.missing.begin(), shaped.missing.end());
    shaped.missing.erase(std::unique(shaped.missing.begin(), shaped.missing.end()), shaped.missing.end());
    return shaped;
}

Shaper::Shaper(const FontBook& fonts, std::vector<std::string> families)
    : state_(std::make_unique<State>(std::make_shared<Shared>(fonts, std::move(families)), std::make_shared<ShapedWords>())) {}

Shaper::Shaper(const Shaper& sibling) : state_(std::make_unique<State>(sibling.state_->shared, sibling.state_->words.table())) {}

Shaper::~Shaper() = default;

void Shaper::turn(std::shared_ptr<ShapedWords> words, std::shared_ptr<const ShapedWords> before) {
    state_->words.turn(std::move(words), std::move(before));
}

FontNumber Shaper::number(const TextFont& font) { return state_->number(font); }

const ShapedWord& Shaper::shape(std::string_view word, FontNumber font, std::uint8_t level) {
    const WordKey key{word, font, way_of(level)};
    if (const ShapedWord* known = state_->words.find(key))
        return known->missing.empty() ? *known : state_->asked_for(*known);
    return state_->asked_for(state_->words.add(key, state_->shape(key, state_->font(font), level)));
}

const ShapedWord& Shaper::shape(std::string_view word, const TextFont& font, std::uint8_t level) {
    return shape(word, number(font), level);
}

const ShapedWord& Shaper::hyphen(const TextFont& font) {
    const FontNumber index = number(font);
    const auto known = state_->hyphens.find(index);
    if (known != state_->hyphens.end()) return known->second;
    const bool has_hyphen = font.face != nullptr && font.face->glyph(0x2010) != 0;
    ShapedWord hyphen = shape(has_hyphen ? "\u2010" : "-", index, 0);
    for (ShapedRun& run : hyphen.runs) {
        std::vector<Glyph> glyphs = run.glyphs.all();
        for (Glyph& glyph : glyphs) {
            glyph.text_begin = 0;
            glyph.text_end = 2; // U+00AD
        }
        run.glyphs = PackedGlyphs(glyphs);
    }
    return state_->hyphens.emplace(index, std::move(hyphen)).first->second;
}

std::vector<char32_t> Shaper::take_missing() {
    const std::vector<char32_t> missing(state_->missing.begin(), state_->missing.end());
    state_->missing.clear();
    return missing;
}

void Shaper::add_missing(const std::vector<char32_t>& characters) { state_->missing.insert(characters.begin(), characters.end()); }

Length Shaper::space(FontNumber font) const { return state_->font(font).space; }

} // namespace halfstar
