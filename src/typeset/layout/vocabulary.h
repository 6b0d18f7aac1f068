// Words as they were met of late, shaped and measured. Most words of a large issue are met once (names, compounds), so what is
// known of them is kept by generations: when the present one is full it becomes the one before, from which words that are met
// again are taken over, and the one before that is let go as a whole: a word of it that comes again is shaped again.
#pragma once

#include "typeset/layout/word_mold.h"

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>

namespace halfstar::layout {

/// What is known in it lives as long as somebody holds it.
struct WordGeneration {
    std::shared_ptr<ShapedWords> shaped = std::make_shared<ShapedWords>();
    std::shared_ptr<WordTable<WordMold>> molds = std::make_shared<WordTable<WordMold>>(); ///< of words in `shaped`
};

/// Safe to use from several threads.
class Vocabulary {
public:
    /// A year's reviews have fewer. Half as many take 70 MB less with 5,000 reviews and a sixth more time, as words are shaped again that were let go.
    static constexpr std::size_t usual_words = std::size_t{1} << 16;

    struct Recent {
        std::shared_ptr<const WordGeneration> now, before; ///< the first one has an empty one before it
    };

    /// A generation has about `most_words` that are measured.
    explicit Vocabulary(std::size_t most_words = usual_words) : most_words_(most_words) {}

    /// Where words are to be kept from now on.
    Recent recent();
    /// Whether this still is where; asked for each text, and nobody waits for it. The generation is held by whoever asks.
    bool is_recent(const WordGeneration& generation) const;
    /// Lets go of all.
    void forget();

private:
    const std::size_t most_words_;
    std::mutex mutex_;
    Recent recent_{std::make_shared<WordGeneration>(), std::make_shared<WordGeneration>()};
    std::atomic<const WordGeneration*> now_{recent_.now.get()};
};

} // namespace halfstar::layout
