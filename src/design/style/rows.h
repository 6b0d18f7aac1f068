// Tables of keys: a row is a key and the function that reads its value into a member of its owner. The
// readers here are one a kind of value; which member they fill is a part of their type, so that a table is
// all that a new key needs.
#pragma once

#include "design/style/inherit.h"
#include "design/style/reading.h"
#include "foundation/data/value.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::style_rows {

template <class Owner>
struct Row {
    std::string_view key;
    void (*read)(Owner&, const Value&, Reading&);
};

template <class Member>
struct Pointed;
template <class Owner_, class Type_>
struct Pointed<Type_ Owner_::*> {
    using Owner = Owner_;
    using Type = Type_;
};
template <auto member>
using OwnerOf = typename Pointed<decltype(member)>::Owner;
template <auto member>
using TypeOf = typename Pointed<decltype(member)>::Type;

/// Reports the keys of a map that no row reads.
template <class Owner>
void check_keys(std::span<const Row<Owner>> rows, const Members& members, Reading& reading) {
    for (const auto& [key, member] : members) {
        const std::string& name = key;
        if (std::any_of(rows.begin(), rows.end(), [&](const Row<Owner>& row) { return row.key == name; })) continue;
        std::vector<std::string> known;
        for (const Row<Owner>& row : rows) known.emplace_back(row.key);
        reading.unknown(member.key_span, "key", key, known);
    }
}

template <class Owner>
void read_rows(Owner& owner, std::span<const Row<Owner>> rows, const Value& value, Reading& reading) {
    if (value.members() == nullptr) return reading.fault(value.span, "keys with values are expected here");
    for (const Row<Owner>& row : rows)
        if (const Value* member = value.find(row.key)) row.read(owner, *member, reading);
    check_keys(rows, *value.members(), reading);
}

/// The same of several maps that lie upon one another, for owners whose rows read no maps themselves.
template <class Owner>
void read_layers(Owner& owner, std::span<const Row<Owner>> rows, const Layers& layers, Reading& reading) {
    for (const Value* layer : layers)
        if (layer->members() == nullptr) return reading.fault(layer->span, "keys with values are expected here");
    for (const Row<Owner>& row : rows)
        if (const Value* member = find_member(layers, row.key)) row.read(owner, *member, reading);
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) check_keys(rows, *(*layer)->members(), reading);
}

template <class T, class Target>
void take(std::optional<T> value, Target& target) {
    if (value) target = std::move(*value);
}

// One reader a kind of value; the member it goes to is a part of the reader's type.
template <auto member>
void length(OwnerOf<member>& owner, const Value& value, Reading& reading) {
    take(read_length(value, reading), owner.*member);
}
template <auto member, int low, int high>
void whole(OwnerOf<member>& owner, const Value& value, Reading& reading) {
    take(read_whole(value, low, high, reading), owner.*member);
}
template <auto member>
void flag(OwnerOf<member>& owner, const Value& value, Reading& reading) {
    take(read_flag(value, reading), owner.*member);
}
template <auto member>
void text(OwnerOf<member>& owner, const Value& value, Reading& reading) {
    take(read_text(value, reading), owner.*member);
}
template <auto member>
void texts(OwnerOf<member>& owner, const Value& value, Reading& reading) {
    take(read_texts(value, reading), owner.*member);
}
template <auto member>
void colour(OwnerOf<member>& owner, const Value& value, Reading& reading) {
    take(read_colour_name(value, reading), owner.*member);
}
template <auto member, auto& names>
void choice(OwnerOf<member>& owner, const Value& value, Reading& reading) {
    if (const auto index = read_choice(value, names, reading)) owner.*member = static_cast<TypeOf<member>>(*index);
}
template <auto member, auto& rows>
void group(OwnerOf<member>& owner, const Value& value, Reading& reading) {
    read_rows<TypeOf<member>>(owner.*member, rows, value, reading);
}
template <class Owner, auto& rows>
void same_owner(Owner& owner, const Value& value, Reading& reading) {
    read_rows<Owner>(owner, rows, value, reading);
}
/// For keys that were followed before the rows are read.
template <class Owner>
void followed(Owner&, const Value&, Reading&) {}

/// Adds the keys of a table as they are written below `path`: "colour." before "process".
template <class Owner, std::size_t size>
void add_keys(std::vector<std::string>& keys, const std::string& path, const Row<Owner> (&rows)[size]) {
    for (const Row<Owner>& row : rows) keys.push_back(path + std::string(row.key));
}

} // namespace halfstar::style_rows
