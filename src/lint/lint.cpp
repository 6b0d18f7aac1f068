#include "lint/lint.h"

#include "lint/rules.h"

#include <algorithm>

namespace halfstar::lint {
namespace {

constexpr void (*piece_rules[])(const Desk&, const FiledPiece&) = {
    check_title, check_years, check_keys, check_punctuation, check_pictures, check_links, check_language,
};
constexpr void (*folder_rules[])(const Desk&) = {check_dates, check_ratings, check_duplicates, check_unused_pictures};

bool stands_before(const Repair& a, const Repair& b) {
    return a.span.source != b.span.source ? a.span.source < b.span.source : a.span.begin < b.span.begin;
}

/// Two flows may be read from one place of the source; what is said twice of it is done once.
void put_in_order(std::vector<Repair>& repairs) {
    std::stable_sort(repairs.begin(), repairs.end(), stands_before);
    const auto overlaps = [](const Repair& a, const Repair& b) {
        return a.span.source == b.span.source && b.span.begin < a.span.end;
    };
    repairs.erase(std::unique(repairs.begin(), repairs.end(), overlaps), repairs.end());
}

} // namespace

Findings proofread(const Manuscripts& manuscripts, const Sources& sources, const FileReader& reader) {
    Findings findings;
    const Desk desk{manuscripts, sources, reader, findings};
    for (const FiledPiece& filed : manuscripts.pieces)
        for (const auto rule : piece_rules)
            rule(desk, filed);
    for (const auto rule : folder_rules)
        rule(desk);
    put_in_order(findings.repairs);
    return findings;
}

} // namespace halfstar::lint
