// Where a link of an output may lead. Addresses come from anybody's text: only http, https, mailto and tel pass,
// and they are spelt so that every checker and reader agrees on them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace halfstar {

/// The address of `url` with its scheme in small letters, its host in ASCII and what may not stand in an
/// address escaped by percent signs; nothing when it has another scheme, no valid host, or no scheme at all.
/// `//host/path` counts as https.
std::optional<std::string> outward_address(std::string_view url);

/// As outward_address, for an address that is relative to the page itself: nothing when it has a scheme.
std::optional<std::string> relative_address(std::string_view url);

} // namespace halfstar
