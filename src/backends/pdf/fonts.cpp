#include "backends/pdf/fonts.h"

#include "backends/pdf/cmap.h"
#include "design/fonts/subset.h"
#include "foundation/base/deflate.h"
#include "foundation/base/hash.h"

#include <algorithm>
#include <memory>

namespace halfstar::pdf {
namespace {

constexpr std::string_view cmap_name = "Codes";
/// PDF's names have at most 127 bytes (ISO 32000-1, annex C), a subset's tag and the table's name included.
constexpr std::size_t longest_name = 63;
constexpr std::string_view system_info = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>";

Body compressed(std::string dictionary, std::string_view bytes) {
    dictionary += dictionary.empty() ? "" : " ";
    return {dictionary + "/Filter /FlateDecode", zlib_deflated(bytes)};
}

/// The descriptor's flags (ISO 32000-1, table 123): symbolic, since codes are ours alone.
int flags(const Face& face) {
    constexpr int fixed_pitch = 1, symbolic = 1 << 2, italic = 1 << 6;
    return symbolic | (face.metrics().fixed_pitch ? fixed_pitch : 0) | (face.italic() ? italic : 0);
}

/// Stems are not measured: a fair guess from the weight, 50 thousandths of an em at 250, 180 at 900.
int stem(int weight) { return std::clamp(50 + (weight - 250) / 5, 20, 250); }

/// The objects of one font, made when the first of its objects is written.
class CompositeFont {
public:
    CompositeFont(const Face& face, const CodeSet& codes) : face_(face), codes_(codes) {}

    ObjectNumber add(PdfDocument& document, const std::shared_ptr<CompositeFont>& self);

private:
    Result<void> cut();
    Result<Body> descriptor();
    Result<Body> program();
    Result<Body> descendant();
    Result<Body> font();
    Body encoding() const;
    std::string widths() const;
    std::string units(int font_units) const { return decimal(glyph_units(face_, font_units)); }
    std::uint32_t cid(std::uint32_t glyph) const;

