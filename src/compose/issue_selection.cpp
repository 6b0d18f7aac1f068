#include "compose/issue_reading.h"

#include <array>

namespace halfstar {
namespace {

struct SelectionKey {
    std::string_view name;
    void (*take)(const Value&, IssueReading&, Selection&);
};

void take_years(const Value& value, IssueReading& reading, Selection& selection) {
    reading.each(value, [&](const Value& item) {
        if (const auto year = reading.whole(item, 1, 9999, "a year")) selection.years.push_back(*year);
    });
}

template <std::vector<std::string> Selection::*words>
void take_words(const Value& value, IssueReading& reading, Selection& selection) {
    selection.*words = reading.texts(value);
}

template <std::optional<Date> Selection::*day>
void take_day(const Value& value, IssueReading& reading, Selection& selection) {
    selection.*day = reading.date(value);
}

void take_least_rating(const Value& value, IssueReading& reading, Selection& selection) {
    selection.rating_at_least = reading.hundredths(value, "a number of the rating scale, as 4 or 3.5");
}

constexpr std::array<SelectionKey, 8> keys = {{
    {"year", take_years},
    {"from", take_day<&Selection::from>},
    {"to", take_day<&Selection::to>},
    {"tags", take_words<&Selection::tags>},
    {"people", take_words<&Selection::people>},
    {"authors", take_words<&Selection::authors>},
    {"rating-at-least", take_least_rating},
    {"files", take_words<&Selection::files>},
}};

const SelectionKey* key_named(std::string_view name) {
    // "year: [2018, 2019]" reads as well in the plural.
    if (name == "years") name = "year";
    for (const SelectionKey& key : keys)
        if (key.name == name) return &key;
    return nullptr;
}

} // namespace

std::vector<std::string> selection_keys() {
    std::vector<std::string> names;
    for (const SelectionKey& key : keys)
        names.emplace_back(key.name);
    return names;
}

void read_selection(const Value& value, IssueReading& reading, Selection& selection) {
    const Members* members = value.members();
    if (members == nullptr) return reading.fault(value, "a list of 'key: value' lines, as 'year: 2019'");
    selection.span = value.span;
    for (const Member& member : *members) {
        const SelectionKey* key = key_named(member.first);
        if (key == nullptr)
            reading.unknown_key(member, selection_keys());
        else if (!member.second.is_null())
            key->take(member.second, reading, selection);
    }
}

} // namespace halfstar
