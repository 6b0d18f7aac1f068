#include "read/cut.h"

#include "document/tree.h"
#include "foundation/base/utf8.h"

namespace halfstar::reading {
namespace {

constexpr std::size_t longest_summary = 400; ///< letters

bool is_only_words(const Inlines& inlines) {
    bool only = true;
    walk_inlines(inlines, [&](const Inline& each) {
        only = only && !std::holds_alternative<NoteReference>(each.node) && !std::holds_alternative<Image>(each.node) &&
               !std::holds_alternative<RawInline>(each.node);
    });
    return only;
}

} // namespace

void take_summary_before(std::uint32_t at, Piece& piece) {
    if (piece.body.size() < 2 || piece.body[1].span.begin < at) return;
    const auto* paragraph = std::get_if<Paragraph>(&piece.body.front().node);
    if (paragraph == nullptr || paragraph->inlines.empty() || !is_only_words(paragraph->inlines)) return;
    if (paragraph->inlines.back().span.end > at) return;
    if (utf8::count(plain_text(paragraph->inlines)) > longest_summary) return;
    piece.summary = paragraph->inlines;
}

} // namespace halfstar::reading
