#include "backends/pdf/draft_shelf.h"

#include <utility>

namespace halfstar::pdf {

ShelvedDraft DraftShelf::put(Draft draft) {
    const std::size_t bytes = draft.operators.size() + draft.strokes.size();
    const bool has_room = taken_.fetch_add(bytes) + bytes <= room_;
    if (has_room || scratch_ == nullptr) return {std::move(draft)};
    const Result<std::uint64_t> begin = scratch_->append(draft.operators + draft.strokes);
    if (!begin) return {std::move(draft)};
    return {{}, *begin, static_cast<std::uint32_t>(draft.operators.size()), static_cast<std::uint32_t>(draft.strokes.size())};
}

Result<Draft> DraftShelf::get(const ShelvedDraft& draft) const {
    if (draft.is_here()) return draft.here;
    Result<std::string> bytes = scratch_->read(draft.begin, std::size_t{draft.operators} + draft.strokes);
    if (!bytes) return bytes.error();
    std::string strokes = bytes->substr(draft.operators);
    bytes->resize(draft.operators);
    return Draft{std::move(*bytes), std::move(strokes)};
}

} // namespace halfstar::pdf
