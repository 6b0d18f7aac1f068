#include "design/style/inherit.h"

#include <algorithm>

namespace halfstar {
namespace {

/// The members called `name`, of each sheet that has one; false when nothing may lie below them.
bool add_layers(std::span<const Members* const> sheets, std::string_view name, Layers& layers, const Value*& like) {
    for (const Members* sheet : sheets) {
        const Value* member = find_member(*sheet, name);
        if (member == nullptr) continue;
        if (member->members() == nullptr) {
            if (layers.empty()) layers.push_back(member);
            return false;
        }
        layers.push_back(member);
        if (like == nullptr) like = member->find("like");
    }
    return true;
}

bool is_named(std::span<const Members* const> sheets, std::string_view name) {
    return std::any_of(sheets.begin(), sheets.end(), [&](const Members* sheet) { return find_member(*sheet, name) != nullptr; });
}

std::vector<std::string> names_in(std::span<const Members* const> sheets) {
    std::vector<std::string> names;
    for (auto sheet = sheets.rbegin(); sheet != sheets.rend(); ++sheet)
        for (const auto& [name, value] : **sheet)
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    return names;
}

} // namespace

const Value* find_member(const Members& members, std::string_view name) {
    for (const auto& [key, value] : members)
        if (key == name) return &value;
    return nullptr;
}

Value merged(const Value& under, const Value& over) {
    if (under.members() == nullptr || over.members() == nullptr) return over;
    Value result = over;
    Members members = *under.members();
    for (const auto& [key, value] : *over.members()) {
        const std::string& name = key;
        const auto same = std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.first == name; });
        if (same == members.end())
            members.emplace_back(key, value);
        else
            same->second = merged(same->second, value);
    }
    result.node = std::move(members);
    return result;
}

Value resolved(const Members& all, std::string_view name, const std::string& what, Reading& reading) {
    const Members* const sheets[] = {&all};
    const Layers layers = layers_of(sheets, name, what, reading);
    Value result;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) result = merged(result, **layer);
    return result;
}

Layers layers_of(std::span<const Members* const> sheets, std::string_view name, const std::string& what, Reading& reading) {
    Layers layers;
    std::vector<std::string_view> names; // the member's own, that of what it is like, and so on
    while (true) {
        names.push_back(name);
        const Value* like = nullptr;
        if (!add_layers(sheets, name, layers, like)) return layers;
        const Scalar* next = like != nullptr ? like->scalar() : nullptr;
        if (next == nullptr || next->text.empty()) {
            if (like != nullptr) read_text(*like, reading); // says what is wrong with it
            return layers;
        }
        name = next->text;
        if (!is_named(sheets, name)) return reading.unknown(like->span, what, name, names_in(sheets)), layers;
        if (std::find(names.begin(), names.end(), name) == names.end()) continue;
        reading.fault(like->span, "what is like '" + next->text + "' is what it is itself like");
        return layers;
    }
}

const Value* find_member(const Layers& layers, std::string_view key) {
    for (const Value* layer : layers)
        if (const Value* found = layer->find(key)) return found;
    return nullptr;
}

} // namespace halfstar
