// Rules that laid-out pages can break; a function a rule. preflight.cpp lists them.
#pragma once

#include <halfstar/preflight.h>

#include <functional>
#include <string>
#include <vector>

namespace halfstar::preflight_rules {

/// A document before its judge.
struct Case {
    const PagedDocument& document;
    const Target& target;
    std::uint32_t pages = 0;
    std::vector<Breach>& breaches;
};

/// A page of it.
struct PageCase {
    const Case& whole;
    const Page& page;
    std::uint32_t index = 0;

    void report(std::string rule, std::string item) const { whole.breaches.push_back({std::move(rule), page.label, std::move(item)}); }
};

// Of the whole.
void page_count(const Case& all);
void trim(const Case& all);

// Of each page.
void words_in_margins(const PageCase& one);   ///< safe, gutter
void pictures(const PageCase& one);           ///< pictures, profile
void thin_lines(const PageCase& one);         ///< least-line
void short_of_trim(const PageCase& one);      ///< bleed
void colours_without_plates(const PageCase& one); ///< colour

/// The rules on numbers of pages and trims, which files can break as well.
void judge_page_count(const Target& target, std::uint32_t pages, std::vector<Breach>& breaches);
void judge_trim(const Target& target, Size trim, const std::string& page, std::vector<Breach>& breaches);

/// "3.2 mm".
std::string millimetres(Length length);
/// "148 x 210 mm".
std::string millimetres(Size size);

} // namespace halfstar::preflight_rules
