#include "design/style/inherit.h"

#include <algorithm>

namespace halfstar {

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
    std::vector<const Value*> layers; // the member itself first
    for (const Value* member = find_member(all, name); member != nullptr;) {
        layers.push_back(member);
        const Value* like = member->find("like");
        const auto next = like != nullptr ? read_text(*like, reading) : std::nullopt;
        if (!next) break;
        member = find_member(all, *next);
        std::vector<std::string> known;
        for (const auto& entry : all) known.push_back(entry.first);
        if (member == nullptr) reading.unknown(like->span, what, *next, known);
        if (std::find(layers.begin(), layers.end(), member) == layers.end()) continue;
        reading.fault(like->span, "what is like '" + *next + "' is what it is itself like");
        break;
    }
    Value result;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) result = merged(result, **layer);
    return result;
}

} // namespace halfstar
