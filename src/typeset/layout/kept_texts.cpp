#include "typeset/layout/kept_texts.h"

#include "foundation/base/bytes_of.h"
#include "foundation/base/drop_unused.h"

#include <functional>
#include <string_view>
#include <utility>

namespace halfstar::layout {

namespace {

/// Nearly all texts differ in their words; what else they differ in is seen when they are compared.
std::size_t hash_of(const RichText& words, const TextManner& manner) {
    const auto width = manner.shapes.empty() ? 0 : manner.shapes.front().width.units;
    return std::hash<std::string_view>()(words.text) * 31 + static_cast<std::size_t>(width);
}

/// About; what is small in any text is not counted.
std::size_t bytes_of(const TextAnswer& answer) {
    using halfstar::bytes_of, layout::bytes_of;
    std::size_t bytes = sizeof answer + bytes_of(*answer.measured) + bytes_of(answer.lines) + bytes_of(answer.faces);
    for (const breaking::Breaks& way : answer.other_ways) bytes += bytes_of(way.lines);
    return bytes;
}

} // namespace

std::shared_ptr<const TextAnswer> KeptTexts::find(const RichText& words, const TextManner& manner) {
    const std::size_t hash = hash_of(words, manner);
    const std::lock_guard lock(mutex_);
    const auto [first, last] = kept_.equal_range(hash);
    for (auto one = first; one != last; ++one) {
        Kept& kept = one->second;
        if (kept.manner != manner || kept.answer->measured->rich != words) continue;
        kept.used = true;
        return kept.answer;
    }
    return nullptr;
}

std::shared_ptr<const TextAnswer> KeptTexts::keep(TextManner manner, TextAnswer answer) {
    const std::size_t hash = hash_of(answer.measured->rich, manner), bytes = bytes_of(answer);
    const std::lock_guard lock(mutex_);
    answer.number = ++numbers_;
    auto shared = std::make_shared<const TextAnswer>(std::move(answer));
    if (bytes_ + bytes > most_bytes_) return shared;
    bytes_ += bytes;
    kept_.emplace(hash, Kept{std::move(manner), shared, bytes});
    return shared;
}

void KeptTexts::forget_unused() {
    const std::lock_guard lock(mutex_);
    bytes_ -= drop_unused(kept_);
}

} // namespace halfstar::layout
