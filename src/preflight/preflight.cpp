#include "preflight/rules.h"

namespace halfstar {
namespace {

using namespace preflight_rules;

constexpr void (*rules_of_issues[])(const Case&) = {page_count, trim};
constexpr void (*rules_of_pages[])(const PageCase&) = {words_in_margins, pictures, thin_lines, short_of_trim, colours_without_plates};

} // namespace

std::string breach_line(const Target& target, const Breach& breach) {
    const std::string page = breach.page.empty() ? "" : "page " + breach.page + ": ";
    return target.name + ": " + breach.rule + ": " + page + breach.item;
}

std::vector<Breach> preflight(const PagedDocument& document, const Target& target) {
    std::vector<Breach> breaches;
    const Case all{document, target, document.page_count(), breaches};
    for (const auto rule : rules_of_issues) rule(all);
    for (std::uint32_t i = 0; i < all.pages; ++i) {
        const Page page = document.page(i);
        for (const auto rule : rules_of_pages) rule({all, page, i});
    }
    return breaches;
}

} // namespace halfstar
