#include "read/kinds/ranking.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "read/kinds/cut_words.h"
#include "read/kinds/film_line.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace halfstar::reading {

namespace {

constexpr std::size_t least_entries = 2;

/// A film with what its line leaves for the tree.
struct Named {
    std::string rank;
    Work film;
    Inlines title, rest;
};

bool has_note(const Inlines& inlines) {
    bool found = false;
    walk_inlines(inlines, [&](const Inline& one) { found = found || std::holds_alternative<NoteReference>(one.node); });
    return found;
}

std::optional<Named> named_in_line(const Inlines& line, std::int32_t bare_best) {
    const std::string words = plain_text(line);
    auto read = read_film_line(words, bare_best);
    if (!read || (has_note(line) && read->title_end != words.size())) return std::nullopt;
    Named named{std::move(read->rank), std::move(read->film), cut_words(line, read->title_begin, read->title_end), {}};
    if (named.title.empty()) return std::nullopt;
    return named;
}

/// A heading names a film when it has a rank, or a year or rating behind its title.
std::optional<Named> named_in_heading(const Heading& heading, std::int32_t bare_best) {
    auto named = named_in_line(heading.inlines, bare_best);
    if (!named || (named->rank.empty() && !named->film.year && !named->film.rating)) return std::nullopt;
    return named;
}

bool is_set_apart(const Inline& one) {
    if (const auto* styled = std::get_if<Styled>(&one.node))
        return styled->style == TextStyle::strong || styled->style == TextStyle::bold || styled->style == TextStyle::emphasis ||
               styled->style == TextStyle::cite || styled->style == TextStyle::idiom || styled->style == TextStyle::quotation;
    return std::holds_alternative<Link>(one.node);
}

/// A paragraph whose first line is bold from a rank on: `**10. Parasite** (2019)`.
std::optional<Named> named_in_bold_line(const Paragraph& paragraph, std::int32_t bare_best) {
    FirstLine cut = first_line(paragraph.inlines);
    if (cut.line.empty() || !std::holds_alternative<Styled>(cut.line.front().node) || !is_set_apart(cut.line.front()))
        return std::nullopt;
    auto named = named_in_line(cut.line, bare_best);
    if (!named || named->rank.empty()) return std::nullopt;
    named->rest = std::move(cut.rest);
    return named;
}

bool is_mark_after_title(char c) { return c == '.' || c == ',' || c == ':' || c == ';' || c == ' '; }

/// An item that begins with a title set apart: `**Parasite** (2019): the stairs.`
std::optional<Named> named_in_item(const Paragraph& paragraph, std::int32_t bare_best) {
    if (paragraph.inlines.empty() || !is_set_apart(paragraph.inlines.front())) return std::nullopt;
    const std::string words = plain_text(paragraph.inlines);
    std::size_t title_end = plain_text(Inlines{paragraph.inlines.front()}).size();
    Named named;
    std::string title(trim_unicode(words.substr(0, title_end)));
    while (!title.empty() && is_mark_after_title(title.back())) title.pop_back();
    if (title.empty() || has_note(Inlines{paragraph.inlines.front()})) return std::nullopt;
    // A year or a rating may stand within what is set apart: `**Parasite (2019)**`.
    if (const auto inside = read_film_line(title, bare_best); inside && inside->rank.empty()) {
        named.film = inside->film;
        named.title = cut_words(paragraph.inlines, inside->title_begin, inside->title_end);
    } else {
        named.film.title.value = title;
        named.title = cut_words(paragraph.inlines, 0, title.size());
    }
    std::size_t at = title_end;
    at += read_film_facts(std::string_view(words).substr(at), bare_best, named.film);
    while (at < words.size() && is_mark_after_title(words[at])) ++at;
    for (const std::string_view dash : {"— ", "– ", "- "})
        if (std::string_view(words).substr(at).starts_with(dash)) at += dash.size();
    named.rest = cut_words(paragraph.inlines, at, words.size());
    if (named.title.empty()) return std::nullopt;
    return named;
}

class RankingTaker {
public:
    RankingTaker(Piece& piece, std::string_view text, std::int32_t bare_best)
        : piece_(piece), text_(text), bare_best_(bare_best) {}

    void take() {
        if (take_by(&RankingTaker::heading_at)) return;
        if (take_by(&RankingTaker::bold_line_at)) return;
        for (Block& block : piece_.body)
            if (auto* list = std::get_if<List>(&block.node)) take_list(block, *list);
    }

private:
    using Finder = std::optional<Named> (RankingTaker::*)(const Block&) const;

