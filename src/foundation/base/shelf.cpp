#include "foundation/base/shelf.h"

namespace halfstar {

Shelved Shelf::put(std::string bytes) {
    const bool has_room = taken_.fetch_add(bytes.size()) + bytes.size() <= room_;
    if (!has_room && scratch_ != nullptr)
        if (const Result<std::uint64_t> begin = scratch_->append(bytes)) return {{}, *begin, static_cast<std::uint32_t>(bytes.size())};
    bytes.shrink_to_fit();
    return {std::move(bytes)};
}

Result<std::string> Shelf::get(const Shelved& bytes) const {
    if (bytes.size == 0) return bytes.here;
    return scratch_->read(bytes.begin, bytes.size);
}

} // namespace halfstar
