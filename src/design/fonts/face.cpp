#include "design/fonts/face.h"

#include "design/fonts/cff.h"
#include "design/fonts/table_bytes.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace halfstar {
namespace {

hb_tag_t to_tag(std::string_view tag) { return hb_tag_from_string(tag.data(), static_cast<int>(tag.size())); }

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    std::array<char, 256> text{};
    unsigned size = text.size();
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text.data());
    return std::string(text.data(), std::min<std::size_t>(size, text.size() - 1));
}

std::string family_of(hb_face_t* face) {
    std::string family = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    return family.empty() ? name_of(face, HB_OT_NAME_ID_FONT_FAMILY) : family;
}

/// PostScript names are printable ASCII without delimiters; a face without one is called after its file.
std::string postscript_name_of(hb_face_t* face, const std::string& path) {
    std::string name = name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    if (name.empty()) name = path.substr(path.find_last_of('/') + 1);
    constexpr std::string_view delimiters = "[](){}<>/%";
    std::erase_if(name, [&](char c) { return c <= ' ' || c > '~' || delimiters.find(c) != delimiters.npos; });
    return name.empty() ? "Face" : name;
}

bool has_table(hb_face_t* face, const char* tag) {
    hb_blob_t* blob = hb_face_reference_table(face, hb_tag_from_string(tag, 4));
    const bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

std::optional<OutlineKind> outline_kind_of(hb_face_t* face) {
    if (has_table(face, "glyf")) return OutlineKind::truetype;
    if (has_table(face, "CFF ")) return OutlineKind::cff;
    if (hb_ot_color_has_png(face) != 0) return OutlineKind::bitmap;
    return std::nullopt;
}

/// Height of a glyph's ink, for faces whose OS/2 table is too old to state it.
int height_of(const Face& face, char32_t code_point) {
    const auto extents = face.extents(face.glyph(code_point));
    return extents ? extents->top : 0;
}

/// Tags of the features in GSUB and GPOS, sorted.
using Features = std::vector<hb_tag_t>;

Features read_features(hb_face_t* face) {
    Features features;
    for (const hb_tag_t layout : {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS}) {
        unsigned count = hb_ot_layout_table_get_feature_tags(face, layout, 0, nullptr, nullptr);
        const std::size_t known = features.size();
        features.resize(known + count);
        hb_ot_layout_table_get_feature_tags(face, layout, 0, &count, features.data() + known);
    }
    std::sort(features.begin(), features.end());
    return features;
}

/// Read once: each text that is set asks for them. HarfBuzz keeps them with the face.
const Features& features_of(hb_face_t* face) {
    static hb_user_data_key_t key;
    if (hb_face_get_user_data(face, &key) == nullptr) {
        auto fresh = std::make_unique<Features>(read_features(face));
        const auto let_go = [](void* features) { delete static_cast<Features*>(features); };
        if (hb_face_set_user_data(face, &key, fresh.get(), let_go, 0) != 0) fresh.release();
    }
    return *static_cast<const Features*>(hb_face_get_user_data(face, &key));
}

} // namespace

Face::~Face() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
}

Result<std::unique_ptr<Face>> Face::open(const std::string& path, unsigned index) {
    hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
    if (blob == nullptr) return Error{"cannot read the font '" + path + "'"};
    std::unique_ptr<Face> face(new Face);
    face->path_ = path;
    const bool there = index < hb_face_count(blob);
    face->face_ = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    const auto kind = outline_kind_of(face->face_);
    if (!there || !kind || face->glyph_count() == 0) return Error{"no usable font in '" + path + "'"};
    face->outline_kind_ = *kind;
    face->cid_keyed_ = *kind == OutlineKind::cff && is_cid_keyed(face->table("CFF "));
    face->family_ = family_of(face->face_);
    face->postscript_name_ = postscript_name_of(face->face_, path);
    face->font_ = hb_font_create(face->face_);
    hb_ot_font_set_funcs(face->font_);
    const int em = static_cast<int>(hb_face_get_upem(face->face_));
    hb_font_set_scale(face->font_, em, em);
    hb_face_make_immutable(face->face_);
    hb_font_make_immutable(face->font_);
    face->read_letters();
    face->read_advances();
    face->read_metrics();
    features_of(face->face_); // before threads share the face
    return face;
}

