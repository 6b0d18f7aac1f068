#include "backends/pdf/runs.h"

#include "backends/pdf/fonts.h"
#include "backends/pdf/survey.h"

#include <algorithm>

namespace halfstar::pdf {
namespace {

/// Shows glyphs one after the other. Places are in millionths of the run's em along the line.
class RunShowing {
public:
    RunShowing(Content& content, const GlyphRun& run, const PaintingPlan& plan)
        : content_(content), run_(run), plan_(plan), face_(*plan.document.faces()[run.face]),
          em_(std::max<std::int64_t>(1, rounded_quotient(run.size.units * run.scale, 65536))) {}

    void show(const std::vector<Cluster>& clusters) {
        for (const Cluster& cluster : clusters) {
            show(cluster);
        }
        end_array();
    }

private:
    void show(const Cluster& cluster);
    void show(const Glyph& glyph, GlyphCode code);
    void adjust(const Glyph& glyph);
    void enter(const Glyph& glyph, GlyphCode code);
    void open_string();
    void close_string();
    void end_array();

    Content& content_;
    const GlyphRun& run_;
    const PaintingPlan& plan_;
    const Face& face_;
    std::int64_t em_;
    std::int64_t pen_ = 0;
    TextState state_;
    bool started_ = false;
    std::string array_;
    bool in_string_ = false;
};

void RunShowing::open_string() {
    if (!in_string_) {
        array_ += '(';
        in_string_ = true;
    }
}

void RunShowing::close_string() {
    if (in_string_) {
        array_ += ')';
        in_string_ = false;
    }
}

void RunShowing::end_array() {
    close_string();
    if (!array_.empty()) {
        content_.show('[' + array_ + "]TJ");
        array_.clear();
    }
}

/// Sets font and rise for a glyph, if they are not what they were.
void RunShowing::enter(const Glyph& glyph, GlyphCode code) {
    const TextState wanted{plan_.first_font[run_.face] + code.font, run_.size, run_.scale, glyph.y, run_.visibility};
    if (started_ && wanted.font == state_.font && wanted.rise == state_.rise) {
        return;
    }
    end_array();
    content_.text_state(wanted);
    state_ = wanted;
    started_ = true;
}

/// Moves the pen to the glyph's place in whole thousandths of an em; what is left over is made good at the
/// next glyph, since the pen is kept where readers will have it.
void RunShowing::adjust(const Glyph& glyph) {
    const std::int64_t place = rounded_quotient(glyph.x.units * 1'000'000, em_);
    const std::int64_t back = rounded_quotient(pen_ - place, 1000);
    if (back != 0) {
        close_string();
        array_ += std::to_string(back);
        pen_ -= back * 1000;
    }
}

void RunShowing::show(const Glyph& glyph, GlyphCode code) {
    enter(glyph, code);
    adjust(glyph);
    open_string();
    if (code.bytes == 2) {
        append_string_byte(array_, static_cast<std::uint8_t>(code.code >> 8));
    }
    append_string_byte(array_, static_cast<std::uint8_t>(code.code & 0xFF));
    pen_ += width_of(face_, glyph.id);
}

void RunShowing::show(const Cluster& cluster) {
    for (std::uint32_t i = cluster.first; i < cluster.end; ++i) {
        const Glyph& glyph = run_.glyphs[i];
        if (is_paintable(glyph)) {
            show(glyph, plan_.codes[run_.face].find(glyph.id, text_of(cluster, i)));
        }
    }
}

} // namespace

void show_piece(Content& content, const GlyphRun& run, const Piece& piece, const PaintingPlan& plan) {
    content.move_text(run.origin, run.turn);
    RunShowing(content, run, plan).show(piece.clusters);
}

} // namespace halfstar::pdf
