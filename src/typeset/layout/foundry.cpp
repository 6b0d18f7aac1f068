#include "typeset/layout/foundry.h"

#include <mutex>

namespace halfstar {

struct Foundry::State {
    explicit State(const FontBook& book) : fonts(book) {}

    const FontBook& fonts;
    Hyphenator hyphenator;
    std::mutex mutex; ///< of what follows
    std::vector<std::unique_ptr<Matrices>> matrices;
};

Foundry::Foundry(const FontBook& fonts) : state_(std::make_shared<State>(fonts)) {}

const FontBook& Foundry::fonts() const { return state_->fonts; }

Hyphenator& Foundry::hyphenator() const { return state_->hyphenator; }

Matrices& Foundry::matrices(const Style& style) const {
    const std::lock_guard lock(state_->mutex);
    for (const std::unique_ptr<Matrices>& known : state_->matrices)
        if (known->families == style.fallback_families && known->lines == style.lines) return *known;
    return *state_->matrices.emplace_back(std::make_unique<Matrices>(state_->fonts, style.fallback_families, style.lines));
}

} // namespace halfstar
