#include "typeset/layout/foundry.h"

#include "typeset/layout/kept_page_breaks.h"
#include "typeset/layout/kept_texts.h"

#include <mutex>

namespace halfstar {

namespace {

constexpr std::size_t texts_for_breaks = 64; ///< bytes of texts for one of the questions where their pages break: a year's take 112 MB and 1.6

} // namespace

struct Foundry::State {
    State(const FontBook& book, std::size_t texts) : fonts(book), bytes_of_texts(texts) {}

    const FontBook& fonts;
    const std::size_t bytes_of_texts;
    Hyphenator hyphenator;
    std::mutex mutex; ///< of what follows
    std::vector<std::unique_ptr<Matrices>> matrices;
};

Foundry::Foundry(const FontBook& fonts, std::size_t bytes_of_texts) : state_(std::make_shared<State>(fonts, bytes_of_texts)) {}

const FontBook& Foundry::fonts() const { return state_->fonts; }

Hyphenator& Foundry::hyphenator() const { return state_->hyphenator; }

Matrices& Foundry::matrices(const Style& style) const {
    const std::lock_guard lock(state_->mutex);
    for (const std::unique_ptr<Matrices>& known : state_->matrices)
        if (known->families == style.fallback_families && known->lines == style.lines) return *known;
    Matrices& fresh = *state_->matrices.emplace_back(std::make_unique<Matrices>(state_->fonts, style.fallback_families, style.lines));
    if (state_->bytes_of_texts > 0) {
        fresh.texts = std::make_shared<layout::KeptTexts>(state_->bytes_of_texts);
        fresh.page_breaks = std::make_shared<layout::KeptPageBreaks>(state_->bytes_of_texts / texts_for_breaks);
    }
    return fresh;
}

bool Foundry::keeps_texts() const { return state_->bytes_of_texts > 0; }

void Foundry::forget_words() const {
    const std::lock_guard lock(state_->mutex);
    for (const std::unique_ptr<Matrices>& known : state_->matrices) known->vocabulary.forget();
}

void Foundry::forget_unused_texts() const {
    const std::lock_guard lock(state_->mutex);
    for (const std::unique_ptr<Matrices>& known : state_->matrices) {
        if (known->texts) known->texts->forget_unused();
        if (known->page_breaks) known->page_breaks->forget_unused();
    }
}

} // namespace halfstar
