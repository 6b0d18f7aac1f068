#include "typeset/layout/vocabulary.h"

#include <utility>

namespace halfstar::layout {

namespace {

/// An empty one. It will be as full: with room for that it never has to make more, which would be held beside what it had.
std::shared_ptr<WordGeneration> as_large_as(const WordGeneration& full) {
    return std::make_shared<WordGeneration>(
        WordGeneration{std::make_shared<ShapedWords>(full.shaped->size()), std::make_shared<WordTable<WordMold>>(full.molds->size())});
}

} // namespace

Vocabulary::Recent Vocabulary::recent() {
    const std::lock_guard lock(mutex_);
    if (is_recent(*recent_.now)) return recent_;
    recent_.before = std::exchange(recent_.now, as_large_as(*recent_.now));
    now_ = recent_.now.get();
    return recent_;
}

bool Vocabulary::is_recent(const WordGeneration& generation) const {
    return now_ == &generation && generation.molds->size() < most_words_; // shapes are more: of parts and of other sizes too
}

void Vocabulary::forget() {
    const std::lock_guard lock(mutex_);
    recent_ = {std::make_shared<WordGeneration>(), std::make_shared<WordGeneration>()};
    now_ = recent_.now.get();
}

} // namespace halfstar::layout
