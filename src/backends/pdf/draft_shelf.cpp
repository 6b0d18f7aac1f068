#include "backends/pdf/draft_shelf.h"

#include <utility>

namespace halfstar::pdf {

/// What stays in memory stays as it is: it is set in codes without a copy.
ShelvedDraft DraftShelf::put(Draft draft) {
    Shelved bytes = shelf_.put(draft.operators + draft.strokes);
    if (bytes.size == 0) return {std::move(draft)};
    return {{}, std::move(bytes), static_cast<std::uint32_t>(draft.operators.size())};
}

Result<Draft> DraftShelf::get(const ShelvedDraft& draft) const {
    if (draft.is_here()) return draft.here;
    Result<std::string> bytes = shelf_.get(draft.aside);
    if (!bytes) return bytes.error();
    std::string strokes = bytes->substr(draft.operators);
    bytes->resize(draft.operators);
    return Draft{std::move(*bytes), std::move(strokes)};
}

} // namespace halfstar::pdf
