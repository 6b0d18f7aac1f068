#include "read/credits.h"

#include "foundation/base/strings.h"
#include "read/names.h"
#include "read/values.h"
#include "read/vocabulary.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

bool has_parts(Role role) { return role == Role::cast || role == Role::narrator; }
bool is_company(Role role) { return role == Role::distributor || role == Role::studio; }

std::vector<std::string> names_in(Role role, std::string_view text) {
    if (is_company(role)) return split_items(text);
    return has_parts(role) ? split_cast(text) : split_names(text);
}

Credit one_credit(Role role, std::string_view label, std::string_view entry, Span span) {
    Credit credit{role, role == Role::other ? std::string(label) : std::string(), std::string(entry), {}, span};
    if (!has_parts(role)) return credit;
    CastName cast = read_cast_name(entry);
    credit.name = std::move(cast.name);
    credit.character = std::move(cast.character);
    return credit;
}

const Value* first_of(const Value& map, const std::vector<std::string_view>& keys) {
    for (const std::string_view key : keys)
        for (const auto& [name, value] : *map.members())
            if (fold_word(name) == key && !is_blank(value)) return &value;
    return nullptr;
}

/// `{name: Noémie Merlant, role: Marianne}` or `{Noémie Merlant: Marianne}`.
std::vector<Credit> from_map(Role role, std::string_view label, const Value& map) {
    std::vector<Credit> credits;
    if (const Value* name = first_of(map, {"name", "actor", "person"})) {
        credits.push_back(one_credit(role, label, text_of(*name), map.span));
        if (const Value* part = first_of(map, {"role", "character", "part", "as", "job"}))
            credits.back().character = text_of(*part);
        return credits;
    }
    for (const auto& [name, part] : *map.members()) {
        Credit credit = one_credit(role, label, trim_unicode(name), part.key_span);
        if (std::string text = text_of(part); !text.empty()) credit.character = std::move(text);
        credits.push_back(std::move(credit));
    }
    return credits;
}

void append(std::vector<Credit>& all, std::vector<Credit> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

/// The role that a word of a credit table names, with the word itself when none is.
std::vector<Credit> under_role(std::string_view word, const Value& names) {
    auto meaning = meaning_of_key(word);
    std::vector<Credit> credits;
    if (meaning && meaning->field == Field::score) meaning = Meaning{Field::credit, {Role::composer}, {}};
    if (meaning && meaning->field == Field::stars) meaning = Meaning{Field::credit, {Role::cast}, {}};
    if (!meaning || meaning->field != Field::credit) return read_credits(Role::other, word, names);
    for (const Role role : meaning->roles)
        append(credits, read_credits(role, {}, names));
    return credits;
}

} // namespace

std::vector<Credit> read_credits(Role role, std::string_view label, const Value& value) {
    std::vector<Credit> credits;
    if (value.members() != nullptr) return from_map(role, label, value);
    if (const auto* list = value.list()) {
        for (const Value& item : *list) {
            if (has_parts(role) && item.scalar() != nullptr && !is_blank(item))
                credits.push_back(one_credit(role, label, text_of(item), item.span));
            else
                append(credits, read_credits(role, label, item));
        }
        return credits;
    }
    for (const std::string& name : names_in(role, text_of(value)))
        credits.push_back(one_credit(role, label, name, value.span));
    return credits;
}

std::vector<Credit> read_credit_table(const Value& value) {
    std::vector<Credit> credits;
    if (const Members* members = value.members()) {
        for (const auto& [word, names] : *members)
            append(credits, under_role(word, names));
    } else if (const auto* list = value.list()) {
        for (const Value& item : *list) {
            if (item.members() == nullptr) continue;
            const Value* name = first_of(item, {"name", "person"});
            const Value* role = first_of(item, {"role", "job"});
            if (name != nullptr && role != nullptr)
                append(credits, under_role(text_of(*role), *name));
            else
                append(credits, read_credit_table(item));
        }
    }
    return credits;
}

void add_credits(std::vector<Credit>& credits, std::vector<Credit> more) {
    for (Credit& credit : more) {
        const auto same = [&](const Credit& other) {
            return other.role == credit.role && other.label == credit.label && other.name == credit.name;
        };
        const auto found = std::find_if(credits.begin(), credits.end(), same);
        if (found == credits.end() && !credit.name.empty())
            credits.push_back(std::move(credit));
        else if (found != credits.end() && found->character.empty())
            found->character = std::move(credit.character);
    }
}

} // namespace halfstar::reading
