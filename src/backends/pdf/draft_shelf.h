// Where drafts lie until the codes of their glyphs are known. A draft takes as much memory as its content stream before it is
// deflated, some 12 KB a page: those of a few hundred pages stay in memory, the rest is put aside beside the output.
#pragma once

#include "backends/pdf/draft.h"

#include <halfstar/base.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace halfstar::pdf {

/// A draft on the shelf: itself, or where it was put aside.
struct ShelvedDraft {
    Draft here;
    std::uint64_t begin = 0;
    std::uint32_t operators = 0, strokes = 0; ///< bytes there

    bool is_here() const { return operators == 0 && strokes == 0; }
};

/// Safe to use from several threads.
class DraftShelf {
public:
    /// Bytes of drafts in memory.
    static constexpr std::size_t usual_room = std::size_t{4} << 20;

    /// Keeps drafts of `room` bytes in memory, and all of them where `scratch` is null or has no room.
    explicit DraftShelf(std::unique_ptr<Scratch> scratch = nullptr, std::size_t room = usual_room) : scratch_(std::move(scratch)), room_(room) {}

    ShelvedDraft put(Draft draft);
    /// The draft as it was put there. An Error when it cannot be read.
    Result<Draft> get(const ShelvedDraft& draft) const;

private:
    std::unique_ptr<Scratch> scratch_;
    const std::size_t room_;
    std::atomic<std::size_t> taken_{0};
};

} // namespace halfstar::pdf
