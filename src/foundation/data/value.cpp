#include "foundation/data/value.h"

#include <algorithm>

namespace halfstar {

const Value* Value::find(std::string_view key) const {
    const Members* all = members();
    if (all == nullptr) return nullptr;
    const auto found = std::find_if(all->begin(), all->end(), [&](const auto& member) { return member.first == key; });
    return found == all->end() ? nullptr : &found->second;
}

} // namespace halfstar
