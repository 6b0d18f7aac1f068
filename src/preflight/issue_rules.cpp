// How many pages there are, and of what trim.

#include "preflight/rules.h"

#include <cmath>
#include <cstdlib>

namespace halfstar::preflight_rules {
namespace {

/// With one decimal, where there is one.
std::string decimal(double number) {
    const long tenths = std::lround(number * 10);
    const std::string whole = std::to_string(std::labs(tenths) / 10);
    return (tenths < 0 ? "-" : "") + whole + (tenths % 10 == 0 ? "" : "." + std::to_string(std::labs(tenths) % 10));
}

double in_millimetres(Length length) { return length.to_points() * 25.4 / 72; }

} // namespace

std::string millimetres(Length length) { return decimal(in_millimetres(length)) + " mm"; }

std::string millimetres(Size size) {
    return decimal(in_millimetres(size.width)) + " x " + decimal(in_millimetres(size.height)) + " mm";
}

void judge_page_count(const Target& target, std::uint32_t pages, std::vector<Breach>& breaches) {
    const std::string count = std::to_string(pages) + (pages == 1 ? " page" : " pages");
    if (pages < target.least_pages) breaches.push_back({"least-pages", "", count + ", " + std::to_string(target.least_pages) + " wanted"});
    if (target.most_pages > 0 && pages > target.most_pages)
        breaches.push_back({"most-pages", "", count + ", at most " + std::to_string(target.most_pages) + " wanted"});
    if (pages % target.page_multiple != 0)
        breaches.push_back({"page-multiple", "", count + ", a multiple of " + std::to_string(target.page_multiple) + " wanted"});
}

void judge_trim(const Target& target, Size trim, const std::string& page, std::vector<Breach>& breaches) {
    if (!target.trims.empty() && !trim_of(target, trim)) breaches.push_back({"trims", page, "a trim of " + millimetres(trim) + ", which is none of the target's"});
}

void page_count(const Case& all) { judge_page_count(all.target, all.pages, all.breaches); }

void trim(const Case& all) {
    if (all.pages > 0) judge_trim(all.target, all.document.page(0).trim, "", all.breaches);
}

} // namespace halfstar::preflight_rules
