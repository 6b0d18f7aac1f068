#include "compose/passes.h"

#include "compose/heads.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace halfstar {
namespace {

std::vector<Head> heads_of(const Edition& edition, const IssueSettings& issue) {
    const Locale& locale = locale_for(edition.language);
    const Years years = issue.order.value_or(Order::date) == Order::date ? Years::apart : Years::together;
    switch (issue.group) {
    case Grouping::none:
        return {};
    case Grouping::season:
        return season_heads(edition.pieces, years, locale);
    case Grouping::month:
        return month_heads(edition.pieces, years, locale);
    case Grouping::year:
        return year_heads(edition.pieces, locale);
    case Grouping::rating:
        return rating_heads(edition.pieces, scale_of(edition.pieces, issue.rating_best), locale);
    case Grouping::director:
    case Grouping::author:
    case Grouping::tag:
        return name_heads(edition.pieces, issue.group, locale, edition.language);
    }
    return {};
}

/// Heads of one identity, which may differ in the case of their letters, become the first of them.
void settle_heads(std::vector<Head>& heads) {
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < heads.size(); ++i)
        if (const auto [known, is_new] = first.try_emplace(heads[i].identity, i); !is_new)
            heads[i] = heads[known->second];
}

bool comes_before(const Head& a, const Head& b) { return a.rank != b.rank ? a.rank < b.rank : a.order < b.order; }

std::string unique_key(const std::string& title, std::set<std::string>& given) {
    const std::string slug = unicode::file_slug(title);
    const std::string base = slug.empty() ? "section" : slug;
    std::string key = base;
    for (int number = 2; !given.insert(key).second; ++number)
        key = base + "-" + std::to_string(number);
    return key;
}

Section section_of(const Head& head, std::uint32_t first, std::set<std::string>& keys) {
    return {unique_key(head.title, keys), head.title, head.extent, head.months, first, first};
}

} // namespace

void group_pieces(Edition& edition, const ComposeSettings& settings, Diagnostics&) {
    if (settings.issue == nullptr || edition.pieces.empty()) return;
    std::vector<Head> heads = heads_of(edition, *settings.issue);
    if (heads.empty()) return;
    settle_heads(heads);
    std::vector<std::size_t> order(heads.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return comes_before(heads[a], heads[b]); });
    std::vector<Piece> grouped;
    std::set<std::string> keys;
    const Head* open = nullptr;
    for (const std::size_t piece : order) {
        const Head& head = heads[piece];
        if (open == nullptr || open->identity != head.identity)
            edition.sections.push_back(section_of(head, static_cast<std::uint32_t>(grouped.size()), keys));
        open = &head;
        grouped.push_back(std::move(edition.pieces[piece]));
        edition.sections.back().last = static_cast<std::uint32_t>(grouped.size());
    }
    edition.pieces = std::move(grouped);
}

} // namespace halfstar
