// Credits from values: names in a text, a list, or maps of name and part.
#pragma once

#include "foundation/data/value.h"

#include <halfstar/piece.h>

#include <string_view>
#include <vector>

namespace halfstar::reading {

/// The people (or companies) in one role. Lists hold names, maps of `name` and `role` or `character`, or
/// maps of one name to its part.
std::vector<Credit> read_credits(Role role, std::string_view label, const Value& value);

/// A map of roles to names, or a list of maps of `role` and `name`. A role that no table knows is
/// Role::other with the author's word.
std::vector<Credit> read_credit_table(const Value& value);

/// Adds the credits that are not there yet.
void add_credits(std::vector<Credit>& credits, std::vector<Credit> more);

} // namespace halfstar::reading