/// OpenType 1.9: offsets into head, hhea, OS/2 and post.
void Face::read_metrics() {
    const std::string_view head = table("head"), hhea = table("hhea"), os2 = table("OS/2"), post = table("post");
    metrics_.units_per_em = static_cast<int>(hb_face_get_upem(face_));
    metrics_.x_min = signed_at(head, 36);
    metrics_.y_min = signed_at(head, 38);
    metrics_.x_max = signed_at(head, 40);
    metrics_.y_max = signed_at(head, 42);
    metrics_.ascent = signed_at(hhea, 4);
    metrics_.descent = signed_at(hhea, 6);
    if (metrics_.ascent == 0) {
        metrics_.ascent = signed_at(os2, 68);
        metrics_.descent = signed_at(os2, 70);
    }
    if (!os2.empty()) metrics_.weight = static_cast<int>(unsigned_at(os2, 4, 2));
    const bool has_heights = unsigned_at(os2, 0, 2) >= 2;
    metrics_.x_height = has_heights ? signed_at(os2, 86) : height_of(*this, U'x');
    metrics_.cap_height = has_heights ? signed_at(os2, 88) : height_of(*this, U'H');
    const auto angle = static_cast<std::int32_t>(unsigned_at(post, 4, 4)); // 16.16 degrees
    metrics_.italic_angle = static_cast<int>(std::int64_t{angle} * 1000 / 65536);
    metrics_.fixed_pitch = unsigned_at(post, 12, 4) != 0;
    const std::uint32_t mac_style = unsigned_at(head, 44, 2), selection = unsigned_at(os2, 62, 2);
    italic_ = (selection & 1u) != 0 || (mac_style & 2u) != 0;
}

/// OpenType 1.9, hmtx: as many whole rows as hhea says and the table holds.
void Face::read_advances() {
    advances_ = table("hmtx");
    const std::size_t rows = std::min<std::size_t>(unsigned_at(table("hhea"), 34, 2), advances_.size() / 4);
    glyphs_advanced_ = std::min(static_cast<std::uint32_t>(rows), glyph_count());
}

void Face::read_letters() {
    for (std::uint32_t letter = 0; letter < letters_.size(); ++letter) {
        hb_codepoint_t id = 0;
        if (hb_font_get_nominal_glyph(font_, letter, &id) != 0) letters_[letter] = id;
    }
}

std::uint32_t Face::glyph_count() const { return hb_face_get_glyph_count(face_); }

std::uint32_t Face::glyph(char32_t code_point) const {
    if (code_point < letters_.size()) return letters_[code_point];
    hb_codepoint_t id = 0;
    return hb_font_get_nominal_glyph(font_, code_point, &id) != 0 ? id : 0;
}

int Face::advance(std::uint32_t glyph) const {
    if (glyph < glyphs_advanced_) return static_cast<int>(unsigned_at(advances_, std::size_t{glyph} * 4, 2));
    return hb_font_get_glyph_h_advance(font_, glyph);
}

std::optional<GlyphExtents> Face::extents(std::uint32_t glyph) const {
    hb_glyph_extents_t box;
    if (hb_font_get_glyph_extents(font_, glyph, &box) == 0) return std::nullopt;
    return GlyphExtents{box.x_bearing, box.y_bearing + box.height, box.x_bearing + box.width, box.y_bearing};
}

std::string Face::bitmap(std::uint32_t glyph) const {
    hb_blob_t* blob = hb_ot_color_glyph_reference_png(font_, glyph);
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob, &length);
    std::string png = length > 0 ? std::string(data, length) : std::string();
    hb_blob_destroy(blob);
    return png;
}

std::string_view Face::table(std::string_view tag) const {
    hb_blob_t* blob = hb_face_reference_table(face_, to_tag(tag));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob, &length);
    hb_blob_destroy(blob); // a part of the file's own blob, which the face keeps
    return length > 0 ? std::string_view(data, length) : std::string_view();
}

bool Face::has_feature(std::string_view tag) const {
    const Features& features = features_of(face_);
    return std::binary_search(features.begin(), features.end(), to_tag(tag));
}

} // namespace halfstar
