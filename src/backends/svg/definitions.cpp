#include "backends/svg/definitions.h"

#include "backends/svg/images.h"
#include "backends/svg/notation.h"

namespace halfstar::svg {
namespace {

std::string bitmap_glyph(const Face& face, std::uint32_t glyph, const std::string& id) {
    const std::string png = face.bitmap(glyph);
    const std::optional<GlyphExtents> box = face.extents(glyph);
    if (png.empty() || !box) {
        return {};
    }
    const double unit = static_cast<double>(em) / std::max(1, face.metrics().units_per_em);
    return "<image id=\"" + id + "\" x=\"" + number(box->left * unit) + "\" y=\"" + number(-box->top * unit) +
           "\" width=\"" + number((box->right - box->left) * unit) + "\" height=\"" +
           number((box->top - box->bottom) * unit) + "\" href=\"" + data_address("image/png", png) + "\"/>\n";
}

} // namespace

std::string Definitions::drawing(const Face& face, std::uint32_t glyph, const std::string& id) const {
    if (face.outline_kind() == OutlineKind::bitmap) {
        return bitmap_glyph(face, glyph, id);
    }
    const std::string data = path_data(face.outline(glyph, Length::points(em)));
    return data.empty() ? std::string() : "<path id=\"" + id + "\" d=\"" + data + "\"/>\n";
}

std::string Definitions::glyph(FaceIndex face, std::uint32_t glyph) {
    const auto [place, is_new] = glyphs_.try_emplace({face, glyph});
    if (is_new) {
        const std::string id = 'g' + std::to_string(face) + '-' + std::to_string(glyph);
        const std::string drawn = drawing(*document_.faces()[face], glyph, id);
        place->second = drawn.empty() ? std::string() : id;
        text_ += drawn;
    }
    return place->second;
}

std::string Definitions::picture(std::uint32_t picture) {
    const std::uint32_t first = first_alike(document_, picture);
    if (pictures_.insert(first).second && state_) {
        state_ = add_picture(first);
    }
    return 'p' + std::to_string(first);
}

Result<void> Definitions::add_picture(std::uint32_t index) {
    if (resources_ == nullptr) {
        return Error{"the job has no pictures' bytes"};
    }
    const Picture& picture = document_.pictures()[index];
    const Result<std::string> address = picture_address(picture, *resources_);
    if (!address) {
        return address.error();
    }
    text_ += "<image id=\"p" + std::to_string(index) + "\" width=\"" + std::to_string(picture.width) + "\" height=\"" +
             std::to_string(picture.height) + "\" preserveAspectRatio=\"none\" href=\"" + *address + "\"/>\n";
    return {};
}

Result<std::string> Definitions::take() {
    if (!state_) {
        return state_.error();
    }
    return text_.empty() ? std::string() : "<defs>\n" + std::move(text_) + "</defs>\n";
}

} // namespace halfstar::svg
