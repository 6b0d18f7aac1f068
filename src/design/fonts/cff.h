// The little that embedding needs to know of a `CFF ` table (Adobe Technical Note 5176): whether it is
// CID-keyed, and then which CID each glyph has.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace halfstar {

struct CffFacts {
    bool cid_keyed = false; ///< the top dictionary begins with ROS
    /// CID by glyph id, for CID-keyed faces; glyph 0 is CID 0. Empty when the table is malformed.
    std::vector<std::uint16_t> cids;
};

/// Whether the table is CID-keyed, without reading its charset.
bool is_cid_keyed(std::string_view cff);
CffFacts read_cff(std::string_view cff);

} // namespace halfstar
