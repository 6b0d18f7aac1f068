#include "read/viewing.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "read/date.h"
#include "read/names.h"
#include "read/takers.h"
#include "read/values.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

constexpr std::size_t longest_place = 40;    // code points
constexpr std::size_t longest_viewing = 300; // bytes: a day, a place, and what joins them

/// Takes the words between a day and a place; false when there are none, nor a mark.
bool take_joint(std::string_view& text) {
    static constexpr std::array<std::string_view, 27> joints = {
        "at the ", "in the ", "on the ", "at ", "in ",  "on ",  "via ",  "im ",    "in der ", "bei ", "auf ", "beim ", "au ",    "à la ",
        "à ",      "sur ",    "en el ",  "en ", "al ",  "nel ", "su ",   "no ",    "na ",     "em ",  "@ ",   "with ", "- "};
    std::size_t longest = 0;
    for (const std::string_view joint : joints)
        if (text.starts_with(joint)) longest = std::max(longest, joint.size());
    text.remove_prefix(longest);
    return longest > 0;
}

bool is_place(std::string_view text) {
    return !text.empty() && utf8::count(text) <= longest_place && may_be_name(text) && !read_date(text);
}

/// `(Netflix)`, `, The Gaiety`, `im Kino`: the place in what follows a day, or nothing.
std::string_view place_in(std::string_view rest, bool after_comma) {
    rest = trim_unicode(rest);
    const bool brackets = rest.size() > 2 && rest.starts_with('(') && rest.ends_with(')');
    if (brackets) rest = trim_unicode(rest.substr(1, rest.size() - 2));
    for (const std::string_view dash : {"– ", "— ", "| ", "· "})
        if (rest.starts_with(dash)) after_comma = true, rest.remove_prefix(dash.size());
    if (!take_joint(rest) && !brackets && !after_comma) return {};
    return is_place(rest) ? rest : std::string_view{};
}

/// What films are seen with elsewhere than in a cinema.
bool is_medium(std::string_view place) {
    static constexpr std::array<std::string_view, 31> words = {
        "netflix", "prime", "amazon", "disney", "hbo", "max", "hulu", "mubi", "apple", "criterion", "kanopy", "tubi", "youtube", "dvd",
        "blu-ray", "bluray", "uhd", "vhs", "laserdisc", "tv", "arte", "itunes", "streaming", "stream", "screener", "vod", "dcp", "16mm",
        "35mm", "35", "70mm"};
    const std::string lower = unicode::lower(place, "en");
    const auto parts = split(lower, ' ');
    return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
        return std::find(words.begin(), words.end(), part) != words.end();
    });
}

/// `Kanopy, 2011-02-17`, `the Gaiety (12 March 2019)`, `im Kino am 3. Mai 2019`: a month at least behind the place, since a year alone may be
/// part of a name. Whom a film was seen with is no place.
std::optional<Viewing> place_before_day(std::string_view text) {
    if (text.starts_with("with ")) return std::nullopt;
    static constexpr std::array<std::string_view, 14> marks = {", on ", ", ", " (", " – ", " — ", " - ", " | ", " · ", ": ",
                                                               " on ",  " am ", " le ", " el ", " il "};
    for (const std::string_view mark : marks) {
        for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
            std::string_view day = text.substr(at + mark.size()), place = text.substr(0, at);
            if (mark == " (" && !day.ends_with(')')) continue;
            if (mark == " (") day.remove_suffix(1);
            take_joint(place);
            const auto date = read_date(day);
            if (date && date->month != 0 && is_place(place)) return Viewing{std::string(day), std::string(place), is_medium(place)};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Viewing> read_viewing(std::string_view text) {
    text = trim_unicode(text);
    if (text.size() > longest_viewing || read_date(text)) return std::nullopt;
    for (std::size_t at = text.rfind(' '); at != std::string_view::npos && at > 0; at = text.rfind(' ', at - 1)) {
        std::string_view day = text.substr(0, at);
        const bool comma = day.ends_with(',');
        if (comma) day.remove_suffix(1);
        if (!read_date(day)) continue;
        const std::string_view place = place_in(text.substr(at), comma);
        if (place.empty()) return std::nullopt;
        return Viewing{std::string(day), std::string(place), is_medium(place)};
    }
    return place_before_day(text);
}

Answer take_viewing(Facts& facts, const Value& value) {
    const auto viewing = read_viewing(text_of(value));
    if (!viewing) return take_date(facts.seen, value);
    const auto part = [&](const std::string& text) { return Value{Scalar{text, true}, value.span, value.key_span}; };
    const Answer day = take_date(facts.seen, part(viewing->date));
    if (day.outcome != Outcome::taken) return day;
    const Answer place = take_string(viewing->by_medium ? facts.medium : facts.venue, part(viewing->place));
    if (place.outcome != Outcome::taken) keep_extra(facts, "seen_at", part(viewing->place));
    return taken;
}

Answer take_seen_on(Facts& facts, const Value& value) {
    const std::string text = text_of(value);
    if (read_date(text) || read_viewing(text)) return take_viewing(facts, value);
    return take_string(facts.medium, value);
}

} // namespace halfstar::reading
