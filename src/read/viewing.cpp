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

constexpr std::size_t longest_place = 40; // code points

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

/// `(Netflix)`, `, The Gaiety`, `im Kino`: the place in what follows a day, or nothing.
std::string_view place_in(std::string_view rest, bool after_comma) {
    rest = trim_unicode(rest);
    const bool brackets = rest.size() > 2 && rest.starts_with('(') && rest.ends_with(')');
    if (brackets) rest = trim_unicode(rest.substr(1, rest.size() - 2));
    for (const std::string_view dash : {"– ", "— ", "| ", "· "})
        if (rest.starts_with(dash)) after_comma = true, rest.remove_prefix(dash.size());
    if (!take_joint(rest) && !brackets && !after_comma) return {};
    const bool name = !rest.empty() && utf8::count(rest) <= longest_place && may_be_name(rest) && !read_date(rest);
    return name ? rest : std::string_view{};
}

/// What films are seen with elsewhere than in a cinema.
bool is_medium(std::string_view place) {
    static constexpr std::array<std::string_view, 24> words = {
        "netflix", "prime", "amazon", "disney", "hbo", "max", "hulu", "mubi", "apple", "criterion", "youtube", "dvd",
        "blu-ray", "bluray", "vhs", "tv", "arte", "itunes", "streaming", "stream", "vod", "35mm", "35", "70mm"};
    const std::string lower = unicode::lower(place, "en");
    const auto parts = split(lower, ' ');
    return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
        return std::find(words.begin(), words.end(), part) != words.end();
    });
}

} // namespace

std::optional<Viewing> read_viewing(std::string_view text) {
    text = trim_unicode(text);
    if (read_date(text)) return std::nullopt;
    for (std::size_t at = text.rfind(' '); at != std::string_view::npos && at > 0; at = text.rfind(' ', at - 1)) {
        std::string_view day = text.substr(0, at);
        const bool comma = day.ends_with(',');
        if (comma) day.remove_suffix(1);
        if (!read_date(day)) continue;
        const std::string_view place = place_in(text.substr(at), comma);
        if (place.empty()) return std::nullopt;
        return Viewing{std::string(day), std::string(place), is_medium(place)};
    }
    return std::nullopt;
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
