// The molds of a text's words, asked of memory before they are read: their places in the table at once, and, while the words are measured,
// entries and boxes some words ahead.
#pragma once

#include "foundation/base/prefetch.h"
#include "typeset/layout/word_mold.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halfstar::layout {

class ExpectedMolds {
public:
    /// `molds` may be null: then nothing is expected.
    ExpectedMolds(const RecentWords<WordMold>* molds, std::size_t segments) : molds_(molds), all_(segments) {}

    /// The segment is one word, as nearly all are, which is looked up by this key.
    void expect(std::size_t segment, const WordKey& key) {
        if (molds_ == nullptr) return;
        all_[segment].hash = hash_of(key);
        molds_->expect(all_[segment].hash);
    }

    /// For each segment in turn, before it is measured.
    void approach(std::size_t segment) {
        constexpr std::size_t entries = 8, boxes = 4; // segments ahead
        for (std::size_t i = segment == 0 ? 0 : segment + entries; i <= segment + entries && i < all_.size(); ++i)
            if (all_[i].hash != 0) all_[i].mold = molds_->approach(all_[i].hash);
        if (segment + boxes < all_.size() && all_[segment + boxes].mold != nullptr) prefetch(all_[segment + boxes].mold->boxes.data());
    }

    /// Of the key that was expected; 0: none.
    std::uint64_t hash(std::size_t segment) const { return all_[segment].hash; }

private:
    struct Expected {
        std::uint64_t hash = 0;
        const WordMold* mold = nullptr;
    };

    const RecentWords<WordMold>* molds_;
    std::vector<Expected> all_; ///< by segment
};

} // namespace halfstar::layout
