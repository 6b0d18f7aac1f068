// How values of a style take over from others: a style from the one it extends, an element or a page from
// the one it is like. Maps are joined key by key; anything else replaces what was there.
#pragma once

#include "design/style/reading.h"
#include "foundation/data/value.h"

#include <string>
#include <string_view>

namespace halfstar {

/// `over` laid upon `under`. Spans stay those of the values that win.
Value merged(const Value& under, const Value& over);
/// The member `name` of `all`, laid upon the member that its key `like` names, and so on; what it is like
/// must exist and not be like it in turn. `what` says in faults what the members are: "element".
Value resolved(const Members& all, std::string_view name, const std::string& what, Reading& reading);

const Value* find_member(const Members& members, std::string_view name);

} // namespace halfstar
