#include "typeset/text/known_pairs.h"

#include "foundation/base/utf8.h"

#include <hb-ot.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace halfstar {

namespace {

/// A font's lookups are not read for words fewer than that.
constexpr std::size_t worth_reading = 16;
/// Prose in one face has some two thousand. When as many as fit are known, words with others are left to HarfBuzz.
constexpr std::size_t pair_slots = 4096, most_pairs = pair_slots / 4 * 3;

/// Of a plan. Fonts have some sixty for Latin.
constexpr unsigned most_lookups = 512;

/// Letters, digits, signs and marks of punctuation that HarfBuzz takes one by one, in scripts that it takes so. No sign that may vanish or join others is among
/// them, none that combines with what stands before it, and none that HarfBuzz puts another one for.
constexpr std::pair<char32_t, char32_t> plain_letters[] = {
    {0x21, 0x7E}, {0xA1, 0xAC}, {0xAE, 0x17F}, {0x386, 0x386}, {0x388, 0x3CE}, {0x400, 0x45F}, {0x2013, 0x2014}, {0x2018, 0x201E}, {0x2026, 0x2026}};

bool is_plain(char32_t letter) {
    return std::any_of(std::begin(plain_letters), std::end(plain_letters),
                       [letter](const auto& range) { return letter >= range.first && letter <= range.second; });
}

/// Tables by which fonts are shaped, or kerned, in other ways.
constexpr std::string_view other_ways[] = {"kern", "kerx", "morx", "mort", "trak", "Silf"};

struct SetEnd {
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};

/// False: a lookup of the plan cannot be read, or there are too many.
bool add_touched_by(hb_shape_plan_t* plan, LookupTable kind, const Face& face, const GlyphSet& present, GlyphSet& touched) {
    const bool substitutes = kind == LookupTable::substitution;
    const std::string_view table = face.table(substitutes ? "GSUB" : "GPOS");
    const std::unique_ptr<hb_set_t, SetEnd> lookups(hb_set_create());
    hb_ot_shape_plan_collect_lookups(plan, substitutes ? HB_OT_TAG_GSUB : HB_OT_TAG_GPOS, lookups.get());
    if (hb_set_get_population(lookups.get()) > most_lookups) return false;
    for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup) != 0;)
        if (!add_touched(kind, table, lookup, present, touched)) return false;
    return true;
}

std::size_t slot_of(std::uint32_t glyphs) { return (glyphs * 0x9E3779B1u >> 12) % pair_slots; }

std::uint32_t glyphs_in(std::uint64_t pair) { return static_cast<std::uint32_t>(pair >> 32); }

} // namespace

std::uint64_t KnownPairs::kept(std::uint32_t glyphs, Pair pair) {
    return std::uint64_t{glyphs} << 32 | std::uint32_t{static_cast<std::uint16_t>(pair.kern)} << 1 | (pair.is_joined ? 1u : 0u);
}

bool KnownPairs::are_read() {
    const Lookups state = lookups_.load(std::memory_order_acquire);
    if (state != Lookups::unread) return state == Lookups::read;
    if (++asked_ < worth_reading) return false;
    const std::lock_guard lock(mutex_);
    if (lookups_ == Lookups::unread) lookups_ = read_lookups() ? Lookups::read : Lookups::unusable;
    return lookups_ == Lookups::read;
}

bool KnownPairs::read_lookups() {
    const auto has = [this](std::string_view table) { return !face_.table(table).empty(); };
    if (std::any_of(std::begin(other_ways), std::end(other_ways), has)) return false;
    GlyphSet present(face_.glyph_count()), touched(face_.glyph_count());
    for (const auto& [first, last] : plain_letters)
        for (char32_t letter = first; letter <= last; ++letter)
            if (const std::uint32_t glyph = face_.glyph(letter); glyph != 0 && glyph < present.size()) present[glyph] = true;
    if (!add_touched_by(plan_, LookupTable::substitution, face_, present, touched)) return false;
    if (!add_touched_by(plan_, LookupTable::positioning, face_, present, touched)) return false;
    for (std::uint32_t glyph = 0; glyph < present.size(); ++glyph) {
        const bool is_mark = present[glyph] && hb_ot_layout_get_glyph_class(face_.hb_face(), glyph) == HB_OT_LAYOUT_GLYPH_CLASS_MARK;
        if (touched[glyph] || is_mark) present[glyph] = false;
    }
    untouched_ = std::move(present);
    pairs_ = std::vector<std::atomic<std::uint64_t>>(pair_slots);
    return true;
}

