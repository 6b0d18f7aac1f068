#include "design/fonts/subset.h"

#include "design/fonts/cff.h"

#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <memory>

namespace halfstar {
namespace {

template <auto destroy>
struct Release {
    template <class T>
    void operator()(T* object) const {
        destroy(object);
    }
};
using Input = std::unique_ptr<hb_subset_input_t, Release<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Release<hb_subset_plan_destroy>>;
using Set = std::unique_ptr<hb_set_t, Release<hb_set_destroy>>;
using OwnFace = std::unique_ptr<hb_face_t, Release<hb_face_destroy>>;
using Blob = std::unique_ptr<hb_blob_t, Release<hb_blob_destroy>>;

Error failure(const Face& face) { return Error{"cannot make a subset of '" + face.path() + "'"}; }

std::string bytes_of(hb_blob_t* blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob, &length);
    return length > 0 ? std::string(data, length) : std::string();
}

constexpr hb_tag_t characters_table = HB_TAG('c', 'm', 'a', 'p');

template <bool with_characters>
hb_blob_t* drawing_table(hb_face_t*, hb_tag_t tag, void* whole) {
    static constexpr std::array kept = {HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
                                        HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('C', 'F', 'F', ' ')};
    const bool keep = std::find(kept.begin(), kept.end(), tag) != kept.end() || (with_characters && tag == characters_table);
    return keep ? hb_face_reference_table(static_cast<hb_face_t*>(whole), tag) : hb_blob_get_empty();
}

bool has_variants(hb_face_t* face) {
    const Set selectors(hb_set_create());
    hb_face_collect_variation_selectors(face, selectors.get());
    return hb_set_is_empty(selectors.get()) == 0;
}

/// The face with nothing but the tables that draw its glyphs: so layout adds no glyphs to the set, nothing is named twice, and
/// hb-subset does not read all characters that the face has before it takes a few of its glyphs. Where a face has variants
/// of characters it does, and takes those of the selectors that are drawn.
OwnFace outlines_of(const Face& face) {
    hb_face_t* const whole = face.hb_face();
    return OwnFace(hb_face_create_for_tables(has_variants(whole) ? drawing_table<true> : drawing_table<false>, whole, nullptr));
}

/// The old ids' new ones; nothing when a CID-keyed table's charset cannot be read.
bool map_glyphs(const hb_map_t* map, std::span<const std::uint32_t> glyphs, const CffFacts& cff, Subset& subset) {
    subset.glyphs[0] = 0;
    for (const std::uint32_t old_id : glyphs) {
        if (!hb_map_has(map, old_id)) continue; // beyond the face's last glyph
        const hb_codepoint_t id = hb_map_get(map, old_id);
        if (cff.cid_keyed && id >= cff.cids.size()) return false;
        subset.glyphs[old_id] = cff.cid_keyed ? cff.cids[id] : id;
    }
    return true;
}

} // namespace

Result<Subset> subset_for_pdf(const Face& face, std::span<const std::uint32_t> glyphs) {
    if (face.outline_kind() == OutlineKind::bitmap) return Error{"'" + face.path() + "' has no outlines"};
    // Kept by each thread: most of making one is the names of features, which no PDF asks for.
    thread_local const Input input(hb_subset_input_create_or_fail());
    if (!input) return failure(face);
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    hb_set_clear(wanted);
    hb_set_add(wanted, 0);
    for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
    // Instructions steer TrueType outlines on coarse screens alone, and weigh more than a page's glyphs do. CFF's
    // hints are a few bytes that every renderer heeds.
    const bool drop_hints = face.outline_kind() == OutlineKind::truetype;
    hb_subset_input_set_flags(input.get(), drop_hints ? HB_SUBSET_FLAGS_NO_HINTING : HB_SUBSET_FLAGS_DEFAULT);
    hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG), characters_table);
    const OwnFace outlines = outlines_of(face);
    const Plan plan(hb_subset_plan_create_or_fail(outlines.get(), input.get()));
    if (!plan) return failure(face);
    const OwnFace cut(hb_subset_plan_execute_or_fail(plan.get()));
    if (!cut) return failure(face);

    Subset subset;
    subset.cff = face.outline_kind() == OutlineKind::cff;
    const Blob blob(subset.cff ? hb_face_reference_table(cut.get(), HB_TAG('C', 'F', 'F', ' '))
                               : hb_face_reference_blob(cut.get()));
    subset.bytes = bytes_of(blob.get());
    const CffFacts cff = subset.cff ? read_cff(subset.bytes) : CffFacts{};
    const hb_map_t* map = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    if (subset.bytes.empty() || !map_glyphs(map, glyphs, cff, subset)) return failure(face);
    return subset;
}

Result<std::string> subset_for_web(const Face& face, std::u32string_view text,
                                   std::span<const std::string> features) {
    const Input input(hb_subset_input_create_or_fail());
    if (!input) return failure(face);
    hb_set_t* characters = hb_subset_input_unicode_set(input.get());
    for (const char32_t c : text) hb_set_add(characters, c);
    hb_set_t* kept = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    for (const std::string& feature : features)
        hb_set_add(kept, hb_tag_from_string(feature.data(), static_cast<int>(feature.size())));
    const OwnFace cut(hb_subset_or_fail(face.hb_face(), input.get()));
    if (!cut) return failure(face);
    const Blob blob(hb_face_reference_blob(cut.get()));
    std::string bytes = bytes_of(blob.get());
    if (bytes.empty()) return failure(face);
    return bytes;
}

} // namespace halfstar