    const Face& face_;
    const CodeSet& codes_;
    bool is_cut_ = false;
    Subset subset_;
    std::string name_;
    ObjectNumber descriptor_ = 0, program_ = 0, descendant_ = 0, encoding_ = 0, texts_ = 0;
};

Result<void> CompositeFont::cut() {
    if (is_cut_) {
        return {};
    }
    Result<Subset> subset = subset_for_pdf(face_, codes_.glyphs());
    if (!subset) {
        return subset.error();
    }
    subset_ = std::move(*subset);
    const std::string_view own = face_.postscript_name().substr(0, longest_name);
    name_ = subset_tag(subset_.bytes) + (own.empty() ? "Unnamed" : std::string(own));
    is_cut_ = true;
    return {};
}

std::uint32_t CompositeFont::cid(std::uint32_t glyph) const {
    const auto found = subset_.glyphs.find(glyph);
    return found == subset_.glyphs.end() ? 0 : found->second;
}

std::string CompositeFont::widths() const {
    std::map<std::uint32_t, std::uint32_t> glyphs; // by CID
    for (const std::uint32_t glyph : codes_.glyphs()) {
        glyphs.try_emplace(cid(glyph), glyph);
    }
    std::string text = "[";
    std::uint32_t next = 0;
    for (const auto& [id, glyph] : glyphs) {
        const bool follows = text.size() > 1 && id == next;
        text += follows ? " " : (text.size() > 1 ? "] " : "") + std::to_string(id) + " [";
        append_decimal(text, width_of(face_, glyph));
        next = id + 1;
    }
    return text + (text.size() > 1 ? "]]" : "]");
}

Result<Body> CompositeFont::program() {
    if (const Result<void> done = cut(); !done) {
        return done.error();
    }
    std::string bytes = std::exchange(subset_.bytes, {});
    return subset_.cff ? compressed("/Subtype /CIDFontType0C", bytes)
                       : compressed("/Length1 " + std::to_string(bytes.size()), bytes);
}

Result<Body> CompositeFont::descriptor() {
    if (const Result<void> done = cut(); !done) {
        return done.error();
    }
    const FaceMetrics& metrics = face_.metrics();
    std::string text = "/Type /FontDescriptor /FontName " + name(name_) + " /FontFamily " +
                       text_string(face_.family()) + " /Flags " + std::to_string(flags(face_)) + " /FontBBox [" +
                       units(metrics.x_min) + ' ' + units(metrics.y_min) + ' ' + units(metrics.x_max) + ' ' +
                       units(metrics.y_max) + "] /ItalicAngle " + decimal(metrics.italic_angle) + " /Ascent " +
                       units(metrics.ascent) + " /Descent " + units(metrics.descent) + " /CapHeight " +
                       units(metrics.cap_height) + " /XHeight " + units(metrics.x_height) + " /StemV " +
                       std::to_string(stem(metrics.weight)) + (subset_.cff ? " /FontFile3 " : " /FontFile2 ");
    return Body{text + reference(program_), std::nullopt};
}

Result<Body> CompositeFont::descendant() {
    if (const Result<void> done = cut(); !done) {
        return done.error();
    }
    std::string text = "/Type /Font /Subtype ";
    text += subset_.cff ? "/CIDFontType0" : "/CIDFontType2 /CIDToGIDMap /Identity";
    text += " /BaseFont " + name(name_) + ' ' + std::string(system_info) + " /FontDescriptor " +
            reference(descriptor_) + " /DW 1000 /W " + widths();
    return Body{text, std::nullopt};
}

Result<Body> CompositeFont::font() {
    if (const Result<void> done = cut(); !done) {
        return done.error();
    }
    const std::string base = name_ + (subset_.cff ? '-' + std::string(cmap_name) : std::string());
    return Body{"/Type /Font /Subtype /Type0 /BaseFont " + name(base) + " /Encoding " + reference(encoding_) +
                    " /DescendantFonts [" + reference(descendant_) + "] /ToUnicode " + reference(texts_),
                std::nullopt};
}

Body CompositeFont::encoding() const {
    std::vector<std::uint32_t> cids;
    for (const CodeMeaning& meaning : codes_.meanings) {
        cids.push_back(cid(meaning.glyph));
    }
    return compressed("/Type /CMap /CMapName /" + std::string(cmap_name) + " /WMode 0 " + std::string(system_info),
                      encoding_cmap(cmap_name, codes_, cids));
}

ObjectNumber CompositeFont::add(PdfDocument& document, const std::shared_ptr<CompositeFont>& self) {
    const ObjectNumber font = document.add([self] { return self->font(); });
    descriptor_ = document.add([self] { return self->descriptor(); });
    descendant_ = document.add([self] { return self->descendant(); });
    encoding_ = document.add([self]() -> Result<Body> { return self->encoding(); });
    texts_ = document.add([self]() -> Result<Body> { return compressed("", to_unicode_cmap(self->codes_)); });
    program_ = document.add([self] { return self->program(); });
    return font;
}

} // namespace

std::int64_t glyph_units(const Face& face, std::int64_t font_units) {
    return rounded_quotient(font_units * 1'000'000, std::max(1, face.metrics().units_per_em));
}

std::int64_t width_of(const Face& face, std::uint32_t glyph) { return glyph_units(face, face.advance(glyph)); }

std::string subset_tag(std::string_view bytes) {
    const Digest digest = sha256(bytes);
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i) {
        tag += static_cast<char>('A' + digest[i] % 26);
    }
    return tag + '+';
}

ObjectNumber add_font(PdfDocument& document, const Face& face, const CodeSet& codes) {
    const auto font = std::make_shared<CompositeFont>(face, codes);
    return font->add(document, font);
}

} // namespace halfstar::pdf
