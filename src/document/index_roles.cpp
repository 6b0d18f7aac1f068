#include "document/index_roles.h"

#include <algorithm>
#include <map>
#include <set>

namespace halfstar {

std::vector<RoleEntry> sub_entries(const IndexEntry& entry) {
    std::map<Role, std::vector<WorkReference>> works;
    for (const IndexReference& reference : entry.references)
        for (const Role role : reference.roles)
            works[role].push_back(reference.work);
    std::vector<RoleEntry> entries;
    for (auto& [role, places] : works)
        entries.push_back({role, std::move(places)});
    return entries;
}

bool has_sub_entries(const IndexEntry& entry) {
    std::set<std::set<std::uint32_t>> places;
    for (const RoleEntry& one : sub_entries(entry)) {
        std::set<std::uint32_t> pieces;
        for (const WorkReference& work : one.works)
            pieces.insert(work.piece);
        places.insert(std::move(pieces));
    }
    return places.size() > 1;
}

} // namespace halfstar
