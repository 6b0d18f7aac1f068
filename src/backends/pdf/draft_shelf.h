// Where drafts lie until the codes of their glyphs are known. A draft takes as much memory as its content stream before it is
// deflated, some 12 KB a page: those of a few hundred pages stay in memory, the rest is put aside beside the output.
#pragma once

#include "backends/pdf/draft.h"
#include "foundation/base/shelf.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace halfstar::pdf {

/// A draft on the shelf: itself, or where it was put aside.
struct ShelvedDraft {
    Draft here;
    Shelved aside = {};
    std::uint32_t operators = 0; ///< bytes of them there, before the strokes

    bool is_here() const { return aside.size == 0; }
};

/// Safe to use from several threads.
class DraftShelf {
public:
    /// Keeps drafts of `room` bytes in memory, and all of them where `scratch` is null or has no room.
    explicit DraftShelf(std::unique_ptr<Scratch> scratch = nullptr, std::size_t room = Shelf::usual_room) : shelf_(std::move(scratch), room) {}

    ShelvedDraft put(Draft draft);
    /// The draft as it was put there. An Error when it cannot be read.
    Result<Draft> get(const ShelvedDraft& draft) const;

private:
    Shelf shelf_;
};

} // namespace halfstar::pdf
