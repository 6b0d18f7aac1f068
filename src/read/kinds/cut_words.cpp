#include "read/kinds/cut_words.h"

#include "document/parts.h"
#include "document/tree.h"
#include "foundation/base/strings.h"

#include <algorithm>

namespace halfstar::reading {

namespace {

/// Walks over inlines and counts the bytes of their plain words.
class Cutter {
public:
    Cutter(std::size_t begin, std::size_t end) : begin_(begin), end_(end) {}

    Inlines cut(const Inlines& inlines) {
        Inlines kept;
        for (const Inline& one : inlines) cut(one, kept);
        return kept;
    }

private:
    void cut(const Inline& one, Inlines& kept) {
        if (const auto* text = std::get_if<Text>(&one.node)) {
            const std::size_t from = at_;
            at_ += text->text.size();
            const std::size_t first = std::max(begin_, from), last = std::min(end_, at_);
            if (first < last) kept.push_back({Text{text->text.substr(first - from, last - first)}, one.span});
            return;
        }
        if (const Inlines* children = children_of(one)) {
            Inline copy = one;
            *children_of(copy) = cut(*children);
            if (!children_of(copy)->empty()) kept.push_back(std::move(copy));
            return;
        }
        const std::size_t length = plain_text(Inlines{one}).size();
        const std::size_t from = at_;
        at_ += length;
        // What has no words belongs to the side of the cut where it stands.
        const bool inside = length == 0 ? from >= begin_ && from <= end_ : from >= begin_ && at_ <= end_;
        if (inside) kept.push_back(one);
    }

    std::size_t begin_, end_;
    std::size_t at_ = 0;
};

bool is_line_end(const Inline& one) {
    return std::holds_alternative<SoftBreak>(one.node) || std::holds_alternative<HardBreak>(one.node);
}

} // namespace

Inlines cut_words(const Inlines& inlines, std::size_t begin, std::size_t end) {
    const std::string words = plain_text(inlines).substr(0, end);
    const std::string_view inside = std::string_view(words).substr(std::min(begin, words.size()));
    const std::string_view left = trim_unicode(inside);
    if (left.empty()) return {};
    const auto first = begin + static_cast<std::size_t>(left.data() - inside.data());
    Inlines kept = Cutter(first, first + left.size()).cut(inlines);
    while (!kept.empty() && is_line_end(kept.front())) kept.erase(kept.begin());
    while (!kept.empty() && is_line_end(kept.back())) kept.pop_back();
    tidy_inlines(kept);
    return kept;
}

FirstLine first_line(const Inlines& inlines) {
    const auto end = std::find_if(inlines.begin(), inlines.end(), is_line_end);
    FirstLine parts{Inlines(inlines.begin(), end), {}};
    if (end != inlines.end()) parts.rest.assign(end + 1, inlines.end());
    return parts;
}

} // namespace halfstar::reading
