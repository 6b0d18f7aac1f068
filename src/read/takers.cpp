#include "read/takers.h"

#include "foundation/base/strings.h"
#include "read/date.h"
#include "read/names.h"
#include "read/values.h"

#include <algorithm>

namespace halfstar::reading {

Answer take_text(TextFact& fact, const Value& value) {
    std::string text = text_of(value);
    if (text.empty()) return foreign;
    if (fact) return fact->value == text ? taken : said_before;
    fact = Fact<std::string>{std::move(text), value.span};
    return taken;
}

Answer take_string(std::string& target, const Value& value) {
    std::string text = text_of(value);
    if (text.empty()) return foreign;
    if (!target.empty()) return target == text ? taken : said_before;
    target = std::move(text);
    return taken;
}

Answer take_date(std::optional<Fact<Date>>& fact, const Value& value) {
    const std::string text = text_of(value);
    if (text.empty() || yes_or_no(text)) return foreign;
    auto date = read_date(text);
    if (!date) return not_a("a date");
    if (fact) return fact->value == *date ? taken : said_before;
    fact = Fact<Date>{std::move(*date), value.span};
    return taken;
}

Answer add_items(std::vector<std::string>& target, std::vector<std::string> items) {
    if (items.empty()) return foreign;
    for (std::string& item : items)
        if (std::find(target.begin(), target.end(), item) == target.end()) target.push_back(std::move(item));
    return taken;
}

std::vector<std::string> names_of_places(const Value& value) {
    if (value.scalar() == nullptr) return list_of(value);
    return split_items(replace_all(text_of(value), "/", text_of(value).find(';') == std::string::npos ? "," : ";"));
}

const Value* member(const Value& value, std::initializer_list<std::string_view> keys) {
    if (value.members() == nullptr) return nullptr;
    for (const std::string_view key : keys)
        for (const auto& [name, item] : *value.members())
            if (fold_word(name) == key) return &item;
    return nullptr;
}

} // namespace halfstar::reading