/// 0: others may change it.
std::uint32_t KnownPairs::untouched_glyph(char32_t letter) const {
    const std::uint32_t glyph = is_plain(letter) ? face_.glyph(letter) : 0;
    return glyph < untouched_.size() && glyph <= 0xFFFF && untouched_[glyph] ? glyph : 0;
}

bool KnownPairs::glyphs_of(std::string_view word, std::uint32_t begin, std::uint32_t end, std::vector<PlacedGlyph>& glyphs) const {
    glyphs.clear();
    for (std::uint32_t at = begin; at < end;) {
        const utf8::Decoded letter = utf8::decode(word, at);
        PlacedGlyph glyph;
        glyph.id = untouched_glyph(letter.code_point);
        if (glyph.id == 0) return false;
        glyph.advance = face_.advance(glyph.id);
        glyph.begin = at;
        glyph.end = at += static_cast<std::uint32_t>(letter.length);
        glyphs.push_back(glyph);
    }
    return true;
}

std::optional<KnownPairs::Pair> KnownPairs::find(std::uint32_t first, std::uint32_t second) const {
    const std::uint32_t glyphs = first << 16 | second;
    for (std::size_t at = slot_of(glyphs);; at = (at + 1) % pair_slots) {
        const std::uint64_t pair = pairs_[at].load(std::memory_order_relaxed);
        if (glyphs_in(pair) == glyphs) return Pair{static_cast<std::int16_t>(pair >> 1), (pair & 1) != 0};
        if (pair == 0) return std::nullopt;
    }
}

void KnownPairs::add(std::uint32_t first, std::uint32_t second, Pair pair) {
    const std::lock_guard lock(mutex_);
    if (count_ == most_pairs || find(first, second)) return;
    const std::uint32_t glyphs = first << 16 | second;
    std::size_t at = slot_of(glyphs);
    while (pairs_[at].load(std::memory_order_relaxed) != 0) at = (at + 1) % pair_slots;
    pairs_[at].store(kept(glyphs, pair), std::memory_order_relaxed);
    ++count_;
}

bool KnownPairs::place(std::string_view word, std::uint32_t begin, std::uint32_t end, std::vector<PlacedGlyph>& placed) {
    if (!are_read() || !glyphs_of(word, begin, end, placed)) return false;
    for (std::size_t i = 1; i < placed.size(); ++i) {
        const std::optional<Pair> pair = find(placed[i - 1].id, placed[i].id);
        if (!pair) return false;
        placed[i - 1].advance += pair->kern;
        placed[i].is_joined = pair->is_joined;
    }
    return true;
}

void KnownPairs::learn(std::string_view word, std::uint32_t begin, std::uint32_t end, const std::vector<PlacedGlyph>& placed) {
    std::vector<PlacedGlyph> apart;
    if (!are_read() || !glyphs_of(word, begin, end, apart) || placed.size() != apart.size()) return;
    const auto is_moved = [](const PlacedGlyph& glyph) { return glyph.x != 0 || glyph.y != 0; };
    if (std::any_of(placed.begin(), placed.end(), is_moved)) return;
    for (std::size_t i = 1; i < placed.size(); ++i) {
        const std::int32_t kern = placed[i - 1].advance - apart[i - 1].advance;
        if (kern == static_cast<std::int16_t>(kern) && !find(apart[i - 1].id, apart[i].id))
            add(apart[i - 1].id, apart[i].id, {static_cast<std::int16_t>(kern), placed[i].is_joined});
    }
}

} // namespace halfstar
