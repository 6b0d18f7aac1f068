#include "backends/svg/run.h"

#include "backends/svg/notation.h"
#include "foundation/base/strings.h"

#include <algorithm>
#include <cmath>

namespace halfstar::svg {
namespace {

double horizontal(const GlyphRun& run) {
    return run.scale / 65536.0;
}

std::string placing(const GlyphRun& run) {
    std::string text = "translate(" + number(run.origin.x) + ' ' + number(run.origin.y) + ')';
    if (run.turn != 0) {
        text += " rotate(" + decimal(-static_cast<std::int64_t>(run.turn)) + ')';
    }
    return text;
}

Length width(const GlyphRun& run) {
    Length right;
    for (const Glyph& glyph : run.glyphs) {
        right = std::max(right, glyph.x + glyph.advance);
    }
    return right;
}

std::string placed(const Glyph& glyph, const std::string& id, double across, double up) {
    std::string text = "<use href=\"#" + id + '"';
    if (glyph.x.units != 0) {
        text += " x=\"" + number(glyph.x.to_points() / across) + '"';
    }
    if (glyph.y.units != 0) {
        text += " y=\"" + number(-glyph.y.to_points() / up) + '"';
    }
    return text + "/>";
}

} // namespace

std::string fine_number(double value) {
    const auto millionths = static_cast<std::int64_t>(std::llround(value * 1e6));
    std::string digits = std::to_string(1'000'000 + millionths % 1'000'000).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    return std::to_string(millionths / 1'000'000) + (digits.empty() ? "" : '.' + digits);
}

std::string drawn_glyphs(const GlyphRun& run, Definitions& definitions) {
    const double up = run.size.to_points() / em, across = up * horizontal(run);
    if (up <= 0 || across <= 0) {
        return {};
    }
    std::string glyphs;
    for (const Glyph& glyph : run.glyphs) {
        const std::string id = definitions.glyph(run.face, glyph.id);
        glyphs += id.empty() ? std::string() : placed(glyph, id, across, up);
    }
    if (glyphs.empty()) {
        return {};
    }
    const std::string scale =
        run.scale == 65536 ? fine_number(up) : fine_number(across) + ' ' + fine_number(up);
    return "<g transform=\"" + placing(run) + " scale(" + scale + ")\" fill=\"" + colour(run.paint) +
           "\" aria-hidden=\"true\">" + glyphs + "</g>\n";
}

std::string selectable_text(const GlyphRun& run, StructureId leaf) {
    if (run.text.empty()) {
        return {};
    }
    std::string text = "<text transform=\"" + placing(run) + "\" font-size=\"" + number(run.size) + '"';
    if (const Length length = width(run); length.units > 0) {
        text += " textLength=\"" + number(length) + "\" lengthAdjust=\"spacingAndGlyphs\"";
    }
    text += run.right_to_left ? " direction=\"rtl\" text-anchor=\"end\"" : "";
    text += leaf == 0 ? " aria-hidden=\"true\"" : "";
    return text + " fill-opacity=\"0\" xml:space=\"preserve\">" + escape_xml(run.text) + "</text>\n";
}

} // namespace halfstar::svg
