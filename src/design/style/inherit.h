// How values of a style take over from others: a style from the one it extends, an element or a page from
// the one it is like. Maps are joined key by key; anything else replaces what was there.
#pragma once

#include "design/style/reading.h"
#include "foundation/data/value.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// `over` laid upon `under`. Spans stay those of the values that win.
Value merged(const Value& under, const Value& over);
/// The member `name` of `all`, laid upon the member that its key `like` names, and so on; what it is like
/// must exist and not be like it in turn. `what` says in faults what the members are: "element".
Value resolved(const Members& all, std::string_view name, const std::string& what, Reading& reading);

/// Maps that lie upon one another, the uppermost first: read together they say what `merged` would, and nothing is copied.
/// None lies below a value that is no map.
using Layers = std::vector<const Value*>;
/// As `resolved`, of members that `sheets` name between them, the uppermost sheet first.
Layers layers_of(std::span<const Members* const> sheets, std::string_view name, const std::string& what, Reading& reading);
/// The uppermost value of a key, or null.
const Value* find_member(const Layers& layers, std::string_view key);

const Value* find_member(const Members& members, std::string_view name);

} // namespace halfstar
