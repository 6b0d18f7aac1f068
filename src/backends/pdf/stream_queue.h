// Streams on their way into the file, in its order: packs are deflated by other threads, and what comes behind one that is not deflated
// yet waits for it.
#pragma once

#include "backends/pdf/object_streams.h"
#include "backends/pdf/objects.h"
#include "foundation/base/parallel.h"

#include <deque>
#include <optional>
#include <utility>

namespace halfstar::pdf {

class StreamQueue {
public:
    StreamQueue(int jobs, KeptPages* kept) : kept_(kept), packs_(jobs) {}

    void put(ObjectNumber object, Pack pack) {
        waiting_.push_back({object, std::nullopt});
        packs_.put([pack = std::move(pack), kept = kept_]() mutable { return pack.take(kept); });
    }
    void put(ObjectNumber object, Body body) { waiting_.push_back({object, std::move(body)}); }
    bool empty() const { return waiting_.empty(); }
    /// Whether the first is to be taken before more is put.
    bool full() const { return waiting_.size() > packs_.enough(); }
    /// The first.
    std::pair<ObjectNumber, Body> take() {
        Waiting first = std::move(waiting_.front());
        waiting_.pop_front();
        return {first.object, first.body ? std::move(*first.body) : packs_.take()};
    }

private:
    struct Waiting {
        ObjectNumber object = 0;
        std::optional<Body> body; ///< none: of a pack
    };

    KeptPages* kept_; ///< null: nothing is kept
    std::deque<Waiting> waiting_;
    Behind<Body> packs_;
};

} // namespace halfstar::pdf
