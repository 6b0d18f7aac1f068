#include "backends/pdf/cmap.h"
#include "backends/pdf/fonts.h"
#include "backends/pdf/images.h"
#include "foundation/base/deflate.h"

#include <map>
#include <memory>

namespace halfstar::pdf {
namespace {

constexpr Paint white{255, 255, 255, 0};

std::string glyph_name(std::uint32_t glyph) { return "g" + std::to_string(glyph); }

/// A glyph's picture, as one object of the file.
Result<Body> glyph_image(const Face& face, std::uint32_t glyph) {
    const Result<Pixels> pixels = decode_picture(face.bitmap(glyph), white);
    if (!pixels) {
        return pixels.error();
    }
    return image_object(*pixels);
}

/// What paints a glyph: its width, and its picture stretched over its box.
std::string glyph_procedure(const Face& face, std::uint32_t glyph, bool has_image) {
    std::string text = decimal(width_of(face, glyph)) + " 0 d0\n";
    const std::optional<GlyphExtents> box = face.extents(glyph);
    if (!has_image || !box) {
        return text;
    }
    const auto units = [&](int value) { return decimal(glyph_units(face, value)); };
    return text + "q " + units(box->right - box->left) + " 0 0 " + units(box->top - box->bottom) + ' ' +
           units(box->left) + ' ' + units(box->bottom) + " cm /" + glyph_name(glyph) + " Do Q\n";
}

/// Procedures and pictures of all glyphs of a font.
struct GlyphObjects {
    std::map<std::uint32_t, ObjectNumber> procedures, images;
};

GlyphObjects add_glyphs(PdfDocument& document, const Face& face, const CodeSet& codes) {
    GlyphObjects objects;
    for (const std::uint32_t glyph : codes.glyphs()) {
        const bool has_image = !face.bitmap(glyph).empty();
        if (has_image) {
            objects.images[glyph] = document.add([&face, glyph] { return glyph_image(face, glyph); });
        }
        objects.procedures[glyph] =
            document.add(Body{"/Filter /FlateDecode", zlib_deflated(glyph_procedure(face, glyph, has_image))});
    }
    return objects;
}

std::string named(const std::map<std::uint32_t, ObjectNumber>& objects) {
    std::string text;
    for (const auto& [glyph, object] : objects) {
        text += '/' + glyph_name(glyph) + ' ' + reference(object) + ' ';
    }
    return text;
}

std::string font_dictionary(const Face& face, const CodeSet& codes, const GlyphObjects& objects,
                            ObjectNumber texts) {
    std::string differences, widths;
    std::uint32_t next = 0;
    for (const CodeMeaning& meaning : codes.meanings) {
        differences += ' ' + std::to_string(meaning.code) + " /" + glyph_name(meaning.glyph);
        for (; next < meaning.code; ++next) {
            widths += "0 ";
        }
        widths += decimal(width_of(face, meaning.glyph)) + ' ';
        ++next;
    }
    const FaceMetrics& metrics = face.metrics();
    const auto units = [&](int value) { return decimal(glyph_units(face, value)); };
    return "/Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [" + units(metrics.x_min) + ' ' +
           units(metrics.y_min) + ' ' + units(metrics.x_max) + ' ' + units(metrics.y_max) +
           "] /FirstChar 0 /LastChar " + std::to_string(next - 1) + " /Widths [" + widths +
           "] /Encoding << /Type /Encoding /Differences [" + differences + " ] >> /CharProcs << " + named(objects.procedures) + ">> /Resources << /XObject << " +
           named(objects.images) + ">> >> /ToUnicode " + reference(texts);
}

} // namespace

ObjectNumber add_picture_font(PdfDocument& document, const Face& face, const CodeSet& codes) {
    const GlyphObjects objects = add_glyphs(document, face, codes);
    const ObjectNumber texts = document.add(Body{"/Filter /FlateDecode", zlib_deflated(to_unicode_cmap(codes))});
    return document.add(Body{font_dictionary(face, codes, objects, texts), std::nullopt});
}

} // namespace halfstar::pdf
