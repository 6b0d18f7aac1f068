#include "backends/html/filter.h"

#include <utility>

namespace halfstar::html {
namespace {

/// Names of the script's words (`data-…`), and their keys in the locales.
constexpr std::pair<std::string_view, std::string_view> filter_words[] = {
    {"find", "find"},         {"film-year", "film-year"},  {"rating", "rating"},     {"date", "date"},
    {"order", "order"},       {"issue", "order-of-issue"}, {"title", "title"},       {"director", "director"},
    {"reversed", "reversed"}, {"all", "show-all"},         {"any", "any"},           {"least", "at-least"},
    {"shown", "shown"},       {"reviews", "reviews"},
};

} // namespace

bool has_filter(const Edition& edition) { return edition.pieces.size() > 1; }

void write_filter(Markup& out, const Site& site) {
    if (!has_filter(site.edition())) return;
    Tag place("div");
    place.set("class", "filter");
    for (const auto& [name, key] : filter_words)
        place.set("data-" + std::string(name), site.locale().word(key));
    out.open(set_in_locale(place, site.dress_at(site_home)));
    out.close("div");
    out.line();
    out.open(Tag("script").set("src", site_script));
    out.close("script");
    out.line();
}

} // namespace halfstar::html