    std::optional<Named> heading_at(const Block& block) const {
        const auto* heading = std::get_if<Heading>(&block.node);
        if (heading == nullptr || (level_ != 0 && heading->level != level_)) return std::nullopt;
        return named_in_heading(*heading, bare_best_);
    }

    std::optional<Named> bold_line_at(const Block& block) const {
        const auto* paragraph = std::get_if<Paragraph>(&block.node);
        return paragraph == nullptr ? std::nullopt : named_in_bold_line(*paragraph, bare_best_);
    }

    /// The level of headings at which the most films are named.
    int best_level() const {
        int counts[7] = {};
        for (const Block& block : piece_.body)
            if (const auto* heading = std::get_if<Heading>(&block.node);
                heading != nullptr && named_in_heading(*heading, bare_best_))
                ++counts[std::clamp(heading->level, 1, 6)];
        return static_cast<int>(std::max_element(counts + 1, counts + 7) - counts);
    }

    bool take_by(Finder finder) {
        level_ = finder == &RankingTaker::heading_at ? best_level() : 0;
        const auto found = static_cast<std::size_t>(std::count_if(
            piece_.body.begin(), piece_.body.end(), [&](const Block& block) { return (this->*finder)(block).has_value(); }));
        if (found < least_entries) return false;
        Blocks taken;
        for (Block& block : std::exchange(piece_.body, {})) {
            if (auto named = (this->*finder)(block)) {
                add(std::move(*named), block.span);
            } else if (ranking_.entries.empty() || ends_entry(block)) {
                close(taken);
                taken.push_back(std::move(block));
            } else {
                ranking_.entries.back().blocks.push_back(std::move(block));
            }
        }
        close(taken);
        piece_.body = std::move(taken);
        return true;
    }

    /// A heading that is no film ends the list, unless it stands below the films.
    bool ends_entry(const Block& block) const {
        if (std::holds_alternative<Break>(block.node)) return true;
        const auto* heading = std::get_if<Heading>(&block.node);
        return heading != nullptr && (level_ == 0 || heading->level <= level_);
    }

    void add(Named named, Span span) {
        Entry entry;
        entry.rank = std::move(named.rank);
        entry.film = static_cast<std::uint32_t>(piece_.listed.size());
        entry.title = std::move(named.title);
        entry.span = span;
        named.film.title.span = span;
        if (named.film.rating) named.film.rating->span = span;
        if (!named.rest.empty()) entry.blocks.push_back({Paragraph{std::move(named.rest)}, span, 0});
        piece_.listed.push_back(std::move(named.film));
        if (ranking_.entries.empty()) span_ = span;
        span_.end = std::max(span_.end, span.end);
        ranking_.entries.push_back(std::move(entry));
    }

    void close(Blocks& taken) {
        if (!ranking_.entries.empty()) taken.push_back({std::move(ranking_), span_, 0});
        ranking_ = {};
    }

    void take_list(Block& block, List& list) {
        if (!list.ordered || list.items.size() < least_entries) return;
        std::vector<Named> films;
        for (const ListItem& item : list.items) {
            const auto* paragraph = item.blocks.empty() ? nullptr : std::get_if<Paragraph>(&item.blocks.front().node);
            auto named = paragraph == nullptr ? std::nullopt : named_in_item(*paragraph, bare_best_);
            if (!named) return;
            films.push_back(std::move(*named));
        }
        for (std::size_t i = 0; i < films.size(); ++i) {
            ListItem& item = list.items[i];
            films[i].rank = number_of(item, list.start + static_cast<std::int64_t>(i));
            add(std::move(films[i]), item.blocks.front().span);
            Blocks& blocks = ranking_.entries.back().blocks;
            blocks.insert(blocks.end(), std::make_move_iterator(item.blocks.begin() + 1),
                          std::make_move_iterator(item.blocks.end()));
        }
        block.node = std::move(ranking_);
        ranking_ = {};
    }

    /// The number that stands before an item, else the one that it counts as.
    std::string number_of(const ListItem& item, std::int64_t counted) const {
        std::string digits;
        if (item.span.source == piece_.source)
            for (std::size_t at = item.span.begin; at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; ++at)
                digits += text_[at];
        return digits.empty() || digits.size() > 4 ? std::to_string(counted) : digits;
    }

    Piece& piece_;
    std::string_view text_;
    std::int32_t bare_best_;
    int level_ = 0;
    Ranking ranking_;
    Span span_;
};

} // namespace

void take_rankings(Piece& piece, std::string_view text, std::int32_t bare_best) {
    RankingTaker(piece, text, bare_best).take();
}

} // namespace halfstar::reading
