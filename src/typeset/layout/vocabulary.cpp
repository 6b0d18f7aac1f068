#include "typeset/layout/vocabulary.h"

#include <utility>

namespace halfstar::layout {

Vocabulary::Recent Vocabulary::recent() {
    const std::lock_guard lock(mutex_);
    if (recent_.now->molds->size() < most_words_) return recent_; // shapes are more: of parts and of other sizes too
    recent_.before = std::exchange(recent_.now, std::make_shared<WordGeneration>());
    return recent_;
}

void Vocabulary::forget() {
    const std::lock_guard lock(mutex_);
    recent_ = {std::make_shared<WordGeneration>(), std::make_shared<WordGeneration>()};
}

} // namespace halfstar::layout
