#include "backends/pdf/runs.h"

#include "backends/pdf/fonts.h"

#include <algorithm>

namespace halfstar::pdf {
namespace {

template <class Show> void for_each_glyph(const GlyphRun& run, const Piece& piece, FaceUses& uses, Show show) {
    const auto take = [&](const Glyph& glyph, std::string_view text) {
        if (is_paintable(glyph)) {
            show(glyph, uses.count(glyph.id, text));
        }
    };
    if (piece.clusters.empty()) {
        for (const Glyph& glyph : run.glyphs) {
            take(glyph, shown_by(run, glyph));
        }
    }
    for (const Cluster& cluster : piece.clusters) {
        for (std::uint32_t i = cluster.first; i < cluster.end; ++i) {
            take(run.glyphs[i], text_of(cluster, i));
        }
    }
}

/// The pen as readers will have it: in millionths of the run's em along the line.
class Pen {
public:
    Pen(const GlyphRun& run, const Face& face)
        : face_(face), em_(std::max<std::int64_t>(1, rounded_quotient(run.size.units * run.scale, 65536))) {}

    /// How far it goes back to the glyph's place, in whole thousandths of an em; what is left over is made good at the next
    /// glyph.
    std::int64_t back_to(const Glyph& glyph) {
        const std::int64_t place = rounded_quotient(glyph.x.units * 1'000'000, em_);
        const std::int64_t back = rounded_quotient(at_ - place, 1000);
        at_ += width_of(face_, glyph.id) - back * 1000;
        return back;
    }

private:
    const Face& face_;
    std::int64_t em_;
    std::int64_t at_ = 0;
};

} // namespace

bool is_paintable(const GlyphRun& run) { return !run.glyphs.empty() && run.size.units > 0 && run.scale > 0; }

void show_piece(Content& content, const GlyphRun& run, const Piece& piece, const Face& face, FaceUses& uses) {
    content.move_text(run.origin, run.turn);
    DraftWriter& glyphs = content.glyphs();
    glyphs.begin_glyphs({run.face, run.size, run.scale, run.visibility});
    Pen pen(run, face);
    for_each_glyph(run, piece, uses, [&](const Glyph& glyph, std::uint32_t use) { glyphs.glyph(use, glyph.y, pen.back_to(glyph)); });
    glyphs.end_glyphs();
}

void count_piece(const GlyphRun& run, const Piece& piece, FaceUses& uses) {
    for_each_glyph(run, piece, uses, [](const Glyph&, std::uint32_t) {});
}

} // namespace halfstar::pdf
