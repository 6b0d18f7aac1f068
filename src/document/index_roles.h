// The sub-entries of an index of people: what a person did, role after role, each with the places that it leads to.
// Print, web and ebook set the same ones.
#pragma once

#include <halfstar/edition.h>

#include <vector>

namespace halfstar {

/// One role of a person, and the films in which the person had it, in the entry's order.
struct RoleEntry {
    Role role = Role::other;
    std::vector<WorkReference> works;
};

/// Whether the entry's person did different things in different pieces. A person with one role, or with several that
/// all lead to the same pieces, is found as fast without sub-entries.
bool has_sub_entries(const IndexEntry& entry);

/// The roles of an entry, in the order of the credits: directors first.
std::vector<RoleEntry> sub_entries(const IndexEntry& entry);

} // namespace halfstar
