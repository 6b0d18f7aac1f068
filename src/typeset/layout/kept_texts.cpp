#include "typeset/layout/kept_texts.h"

#include "foundation/base/bytes_of.h"

#include <functional>
#include <string_view>
#include <utility>

namespace halfstar::layout {

namespace {

/// About; what is small in any text is not counted.
std::size_t bytes_of(const TextAnswer& answer) {
    using halfstar::bytes_of, layout::bytes_of;
    std::size_t bytes = sizeof answer + bytes_of(*answer.measured) + bytes_of(answer.lines) + bytes_of(answer.faces);
    for (const breaking::Breaks& way : answer.other_ways) bytes += bytes_of(way.lines);
    return bytes;
}

} // namespace

/// Nearly all texts differ in their words; what else they differ in is seen when they are compared.
std::size_t KeptTexts::Hash::operator()(const Asked& asked) const {
    const std::vector<breaking::LineShape>& shapes = asked.manner.shapes;
    const auto width = shapes.empty() ? 0 : shapes.front().width.units;
    return std::hash<std::string_view>()(asked.words.text) * 31 + static_cast<std::size_t>(width);
}

std::shared_ptr<const TextAnswer> KeptTexts::find(const RichText& words, const TextManner& manner) {
    return kept_.find(Asked{manner, words}).value_or(nullptr);
}

std::shared_ptr<const TextAnswer> KeptTexts::keep(TextManner manner, TextAnswer answer) {
    answer.number = ++numbers_;
    auto shared = std::make_shared<const TextAnswer>(std::move(answer));
    kept_.keep(Known{std::move(manner), shared->measured}, shared, bytes_of(*shared));
    return shared;
}

} // namespace halfstar::layout
